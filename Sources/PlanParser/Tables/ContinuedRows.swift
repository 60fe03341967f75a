import PlanModel
import PlanText

/// Rows without a number below text that is not at its end.
extension PlanReader {
  /// Whether a row goes on with the one before it: text alone that the text above leaves open, a count
  /// that goes on ("(3) …" below "(1) …; (2) …"), or one more body alone.
  mutating func continuesText(
    _ row: TableDraft.Row, of last: TableDraft.Row, _ table: TableDraft
  ) -> Bool {
    guard row.cells.count > 2, row.cells[0].isEmpty, last.cells.count == row.cells.count,
      !last.cells[0].isEmpty, last.cells.count(where: { !$0.isEmpty }) > 2,
      namesOrdinals(table.columns[0])
    else { return false }
    let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
    guard let first = filled.first, !last.cells[first].isEmpty else { return false }
    if first > 1 {
      guard filled.count == 1, namesBodies(table.columns[first]) else { return false }
      if let own = row.cells[first].first { hardBreaks.insert(own.start) }
      return true
    }
    let others = filled.dropFirst()
    if goesOnCounting(folder.fold(row.cells[1]), below: folder.fold(last.cells[1])) {
      return others.allSatisfy { index in row.cells[index].first.map { isSmall($0) } == true }
    }
    return others.isEmpty && fillsOpenText(row.cells[1], below: last.cells[1])
  }

  /// Whether the text of a cell is the rest of the one above it, which ends with a semicolon or a colon
  /// over a sentence, or within a name or a phrase.
  private mutating func fillsOpenText(
    _ cell: TableDraft.Cell, below above: TableDraft.Cell
  ) -> Bool {
    guard let own = cell.first, let last = above.last, !isInCapitals(own, moreThan: 3) else {
      return false
    }
    switch bytes[last.end - 1] {
    case UInt8(ascii: ";"), UInt8(ascii: ":"):
      let text = folder.fold(cell).utf8
      return text.contains(UInt8(ascii: ";")) || text.last == UInt8(ascii: ".")
    default: return endsOpen(tokens(last)) && markers.read(tokens(own)) == nil
    }
  }

  /// Whether words end with one that another must follow: "của", "Bộ".
  private func endsOpen(_ tokens: [Token]) -> Bool {
    guard tokens.count > 2, let words = grammar.list("open-words"),
      let heads = grammar.list("open-heads")
    else { return false }
    let last = tokens.count - 1
    if grammar.entry(in: words, tokens, at: last) != nil { return true }
    return (last - 1...last).contains {
      tokens[$0].shape.contains(.capitalized)
        && !tokens[$0 - 1].shape.contains(.capitalized)
        && grammar.entry(in: heads, tokens, at: $0)?.end == tokens.count
    }
  }

  /// Whether a text begins with the number in brackets that comes next in the text above it.
  private func goesOnCounting(_ text: String, below above: String) -> Bool {
    guard let number = bracketed(text.utf8[...]), number > 1 else { return false }
    var rest = above.utf8[...]
    var last: Int?
    while let open = rest.firstIndex(of: UInt8(ascii: "(")) {
      last = bracketed(rest[open...]) ?? last
      rest = rest[rest.index(after: open)...]
    }
    return last == number - 1
  }

  /// The number in brackets with which a text begins: "(3)".
  private func bracketed(_ text: Substring.UTF8View) -> Int? {
    guard text.first == UInt8(ascii: "(") else { return nil }
    let digits = text.dropFirst().prefix { $0.isDigit }
    guard (1...2).contains(digits.count), digits.endIndex < text.endIndex,
      text[digits.endIndex] == UInt8(ascii: ")")
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
