import PlanText

/// Finding what phrases say about bodies.
extension PlanReader {
  /// Reads what `bodyWords(_:)` gives.
  func findBodyWords(_ leaf: FactLeaf) -> BodyWords {
    let isCell = if case .cell = leaf.kind { true } else { false }
    guard isCell || leaf.meanings.intersects(Self.onBodies) else { return .none }
    var words = BodyWords.Tables()
    read(leaf.tokens, leaf.matches, into: &words)
    if isCell { read(cell: leaf.tokens, into: &words) }
    return BodyWords(consume words)
  }

  /// Whether what looks like a list of bodies is the end of one name and a capital's beginning of
  /// another: "Văn phòng Sở, Phòng Đầu tư"; "Sở, Ban, Ngành" is a list.
  private func isCapitalName(_ match: RuleMatch, _ tokens: [Token]) -> Bool {
    guard match.end < tokens.count, tokens[match.end].kind == .syllable,
      tokens[match.end].shape.contains(.capitalized),
      tokens[match.end - 1].shape.contains(.capitalized)
    else { return false }
    return value("of", of: match) == "listed"
  }

  /// What is told of bodies and their duties.
  private static let onBodies = MeaningSet([
    .actor, .charge, .partner, .act, .actorJoin, .actorTail, .actorOf, .handOut, .opening,
    .openingEnd,
  ])

  /// Reads where the paragraphs of a cell begin.
  private func read(cell tokens: [Token], into words: inout BodyWords.Tables) {
    words.isCell = true
    words.paragraphs = paragraphs.places(in: tokens)
    if !hardBreaks.isEmpty {
      words.paragraphs.formUnion(
        tokens.indices.dropFirst().filter { hardBreaks.contains(Int(tokens[$0].start)) })
    }
    if folder.markdown { words.paragraphs.formUnion(lineBreaks(in: tokens)) }
  }

  /// The places of tokens behind a `<br>`, which is no token of a cell of markdown.
  private func lineBreaks(in tokens: [Token]) -> [Int] {
    tokens.indices.dropFirst().filter { place in
      let gap = Int(tokens[place - 1].end)..<Int(tokens[place].start)
      guard gap.count > 3, let mark = gap.first(where: { bytes[$0] == 0x3C }) else { return false }
      return TextFolder.lineBreak(bytes, at: mark, end: gap.upperBound) != nil
    }
  }

  /// What has to be known of all phrases before they are settled.
  private struct SeenPhrases {
    var acts: [Int] = []
    var capitalActs: [Int] = []
    /// Charges that only a partner makes one: "kết hợp".
    var joined: [Int] = []
    /// Of them those that begin a duty whatever name they are in: "Thường trực quản lý …".
    var standing: [Int] = []
    /// Verbs behind a name whose last word makes another name with them: "Thanh tra Sở xây dựng".
    var again: [Int] = []
    /// Words of a name that look like a duty, and words that look like a name.
    var names: [Range<Int>] = []
    /// "quy chế phối hợp": words that say a role and are part of a noun.
    var nouns: [Range<Int>] = []
    /// "trong công tác", which only ties a duty to a partner where a verb follows.
    var links: [Range<Int>] = []
    /// What a body is given, has or consists of: "được cấp kinh phí".
    var idle: [Range<Int>] = []
    /// Partners that are told behind what is done.
    var behind: [Int] = []
    var joining: [Int] = []
    var refused = PlaceMap<Int>()
  }

  /// Reads what some phrases say about bodies and their duties.
  private func read(_ tokens: [Token], _ matches: [RuleMatch], into words: inout BodyWords.Tables) {
    var seen = SeenPhrases()
    for match in matches { take(match, tokens, &words, &seen) }
    settleStops(tokens, &words, &seen)
    settleCharges(tokens, &words, seen)
    addDirectPartners(tokens, &words)
    words.stops.formUnion(words.partners.map(\.lowerBound))
    words.stops.formUnion(handedDown(words.handDowns, to: words.heads))
    addIdle(seen.idle, tokens, &words)
    for link in seen.links where words.stops.contains(link.upperBound) {
      words.links[link.lowerBound] = link.upperBound
    }
  }

