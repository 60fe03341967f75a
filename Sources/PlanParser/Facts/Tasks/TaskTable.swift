import PlanModel
import PlanText

/// The rows of task tables.
extension PlanReader {
  /// Reads the rows of a table whose columns say who does what, or when.
  mutating func readTasks(
    of table: Table, _ places: Range<Int>, _ leaves: FactLeaves, year: Int?
  ) {
    let cells = leaves[places]
    guard let first = cells.first else { return }
    var columns = taskColumns(table)
    if columns.leads.isEmpty, let place = columns.bodies,
      handsOut(place, first.role, columns, cells)
    {
      columns.leads = [place]
    }
    if let place = columns.bodies, columns.leads.count == 1, columns.supports.isEmpty,
      columns.texts.allSatisfy({ $0 == place || columns.unknown.contains($0) }),
      let work = columns.leads.first, handsOut(place, first.role, columns, cells),
      !namesBodies(work, cells)
    {
      // "Cơ quan | Phân công": what is assigned to each.
      (columns.texts, columns.leads) = ([work], [place])
    }
    if let person = columns.persons { handOut(&columns, to: person, cells) }
    columns.grid = timeGrid(table, year: year)
    columns.times.removeAll { time in columns.grid.columns.contains { $0.place == time } }
    // A row that sets a figure is no work: "Tỷ lệ hộ nghèo | % | 2,5 | Phòng Kinh tế".
    guard columns.listTasks, !listsReports(table) else { return }
    let figures = targetTable(
      first, caption(first, at: places.lowerBound, leaves), planYear: nil)
    guard !figures.setsFigures || figures.namesWork else { return }
    narrow(&columns.texts, table)
    columns.texts.removeAll { isOfNumbers($0, table) }
    guard !columns.texts.isEmpty else { return }
    if columns.times.isEmpty { columns.times = timesOfStages(columns, cells, year: year) }
    let isNumbered = columns.ordinal == nil && numbersTexts(table, columns)
    var groups = TaskGroups()
    var above: PlanTask?
    var held: [Int: TaskCell] = [:]
    var day: String?
    var next = cells.startIndex
    for (place, row) in table.rows.enumerated() {
      let start = next
      while next < cells.endIndex, case .cell(place, _) = cells[next].kind { next += 1 }
      let leaves = cells[start..<next]
      held = taskCells(row, leaves, columns, above: above, held: held, year: year)
      let printed = columns.ordinal.map { row.cells[$0] } ?? ""
      let ordinal = TableHead.ordinal(printed)
      if row.group {
        let (number, text) = groupText(row, columns)
        let isNumber = !ordinal.isEmpty && !ordinal.contains(0x20)
        groups.add(ordinal: isNumber ? ordinal : number, text: text)
        day = self.day(ofGroup: leaves, year: year) ?? (ordinal.isEmpty ? day : nil)
        continue
      }
      var text = columns.texts.lazy.map { row.cells[$0] }.first { !$0.isEmpty } ?? ""
      guard !text.isEmpty, !addsUp(row) else { continue }
      var own = ordinal
      if isNumbered, let (number, rest) = numbered(row, columns.texts[0]) {
        (own, text) = (number, rest)
      }
      var task = PlanTask(
        origin: first.zone == .appendix ? .appendix : .body,
        ordinal: own.isEmpty ? nil : String(decoding: own, as: UTF8.self),
        group: groups.group(of: own), text: text, node: first.node,
        span: leaves.isEmpty ? first.source?.span ?? ByteSpan(0, 0) : span(of: row),
        rule: traced(columns.rule))
      fill(&task, held, columns)
      task.time = task.time ?? columns.grid.time(row)
      if let day { task.time?.take(day: day) }
      above = task
      plan.tasks.append(task)
      readReports(ofRow: leaves, columns, by: task.lead)
    }
  }

