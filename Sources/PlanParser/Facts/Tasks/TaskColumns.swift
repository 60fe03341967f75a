import PlanModel

/// What the columns of a task table hold, as places of columns.
struct TaskColumns {
  /// The number of a row.
  var ordinal: Int?
  /// What is to be done; behind a column of groups.
  var texts: [Int] = []
  /// What the work of the rows is for; it is their text only where nothing else is.
  var classes: [Int] = []
  /// Who leads.
  var leads: [Int] = []
  /// Of those who lead the columns that tell who supports behind them: "Chủ trì/Phối hợp".
  var both: Set<Int> = []
  /// Who supports.
  var supports: [Int] = []
  /// When, a start and an end column among them.
  var times: [Int] = []
  /// What the bare numbers of a column of times count, by its place: "month", "quarter".
  var units: [Int: String] = [:]
  /// The year that the name of a column of times states, by its place: "Thời gian (năm 2027)".
  var years: [Int: Int] = [:]
  /// The months, quarters or years in which crosses say when.
  var grid = TimeGrid()
  /// What comes out.
  var outputs: [Int] = []
  /// The days of the week, which stand beside the days that they fall on: "Thứ | Ngày | Nội dung".
  var weekdays: Int?
  /// The bodies whose work the rows may be.
  var bodies: Int?
  /// The people whose work the rows may be.
  var persons: Int?
  /// The stages of the work, which may be times.
  var stages: [Int] = []
  /// The columns that no rule names, and those of stages.
  var unknown: [Int] = []
  /// Whether a column counts or measures: such a table lists figures.
  var measures = false
  /// Whether a column tells the numbers of documents that were issued.
  var listsIssued = false
  /// The rule that named the column of the tasks.
  var rule: Int?

  /// Whether a leaf is a cell of a column of times.
  func holdsTime(_ leaf: FactLeaf) -> Bool {
    guard case .cell(_, let column) = leaf.kind else { return false }
    return times.contains(column)
  }

  /// The column of times with which the rows begin, where nothing numbers them or hours may follow.
  ///
  /// A blank cell there goes on with the one above. Days of the week may stand before it.
  var openingTime: Int? {
    guard let first = times.first, ordinal == nil || times.count > 1,
      (0..<first).allSatisfy({ $0 == ordinal || $0 == weekdays })
    else { return nil }
    return first
  }

  /// Whether the rows of a table with these columns are tasks.
  var listTasks: Bool {
    if texts.isEmpty { return false }
    if !leads.isEmpty || !supports.isEmpty { return true }
    return !measures && !listsIssued && !(times.isEmpty && grid.columns.isEmpty && outputs.isEmpty)
  }
}

extension PlanReader {
  /// How many columns are asked what they hold.
  private static var mostColumns: Int { 64 }

