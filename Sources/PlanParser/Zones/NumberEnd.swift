import PlanModel
import PlanText

/// What stands behind the symbol on the line of a number: the bracket of the unit that drafted the
/// document, or a stop.
extension PlanReader {
  /// How many words and marks the name of a drafting unit has in its bracket at most.
  private static let drafterWords = 4

  /// Where a number ends: "Số: 21/KH-SCT(QLTM)", "Số: 21/KH-SCT.", or with the initials of its
  /// issuer.
  func numberEnd(_ match: RuleMatch, _ tokens: [Token]) -> Int {
    let next = match.end
    guard next < tokens.count, isNear(Int(tokens[next - 1].end), Int(tokens[next].start)) else {
      return initialsEnd(match, tokens)
    }
    var last: Int?
    switch markers.scalar(tokens[next]) {
    case 0x28: last = drafterEnd(tokens, from: next)
    case 0x2E, 0x2C: last = tokens[next - 1].end == tokens[next].start ? next : nil
    default: break
    }
    guard let last, endsCell(Int(tokens[last].end)) else { return initialsEnd(match, tokens) }
    return Int(tokens[last].end)
  }

  /// The bracket that closes one word in capitals: "(QLTM)", "(Đ2)", but not "(DỰ THẢO)".
  private func drafterEnd(_ tokens: [Token], from open: Int) -> Int? {
    let words = tokens[(open + 1)...].prefix(PlanReader.drafterWords + 1)
    guard let close = words.firstIndex(where: { markers.scalar($0) == 0x29 }), close > open + 1,
      tokens[open + 1].shape.contains(.upper),
      zip(tokens[open..<close], tokens[(open + 1)...close]).allSatisfy({ $0.end == $1.start }),
      tokens[(open + 1)..<close].allSatisfy({ $0.kind != .syllable || $0.shape.contains(.upper) })
    else { return nil }
    return close
  }

  /// Whether a column, a cell or the line ends at an offset.
  private func endsCell(_ offset: Int) -> Bool {
    var next = offset
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    return next >= bytes.count || next > offset + 2
      || [0x09, 0x0A, 0x0D, 0x7C].contains(bytes[next])
  }
}
