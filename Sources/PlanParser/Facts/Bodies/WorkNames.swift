import PlanText

/// Bodies that are told by their work: "đơn vị quản lý đường bộ", "cơ quan quản lý thị trường".
extension PlanReader {
  /// How many tokens the object of the verb in such a name may have.
  private static var longestObject: Int { 4 }

  /// The place at which a duty begins behind a verb and its object that tell which body a common noun
  /// means: "đơn vị quản lý chợ | bố trí bãi đỗ xe"; `nil` where the verb at `stop` is the duty.
  func workEnd(
    _ head: BodyWords.Head, past stop: Int, before limit: Int, _ tokens: [Token],
    _ words: BodyWords
  ) -> Int? {
    guard head.kind == .bare || head.kind == .group, head.end == stop || head.end == stop + 2,
      let works = grammar.list("named-works"), let duties = grammar.list("works-of-duty"),
      let verb = grammar.entry(in: works, tokens, at: stop),
      grammar.entry(in: duties, tokens, at: verb.end) == nil
    else { return nil }
    for place in verb.end...verb.end + Self.longestObject {
      guard place < limit, tokens[place].kind == .syllable else { return nil }
      guard words.stops.contains(place) else { continue }
      // "đơn vị quản lý và tổng hợp": two works of one body.
      guard words.joins[place - 1] != place else { return nil }
      return words.adverbs[place] == nil || words.musts.contains(place) ? place : nil
    }
    return nil
  }
}
