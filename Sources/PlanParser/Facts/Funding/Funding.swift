import PlanModel
import PlanText

/// Reads where the money comes from (kinh phí) in the sections on funding.
extension PlanReader {
  /// How many tokens the name of a source may have.
  private static var longestSource: Int { 60 }

  /// Reads the funding out of the leaves.
  mutating func readFunding(_ leaves: FactLeaves) {
    var table: String?
    for (place, leaf) in zip(leaves.indices, leaves.all) where leaf.role == .funding {
      if case .cell = leaf.kind, leaf.node != table {
        table = leaf.node
        readFundingRows(at: place, leaves)
        readFundingTotal(at: place, leaves)
      }
      guard mayFund(leaf), !tellsUnitAlone(leaf) else { continue }
      // "Tổng kinh phí 950 triệu đồng, trong đó:" may be the heading of what it is made of.
      let above = leaf.ancestors.last.map { leaves[$0] }
      let totals = above.map { isTotal($0) && self.amount($0, whole: true) == nil } ?? false
      let amount = self.amount(leaf, whole: totals || isTotal(leaf))
      if leaf.kind == .heading, amount == nil { continue }
      var named = sourceRanges(leaf)
      if let above, named.isEmpty || leaf.tokens[0].kind == .number {
        // "2. Vốn vay: 6 tỷ đồng; ngân sách xã: 2 tỷ đồng" names the first in its title.
        named.insert(contentsOf: sourceTitle(above, over: leaf).map { ($0, 0..<0) }, at: 0)
      }
      let sources = named.map(\.name)
      let rule = leaf.matches.first { meaning($0) == .fundingSource }?.rule
      let whole = FundingPart(sources: sources, amount: amount, range: 0..<leaf.tokens.count)
      for part in fundingParts(of: leaf, under: above, whole, named)
      where !part.sources.isEmpty || part.amount != nil {
        let span = span(leaf.tokens, part.range)
        var funding = Funding(
          text: "", sources: part.sources, amount: part.amount, node: leaf.node, span: span,
          rule: traced(rule))
        funding.$text = folder.excerpt(span)
        plan.funding.append(funding)
      }
    }
  }

  private func mayFund(_ leaf: FactLeaf) -> Bool {
    guard !leaf.tokens.isEmpty, leaf.zone == .body || leaf.zone == .appendix else { return false }
    return leaf.kind == .item || leaf.kind == .paragraph || leaf.kind == .heading
  }

  /// The source that a title names and nothing else; none for other titles, and none for what is
  /// not the only unit below it.
  ///
  /// "2. Nguồn xã hội hóa: 6 tỷ đồng".
  private mutating func sourceTitle(_ title: FactLeaf, over leaf: FactLeaf) -> [String] {
    guard title.kind == .heading, title.ancestors.count > 0, title.role == .funding,
      leaf.kind == .paragraph, let units = title.source?.children,
      // "2. Vốn doanh nghiệp: 6 tỷ đồng, bao gồm:"
      units.count == 1 || units.first?.id == leaf.node && amounts(leaf).count == 1,
      title.tokens.count <= Self.longestTitle
    else { return [] }
    let sources = sourceRanges(title).map(\.name)
    guard sources.count == 1,
      let first = title.matches.first(where: { meaning($0) == .fundingSource }), first.start <= 1
    else { return [] }
    return sources
  }

  /// How many tokens a title that names a source may have.
  private static var longestTitle: Int { 14 }

  /// Whether a leaf speaks of a total.
  private func isTotal(_ leaf: FactLeaf) -> Bool { leaf.tells(.fundingTotal) }

  // MARK: Sources

