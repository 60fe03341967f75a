import PlanModel
import PlanText

/// Numbers of several years that one name stands behind: "Đến năm 2027 đạt 45% và đến năm 2030 đạt
/// 60% các trường học có …".
extension TargetDraft {
  /// Whether nothing but times, verbs and marks stands between another quantity and this one, which
  /// has a time of its own.
  fileprivate func follows(_ early: TargetDraft) -> Bool {
    guard hasTime, early.hasTime, time != early.time,
      early.clause.sentence.lowerBound == clause.sentence.lowerBound
    else { return false }
    var place = early.quantity.end
    while place < quantity.lead {
      if let range = context.times.range(at: place) {
        place = range.upperBound
      } else if let end = words.joints[place] {
        place = end
      } else if let aim = words.aims[place], aim.kind != "strive" {
        place = aim.end
      } else if let verb = quantity.action, verb.lowerBound == place {
        place = verb.upperBound
      } else if endsNothing(place) {
        place += 1
      } else {
        return false
      }
    }
    return true
  }

  /// Whether a count that is named by its unit alone is one of what this one names: "năm 2027 có 5
  /// xã, năm 2030 có 9 xã đạt chuẩn …".
  func isShort(of later: TargetDraft) -> Bool {
    guard let noun = quantity.noun, indicator == noun, let name = later.indicator,
      let laterNoun = later.quantity.noun, name.lowerBound == laterNoun.lowerBound,
      name.count > laterNoun.count, sharesVerb(with: later),
      sameWords(noun, laterNoun), later.clause.quantity == clause.quantity + 1
    else { return false }
    return later.follows(self)
  }

  /// Takes the bound and the direction of the first of several numbers of one name: "Ít nhất 40%
  /// năm 2027 và 60% năm 2030 thành viên …".
  mutating func share(from first: TargetDraft) {
    if quantity.reaches || quantity.compares || quantity.has || quantity.approximate
      || direction != nil
    {
      return
    }
    direction = first.direction
    if first.quantity.compares { comparator = first.comparator }
  }

  /// Where what is counted begins behind the year by which it is: "60% vào năm 2027 và 75% vào năm
  /// 2030 các trường có nhà vệ sinh".
  func nameBehindTime(at place: Int) -> Int? {
    guard let time = context.times.range(at: place), context.times.times[place] != nil,
      time.lowerBound == place, time.upperBound < tokens.count
    else { return nil }
    let start = time.upperBound
    // "100% trong năm 2026 đối với các lò gốm"
    if words.whoms.contains(start) { return start }
    let opens =
      tokens[start].kind == .syllable && !tokens[start].shape.contains(.capitalized)
      && words.joints[start] == nil && words.aims[start] == nil
      && !words.phraseEnds.contains(start) && !words.countEnds.contains(start)
      && !words.actions.contains(start)
      && words.comparisons[start] == nil
    return opens ? start : nil
  }

  /// Whether the verb of another count is that of this one, or it has none.
  private func sharesVerb(with later: TargetDraft) -> Bool {
    guard let own = action, let other = later.action else { return later.action == nil }
    return sameWords(own, other)
  }
}

extension PlanReader {
  /// Those of some quantities without a name that the name behind a later one is of too.
  func withName(of draft: TargetDraft, _ unnamed: [TargetDraft]) -> [TargetDraft] {
    guard !unnamed.isEmpty, let name = draft.indicator, name.lowerBound >= draft.quantity.end else {
      return []
    }
    var result: [TargetDraft] = []
    var later = draft
    for early in unnamed.reversed() {
      guard early.clause.quantity + 1 == later.clause.quantity,
        early.quantity.kind == draft.quantity.kind, later.follows(early)
      else { break }
      // "Năm 2024 đạt 45%, đến năm 2030 đạt 60% …": how it was.
      if let year = draft.context.planYear, let told = early.time?.lastYear, told < year { break }
      result.append(early)
      later = early
    }
    return result.reversed()
  }
}
