import PlanModel
import PlanText

/// Numbers of pages in forms that a text may hold too, told by their series; and lines that come again
/// on every page.
extension PlanReader {
  /// How many pages may have lost their numbers between two that have one.
  static let mostLostPages = 4
  /// How many lines a page has at least.
  static let leastPage = 12
  /// How many characters a line has at least that goes on over the end of a page.
  private static let (leastWord, leastProse) = (16, 40)
  /// How far from the margin the number of a page stands that nothing else tells.
  private static let farIndent = 20

  /// Finds the lines "2/6", "[3]" and "(4)" whose number counts on and which part units or cut a
  /// sentence; and the one that stands alone where it can be nothing else.
  mutating func readSeries() {
    var series: [String: [(index: Int, value: Int)]] = [:]
    for index in lines.indices where lines[index].width <= 7 {
      let line = lines[index]
      guard line.tabs == 0, !line.pipe, line.table == 0, pages.footnotes[line.number] == nil,
        let (form, value) = countedForm(line.content)
      else { continue }
      series[form, default: []].append((index, value))
    }
    for places in series.values {
      if places.count == 1 {
        if isLonePage(at: places[0].index) {
          pages.stained.insert(lines[places[0].index].number)
        }
        continue
      }
      // Lines right below one another are cells.
      let isSeries = zip(places, places.dropFirst()).allSatisfy {
        $1.value > $0.value && $1.value <= $0.value + Self.mostLostPages && $1.index > $0.index + 1
      }
      guard isSeries, places.count(where: { parts(at: $0.index) }) * 2 >= places.count else {
        continue
      }
      for place in places { pages.stained.insert(lines[place.index].number) }
    }
  }

  /// Whether "2/5" or "[2]" stands at the end of a page that a form feed tells, or inside a sentence
  /// whose line above is long and ends in no word that a number belongs to: "… xã đạt" / "12/19".
  private mutating func isLonePage(at index: Int) -> Bool {
    let line = lines[index]
    guard bytes[line.content.start] != UInt8(ascii: "("), index > 0, index + 1 < lines.count,
      line.blanksBefore <= 1
    else { return false }
    if lines[index + 1].pageBefore || line.pageBefore { return true }
    // "[1]" may call a note, and no text counts so.
    let isBracketed = bytes[line.content.start] == UInt8(ascii: "[")
    guard !isBracketed || pages.footnotes.isEmpty,
      cutsSentence(at: index, least: Self.leastProse),
      lines[index + 1].width >= Self.leastWord
    else { return false }
    if isBracketed { return true }
    // "… trước ngày" / "2/9", "… có ít nhất" / "2/5": the word wants a number.
    let words = Array(allTokens(lines[index - 1].content).suffix(4))
    let last = Array(words.suffix(1))
    let counted = words + tokens(line.content).prefix(1)
    return lineMatch(.counted, last) == nil && lineMatch(.joiner, last) == nil
      && !phrases(counted).contains { meaning($0) == .beforeNumber && $0.end == counted.count }
  }

  /// What the numbers of one series have in common and the number, of "2/6", "[3]" and "(3)".
  private func countedForm(_ span: ByteSpan) -> (form: String, value: Int)? {
    let text = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    for (open, close) in [("[", "]"), ("(", ")")] {
      if text.hasPrefix(open), text.hasSuffix(close), let value = Int(text.dropFirst().dropLast()) {
        return (open, value)
      }
    }
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false)
    guard numbers.count == 2, let value = Int(numbers[0]), let last = Int(numbers[1]), value > 0,
      value <= last, last < 1_000
    else { return nil }
    return ("/\(last)", value)
  }

  /// Whether line `index` stands between two units, inside a sentence, or far from the margin over a
  /// blank line.
  private mutating func parts(at index: Int) -> Bool {
    guard index > 0, index + 1 < lines.count else { return true }
    if cutsSentence(at: index, least: Self.leastWord) { return true }
    if lines[index].indent >= Self.farIndent, lines[index + 1].blanksBefore > 0 { return true }
    return lines[index - 1].ending.endsUnit
      && markers.read(tokens(lines[index + 1].content)).map { $0.style != 0 } == true
  }

  /// Whether a sentence breaks off above line `index` and goes on below it.
  private func cutsSentence(at index: Int, least: Int) -> Bool {
    guard index > 0, index + 1 < lines.count else { return false }
    let (before, after) = (lines[index - 1], lines[index + 1])
    return (before.ending == .open || before.ending == .comma) && !before.capitals
      && before.width >= least && before.tabs == 0 && !before.pipe && after.startsLower
      && after.tabs == 0
  }

  /// Takes the lines that come again, digits apart, on three pages or more and cut sentences in two.
  mutating func takePrintedLines() {
    var cuts: [String: Int] = [:]
    for index in lines.indices.dropFirst() where mayBePrinted(lines[index]) {
      // A line of a sentence is as long as those beside it.
      guard cutsSentence(at: index, least: Self.leastProse),
        lines[index].width * 4 <= lines[index - 1].width * 3
      else { continue }
      cuts[withoutDigits(lines[index].content), default: 0] += 1
    }
    cuts = cuts.filter { $0.value > 1 }
    guard !cuts.isEmpty else { return }
    var places: [String: [Int]] = [:]
    for index in lines.indices where mayBePrinted(lines[index]) {
      let text = withoutDigits(lines[index].content)
      if cuts[text] != nil { places[text, default: []].append(index) }
    }
    var found: Set<Int> = []
    for group in places.values where group.count > 2 {
      let areApart = zip(group, group.dropFirst()).allSatisfy { $1 - $0 >= Self.leastPage }
      if areApart, !standsInBlock(group) { found.formUnion(group) }
    }
    guard !found.isEmpty else { return }
    take { index, _, _ in found.contains(index) ? .runningHeader : nil }
  }

  /// Whether the same line stands above each of some lines, and the same below it: the names of columns
  /// come again so, while a page cuts other sentences each time.
  private func standsInBlock(_ group: [Int]) -> Bool {
    let first = group[0]
    return group.dropFirst().allSatisfy { index in
      [-1, 1].allSatisfy {
        guard let one = text(ofLine: first + $0), let other = text(ofLine: index + $0) else {
          return false
        }
        return one == other
      }
    }
  }

  /// The text of a line; `nil` before the first and behind the last.
  private func text(ofLine index: Int) -> String? {
    lines.indices.contains(index) ? folder.fold(lines[index].content) : nil
  }

  /// Whether a line may be printed on every page: some words that open no unit, and no cells.
  private func mayBePrinted(_ line: Line) -> Bool {
    line.width >= 8 && line.width <= 100 && line.tabs == 0 && !line.pipe && line.table == 0
      && !line.bare && !line.startsLower && line.ending == .open
      && !begins(bullet: line.content)
  }

  /// The text of a line without its digits.
  func withoutDigits(_ span: ByteSpan) -> String {
    folder.fold(span).filter { !("0"..."9").contains($0) }
  }
}
