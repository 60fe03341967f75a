import PlanText

/// Tells counts of how often a thing is done from those of things, and rates that several counts share.
extension PlanReader {
  /// Whether a noun only tells how often a thing is done: "Chiếu phim lưu động 120 buổi".
  func isOccasion(_ noun: Range<Int>, _ tokens: [Token]) -> Bool {
    grammar.list("occasions").flatMap { grammar.entry(in: $0, tokens, at: noun.lowerBound) }
      .map { $0.end == noun.upperBound } ?? false
  }

  /// The quantities, of which one that a joint sets before a rate in words has it too: "34 giường bệnh
  /// và 15 bác sĩ trên 10.000 dân".
  func withSharedRates(
    _ quantities: [Quantity], _ tokens: [Token], _ words: QuantityWords
  ) -> [Quantity] {
    var result = quantities
    for place in result.indices.dropLast().reversed() {
      let (first, next) = (result[place], result[place + 1])
      guard first.kind == .count, first.rate == nil, first.noun == first.unit,
        words.joints[first.end] == next.lead, let rate = next.rate ?? rateInWords(next, tokens)
      else { continue }
      result[place].rate = rate
    }
    return result
  }

  /// What a count is per, told in words: "trên 10.000 dân".
  private func rateInWords(_ quantity: Quantity, _ tokens: [Token]) -> Range<Int>? {
    guard quantity.kind == .count, let noun = quantity.noun,
      noun.upperBound < quantity.unit.upperBound,
      tokens[noun.upperBound].kind == .syllable
    else { return nil }
    return noun.upperBound..<quantity.unit.upperBound
  }
}