  /// Whether all cells of a column are numbers, which tell no work.
  func isOfNumbers(_ column: Int, _ table: Table) -> Bool {
    let cells = table.rows.lazy.filter { !$0.group }.map { $0.cells[column] }
    return cells.contains { !$0.isEmpty }
      && cells.allSatisfy { cell in
        cell.utf8.allSatisfy { $0.isDigit || $0 == 0x2E || $0 == 0x2C }
      }
  }

  /// Whether a table in a section that hands work out tells in a column whose work each row is, or
  /// one of tasks in a column beside them; in a schedule one before them may say who is visited.
  private func handsOut(
    _ column: Int, _ role: Role?, _ columns: TaskColumns, _ cells: ArraySlice<FactLeaf>
  ) -> Bool {
    let isBehind = columns.texts.first.map { $0 < column } ?? false
    let isOfTasks = role == .schedule ? isBehind : lists(role) && !columns.texts.isEmpty
    guard role == .assignment || role == .implementation || isOfTasks else { return false }
    return namesBodies(column, cells)
  }

  /// Whether each cell of a column begins with the name of a body.
  private func namesBodies(_ column: Int, _ cells: ArraySlice<FactLeaf>) -> Bool {
    var named = 0
    for leaf in cells.prefix(Self.mostCells) {
      guard case .cell(_, column) = leaf.kind, !leaf.tokens.isEmpty else { continue }
      guard bodyWords(leaf).heads[0] != nil else { return false }
      named += 1
    }
    return named > 0
  }

  /// Takes the people of a table for those who lead, where another column tells each one's duty:
  /// "Họ và tên | Chức vụ | Nhiệm vụ"; in "Họ và tên | Nhiệm vụ" of a board it may tell its posts.
  private func handOut(
    _ columns: inout TaskColumns, to person: Int, _ cells: ArraySlice<FactLeaf>
  ) {
    let hasText = columns.leads.isEmpty && columns.texts.count == 1
    // "Thành viên | Phân công nhiệm vụ": what is assigned to each.
    let isAssigned = columns.leads.count == 1 && columns.texts.allSatisfy(columns.unknown.contains)
    guard hasText || isAssigned, columns.supports.isEmpty,
      let work = hasText ? columns.texts.first : columns.leads.first
    else { return }
    var duties = 0
    var others = 0
    for leaf in cells.prefix(Self.mostCells) where !leaf.tokens.isEmpty {
      // "29 thành viên" is nobody's name.
      if case .cell(_, person) = leaf.kind, !leaf.tokens[0].shape.contains(.capitalized) { return }
      guard case .cell(_, work) = leaf.kind else { continue }
      let words = bodyWords(leaf)
      let first = isMark(leaf.tokens[0], 0x2D) ? 1 : 0
      // "Lái thuyền đưa đón": a verb that no rule names; "Ủy viên" is none.
      let acts =
        words.stops.contains(first) || words.capitalStops.contains(first)
        || words.offices.contains(first)
        || leaf.tokens.count(where: { $0.kind == .syllable }) > (hasText ? 4 : 2)
      // "Trưởng ban, chỉ đạo chung": a post and a duty.
      if namesPostAndDuty(leaf.tokens, words) {
        duties += 1
        continue
      }
      // "Phụ trách chuyên môn" is a duty here, whoever is called so elsewhere.
      let isDuty = words.heads[first] == nil || words.offices.contains(first)
      if acts, isDuty { duties += 1 } else { others += 1 }
    }
    guard duties > others else { return }
    columns.texts = [work]
    columns.leads = [person]
  }

  /// Whether a verb stands behind the first comma of a cell that begins with a post, or more than a
  /// name behind its colon: "Giáo viên Toán: Thư ký hội thi, ghi biên bản".
  private func namesPostAndDuty(_ tokens: [Token], _ words: BodyWords) -> Bool {
    if let colon = tokens.prefix(8).firstIndex(where: { isMark($0, 0x3A) }), colon > 0 {
      let behind = tokens[(colon + 1)...]
      return behind.count(where: { $0.kind == .syllable }) > 4
        || words.stops.contains(colon + 1) || words.capitalStops.contains(colon + 1)
    }
    guard let comma = tokens.prefix(8).firstIndex(where: { isMark($0, 0x2C) }) else { return false }
    return words.stops.contains(comma + 1)
  }

