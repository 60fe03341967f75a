import PlanModel
import PlanText

/// Who typed a document, as the line below the one that files it notes: "Tuấn", "Hoa/KHNS".
extension PlanReader {
  /// How many words such a note has at most, and how many characters.
  private static let typistWords = 4
  private static let typistWidth = 24

  /// Reads line `index` as such a note, which goes on with the line that files; false when it is
  /// none.
  mutating func takesTypist(at index: Int, _ ending: inout Ending) -> Bool {
    let line = lines[index]
    guard line.width <= Self.typistWidth, line.tabs == 0, !line.pipe, line.heading == 0,
      line.ending == .open, let last = filing(ending, above: line.content), notesTypist(line)
    else { return false }
    // Between the recipients and who signs nothing else can stand.
    let isSigned = signs(below: index)
    guard isSigned && line.blanksBefore <= 1 || line.blanksBefore == 0 && isLast(index) else {
      return false
    }
    ending.receivers[last].pieces.append(line.content)
    return true
  }

  /// Reads a bracket right below the line that files, which goes on with it: "(Hoa 12b)".
  mutating func goesOnInBracket(_ cell: ByteSpan, _ line: Line, _ ending: inout Ending) -> Bool {
    guard line.bracketed, line.blanksBefore == 0, cell == line.content,
      line.width <= Self.typistWidth, let last = filing(ending, above: cell)
    else { return false }
    ending.receivers[last].pieces.append(cell)
    return true
  }

  /// The last recipient when it is the line that files and nothing goes on with it yet.
  private mutating func filing(_ ending: Ending, above span: ByteSpan) -> Int? {
    guard ending.receiving, let last = ending.receivers.indices.last,
      ending.receivers[last].pieces.count == 1,
      !isDated(between: ending.receivers[last].pieces[0], span),
      lineMatch(.archive, tokens(ending.receivers[last].pieces[0])) != nil
    else { return nil }
    return last
  }

  /// Whether a line is a name, or a code: a word with a capital, all words with capitals, or marks
  /// or numbers in its words.
  private mutating func notesTypist(_ line: Line) -> Bool {
    let tokens = tokens(line.content)
    guard let first = tokens.first, first.shape.contains(.capitalized), marker(tokens) == nil,
      lineMatch(.appendix, tokens) == nil, lineMatch(.unit, tokens) == nil
    else { return false }
    let words = tokens.count { $0 == first || $0.shape.contains(.spaced) }
    guard words <= Self.typistWords else { return false }
    let isCode = tokens.dropFirst().contains {
      $0.kind == .number || $0.kind == .mark && !$0.shape.contains(.spaced)
    }
    if isCode { return true }
    return tokens.allSatisfy { $0.kind == .syllable && $0.shape.contains(.capitalized) }
      && (words == 1 || !line.capitals)
  }

  /// Whether who signs stands next below line `index`.
  private mutating func signs(below index: Int) -> Bool {
    guard let next = lines.indices[(index + 1)...].first(where: { furniture(of: lines[$0]) == nil })
    else { return false }
    switch endMeaning(lines[next]) {
    case .authority, .position: return true
    default: return signsByForm(at: next)
    }
  }

  /// Whether a text ends at line `index`, or a blank line or a page does what stands above.
  private func isLast(_ index: Int) -> Bool {
    guard index + 1 < lines.count else { return true }
    return lines[index + 1].blanksBefore > 0 || lines[index + 1].pageBefore
  }
}