  /// Takes a phrase by what it says.
  private func take(
    _ match: RuleMatch, _ tokens: [Token], _ words: inout BodyWords.Tables,
    _ seen: inout SeenPhrases
  ) {
    switch meaning(match) {
    case .actor where isCapitalName(match, tokens): break
    case .actor:
      take(match, &words.heads, &seen.refused)
      if value("of", of: match) == "whole" { seen.names.gather(match.start..<match.end) }
    case .charge: take(charge: match, tokens, &words, &seen)
    case .partner: take(partner: match, &words, &seen)
    case .act: take(act: match, tokens, &words, &seen)
    case .actorJoin: words.joins[match.start] = match.end
    case .actorTail where value("of", of: match) == "relative":
      words.relatives.insert(match.start)
    case .actorTail: take(tail: match, tokens, &words)
    case .actorOf: words.ofSeveral.gather(match.start)
    case .handOut: take(handOut: match, &words)
    case .opening where value("kind", of: match) != nil: words.leadIn = match.end
    case .opening: words.opening = match.end
    case .openingEnd: words.openingEnds.insert(match.end)
    default: break
    }
  }

  private func take(
    charge match: RuleMatch, _ tokens: [Token], _ words: inout BodyWords.Tables,
    _ seen: inout SeenPhrases
  ) {
    guard let role = value("role", of: match).flatMap(BodyWords.Charge.Role.init) else { return }
    // "là cơ quan chủ trì" holds "chủ trì".
    if let last = words.charges.last, last.range.upperBound > match.start { return }
    let own = withoutNameWords(match.start..<match.end, tokens)
    words.charges.gather(BodyWords.Charge(role: role, range: own, rule: match.rule))
    if value("only", of: match) != nil { seen.joined.append(match.start) }
  }

  private func take(
    partner match: RuleMatch, _ words: inout BodyWords.Tables, _ seen: inout SeenPhrases
  ) {
    let direct = value("direct", of: match) != nil
    words.partners.gather(match.start..<(direct ? match.end - 1 : match.end))
    // "với sự phối hợp của" holds a noun, and tells who helps all the same.
    if let kind = value("behind", of: match) {
      if kind == "joins" {
        seen.joining.append(match.start)
      } else {
        seen.behind.append(match.start)
      }
    }
  }

  private func take(
    act match: RuleMatch, _ tokens: [Token], _ words: inout BodyWords.Tables,
    _ seen: inout SeenPhrases
  ) {
    let range = match.start..<match.end
    let kind = grammar.compiled.actKinds[match]
    switch kind {
    case .no:
      // The charge behind the name is no part of it.
      let charge = value("charge", of: match).flatMap { Int($0) } ?? 0
      seen.names.gather(range.lowerBound..<range.upperBound - charge)
    case .noun: seen.nouns.gather(range)
    case .idle: seen.idle.gather(range)
    case .aside:
      // The longest of a start comes first.
      if words.asides[match.start] == nil { words.asides[match.start] = match.end }
    case .attribute: words.attributes.formUnion(range)
    case .which: words.which[match.start] = max(words.which[match.start] ?? 0, match.end)
    case .again:
      // What the verb needs behind it is no part of it: "Sở | xây dựng kế hoạch".
      seen.again.append(match.end - 2 - (value("charge", of: match).flatMap { Int($0) } ?? 0))
    case .standing: seen.standing.gather(match.start)
    case .belongs: words.belongs[match.start] = match.end
    case .by: words.bys.insert(match.start)
    case .done: words.dones.insert(match.start)
    case .link where value("of", of: match) == "work": seen.links.gather(range)
    case .link: words.links[match.start] = match.end
    case .passive: words.passives.insert(match.start)
    case .direct:
      if !tokens[match.start].shape.contains(.capitalized) {
        words.directs.insert(match.start)
      }
    default: take(verb: match, kind, tokens, &words, &seen)
    }
  }