  /// The sources that a leaf names, as printed, and where.
  mutating func sourceRanges(_ leaf: FactLeaf) -> [(name: String, range: Range<Int>)] {
    let tokens = leaf.tokens
    var ends = PlaceSet()
    var joins = PlaceSet()
    var starts: [(place: Int, past: Int, behind: Bool, match: RuleMatch)] = []
    for match in leaf.matches {
      switch meaning(match) {
      case .fundingEnd:
        ends.insert(capture("end", of: match, tokens)?.lowerBound ?? match.start)
      case .actorJoin: joins.insert(match.start)
      case .fundingSource:
        let behind = value("start", of: match) == "behind"
        let part = value("start", of: match) == "part" ? captures(of: match, tokens).first : nil
        let place = behind ? match.end : part?.start ?? match.start
        starts.append((place, part?.end ?? match.end, behind, match))
      default: break
      }
    }
    // "các nguồn vốn hợp pháp khác" holds "nguồn vốn": the one that begins first counts, unless
    // nothing but such words stands before the next ("các nguồn vốn ngân sách nhà nước").
    var begins = PlaceSet(starts.map(\.match.start))
    // ", hỗ trợ của Liên minh": the comma is the rule's, the source begins behind it.
    for start in starts where start.place == start.match.start + 1 && !start.behind {
      begins.insert(start.place)
    }
    // "các nguồn đóng góp, tài trợ hợp pháp khác" are told together.
    let gifts = PlaceSet(
      starts.filter { value("kind", of: $0.match) == "gift" }.map(\.match.start))
    let others = PlaceSet(begins.filter { !gifts.contains($0) })
    var sources: [(name: String, range: Range<Int>)] = []
    var reached = 0
    /// Where a source begins whose own first words are those of the next rule.
    var opened = -1
    for (index, start) in starts.enumerated() where start.match.start >= reached {
      if value("start", of: start.match) == "none" {
        reached = start.match.end
        continue
      }
      let next = index + 1 < starts.count ? starts[index + 1] : nil
      let opens = opened
      opened = start.behind ? start.place : -1
      if start.behind, let next, next.match.start <= start.place { continue }
      // "Kinh phí hoạt động của Ban Chỉ đạo" alone is what the money is for.
      if value("kind", of: start.match) == "listed",
        start.match.start > opens,
        // "Kinh phí hoạt động của đơn vị; kinh phí sự nghiệp y tế; …"
        sources.isEmpty
          && !(start.match.start == 0
            && next.map { isMark(tokens[$0.match.start - 1], 0x3B) } == true)
          || !sources.isEmpty && start.match.start != reached + 1
            && !isBehindTail(start.match.start, since: reached, tokens)
      {
        continue
      }
      let several = value("kind", of: start.match) == "several"
      let range = source(
        from: start.place, past: start.past, tokens, ends: ends,
        begins: several ? others : begins,
        joins: joins)
      guard !range.isEmpty else { continue }
      let name = text(range, tokens)
      if !sources.contains(where: { $0.name == name }), sources.count < 40 {
        sources.append((name, range))
      }
      reached = range.upperBound
    }
    return sources
  }

  /// Whether nothing but by which rules a source is given stands between it and a comma: "ngân sách
  /// nhà nước theo phân cấp hiện hành, kinh phí hoạt động của Hội".
  private func isBehindTail(_ start: Int, since end: Int, _ tokens: [Token]) -> Bool {
    guard end < start, isMark(tokens[start - 1], 0x2C), let tails = grammar.list("source-tails"),
      let tail = (0...6).first(where: {
        end - $0 >= 0 && grammar.entry(in: tails, tokens, at: end - $0) != nil
      })
    else { return false }
    return tokens[(end - tail)..<(start - 1)].allSatisfy { $0.kind == .syllable }
  }

  /// The name that begins at a place: up to a mark, a number, a word that ends it, or a comma or
  /// "và" before another source.
  private func source(
    from start: Int, past: Int, _ tokens: [Token], ends: PlaceSet, begins: PlaceSet, joins: PlaceSet
  ) -> Range<Int> {
    var end = past
    let limit = min(tokens.count, start + Self.longestSource)
    while end < limit {
      let token = tokens[end]
      if token.kind == .number || ends.contains(end) { break }
      if let closing = closingQuote(end, before: limit, tokens) {
        end = closing + 1
        continue
      }
      // "vùng đồng bào DTTS&MN", "Chương trình KT-XH", "phòng, chống"
      if token.kind == .mark, !isMark(token, 0x2C), !isDash(token), !isMark(token, 0x2F),
        !isMark(token, 0x26)
      {
        break
      }
      // One word may join them: "ngân sách xã và nguồn xã hội hóa".
      if end > start, begins.contains(end + 1), token.kind == .mark || joins.contains(end) { break }
      end += 1
    }
    while end > start, !isQuote(tokens[end - 1]),
      tokens[end - 1].kind == .mark || joins.contains(end - 1)
    {
      end -= 1
    }
    return start..<end
  }

