import PlanModel

/// Cells of a markdown table that hold several lines.
///
/// What turns web pages into markdown sets the two columns of a document's head as one row, whose
/// bars stand lines apart: "|  **ỦY BAN NHÂN DÂN**" / "**XÃ SƠN HÀ**" / "Số: 12/KH-UBND  |  **CỘNG
/// HÒA …". No line of it is a row: its bars part lines.
enum OpenCells {
  /// How many lines one row may take.
  private static let reach = 80

  /// The lines with open rows cut at their bars.
  static func cut(_ lines: [Line], _ bytes: [UInt8]) -> [Line] {
    guard lines.contains(where: { opens($0, bytes) }) else { return lines }
    var cut: [Line] = []
    cut.reserveCapacity(lines.count + 16)
    var index = 0
    // How many bars the row before has.
    var bars = 0
    while index < lines.count {
      guard opens(lines[index], bytes), let close = close(of: index, lines, bytes) else {
        cut.append(lines[index])
        bars = lines[index].pipe && closes(lines[index], bytes) ? lines[index].bars : 0
        index += 1
        continue
      }
      // "| 1 | Mở lớp:" below "| STT | Nội dung | Chủ trì |" is a row of that table.
      let own = lines[index...close].reduce(0) { $0 + $1.bars }
      if own == bars, isNumbered(lines[index], bytes) {
        cut += lines[index...close]
        index = close + 1
        continue
      }
      bars = 0
      for line in lines[index...close] { cut += parts(of: line, bytes) }
      index = close + 1
    }
    return cut
  }

  /// Whether a line begins a row and does not end it.
  private static func opens(_ line: Line, _ bytes: [UInt8]) -> Bool {
    line.content.count > 1 && bytes[line.content.start] == UInt8(ascii: "|")
      && !closes(line, bytes)
  }

  /// Whether a row begins with a number.
  private static func isNumbered(_ line: Line, _ bytes: [UInt8]) -> Bool {
    let cell = bytes[line.content.start..<line.content.end].dropFirst().drop { $0 == 0x20 }
    let digits = cell.prefix { (48...57).contains($0) }
    return !digits.isEmpty && digits.count < 4
      && cell.dropFirst(digits.count).first { $0 != 0x20 && $0 != 0x2E } == UInt8(ascii: "|")
  }

  private static func closes(_ line: Line, _ bytes: [UInt8]) -> Bool {
    bytes[line.content.end - 1] == UInt8(ascii: "|")
  }

  /// The line that ends the row which begins at line `start`; `nil` when another row comes first.
  private static func close(of start: Int, _ lines: [Line], _ bytes: [UInt8]) -> Int? {
    var index = start + 1
    while index < min(lines.count, start + reach) {
      if bytes[lines[index].content.start] == UInt8(ascii: "|") { return nil }
      if closes(lines[index], bytes) { return index }
      index += 1
    }
    return nil
  }

  /// The parts of a line between its bars.
  private static func parts(of line: Line, _ bytes: [UInt8]) -> [Line] {
    var parts: [Line] = []
    var start = line.content.start
    for offset in line.content.start...line.content.end {
      guard offset == line.content.end || bytes[offset] == UInt8(ascii: "|") else { continue }
      if !Blank.trim(bytes, ByteSpan(start, offset)).isEmpty {
        var part = LineReader.part(of: line, from: start, to: offset, bytes)
        if !parts.isEmpty { part.blanksBefore = 0 }
        parts.append(part)
      }
      start = offset + 1
    }
    return parts
  }
}
