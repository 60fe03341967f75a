import PlanModel
import PlanText

/// Finds where the words of a clause begin and end: before the number, behind it, its time.
extension TargetDraft {
  // MARK: Before the number

  /// Where the words of a clause begin behind what only opens it.
  mutating func strip(_ from: Int) -> Int {
    var start = from
    while start < quantity.lead {
      if let end = words.joints[start], end <= quantity.lead {
        start = end
      } else if words.served.contains(start) {
        start += 1
      } else if let time = context.times.range(at: start), context.times.times[start] != nil,
        time.upperBound <= quantity.lead
      {
        // "đến cuối năm 2030" is a time before it is "đến cuối năm".
        start = time.upperBound
      } else if let aim = words.aims[start], aim.opens, aim.end <= quantity.lead {
        note(aim)
        start = aim.end
      } else if let aim = words.aims[start], aim.kind == "reach", words.measured[aim.end] != nil {
        start = aim.end
      } else if tokens[start].kind == .mark, mark(start) != UInt8(ascii: "(") {
        start += 1
      } else {
        break
      }
    }
    return start
  }

  mutating func note(_ aim: TargetWords.Aim) {
    if aim.kind != "loose" { isAimed = true }
    if aim.kind == "strive" { isStriven = true }
    if aim.kind == "bring" { isBrought = true }
    if aim.kind == "raise" || aim.kind == "lower" {
      isMoved = true
      direction = aim.direction
    }
  }

  /// Where what is measured begins when other words stand before it: "…, phấn đấu tỷ lệ …".
  mutating func laterStart(from: Int) -> Int {
    var start = from
    if words.actions.contains(from),
      let measure = (from + 1..<from + 4).first(where: { words.measured[$0] != nil }),
      measure < quantity.lead
    {
      leadVerb = from..<measure
      start = measure
    }
    var index = max(start + 1, words.measured[start] ?? 0)
    while index < quantity.lead {
      if let aim = words.aims[index], aim.opens, aim.end <= quantity.lead,
        aim.kind == "strive" || words.measured[aim.end] != nil
      {
        note(aim)
        start = strip(aim.end)
        index = max(start, index + 1)
      } else if let aim = words.aims[index], aim.kind == "reach", words.measured[start] == nil,
        words.measured[aim.end] != nil, aim.end < quantity.lead
      {
        // "các nhà máy đạt tổng công suất từ 55.000 tấn/năm"
        start = aim.end
        index = start
      } else if words.measured[index] != nil,
        mark(index - 1) == UInt8(ascii: ",") || words.joints[index - 2] == index
      {
        // "Xã có mức sống cao, với thu nhập bình quân đạt trên 70 triệu đồng"
        start = index
        index = max(index + 1, words.measured[index] ?? 0)
      } else {
        index += 1
      }
    }
    return start
  }

  /// Where the words before the number end, without times, prepositions and marks.
  func trimmedEnd(_ start: Int, _ from: Int) -> Int {
    var end = from
    while end > start {
      if endsNothing(end - 1) {
        end -= 1
      } else if quantity.reaches, !words.estimates.starting(in: (end - 1)..<end).isEmpty {
        // "tổng doanh thu ước đạt 6,5 tỷ đồng"
        end -= 1
      } else if let time = context.times.start(endingAt: end), time >= start {
        end = time
      } else if let word = words.prepositions[end] ?? words.holds[end], word >= start {
        // "Thu ngân sách trên địa bàn đạt 2 tỷ đồng": the verb parts the place from the number.
        if quantity.reaches || mark(quantity.number - 1) == UInt8(ascii: ":"),
          words.places.contains(end), end - word > 2
        {
          break
        }
        // "tỷ lệ sinh con thứ 3 trở lên"
        if words.comparisons[word - 1] != nil { break }
        end = word
      } else {
        break
      }
    }
    return end
  }

  // MARK: Behind the number