  /// The token that closes the quotation which one opens: a name that a source holds.
  private func closingQuote(_ place: Int, before limit: Int, _ tokens: [Token]) -> Int? {
    guard isQuote(tokens[place]), !isMark(tokens[place], 0x201D) else { return nil }
    return tokens[(place + 1)..<limit].firstIndex { isQuote($0) }
  }

  // MARK: Amounts

  /// The amount of money that a leaf states: its only one, or the first of a whole and its parts.
  ///
  /// A range states none.
  private func amount(_ leaf: FactLeaf, whole: Bool) -> Amount? {
    let amounts = amounts(leaf)
    if let range = moneyRange(leaf), range <= amounts.first?.range.lowerBound ?? range {
      return nil
    }
    return amounts.count == 1 || whole || isBrokenDown(amounts.map(\.range), leaf.tokens)
      ? amounts.first?.amount : nil
  }

  /// The amounts of money in a leaf, in order.
  func amounts(_ leaf: FactLeaf) -> [(amount: Amount, range: Range<Int>)] {
    guard let scales = grammar.list("money-scales"), !tellsNoMeans(leaf) else { return [] }
    let range = moneyRange(leaf)
    var amounts: [(amount: Amount, range: Range<Int>)] = []
    for match in leaf.matches
    where meaning(match) == .quantity && value("kind", of: match) == "money" {
      let unit = numberEnd(match.start, leaf.tokens)
      let entry = grammar.entry(in: scales, leaf.tokens, at: unit)
      // The mark behind "1,2 tỷ;" only shows that it is money; "2 triệu đồng/hộ" is a rate.
      let scale = entry.flatMap { entry in
        leaf.tokens[entry.end..<max(entry.end, match.end)].allSatisfy { $0.kind == .mark }
          ? entry.value : nil
      }
      let digits = span(leaf.tokens, match.start..<unit)
      // "9 đồng": how many zeros, and the unit.
      guard let parts = scale?.split(separator: " "), parts.count == 2,
        let zeros = Int(parts[0]),
        let last = Numeral.read(bytes[digits.start..<digits.end]), match.start != range
      else { continue }
      // "25 tỷ 600 triệu đồng"
      let whole = entry.flatMap { wholeMoney(last, at: match.start, unit..<$0.end, leaf.tokens) }
      guard let value = (whole?.value ?? last).raised(by: zeros) else { continue }
      let start = whole?.number ?? match.start
      amounts.append((Amount(value: value, unit: String(parts[1])), start..<match.end))
    }
    return amounts
  }

  /// Whether the sums of a leaf are none that the plan has to spend: what was spent, a limit, a rate.
  private func tellsNoMeans(_ leaf: FactLeaf) -> Bool {
    leaf.matches.contains { meaning($0) == .fundingSource && value("amount", of: $0) == "none" }
  }

  /// Where the upper end of the first range of money stands: "150 - 200 triệu đồng".
  private func moneyRange(_ leaf: FactLeaf) -> Int? {
    guard leaf.tells(.range) else { return nil }
    var lowers = PlaceMap<Int>()
    for match in leaf.matches where meaning(match) == .range {
      let end = numberEnd(match.start, leaf.tokens)
      if let upper = (end..<match.end).first(where: { leaf.tokens[$0].kind == .number }) {
        lowers[upper] = match.start
      }
    }
    return leaf.matches.first {
      meaning($0) == .quantity && value("kind", of: $0) == "money" && lowers[$0.start] != nil
    }?.start
  }

  /// Whether all amounts but the first stand in the bracket behind it: "1,2 tỷ đồng (ngân sách tỉnh
  /// 800 triệu đồng; đối ứng của xã 400 triệu đồng)".
  private func isBrokenDown(_ places: [Range<Int>], _ tokens: [Token]) -> Bool {
    guard let first = places.first, let last = places.last,
      let end = bracket(at: first.upperBound, before: tokens.count, tokens)
    else { return false }
    return last.upperBound < end
  }
}

extension ExactDecimal {
  /// The number times a power of ten; `nil` when it has too many digits.
  func raised(by exponent: Int) -> ExactDecimal? {
    guard exponent > scale else { return ExactDecimal(digits: digits, scale: scale - exponent) }
    var digits = digits
    for _ in scale..<exponent {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      digits = product
    }
    return ExactDecimal(digits: digits)
  }
}
