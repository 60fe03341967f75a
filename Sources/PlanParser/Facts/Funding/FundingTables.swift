import PlanModel
import PlanText

/// Reads how much money a table of costs comes to (tổng cộng) in the sections on funding.
extension PlanReader {
  /// How many columns of a table are looked at.
  private static var mostColumns: Int { 64 }
  /// How many tokens a line that tells the unit of a table may have.
  private static var longestUnit: Int { 12 }

  /// Tells of the money in the row that adds a table up, whose first cell is a leaf.
  mutating func readFundingTotal(at place: Int, _ leaves: FactLeaves) {
    let cell = leaves[place]
    guard cell.zone == .body || cell.zone == .appendix, let table = cell.source?.table,
      table.columns.count <= Self.mostColumns
    else { return }
    let totals = table.rows.filter { addsUp($0) }
    guard totals.count == 1, let row = totals.first,
      let (column, name) = moneyColumn(of: table, row),
      let value = Self.number(row.cells[column]), value.digits > 0,
      let (zeros, unit) = moneyUnit(name, row.cells[column], at: place, leaves),
      let amount = value.raised(by: zeros).map({ Amount(value: $0, unit: unit) }),
      !plan.funding.contains(where: { $0.amount == amount })
    else { return }
    let filled = row.spans.filter { !$0.isEmpty }
    let span = filled.dropFirst().reduce(filled[0]) { $0.union($1) }
    var funding = Funding(text: "", sources: [], amount: amount, node: cell.node, span: span)
    funding.$text = folder.excerpt(span)
    plan.funding.append(funding)
  }

  /// The column of money in which a row has a number, and the tokens of its name: the only one, or
  /// the only one that is a total of its row ("Thành tiền", "Tổng").
  mutating func moneyColumn(
    of table: Table, _ row: TableRow
  ) -> (column: Int, name: [Token])? {
    guard let names = grammar.list("money-columns") else { return nil }
    var found: [(column: Int, name: [Token], isTotal: Bool)] = []
    for column in table.columns.indices where Self.number(row.cells[column]) != nil {
      let name = tokens(of: Array(table.columns[column].utf8))
      guard let entry = grammar.entry(in: names, name, at: 0) else { continue }
      found.append((column, name, entry.value == "total"))
    }
    // "Giai đoạn 2026 - 2030 (tỷ đồng)": the unit tells what stands in the only such column.
    if found.isEmpty {
      for column in table.columns.indices where Self.number(row.cells[column]) != nil {
        let name = tokens(of: Array(table.columns[column].utf8))
        if moneyUnit(name) != nil { found.append((column, name, false)) }
      }
    }
    let totals = found.filter(\.isTotal)
    let only = totals.count == 1 ? totals.first : found.count == 1 ? found.first : nil
    return only.map { ($0.column, $0.name) }
  }

  /// How many zeros the numbers of a column stand for, and the unit of the whole: as its name tells,
  /// else the line above the table, else as a number with thousands of thousands tells itself.
  mutating func moneyUnit(
    _ name: [Token], _ number: String, at place: Int, _ leaves: FactLeaves
  ) -> (zeros: Int, unit: String)? {
    if let unit = moneyUnit(name) { return unit }
    if place > leaves.indices.lowerBound, leaves[place - 1].kind == .paragraph,
      leaves[place - 1].tokens.count <= Self.longestUnit,
      let unit = moneyUnit(leaves[place - 1].tokens)
    {
      return unit
    }
    if place > leaves.indices.lowerBound, let unit = toldUnit(leaves[place - 1]) { return unit }
    for match in lineMatches(of: number) {
      if let unit = value("unit", of: match) { return (0, unit) }
    }
    return nil
  }

  /// The unit of money that a line above a table tells behind its colon: "Nhu cầu kinh phí như sau
  /// (đơn vị tính: triệu đồng):".
  private func toldUnit(_ line: FactLeaf) -> (zeros: Int, unit: String)? {
    if case .cell = line.kind { return nil }
    guard let sign = line.matches.last(where: { meaning($0) == .tableUnit }),
      line.tokens.count - sign.end <= Self.longestUnit
    else { return nil }
    return moneyUnit(Array(line.tokens[sign.end...]))
  }

  /// Whether a line tells in what a table counts money, and no amount: "Đơn vị tính: 1.000 đồng".
  func tellsUnitAlone(_ line: FactLeaf) -> Bool {
    guard line.kind == .paragraph, line.tokens.count <= Self.longestUnit,
      let sign = line.matches.last(where: { meaning($0) == .tableUnit }),
      let scales = grammar.list("money-scales"),
      let entry = grammar.entry(in: scales, line.tokens, at: sign.end)
    else { return false }
    return line.tokens[sign.end].kind == .number
      && line.tokens[entry.end...].allSatisfy { $0.kind == .mark }
  }

  /// The unit of money that some tokens name.
  private func moneyUnit(_ tokens: [Token]) -> (zeros: Int, unit: String)? {
    guard let scales = grammar.list("money-scales") else { return nil }
    for place in tokens.indices {
      guard let entry = grammar.entry(in: scales, tokens, at: place) else { continue }
      // "1.000 đồng"
      if place > 0, tokens[place - 1].kind == .number { return nil }
      let parts = entry.value.split(separator: " ")
      guard parts.count == 2, let zeros = Int(parts[0]) else { return nil }
      return (zeros, String(parts[1]))
    }
    return nil
  }
}
