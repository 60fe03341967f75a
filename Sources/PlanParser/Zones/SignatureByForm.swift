import PlanModel
import PlanText

/// A signature that is known by its form alone: a position that no rule knows, or that recognition
/// misread, in capitals, and a person's name right below it.
///
/// "TỔNG CHỈ HUY" / "(Đã ký)" / "Trần Văn Sơn".
extension PlanReader {
  /// How many words such a position has at most.
  private static let positionWords = 6
  /// How many lines the name stands below it at most, and below one beside recipients.
  private static let reach = 3
  private static let reachBeside = 12

  /// Whether a cell of line `index` is such a position.
  mutating func signsByForm(_ cell: ByteSpan, at index: Int) -> Bool {
    let tokens = tokens(cell)
    guard let last = tokens.last, last.kind == .syllable,
      (2...PlanReader.positionWords).contains(tokens.count),
      tokens.allSatisfy({ $0.kind != .number && ($0.kind == .mark || $0.shape.contains(.upper)) }),
      lineMatch(.appendix, tokens) == nil, lineMatch(.recipients, tokens) == nil, !isPerson(cell)
    else { return false }
    // "BGH DUYỆT" beside "CÁN BỘ THƯ VIỆN": where one position is known, a rare surname signs, too.
    let besidePost = endCells(lines[index]).contains { $0 != cell && signs(self.tokens($0)) }
    guard
      let below = signer(
        below: index, beside: cell.start > lines[index].content.start, anySurname: besidePost)
    else { return false }
    // A second name makes a list of people.
    guard let next = lines[(below + 1)...].first(where: { furniture(of: $0) == nil }) else {
      return true
    }
    return !endCells(next).contains { isPerson($0) }
      && (markers.read(self.tokens(next.content)) == nil
        || begins(bullet: next.content))
  }

  /// Whether line `index` of the text is such a position alone, behind the end of the plan.
  mutating func signsByForm(at index: Int) -> Bool {
    let line = lines[index]
    guard line.capitals, line.tabs == 0, !line.pipe, !line.ended, line.heading == 0,
      endCells(line).count == 1
    else { return false }
    return signsByForm(line.content, at: index)
  }

  /// The line of the person's name shortly below line `index`, when only marks of signing stand
  /// between, or recipients `beside` a position in the right column.
  private mutating func signer(below index: Int, beside: Bool, anySurname: Bool) -> Int? {
    let reach = beside ? PlanReader.reachBeside : PlanReader.reach
    for below in (index + 1)..<min(index + 1 + reach, lines.count)
    where furniture(of: lines[below]) == nil {
      let cells = endCells(lines[below])
      guard let last = cells.last else { return nil }
      if isPerson(last) || anySurname && hasFormOfName(last) { return below }
      let isRecipient =
        beside && cells.count == 1
        && (begins(bullet: last) || lines[below].width <= PlanReader.speckWidth)
      guard isRecipient || lineMatch(.signed, tokens(last)) != nil else { return nil }
    }
    return nil
  }

  /// Whether a cell may be a person's name, and is no position and no body.
  private mutating func hasFormOfName(_ cell: ByteSpan) -> Bool {
    let tokens = tokens(cell)
    return isSigner(tokens) && tokens.allSatisfy { $0.kind == .syllable } && !signs(tokens)
      && !phrases(tokens).contains {
        [.position, .authority, .organisation].contains(meaning($0))
      }
  }
}
