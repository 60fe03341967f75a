import PlanModel
import PlanText

/// One fact on money that a leaf tells.
struct FundingPart {
  /// Where the money comes from.
  var sources: [String]
  /// How much it is.
  var amount: Amount?
  /// The tokens that say so.
  var range: Range<Int>
}

/// Tells the parts of an amount of money that a leaf breaks down by years or by sources.
extension PlanReader {
  /// How many tokens may stand between the name of a source and its amount.
  private static var longestGap: Int { 5 }

  /// What a leaf tells: each part of its money with its own year or source; the whole alone where it
  /// states one ("3,5 tỷ đồng, trong đó: ngân sách tỉnh 2 tỷ đồng, ngân sách xã 1,5 tỷ đồng").
  func fundingParts(
    of leaf: FactLeaf, under above: FactLeaf?, _ whole: FundingPart,
    _ named: [(name: String, range: Range<Int>)]
  ) -> [FundingPart] {
    let amounts = amounts(leaf)
    guard amounts.count > 1 else { return [whole] }
    let years = amounts.compactMap {
      part(ofYear: $0, leaf, whole.sources) ?? part(ofTitleYear: $0, leaf, above, whole.sources)
    }
    if years.count > 1, years.count == amounts.count { return years }
    guard whole.amount == nil else { return [whole] }
    let shares = amounts.indices.compactMap { index in
      part(ofSource: amounts[index], leaf, named)
        ?? (index > 0 && !named.isEmpty
          ? part(ofUnknown: amounts[index], behind: amounts[index - 1].range.upperBound, leaf)
          : nil)
    }
    guard shares.count > 1, shares.count == amounts.count else { return [whole] }
    let told = shares.flatMap(\.sources)
    let others = named.map(\.name).filter { !told.contains($0) }
    if others.isEmpty { return shares }
    return shares + [FundingPart(sources: others, amount: nil, range: whole.range)]
  }

  /// The amount of a year: "Năm 2026: 1,2 tỷ đồng".
  private func part(
    ofYear amount: (amount: Amount, range: Range<Int>), _ leaf: FactLeaf, _ sources: [String]
  ) -> FundingPart? {
    let start = amount.range.lowerBound
    let end = start > 0 && isMark(leaf.tokens[start - 1], 0x3A) ? start - 1 : start
    guard
      let year = leaf.times(in: max(0, end - Self.longestGap)..<end).last(where: {
        $0.range.upperBound == end
      }), year.start?.year != nil, year.start?.month == nil, year.start == year.end
    else { return nil }
    return FundingPart(
      sources: sources, amount: amount.amount,
      range: year.range.lowerBound..<amount.range.upperBound)
  }

  /// The amount of the year that ends the title above, where it opens the unit: "Kinh phí năm 2026: 2,5
  /// tỷ đồng; năm 2027: 3 tỷ đồng".
  private func part(
    ofTitleYear amount: (amount: Amount, range: Range<Int>), _ leaf: FactLeaf,
    _ above: FactLeaf?, _ sources: [String]
  ) -> FundingPart? {
    guard amount.range.lowerBound == 0, leaf.kind == .paragraph, let above, above.kind == .heading,
      let year = above.times(in: 0..<above.tokens.count).last,
      year.range.upperBound >= above.tokens.count - 1, year.start?.year != nil,
      year.start?.month == nil, year.start == year.end
    else { return nil }
    return FundingPart(sources: sources, amount: amount.amount, range: 0..<amount.range.upperBound)
  }

  /// The amount behind a name that only a list of sources shows to be one, which a semicolon or comma
  /// parts from the source before: "ngân sách xã: 3 tỷ đồng; huy động khác: 1 tỷ đồng".
  private func part(
    ofUnknown amount: (amount: Amount, range: Range<Int>), behind end: Int, _ leaf: FactLeaf
  ) -> FundingPart? {
    let tokens = leaf.tokens
    var name = amount.range.lowerBound
    if name > end, isMark(tokens[name - 1], 0x3A) { name -= 1 }
    var start = name
    while start > end, tokens[start - 1].kind == .syllable { start -= 1 }
    guard start > 0, name > start + 1, name - start <= Self.longestUnknownSource,
      isMark(tokens[start - 1], 0x3B) || isMark(tokens[start - 1], 0x2C),
      let openers = grammar.list("listed-sources"),
      grammar.entry(in: openers, tokens, at: start) != nil
    else { return nil }
    return FundingPart(
      sources: [text(start..<name, tokens)], amount: amount.amount,
      range: start..<amount.range.upperBound)
  }

  /// How many tokens such a name may have.
  private static var longestUnknownSource: Int { 8 }

  /// The amount right behind the name of a source: "ngân sách xã đối ứng 1,5 tỷ đồng".
  private func part(
    ofSource amount: (amount: Amount, range: Range<Int>), _ leaf: FactLeaf,
    _ named: [(name: String, range: Range<Int>)]
  ) -> FundingPart? {
    let start = amount.range.lowerBound
    guard let source = named.last(where: { $0.range.upperBound <= start }),
      start - source.range.upperBound <= Self.longestGap,
      leaf.tokens[source.range.upperBound..<start].allSatisfy({
        $0.kind == .syllable || isMark($0, 0x3A) || isMark($0, 0x28)
      })
    else { return nil }
    return FundingPart(
      sources: [source.name], amount: amount.amount,
      range: source.range.lowerBound..<amount.range.upperBound)
  }
}
