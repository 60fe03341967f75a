import PlanModel
import PlanText

/// The head of a table whose cells follow each other, each broken over lines.
struct WrappedHead {
  /// Its rows: one, two where names stand below others, and the numbers of the columns.
  var rows: [TableDraft.Row]
  /// What each column but the first holds.
  var roles: [String?]
  /// Whether times open its rows, not numbers.
  var opensWithTime = false
  /// Whether the figures at the ends of rows tell how many columns there are.
  var isTold = false
  /// Its first line, and how many it has.
  var first: Int
  var count: Int
  /// The line after it.
  var next: Int { first + count }
}

extension PlanReader {
  /// How many lines and words such a head has at most.
  static var mostHeadLines: Int { 16 }
  private static var mostHeadWords: Int { 80 }
  /// How many letters the name of the column of ordinals has at most.
  private static var widestOrdinalName: Int { 5 }
  /// What a name costs that is not known, and one in which a line begins with a capital.
  private static var unknownName: Int { 3 }
  private static var brokenName: Int { 5 }

  /// Reads the head at line `start`, which begins with the name of the column of ordinals and ends
  /// above the first row; `nil` when none does.
  mutating func wrappedHead(at start: Int) -> WrappedHead? {
    let isNumbered = isNamedOrdinal(start)
    let opening = isNumbered ? nil : namedStage(start)
    let opensWithTime = !isNumbered && opening == nil && isNamedTime(start)
    guard opensWithTime || isNumbered || opening != nil,
      let end = wrappedHeadEnd(from: start, timed: opensWithTime, staged: opening != nil)
    else { return nil }
    var words: [Token] = []
    for line in lines[start..<end] { words += tokens(line.content) }
    guard words.count <= PlanReader.mostHeadWords else { return nil }
    var numbered: TableDraft.Row?
    var count = words.count
    let last = tokens(lines[end - 1].content)
    if end > start + 1, last.allSatisfy({ $0.kind != .syllable }) { count -= last.count }
    let figures = isNumbered && count == words.count ? figuresOfRows(from: end) : nil
    let told = figures.map { 2 + $0 + (endsInNote(words) ? 1 : 0) }
    let first = opening ?? (brokenOrdinals(at: start) == nil ? nil : 2)
    guard let names = wrappedNames(words, count, first: first, told: told), names.count > 2 else {
      return nil
    }
    var roles = wrappedRoles(words, names, timed: opensWithTime)
    if let figures {
      for column in roles.indices {
        roles[column] = column > 0 && column <= figures ? nil : roles[column]
      }
      roles[0] = "text"
    }
    if opensWithTime {
      // The times open the rows, and one column tells what is done at them.
      guard columnRole(words, names[0]) == "time",
        roles.allSatisfy({ $0 != nil && $0 != "time" }), roles.contains("text")
      else { return nil }
    }
    var rows = [TableDraft.Row(cells: names.map { WrappedRow.pieces(words, $0, bytes) })]
    if let parents = partedNames(roles) {
      let parted = part(rows[0].cells, roles, at: parents)
      rows = parted.rows
      roles = parted.roles
    }
    if count < words.count {
      let numbers = last.indices.filter { last[$0].kind == .number }
      guard numbers.count == roles.count + 1 else { return nil }
      var cells: [TableDraft.Cell] = []
      for (place, number) in numbers.enumerated() {
        guard markers.number(last[number]) == place + 1 else { return nil }
        let from = number > 0 && last[number - 1].kind == .mark ? number - 1 : number
        let to = place + 1 < numbers.count ? numbers[place + 1] - 1 : last.count - 1
        let isClosed = to > number && last[number + 1].kind == .mark
        cells.append([span(last, from..<(isClosed ? number + 2 : number + 1))])
      }
      numbered = TableDraft.Row(cells: cells)
    }
    if let numbered { rows.append(numbered) }
    return WrappedHead(
      rows: rows, roles: roles, opensWithTime: opensWithTime, isTold: told != nil, first: start,
      count: end - start)
  }

  /// What each column but the first holds, by the names of all.
  private mutating func wrappedRoles(_ words: [Token], _ names: [Range<Int>], timed: Bool)
    -> [String?]
  {
    var roles: [String?] = []
    var behindClass = false
    for name in names.dropFirst() {
      let isClass = tellsClass(words, name)
      // "Tên nghề | Chỉ tiêu": behind what tells the rows stand figures. "Chỉ tiêu | Đơn vị": in what
      // they are told.
      let isAside = !roles.isEmpty && isClass
      let role = isAside ? nil : columnRole(words, name)
      roles.append(behindClass && role == "body" ? "unit" : role)
      behindClass = isClass
    }
    // "STT | Ngành học | Chỉ tiêu": what is counted stands behind the number.
    if !timed, roles.first == .some(nil) { roles[0] = "text" }
    return roles
  }

  /// Whether a line begins with the name of the column of ordinals: "TT", "STT", "Số TT".
  private mutating func isNamedOrdinal(_ index: Int) -> Bool {
    guard isWrappedName(index) else { return false }
    if brokenOrdinals(at: index) != nil { return true }
    let tokens = tokens(lines[index].content)
    for count in 1...2 where tokens.count >= count {
      let last = tokens[count - 1]
      guard last.shape.contains(.upper), last.end - last.start <= PlanReader.widestOrdinalName
      else { continue }
      let match = lineMatch(.column, Array(tokens[..<count]))
      if match.flatMap({ value("column", of: $0) }) == "ordinal" { return true }
    }
    return false
  }

