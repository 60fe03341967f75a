import PlanModel
import PlanText

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
    var above = Rows()
    while index < lines.count {
      guard opens(lines[index], bytes), let close = close(of: index, lines, bytes) else {
        cut.append(lines[index])
        above.take(lines[index], bytes)
        index += 1
        continue
      }
      // "| 1 | Mở lớp:" below "| STT | Nội dung | Chủ trì |" is a row of that table.
      let own = lines[index...close].reduce(0) { $0 + $1.bars }
      if own == above.bars,
        isNumbered(lines[index], bytes) || above.goOn(in: lines[index], bytes)
      {
        cut += lines[index...close]
        index = close + 1
        continue
      }
      above = Rows()
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
    let digits = cell.prefix { $0.isDigit }
    return !digits.isEmpty && digits.count < 4
      && cell.dropFirst(digits.count).first { $0 != 0x20 && $0 != 0x2E } == UInt8(ascii: "|")
  }

  fileprivate static func closes(_ line: Line, _ bytes: [UInt8]) -> Bool {
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

/// The rows of a markdown table above a line.
private struct Rows {
  /// How many bars the last has; none where no row stands above.
  private(set) var bars = 0
  /// Whether all cells of the last hold text.
  private var isFilled = false
  /// Whether the names of the columns and the rule below them stand above.
  private var isRuled = false

  /// Takes the next line of the text.
  mutating func take(_ line: Line, _ bytes: [UInt8]) {
    guard line.pipe, OpenCells.closes(line, bytes) else {
      self = Rows()
      return
    }
    if line.blanksBefore > 0 || line.bars != bars { self = Rows() }
    bars = line.bars
    let cells = bytes[line.content.start..<line.content.end].split(separator: UInt8(ascii: "|"))
    let isRule = cells.allSatisfy { $0.allSatisfy { $0 == 0x2D || $0 == 0x3A || $0 == 0x20 } }
    if isRule, isFilled { isRuled = true }
    isFilled = !isRule && cells.allSatisfy { $0.contains { $0 != 0x20 } }
  }

  /// Whether a line that begins a row and does not end it goes on with a table under a rule: its first
  /// cell is whole, and of two it begins with a number, as those of a head or an ending do not.
  func goOn(in line: Line, _ bytes: [UInt8]) -> Bool {
    guard isRuled, line.blanksBefore == 0, line.bars > 1 else { return false }
    let text = bytes[line.content.start..<line.content.end].dropFirst().drop { $0 == 0x20 }
    guard let first = text.first, first != UInt8(ascii: "|") else { return false }
    return bars > 3 || first.isDigit
  }
}
