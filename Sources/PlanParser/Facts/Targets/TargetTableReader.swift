import PlanModel
import PlanText

/// Reads the targets of tables whose columns are years or plans ("Chỉ tiêu | ĐVT | Năm 2026").
extension PlanReader {
  /// How many columns are asked what they hold.
  private static var mostColumns: Int { 64 }
  /// How many bytes a cell may have that tells a figure and little else.
  private static var longestFigure: Int { 60 }
  /// How many rows are asked whether a column holds figures.
  static var mostRows: Int { 200 }

  /// What the names of columns tell.
  private struct SeenColumns {
    /// The columns whose names tell nothing of figures.
    var unnamed: [Int] = []
    /// The first column of work, and the columns that may say how much of it.
    var work: Int?
    var aims: [Int] = []
    /// Those that do so where objectives stand: "Đăng ký", "Số lượng".
    var goals: [(place: Int, isNamed: Bool)] = []
    /// The columns that name those among whom figures are handed out.
    var places: [Int] = []
    /// The columns of rates and of the terms of a year, which tell how much where objectives stand.
    var rates: [Int] = []
    var terms: [Int] = []
    /// Whether a column tells what was or came of it, of which a bare rate may be.
    var isPast = false
    var isEstimate = false
    /// The columns of aims, with work or without.
    var told: [Int] = []
  }

  /// What the columns of a cell's table tell.
  mutating func targetTable(
    _ cell: FactLeaf, _ caption: TableCaption, planYear: Int?
  ) -> TargetTable {
    var result = TargetTable(node: cell.node)
    guard let table = cell.source?.table else { return result }
    var seen = SeenColumns()
    for (place, name) in table.columns.prefix(Self.mostColumns).enumerated() {
      take(place, name, cell, table, planYear, &result, &seen)
    }
    // "Nội dung | ĐVT | Số lượng | Đơn giá": what is bought.
    if seen.isEstimate {
      result.indicator = nil
      result.values = [:]
      result.silent.formUnion(table.columns.indices)
      return result
    }
    leaveOutVerdicts(seen.told, table, &result)
    readFigures(cell, table, planYear, &seen, into: &result)
    leaveOutLastYear(planYear, &result)
    if result.indicator == nil, seen.work == nil {
      nameRows(by: seen.unnamed, table, into: &result)
    }
    if let work = seen.work, result.values.isEmpty || result.indicator == nil {
      readWork(work, seen, table, into: &result)
    }
    readSubjects(table, into: &result)
    readPlaceColumns(table, caption, work: seen.work, into: &result)
    readFigureColumns(table, caption, planYear, into: &result)
    if result.indicator == nil, let first = seen.places.first {
      readAllotment(first, seen.told, table, into: &result)
    }
    if result.indicator == nil || result.unit == nil && result.values.isEmpty {
      result.values = [:]
      result.unit = nil
      readSentences(seen.told, table, planYear, into: &result)
    }
    readUnits(table, caption, into: &result)
    silence(&result)
    return result
  }