  /// Takes a verb that begins a duty.
  private func take(
    verb match: RuleMatch, _ kind: BodyWords.Act?, _ tokens: [Token],
    _ words: inout BodyWords.Tables,
    _ seen: inout SeenPhrases
  ) {
    guard !tokens[match.start].shape.contains(.capitalized) || match.start == 0 else {
      seen.capitalActs.gather(match.start)
      return
    }
    // "Theo dõi" is no "theo"; the longest of a start comes first.
    let isShorter = seen.acts.last == match.start
    seen.acts.gather(match.start)
    switch kind {
    case .inset: words.insets.insert(match.start)
    case .adverb:
      if words.adverbs[match.start] == nil { words.adverbs[match.start] = match.end }
    case .scope where !isShorter: words.scopes.insert(match.start)
    case .must: words.musts.insert(match.start)
    case .judge: words.judgements.insert(match.start)
    case .office: words.offices.insert(match.start)
    default: break
    }
  }

  private func take(tail match: RuleMatch, _ tokens: [Token], _ words: inout BodyWords.Tables) {
    words.tails.formUnion(match.start..<match.end)
    switch value("of", of: match) {
    case "place": words.places.insert(match.start)
    case "field": words.fields.insert(match.start)
    case "field-last":
      let next = match.end < tokens.count ? tokens[match.end] : nil
      if next?.shape.contains(.capitalized) != true { words.fields.insert(match.start) }
    default: break
    }
  }

  private func take(handOut match: RuleMatch, _ words: inout BodyWords.Tables) {
    if let down = value("down", of: match) {
      words.handDowns[match.start] = BodyWords.HandDown(
        end: match.end, toSeveral: down == "several", toNamed: down == "named")
      return
    }
    switch value("to", of: match) {
    case "staff": words.chargesStaff = true
    case "outside": words.proposes = true
    case let to:
      if to == "guest" { words.invites = true }
      if value("as", of: match) == "matter" { words.opensWithMatter = true }
      words.handOuts[match.start] = max(words.handOuts[match.start] ?? 0, match.end)
      if to == "body" { words.handOutsToBodies.insert(match.end) }
      if value("order", of: match) != nil { words.orders.insert(match.start) }
    }
  }

  // MARK: What phrases say of each other

  /// Tells which words stop a name, but for charges.
  private func settleStops(
    _ tokens: [Token], _ words: inout BodyWords.Tables, _ seen: inout SeenPhrases
  ) {
    for (start, end) in seen.refused where (words.heads[start]?.end ?? 0) <= end {
      words.heads[start] = nil
    }
    words.nameVerbs = PlaceSet(seen.capitalActs)
    words.stops = PlaceSet(outside(seen.names, seen.acts))
    let starts = PlaceSet(seen.names.map(\.lowerBound))
    words.stops.formUnion(
      seen.again.filter { !tokens[$0].shape.contains(.capitalized) && !starts.contains($0) })
    words.capitalStops = PlaceSet(outside(seen.names, seen.capitalActs))
    words.capitalStops.formUnion(seen.standing)
    // "Đề xuất cơ quan chủ trì thực hiện": the words name somebody else.
    for (start, head) in words.heads where start > 0 && head.kind == .bare {
      seen.names.gather(start..<head.end)
    }
    seen.names.sort { $0.lowerBound < $1.lowerBound }
  }

  /// Tells which charges and partners begin duties.
  private func settleCharges(
    _ tokens: [Token], _ words: inout BodyWords.Tables, _ seen: SeenPhrases
  ) {
    for charge in words.charges {
      let place = charge.range.lowerBound
      if (max(0, place - 3)..<place).contains(where: { isMark(tokens[$0], 0x28) }) {
        words.bracketed[place] = charge
      }
    }
    words.behinds = PlaceSet((seen.behind + seen.joining).sorted())
    words.partners.removeAll { partner in
      guard words.behinds.contains(partner.lowerBound) else {
        return seen.nouns.contains { $0.overlaps(partner) }
      }
      // "với sự tham gia của đại diện các thôn" tells of an event.
      let kind = words.heads[partner.upperBound]?.kind
      return kind != .named && (kind != .group || seen.joining.contains(partner.lowerBound))
    }
    words.charges.removeAll { charge in seen.nouns.contains { $0.overlaps(charge.range) } }
    let charges = PlaceSet(outside(seen.names, words.charges.map(\.range.lowerBound)))
    let partners = PlaceSet(words.partners.map(\.lowerBound))
    let alone = PlaceSet(seen.joined.filter { !partners.contains($0) })
    words.charges.removeAll {
      !charges.contains($0.range.lowerBound) || alone.contains($0.range.lowerBound)
    }
    words.stops.formUnion(charges)
  }

