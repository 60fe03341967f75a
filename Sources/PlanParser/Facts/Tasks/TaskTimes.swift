import PlanModel
import PlanText

/// When a task is done, as its own words tell.
extension PlanReader {
  /// The time of a task whose labels name one, or a begin and an end: "Thời gian bắt đầu: 01/2026",
  /// "Thời gian kết thúc: 6/2026".
  func whole(_ fields: TaskFields) -> TimeExpression? {
    guard let start = fields.start, let end = fields.time else {
      return fields.time ?? fields.start
    }
    return interval(start, end)
  }

  /// The time by which the unit itself says that it is done: "hoàn thành trong Quý II/2026"; `year`
  /// is that of the title.
  func dueInText(_ leaf: FactLeaf, year: Int?) -> TimeExpression? {
    guard let first = leaf.times.first else { return nil }
    if opens(first, leaf.tokens), first.value != nil,
      first.range.upperBound < leaf.tokens.count,
      isMark(leaf.tokens[first.range.upperBound], 0x3A)
    {
      // "Tháng 9/2026: Khảo sát", "Trong quý I/2026: Lập danh sách"
      return TimeExpression(text: text(first.range, leaf.tokens), value: first.value)
    }
    return timeBehindDue(leaf) ?? timeAtHead(leaf) ?? timeAtEnd(leaf, year: year)
  }

  /// A time of a task: when it comes again, or its value.
  func timeOfTask(_ time: LeafTime, _ leaf: FactLeaf) -> TimeExpression {
    TimeExpression(
      text: text(time.range, leaf.tokens), value: time.repeats.isEmpty ? time.value : nil,
      repeat: roundOfDays(time) ?? time.repeats.first)
  }

  /// The time right behind a word that says that something is done; of several the last by which the
  /// work is complete.
  private func timeBehindDue(_ leaf: FactLeaf) -> TimeExpression? {
    var times = leaf.times[...]
    var found: (time: LeafTime, isComplete: Bool)?
    for match in leaf.matches where meaning(match) == .due {
      while let first = times.first, first.core.upperBound <= match.start { times.removeFirst() }
      guard let time = times.first else { break }
      let isComplete = value("kind", of: match) == "complete"
      guard time.range.lowerBound - match.end <= 1, time.value != nil || !time.repeats.isEmpty,
        found == nil || isComplete
      else { continue }
      found = (time, isComplete)
    }
    return found.map { timeOfTask($0.time, leaf) }
  }

  /// The time with which a unit begins, before a comma or the verb: "Trước ngày 30/6/2026, bàn giao …",
  /// "Đến ngày 30/6/2026 hoàn thành …", "Hằng quý, kiểm tra …".
  private func timeAtHead(_ leaf: FactLeaf) -> TimeExpression? {
    let tokens = leaf.tokens
    guard let time = leaf.times.first, time.value != nil || !time.repeats.isEmpty,
      case let end = time.range.upperBound, end + 1 < tokens.count, !tellsOfPast(leaf)
    else { return nil }
    guard opens(time, tokens) else { return nil }
    let isComma = isMark(tokens[end], 0x2C)
    let verb = isComma ? end + 1 : end
    // "Đến năm 2030, …" tells of an aim, unless something is complete by then.
    let isAim = time.bound == .until && time.start?.month == nil
    let isDue = isComplete(at: verb, leaf) && leaf.times.count == 1
    guard isAim ? isDue : isComma || opensWork(at: end, leaf) else {
      return nil
    }
    return timeOfTask(time, leaf)
  }

  /// Whether nothing stands before a time but a word that leads to it.
  private func opens(_ time: LeafTime, _ tokens: [Token]) -> Bool {
    let start = time.range.lowerBound
    return start == 0
      || grammar.list("time-leads").flatMap { grammar.entry(in: $0, tokens, at: 0) }?.end == start
  }

  /// Whether a word that says that something is done begins at a token.
  private func isComplete(at place: Int, _ leaf: FactLeaf) -> Bool {
    leaf.matches(from: place, to: place + 1).contains {
      $0.start == place && meaning($0) == .due && value("kind", of: $0) == "complete"
    }
  }

  /// Whether a verb begins at a token.
  private func opensWork(at place: Int, _ leaf: FactLeaf) -> Bool {
    let isCounted = ["action-verbs", "weak-verbs"].contains { list in
      grammar.list(list).flatMap { grammar.entry(in: $0, leaf.tokens, at: place) } != nil
    }
    return isCounted
      || leaf.matches(from: place, to: place + 1).contains { match in
        match.start == place && (meaning(match) == .act || meaning(match) == .due)
          && grammar.compiled.actKinds[match] != .no
      }
  }