  /// What the columns of a table hold, by their names.
  mutating func taskColumns(_ table: Table) -> TaskColumns {
    var columns = TaskColumns()
    /// Those whose cells tell who watches over the work.
    var overseers: [Int] = []
    /// "Chính" and "Phụ", which tell who leads only where both kinds stand.
    var mains: [Int] = []
    var seconds: [Int] = []
    /// Those that tell where, or something else of the work.
    var others: [Int] = []
    /// Whether the table tells how people are reached.
    var listsPeople = false
    /// Those that name existing things ("Tên biểu mẫu").
    var things: [Int] = []
    /// Whether a column tells how long settling takes, which makes of things a catalogue.
    var settles = false
    /// Those who lead where nothing else tells it and the rows are tasks anyhow: the investors of
    /// projects, those who speak.
    var hosts: [Int] = []
    /// Those that tell a start only beside an end: "Triển khai | Hoàn thành".
    var starts: [Int] = []
    /// Those that tell when something else is done, where another tells when the work is.
    var asides: [Int] = []
    // A table of a million columns lists no tasks.
    for (place, name) in table.columns.prefix(Self.mostColumns).enumerated() {
      let (role, rule) = columnRole(name)
      switch role {
      case "ordinal" where columns.ordinal == nil: columns.ordinal = place
      case "text":
        columns.texts.append(place)
        columns.rule = columns.rule ?? rule
      case "class":
        columns.classes.append(place)
        columns.rule = columns.rule ?? rule
      case "detail":
        columns.texts.insert(place, at: 0)
        columns.rule = rule
      case "lead": columns.leads.append(place)
      case "both":
        columns.leads.append(place)
        columns.both.insert(place)
      case "overseer": overseers.append(place)
      case "main": mains.append(place)
      case "second": seconds.append(place)
      case "weekday": columns.weekdays = columns.weekdays ?? place
      case "contact": listsPeople = true
      case "thing": things.append(place)
      case "issued": columns.listsIssued = true
      case "host": hosts.append(place)
      case "support": columns.supports.append(place)
      case "time":
        columns.times.append(place)
        columns.units[place] = rule.flatMap { grammar.values(of: $0)["unit"] }
        columns.years[place] = Self.onlyYear(name)
      case "term":
        columns.times.append(place)
        settles = true
      case "fee": return TaskColumns()
      case "aside": asides.append(place)
      case "start":
        starts.append(place)
        columns.unknown.append(place)
      case "output": columns.outputs.append(place)
      case "unit": columns.measures = true
      case "body": columns.bodies = columns.bodies ?? place
      case "person": columns.persons = columns.persons ?? place
      case "stage":
        columns.stages.append(place)
        columns.unknown.append(place)
      case "other": others.append(place)
      case nil: columns.unknown.append(place)
      default: break
      }
    }
    for place in starts where columns.times == [place + 1] {
      columns.times.insert(place, at: 0)
      columns.unknown.removeAll { $0 == place }
    }
    if columns.times.isEmpty { columns.times = asides }
    if columns.texts.isEmpty { columns.texts = columns.classes }
    if columns.leads.isEmpty, columns.listTasks { columns.leads = hosts }
    if !things.isEmpty, columns.texts.isEmpty {
      // "Tên thủ tục | Đơn vị chủ trì | Thời gian": what is to be looked through; else a catalogue.
      guard !columns.leads.isEmpty, !columns.times.isEmpty, !settles else { return TaskColumns() }
      columns.texts = things
    }
    if !mains.isEmpty, columns.leads.isEmpty, !columns.supports.isEmpty || !seconds.isEmpty {
      columns.leads = mains
      columns.supports = (columns.supports + seconds).sorted()
    }
    if columns.leads.isEmpty { columns.leads = overseers }
    // "Giai đoạn | Thời gian | Nội dung": the stages are numbered.
    if columns.ordinal == nil, columns.unknown.first == 0, numbersRows(table, column: 0) {
      columns.ordinal = 0
      columns.unknown.removeFirst()
    }
    if columns.texts.isEmpty, !columns.leads.isEmpty, !listsPeople,
      let first = columns.unknown.first(where: { !isOfNumbers($0, table) })
    {
      columns.texts = [first]
    }
    if columns.texts.isEmpty, !columns.leads.isEmpty, let first = columns.outputs.first {
      // "Đầu ra | Chủ trì | Phối hợp": what comes out tells what is to be done.
      columns.texts = [first]
      columns.outputs.removeFirst()
    }
    // "Địa điểm | Lực lượng chủ trì | Lực lượng phối hợp": where tells what is to be done.
    if columns.texts.isEmpty, !columns.supports.isEmpty, let lead = columns.leads.first,
      let first = others.first, first < lead
    {
      columns.texts = [first]
    }
    return columns
  }

  /// Whether the cells of a column count the rows: 1, 2, 3.
  private func numbersRows(_ table: Table, column: Int) -> Bool {
    var number = 0
    for row in table.rows where !row.group {
      number += 1
      guard column < row.cells.count, row.cells[column] == String(number) else { return false }
    }
    return number > 1
  }

  /// The one year in the name of a column.
  private static func onlyYear(_ name: String) -> Int? {
    let years = name.utf8.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      .compactMap { Int(Substring($0)) }.filter(PartialDate.years.contains)
    return years.count == 1 ? years.first : nil
  }

  /// What a column holds; of "Phân công: Đơn vị chủ trì" the second row's name says it.
  private mutating func columnRole(_ name: String) -> (role: String?, rule: Int?) {
    if name.isEmpty { return (nil, nil) }
    if let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) {
      // "Năm 2025: Thực hiện" tells what was done, not who does it.
      let above = columnValue(String(name[..<colon]))
      if above.role == "period" { return above }
      let below = String(name[name.utf8.index(after: colon)...])
      let found = columnValue(below)
      if let role = found.role, role != "other" { return found }
    }
    return columnValue(name)
  }

  private mutating func columnValue(_ name: String) -> (role: String?, rule: Int?) {
    guard let match = lineMatches(of: name).first(where: { meaning($0) == .column }) else {
      return (nil, nil)
    }
    return (value("of", of: match) ?? value("column", of: match), match.rule)
  }
}
