import PlanModel

/// Heads between empty lines, whose names are cut over lines and stand beside each other's middles.
extension PlanReader {
  /// Where a column of a head lies on the page.
  private struct Strip {
    var start: Int
    var end: Int
    /// The pieces of its name from top to bottom, with their lines.
    var pieces: [(row: Int, piece: Fragment)] = []
  }

  /// The widest line of a head.
  private static var headWidth: Int { 240 }
  /// How many lines it has at most.
  private static var boxDepth: Int { 8 }
  /// From how many columns of the page on a run of words may be no name.
  private static var longestName: Int { 32 }
  /// How many of them a name takes at most where several stand beside each other.
  private static var widestName: Int { 24 }

  /// The head that begins at line `start` and ends before the next empty line; `nil` unless most
  /// of what blanks part on all of its lines names a column.
  mutating func boxedHead(at start: Int) -> SpacedHead? {
    guard
      start == 0 || lines[start].blanksBefore > 0 || lines[start].pageBefore
        || !lines[start - 1].spaced
    else { return nil }
    var rows: [[Fragment]] = []
    var next = start
    // Whether the first row follows without an empty line.
    var isOpen = false
    while next < lines.count, next == start || lines[next].blanksBefore == 0 {
      let line = lines[next]
      guard rows.count < PlanReader.boxDepth, line.tabs == 0, !line.pipe, line.ending != .stop,
        line.right < PlanReader.headWidth, next == start || !line.pageBefore
      else { return nil }
      let names = fragments(of: line)
      guard let first = names.first, names.allSatisfy({ $0.end <= PlanReader.headWidth }),
        !endsTitle(names) || closesName(names, under: rows)
      else {
        return nil
      }
      if opensRows(names) || !rows.isEmpty && isNoName(names) {
        isOpen = true
        break
      }
      guard !beginsWithNumber(first), rows.isEmpty || !opensCells(names) else { return nil }
      if !rows.isEmpty, names.contains(where: { isSentence($0) }) { return nil }
      rows.append(names)
      next += 1
    }
    // Rows that nothing numbers stand right below a head of one line: no row follows the empty line.
    guard rows.count > 1, next < lines.count, isOpen || rowsFollow(at: next),
      columnCount(rows.joined().map(\.span)) > 0
    else { return nil }
    let under = linesUnder(next - 1)
    var strips: [Strip] = []
    var named: [Bool] = []
    for strip in self.strips(of: rows) {
      let isName = isColumn(strip)
      if let last = strips.last, strip.start - last.end == 1,
        !(named[named.count - 1]
          && (isName && beginsAnew(strip) || begins(strip, after: last, over: under)))
      {
        strips[strips.count - 1].pieces += strip.pieces
        strips[strips.count - 1].end = strip.end
        named[named.count - 1] = isColumn(strips[strips.count - 1])
      } else {
        strips.append(strip)
        named.append(isName)
      }
    }
    let count = named.count { $0 }
    guard count > 2 && count * 3 >= strips.count * 2 || numbersRows(strips, at: next) else {
      return nil
    }
    if isOpen {
      guard namesOrdinals(strips[0]),
        count == strips.count || !rows[rows.count - 1].contains(where: { beginsAnew($0) })
      else { return nil }
    }
    var parted = rows.map { _ in [Fragment]() }
    for strip in strips {
      for (row, piece) in strip.pieces {
        // What one blank parts and is one name is one piece again.
        if let last = parted[row].indices.last, parted[row][last].start >= strip.start {
          parted[row][last].span.end = piece.span.end
          parted[row][last].end = piece.end
        } else {
          parted[row].append(piece)
        }
      }
    }
    guard let head = head(of: parted, next: next), head.columns.count == strips.count else {
      return nil
    }
    return head
  }

  /// Whether all that stands on a line ends a bracket that names above it opened: "từ vốn" over
  /// "của xã)" under "Nguồn (lấy".
  private func closesName(_ names: [Fragment], under rows: [[Fragment]]) -> Bool {
    guard let only = names.first, names.count == 1 else { return false }
    let above = rows.joined().filter { $0.meets(only.start, only.end) }
    let marks = above.flatMap { bytes[$0.span.start..<$0.span.end] }
    return marks.count { $0 == 0x28 } == marks.count { $0 == 0x29 } + 1
  }

  /// Whether the runs of words of a line below the names are cells of a row: a time stands first, or
  /// all begin with a capital and none names a column.
  private mutating func opensCells(_ names: [Fragment]) -> Bool {
    if isTime(names[0].span) { return true }
    return names.count > 1 && names.allSatisfy { beginsAnew($0) }
      && columnCount(names.map(\.span)) == 0
  }

  /// Over how many lines below a head its first number is looked for: beside the middle of cells, under
  /// a text over all columns.
  private static var firstReach: Int { 8 }

  /// Over how many lines below a head the first cells side by side are looked for.
  private static var rowReach: Int { 4 }

  /// Whether words set apart stand on a line at or shortly below `index`.
  private func rowsFollow(at index: Int) -> Bool {
    lines[index...].prefix(PlanReader.rowReach).contains { $0.spaced }
  }

