import PlanText

/// Tells the time of a number from that of another work before it.
extension TargetDraft {
  /// The time behind the number, where the one before it is that of another work of the clause, or when
  /// the work begins: "Khai giảng trước ngày 05/9/2027 và mở 03 lớp trong quý IV/2027".
  func timeOfOwnWork(behind before: Range<Int>, _ inside: [Range<Int>]) -> Range<Int>? {
    guard let first = context.times.times[before.lowerBound],
      isOfOtherWork(before) || first.isStart,
      let place = inside.first(where: { $0.lowerBound >= quantity.end }),
      // "…, năm 2028 mở 02 lớp": it opens the next part.
      mark(place.lowerBound - 1) != UInt8(ascii: ","),
      !(1...2).contains(where: { words.joints[place.lowerBound - $0] == place.lowerBound }),
      let own = context.times.times[place.lowerBound], let by = own.by,
      // "… số hóa hồ sơ phát sinh trước ngày 01/7/2025": another thing's.
      let told = first.by ?? first.period, told.prefix(4) <= by.prefix(4)
    else { return nil }
    let next = context.quantities[clause.quantity...].first { $0.number > quantity.number }
    return next.map { $0.number > place.lowerBound } ?? true ? place : nil
  }

  /// Whether a time ends the words of another work: they stand before it, and the verb of the number
  /// behind it.
  private func isOfOtherWork(_ time: Range<Int>) -> Bool {
    let start = clauseStart..<max(clauseStart, time.lowerBound)
    guard start.count > 1, words.aims[start.lowerBound]?.kind != "strive",
      start.allSatisfy({ words.measured[$0] == nil }), mark(time.lowerBound - 1) == 0
    else { return false }
    return (time.upperBound..<max(time.upperBound, quantity.number)).contains {
      words.acts.contains($0) || words.actions.contains($0)
        || quantity.action?.lowerBound == $0
    }
  }
}
