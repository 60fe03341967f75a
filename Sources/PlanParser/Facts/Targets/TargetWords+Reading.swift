import PlanModel
import PlanText

/// Sorting the words of a leaf by what they tell of targets.
extension PlanReader {
  /// What has to be known of the matches before one.
  private struct SeenMatches {
    /// Where the last measure stands, or ends where none begins within it.
    var latestMeasured = -1
    /// Words that end no name of what is counted.
    var kept = PlaceSet()
    /// Verbs of counts with others: "dạy nghề và thành lập".
    var chains: [Range<Int>] = []
    /// Where words end that are no prepositions: "chuyên cần", "nhà ở".
    var insides = PlaceSet()
    /// Where it is told which ones are meant: "các xưởng hiện có và …".
    var whiches = PlaceSet()
    /// Where verbs end whose last word is another verb elsewhere: "tạm giữ".
    var verbEnds = PlaceSet()
    /// The last words of time that lay nothing down: "đúng thời hạn".
    var inTime = 0..<0
    /// The last "thực hiện có", which tells nothing of what there is.
    var apart = 0..<0
  }

  /// The words of a leaf, sorted by what they tell.
  mutating func targetWords(_ leaf: FactLeaf) -> TargetWords {
    var words = TargetWords.Tables()
    read(leaf, into: &words)
    return TargetWords(consume words)
  }

  private mutating func read(_ leaf: FactLeaf, into words: inout TargetWords.Tables) {
    var seen = SeenMatches()
    for match in leaf.matches { take(match, leaf.tokens, &words, &seen) }
    (words.labels, words.brackets) = labels(brackets(leaf.tokens), leaf.tokens)
    words.brackets = withoutFigures(words.brackets, words.aims)
    takeOpening(leaf.tokens, &words)
    for verbs in seen.chains {
      for place in verbs {
        if let next = words.joints[place], verbs.contains(next) { words.actions.insert(next) }
      }
    }
    if !seen.kept.isEmpty {
      words.countEnds = PlaceSet(words.countEnds.filter { !seen.kept.contains($0) })
    }
  }

  /// What the first words of a leaf tell of its name and its verb.
  private func takeOpening(_ tokens: [Token], _ words: inout TargetWords.Tables) {
    words.opensWithName = ["one-word-names", "counted-nouns"].contains { list in
      grammar.list(list).map { grammar.entry(in: $0, tokens, at: 0) != nil } ?? false
    }
    if let besides = grammar.list("verb-besides") {
      words.besides = PlaceSet(
        tokens.indices.prefix(4).filter { grammar.entry(in: besides, tokens, at: $0) != nil })
    }
  }

  /// Takes a match by what it says.
  private mutating func take(
    _ match: RuleMatch, _ tokens: [Token], _ words: inout TargetWords.Tables,
    _ seen: inout SeenMatches
  ) {
    switch meaning(match) {
    case .aim: take(aim: match, tokens, &words, &seen)
    case .measured: take(measure: match, &words, &seen)
    case .goal: take(goal: match, &words)
    case .joint: take(joint: match, tokens, &words)
    case .action:
      words.actions.insert(match.start)
      if let verbs = capture("action", of: match, tokens), verbs.count > 2 {
        seen.chains.append(verbs)
      }
    case .actor: take(actor: match, &words)
    case .act where value("kind", of: match) != "no": words.acts.insert(match.start)
    case .partner: words.partners.insert(match.start)
    case .actorTail where value("of", of: match) == "place":
      if match.end < tokens.count, tokens[match.end].shape.contains(.capitalized) {
        words.placeNames.insert(match.start)
      }
    case .phraseEnd: take(phraseEnd: match, tokens, &words, &seen)
    case .behindNumber:
      let isLeast = capture("least", of: match, tokens) != nil
      words.comparisons[match.start] = isLeast ? .ge : .le
    case .toldPast: take(told: match, tokens, &words, &seen)
    case .condition: take(condition: match, tokens, &words, &seen)
    default: break
    }
  }

  private mutating func take(
    aim match: RuleMatch, _ tokens: [Token], _ words: inout TargetWords.Tables,
    _ seen: inout SeenMatches
  ) {
    if value("kind", of: match) == "inside" {
      seen.verbEnds.insert(match.end)
      return
    }
    guard words.aims[match.start] == nil else { return }
    if value("kind", of: match) == "hold", !seen.verbEnds.contains(match.end) {
      words.holds[match.end] = match.start
    }
    if value("kind", of: match) == "strive" {
      words.firstStrive = words.firstStrive ?? match.start
    }
    // "hạ" of "hạ tỷ suất": the measure behind it is no part of the aim.
    let end = capture("aim", of: match, tokens)?.upperBound ?? match.end
    words.aims[match.start] = TargetWords.Aim(
      end: end, kind: value("kind", of: match) ?? "",
      direction: value("direction", of: match).flatMap(Direction.init(rawValue:)))
  }

  private func take(
    measure match: RuleMatch, _ words: inout TargetWords.Tables, _ seen: inout SeenMatches
  ) {
    switch value("of", of: match) {
    case "own": words.owns.insert(match.start)
    case "ratio": words.ratios.insert(match.start)
    case "proportion": words.proportions[match.start] = match.end
    case .some: words.wholes.insert(match.start)
    case nil:
      guard value("kind", of: match) != "score", seen.latestMeasured < match.start else { return }
      // The longest match of a start comes first; "số hóa" takes the place of "số".
      // "lực lượng" is one word: no measure begins within it.
      let isWord = value("kind", of: match) == "word"
      seen.latestMeasured = isWord ? match.end - 1 : match.start
      if value("kind", of: match) == nil {
        words.measured[match.start] = match.end
        words.measures.append(match.start..<match.end)
      }
    }
  }

