import PlanModel
import PlanText

/// The title that a web page puts above a document, which its own head tells again below.
extension PlanReader {
  /// How many lines a web page may put between its own title and the head of the document.
  static let pageTitleReach = 30

  /// How many lines a web page has at most above the title of the document.
  private static let pageTitleLines = 8

  /// Whether a line is the title of a web page: it tells the number of the document, which its own
  /// head tells again below.
  mutating func isPageTitle(_ index: Int, _ tokens: [Token]) -> Bool {
    guard index < PlanReader.pageTitleLines, let told = numberText(tokens, behindWords: true)
    else { return false }
    for line in lines[(index + 1)...].prefix(PlanReader.pageTitleReach) {
      if let own = numberText(self.tokens(line.content), behindWords: false) {
        // "SỐ 86/SCT-QLCN — HƯỚNG DẪN …": behind a dash the symbol seems to go on.
        return told.hasPrefix(own)
      }
    }
    return false
  }

  /// The number that stands among some tokens without blanks and marks between its parts; `nil`
  /// when none does, or when it stands elsewhere than asked for.
  private mutating func numberText(_ tokens: [Token], behindWords: Bool) -> String? {
    guard let match = phrases(tokens).first(where: { meaning($0) == .number }),
      (match.start > 0) == behindWords, capture("sequence", of: match, tokens) != nil
    else { return nil }
    return folder.fold(span(tokens, match.start..<match.end)).lowercased()
      .filter { $0 != " " && $0 != ":" && $0 != "." }
  }

  /// Whether the whole head, from the motto or number to the kind, stands below the kind at line
  /// `index`: that one is in the title of a web page.
  mutating func headFollows(_ index: Int) -> Bool {
    let reach = index + 1..<min(lines.count, index + 1 + PlanReader.pageTitleReach)
    var known = false
    for place in reach {
      let line = lines[place]
      let tokens = tokens(line.content)
      if endsPortal(tokens) { known = true }
      if lineMatch(.preamble, tokens) != nil {
        guard !known, mottoFollows(place) else { return false }
        continue
      }
      for match in phrases(tokens) {
        switch meaning(match) {
        // "NGHỊ ĐỊNH SỐ 71/2031/NĐ-CP" in the title is no head's.
        case .number where isOthers(match, tokens): continue
        case .motto, .number: known = true
        case .kind
        where known && (begins(match, tokens, line, false) || closesLine(match, tokens)):
          return true
        default: continue
        }
      }
      if known, plainKind(of: tokens) != nil { return true }
    }
    return false
  }

  /// The line after the title of a web page whose kind stands on line `start`: what stands right
  /// below it in capitals and names no body is part of it.
  mutating func pageTitleEnd(from start: Int) -> Int {
    var end = start + 1
    while end < lines.count, lines[end].capitals, lines[end].blanksBefore == 0,
      lines[end].tabs == 0, !lines[end].gapped
    {
      let isHead = phrases(tokens(lines[end].content)).contains { match in
        switch meaning(match) {
        case .motto, .number, .placeDate, .kind: true
        default: false
        }
      }
      if isHead || namesBody(lines[end]) { break }
      end += 1
    }
    return end
  }
}
