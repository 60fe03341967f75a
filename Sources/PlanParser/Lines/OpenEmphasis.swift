import PlanModel

/// Emphasis of markdown that runs over several lines of a paragraph (CommonMark 6.2): "*(Kèm theo
/// Quyết định số …" / "… của Bộ trưởng Bộ Nội vụ)*".
enum OpenEmphasis {
  /// How many lines one paragraph in emphasis may take.
  private static let reach = 12

  /// Takes the marks off the lines that open and end such a paragraph.
  static func strip(_ lines: inout [Line], _ bytes: [UInt8]) {
    var index = 0
    while index < lines.count {
      let marks = opening(lines[index], bytes)
      guard marks > 0, let close = close(of: index, marks, lines, bytes) else {
        index += 1
        continue
      }
      lines[index].content.start += marks
      lines[close].content.end -= marks
      for line in index...close where marks > 1 { lines[line].bold = true }
      index = close + 1
    }
  }

  /// How many stars open a line that does not end with as many.
  private static func opening(_ line: Line, _ bytes: [UInt8]) -> Int {
    let content = line.content
    guard bytes[content.start] == UInt8(ascii: "*"), !line.pipe, line.tabs == 0 else { return 0 }
    let marks = bytes[content.start..<content.end].prefix { $0 == UInt8(ascii: "*") }.count
    guard marks <= 3, content.start + marks < content.end,
      Blank.length(bytes, at: content.start + marks, end: content.end) == 0
    else { return 0 }
    // What closes inside the line is the emphasis of its first words.
    return bytes[(content.start + marks)..<content.end].contains(UInt8(ascii: "*")) ? 0 : marks
  }

  /// The line that ends with the marks which open line `start`.
  private static func close(of start: Int, _ marks: Int, _ lines: [Line], _ bytes: [UInt8]) -> Int?
  {
    var index = start + 1
    while index < min(lines.count, start + reach), lines[index].blanksBefore == 0 {
      let content = lines[index].content
      let tail = bytes[content.start..<content.end].reversed().prefix { $0 == UInt8(ascii: "*") }
      if !tail.isEmpty {
        return tail.count == marks && content.count > marks ? index : nil
      }
      if bytes[content.start..<content.end].contains(UInt8(ascii: "*")) { return nil }
      index += 1
    }
    return nil
  }
}