  /// Takes a column by its name.
  private mutating func take(
    _ place: Int, _ name: String, _ cell: FactLeaf, _ table: Table, _ planYear: Int?,
    _ result: inout TargetTable, _ seen: inout SeenColumns
  ) {
    let matches = lineMatches(of: name)
    if matches.contains(where: { value("part", of: $0) == "price" }) { seen.isEstimate = true }
    if matches.contains(where: { value("part", of: $0) == "aim" }) { seen.told.append(place) }
    if seen.work != nil, matches.contains(where: { value("part", of: $0) == "aim" }) {
      seen.aims.append(place)
    } else if seen.work != nil, setsGoals(cell), isGoal(name, matches, planYear) {
      seen.goals.append((place, matches.contains { value("part", of: $0) == "goal" }))
    }
    if let match = matches.first(where: { meaning($0) == .targetColumnIndicator }),
      namesIndicator(place, match, table, after: result.indicator)
    {
      result.indicator = place
      return
    }
    let role = matches.first { meaning($0) == .column }.flatMap { value("column", of: $0) }
    let part = part(name)
    if role == "text", part != "value" { seen.work = seen.work ?? place }
    switch role {
    case nil, "text", "other", "body": break
    case "output":
      result.silent.insert(place)
      result.outputs.insert(place)
    default: result.silent.insert(place)
    }
    if role == "time" {
      // "60% số xã năm 2026, 100% năm 2028": how far the work has come by then.
      result.deadline = place
      result.outputs.insert(place)
    }
    // "Đơn vị" may be whose a row is.
    if part == "place" || part == "unit" && role == "body" { seen.places.append(place) }
    switch (part, role) {
    case (nil, nil), (nil, "text"), (nil, "output"), ("aim", _): seen.unnamed.append(place)
    // "Chỉ tiêu | Mức phấn đấu"
    case (nil, "other") where matches.contains { value("part", of: $0) == "goal" }:
      seen.unnamed.append(place)
    default: break
    }
    takeFigures(place, name, part, cell, table, planYear, &result, &seen)
  }

  /// Takes a column of units or figures by what its name is a part of.
  private mutating func takeFigures(
    _ place: Int, _ name: String, _ part: String?, _ cell: FactLeaf, _ table: Table,
    _ planYear: Int?, _ result: inout TargetTable, _ seen: inout SeenColumns
  ) {
    switch part {
    case "unit": result.unit = result.unit ?? place
    case "told" where isFigures(place, table): seen.isPast = true
    case "rate" where setsGoals(cell): seen.rates.append(place)
    case "term" where setsGoals(cell): seen.terms.append(place)
    case "value":
      let time = Self.time(name)
      if let year = planYear, let last = time?.lastYear, last < year {
        result.silent.insert(place)
      } else {
        result.values[place] = TargetTable.ValueColumn(time: time)
      }
    default: break
    }
  }

  /// Finds the columns of figures of a table of objectives, of the parts of a year and of terms.
  private mutating func readFigures(
    _ cell: FactLeaf, _ table: Table, _ planYear: Int?, _ seen: inout SeenColumns,
    into result: inout TargetTable
  ) {
    let parts = result.indicator == nil ? [:] : partsOfYear(table, planYear)
    seen.unnamed.removeAll { parts[$0] != nil }
    // "Cả năm" beside its quarters
    if !parts.isEmpty { seen.unnamed += seen.terms.filter { parts[$0] == nil } }
    for place in parts.keys { result.values[place] = nil }
    if result.indicator != nil, result.values.isEmpty {
      readLoneFigures(seen.unnamed, table, into: &result)
    }
    if result.indicator != nil { result.values.merge(parts) { own, _ in own } }
    if result.indicator == nil, seen.work == nil, result.values.isEmpty, setsGoals(cell) {
      readMatrix(table, seen.unnamed, into: &result)
    }
    readTerms(seen.terms.isEmpty && !seen.isPast ? seen.rates : seen.terms, table, into: &result)
  }

  /// "Chỉ tiêu | ĐVT | Kết quả": the column of figures, whatever its name is.
  private mutating func readLoneFigures(
    _ unnamed: [Int], _ table: Table, into result: inout TargetTable
  ) {
    let figures = unnamed.filter { isFigures($0, table) }
    let told = unnamed.filter {
      lineMatches(of: table.columns[$0]).contains { value("part", of: $0) == "aim" }
        && tellsFigures($0, table)
    }
    if figures.count == 1 {
      result.values[figures[0]] = TargetTable.ValueColumn()
    } else if figures.isEmpty, told.count == 1 {
      // "Chỉ tiêu | Mục tiêu", where the cells tell figures in a few words
      result.values[told[0]] = TargetTable.ValueColumn()
      result.holdsWords = true
    }
  }

