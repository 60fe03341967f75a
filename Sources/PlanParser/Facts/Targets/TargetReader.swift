import PlanModel
import PlanText

/// Makes targets of the clauses of a leaf.
extension PlanReader {
  /// The target told last, which the next clause may go on with.
  private struct Latest {
    /// Where its sentence begins.
    var sentence: Int
    /// What it measures; `nil` for a name that is none.
    var indicator: String
    /// Its place among the targets; `nil` when the clause only describes.
    var place: Int?
    /// What its clause told.
    var draft: TargetDraft
    /// Whether its clause tells a time itself.
    var hasTime: Bool
    /// Which way it changes.
    var direction: Direction?
    /// The head that the names of parts behind it share: "Tỷ trọng".
    var head: String?
    /// Whether words before it set it out, or the list that it stands in.
    var isAimed: Bool
    /// Whether "phấn đấu" does.
    var isStriven: Bool
    /// Its quantity.
    var quantity: Quantity { draft.quantity }
  }

  /// What the clauses of a leaf have told so far.
  private struct ToldTargets {
    /// The targets, each with whether it only goes on with another or breaks it down.
    var targets: [(target: Target, isContinued: Bool)] = []
    /// The quantities that are targets.
    var accepted = PlaceSet()
    /// The last of them.
    var latest: Latest?
    /// The verb that the last one hands to the next, and where that begins.
    var shared: (end: Int, action: Range<Int>)?
    /// Where a share ended that a verb before it changes: "Giảm 10% số vụ cháy".
    var changed: (end: Int, direction: Direction)?
    /// Where what is used and set out by nothing was told last.
    var means: Int?
    /// The names of quantities that follow in their order, and the draft of the first.
    var ordered: [Int: (name: Range<Int>, first: TargetDraft)] = [:]
    /// The years of such quantities.
    var years: [Int: Int] = [:]
    /// Numbers whose name stands behind a later one: "Năm 2027 đạt 45%, năm 2030 đạt 60% …".
    var unnamed: [TargetDraft] = []
    /// What the sentence has told under names of their own.
    var named: [TargetDraft] = []
    /// What opens a stretch between semicolons with a name and its extent: "Lúa 1.200 ha, năng suất …".
    var opener: (segment: Int, name: String)?
  }

  /// The targets of a leaf, each with whether it only goes on with another or breaks it down.
  mutating func targets(_ context: TargetContext) -> [(target: Target, isContinued: Bool)] {
    let words = targetWords(context.leaf)
    var told = ToldTargets()
    for clause in TargetClauses(context: context, words: words, bytes: bytes).cut() {
      read(clause, context, words, &told)
    }
    return told.targets
  }

  /// Reads what a clause tells.
  private mutating func read(
    _ clause: TargetClause, _ context: TargetContext, _ words: TargetWords,
    _ told: inout ToldTargets
  ) {
    if let parent = clause.parent, !told.accepted.contains(parent) { return }
    if context.quantities[clause.quantity].isBehindStroke,
      !told.accepted.contains(clause.quantity - 1)
    {
      return
    }
    let inherited =
      told.shared?.end == clause.range.lowerBound ? told.shared?.action : nil
    var draft = draft(clause, context, words, sharing: inherited, behind: told.latest)
    if draft.tellsMeans(behind: told.means) {
      told.means = clause.range.upperBound
      return
    }
    guard read(&draft, sharing: inherited, &told) else { return }
    draft.takeRate(
      end: { isOfRank($0, context.tokens) ? $0 : rateEnd($0, context.tokens) },
      period: { periodEnd($0, context.tokens) })
    takeOrder(&draft, words, &told)
    if let year = told.years[clause.quantity] {
      draft.time = TargetTime(by: String(year), lastYear: year)
    }
    guard draft.isElliptical ? goOn(&draft, words, &told) : add(&draft, words, &told) else {
      return
    }
    told.accepted.insert(clause.quantity)
    // "02 lớp (30 người), 01 hội thi": what a bracket tells shares no verb.
    if clause.parent != nil { return }
    told.changed = draft.changesBehind.map { (clause.range.upperBound, $0) }
    told.shared = draft.action.flatMap { action in
      span(context.tokens, action).count <= TargetSurroundings.longestName
        ? (clause.range.upperBound, action) : nil
    }
  }

