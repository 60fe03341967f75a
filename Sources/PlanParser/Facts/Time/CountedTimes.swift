import PlanModel
import PlanText

/// Reads the numbers of a column whose name tells what they count: "3, 4" under "Tháng".
extension PlanReader {
  /// The months or quarters that are all of a cell: one, or several of which each follows the one
  /// before; `nil` for others.
  func bareNumbers(_ tokens: [Token], of unit: String, year: Int?) -> String? {
    let months = unit == "quarter" ? 3 : 1
    // "Thời gian (tháng): 6" is how long it takes.
    if unit == "months", tokens.count == 1 { return nil }
    var values: [Int] = []
    var isRange = false
    for (place, token) in tokens.enumerated() {
      if place % 2 == 1 {
        let isJoint = isListing(token)
        guard isDash(token) || isJoint else { return nil }
        isRange = isRange || isDash(token)
        continue
      }
      guard let value = number(token) ?? (unit == "quarter" ? numeral(token) : nil),
        (1...(12 / months)).contains(value), values.last.map({ $0 < value }) ?? true
      else { return nil }
      values.append(value)
    }
    guard tokens.count % 2 == 1, let first = values.first, let last = values.last,
      isRange && values.count == 2 || last - first == values.count - 1,
      let start = PartialDate(year: year, month: (first - 1) * months + 1).edtf,
      let end = PartialDate(year: year, month: last * months).edtf
    else { return nil }
    return start == end ? start : start + "/" + end
  }

  /// The value of a Roman numeral in capitals.
  private func numeral(_ token: Token) -> Int? {
    guard token.kind == .syllable, token.shape.contains(.upper) else { return nil }
    return Letters.roman(Array(bytes[Int(token.start)..<Int(token.end)])[...])
  }
}