  private func take(goal match: RuleMatch, _ words: inout TargetWords.Tables) {
    switch value("kind", of: match) {
    case nil: words.goals.insert(match.start)
    case "time": words.goalLeads.append(match.start..<match.end)
    default: break
    }
  }

  private func take(
    joint match: RuleMatch, _ tokens: [Token], _ words: inout TargetWords.Tables
  ) {
    switch value("kind", of: match) {
    case "for":
      words.served.insert(match.start)
      return
    case "part": words.parts.append(match.start..<match.end)
    case "whom": words.whoms.insert(match.start)
    default: break
    }
    guard words.joints[match.start] == nil, let end = jointEnd(match, tokens) else { return }
    words.joints[match.start] = end
  }

  private func take(actor match: RuleMatch, _ words: inout TargetWords.Tables) {
    switch value("kind", of: match) {
    case "person", "named":
      if words.holders[match.start] == nil { words.holders[match.start] = match.end }
    case "group": words.groups.insert(match.start)
    default: break
    }
  }

  private mutating func take(
    phraseEnd match: RuleMatch, _ tokens: [Token], _ words: inout TargetWords.Tables,
    _ seen: inout SeenMatches
  ) {
    switch value("scope", of: match) {
    case "all": words.phraseEnds.insert(match.start)
    case "done":
      if let done = capture("done", of: match, tokens) {
        words.phraseEnds.insert(done.lowerBound)
      }
    case "same":
      words.phraseEnds.insert(match.start)
      words.sames.insert(match.start)
    // "7 ha mặt bằng sạch"
    case "count" where seen.insides.contains(match.end): break
    case "count": words.countEnds.insert(match.start)
    case "keep":
      seen.kept.insert(capture("word", of: match, tokens)?.lowerBound ?? match.start)
    case "set": words.sets[match.end] = match.start
    case "such": words.suches.insert(match.start)
    case "inside": seen.insides.insert(match.end)
    case "bound":
      if let bound = capture("bound", of: match, tokens) {
        words.bounds.insert(bound.lowerBound)
      }
    case "pair":
      if let comma = capture("pair", of: match, tokens) {
        words.pairs.insert(comma.lowerBound)
      }
    case "copula":
      if let copula = capture("copula", of: match, tokens) {
        words.copulas.insert(copula.lowerBound)
      }
    case "row":
      if let rank = capture("rank", of: match, tokens) {
        words.levels[rank.upperBound] = rank.lowerBound
      }
    case "rank": words.ranked.insert(match.end - TargetDraft.boundLength)
    case _ where seen.insides.contains(match.end): break
    case "place":
      words.places.insert(match.end)
      words.prepositions[match.end] = match.start
    default: words.prepositions[match.end] = match.start
    }
  }

  private mutating func take(
    told match: RuleMatch, _ tokens: [Token], _ words: inout TargetWords.Tables,
    _ seen: inout SeenMatches
  ) {
    let range = match.start..<match.end
    switch value("kind", of: match) {
    case "estimate": words.estimates.append(range)
    case "whole": words.whole = words.whole ?? match.start
    case "ahead":
      words.ahead.insert(match.start)
      words.aheads.append(range)
    case "report": words.reports.append(range)
    case "rest": words.rests.append(range)
    case "which": seen.whiches.insert(match.start)
    case "none": seen.apart = range
    case let kind:
      // "đã" of "đã qua đào tạo", which is longer and comes first.
      if words.estimates.ranges.last?.lowerBound == match.start { return }
      if seen.whiches.contains(match.start) || seen.apart.contains(match.start) { return }
      if kind == "level", let level = capture("level", of: match, tokens) {
        words.past.append(level)
        words.levels[level.upperBound] = level.lowerBound
        return
      }
      words.past.append(range)
      if words.present == nil, kind != nil { words.present = match.start }
    }
  }

  private mutating func take(
    condition match: RuleMatch, _ tokens: [Token], _ words: inout TargetWords.Tables,
    _ seen: inout SeenMatches
  ) {
    let range = match.start..<match.end
    // "chiều dài 2,1 km" is measured, "dài 2,1 km" tells how long a thing is.
    if let last = words.measures.ranges.last, last.lowerBound < match.start,
      last.contains(match.start)
    {
      return
    }
    // "không quá 01 trường hợp": counted, no condition.
    if match.start > 0, tokens[match.start - 1].kind == .number,
      let nouns = grammar.list("counted-nouns"),
      grammar.entry(in: nouns, tokens, at: match.start) != nil
    {
      return
    }
    if seen.inTime.contains(match.start) { return }
    switch value("kind", of: match) {
    case "none": seen.inTime = range
    case "laid": words.laid.insert(match.end)
    // It is longer than the share of costs that help pays, and comes first.
    case "burden":
      words.burdens.insert(capture("burden", of: match, tokens)?.lowerBound ?? match.start)
    // "Hỗ trợ 100% hộ nghèo": whom the help reaches.
    case "reached": words.reached.insert(match.start)
    case "help" where words.reached.contains(match.start): break
    case nil where words.burdens.contains(match.start): break
    case "money": words.money.append(range)
    case "help": words.helps.append(range)
    case "sent": words.sent.insert(match.start)
    case "means":
      words.means.append(range)
      words.conditions.append(range)
    case "own": words.ownConditions.append(range)
    default: words.conditions.append(range)
    }
  }
}
