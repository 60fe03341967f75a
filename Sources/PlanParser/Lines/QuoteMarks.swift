import PlanModel
import PlanText

/// The marks of markdown before quoted lines: "> **ĐẾN** Số: 98".
extension PlanReader {
  /// Takes the marks off the lines they open, as furniture.
  mutating func takeQuoteMarks() {
    for index in lines.indices {
      guard let end = quoteEnd(lines[index]) else { continue }
      let line = lines[index]
      addFurniture(.separator, ByteSpan(line.content.start, end))
      lines[index] = LineReader.part(of: line, from: end, to: line.raw.end, bytes)
    }
  }

  /// Where the quote marks end that open a line; `nil` without any: "> 50% số hộ" compares.
  private func quoteEnd(_ line: Line) -> Int? {
    guard bytes[line.content.start] == UInt8(ascii: ">"), line.tabs == 0, !line.pipe else {
      return nil
    }
    var offset = line.content.start
    var end = offset
    while offset < line.content.end, bytes[offset] == UInt8(ascii: ">") || bytes[offset] == 0x20 {
      if bytes[offset] == UInt8(ascii: ">") { end = offset + 1 }
      offset += 1
    }
    guard offset > end, offset < line.content.end else { return nil }
    return bytes[offset].isDigit ? nil : end
  }
}