  /// Whether a line may hold the names of columns.
  func isWrappedName(_ index: Int) -> Bool {
    let line = lines[index]
    return line.tabs == 0 && !line.pipe && line.table == 0 && line.bars == 0 && !line.ended
      && line.width <= 200 && index + 2 < lines.count
  }

  /// The line of the first row below the names that begin at line `start`.
  private mutating func wrappedHeadEnd(from start: Int, timed: Bool, staged: Bool) -> Int? {
    for index in (start + 1..<lines.count).prefix(PlanReader.mostHeadLines) {
      let line = lines[index]
      if numbersColumns(line) { return index + 1 }
      if timed, wrappedTime(at: index) != nil { return index }
      if !timed, let opening = wrappedOrdinal(at: index), opening.ordinal.opens,
        opening.text.isEmpty || opening.ordinal.kind != .number || staged
          || LetterCase(Scalars.decode(bytes, at: opening.text.start).scalar) == .upper
      {
        return index
      }
      guard line.tabs == 0, !line.pipe, line.ending != .stop, line.ending != .semicolon,
        line.width <= 200, line.blanksBefore == 0,
        wrappedOrdinal(at: index).map({ $0.ordinal.kind == .number && $0.text.isEmpty }) ?? true,
        lineMatch(.total, tokens(line.content)) == nil
      else { return nil }
    }
    return nil
  }

  /// How many columns such a table has at most.
  private static var mostWrappedColumns: Int { 20 }
  /// What more an unknown name costs that begins or ends within a line.
  private static var sharedName: Int { 2 }

  /// The names that some words are, most of them known: each begins with a capital.
  ///
  /// - Parameters:
  ///   - first: How many words the name of the first column has, where that is known.
  ///   - told: How many columns there are, where the rows tell it; whatever they are called then.
  private mutating func wrappedNames(
    _ words: [Token], _ count: Int, first: Int?, told: Int?
  ) -> [Range<Int>]? {
    let most = told ?? Self.mostWrappedColumns
    // best[place][names]: what the words up to a place cost as so many names.
    var best = [[Int?]](repeating: [Int?](repeating: nil, count: most + 1), count: count + 1)
    var back = [[Int]](repeating: [Int](repeating: 0, count: most + 1), count: count + 1)
    best[0][0] = 0
    let begins = (0..<count).filter { $0 == 0 || words[$0].shape.contains(.capitalized) }
    for end in begins.dropFirst() + [count] {
      for begin in begins where begin < end {
        guard end - begin <= 12, best[begin].contains(where: { $0 != nil }) else { continue }
        if let first, (begin == 0) != (end == first), begin == 0 || begin < first { continue }
        let isKnown = begin == 0 && first != nil || columnRole(words, begin..<end) != nil
        let isShared = !(isApart(words, begin) && isApart(words, end))
        guard isKnown || !isShared || told != nil else { continue }
        let inner = begins.count { $0 > begin && $0 < end && isApart(words, $0) }
        let cost =
          (isKnown ? -1 : PlanReader.unknownName + (isShared ? Self.sharedName : 0))
          + inner * PlanReader.brokenName
        for number in 0..<most {
          guard let before = best[begin][number] else { continue }
          if best[end][number + 1].map({ before + cost < $0 }) ?? true {
            best[end][number + 1] = before + cost
            back[end][number + 1] = begin
          }
        }
      }
    }
    let numbers = told.map { [$0] } ?? Array(0...most)
    guard
      let number = numbers.filter({ best[count][$0] != nil }).min(by: {
        best[count][$0] ?? 0 < best[count][$1] ?? 0
      })
    else { return nil }
    var names: [Range<Int>] = []
    var end = count
    for left in stride(from: number, to: 0, by: -1) {
      names.append(back[end][left]..<end)
      end = back[end][left]
    }
    var known = first == nil ? 0 : 1
    for name in names where columnRole(words, name) != nil { known += 1 }
    return told != nil || known * 3 >= names.count * 2 ? names.reversed() : nil
  }

  /// Whether a line begins with a word of a head, or the head ends before it.
  private func isApart(_ words: [Token], _ place: Int) -> Bool {
    guard place > 0, place < words.count else { return true }
    return bytes[Int(words[place - 1].end)..<Int(words[place].start)].contains(0x0A)
  }

  /// What the column is that some words name.
  private mutating func columnRole(_ words: [Token], _ range: Range<Int>) -> String? {
    lineMatch(.column, Array(words[range])).flatMap { value("column", of: $0) }
  }

  /// Whether some words name what rows are told by only where no other column does: "Chỉ tiêu".
  private mutating func tellsClass(_ words: [Token], _ range: Range<Int>) -> Bool {
    lineMatch(.column, Array(words[range])).flatMap { value("of", of: $0) } == "class"
  }

  /// The two rows of a head whose last names part some of those before them.
  private func part(_ names: [TableDraft.Cell], _ roles: [String?], at parents: [Int])
    -> (rows: [TableDraft.Row], roles: [String?])
  {
    let count = names.count - 2 * parents.count
    var upper: [TableDraft.Cell] = []
    var lower: [TableDraft.Cell] = []
    var found: [String?] = []
    for place in 0..<count {
      guard let pair = parents.firstIndex(of: place) else {
        upper.append(names[place])
        lower.append([])
        found.append(place > 0 ? roles[place - 1] : nil)
        continue
      }
      upper += [names[place], []]
      for name in count + 2 * pair..<count + 2 * pair + 2 {
        lower.append(names[name])
        found.append(roles[name - 1])
      }
    }
    return (
      [TableDraft.Row(cells: upper), TableDraft.Row(cells: lower)], Array(found.dropFirst())
    )
  }
}
