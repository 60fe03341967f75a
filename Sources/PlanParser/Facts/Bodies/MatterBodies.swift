import PlanText

/// Bodies that a sentence is only about, or that a colon parts from the word for their heads.
extension PlanReader {
  /// The bodies behind those a sentence is only about: "Đối với các trường học, Sở Giáo dục chỉ đạo …",
  /// "Đối với các xã biên giới, giao Công an tỉnh …"; `nil` where those themselves are charged.
  func listBehindThose(
    _ list: BodyList, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> (list: BodyList, handedOut: Bool)? {
    guard let first = list.bodies.first, let kind = words.heads[first.lowerBound]?.kind else {
      return nil
    }
    if list.bodies.count > 1 {
      let next = list.bodies[1].lowerBound
      guard list.stopped, kind == .group || kind == .bare, isMark(tokens[next - 1], 0x2C),
        !isMark(tokens[list.end - 1], 0x2C), words.heads[next]?.kind == .named,
        tokens[next].shape.contains(.capitalized),
        list.bodies.dropFirst(2).allSatisfy({ words.joins[$0.lowerBound - 1] != nil })
      else { return nil }
      var own = list
      own.bodies.removeFirst()
      return (own, false)
    }
    // "Đối với các xã biên giới, giao Công an tỉnh chủ trì"
    let comma = list.end - 1
    if list.stopped, isMark(tokens[comma], 0x2C), let hand = words.handOuts[comma],
      let own = bodyList(at: hand, before: limit, tokens, words)
    {
      return (own, true)
    }
    guard !list.stopped, list.end + 1 < limit, tokens[list.end].kind == .mark else { return nil }
    let hand = words.handOuts[list.end] ?? words.handOuts[list.end + 1]
    if let hand, let own = bodyList(at: hand, before: limit, tokens, words) { return (own, true) }
    guard isMark(tokens[list.end], 0x3A), words.heads[list.end + 1]?.kind == .named,
      let own = bodyList(at: list.end + 1, before: limit, tokens, words), own.stopped
    else { return nil }
    return (own, false)
  }

  /// Whether a unit under the name of a body says with its first words only whom the work of that body is
  /// about: "Đối với các xã biên giới, tổ chức tập huấn riêng".
  func tellsMatterAlone(_ list: BodyList, _ unit: DutyUnit) -> Bool {
    guard unit.words.opensWithMatter, list.stopped, list.bodies.count == 1,
      list.end > list.bodies[0].upperBound, isMark(unit.tokens[list.end - 1], 0x2C),
      !unit.words.isCharge(at: list.end)
    else { return false }
    return unit.words.heads[list.bodies[0].lowerBound]?.kind != .named
  }

  /// The bodies that a colon parts from the word for their heads: "Giao Giám đốc: Sở Y tế, Sở Tài chính
  /// rà soát".
  func listOfOffices(
    _ list: BodyList, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> BodyList? {
    guard !list.stopped, list.bodies.count == 1, list.end + 1 < limit,
      isMark(tokens[list.end], 0x3A), let office = words.heads[list.bodies[0].lowerBound],
      office.kind == .person, !office.isNamed, words.heads[list.end + 1]?.kind == .named,
      let own = bodyList(at: list.end + 1, before: limit, tokens, words), own.stopped
    else { return nil }
    return own
  }
}