  /// Whether the runs of words of a line are the first of a series of rows: a number and cells that
  /// begin on the line.
  private func opensRows(_ cells: [Fragment]) -> Bool {
    guard let first = cells.first else { return false }
    let (number, text) = firstWord(of: first).map { ($0.word, Optional($0.rest)) } ?? (first, nil)
    guard ordinal(number)?.opens == true else { return false }
    return (cells.dropFirst() + [text].compactMap { $0 }).allSatisfy {
      LetterCase(Scalars.decode(bytes, at: $0.span.start).scalar) != .lower
    }
  }

  /// Whether a run of words is too long for names of columns, of which each has a capital: it is
  /// the text of a row.
  private func isSentence(_ run: Fragment) -> Bool {
    guard run.end - run.start >= PlanReader.longestName, !isLower(run) else { return false }
    var capitals = 1
    for blank in blanks(in: run) {
      guard let (_, right) = split(run, at: blank) else { continue }
      let first = Scalars.decode(bytes, at: right.span.start).scalar
      if LetterCase(first) == .upper { capitals += 1 }
    }
    return capitals * PlanReader.widestName < run.end - run.start
  }

  /// Whether a text does not go on with a name above it.
  private func beginsAnew(_ piece: Fragment) -> Bool {
    let first = Scalars.decode(bytes, at: piece.span.start).scalar
    return first != 0x28 && LetterCase(first) != .lower
  }

  /// Whether the first piece of a strip does not go on with what stands before it: "việc" behind
  /// "Nội dung công" does.
  private func beginsAnew(_ strip: Strip) -> Bool {
    strip.pieces.min { $0.row < $1.row }.map { beginsAnew($0.piece) } ?? true
  }

  /// Whether the first column of a head numbers the rows, its names stand well apart, and a line
  /// shortly below it has the first number.
  private mutating func numbersRows(_ strips: [Strip], at next: Int) -> Bool {
    guard strips.count > 2, namesOrdinals(strips[0]),
      zip(strips, strips.dropFirst()).allSatisfy({ $1.start - $0.end > 1 })
    else { return false }
    return lines[next...].prefix(Self.firstReach).contains { line in
      let cells = line.spaced ? fragments(of: line) : []
      return cells.count > 2 && ordinal(cells[0])?.opens == true
    } || isEmptyForm(at: next)
  }

  /// What columns of the page that are blank on all lines of a head part.
  private func strips(of rows: [[Fragment]]) -> [Strip] {
    var written = [Bool](repeating: false, count: PlanReader.headWidth + 1)
    for fragment in rows.joined() {
      for column in fragment.start..<fragment.end { written[column] = true }
      for blank in blanks(in: fragment) { written[blank] = false }
    }
    for fragment in rows.joined() {
      let blanks = Set(blanks(in: fragment))
      for column in fragment.start..<fragment.end where !blanks.contains(column) {
        written[column] = true
      }
    }
    var strips: [Strip] = []
    for column in written.indices where written[column] {
      if let last = strips.last, last.end == column {
        strips[strips.count - 1].end = column + 1
      } else {
        strips.append(Strip(start: column, end: column + 1))
      }
    }
    for (row, fragments) in rows.enumerated() {
      for fragment in fragments {
        var rest = fragment
        for index in strips.indices where rest.meets(strips[index].start, strips[index].end) {
          let cut = blanks(in: rest).first { $0 >= strips[index].end }
          guard rest.end > strips[index].end, let cut, let (left, right) = split(rest, at: cut)
          else {
            strips[index].pieces.append((row, rest))
            break
          }
          strips[index].pieces.append((row, left))
          rest = right
        }
      }
    }
    return strips
  }

  /// Whether a strip begins another name than the one before it, which one blank parts from it:
  /// that one heads the numbers of the rows, or lines write into two columns under the two.
  private mutating func begins(_ strip: Strip, after last: Strip, over under: [[Fragment]])
    -> Bool
  {
    guard let name = last.pieces.first?.piece, let first = strip.pieces.first?.piece,
      LetterCase(Scalars.decode(bytes, at: first.span.start).scalar) == .upper
    else { return false }
    if namesOrdinals(last) { return true }
    return stand(
      Fragment(span: name.span, start: last.start, end: last.end),
      Fragment(span: first.span, start: strip.start, end: strip.end), over: under)
  }

  /// Whether a strip is the name of the numbers of rows, on one line.
  private mutating func namesOrdinals(_ strip: Strip) -> Bool {
    guard let name = strip.pieces.first, strip.pieces.count == 1,
      let match = lineMatch(.column, tokens(name.piece.span))
    else { return false }
    return value("column", of: match) == "ordinal"
  }

  /// Whether the pieces of a strip name a column.
  private mutating func isColumn(_ strip: Strip) -> Bool {
    let pieces = strip.pieces.sorted { $0.row < $1.row }.map(\.piece.span)
    return lineMatches(of: folder.fold(pieces)).contains { grammar.meaning(of: $0.rule) == .column }
  }
}
