import PlanModel
import PlanText

/// Ranks and degrees on a line of their own above the name of who signs.
extension PlanReader {
  /// Joins a rank to the line below it, which names who signs: "Đại tá" / "Trần Văn Sơn"; false when
  /// a cell is no rank or no name follows.
  mutating func takesRank(_ cell: ByteSpan, _ tokens: [Token], at index: Int) -> Bool {
    guard index + 1 < lines.count, cell == lines[index].content, isRank(tokens) else {
      return false
    }
    let next = lines[index + 1]
    guard next.tabs == 0, !next.pipe, next.blanksBefore <= 1, isSigner(self.tokens(next.content))
    else { return false }
    lines[index + 1] = LineReader.piece(of: next, from: cell.start, to: next.content.end, bytes)
    lines[index + 1].blanksBefore = lines[index].blanksBefore
    return true
  }

  /// Whether some words are a rank and nothing else: "Đại tá", "Thiếu tướng,".
  func isRank(_ tokens: [Token]) -> Bool {
    let words = tokens.filter { $0.kind == .syllable }
    return tokens.count <= 3 && words.count == 2
      && grammar.value(list: "ranks", words, from: 0, to: 2) != nil
  }
}