  /// The words behind the quantity that name what is counted.
  func behind(percent: Bool) -> Range<Int> {
    var start = quantity.end
    var end = clause.range.upperBound
    // "100% (12/12) thôn có nhà văn hóa"
    // In "Tốt 36% (191 em)" nothing stands behind it.
    if percent, let bracket = words.brackets.holding(start), bracket.lowerBound == start {
      start = min(bracket.upperBound, max(start, end))
    }
    for bracket in words.brackets.starting(in: start..<end) {
      if bracket.lowerBound > start, !percent || bracket.upperBound >= end {
        end = bracket.lowerBound
        break
      }
    }
    var index = start
    var isNumbered = false
    while index < end {
      if words.phraseEnds.contains(index) { break }
      if !percent, words.countEnds.contains(index), !bounds(index) { break }
      // "300 bản đồ và 50 văn bia"
      if !percent, let next = words.joints[index], next < end, tokens[next].kind == .number {
        break
      }
      // "từ 80 đảng viên mới trở lên", but "khách sạn đạt 3 sao trở lên"
      if words.comparisons[index] != nil, quantity.isFrom || !percent && !isNumbered { break }
      if tokens[index].kind == .number { isNumbered = true }
      if let time = context.times.range(at: index) {
        if context.times.times[index] != nil { break }
        index = time.upperBound
        continue
      }
      if mark(index) == UInt8(ascii: ","),
        opensClause(index + 1) || !percent && index + 1 < end && tokens[index + 1].kind == .number
      {
        break
      }
      index += 1
    }
    end = min(index, end)
    while end > start, endsNothing(end - 1) { end -= 1 }
    return start..<max(start, end)
  }

  /// Whether a word opens a bound that belongs to the name: "khách sạn từ 3 sao trở lên".
  private func bounds(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .number else { return false }
    return (index + 2...index + 4).contains { words.comparisons[$0] != nil }
  }

  /// Whether nothing but marks, times and brackets stands behind the quantity.
  var endsClause: Bool {
    var index = quantity.end
    while index < clause.range.upperBound {
      if let time = context.times.range(at: index), context.times.times[index] != nil {
        index = time.upperBound
      } else if mark(index) == UInt8(ascii: "("),
        let bracket = words.brackets.holding(index), bracket.lowerBound == index
      {
        index = bracket.upperBound
      } else if endsNothing(index) {
        index += 1
      } else {
        // "772 ha, trong đó:"
        return words.joints[index].map { $0 >= clause.range.upperBound } ?? false
      }
    }
    return true
  }

  /// Whether a token begins a clause of its own.
  func opensClause(_ index: Int) -> Bool {
    words.measured[index] != nil || words.actions.contains(index)
      || words.aims[index].map { $0.kind != "reach" } ?? false
  }

  // MARK: When

  /// The time of the clause, else of the sentence's beginning, else of the nearest heading.
  mutating func readTime() {
    let inside = context.times.told(in: clause.range).filter { isOutside($0) }
    // In "từ 33% năm 2025 lên 34% năm 2026" the first year is that of the number left behind.
    let before = inside.last { $0.lowerBound < quantity.lead }
    let opening = firstTime(at: clause.segment) ?? firstTime(at: clause.sentence.lowerBound)
    if let place = before ?? inside.first(where: { $0.lowerBound >= quantity.number }) {
      time = context.times.times[place.lowerBound]
      hasTime = true
    } else if let same = timeBehindSame {
      time = same
      hasTime = true
    } else if let opening, opening.upperBound <= clause.range.lowerBound {
      let place = nextOpening(behind: opening) ?? opening
      time = context.times.times[place.lowerBound]
    } else if let goal = clause.goalLead.flatMap({ context.times.told(in: $0).last }) {
      time = context.times.times[goal.lowerBound]
    } else if let whole = timeOfWhole {
      time = context.times.times[whole.lowerBound]
    } else if let striven = timeStrivenFor {
      time = context.times.times[striven.lowerBound]
    } else {
      time = context.around.time
    }
  }

