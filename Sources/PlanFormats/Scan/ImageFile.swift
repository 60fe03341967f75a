/// The head of an image file (PNG or JPEG), as much as is needed to set it on a page.
struct ImageFile {
  private(set) var width = 0
  private(set) var height = 0
  /// The words of a PDF that say how its points are coded.
  private(set) var coding = ""
  /// The coded points.
  private(set) var points: [UInt8] = []

  /// Reads a file; `nil` when a PDF cannot hold its points as they are.
  init?(_ bytes: [UInt8]) {
    let isRead = bytes.first == 0xFF ? readJPEG(bytes) : readPNG(bytes)
    guard isRead, width > 0, height > 0 else { return nil }
  }

  private mutating func readJPEG(_ bytes: [UInt8]) -> Bool {
    var index = 2
    while index + 9 < bytes.count, bytes[index] == 0xFF {
      let mark = bytes[index + 1]
      let length = Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])
      if (0xC0...0xC2).contains(mark) {
        height = Int(bytes[index + 5]) << 8 | Int(bytes[index + 6])
        width = Int(bytes[index + 7]) << 8 | Int(bytes[index + 8])
        let space = bytes[index + 9] == 1 ? "/DeviceGray" : "/DeviceRGB"
        points = bytes
        coding = "/ColorSpace \(space) /BitsPerComponent 8 /Filter /DCTDecode"
        return bytes[index + 9] == 1 || bytes[index + 9] == 3
      }
      index += 2 + length
    }
    return false
  }

  private mutating func readPNG(_ bytes: [UInt8]) -> Bool {
    func number(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    var index = 8
    var depth = 0
    var kind = -1
    var palette = ""
    while index + 12 <= bytes.count {
      let length = number(index)
      let name = String(decoding: bytes[index + 4..<index + 8], as: UTF8.self)
      guard length <= bytes.count - index - 12 else { return false }
      let content = bytes[index + 8..<index + 8 + length]
      switch name {
      case "IHDR":
        guard length == 13, content[index + 20] == 0 else { return false }
        (width, height) = (number(index + 8), number(index + 12))
        (depth, kind) = (Int(content[index + 16]), Int(content[index + 17]))
      case "PLTE":
        palette = content.reduce(into: "") { text, byte in
          text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
      case "IDAT": points += content
      default: break
      }
      index += 12 + length
    }
    let space: String
    switch kind {
    case 0: space = "/DeviceGray"
    case 2: space = "/DeviceRGB"
    case 3 where !palette.isEmpty && palette.count <= 1536:
      space = "[/Indexed /DeviceRGB \(palette.count / 6 - 1) <\(palette)>]"
    default: return false
    }
    guard [1, 2, 4, 8, 16].contains(depth), !points.isEmpty else { return false }
    coding =
      "/ColorSpace \(space) /BitsPerComponent \(depth) /Filter /FlateDecode /DecodeParms "
      + "<< /Predictor 15 /Colors \(kind == 2 ? 3 : 1) /BitsPerComponent \(depth) /Columns \(width) >>"
    return true
  }

  /// A PDF file with a page for each image, as wide as a page of A4.
  static func pages(_ images: [ImageFile]) -> [UInt8] {
    var file: [UInt8] = Array("%PDF-1.4\n".utf8)
    var offsets: [Int] = []
    func add(_ object: String, stream: [UInt8]? = nil) {
      offsets.append(file.count)
      file += "\(offsets.count) 0 obj\n\(object)\n".utf8
      if let stream { file += Array("stream\n".utf8) + stream + Array("\nendstream\n".utf8) }
      file += "endobj\n".utf8
    }
    let kids = images.indices.map { "\(3 + 3 * $0) 0 R" }.joined(separator: " ")
    add("<< /Type /Catalog /Pages 2 0 R >>")
    add("<< /Type /Pages /Count \(images.count) /Kids [\(kids)] >>")
    for (index, image) in images.enumerated() {
      let across = image.width > image.height ? 842 : 595
      let down = max(1, across * image.height / max(1, image.width))
      let content = "\(across) 0 0 \(down) 0 0 cm /I Do"
      add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(across) \(down)] /Contents \(4 + 3 * index) "
          + "0 R /Resources << /XObject << /I \(5 + 3 * index) 0 R >> >> >>")
      add("<< /Length \(content.utf8.count) >>", stream: Array(content.utf8))
      add(
        "<< /Type /XObject /Subtype /Image /Width \(image.width) /Height \(image.height) "
          + "\(image.coding) /Length \(image.points.count) >>", stream: image.points)
    }
    let start = file.count
    file += "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8
    for offset in offsets {
      let digits = String(offset)
      file += (String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8
    }
    file +=
      "trailer << /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8
    return file
  }
}
