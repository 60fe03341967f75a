import PlanText

/// Joins the lines of a paragraph that the margin broke.
///
/// A line was broken when the first word of the next would not have found room on it, and nothing
/// shows that a new paragraph begins: an indent, a marker, a wider space above.
struct ParagraphJoiner {
  private(set) var lines: [PageLine] = []
  private var paragraph: Paragraph?
  /// Numbers of pages and the like that stand between two halves of a paragraph.
  private var between: [PageLine] = []

  private struct Paragraph {
    var first: PageLine
    var last: PageLine
    var text: String
    /// Where lines after the first begin; `nil` while there is one line.
    var continuation: Double?
    /// The distance from line to line.
    var pitch: Double?
    /// Whether all its lines but the last reach the margin.
    var isSpread = true
  }

  /// The distance from line to line that is usual.
  private let usualPitch: Double
  /// Whether lines are spread to the margin, so that one that is not ends a paragraph.
  private let spreads: Bool
  /// The distance between lines of one paragraph on each page, where small letters tell it.
  private let linePitches: [Int: Double]
  /// Whether some bullet surely stands at the margin, and some number or letter of a unit.
  private let hasBulletsAtMargin: Bool
  private let hasUnitsAtMargin: Bool

  private init(_ lines: [PageLine]) {
    let text = lines.filter { $0.style.zone == .body && !$0.isRow && $0.column == 0 }
    let pitches = zip(text, text.dropFirst()).lazy
      .filter { $0.page == $1.page }.map { $1.bottom - $0.bottom }.filter { $0 > 0 }.sorted()
    usualPitch = pitches.isEmpty ? .infinity : pitches[pitches.count / 2]
    // Lines that surely go on: a small letter begins the next.
    let broken = zip(text, text.dropFirst())
      .filter { LineBegin.beginsSmall($1.text) && Self.isFull($0, before: $1) }.map(\.0)
    let spread = broken.count { Self.reachesMargin($0) }
    spreads = broken.count >= 3 && spread * 5 > broken.count * 4
    linePitches = LinePitch.pitches(text) {
      LineBegin.beginsSmall($1.text) && Self.isFull($0, before: $1)
    }
    let atMargin = zip(text, text.dropFirst()).lazy.filter { above, line in
      line.left < line.margins.left + 0.6 * line.em
        && (LineBegin.endsSentence(above.text) || !Self.isFull(above, before: line))
    }.map(\.1.text)
    hasBulletsAtMargin = atMargin.contains(where: LineBegin.isBullet)
    hasUnitsAtMargin = atMargin.contains(where: LineBegin.opensUnit)
  }

  /// Whether the first word of the next line would have found no room on a line.
  private static func isFull(_ line: PageLine, before next: PageLine) -> Bool {
    let em = max(line.em, next.em)
    return line.right + 0.22 * em + next.firstWidth > line.margins.right - 0.3 * em
  }

  private static func reachesMargin(_ line: PageLine) -> Bool {
    line.right > line.margins.right - 1.5
  }

  /// The lines with the paragraphs joined.
  static func join(_ lines: [PageLine]) -> [PageLine] {
    var joiner = ParagraphJoiner(lines)
    for line in lines { joiner.add(line) }
    joiner.flush()
    return joiner.lines
  }

  private mutating func add(_ line: PageLine) {
    if line.style.zone != .body, paragraph != nil {
      between.append(line)
      return
    }
    guard !line.isRow else {
      flush()
      lines.append(line)
      return
    }
    guard var open = paragraph, continues(open, line) else {
      flush()
      paragraph = Paragraph(first: line, last: line, text: line.text)
      return
    }
    open.text += LineBegin.isCut(open.text, before: line.text) ? line.text : " " + line.text
    open.first.doubts += line.doubts
    open.first.style.bold = open.first.style.bold && line.style.bold
    open.first.style.italic = open.first.style.italic && line.style.italic
    open.first.style.centred = open.first.style.centred && line.style.centred
    if open.last.page == line.page { open.pitch = line.bottom - open.last.bottom }
    if open.continuation == nil, line.page == open.last.page { open.continuation = line.left }
    open.isSpread = open.isSpread && Self.reachesMargin(open.last)
    open.last = line
    paragraph = open
  }

  private mutating func flush() {
    if let paragraph {
      var line = paragraph.first
      line.text = paragraph.text
      line.bottom = paragraph.last.bottom
      lines.append(line)
    }
    paragraph = nil
    lines += between
    between = []
  }

  /// Whether the last line of a paragraph is not spread to the margin as those before it are.
  private func endsSpread(_ open: Paragraph) -> Bool {
    guard spreads, open.last.column == 0, open.isSpread, !open.last.style.centred,
      open.last.right < open.last.margins.right - 3
    else { return false }
    return open.continuation != nil || LineBegin.endsSentence(open.last.text)
  }

  /// Whether more room is between two lines than between those of a paragraph on their page.
  private func isParted(_ last: PageLine, _ line: PageLine) -> Bool {
    guard last.page == line.page, !LineBegin.beginsSmall(line.text),
      let usual = linePitches[line.page]
    else { return false }
    return line.bottom - last.bottom > 1.25 * usual && line.top - last.top > 1.25 * usual
  }