  /// What is known of a clause before its words are read.
  private func draft(
    _ clause: TargetClause, _ context: TargetContext, _ words: TargetWords,
    sharing inherited: Range<Int>?, behind latest: Latest?
  ) -> TargetDraft {
    var draft = TargetDraft(
      context: context, words: words, clause: clause, bytes: bytes, sharing: inherited,
      behind: latest?.place != nil && latest?.sentence == clause.sentence.lowerBound,
      timed: latest.map { isTimed($0, context.quantities[clause.quantity], context.leaf) }
        ?? false)
    if draft.isBehindAnother, let latest {
      (draft.isListed, draft.isStriven) = (latest.isAimed, latest.isStriven)
      draft.known = latest.draft.sibling
    }
    return draft
  }

  /// Finds out what a clause measures; false when it sets out no target.
  private mutating func read(
    _ draft: inout TargetDraft, sharing inherited: Range<Int>?, _ told: inout ToldTargets
  ) -> Bool {
    if let known = told.ordered[draft.clause.quantity] {
      draft.take(known.name, from: known.first)
      return true
    }
    guard draft.read() else {
      // "Hiện nay tỷ lệ hộ nghèo 5%, phấn đấu … giảm còn 2%"
      if let name = draft.described {
        told.latest = latest(draft, folder.fold(span(draft.context.tokens, name)), at: nil)
      }
      return false
    }
    draft.share(told.changed, behind: told.latest?.draft)
    // "Giảm 03 hộ nghèo, 05 hộ cận nghèo"
    if let inherited, draft.action == inherited, told.latest?.draft.action == inherited {
      draft.direction = draft.direction ?? told.latest?.direction
    }
    return true
  }

  /// Takes the names or years that quantities of a clause share in their order.
  private mutating func takeOrder(
    _ draft: inout TargetDraft, _ words: TargetWords, _ told: inout ToldTargets
  ) {
    let (clause, context) = (draft.clause, draft.context)
    guard told.ordered[clause.quantity] == nil else { return }
    if let again = namesAgain(for: draft, told.named, words) {
      takeNames(again, &draft, &told)
    } else if draft.quantity.isInOrder || isChain(draft, words), let whole = draft.indicator {
      let count = followers(of: clause.quantity, context, words)
      let names = names(in: whole, for: count, words, context.tokens)
      if let years = yearsInOrder(draft, for: count) {
        for (place, year) in years.enumerated() {
          told.years[clause.quantity + place] = year
          if place > 0 { told.ordered[clause.quantity + place] = (whole, draft) }
        }
      } else if !names.isEmpty {
        takeNames(names, &draft, &told)
      }
    }
  }

  /// Gives a quantity and those behind it a name each.
  private func takeNames(
    _ names: [Range<Int>], _ draft: inout TargetDraft, _ told: inout ToldTargets
  ) {
    draft.narrow(to: names[0])
    for (place, name) in names.enumerated().dropFirst() {
      told.ordered[draft.clause.quantity + place] = (name, draft)
    }
  }

  /// Adds the target of a clause that leaves its name to another; false when there is none.
  private mutating func goOn(
    _ draft: inout TargetDraft, _ words: TargetWords, _ told: inout ToldTargets
  ) -> Bool {
    guard let known = told.latest, known.sentence == draft.clause.sentence.lowerBound else {
      if let name = nameAbove(draft) {
        told.targets.append((target(draft, indicator: name), false))
        told.latest = latest(draft, name, at: told.targets.count - 1)
        told.accepted.insert(draft.clause.quantity)
      } else if draft.hasTime {
        told.unnamed.append(draft)
      }
      return false
    }
    // "Sản lượng ước đạt 820 tấn, tăng 3% so với cùng kỳ"
    if known.place == nil, draft.isChangeTold { return false }
    goOn(&draft, with: known, words, &told.targets)
    if draft.isChange(of: known.draft) { draft.time = known.draft.time }
    var next = target(draft, indicator: deed(of: known.draft, for: draft) ?? known.indicator)
    // "Nuôi ong: năm 2026 đạt 450 đàn, năm 2027 đạt 500 đàn"
    if draft.hasTime && draft.quantity.kind == known.quantity.kind || draft.isShareOfCount {
      next.subject = next.subject ?? known.place.flatMap { told.targets[$0].target.subject }
    }
    told.targets.append((next, true))
    told.latest = latest(draft, known.indicator, at: told.targets.count - 1)
    return true
  }