  /// Makes a table of targets of work, where columns say how much of it.
  private mutating func readWork(
    _ work: Int, _ seen: SeenColumns, _ table: Table, into result: inout TargetTable
  ) {
    // "Năm 2025 | Đăng ký năm 2026": what was and what shall be.
    let named = seen.goals.filter(\.isNamed)
    let columns = (named.isEmpty ? seen.goals : named).map(\.place)
    readWork(work, seen.aims.isEmpty ? columns : seen.aims, table, into: &result)
    // "Nội dung | Số lượng | Tỷ lệ (%)"
    if result.namesWork, !seen.isPast, result.values.values.allSatisfy({ $0.time == nil }) {
      for place in seen.rates where isFigures(place, table) {
        result.values[place] = TargetTable.ValueColumn()
      }
    }
  }

  /// Makes a table of targets of what each place is to do.
  private mutating func readAllotment(
    _ first: Int, _ told: [Int], _ table: Table, into result: inout TargetTable
  ) {
    // "Đơn vị | Chỉ tiêu (người)"
    if result.values.isEmpty {
      for place in told where place > first && isFigures(place, table) {
        result.values[place] = TargetTable.ValueColumn()
      }
    }
    readAllotment(first, table, into: &result)
  }

  /// Gives figures the unit that their column or the caption names.
  private mutating func readUnits(
    _ table: Table, _ caption: TableCaption, into result: inout TargetTable
  ) {
    // "Chỉ tiêu | Phấn đấu (%)"
    for place in result.values.keys where result.values[place]?.unit == nil {
      result.values[place]?.unit =
        columnUnit(table.columns[place])
        ?? (result.unit == nil ? captionUnit(caption, table.columns[place]) : nil)
    }
  }

  /// Notes the columns whose cells tell nothing by themselves.
  private func silence(_ result: inout TargetTable) {
    // A column beside that of work may hold sentences too.
    if result.namesWork || result.holdsWords {
      if !result.namesWork, let indicator = result.indicator { result.silent.insert(indicator) }
      result.silent.subtract(result.values.keys)
      return
    }
    result.silent.formUnion(result.values.keys)
    // "Tỷ lệ thuê bao có tốc độ trên 1Gb/s": what is measured sets nothing.
    if result.setsFigures, let indicator = result.indicator { result.silent.insert(indicator) }
    if let unit = result.unit { result.silent.insert(unit) }
  }

  /// Makes a table of targets of "Nội dung | Chỉ tiêu", where most cells tell a figure in a few words.
  private func readWork(
    _ work: Int, _ aims: [Int], _ table: Table, into result: inout TargetTable
  ) {
    let figures = aims.filter { $0 > work && tellsFigures($0, table) }
    guard let first = figures.first else { return }
    let times = figures.map { Self.time(table.columns[$0]) }
    let isTimed = times.allSatisfy { $0 != nil }
    result.indicator = work
    result.namesWork = true
    result.values = [:]
    for (place, time) in zip(figures, times) where isTimed || place == first {
      result.values[place] = TargetTable.ValueColumn(time: time)
    }
  }

