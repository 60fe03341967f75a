import PlanModel
import PlanText

/// The columns of an ending on one line, and what stands in them that belongs to the head.
extension PlanReader {
  /// What parts the columns where a table was written as text.
  ///
  /// "- Lưu: VT | KT. GIÁM ĐỐC".
  private static let bar = UInt8(ascii: "|")

  /// Whether nothing in a line parts cells.
  func isOneCell(_ line: Line) -> Bool {
    line.tabs == 0 && !line.gapped
      && ByteWord.first(
        PlanReader.bar, in: bytes, from: line.content.start, to: line.content.end) == nil
  }

  /// The cells of a line of the ending: cut at TABs, at bars and at wide gaps.
  mutating func endCells(_ line: Line) -> [ByteSpan] {
    if isOneCell(line) { return [unmarked(line.content)] }
    var cells: [ByteSpan] = []
    var start = line.content.start
    var offset = start
    var blanks = 0
    while offset < line.content.end {
      let byte = bytes[offset]
      // The indent of a line that was joined to the one above parts nothing.
      blanks = byte == 0x20 ? blanks + 1 : byte == 0x0A ? -line.content.count : 0
      if byte == 0x09 || byte == PlanReader.bar || blanks == 4 {
        let cell = unmarked(ByteSpan(start, offset))
        if !cell.isEmpty { cells.append(cell) }
        start = offset + 1
      }
      offset += 1
    }
    let cell = unmarked(ByteSpan(start, line.content.end))
    if !cell.isEmpty { cells.append(cell) }
    joinBullets(&cells)
    // "Trần        ùng Sơn": a letter was lost, not a cell begun.
    if cells.count == 2, isName(tokens(line.content)),
      LetterCase(Scalars.decode(bytes, at: cells[1].start).scalar) == .lower
    {
      return [unmarked(line.content)]
    }
    return cells
  }

  /// Joins a bullet to the cell behind it: what stands between them is the bullet's own gap.
  private func joinBullets(_ cells: inout [ByteSpan]) {
    var index = 0
    while index + 1 < cells.count {
      if isBullet(cells[index]) {
        cells[index] = cells[index].union(cells[index + 1])
        cells.remove(at: index + 1)
      }
      index += 1
    }
  }

  /// Whether a span is one bullet and nothing more; "o" is the circle of a font.
  private func isBullet(_ span: ByteSpan) -> Bool {
    let (scalar, length) = Scalars.decode(bytes, at: span.start)
    return span.count == length
      && (MarkerReader.bulletKind(scalar) != nil || scalar == UInt32(UInt8(ascii: "o")))
  }

  /// Whether emphasis holds the bullet alone that some tokens begin with: "*-* Sở Nội vụ".
  func isEmphasised(bullet tokens: ArraySlice<Token>) -> Bool {
    let marks = tokens.prefix(3).map { markers.scalar($0) }
    return tokens.count > 3 && marks.first == 0x2A && marks.last == 0x2A
      && MarkerReader.bulletKind(marks[1]) == 0x2D
      && tokens.prefix(3).dropFirst().allSatisfy { !$0.shape.contains(.spaced) }
  }

  /// A span without blanks and emphasis at its ends.
  ///
  /// "**KT. CHỦ TỊCH" opens on one line what the next closes.
  func unmarked(_ span: ByteSpan) -> ByteSpan {
    var span = Blank.trim(bytes, span)
    guard folder.markdown else { return span }
    while span.count > 2, bytes[span.start] == 0x2A, bytes[span.start + 1] == 0x2A {
      span.start += 2
    }
    // "_**Nơi nhận:**_ - UBND tỉnh;": the two kinds of emphasis in one another.
    if span.count > 6, bytes[span.start] == 0x5F, bytes[span.start + 1] == 0x2A { span.start += 3 }
    // "*Nơi nhận:* - UBND tỉnh;": behind a bullet stands a blank.
    if span.count > 2, bytes[span.start] == 0x2A, bytes[span.start + 1] > 0x20,
      MarkerReader.bulletKind(Scalars.decode(bytes, at: span.start + 1).scalar) == nil,
      bytes[span.start..<span.end].dropFirst().contains(0x2A)
    {
      span.start += 1
    }
    while span.count > 2, bytes[span.end - 1] == 0x2A { span.end -= 1 }
    return Blank.trim(bytes, span)
  }

  /// Where bars stand in a line that is no row of a table of data.
  private func bars(in line: Line) -> [Int] {
    (line.content.start..<line.content.end).filter { bytes[$0] == PlanReader.bar }
  }

  /// Whether a row of a table has one cell with text.
  ///
  /// "| TM. ỦY BAN NHÂN DÂN |".
  mutating func isLoneCell(_ line: Line) -> Bool {
    line.width < 100 && endCells(line).count == 1
  }

  /// Takes the bars of a line as furniture.
  mutating func takeBars(_ line: Line) {
    for offset in bars(in: line) { addFurniture(.separator, ByteSpan(offset, offset + 1)) }
  }

  /// Takes place and date that stand at the end of the document and not in its head.
  mutating func takesDate(_ cell: ByteSpan, _ tokens: [Token]) -> Bool {
    guard cell.count < 160, plan.header.date.status == .absent,
      plan.header.place.status == .absent, let part = latePart(tokens),
      part.meaning == .placeDate, capture("place", of: part.match, tokens) != nil
    else { return false }
    placeDate(part, tokens)
    return true
  }

  /// Takes place and date above the signature of a document whose head has them already.
  mutating func takesSecondDate(_ cell: ByteSpan, _ tokens: [Token]) -> Bool {
    guard cell.count < 160, plan.header.date.status != .absent,
      let match = phrases(tokens, startingBefore: 1).first(where: {
        $0.end == tokens.count && meaning($0) == .placeDate
      }), capture("place", of: match, tokens) != nil
    else { return false }
    addFurniture(.noise, cell, rule: match.rule)
    return true
  }

  /// Takes a line with place and date above the signature.
  mutating func takesDate(above index: Int, _ zone: Zone) -> Bool {
    let line = lines[index]
    guard line.width < 80, line.tabs == 0, !line.pipe, index + 1 < lines.count, !zone.isAppendix,
      endsZone(at: index + 1, zone, appendix: false)
    else { return false }
    let tokens = tokens(line.content)
    return takesDate(line.content, tokens) || takesSecondDate(line.content, tokens)
  }
}