  /// Adds the target of a clause that names what it measures; false when the name is empty.
  private mutating func add(
    _ draft: inout TargetDraft, _ words: TargetWords, _ told: inout ToldTargets
  ) -> Bool {
    let (clause, tokens) = (draft.clause, draft.context.tokens)
    let indicator = folder.fold(draft.indicatorSpans)
    guard !indicator.isEmpty else { return false }
    addUnnamed(&draft, indicator, &told)
    if let known = told.latest, let place = known.place, known.draft.isShort(of: draft) {
      told.targets[place].target.indicator = indicator
    }
    if told.named.last?.clause.sentence.lowerBound != clause.sentence.lowerBound {
      told.named = []
    }
    told.named.append(draft)
    var next = target(draft, indicator: indicator)
    var head = words.proportions[draft.indicator?.lowerBound ?? -1].map { end in
      folder.fold(span(tokens, (draft.indicator?.lowerBound ?? 0)..<end))
    }
    if let known = told.latest, clause.parent == nil {
      complete(&next, &head, draft, known, told.targets)
    }
    nameAllotted(&next, draft)
    if draft.opensSegment { told.opener = (clause.segment, indicator) }
    if let opener = told.opener, opener.segment == clause.segment, clause.parent == nil,
      next.action == nil, opener.name != indicator, let place = draft.indicator,
      draft.lead == nil, isElliptical(Array(tokens[place]))
    {
      next.subject = opener.name
    }
    told.targets.append((next, clause.parent != nil || draft.isOfEach))
    told.latest =
      indicator.utf8.count <= TargetSurroundings.longestName
      ? latest(draft, next.indicator, at: told.targets.count - 1) : nil
    told.latest?.head = head
    return true
  }

  /// Adds the targets of numbers before that have the name of this one.
  private mutating func addUnnamed(
    _ draft: inout TargetDraft, _ indicator: String, _ told: inout ToldTargets
  ) {
    let named = withName(of: draft, told.unnamed)
    if let first = named.first { draft.share(from: first) }
    for early in named {
      told.accepted.insert(early.clause.quantity)
      told.targets.append((target(early, indicator: indicator), true))
    }
    told.unnamed = []
  }

  /// Says of what a target is told, by the one before it.
  private mutating func complete(
    _ next: inout Target, _ head: inout String?, _ draft: TargetDraft, _ known: Latest,
    _ targets: [(target: Target, isContinued: Bool)]
  ) {
    completeByName(&next, draft, known)
    if next.subject == nil, let place = known.place,
      known.sentence == draft.clause.sentence.lowerBound
    {
      next.subject = whole(of: draft, behind: known.draft, targets[place].target)
    }
    // "Tỷ trọng nông nghiệp giảm còn 25%, dịch vụ 35%"
    if next.subject == nil, known.head != nil, draft.isPart(behind: known.draft) {
      (next.subject, head) = (known.head, known.head)
    }
  }

  /// "Ngô: 130 ha; sản lượng 585 tấn": what a colon named completes what says nothing alone.
  private mutating func completeByName(
    _ target: inout Target, _ draft: TargetDraft, _ known: Latest
  ) {
    guard target.subject == nil, let indicator = draft.indicator,
      let before = known.draft.indicator,
      known.sentence == draft.clause.sentence.lowerBound, before.lowerBound == known.sentence,
      isMark(draft.tokens[before.upperBound], 0x3A), isElliptical(Array(draft.tokens[indicator])),
      !isElliptical(Array(draft.tokens[before]))
    else { return }
    target.subject = known.indicator
  }