  /// Whether a unit begins with what has been done: "Ngày 15/3/2026, UBND tỉnh đã ban hành …".
  private func tellsOfPast(_ leaf: FactLeaf) -> Bool {
    leaf.matches(from: 0, to: min(Self.longestPast, leaf.tokens.count)).contains {
      meaning($0) == .act && grammar.compiled.actKinds[$0] == .judge
    }
  }

  /// Behind how many tokens a word for the past tells nothing of the time that a unit begins with.
  private static var longestPast: Int { 24 }

  /// The time that a unit ends with behind a word that says when.
  ///
  /// "… trong tháng 4 năm 2026", "… từ ngày 01/4 đến 30/6/2026", "… trước ngày 30/6/2026", "… định kỳ
  /// hằng quý".
  private func timeAtEnd(_ leaf: FactLeaf, year: Int?) -> TimeExpression? {
    let tokens = leaf.tokens
    guard let last = leaf.times.last, last.range.lowerBound > 1, endsUnit(last, leaf) else {
      return nil
    }
    if isLookedAt(last, leaf, year: year) { return nil }
    if !last.repeats.isEmpty { return comesAgain(last, tokens) ? timeOfTask(last, leaf) : nil }
    guard last.value != nil else { return nil }
    let start = last.range.lowerBound
    let opens = adverb(at: start, tokens)
    let before = adverb(at: start - 1, tokens).flatMap { $0.end == start ? $0.value : nil }
    if last.start?.month == nil {
      // "trong năm 2026"; "các dự án giao trong năm 2025" tells of a year before the plan's.
      guard last.bound == .within, opens?.value == "within" || before == "within",
        let first = last.start?.year, first >= year ?? first
      else { return nil }
      return timeOfTask(last, leaf)
    }
    let isAdverb =
      last.bound == .before || opens?.value == "alone" || opens != nil && last.isInterval
      || before == "before" || before == "within" || opens?.value == "within"
      || last.bound == .from && adverb(at: start - 2, tokens).map { $0 == ("from", start) } ?? false
    return isAdverb ? timeOfTask(last, leaf) : nil
  }

  /// Whether a time is the period that somebody looks into, which began before the year of the work: "Giám
  /// sát công tác hòa giải từ ngày 01/10/2025 đến ngày 30/9/2026".
  private func isLookedAt(_ time: LeafTime, _ leaf: FactLeaf, year: Int?) -> Bool {
    guard time.isInterval, let first = time.start?.year, let last = time.end?.year,
      first < last || first < year ?? first, let verbs = grammar.list("supervising-verbs"),
      let start = leaf.tokens.indices.first(where: { leaf.tokens[$0].kind == .syllable })
    else { return false }
    return grammar.entry(in: verbs, leaf.tokens, at: start) != nil
  }

  /// The word at a token that says when something is done.
  func adverb(at place: Int, _ tokens: [Token]) -> (value: String, end: Int)? {
    guard place >= 0, let adverbs = grammar.list("time-adverbs"),
      let entry = grammar.entry(in: adverbs, tokens, at: place)
    else { return nil }
    return (entry.value, entry.end)
  }

  /// Whether nothing stands behind a time but the end, and the word that something is done.
  private func endsUnit(_ time: LeafTime, _ leaf: FactLeaf) -> Bool {
    let end = time.range.upperBound
    let rest = leaf.tokens[end...].filter { $0.kind != .mark }
    return (rest.isEmpty || rest.count <= 2 && isComplete(at: end, leaf))
      && leaf.tokens[end...].allSatisfy {
        $0.kind != .mark || isMark($0, 0x2E) || isMark($0, 0x3B) || isMark($0, 0x2F)
      }
  }

  /// Whether a time at the end of a unit says how often: a day of each month or year, "định kỳ …", or
  /// a week, month or quarter that tells of no payment ("trợ cấp hằng tháng").
  private func comesAgain(_ time: LeafTime, _ tokens: [Token]) -> Bool {
    if time.start?.day != nil { return true }
    let start = time.range.lowerBound
    if adverb(at: start, tokens)?.value == "again"
      || adverb(at: start - 2, tokens).map({ $0.value == "again" && $0.end == start }) ?? false
    {
      return true
    }
    let before = max(0, start - 3)..<start
    let isNoun = grammar.list("round-nouns").map { nouns in
      before.contains { grammar.entry(in: nouns, tokens, at: $0)?.end == start }
    }
    // "hai buổi mỗi tuần": how much of it there is.
    let isCounted = grammar.list("number-words").map { numbers in
      before.contains {
        tokens[$0].kind == .number || grammar.entry(in: numbers, tokens, at: $0) != nil
      }
    }
    return isNoun == false && isCounted == false
      && !["FREQ=YEARLY", "FREQ=DAILY"].contains(time.repeats.first)
  }
}
