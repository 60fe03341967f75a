import PlanText

/// Tells fractions that are shares from counts.
extension PlanReader {
  /// Whether a fraction tells a share and no count: "ít nhất 2/3 thợ", but "12/15 thôn".
  mutating func isShare(
    _ part: Int, of whole: Int, _ tokens: [Token], _ words: QuantityWords
  ) -> Bool {
    guard tokens[part].end - tokens[part].start == 1, tokens[whole].end - tokens[whole].start == 1,
      let few = number(tokens[part]), let all = number(tokens[whole]), few < all, all <= 5,
      !(few == 2 && all == 4), let before = words.before[part]
    else { return false }
    return captures(of: before, tokens).contains {
      ["least", "over", "under", "more", "fewer", "about", "noless", "from"].contains($0.name)
    }
  }
}