  /// A charge without words before it that end a name: "Phòng Tổ chức | phối hợp".
  private func withoutNameWords(_ range: Range<Int>, _ tokens: [Token]) -> Range<Int> {
    guard range.lowerBound > 0, range.count > 3,
      tokens[range.lowerBound].shape.isSuperset(of: [.spaced, .capitalized]),
      !tokens[range.lowerBound].shape.contains(.upper),
      tokens[range.lowerBound - 1].kind == .syllable
    else { return range }
    return range.lowerBound + 2..<range.upperBound
  }

  /// Takes what a body is given, has or consists of for no duty, unless its clause goes on with one:
  /// "Các đơn vị được cấp kinh phí | sử dụng đúng mục đích".
  private func addIdle(
    _ idle: [Range<Int>], _ tokens: [Token], _ words: inout BodyWords.Tables
  ) {
    guard !idle.isEmpty else { return }
    let ends = clauses(tokens)
    for range in idle {
      let end = ends.first { $0.upperBound >= range.upperBound }?.upperBound ?? tokens.count
      let goesOn =
        range.upperBound < end
        && (range.upperBound..<end).contains { words.stops.contains($0) }
      guard !goesOn else { continue }
      words.judgements.insert(range.lowerBound)
      words.stops.insert(range.lowerBound)
    }
  }

  /// Where a body charges the one named behind: "Sở Y tế yêu cầu các đơn vị trực thuộc …".
  private func handedDown(
    _ hands: PlaceMap<BodyWords.HandDown>, to heads: PlaceMap<BodyWords.Head>
  ) -> [Int] {
    hands.compactMap { place, hand in heads[hand.end] == nil ? nil : place }
  }

  /// "Phối hợp Công an xã tuần tra": the partner stands at once behind the charge.
  private func addDirectPartners(_ tokens: [Token], _ words: inout BodyWords.Tables) {
    for charge in words.charges where charge.role == .support {
      let place = charge.range.upperBound
      guard let head = words.heads[place], head.kind != .bare,
        tokens[place].shape.contains(.capitalized), !isMark(tokens[place - 1], 0x3A),
        words.partner(from: charge.range.lowerBound)?.lowerBound != charge.range.lowerBound
      else { continue }
      let index = words.partners.firstIndex { $0.lowerBound > charge.range.lowerBound }
      words.partners.insert(charge.range, at: index ?? words.partners.count)
    }
  }

  private func take(
    _ match: RuleMatch, _ heads: inout PlaceMap<BodyWords.Head>, _ refused: inout PlaceMap<Int>
  ) {
    if let kind = grammar.compiled.bodyKinds[match] {
      // The longest says what it is; matches come longest first.
      if heads[match.start] == nil {
        let sort = value("of", of: match)
        heads[match.start] = BodyWords.Head(
          kind: kind, end: match.end, rule: match.rule, isPeople: sort == "people",
          isOwn: sort == "own", isBranch: sort == "branch", isNamed: sort == "name")
      }
    } else if value("kind", of: match) == "no" {
      refused[match.start] = max(refused[match.start] ?? 0, match.end)
    }
  }

  /// The places that no range holds; both stand in order.
  private func outside(_ ranges: [Range<Int>], _ places: [Int]) -> [Int] {
    guard !ranges.isEmpty else { return places }
    var result: [Int] = []
    var next = 0
    var reach = 0
    for place in places {
      while next < ranges.count, ranges[next].lowerBound <= place {
        reach = max(reach, ranges[next].upperBound)
        next += 1
      }
      if place >= reach { result.append(place) }
    }
    return result
  }
}
