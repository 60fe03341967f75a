import PlanModel
import PlanText

/// Rows of markdown tables that hold the head or the foot of a document (thể thức), as programs
/// write them that turn a word processor's file into markdown: one cell is a column of the page.
///
/// "| SỞ NỘI VỤ<br>**TRUNG TÂM LƯU TRỮ** | **CỘNG HÒA …**<br>**Độc lập …** |": each line of a cell
/// becomes a line of its own, the left column before the right. Where the lines of a cell were
/// joined by a blank, emphasis still tells some of them apart.
extension PlanReader {
  /// How long a cell is read to see what it is, in bytes.
  private static var formOpening: Int { 160 }

  /// Cuts the rows that are no rows.
  mutating func cutForms() {
    guard lines.contains(where: { $0.pipe }) else { return }
    var cut: [Line] = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      guard line.pipe, line.bars <= 4, isForm(pipeCells(line)) else {
        cut.append(line)
        continue
      }
      cut += parts(ofForm: line)
      // The rows under it belong to the form.
      while index < lines.count, lines[index].pipe, lines[index].blanksBefore == 0 {
        if isRuleLine(lines[index]) {
          addFurniture(.separator, lines[index].content)
        } else {
          cut += parts(ofForm: lines[index])
        }
        index += 1
      }
    }
    lines = cut
  }

  /// Whether the cells of a row are the columns of a head or a foot.
  private mutating func isForm(_ cells: [ByteSpan]) -> Bool {
    guard cells.count > 1 else { return false }
    for cell in cells where !cell.isEmpty {
      var opening = cell
      opening.end = min(cell.end, cell.start + Self.formOpening)
      while opening.end < cell.end, bytes[opening.end] & 0xC0 == 0x80 { opening.end -= 1 }
      let tokens = allTokens(opening)
      if phrases(tokens).contains(where: { meaning($0) == .motto }) { return true }
      if lineMatch(.motto, withoutMarks(tokens)) != nil { return true }
      let words = tokens.drop { $0.kind == .mark }
      if let colon = words.firstIndex(where: { markers.scalar($0) == 0x3A }),
        lineMatch(.recipients, Array(words[...colon])) != nil
      {
        return true
      }
    }
    return false
  }

  /// Some words without the marks around them.
  func withoutMarks(_ tokens: [Token]) -> [Token] {
    let words = tokens.drop { $0.kind == .mark }
    let last = words.lastIndex { $0.kind != .mark }
    return last.map { Array(words[...$0]) } ?? []
  }

  /// The lines in the cells of a row.
  private mutating func parts(ofForm line: Line) -> [Line] {
    var parts: [Line] = []
    var last = line.content.start
    for cell in pipeCells(line) where !cell.isEmpty {
      addFurniture(.separator, ByteSpan(last, cell.start))
      var start = cell.start
      let first = parts.count
      for gap in lineBreaks(in: cell) + [ByteSpan(cell.end, cell.end)] {
        if start < gap.start {
          var part = LineReader.part(of: line, from: start, to: gap.start, bytes)
          if !parts.isEmpty { part.blanksBefore = 0 }
          parts.append(part)
        }
        if gap.count > 1 { addFurniture(.separator, gap) }
        start = gap.end
      }
      // "**BỆNH VIỆN ĐA KHOA<br>KHU VỰC SƠN HÀ**": one emphasis over two lines.
      var own = Array(parts[first...])
      OpenEmphasis.strip(&own, bytes)
      parts.replaceSubrange(first..., with: own)
      last = cell.end
    }
    if last < line.content.end { addFurniture(.separator, ByteSpan(last, line.content.end)) }
    return parts
  }

  /// What breaks the lines of a cell: "<br>", or the blank that emphasis ends or begins at.
  private func lineBreaks(in cell: ByteSpan) -> [ByteSpan] {
    var breaks: [ByteSpan] = []
    var offset = cell.start
    var start = cell.start
    while offset < cell.end {
      if bytes[offset] == UInt8(ascii: "<"),
        let length = TextFolder.lineBreak(bytes, at: offset, end: cell.end)
      {
        breaks.append(ByteSpan(offset, offset + length))
        offset += length
        start = offset
        continue
      }
      // "**KT. GIÁM ĐỐC** **PHÓ GIÁM ĐỐC**", "SỞ NỘI VỤ **TRUNG TÂM LƯU TRỮ**".
      if bytes[offset] == 0x20, offset > start, offset + 1 < cell.end {
        let closes = bytes[offset - 1] == UInt8(ascii: "*")
        let next = bytes[offset + 1]
        let opens = next == UInt8(ascii: "*")
        if closes
          && (opens || next == UInt8(ascii: "-")
            || isInCapitals(ByteSpan(start, offset), moreThan: 2))
          || opens && isInCapitals(ByteSpan(start, offset), moreThan: 2)
        {
          breaks.append(ByteSpan(offset, offset + 1))
          start = offset + 1
        }
      }
      offset += 1
    }
    return breaks
  }

  /// Whether more than so many letters stand under a span, and no small ones.
  func isInCapitals(_ span: ByteSpan, moreThan least: Int) -> Bool {
    var letters = 0
    var offset = span.start
    while offset < span.end {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      switch LetterCase(scalar) {
      case .lower: return false
      case .upper: letters += 1
      case .none: break
      }
      offset += length
    }
    return letters > least
  }
}
