import PlanModel
import PlanText

/// The ordinals that open rows of tables whose cells follow each other.
extension PlanReader {
  /// The ordinal that opens a row at a line, and the text behind it; `nil` when none follows there.
  ///
  /// Behind a number without a stop, as `first` is, none has one.
  mutating func wrappedRow(
    at index: Int, after ordinals: [RowOrdinal], _ first: ByteSpan?
  ) -> (ordinal: RowOrdinal, span: ByteSpan, text: ByteSpan)? {
    guard let opening = wrappedOrdinal(at: index), opening.ordinal.follows(ordinals) else {
      return nil
    }
    let ordinal = opening.ordinal
    if ordinals.contains(where: { ordinal.skipsOne(after: $0) }) { return nil }
    if opening.text.isEmpty, isPageOrRest(index, ordinal) { return nil }
    if let first, let own = RowOrdinal(bytes[first.start..<first.end]), own.kind == ordinal.kind,
      ordinal.values.count == 1, bytes[opening.span.end - 1] == 0x2E,
      bytes[first.end - 1] != 0x2E
    {
      return nil
    }
    return opening
  }

  /// Whether a number that is alone on a line is that of a page, or the end of a cell: the row with
  /// that number begins below it.
  private mutating func isPageOrRest(_ index: Int, _ ordinal: RowOrdinal) -> Bool {
    for next in (index + 1..<lines.count).prefix(4) {
      if let own = wrappedOrdinal(at: next), own.ordinal == ordinal { return true }
    }
    let isAtEdge =
      lines[index].pageBefore || index + 1 < lines.count && lines[index + 1].pageBefore
    return isAtEdge && furniture(of: lines[index])?.kind == .pageNumber
  }

  /// Whether a line names a row that adds up those above it, with its figures.
  mutating func isWrappedTotal(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.width <= 80, line.tabs == 0 else { return false }
    let words = tokens(line.content)
    return words.contains { $0.kind == .number } && lineMatch(.total, words) != nil
  }

  /// The ordinal at the beginning of a line, and the text behind it.
  func wrappedOrdinal(at index: Int) -> (ordinal: RowOrdinal, span: ByteSpan, text: ByteSpan)? {
    guard index < lines.count, lines[index].tabs == 0, lines[index].table == 0 else { return nil }
    let content = lines[index].content
    var end = content.start
    while end < content.end, bytes[end] != 0x20, end - content.start < 10 { end += 1 }
    guard end == content.end || bytes[end] == 0x20,
      let ordinal = RowOrdinal(bytes[content.start..<end]),
      ordinal.kind == .number || bytes[content.start] < 0x61
        || end == content.end && isSmallLetter(content)
    else { return nil }
    let text = Blank.trim(bytes, ByteSpan(end, content.end))
    if !text.isEmpty, LetterCase(Scalars.decode(bytes, at: text.start).scalar) == .lower {
      return nil
    }
    return (ordinal, ByteSpan(content.start, end), text)
  }

  /// Whether an ordinal is a small letter before a bracket: "a)", "đ)".
  func isSmallLetter(_ span: ByteSpan) -> Bool {
    span.count > 1 && bytes[span.end - 1] == UInt8(ascii: ")")
      && LetterCase(Scalars.decode(bytes, at: span.start).scalar) == .lower
  }

  /// Whether a further row begins below a line before the table ends.
  mutating func leadsToRow(
    from start: Int, after ordinals: [RowOrdinal], _ first: ByteSpan?
  ) -> Bool {
    for index in (start..<lines.count).prefix(PlanReader.longestWrappedRow) {
      if let opening = wrappedRow(at: index, after: ordinals, first) {
        return opening.ordinal.kind == .number || isSmallLetter(opening.span)
          || headsRows(index, opening.ordinal, ordinals)
      }
      if stopsWrapped(index) { return false }
    }
    return false
  }

  /// Whether a row stands below a line that could head rows, and it heads no section.
  private mutating func headsRows(_ index: Int, _ ordinal: RowOrdinal, _ ordinals: [RowOrdinal])
    -> Bool
  {
    var known = ordinals
    note(ordinal, in: &known)
    for next in (index + 1..<lines.count).prefix(4)
    where wrappedRow(at: next, after: known, nil) != nil { return true }
    return false
  }

  /// Whether the text goes on at line `index`, right behind a row of one line as all others have: with
  /// the label of a series that the rows do not count, or behind the last row with a bullet or a
  /// sentence.
  mutating func resumesText(
    at index: Int, behind row: ByteSpan, after ordinals: [RowOrdinal], isLast: Bool
  ) -> Bool {
    guard index < lines.count, case let line = lines[index], line.tabs == 0, !line.startsLower,
      !row.isEmpty, wrappedRow(at: index, after: ordinals, nil) == nil, !isWrappedTotal(index)
    else { return false }
    if let marker = marker(tokens(line.content)) {
      return marker.family == .bullet ? isLast : marker.style != 0 && marker.value > 1
    }
    return isLast && line.ending == .stop && bytes[row.end - 1] != UInt8(ascii: ".")
  }
}
