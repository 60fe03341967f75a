import PlanModel
import PlanText

/// The list of other texts with which the page of a document ends.
extension PlanReader {
  /// How many lines such a list has at most, with all that a page prints below it.
  private static let tailLines = 80

  /// Finds the line from which on nothing is the document's: "Các tin khác", where no line below is
  /// a part of a plan.
  mutating func readTail() {
    readLists()
    readLastLines()
  }

  /// Finds the uppermost line that heads a list of other texts.
  private mutating func readLists() {
    var index = lines.count - 1
    while index > 0, index > lines.count - PlanReader.tailLines {
      let line = lines[index]
      let tokens = tokens(line.content)
      if isOfPlan(line, tokens) { return }
      // "tin                    liên quan": two cells of a row.
      let heads =
        !line.gapped
        && lineMatches(tokens).contains {
          meaning($0) == .portal && value("form", of: $0) == "list"
        }
      if heads { pages.tail = line.number }
      index -= 1
    }
  }

  /// Finds the lines with which a page ends, above a list of other texts too: all of them may be a
  /// portal's, and one surely is.
  private mutating func readLastLines() {
    var first = pages.tail
    var isSure = pages.tail < Int.max
    var tellsPlace = false
    for line in lines.suffix(PlanReader.tailLines).reversed() where line.number < pages.tail {
      if line.tabs > 0 || line.pipe || line.table > 0 { break }
      let tokens = wordsBehindBullet(of: line)
      guard let found = endsPage(tokens) else {
        // The name of the site or the body stands above their address, and ends what is theirs.
        guard isSure, line.capitals, tellsPlace && namesBody(line) || namesSite(tokens) else {
          break
        }
        first = line.number
        tellsPlace = false
        continue
      }
      first = line.number
      let form = value("form", of: found)
      tellsPlace = tellsPlace || form == "place"
      isSure =
        isSure || form == "sure" || value("zone", of: found) == nil && form != "origin"
    }
    if isSure { pages.tail = min(pages.tail, first) }
  }

  /// What says that words may be a portal's, at the end of a page.
  private mutating func endsPage(_ tokens: [Token]) -> RuleMatch? {
    lineMatches(tokens).first { meaning($0) == .portal && value("zone", of: $0) != "head" }
  }

  /// Whether words are the name of a web site: it stands above the address of who keeps it.
  private mutating func namesSite(_ tokens: [Token]) -> Bool {
    lineMatches(tokens).contains { meaning($0) == .portal && value("form", of: $0) == "site" }
  }

  /// The words of an entry of a list, or of a line.
  private mutating func wordsBehindBullet(of line: Line) -> [Token] {
    let tokens = tokens(line.content)
    guard let marker = marker(tokens), marker.family == .bullet else { return tokens }
    return Array(tokens.dropFirst())
  }

  /// Whether a line opens a unit or an appendix, is a row, or stands in a head or an ending.
  private mutating func isOfPlan(_ line: Line, _ tokens: [Token]) -> Bool {
    if line.table > 0 || line.pipe || line.tabs > 1 { return true }
    if let marker = marker(tokens), marker.family != .bullet { return true }
    for match in lineMatches(tokens) {
      switch meaning(match) {
      case .appendix, .authority, .position, .recipients, .archive, .preamble, .closing: return true
      default: continue
      }
    }
    return phrases(tokens).contains { meaning($0) == .motto }
  }
}
