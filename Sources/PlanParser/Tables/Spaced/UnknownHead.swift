import PlanModel

/// Heads of tables in the layout of a page whose words name no column that is known: what stands
/// below them tells that they are heads.
extension PlanReader {
  /// How many columns such a head has at least.
  private static var fewestColumns: Int { 3 }
  /// How many lines below it are looked at.
  private static var rowLines: Int { 24 }
  /// Below how many lines of names the first row begins at most.
  private static var deepestHead: Int { 7 }
  /// The longest name, and the longest cell where no number tells the rows.
  private static var longestName: Int { 32 }
  private static var longestCell: Int { 48 }

  /// Whether a table in columns of blanks begins at line `start`: with a head whose words are known,
  /// or one that the rows below it tell.
  mutating func opensSpacedTable(at start: Int) -> Bool {
    spacedHead(at: start) != nil || unknownHead(at: start) != nil
  }

  /// Whether the first of some names is that of the numbers of rows, and the first two rows stand
  /// below them: each a number under the first, and cells of which none is under two of the others.
  mutating func numbersRows(under names: [Fragment], at main: Int) -> Bool {
    guard names.count >= Self.fewestColumns, namesOrdinals(folder.fold([names[0].span])) else {
      return false
    }
    var last: RowOrdinal?
    for (place, line) in lines[main...].dropFirst().prefix(Self.rowLines).enumerated() {
      if line.tabs > 0 || line.pipe || line.width > 400 { return false }
      let cells = fragments(of: line)
      guard let first = cells.first, cells.count > 2, isNumber(first.span),
        first.meets(names[0].start - 2, names[0].end + 2), let own = ordinal(first)
      else {
        if last == nil, place >= Self.deepestHead { return false }
        continue
      }
      guard last.map({ own.follows([$0]) }) ?? own.opens,
        cells.dropFirst().allSatisfy({ cell in
          cell.start >= names[0].end
            && names.dropFirst().count { $0.meets(cell.start, cell.end) } < 2
        })
      else { return false }
      if last != nil { return true }
      last = own
    }
    return false
  }

  /// Whether the first two cells below a name count on from one, and nothing else stands below it:
  /// "Giai đoạn" over "1" and "2".
  func counts(under name: SpacedHead.Column, from next: Int) -> Bool {
    var last: RowOrdinal?
    for line in lines[next...].prefix(Self.rowLines) {
      guard line.tabs == 0, !line.pipe, line.width <= 400, !line.pageBefore,
        let first = fragments(of: line).first
      else { return false }
      if first.start > name.end { continue }
      guard isNumber(first.span), first.meets(name.start - 2, name.end + 2),
        let own = ordinal(first), last.map({ own.follows([$0]) }) ?? own.opens
      else { return false }
      if last != nil { return true }
      last = own
    }
    return false
  }

  /// The head at line `start` whose words are unknown and that numbers no rows: three lines or more
  /// right below it have a cell under each of its names, begun or ended where the name is.
  mutating func unknownHead(at start: Int) -> SpacedHead? {
    let line = lines[start]
    guard line.spaced, isRowLike(line),
      start == 0 || line.blanksBefore > 0 || line.pageBefore
        || !lines[start - 1].spaced
    else { return nil }
    let names = fragments(of: line)
    guard names.count >= Self.fewestColumns, names.count <= 24,
      names.allSatisfy({ isName($0) }), markers.read(tokens(line.content)) == nil,
      endMeaning(line) == nil
    else { return nil }
    var rows = 0
    for next in lines[start...].dropFirst().prefix(Self.rowLines) {
      guard next.blanksBefore == 0, !next.pageBefore, next.spaced, isRowLike(next) else { break }
      let cells = fragments(of: next)
      guard stand(cells, under: names), endMeaning(next) == nil else { break }
      if cells.count == names.count, !cells.dropFirst().allSatisfy({ isLower($0) }) { rows += 1 }
    }
    return rows >= Self.fewestColumns ? head(of: [names], next: start + 1) : nil
  }

  /// Whether a line can be a row of a table: it is no sentence or list, and no row of another kind.
  private func isRowLike(_ line: Line) -> Bool {
    line.tabs == 0 && !line.pipe && line.bars == 0 && line.width < 240 && !line.ended
  }

  /// Whether a run of words can name a column whose words are unknown.
  private func isName(_ name: Fragment) -> Bool {
    LetterCase(Scalars.decode(bytes, at: name.span.start).scalar) == .upper
      && name.end - name.start <= Self.longestName
      && bytes[name.span.end - 1] != UInt8(ascii: ":")
  }

  /// Whether each cell of a line stands under a name of its own, begun or ended where that is, and
  /// reaches under no other.
  private func stand(_ cells: [Fragment], under names: [Fragment]) -> Bool {
    var next = 0
    for cell in cells {
      guard cell.end - cell.start <= Self.longestCell,
        let place = names.indices.dropFirst(next).first(where: {
          abs(names[$0].start - cell.start) <= 1 || abs(names[$0].end - cell.end) <= 1
        }), place + 1 == names.count || cell.end < names[place + 1].start
      else { return false }
      next = place + 1
    }
    return true
  }
}
