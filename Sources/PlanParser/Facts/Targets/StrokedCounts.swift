import PlanModel
import PlanText

/// Tells counts that a stroke sets beside each other from rates: "14 lớp/420 người", "2 lần/năm".
extension PlanReader {
  /// How many syllables may name what the count before a stroke is of: "30 ha cà phê/60 hộ".
  private static var longestName: Int { 6 }

  /// Whether a stroke stands right before a number that counts for itself: it is not round, and the
  /// count before it is more than two: "1 giáo viên/25 trẻ" is a rate.
  func isBehindStroke(_ number: Int, _ tokens: [Token]) -> Bool {
    guard number > 2, isMark(tokens[number - 1], 0x2F), !isRound(tokens[number]) else {
      return false
    }
    var place = number - 2
    while place > 0, place > number - 2 - Self.longestName, tokens[place].kind == .syllable {
      place -= 1
    }
    guard place < number - 2, tokens[place].kind == .number, !isYear(tokens[place]),
      let count = Int(raw(ByteSpan(Int(tokens[place].start), Int(tokens[place].end))))
    else { return false }
    return count > 2
  }

  /// Where the stroke stands in a unit that only sets another count behind it.
  func strokeOfCount(_ unit: Range<Int>, _ tokens: [Token]) -> Int? {
    unit.dropFirst().first { place in
      isMark(tokens[place], 0x2F) && place + 2 < unit.upperBound
        && tokens[place + 1].kind == .number && !isPeriod(place + 2, unit.upperBound, tokens)
        && isBehindStroke(place + 1, tokens)
    }
  }

  /// Whether a number is one that rates are told for: 1, 10, 100.
  private func isRound(_ token: Token) -> Bool {
    guard token.kind == .number else { return true }
    let digits = bytes[Int(token.start)..<Int(token.end)].drop { $0 == 0x30 }
    return digits.first == 0x31 && digits.dropFirst().allSatisfy { $0 == 0x30 } || digits.isEmpty
  }

  /// Whether a unit tells how often in a month, a year or the like.
  func isPeriodic(_ unit: Range<Int>, _ tokens: [Token]) -> Bool {
    guard let stroke = unit.last(where: { isMark(tokens[$0], 0x2F) }) else { return false }
    return isPeriod(stroke + 1, unit.upperBound, tokens)
  }

  /// Whether nothing but a month, a year or the like stands from a token up to another.
  private func isPeriod(_ start: Int, _ end: Int, _ tokens: [Token]) -> Bool {
    start < end && isEntry("periods", start..<end, tokens)
  }

  /// The place after a rate that a stroke opens and a month, a year or the like ends; else the stroke.
  func periodEnd(_ stroke: Int, _ tokens: [Token]) -> Int {
    let end = rateEnd(stroke, tokens)
    return end > stroke && isPeriodic(stroke..<end, tokens) ? end : stroke
  }

  /// Whether a list has tokens as one entry.
  func isEntry(_ list: String, _ range: Range<Int>, _ tokens: [Token]) -> Bool {
    grammar.list(list).flatMap { grammar.entry(in: $0, tokens, at: range.lowerBound) }
      .map { $0.end == range.upperBound } ?? false
  }
}