  /// How long the time in a cell of a column without a name for it may be, in tokens.
  private static var longestTime: Int { 20 }

  /// How many cells are asked whether they name bodies.
  private static var mostCells: Int { 1_000 }

  /// A column of stages, or one that no rule names, whose cells are all times: "Quý I/2026", "Năm
  /// 2027"; none else.
  private mutating func timesOfStages(
    _ columns: TaskColumns, _ cells: ArraySlice<FactLeaf>, year: Int?
  ) -> [Int] {
    let others = columns.leads.isEmpty ? columns.stages : columns.stages + columns.unknown
    for stage in others where columns.ordinal != stage && !columns.texts.contains(stage) {
      let times = times(in: stage, cells, year: year)
      if !times.isEmpty { return times }
    }
    return []
  }

  /// A column whose cells are all times; none else.
  private mutating func times(
    in stage: Int, _ cells: ArraySlice<FactLeaf>, year: Int?
  ) -> [Int] {
    var isTime = false
    for leaf in cells {
      guard case .cell(_, stage) = leaf.kind, !leaf.tokens.isEmpty else { continue }
      guard leaf.tokens.count <= Self.longestTime else { return [] }
      let time = time(leaf, in: 0..<leaf.tokens.count, year: year)
      guard time?.value != nil || time?.repeat != nil else { return [] }
      isTime = true
    }
    return isTime ? [stage] : []
  }

  /// Of several columns of texts the first may only group the rows: it is blank in some.
  private func narrow(_ texts: inout [Int], _ table: Table) {
    guard texts.count > 1 else { return }
    let first = texts[0]
    let second = texts[1]
    let grouped = table.rows.contains {
      !$0.group && $0.cells[first].isEmpty && !$0.cells[second].isEmpty
    }
    if grouped { texts = [second] }
  }

  /// Whether a row adds up the others ("Tổng cộng").
  mutating func addsUp(_ row: TableRow) -> Bool {
    for cell in row.cells.prefix(2) where !cell.isEmpty && cell.utf8.count < 60 {
      if lineMatches(of: cell).contains(where: { meaning($0) == .total }) { return true }
    }
    return false
  }

  /// The number and the text of a group row: "I" and "Các dự án …".
  private mutating func groupText(_ row: TableRow, _ columns: TaskColumns) -> ([UInt8], String) {
    let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
    let place = filled.first { $0 != columns.ordinal } ?? filled.first
    guard let place else { return ([], "") }
    return numbered(row, place) ?? ([], textBehindName(row, place) ?? row.cells[place])
  }

  /// The number that a cell begins with, and the text behind it.
  mutating func numbered(_ row: TableRow, _ place: Int) -> ([UInt8], String)? {
    // "**II. HẠ TẦNG**"
    let span = unmarked(row.spans[place])
    var tokens = allTokens(span)
    if tokens.count > 8 { tokens.removeSubrange(8...) }
    guard let marker = markers.read(tokens), marker.textStart < span.end,
      MarkerReader.bulletKind(markers.scalar(tokens[0])) == nil
    else { return nil }
    let number = Array(bytes[marker.label.start..<marker.label.end])
    if Int(tokens[0].start) > Int(span.start) {
      let own = row.cells[place].utf8.dropFirst(Int(marker.textStart) - Int(tokens[0].start))
      return (number, String(decoding: own, as: UTF8.self))
    }
    return (number, folder.fold(ByteSpan(marker.textStart, span.end)))
  }

