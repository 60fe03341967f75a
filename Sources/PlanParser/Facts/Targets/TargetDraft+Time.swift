import PlanModel
import PlanText

/// Finds when a target is to be reached.
extension TargetDraft {
  /// The time of the clause, else of the sentence's beginning, else of the nearest heading.
  mutating func readTime() {
    let own = (ownStart ?? clause.range.lowerBound)..<clause.range.upperBound
    let inside = context.times.told(in: own).filter { isOutside($0) || isBeside($0) }
    // In "từ 33% năm 2025 lên 34% năm 2026" the first year is that of the number left behind.
    let before = inside.last { $0.lowerBound < quantity.lead }
    let opening = firstTime(at: clause.segment) ?? firstTime(at: clause.sentence.lowerBound)
    let behind = before.flatMap { timeOfOwnWork(behind: $0, inside) }
    if let place = behind ?? before ?? inside.first(where: { $0.lowerBound >= quantity.number }) {
      time = context.times.times[place.lowerBound]
      hasTime = true
    } else if let same = timeBehindSame {
      time = same
      hasTime = true
    } else if let part = timeOfPart {
      time = context.times.times[part.lowerBound]
      hasTime = true
    } else if let label = timeBeforeColon {
      time = context.times.times[label.lowerBound]
      hasTime = true
    } else if let opening, opening.upperBound <= clause.range.lowerBound {
      let place = nextOpening(behind: opening) ?? opening
      time = context.times.times[place.lowerBound]
    } else if let lead = timeOfLead {
      // "Tỷ lệ trẻ ra lớp năm 2027: Phấn đấu đạt 100%"
      time = context.times.times[lead.lowerBound]
    } else if let goal = clause.goalLead.flatMap({ context.times.told(in: $0).last }) {
      time = context.times.times[goal.lowerBound]
    } else if let whole = timeOfWhole ?? timeOfList {
      time = context.times.times[whole.lowerBound]
    } else if let striven = timeStrivenFor {
      time = context.times.times[striven.lowerBound]
    } else if let first = context.times.range(at: 0), mark(first.upperBound) == UInt8(ascii: ":"),
      let opening = context.times.times[0]
    {
      // "Giai đoạn 2026 - 2030: Mở 14 lớp. Tỷ lệ có việc làm đạt trên 80%."
      time = opening
    } else {
      time = context.around.time
    }
  }

  /// The time that a colon sets before the clause behind a semicolon: "…; giai đoạn 2029 - 2030: 100%
  /// thôn đạt chuẩn".
  private var timeBeforeColon: Range<Int>? {
    let colon = clause.segment - 1
    guard colon > clause.sentence.lowerBound, mark(colon) == UInt8(ascii: ":"),
      let start = context.times.start(endingAt: colon), start > clause.sentence.lowerBound,
      mark(start - 1) == UInt8(ascii: ";")
    else { return nil }
    return start..<colon
  }

  /// The last time before the colon of a run-in lead.
  private var timeOfLead: Range<Int>? {
    clause.lead.flatMap { lead in context.times.told(in: lead).last { isOutside($0) } }
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
      // "60% (trong đó …); tỷ lệ …": a closed bracket tells of what stands before it alone.
      let part = words.parts.starting(in: start..<(clause.range.lowerBound + 1)).first(where: {
        guard let bracket = words.brackets.holding($0.lowerBound) else { return true }
        return bracket.upperBound > clause.range.lowerBound
      })
    else { return nil }
    return context.times.told(in: start..<max(start, part.lowerBound)).last { isOutside($0) }
  }

  /// "…, trong đó đến năm 2028, ít nhất 100 xã": the time that stands before the comma alone.
  private var timeOfPart: Range<Int>? {
    let end = clause.range.lowerBound
    let start = max(clause.sentence.lowerBound, end - 12)
    guard start < end, let last = context.times.told(in: start..<end).last, isOutside(last),
      last.upperBound <= end, (last.upperBound..<end).allSatisfy({ mark($0) == UInt8(ascii: ",") }),
      let part = words.parts.starting(in: start..<end).last
    else { return nil }
    return part.upperBound <= last.lowerBound && last.lowerBound - part.upperBound <= 1 ? last : nil
  }

  /// "Diện tích cây trồng năm 2030 (lúa: 207 ha; ngô: 40 ha)": the time before the bracket that holds
  /// the list.
  private var timeOfList: Range<Int>? {
    let open = clause.sentence.lowerBound - 1
    guard clause.parent == nil, open > 0, mark(open) == UInt8(ascii: "("),
      words.brackets.holding(quantity.number)?.lowerBound == open
    else { return nil }
    return context.times.told(in: max(0, open - 20)..<open).last { isOutside($0) }
  }

  /// Whether a time is all that stands in the bracket behind the quantity: "50 triệu đồng (năm 2027)".
  private func isBeside(_ time: Range<Int>) -> Bool {
    guard let bracket = words.brackets.holding(time.lowerBound) else { return false }
    guard bracket.count <= time.count + 2 else { return false }
    // "Thu ngân sách (năm 2027): 8 tỷ đồng"
    if bracket.upperBound == quantity.lead { return true }
    // "90% cây được gắn mã (năm 2025), 100% (năm 2026)"
    let endsClause =
      bracket.lowerBound > quantity.end
      && (bracket.upperBound..<max(bracket.upperBound, clause.range.upperBound)).allSatisfy {
        endsNothing($0)
      }
    return bracket.lowerBound == quantity.end || endsClause
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
    let next = context.quantities[clause.quantity...].first { $0.number > quantity.number }
    if let next, next.number < same { return nil }
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
}