  /// Whether most filled cells of a column have a number among a few words: "Tối thiểu 03 lớp".
  func tellsFigures(_ column: Int, _ table: Table) -> Bool {
    var filled = 0
    var figures = 0
    for row in table.rows.prefix(Self.mostRows) where !row.group && column < row.cells.count {
      let cell = row.cells[column].utf8
      if cell.isEmpty { continue }
      filled += 1
      if cell.count <= Self.longestFigure, cell.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) {
        figures += 1
      }
    }
    return figures * 2 > filled
  }

  // MARK: Cells

  /// Reads a cell of a table of targets.
  mutating func read(
    _ cell: FactLeaf, _ row: Int, _ column: Int, _ around: TargetSurroundings,
    _ table: inout TargetTable
  ) {
    guard let indicator = table.indicator, !table.values.isEmpty else { return }
    let rows = cell.source?.table?.rows
    if let rows, table.row != row {
      table.isTotal = isBareTotal(row, rows, indicator)
      noteHead(rows[row], indicator, isTimed: times(cell).latest != nil, &table)
    }
    if let rows, rows[row].group {
      table.row = row
      if let time = times(cell).latest { table.groupTime = time }
      return
    }
    if table.row != row {
      table.row = row
      table.named = nil
      table.measured = nil
    }
    if column == indicator {
      table.named = cell
    } else if column == table.unit {
      // A mark that stands for the unit above.
      if !isDitto(cell.tokens) { table.unitAbove = cell }
      table.measured = table.unitAbove
    } else if let value = table.values[column], let named = table.named,
      // What all places come to is told where columns name what they measure.
      !table.isTotal || value.name != nil
    {
      let time = value.time ?? table.due ?? table.groupTime ?? around.time
      let hasUnit = table.measured?.tokens.isEmpty == false
      let quantities = cellQuantities(cell, hasUnit: hasUnit)
      // "≤ 20 toàn quốc; ≤ 5 vùng": the word beside each number says where.
      let isApart = quantities.count > 1 && hasUnit
      for var quantity in quantities {
        if isApart { quantity.unit = quantity.unit.lowerBound..<quantity.unit.lowerBound }
        add(quantity, cell, named, table, value, time)
      }
      if quantities.count == 1, let part = remarkedPart(cell) {
        var column = value
        column.name = folder.fold(span(cell.tokens, part.name))
        add(part.quantity, cell, named, table, column, time)
      }
    }
  }

  private mutating func add(
    _ told: Quantity, _ cell: FactLeaf, _ named: FactLeaf, _ table: TargetTable,
    _ column: TargetTable.ValueColumn, _ time: TargetTime?
  ) {
    let measured = table.measured
    var quantity = told
    var start = nameStart(named)
    guard start < named.tokens.count else { return }
    let bracket =
      bracketedUnit(named.tokens) ?? (measured == nil ? unitBehindComma(named.tokens) : nil)
    var nameEnd = bracket.map { $0.lowerBound - 1 } ?? named.tokens.count
    while nameEnd > start + 1,
      isMark(named.tokens[nameEnd - 1], 0x2E) || isMark(named.tokens[nameEnd - 1], 0x3A)
    {
      nameEnd -= 1
    }
    let printed = span(named.tokens, start..<nameEnd)
    guard printed.count <= TargetSurroundings.longestName else { return }
    // "Thôn Trên | 12"
    if !table.namesPlaces {
      let edges = edges(start..<nameEnd, named, &quantity, cell)
      (start, nameEnd) = (edges.lowerBound, edges.upperBound)
    }
    let name = span(named.tokens, start..<nameEnd)
    let end = span(cell.tokens, 0..<cell.tokens.count)
    var unit = ""
    if !quantity.unit.isEmpty {
      unit = folder.fold(span(cell.tokens, quantity.unit))
    } else if let measured, !measured.tokens.isEmpty {
      unit = folder.fold(span(measured.tokens, 0..<measured.tokens.count))
    } else if let bracket {
      unit = folder.fold(span(named.tokens, bracket))
    } else if let told = column.unit {
      unit = told
    }
    let whole = printed.start < end.start ? ByteSpan(printed.start, end.end) : end
    plan.targets.append(
      Target(
        indicator: column.name ?? folder.fold(name),
        subject: column.name.map { _ in subject(named, name, column) } ?? column.subject
          ?? headOfRow(Array(named.tokens[start..<nameEnd]), table),
        action: quantity.action.map { folder.fold(span(cell.tokens, $0)) },
        comparator: quantity.comparator,
        approximate: quantity.approximate, value: quantity.value, upper: quantity.upper,
        unit: unit, direction: quantity.direction, by: time?.by, period: time?.period,
        text: folder.fold(printed) + ": " + folder.fold(end), node: cell.node, span: whole,
        rule: traced(quantity.rule)))
  }
}
