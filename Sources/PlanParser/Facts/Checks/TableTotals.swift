import PlanModel
import PlanText

/// Totals of tables that are not the sums of their rows.
extension PlanReader {
  /// Tells of totals that rows do not add up to.
  ///
  /// Only a table is looked at whose rows stand on one level, and only a column whose cells are
  /// numbers one and all; a total far from the sum is a mean or a rate, no slip.
  mutating func diagnoseTotals() {
    for nodes in [plan.preamble, plan.body, plan.closing] + plan.appendices.map(\.body) {
      diagnoseTotals(nodes)
    }
  }

  private mutating func diagnoseTotals(_ nodes: [Node]) {
    for node in nodes {
      if let table = node.table { diagnoseTotals(table, node.id) }
      diagnoseTotals(node.children)
    }
  }

  private mutating func diagnoseTotals(_ table: Table, _ node: String) {
    let totals = table.rows.indices.filter { addsUp(table.rows[$0]) }
    guard totals.count == 1, let total = totals.first, table.rows.count > 3,
      total == 0 || total == table.rows.count - 1,
      !table.rows.contains(where: \.group),
      standsOnOneLevel(table.rows.indices.filter { $0 != total }.map { table.rows[$0] })
    else { return }
    let rows = table.rows.indices.filter { $0 != total }.map { table.rows[$0] }
    for column in table.columns.indices.dropFirst() {
      guard let stated = Self.number(table.rows[total].cells[column]) else { continue }
      let cells = rows.map(\.cells[column]).filter { !Self.isBlank($0) }
      let numbers = cells.compactMap(Self.number)
      guard numbers.count == cells.count, numbers.count > 1,
        let sum = Self.sum(numbers), Self.isSlip(stated, sum, of: numbers.count)
      else { continue }
      diagnose(
        .totalMismatch, .document, .note,
        "\"\(table.columns[column])\" states \(stated) in all, its rows add up to \(sum), "
          + "see which is right", table.rows[total].spans[column], node: node)
    }
  }

  /// Whether the numbers of some rows are of one kind: "I", "1", "2" or a row without a number
  /// among others break an amount down.
  private func standsOnOneLevel(_ rows: [TableRow]) -> Bool {
    Set(rows.map { PlanReader.labelKind(of: $0, upTo: 1) }).count == 1
  }

  /// The number that a cell holds and nothing else.
  static func number(_ cell: String) -> ExactDecimal? {
    let bytes = Array(cell.utf8)
    guard !bytes.isEmpty, bytes.count < 20 else { return nil }
    return Numeral.read(bytes[...])
  }

  private static func isBlank(_ cell: String) -> Bool {
    cell.utf8.allSatisfy { $0 < 0x30 || $0 >= 0x80 } && cell.utf8.count < 4
  }

  /// What some numbers add up to; `nil` when that is too large to hold.
  static func sum(_ numbers: [ExactDecimal]) -> ExactDecimal? {
    let scale = numbers.map(\.scale).max() ?? 0
    var sum = 0
    for number in numbers {
      guard let digits = digits(number, scale: scale) else { return nil }
      let (result, overflow) = sum.addingReportingOverflow(digits)
      if overflow { return nil }
      sum = result
    }
    return ExactDecimal(digits: sum, scale: scale)
  }

  /// The digits of a number with as many places after the point.
  private static func digits(_ number: ExactDecimal, scale: Int) -> Int? {
    var digits = number.digits
    for _ in number.scale..<max(number.scale, scale) {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      digits = product
    }
    return digits
  }

  /// Whether a total misses a sum by little, and by more than rounding explains.
  private static func isSlip(_ stated: ExactDecimal, _ sum: ExactDecimal, of count: Int) -> Bool {
    let scale = max(stated.scale, sum.scale)
    guard let one = digits(stated, scale: scale), let other = digits(sum, scale: scale) else {
      return false
    }
    let difference = one.subtractingReportingOverflow(other)
    guard one != other, !difference.overflow, other > 0 else { return false }
    let distance = difference.partialValue.magnitude
    if scale > 0, distance <= UInt(count) { return false }
    return distance <= other.magnitude / 5
  }
}
