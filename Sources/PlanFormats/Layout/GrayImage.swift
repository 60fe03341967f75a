/// A page as an image of grey points, as `pdftoppm -gray` prints it (PGM).
struct GrayImage {
  let width: Int
  let height: Int
  /// Where its first point stands in `bytes`.
  private let start: Int
  private let bytes: [UInt8]

  /// Reads an image, and moves the offset behind it.
  init?(_ bytes: [UInt8], at offset: inout Int) {
    var index = offset
    func skipBlanks() {
      while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
    }
    func number() -> Int? {
      skipBlanks()
      var value = 0
      let first = index
      while index < bytes.count, index - first < 7, (0x30...0x39).contains(bytes[index]) {
        value = value * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      return index > first ? value : nil
    }
    guard bytes[min(index, bytes.count)...].starts(with: [0x50, 0x35]) else { return nil }
    index += 2
    guard let width = number(), let height = number(), number() == 255 else { return nil }
    index += 1
    guard width > 0, height > 0, index + width * height <= bytes.count else { return nil }
    (self.width, self.height, self.bytes, start) = (width, height, bytes, index)
    offset = index + width * height
  }

  /// The image with its text reading from left to right.
  func turned(_ turn: PageTurn) -> GrayImage {
    guard turn != .none else { return self }
    var turned: [UInt8] = []
    turned.reserveCapacity(width * height)
    for row in 0..<width {
      let x = turn == .up ? row : width - 1 - row
      for column in 0..<height {
        let y = turn == .up ? height - 1 - column : column
        turned.append(bytes[start + y * width + x])
      }
    }
    return GrayImage(width: height, height: width, points: turned)
  }

  private init(width: Int, height: Int, points: [UInt8]) {
    (self.width, self.height, bytes, start) = (width, height, points, 0)
  }

  /// Whether a point is dark.
  func isDark(_ x: Int, _ y: Int) -> Bool { bytes[start + y * width + x] < 160 }
}
