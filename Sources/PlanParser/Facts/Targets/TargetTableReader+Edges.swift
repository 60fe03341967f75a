import PlanModel
import PlanText

/// Reads the row of a table of targets as the sentence that its name and its value make: "Tỷ lệ mẫu
/// nước đạt chuẩn tối thiểu | 90%".
extension PlanReader {
  /// What is left of a name without the words at its edges that belong to the number beside it,
  /// which the quantity takes.
  mutating func edges(
    _ name: Range<Int>, _ named: FactLeaf, _ quantity: inout Quantity, _ cell: FactLeaf
  ) -> Range<Int> {
    guard !name.isEmpty, cell.tokens.indices.contains(quantity.number) else { return name }
    let tokens = Array(named.tokens[name]) + [cell.tokens[quantity.number]]
    let matches = phrases(tokens)
    var start = 0
    var end = tokens.count - 1
    if let match = matches.first(where: {
      meaning($0) == .beforeNumber && $0.end == tokens.count && $0.start > 0
    }) {
      let row = FactLeaf(
        kind: named.kind, zone: named.zone, node: named.node, source: named.source,
        role: named.role, ancestors: named.ancestors, tokens: tokens, matches: matches,
        meanings: meanings(of: matches), times: [])
      var edge = Quantity(
        kind: quantity.kind, value: quantity.value, lead: end, number: end,
        unit: tokens.count..<tokens.count, end: tokens.count)
      read(match, tokens, wordsAroundNumbers(row), into: &edge)
      // "Tỷ lệ khu công nghiệp sinh thái trên toàn tỉnh"
      let isPlace = !edge.reaches && captures(of: match, tokens).last?.name == "beside"
      if edge.lead > 0, !isPlace,
        edge.compares || edge.approximate || edge.reaches && !edge.isToward
      {
        end = edge.lead
        take(edge, &quantity)
      }
    }
    // "Giảm tiêu hao nước | 2-3%"
    if let change = change(matches, quantity), change.end < end {
      start = change.end
      quantity.direction = value("direction", of: change).flatMap(Direction.init(rawValue:))
    }
    return (name.lowerBound + start)..<(name.lowerBound + end)
  }

  /// Adds what the words at the end of a name tell of the number beside it.
  private func take(_ edge: Quantity, _ quantity: inout Quantity) {
    quantity.direction = quantity.direction ?? edge.direction
    quantity.approximate = quantity.approximate || edge.approximate
    guard edge.compares, !quantity.compares, quantity.upper == nil else { return }
    quantity.comparator = edge.comparator
    quantity.compares = true
  }

  /// The verb of change that a name begins with, where a share is told of it.
  private func change(_ matches: [RuleMatch], _ quantity: Quantity) -> RuleMatch? {
    guard quantity.direction == nil else { return nil }
    let first = matches.prefix { $0.start == 0 }
    let aims = first.filter { meaning($0) == .aim }
    guard let longest = aims.first, value("direction", of: longest) != nil,
      !first.contains(where: { meaning($0) == .measured })
    else { return nil }
    return longest
  }

  /// Where the words end that a cell strives or keeps with: "Duy trì 34 giường", "Phấn đấu 100%".
  func strivingEnd(_ cell: FactLeaf, from start: Int) -> Int {
    cell.matches(from: start, to: start + 1).first { match in
      guard meaning(match) == .aim, let kind = value("kind", of: match) else { return false }
      return kind == "strive" || kind == "hold"
    }?.end ?? start
  }
}
