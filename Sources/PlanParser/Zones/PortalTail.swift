import PlanModel
import PlanText

/// The list of other texts with which the page of a document ends.
extension PlanReader {
  /// How many lines such a list has at most, with all that a page prints below it.
  private static let tailLines = 80

  /// Finds the line from which on nothing is the document's: "Các tin khác", where no line below is
  /// a part of a plan.
  mutating func readTail() {
    readLastLines()
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

  /// Finds the lines with which a page ends: all of them may be a portal's, and one surely is.
  private mutating func readLastLines() {
    var first = Int.max
    var isSure = false
    for line in lines.suffix(PlanReader.tailLines).reversed() {
      if line.tabs > 0 || line.pipe || line.table > 0 { break }
      let found = lineMatches(tokens(line.content)).first { meaning($0) == .portal }
      guard let found, value("zone", of: found) != "head", value("form", of: found) != "origin"
      else { break }
      first = line.number
      isSure = isSure || value("zone", of: found) == nil
    }
    if isSure { pages.tail = first }
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
