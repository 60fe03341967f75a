import PlanModel

/// Rows that neither a number nor a time opens, under a first cell that spans several of them.
///
/// The text of a cell stands on lines that follow each other. Where several cells begin on one line,
/// behind lines that wrote nothing into some of them and had room in the others, a new row begins.
extension PlanReader {
  /// How many lines write nothing into a cell at least that is surely at its end.
  private static var emptyLines: Int { 2 }
  /// How many cells begin a row at least: among rows with numbers and elsewhere.
  private static var begunUnderNumbers: Int { 3 }
  private static var begun: Int { 2 }

  /// How many cells that begin at once, in all columns but the first, begin a row that nothing numbers.
  private static var begunTogether: Int { 3 }

  /// The first lines of rows with those that begin inside of what is known.
  func freshRows(in lines: [CellLine], _ starts: [Int], _ alignment: RowCutter.Alignment?) -> [Int]
  {
    guard alignment == nil || alignment == .top, starts.first == 0 else { return starts }
    let rights = rights(of: lines)
    let known = Set(starts)
    let hours = columnOfHours(in: lines)
    let isNumbered = alignment != nil
    // A row that a page broke has text in its cells above the page.
    let isBroken = isNumbered && !lines[0].hasOrdinal
    var isTop = true
    var found: [Int] = []
    // For each column the last line of the row that wrote into it.
    var last = [Int?](repeating: nil, count: rights.count)
    for (index, line) in lines.enumerated() {
      if known.contains(index) {
        isTop = line.cells[0] != nil || index == 0 && isBroken
        found.append(index)
        last = Array(
          repeating: index == 0 && isBroken ? -Self.emptyLines : nil, count: rights.count)
      } else if isTop,
        isFresh(line, at: index, in: lines, last, rights, numbered: isNumbered)
          || opensHour(line, in: hours)
      {
        found.append(index)
        last = Array(repeating: nil, count: rights.count)
      }
      for column in rights.indices where line.cells[column] != nil { last[column] = index }
    }
    return found
  }

  /// How many hours a column has at least.
  private static var hours: Int { 2 }

  /// The column behind the first in which hours stand and nothing else: "07h30 - 08h00".
  private func columnOfHours(in lines: [CellLine]) -> Int? {
    lines[0].cells.indices.dropFirst().first { column in
      let pieces = lines.compactMap { $0.cells[column] }
      return pieces.count >= Self.hours
        && pieces.allSatisfy { isHour($0.span) && $0.ending == .open && !endsInDash($0.span) }
    }
  }

  /// Whether a line has an hour there.
  private func opensHour(_ line: CellLine, in hours: Int?) -> Bool {
    guard let hours, line.cells[0] == nil else { return false }
    return line.cells[hours] != nil
  }

  /// Whether a line begins a row under the lines of which `last` tells the last in each column.
  private func isFresh(
    _ line: CellLine, at index: Int, in lines: [CellLine], _ last: [Int?], _ rights: [Int],
    numbered: Bool
  ) -> Bool {
    let written = line.cells.indices.filter { line.cells[$0] != nil }
    guard line.cells[0] == nil, !line.gap, !line.closesTime,
      written.count >= (numbered ? Self.begunUnderNumbers : Self.begun)
    else { return false }
    var (ended, surely, full) = (0, 0, 0)
    // How many cells of the row go before those that begin, and whether these are all but the first.
    var begun = 0
    var isWhole = written.count + 1 == line.cells.count
    for column in written {
      guard let piece = line.cells[column], !piece.lower, !begins(bullet: piece.span) else {
        return false
      }
      guard let above = last[column] else { continue }
      guard above >= 0, let before = lines[above].cells[column] else {
        surely += 1
        continue
      }
      if before.ending == .comma || endsInDash(before.span) { return false }
      begun += 1
      if before.ending == .semicolon { isWhole = false }
      let empty = index - above - 1
      if empty == 0, before.end + 1 + piece.word >= rights[column] {
        full += 1
        isWhole = isWhole && column != widest(of: rights)
      }
      if empty > 0 { ended += 1 }
      if empty >= Self.emptyLines { surely += 1 }
    }
    if !numbered, isWhole, begun >= Self.begunTogether { return true }
    return full == 0 && (surely > (numbered ? 1 : 0) || !numbered && ended > 1)
  }

  /// The widest column behind the first, that of the texts.
  private func widest(of rights: [Int]) -> Int {
    rights.indices.dropFirst().max {
      rights[$0] - rights[$0 - 1] < rights[$1] - rights[$1 - 1]
    } ?? 0
  }

  private func endsInDash(_ span: ByteSpan) -> Bool {
    var last = span.end - 1
    while last > span.start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
    return MarkerReader.bulletKind(Scalars.decode(bytes, at: last).scalar) == 0x2D
  }
}
