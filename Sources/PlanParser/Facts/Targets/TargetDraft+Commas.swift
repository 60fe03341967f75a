import PlanModel
import PlanText

/// Tells the commas within a name from those that end it.
extension TargetDraft {
  /// How many tokens a quoted name may have.
  private static var longestQuote: Int { 14 }

  /// Whether a measure behind a comma is only named, so that the words of a share go on over it:
  /// "100% cán bộ kê khai tài sản, thu nhập đúng quy định".
  func namesFurther(_ start: Int, before end: Int) -> Bool {
    guard start < end, words.measured[start] != nil, words.aims[start] == nil,
      !words.actions.contains(start), !words.acts.contains(start),
      !tokens[start].shape.contains(.capitalized)
    else { return false }
    return (start..<end).allSatisfy { tokens[$0].kind != .number && !changes($0) }
  }

  /// Whether the share before is told of another group, and no measure: "30% đối với trẻ nhà trẻ, 97%
  /// đối với trẻ mẫu giáo".
  var isListedByWhom: Bool {
    guard let share = quantityBefore, clause.segment <= share.lead else { return false }
    return words.whoms.contains(share.end)
      && words.measures.starting(in: clause.segment..<share.lead).isEmpty
  }

  /// A name without "đối với" before it: "97% đối với trẻ mẫu giáo".
  func withoutWhom(_ name: Range<Int>) -> Range<Int> {
    guard words.whoms.contains(name.lowerBound), name.count > 2 else { return name }
    return name.lowerBound + 2..<name.upperBound
  }

  /// Whether a token says that what stands before it is to rise, fall or reach something.
  private func changes(_ place: Int) -> Bool {
    words.aims[place].map { ["raise", "lower", "reach", "strive"].contains($0.kind) } ?? false
  }

  /// The token behind the quotation mark that closes what a straight one opens: "mô hình "3 sạch, 2 xanh"".
  func quoteEnd(_ open: Int, before end: Int) -> Int? {
    guard mark(open) == UInt8(ascii: "\""), open + 1 < end,
      tokens[open].shape.contains(.spaced), !tokens[open + 1].shape.contains(.spaced)
    else { return nil }
    let last = min(end, open + Self.longestQuote)
    return (open + 1..<max(open + 1, last)).first { mark($0) == UInt8(ascii: "\"") }.map { $0 + 1 }
  }
}