  private func span(of row: TableRow) -> ByteSpan {
    let filled = row.spans.filter { !$0.isEmpty }
    guard let first = filled.first else { return ByteSpan(0, 0) }
    return filled.dropFirst().reduce(first) { $0.union($1) }
  }

  // MARK: Cells

  private func fill(
    _ task: inout PlanTask, _ cells: [Int: TaskCell], _ columns: TaskColumns
  ) {
    for cell in cells.sorted(by: { $0.key < $1.key }).map(\.value) {
      task.lead += cell.lead
      task.support += cell.support
    }
    let told = columns.times.compactMap { cells[$0]?.time }
    // "Thời gian (ngày) | Bắt đầu | Kết thúc": how long is told beside when.
    let dated = told.filter { $0.value != nil }
    let stated = columns.times.count == 3 && dated.count == 2 ? dated : told
    if columns.times.count - (told.count - stated.count) == 2, stated.count == 2 {
      task.time = interval(stated[0], stated[1])
    } else {
      task.time = stated.first
    }
    task.output = columns.outputs.lazy.compactMap { cells[$0]?.output }.first
  }

  /// The bodies that a cell names; "Sở A chủ trì, phối hợp với Sở B" names who supports too.
  mutating func bodiesOfCell(_ leaf: FactLeaf) -> (lead: [String], support: [String]) {
    bodies(of: leaf, in: 0..<leaf.tokens.count, bodyWords(leaf))
  }

  /// Whether some tokens are a post of a school or a small office: "bảo vệ trường".
  private func isPost(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    grammar.list("house-posts").flatMap {
      grammar.entry(in: $0, tokens, at: range.lowerBound)?.end
    } == range.upperBound
  }

  /// The bodies that some tokens of a leaf list.
  mutating func bodies(
    of leaf: FactLeaf, in range: Range<Int>, _ words: BodyWords
  ) -> (lead: [String], support: [String]) {
    let tokens = leaf.tokens
    var isCell = false
    if case .cell = leaf.kind { isCell = true }
    /// "hoàn thành trước 30/6/2026": a duty, not a name.
    func isDuty(_ range: Range<Int>) -> Bool {
      words.heads[range.lowerBound] == nil && words.stops.contains(range.lowerBound)
        && !tokens[range.lowerBound].shape.contains(.capitalized)
        // "Tổ quản trị; bảo vệ": two words of a cell are people.
        && !(isCell && !words.isCharge(at: range.lowerBound)
          && (range.count == 2 || isPost(range, tokens)))
    }
    /// "(Văn phòng chủ trì, tháng 3/2026)"
    func isTime(_ range: Range<Int>) -> Bool {
      words.heads[range.lowerBound] == nil
        && leaf.times(in: range).contains { $0.range == range }
    }
    func names(_ range: Range<Int>) -> [String] {
      // "4.950" is nobody, whatever its column is called.
      let bodies =
        isCell ? bodiesOfDuties(in: range, tokens, words) : bodiesAlone(range, tokens, words)
      return bodies.flatMap { people($0, tokens, words) }
        .filter { $0.contains { tokens[$0].kind == .syllable } && !isDuty($0) && !isTime($0) }
        .map { text($0, tokens) }
    }
    guard let partner = words.partner(from: range.lowerBound), range.contains(partner.lowerBound)
    else {
      let (lead, support) = charged(in: range, tokens, words)
      return (lead.flatMap(names), support.flatMap(names))
    }
    let charge = words.charge(from: range.lowerBound)
    let end =
      charge < words.charges.count
      ? min(words.charges[charge].range.lowerBound, partner.lowerBound) : partner.lowerBound
    // "Phòng Kinh tế (phối hợp với Công an xã), Đoàn xã"
    if let close = bracketEnd(of: partner, before: range.upperBound, tokens) {
      return (
        names(range.lowerBound..<end) + names(close + 1..<range.upperBound),
        names(partner.upperBound..<close)
      )
    }
    let partners = partner.upperBound..<range.upperBound
    return (
      names(range.lowerBound..<end), names(isCell ? partners : withoutVerb(partners, tokens, words))
    )
  }