  /// "Đến năm 2027 …; đến năm 2030 các xưởng được mở rộng; tỷ lệ …": the last later year that opens
  /// a part of the sentence before the clause.
  private func nextOpening(behind opening: Range<Int>) -> Range<Int>? {
    guard let year = context.times.times[opening.lowerBound]?.by else { return nil }
    let start = max(opening.upperBound, clause.range.lowerBound - 120)
    guard start < clause.range.lowerBound else { return nil }
    return context.times.told(in: start..<clause.range.lowerBound).last { place in
      guard isOutside(place), let later = context.times.times[place.lowerBound]?.by else {
        return false
      }
      let before = mark(place.lowerBound - 1)
      return year < later && (before == UInt8(ascii: ";") || before == UInt8(ascii: ","))
    }
  }

  /// "Tỷ lệ … năm 2030 đạt 50%, trong đó: …": the time of what the clause is part of.
  private var timeOfWhole: Range<Int>? {
    let start = clause.sentence.lowerBound
    guard start <= clause.range.lowerBound,
      let part = words.parts.starting(in: start..<(clause.range.lowerBound + 1)).first
    else { return nil }
    return context.times.told(in: start..<max(start, part.lowerBound)).last { isOutside($0) }
  }

  /// "…, phấn đấu đến năm 2028 có 300 hội viên và 100% số tổ …": the time of the clause before.
  private var timeStrivenFor: Range<Int>? {
    let start = max(clause.segment, clause.range.lowerBound - 40)
    guard start < clause.range.lowerBound,
      let last = context.times.told(in: start..<clause.range.lowerBound).last
    else { return nil }
    let strives = (1...2).contains {
      let aim = words.aims[last.lowerBound - $0]
      return aim?.kind == "strive" && aim?.end == last.lowerBound
    }
    return strives ? last : nil
  }

  /// "Giảm 30% số tàu, tương đương 412 tàu, vào cuối năm 2025": the time behind the other unit.
  private var timeBehindSame: TargetTime? {
    let rest = quantity.end..<clause.sentence.upperBound
    guard let same = rest.prefix(40).first(where: words.sames.contains) else { return nil }
    let between = context.quantities.contains {
      $0.number > quantity.number && $0.number < same
    }
    guard !between else { return nil }
    return context.times.told(in: same..<rest.upperBound).first
      .flatMap { context.times.times[$0.lowerBound] }
  }

  /// The time that stands at a token or soon behind it.
  private func firstTime(at token: Int) -> Range<Int>? {
    context.times.told(in: token..<(token + 4)).first
  }

  /// Whether a time stands outside brackets, or in the bracket of the clause itself.
  func isOutside(_ range: Range<Int>) -> Bool {
    clause.parent != nil || words.brackets.holding(range.lowerBound) == nil
  }

  // MARK: Marks and ranges

  /// The byte of a mark of one byte; 0 for everything else.
  func mark(_ index: Int) -> UInt8 {
    guard index >= 0, index < tokens.count, tokens[index].kind == .mark,
      tokens[index].end - tokens[index].start == 1
    else { return 0 }
    return bytes[Int(tokens[index].start)]
  }

  /// Whether a token is a mark that no text ends with: a comma, a colon, a dash.
  func endsNothing(_ index: Int) -> Bool {
    switch mark(index) {
    case 0: isEllipsis(index)
    case UInt8(ascii: ")"), UInt8(ascii: "%"), UInt8(ascii: "\""): false
    default: true
    }
  }

  /// Whether a token is "…".
  private func isEllipsis(_ index: Int) -> Bool {
    guard tokens[index].kind == .mark, tokens[index].end - tokens[index].start == 3 else {
      return false
    }
    let start = Int(tokens[index].start)
    return bytes[start] == 0xE2 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0xA6
  }
}
