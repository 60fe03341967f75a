import PlanModel
import PlanText

/// Lines that pages print at their edges, by what comes again there: the same words, or words whose
/// number alone counts on.
extension PlanReader {
  /// How many characters such a line has at most.
  private static let widestEdgeLine = 120
  /// How many characters words in small letters have at least that each page prints.
  private static let narrowestPrinted = 24
  /// How many pages may have lost such a line between two that have one.
  private static let edgeStep = 4

  /// Takes lines that stand first or last on several pages, and lines whose number counts on.
  mutating func takeEdgeLines() {
    var counted: [String: [(line: Int, number: Int)]] = [:]
    var edges: [String: [Int]] = [:]
    for index in lines.indices where lines[index].width <= Self.widestEdgeLine {
      let line = lines[index]
      guard !line.pipe, !line.bare, line.table == 0 else { continue }
      if standsAtEdge(index), mayStandAtEdge(line) {
        edges[folder.fold(line.content), default: []].append(index)
      }
      if standsAtEdge(index), isPageOfPages(line), let number = tokens(line.content).first {
        let pages = folder.fold(ByteSpan(Int(number.end), line.content.end))
        counted[pages, default: []].append((index, markers.number(number) ?? 0))
      } else if let (words, number) = countedWords(line) {
        counted[words, default: []].append((index, number))
      }
    }
    var found: Set<Int> = []
    for places in edges.values where places.count > 1 {
      // "Thường xuyên" ends two pages: a cell. What is printed stands in capitals, is a code, or is
      // long and comes often.
      let line = lines[places[0]]
      let isPrinted =
        line.capitals || holdsCode(line)
        || places.count > 2 && line.width >= Self.narrowestPrinted
      if isPrinted { found.formUnion(places) }
    }
    for places in counted.values where places.count > 1 {
      let isSeries = zip(places, places.dropFirst()).allSatisfy {
        $1.number > $0.number && $1.number <= $0.number + Self.edgeStep
      }
      if isSeries { found.formUnion(places.map(\.line)) }
    }
    guard !found.isEmpty else { return }
    take { index, line, reader in
      guard found.contains(index) else { return nil }
      if reader.isPageOfPages(line) { return .pageNumber }
      return line.pageBefore || index == 0 ? .runningHeader : .runningFooter
    }
  }

  /// Whether a line is the first or the last of a page that a form feed tells.
  private func standsAtEdge(_ index: Int) -> Bool {
    lines[index].pageBefore || index + 1 < lines.count && lines[index + 1].pageBefore
  }

  /// Whether a line is nothing but "2/4".
  private func isPageOfPages(_ line: Line) -> Bool {
    let text = bytes[line.content.start..<line.content.end]
    let parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        (1...3).contains(part.count) && part.allSatisfy { $0.isDigit }
      }
  }

  /// Whether a line at the edge of a page can be one that each page prints: its cells are no columns,
  /// and it neither goes on with a sentence nor opens a unit.
  private mutating func mayStandAtEdge(_ line: Line) -> Bool {
    guard line.tabs == 0, !line.spaced, line.width >= 8, line.ending == .open else { return false }
    if line.startsLower, !holdsCode(line) { return false }
    let tokens = tokens(line.content)
    return lineMatch(.column, tokens) == nil && marker(tokens) == nil
  }

  /// Whether a line is what an office's program prints: "sonha_vt_Van thu_12/03/2031 08:15:33".
  private func holdsCode(_ line: Line) -> Bool {
    bytes[line.content.start..<line.content.end].contains(UInt8(ascii: "_"))
  }

  /// The words of a line beside the number of a page, and that number: "UBND xã Sơn Hà<TAB>3", or
  /// words before "Trang 2/5".
  ///
  /// Only a TAB, a wide gap or the word for a page sets the number off, or a blank behind what is one
  /// address or code: "www.sonha.vn 2".
  private mutating func countedWords(_ line: Line) -> (words: String, number: Int)? {
    guard line.width >= 6, line.tabs <= 1, line.leadingTabs == 0,
      let last = bytes[line.content.start..<line.content.end].last,
      last.isDigit || folder.markdown && last < 0x80
    else { return nil }
    let tokens = tokens(line.content)
    guard tokens.count > 1, marker(tokens) == nil else { return nil }
    if let match = lineMatches(tokens).first(where: {
      meaning($0) == .pageNumber && value("form", of: $0) == "edge"
    }), let words = capture("words", of: match, tokens),
      let number = capture("number", of: match, tokens), let first = number.first,
      let value = markers.number(tokens[first])
    {
      return (folder.fold(span(tokens, words)), value)
    }
    guard let end = tokens.last, let value = markers.number(end), value < 200, tokens.count > 3
    else {
      return nil
    }
    let before = ByteSpan(line.content.start, Int(tokens[tokens.count - 2].end))
    let gap = bytes[before.end..<Int(end.start)]
    guard gap.contains(0x09) || gap.count >= 3 || !gap.isEmpty && isPrintedCode(before) else {
      return nil
    }
    return (folder.fold(before), value)
  }

  /// Whether a span is what programs print: the code of an office with a clock behind it, or the
  /// address of a site.
  private func isPrintedCode(_ span: ByteSpan) -> Bool {
    let text = bytes[span.start..<span.end]
    if text.contains(UInt8(ascii: "_")), text.contains(UInt8(ascii: ":")) { return true }
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count > 1
      && parts.allSatisfy { part in
        part.count > 1 && part.allSatisfy { $0 < 0x80 && $0 > 0x2C && $0 != 0x3A && $0 != 0x3B }
      } && parts[parts.count - 1].allSatisfy { $0 >= 0x41 }
  }
}
