import PlanModel
import PlanText

/// Text taken off a page whose line ends mean nothing: paragraphs run into one another, and lines
/// end wherever the page was wide enough.
///
/// Its lines are joined before anything is read, so that the same words give the same plan
/// however they were wrapped.
extension PlanReader {
  /// Joins the lines of each stretch of flowing text into one.
  mutating func joinFlow() {
    var joined: [Line] = []
    let least = leastWidth()
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, flows(lines[end - 1]), flows(lines[end]),
        lines[end].blanksBefore == 0, !lines[end].pageBefore, lines[end - 1].width >= least
      {
        end += 1
      }
      if isFlow(start..<end) {
        if joined.isEmpty, start > 0 { joined += lines[..<start] }
        joined.append(line(of: start..<end))
      } else if !joined.isEmpty {
        joined += lines[start..<end]
      }
      start = end
    }
    if !joined.isEmpty { lines = joined }
  }

  /// How wide a line must be for the next to go on with it: lines mean something where the kind of
  /// the document stands alone on one, and then a short line ends what it says.
  private mutating func leastWidth() -> Int {
    for line in lines.prefix(Self.headLines) where line.width < Self.longestKind {
      let tokens = tokens(line.content)
      guard
        phrases(tokens, startingBefore: 1).contains(where: {
          meaning($0) == .kind && $0.end == tokens.count
        })
      else { continue }
      let widest = wrap.isHard ? wrap.margin : lines.reduce(0) { max($0, $1.width) }
      return widest * 3 / 5
    }
    return 0
  }

  /// Among how many lines the kind is looked for, and how wide its line may be.
  private static var headLines: Int { 40 }
  private static var longestKind: Int { 24 }

  /// Whether a line may be one of flowing text: no row of cells, no rule, no heading of markdown.
  private func flows(_ line: Line) -> Bool {
    line.tabs == 0 && !line.pipe && line.bars < 2 && !line.bare && line.heading == 0
  }

  /// Whether most lines end within a sentence while units begin in their middle.
  private mutating func isFlow(_ range: Range<Int>) -> Bool {
    guard range.count >= 3 else { return false }
    var open = 0
    for line in lines[range.dropLast()] where line.ending == .open || line.ending == .comma {
      open += 1
    }
    guard open * 3 >= (range.count - 1) * 2 else { return false }
    var begun = 0
    var inner = 0
    for line in lines[range] {
      if opensUnit(at: line.content.start, before: line.content.end) { begun += 1 }
      inner += unitsInside(line.content)
    }
    if inner >= 3 { return inner > 2 * begun }
    return inner > 0 && begun == 0 && holdsKind(range)
  }

  /// Whether the kind of the document stands in the first lines of a stretch or right above it: a
  /// text with one unit is poured, too, where that one opens inside a line.
  private mutating func holdsKind(_ range: Range<Int>) -> Bool {
    let first = max(0, range.lowerBound - 1)
    for line in lines[first..<range.upperBound].prefix(Self.flatHeadLines) {
      let tokens = allTokens(line.content)
      if phrases(tokens).contains(where: {
        meaning($0) == .kind && tokens[$0.start].shape.contains(.upper)
      }) {
        return true
      }
    }
    return false
  }

  /// Among how many lines of a poured text the kind is looked for.
  private static var flatHeadLines: Int { 12 }

  /// How many numbers and dashes stand behind the end of a sentence or clause inside a line.
  func unitsInside(_ span: ByteSpan) -> Int {
    let bytes = bytes.span
    var count = 0
    var offset = span.start + 1
    while offset + 2 < span.end {
      defer { offset += 1 }
      guard bytes[offset] == 0x20 else { continue }
      switch bytes[offset - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"):
        if opensUnit(at: offset + 1, before: span.end) { count += 1 }
      default: continue
      }
    }
    return count
  }

  /// Whether a dash, or a short number or letter with its mark, stands alone at an offset.
  ///
  /// "- ", "2. ", "1.3. ", "IV. ", "b) ".
  private func opensUnit(at start: Int, before end: Int) -> Bool {
    let bytes = bytes.span
    var offset = start
    while offset < end, offset < start + 8, bytes[offset] != 0x20 { offset += 1 }
    guard offset < end, offset > start, bytes[offset] == 0x20 else { return false }
    let last = bytes[offset - 1]
    if offset == start + 1 { return last == UInt8(ascii: "-") || last == UInt8(ascii: "+") }
    guard last == UInt8(ascii: ".") || last == UInt8(ascii: ")") else { return false }
    for place in start..<(offset - 1) {
      switch bytes[place] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "I"),
        UInt8(ascii: "V"), UInt8(ascii: "X"):
        continue
      case UInt8(ascii: "a")...UInt8(ascii: "z") where offset == start + 2: continue
      default: return false
      }
    }
    return true
  }

  /// Some lines as one.
  func line(of range: Range<Int>) -> Line {
    let (first, last) = (lines[range.lowerBound], lines[range.upperBound - 1])
    var line = LineReader.piece(
      of: first, from: first.content.start, to: last.content.end, bytes)
    line.raw = ByteSpan(first.raw.start, last.raw.end)
    return line
  }
}