  /// How deep a first line may be indented, as a part of the width of the text.
  private static let deepestIndent = 0.45

  /// Whether a dash at the margin stands within a name that the line above begins: no bullet of the
  /// pages stands there, the line is full, and words with capitals stand on both sides.
  private func cutsName(_ last: PageLine, before line: PageLine) -> Bool {
    guard !hasBulletsAtMargin, let dash = line.text.first, dash == "-" || dash == "–",
      last.text.last?.isLetter == true, !spreads || Self.reachesMargin(last),
      let next = line.text.dropFirst().first(where: { $0 != " " })
    else { return false }
    return next.isUppercase
  }

  private func continues(_ open: Paragraph, _ line: PageLine) -> Bool {
    let last = open.last
    let em = max(last.em, line.em)
    let isNextPage = line.page == last.page + 1
    guard line.column == last.column, line.page == last.page || isNextPage else { return false }
    guard line.column == 0 || !isNextPage else { return false }
    // Margins of facing pages may differ.
    let shift = isNextPage ? line.margins.left - last.margins.left : 0
    let left = line.left - shift
    let isBelow = !isNextPage && line.style.centred && last.sharesMiddle(line)
    if isBelow, line.column == 0, LineBegin.isOpenNote(open.text),
      line.top - last.bottom < em
    {
      return true
    }
    guard Self.isFull(last, before: line) else { return false }
    if !isNextPage {
      let pitch = line.bottom - last.bottom
      guard pitch > 0, pitch < 2.6 * em else { return false }
      if let usual = open.pitch, pitch > 1.35 * usual { return false }
      // A blank line stands between them.
      if pitch > 1.7 * usualPitch { return false }
    }
    if endsSpread(open) || LineBegin.endsPlan(last.text) { return false }
    if LineBegin.namesUnit(line.text), LineBegin.endsSentence(last.text) { return false }
    guard abs(line.em - last.em) < 0.25 * em || line.text.utf8.count < 12 else { return false }
    // A title in capitals ends before what is not.
    guard !LineBegin.isTitle(open.text) || !LineBegin.hasSmallLetters(line.text) else {
      return false
    }
    if isNextPage, LineBegin.isTitle(line.text), LineBegin.hasSmallLetters(open.text) {
      return false
    }
    if LineBegin.isSymbol(last.text, cutBefore: line.text) { return true }
    if line.column != 0 {
      // Lines of the head and of a signature stand for themselves; a recipient may be long.
      return LineBegin.isBullet(open.first.text) && !LineBegin.endsSentence(last.text)
        && (LineBegin.continues(line.text)
          || !LineBegin.hasMarker(line.text) && abs(left - open.first.left) < 0.6 * em)
    }
    if !isNextPage, last.sharesMiddle(line), LineBegin.isNote(line.text) { return false }
    if isBelow, LineBegin.isTitle(open.text), LineBegin.continues(line.text) { return true }
    if last.style.centred || line.style.centred {
      // Lines of a title: both in the middle, of one type.
      return last.style.centred && line.style.centred && !isNextPage
        && last.style.bold == line.style.bold && LineBegin.continues(line.text)
        && !LineBegin.isNote(line.text)
        && (LineBegin.isCapital(last.text) || !LineBegin.isCapital(line.text))
    }
    let near = 0.6 * em
    // A last line seldom reaches the margin by itself.
    let goesOn = spreads && Self.reachesMargin(last)
    if open.first.left < left + near, isParted(last, line) { return false }
    if let continuation = open.continuation {
      guard abs(left - continuation) < near else { return false }
      // A block whose items are no sentences: "Căn cứ …;"
      if open.first.left < continuation + near, LineBegin.endsItem(last.text),
        !LineBegin.beginsSmall(line.text), !goesOn
      {
        return false
      }
      if open.first.left > continuation + near || LineBegin.continues(line.text) { return true }
      // "… quý" and "I."
      return !LineBegin.hasMarker(line.text)
        || goesOn && LineBegin.isMarkerAlone(line.text) && !LineBegin.endsSentence(last.text)
    }
    // The first line is indented and this one is not.
    if open.first.left > left + near {
      // A name that stands in the right half is no indented line.
      let measure = last.margins.right - last.margins.left
      if open.first.left > last.margins.left + Self.deepestIndent * measure { return false }
      if LineBegin.isBullet(line.text) { return cutsName(last, before: line) }
      return !LineBegin.opensUnit(line.text)
        || Self.reachesMargin(last) && !hasUnitsAtMargin
          && !LineBegin.endsSentence(last.text)
    }
    if left > open.first.left + near {
      // After a marker that hangs in the margin.
      return LineBegin.hasMarker(open.first.text) && abs(left - open.first.secondLeft) < near
        && !LineBegin.hasMarker(line.text)
    }
    // Both begin at one place: a block, or two paragraphs with the same indent.
    let isBlock = open.first.left < last.margins.left + near
    if isBlock {
      let ends = LineBegin.endsSentence(last.text) && !LineBegin.beginsSmall(line.text) && !goesOn
      return !LineBegin.hasMarker(line.text) && !ends
    }
    return LineBegin.continues(line.text) && !LineBegin.endsSentence(last.text)
  }
}
