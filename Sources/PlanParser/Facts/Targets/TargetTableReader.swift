import PlanModel
import PlanText

/// Reads the targets of tables whose columns are years or plans ("Chỉ tiêu | ĐVT | Năm 2026").
extension PlanReader {
  /// How many columns are asked what they hold.
  private static var mostColumns: Int { 64 }

  /// What the columns of a cell's table tell.
  mutating func targetTable(_ cell: FactLeaf, planYear: Int?) -> TargetTable {
    var result = TargetTable(node: cell.node)
    guard let table = cell.source?.table else { return result }
    for (place, name) in table.columns.prefix(Self.mostColumns).enumerated() {
      let matches = lineMatches(of: name)
      if result.indicator == nil,
        matches.contains(where: { meaning($0) == .targetColumnIndicator })
      {
        result.indicator = place
        continue
      }
      switch matches.first(where: { meaning($0) == .column }).flatMap({ value("column", of: $0) }) {
      case nil, "text", "other": break
      default: result.silent.insert(place)
      }
      switch part(name) {
      case "unit": result.unit = result.unit ?? place
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
    if result.indicator == nil || result.unit == nil && result.values.isEmpty {
      result.values = [:]
      result.unit = nil
    }
    result.silent.formUnion(result.values.keys)
    if let unit = result.unit { result.silent.insert(unit) }
    return result
  }

  /// What a column holds; of a name in two rows each part is read alone.
  private mutating func part(_ name: String) -> String? {
    var found: String?
    for piece in name.split(separator: ":") {
      guard
        let match = lineMatches(of: String(piece)).first(where: { meaning($0) == .targetColumn })
      else { continue }
      let part = value("part", of: match)
      if part == "told" { return part }
      found = found ?? part
    }
    return found
  }

  /// The years that the name of a column tells.
  private static func time(_ name: String) -> TargetTime? {
    var years: [Int] = []
    for digits in name.utf8.split(whereSeparator: { $0 < 0x30 || $0 > 0x39 })
    where digits.count == 4 {
      if let year = Int(String(decoding: digits, as: UTF8.self)), year >= 1900, year < 2200 {
        years.append(year)
      }
    }
    guard let first = years.first else { return nil }
    if years.count == 2, let last = years.last, first < last {
      return TargetTime(period: "\(first)/\(last)", lastYear: last)
    }
    return TargetTime(by: String(first), lastYear: first)
  }

  // MARK: Cells

  /// Reads a cell of a table of targets.
  mutating func read(
    _ cell: FactLeaf, _ row: Int, _ column: Int, _ around: TargetSurroundings,
    _ table: inout TargetTable
  ) {
    guard let indicator = table.indicator, !table.values.isEmpty else { return }
    if table.row != row {
      table.row = row
      table.named = nil
      table.measured = nil
    }
    if column == indicator {
      table.named = cell
    } else if column == table.unit {
      table.measured = cell
    } else if let value = table.values[column], let named = table.named,
      let quantity = cellQuantity(cell)
    {
      add(quantity, cell, named, table.measured, value.time ?? around.time)
    }
  }

  private mutating func add(
    _ quantity: Quantity, _ cell: FactLeaf, _ named: FactLeaf, _ measured: FactLeaf?,
    _ time: TargetTime?
  ) {
    var start = 0
    while start < named.tokens.count, named.tokens[start].kind == .mark { start += 1 }
    guard start < named.tokens.count else { return }
    let name = span(named.tokens, start..<named.tokens.count)
    guard name.count <= TargetSurroundings.longestName else { return }
    let end = span(cell.tokens, 0..<cell.tokens.count)
    var unit = ""
    if !quantity.unit.isEmpty {
      unit = folder.fold(span(cell.tokens, quantity.unit))
    } else if let measured, !measured.tokens.isEmpty {
      unit = folder.fold(span(measured.tokens, 0..<measured.tokens.count))
    }
    let whole = name.start < end.start ? ByteSpan(name.start, end.end) : end
    plan.targets.append(
      Target(
        indicator: folder.fold(name), comparator: quantity.comparator,
        approximate: quantity.approximate, value: quantity.value, upper: quantity.upper,
        unit: unit, by: time?.by, period: time?.period,
        text: folder.fold(name) + ": " + folder.fold(end), node: cell.node, span: whole,
        rule: traced(quantity.rule)))
  }

  /// The quantity that fills a cell, with a unit or without; `nil` when more stands there.
  private mutating func cellQuantity(_ cell: FactLeaf) -> Quantity? {
    let tokens = cell.tokens
    guard tokens.count <= 24, let first = tokens.firstIndex(where: { $0.kind == .number }) else {
      return nil
    }
    let words = wordsAroundNumbers(cell)
    var last = first
    if let upper = words.lower.first(where: { $0.value == first })?.place { last = upper }
    let end = numberEnd(last, tokens)
    guard let value = number(first, numberEnd(first, tokens), tokens) else { return nil }
    var quantity = Quantity(
      kind: .count, value: value, lead: first, number: first, unit: end..<end, end: end)
    if last != first {
      guard let upper = number(last, end, tokens) else { return nil }
      quantity.upper = upper
    }
    if let match = cell.matches.first(where: { $0.start == last && meaning($0) == .quantity }) {
      quantity.unit = end..<match.end
      quantity.end = match.end
      quantity.rule = match.rule
    }
    if let before = words.before[first] { read(before, tokens, words, into: &quantity) }
    readBehind(&quantity, words, tokens)
    let opens = (0..<quantity.lead).allSatisfy { tokens[$0].kind == .mark }
    guard opens, quantity.end == tokens.count, !quantity.has else { return nil }
    return quantity
  }
}
