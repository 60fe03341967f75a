import PlanModel
import PlanText

/// What a web page prints below a document whose last line says that it is the last: what is asked of
/// readers, other texts, whose the page is.
extension PlanReader {
  /// How many lines that only a page prints stand there at least.
  private static let leastPortal = 3
  /// How many lines below the document the first of them stands at most.
  private static let portalReach = 8
  /// How many lines below a position the name of who signs stands at most.
  private static let nameReach = 4

  /// Finds the line below the end of a document from which on a page goes on.
  mutating func readBelow() {
    var portal: [Int] = []
    for index in lines.indices.reversed() {
      let line = lines[index]
      if line.table > 0 || line.pipe || line.tabs > 1 { return }
      guard var first = endsDocument(at: index, portal.last) else {
        let tokens = tokens(line.content)
        if isSurelyPortal(tokens) { portal.append(index) } else if opensPart(tokens) { return }
        continue
      }
      while first < lines.count, isStamp(tokens(lines[first].content)) { first += 1 }
      guard first < lines.count else { return }
      let isNear = portal.last.map { $0 - first < Self.portalReach } ?? false
      if isNear, portal.count >= Self.leastPortal, lines[first].number < pages.tail {
        pages.tail = lines[first].number
      }
      return
    }
  }

  /// The line below the end of a document, or `nil` where it does not end with line `index`.
  ///
  /// Below a position stands a name; where none does, the first line that is surely of the page counts.
  private mutating func endsDocument(at index: Int, _ portal: Int?) -> Int? {
    let line = lines[index]
    guard index + 1 < lines.count else { return nil }
    if bytes[line.content.start..<line.content.end].suffix(3).elementsEqual([0x2E, 0x2F, 0x2E]) {
      return index + 1
    }
    let isFiled = lineMatch(.archive, tokens(line.content)) != nil
    guard isFiled || endMeaning(line) != nil else { return nil }
    let below = (index + 1)..<min(lines.count, index + 1 + Self.nameReach)
    let name = below.first { endCells(lines[$0]).contains { isPerson($0) } }
    return name.map { $0 + 1 } ?? (isFiled ? index + 1 : portal)
  }

  /// Whether a line is a stamp beside a signature, or the number of its page.
  private mutating func isStamp(_ tokens: [Token]) -> Bool {
    lineMatches(tokens).contains {
      [.stamp, .signed, .stampWord, .pageNumber].contains(meaning($0))
    }
  }

  /// Whether words are a portal's, wherever they stand.
  private mutating func isSurelyPortal(_ tokens: [Token]) -> Bool {
    lineMatches(tokens).contains {
      meaning($0) == .portal && value("zone", of: $0) == nil && value("form", of: $0) != "origin"
        && value("form", of: $0) != "posted"
    }
  }

  /// Whether a line opens a numbered unit, an appendix, a preamble or a closing, or has the motto.
  private mutating func opensPart(_ tokens: [Token]) -> Bool {
    if let marker = marker(tokens), marker.family != .bullet { return true }
    for match in lineMatches(tokens) {
      switch meaning(match) {
      case .appendix, .preamble, .closing: return true
      default: continue
      }
    }
    return phrases(tokens).contains { meaning($0) == .motto }
  }
}
