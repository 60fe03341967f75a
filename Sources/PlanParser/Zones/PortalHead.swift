import PlanModel
import PlanText

/// The lines of a web page above the head of a document: its clock, the abstract of an article, and
/// when it was posted.
extension PlanReader {
  /// How many lines of a page its clock is looked for in.
  private static let clockReach = 12
  /// How many lines below an abstract the motto of the document stands at most.
  private static let mottoReach = 6

  /// Whether a line tells when a web page was posted: "Cập nhật lúc : 09:15 20/11/2028".
  mutating func endsPortal(_ tokens: [Token]) -> Bool {
    lineMatches(tokens).contains { meaning($0) == .portal && value("form", of: $0) == "posted" }
  }

  /// Whether a motto, a number or a kind on a line of its own stands below line `index`.
  mutating func headBegins(below index: Int) -> Bool {
    for line in lines[(index + 1)...].prefix(PlanReader.pageTitleReach) {
      let tokens = tokens(line.content)
      if lineMatch(.preamble, tokens) != nil { return false }
      for match in phrases(tokens) {
        switch meaning(match) {
        case .motto: return true
        case .number, .kind:
          if match.start == 0, tokens[0].shape.contains(.capitalized) { return true }
        default: continue
        }
      }
    }
    return false
  }

  /// Whether the motto of a document stands shortly below line `index`: legal bases above it are an
  /// abstract of the page.
  mutating func mottoFollows(_ index: Int) -> Bool {
    lines[(index + 1)...].prefix(PlanReader.mottoReach).contains { holdsMotto($0) }
  }

  /// Whether a line above all bodies is a day without a place, and the head below has a day beside
  /// its place or number: the clock of a web page.
  mutating func isPageClock(_ index: Int, _ above: Int, _ tokens: [Token]) -> Bool {
    guard index < PlanReader.clockReach, let date = wholeDate(tokens),
      capture("place", of: date, tokens) == nil,
      !lines[above..<index].contains(where: { namesBody($0) })
    else { return false }
    for line in lines[(index + 1)...].prefix(PlanReader.pageTitleReach) {
      let tokens = self.tokens(line.content)
      if lineMatch(.preamble, tokens) != nil { return false }
      let found = phrases(tokens)
      let isNumbered = found.contains { meaning($0) == .number }
      let isPlaced = found.contains {
        meaning($0) == .placeDate && (isNumbered || capture("place", of: $0, tokens) != nil)
      }
      if isPlaced { return true }
    }
    return false
  }

  /// Takes the name of a web site above the letterhead off the bodies; where no other stands below
  /// it, it issues the document.
  mutating func dropSites(from names: inout [HeadBody]) {
    while names.count > 1, let name = names.first?.pieces, let first = name.first,
      let last = name.last,
      lineMatches(allTokens(ByteSpan(first.start, last.end))).contains(where: {
        meaning($0) == .portal && value("form", of: $0) == "site"
      })
    {
      for piece in name { addFurniture(.portal, piece) }
      names.removeFirst()
    }
  }

  /// The date that is the whole of a line.
  private mutating func wholeDate(_ tokens: [Token]) -> RuleMatch? {
    phrases(tokens).first {
      meaning($0) == .placeDate && $0.start == 0 && $0.end == tokens.count
    }
  }
}
