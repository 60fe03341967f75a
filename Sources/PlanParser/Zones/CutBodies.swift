import PlanModel

/// Names of bodies that a narrow column of the head cut behind their last word but one.
extension PlanReader {
  /// The bodies, a name of a single word taken for the end of the one above it: "SỞ NÔNG NGHIỆP VÀ
  /// MÔI" / "TRƯỜNG".
  func joiningWords(_ names: [HeadBody]) -> [HeadBody] {
    var joined: [HeadBody] = []
    for name in names {
      let isWord =
        name.pieces.count == 1
        && !bytes[name.pieces[0].start..<name.pieces[0].end].contains(0x20)
      if isWord, name.heads, joined.last != nil {
        joined[joined.count - 1].pieces += name.pieces
      } else {
        joined.append(name)
      }
    }
    return joined
  }
}
