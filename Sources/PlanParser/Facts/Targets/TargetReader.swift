import PlanModel
import PlanText

/// Makes targets of the clauses of a leaf.
extension PlanReader {
  /// The targets of a leaf, each with whether it only goes on with another or breaks it down.
  mutating func targets(_ context: TargetContext) -> [(target: Target, isContinued: Bool)] {
    let words = targetWords(context.leaf)
    let clauses = TargetClauses(context: context, words: words, bytes: bytes).cut()
    var targets: [(target: Target, isContinued: Bool)] = []
    var accepted: PlaceSet = []
    var latest: (sentence: Int, indicator: String)?
    var shared: (end: Int, action: Range<Int>)?
    for clause in clauses {
      if let parent = clause.parent, !accepted.contains(parent) { continue }
      let inherited = shared?.end == clause.range.lowerBound ? shared?.action : nil
      var draft = TargetDraft(
        context: context, words: words, clause: clause, bytes: bytes, sharing: inherited,
        behind: latest?.sentence == clause.sentence.lowerBound)
      guard draft.read() else { continue }
      if draft.isElliptical {
        guard let latest, latest.sentence == clause.sentence.lowerBound else { continue }
        targets.append((target(draft, indicator: latest.indicator), true))
      } else {
        let indicator = folder.fold(draft.indicatorSpans)
        guard !indicator.isEmpty else { continue }
        targets.append((target(draft, indicator: indicator), clause.parent != nil))
        latest =
          indicator.utf8.count <= TargetSurroundings.longestName
          ? (clause.sentence.lowerBound, indicator) : nil
      }
      accepted.insert(clause.quantity)
      shared = draft.action.flatMap { action in
        span(context.tokens, action).count <= TargetSurroundings.longestName
          ? (clause.range.upperBound, action) : nil
      }
    }
    return targets
  }

  private mutating func target(_ draft: TargetDraft, indicator: String) -> Target {
    let quantity = draft.quantity
    let tokens = draft.tokens
    let time = draft.time
    var target = Target(
      indicator: indicator, comparator: draft.comparator, approximate: quantity.approximate,
      value: quantity.value, upper: quantity.upper, unit: unit(tokens, quantity.unit),
      direction: draft.direction, by: time?.by, period: time?.period, text: "",
      node: draft.context.leaf.node, span: span(tokens, draft.text),
      rule: traced(quantity.rule))
    target.text = folder.fold(target.span)
    if let action = draft.action { target.action = folder.fold(span(tokens, action)) }
    if let place = draft.indicator {
      if isElliptical(Array(tokens[place])) {
        target.subject = subject(draft)
      } else if let lead = draft.lead, target.action == nil, place == quantity.noun {
        // "Nuôi ong: 450 đàn"
        target.subject = folder.fold(span(tokens, lead))
      }
    }
    return target
  }

  /// A unit as printed, but for blanks beside its stroke: "%/ năm" is "%/năm".
  private mutating func unit(_ tokens: [Token], _ range: Range<Int>) -> String {
    let printed = folder.fold(span(tokens, range))
    guard printed.utf8.contains(0x2F) else { return printed }
    return printed.split(separator: "/", omittingEmptySubsequences: false)
      .map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      .joined(separator: "/")
  }

  /// Whether an indicator says nothing alone ("Tổng đàn").
  private mutating func isElliptical(_ tokens: [Token]) -> Bool {
    tokens.count <= 8 && lineMatch(.elliptical, tokens) != nil
  }

  /// What completes an indicator: the run-in lead, else the nearest heading.
  private func subject(_ draft: TargetDraft) -> String? {
    if let lead = draft.lead { return folder.fold(span(draft.tokens, lead)) }
    guard let heading = draft.context.subject, !heading.tokens.isEmpty else { return nil }
    var end = heading.tokens.count
    while end > 1, heading.tokens[end - 1].kind == .mark { end -= 1 }
    return folder.fold(span(heading.tokens, 0..<end))
  }
}
