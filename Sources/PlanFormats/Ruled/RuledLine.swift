/// A line of text in which columns are counted.
struct RuledLine {
  /// The line without its end.
  let bytes: ArraySlice<UInt8>
  /// How many blanks it begins with.
  let indent: Int

  /// A line of a text.
  init(_ line: ArraySlice<UInt8>) {
    bytes = line.last == 0x0D ? line.dropLast() : line
    indent = bytes.prefix { $0 == 0x20 }.count
  }

  /// Whether nothing but blanks stands on it.
  var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// The first byte that is no blank; 0 without.
  var first: UInt8 { indent < bytes.count ? bytes[bytes.startIndex + indent] : 0 }

  /// Whether a drawn table may begin with the line: a rule, or a head above one.
  var mayBeginTable: Bool { first > 0x20 }

  /// Where its columns begin, and its end: a mark that is set above a letter takes no column.
  func offsets() -> [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(bytes.count + 1)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let (scalar, length) = RuledLine.decode(bytes, at: index)
      if scalar.properties.canonicalCombiningClass == .notReordered { offsets.append(index) }
      index += length
    }
    offsets.append(bytes.endIndex)
    return offsets
  }

  private static func decode(_ bytes: ArraySlice<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
    if bytes[index] < 0x80 { return (Unicode.Scalar(bytes[index]), 1) }
    var end = index + 1
    while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let scalar = String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first
    return (scalar ?? "?", end - index)
  }

  /// The runs of dashes that a ruler is made of, by their columns; empty for another line.
  func dashes() -> [Range<Int>] {
    guard first == 0x2D else { return [] }
    var runs: [Range<Int>] = []
    var start: Int?
    for (column, byte) in bytes.enumerated() {
      switch byte {
      case 0x2D: start = start ?? column
      case 0x20:
        if let begin = start { runs.append(begin..<column) }
        start = nil
      default: return []
      }
    }
    if let begin = start { runs.append(begin..<bytes.count) }
    return runs
  }

  /// A text of a cell as a line of it, without blanks at its ends.
  static func line(_ text: ArraySlice<UInt8>) -> FlowLine {
    var line = FlowLine()
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let end = text.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? text.startIndex
    line.add(TextFace()) { $0 += text[..<end].drop(while: isBlank) }
    line.finish()
    return line
  }
}
