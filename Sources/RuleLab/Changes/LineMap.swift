import PlanText

/// The lines of a document by their numbers.
struct LineMap {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ text: CanonicalText) {
    bytes = text.bytes
    var starts = [0]
    for (index, byte) in text.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    self.starts = starts
  }

  /// The number from 1 of the line that a byte stands on.
  func number(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The text of a line.
  func line(_ number: Int) -> String {
    let start = starts[number - 1]
    let end = number < starts.count ? starts[number] - 1 : bytes.count
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }
}
