import PlanModel
import PlanText

/// Series whose members semicolons part, and which the margin cut behind one of them.
extension PlanReader {
  /// Whether a line goes on with the series that a bullet ends in.
  ///
  /// Its bracket is still open, which the line closes: "(Chợ Nà Khoai; Chợ Sơn Hà;" / "Chợ Hà Phú).";
  /// or the members behind its colon begin with one word, and so does the line: "Nâng cấp 04 chợ: Chợ
  /// Nà Khoai; Chợ Sơn Hà;" / "Chợ Hà Phú.".
  mutating func isInsideSeries(_ last: Draft, before line: Line, _ tokens: [Token]) -> Bool {
    guard last.marker != nil, let piece = last.pieces.last, marker(tokens) == nil,
      !line.capitals, line.tabs == 0, !line.pipe
    else { return false }
    if let open = bytes[piece.start..<piece.end].lastIndex(of: 0x28),
      !bytes[open..<piece.end].contains(0x29),
      let close = bytes[line.content.start..<line.content.end].firstIndex(of: 0x29),
      !bytes[line.content.start..<close].contains(0x28)
    {
      return true
    }
    return continuesMembers(of: last, tokens)
  }

  private mutating func continuesMembers(of last: Draft, _ tokens: [Token]) -> Bool {
    guard last.marker?.family == .bullet, let first = tokens.first, first.kind == .syllable,
      first.shape.contains(.capitalized)
    else { return false }
    let words = last.pieces.flatMap { allTokens($0) }
    guard let colon = words.firstIndex(where: { markers.scalar($0) == 0x3A }),
      colon + 1 < words.count
    else { return false }
    let marks = words.indices[colon...].filter { markers.scalar(words[$0]) == 0x3B }
    guard marks.count > 1 else { return false }
    return ([colon] + marks.dropLast()).allSatisfy {
      $0 + 1 < words.count && sameWord(text, words[$0 + 1], first)
    }
  }
}
