import PlanModel
import PlanText

/// Signers whose names are still to be written, where the next one's column was written below theirs.
extension PlanReader {
  /// How many blank lines leave room to sign.
  private static var roomToSign: Int { 3 }
  /// How many lines below a position may hold its mark and its name.
  private static var signedReach: Int { 4 }

  /// Closes the signer who waits for his name before a line that opens with another position, below
  /// the mark of signing or room to sign: "HIỆU TRƯỞNG" / "(Ký, ghi rõ họ tên)" / "NGƯỜI LẬP KẾ HOẠCH".
  mutating func leavesUnnamed(before line: Line, _ tokens: [Token], _ ending: inout Ending) -> Bool
  {
    let isParted = ending.isMarked || line.blanksBefore >= Self.roomToSign
    guard isParted, line.capitals, isOneCell(line), let waiting = ending.waitingSigner,
      waiting == ending.signers.count - 1, !ending.signers[waiting].position.isEmpty,
      phrases(tokens, startingBefore: 1).contains(where: { meaning($0) == .position }),
      namesOne(below: ending.line)
    else { return false }
    ending.isMarked = false
    ending.closed = ending.signers.count
    ending.column = ending.closed
    return true
  }

  /// Whether the name of one person stands below line `index`, and no other below that.
  private mutating func namesOne(below index: Int) -> Bool {
    var names = 0
    for line in lines[(index + 1)...].prefix(Self.signedReach) {
      if lineMatch(.signed, tokens(line.content)) != nil { continue }
      guard isOneCell(line), isPerson(line.content) else { break }
      names += 1
    }
    return names == 1
  }
}