  private func latest(_ draft: TargetDraft, _ indicator: String, at place: Int?) -> Latest {
    Latest(
      sentence: draft.clause.sentence.lowerBound, indicator: indicator, place: place,
      draft: draft, hasTime: draft.hasTime, direction: draft.direction,
      isAimed: draft.isAimed || draft.isListed, isStriven: draft.isStriven)
  }

  /// Whether the target told last has its own time, and a quantity has its unit.
  private func isTimed(_ known: Latest, _ quantity: Quantity, _ leaf: FactLeaf) -> Bool {
    guard known.hasTime, known.quantity.kind == quantity.kind else { return false }
    // "Số hợp tác xã năm 2027: 3; năm 2028: 5": neither has a unit.
    if known.quantity.isBare || quantity.isBare { return known.quantity.isBare && quantity.isBare }
    return folder.fold(span(leaf.tokens, known.quantity.unit))
      == folder.fold(span(leaf.tokens, quantity.unit))
  }

  /// A number that goes on with another shares its direction; one that follows it at once its bound,
  /// and the other its time: "xuống dưới 10% (khu trung tâm), 5% (các thôn) vào năm 2028".
  private func goOn(
    _ draft: inout TargetDraft, with known: Latest, _ words: TargetWords,
    _ targets: inout [(target: Target, isContinued: Bool)]
  ) {
    guard draft.clause.parent == nil else { return }
    if draft.quantity.reaches || draft.quantity.equals { return }
    draft.direction = draft.direction ?? known.direction
    var place = known.quantity.end
    while place < draft.quantity.lead {
      if let bracket = words.brackets.holding(place) {
        place = bracket.upperBound
      } else if let joint = words.joints[place] {
        place = joint
      } else {
        return
      }
    }
    if known.quantity.kind == .percent, draft.quantity.kind == .percent, known.quantity.compares,
      !draft.quantity.compares, !draft.quantity.approximate
    {
      draft.comparator = known.quantity.comparator
    }
    if let place = known.place, !known.hasTime, draft.hasTime {
      targets[place].target.by = draft.time?.by
      targets[place].target.period = draft.time?.period
    }
  }

  private mutating func target(_ draft: TargetDraft, indicator: String) -> Target {
    let quantity = draft.quantity
    let tokens = draft.tokens
    let time = draft.time
    // "Diện tích (ha): 1.200"
    let inName = quantity.isBare ? columnUnit(indicator) : nil
    var target = Target(
      indicator: inName == nil ? indicator : unbracketed(indicator),
      comparator: draft.comparator, approximate: quantity.approximate,
      value: quantity.value, upper: quantity.upper,
      unit: inName ?? unit(tokens, draft.unit)
        + ((quantity.rate ?? draft.rate).map { rate(tokens, $0) } ?? ""),
      direction: draft.direction ?? handedDirection(draft), by: time?.by, period: time?.period,
      text: "",
      node: draft.context.leaf.node, span: span(tokens, draft.text),
      rule: traced(quantity.rule))
    target.$text = folder.excerpt(target.span)
    if let action = draft.action { target.action = folder.fold(span(tokens, action)) }
    setSubject(of: &target, draft)
    return target
  }

  /// What a unit is per, as it stands behind the unit: "/người", " trên 10.000 dân".
  private mutating func rate(_ tokens: [Token], _ range: Range<Int>) -> String {
    let printed = unit(tokens, range)
    return tokens[range.lowerBound].kind == .syllable ? " " + printed : printed
  }

  /// A unit as printed, but for blanks beside its stroke: "%/ năm" is "%/năm".
  private mutating func unit(_ tokens: [Token], _ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let printed = folder.fold(span(tokens, range))
    guard printed.utf8.contains(0x2F) else { return printed }
    return printed.split(separator: "/", omittingEmptySubsequences: false)
      .map { part in
        var part = part.drop { $0 == " " }
        while part.last == " " { part.removeLast() }
        return String(part)
      }
      .joined(separator: "/")
  }
}