  /// Partners without the bare verb behind them: "phối hợp với Công an xã thực hiện".
  private func withoutVerb(
    _ range: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> Range<Int> {
    let names = trimmed(range, tokens, words)
    guard names.count > 2, case let verb = names.upperBound - 2, words.stops.contains(verb),
      !tokens[verb].shape.contains(.capitalized),
      let list = bodyList(at: names.lowerBound, before: names.upperBound, tokens, words),
      list.stopped, list.end == verb
    else { return range }
    return names.lowerBound..<verb
  }

  /// The place of the mark that closes the bracket which a word for helping opens; `nil` where it
  /// opens none.
  private func bracketEnd(of word: Range<Int>, before limit: Int, _ tokens: [Token]) -> Int? {
    guard word.lowerBound > 0, isMark(tokens[word.lowerBound - 1], 0x28) else { return nil }
    var depth = 1
    return (word.upperBound..<max(limit, word.upperBound)).first { place in
      if isMark(tokens[place], 0x28) { depth += 1 }
      if isMark(tokens[place], 0x29) { depth -= 1 }
      return depth == 0
    }
  }

  /// The bodies of a line without what they have to do: "Sở Nội vụ đôn đốc, hướng dẫn các xã".
  ///
  /// Two verbs at least make it a duty; a name that ends with a place has verbs of its own.
  private func bodiesAlone(
    _ range: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> [Range<Int>] {
    let all = bodies(in: range, tokens, words)
    let names = trimmed(range, tokens, words)
    guard !names.isEmpty, words.paragraphs.isEmpty,
      !names.contains(where: { isMark(tokens[$0], 0x3B) || isMark(tokens[$0], 0x3A) }),
      let list = bodyList(at: names.lowerBound, before: names.upperBound, tokens, words),
      list.stopped, list.end < names.upperBound, !isMark(tokens[list.end - 1], 0x2C),
      !tokens[list.end].shape.contains(.capitalized),
      (list.end..<names.upperBound).count(where: words.stops.contains) > 1,
      !words.places.contains(names.upperBound - 1)
        || (list.end + 1..<names.upperBound).contains(where: {
          // "Sở Tài chính tổng hợp, trình Ủy ban nhân dân tỉnh"
          words.stops.contains($0) && isMark(tokens[$0 - 1], 0x2C)
        })
    else { return all }
    return list.bodies
  }

  /// The bodies or people in a run of names that line ends set apart: "Đỗ Văn An Vũ Thị Bình".
  private func people(
    _ range: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> [Range<Int>] {
    let first = tokens[range.lowerBound]
    if words.heads[range.lowerBound] == nil, first.shape.contains(.upper),
      first.end - first.start > 2, let head = words.heads[range.lowerBound + 1],
      head.end <= range.upperBound, head.kind != .bare, head.kind != .group
    {
      // "VPCP Vụ Pháp chế": the line end between them is lost; "BTT các đoàn thể" are one.
      let next = range.lowerBound + 1
      return [range.lowerBound..<next, next..<range.upperBound]
    }
    guard range.count >= 4, words.heads[range.lowerBound] == nil,
      let surnames = grammar.list("surnames"),
      range.allSatisfy({ tokens[$0].kind == .syllable && tokens[$0].shape.contains(.capitalized) })
    else { return [range] }
    var starts: [Int] = []
    for place in range
    where grammar.value(in: surnames, tokens, from: place, to: place + 1) != nil {
      // A name has two words at least: "Lê Hồ An" is one person.
      if starts.last.map({ place - $0 >= 2 }) ?? true, place + 1 < range.upperBound {
        starts.append(place)
      }
    }
    guard starts.count > 1, starts[0] == range.lowerBound else { return [range] }
    return starts.indices.map {
      starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : range.upperBound)
    }
  }
}
