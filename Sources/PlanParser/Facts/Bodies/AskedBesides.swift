import PlanText

/// Joins bodies that are charged with one duty by words of their own.
extension PlanReader {
  /// A list of bodies that ends at a semicolon, with those who are asked behind it and have the duty:
  /// "Yêu cầu các phòng, đơn vị; đề nghị Ủy ban Mặt trận xã triển khai …".
  func withAskedBesides(_ list: BodyList, _ tokens: [Token], _ words: BodyWords) -> BodyList {
    guard !list.stopped, list.end < tokens.count, isMark(tokens[list.end], 0x3B),
      let hand = words.handOuts[list.end],
      let further = bodyList(at: hand, before: tokens.count, tokens, words), further.stopped
    else { return list }
    return BodyList(bodies: list.bodies + further.bodies, end: further.end, stopped: true)
  }
}
