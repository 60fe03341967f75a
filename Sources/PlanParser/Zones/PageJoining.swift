import PlanModel
import PlanText

/// Units that the end of a page or line cuts in two, where the second half begins with a capital, a
/// number or a dash.
extension PlanReader {
  /// How many lines may stand between the halves.
  private static let widestEdge = 12
  /// How many characters a first bullet has at least that a page cut.
  private static let cutWidth = 32
  /// How far back the unit beside one is looked for.
  private static let farthestSibling = 40

  /// Whether a page ends between a unit and a line: its number stands there, or what each page
  /// repeats.
  func turnsPage(_ last: Draft, before line: Line) -> Bool {
    if line.pageBefore { return true }
    guard line.number > last.lastLine + 1, line.number <= last.lastLine + Self.widestEdge else {
      return false
    }
    return (last.lastLine + 1..<line.number).contains { pages.edges.contains($0) }
  }

  /// Whether a unit that has no closing mark goes on behind the end of its page: those beside it
  /// have one, or the line stands at the margin as the unit's last line does and its first does not.
  mutating func runsOverPage(_ last: Draft, to line: Line, _ tokens: [Token], _ zone: Zone) -> Bool
  {
    guard last.ending == .open, !last.capitals, !last.bold, !line.capitals, !line.bracketed,
      line.tabs == 0, !line.pipe, !line.gapped, line.ended, let piece = last.pieces.last,
      !isBareTitle(piece), !opensText(line, tokens)
    else { return false }
    if last.pieces.count > 1, line.indent == last.lastIndent, line.indent < last.indent {
      return true
    }
    guard let marker = last.marker else { return false }
    let before = zone.drafts.dropLast().suffix(Self.farthestSibling)
    let beside = before.last { $0.parent == last.parent && $0.marker?.family == marker.family }
    if let beside { return beside.ending == .stop || beside.ending == .semicolon }
    // The first bullet of a list is no title: those of other lists tell whether it has ended.
    guard marker.family == .bullet, last.lastWidth >= Self.cutWidth else { return false }
    return before.last { $0.marker?.family == .bullet }.map { $0.ending != .open } ?? true
  }

  /// Whether a number or numeral ends what the line above counts.
  ///
  /// "… Đại hội lần thứ" / "II. Các thôn …".
  mutating func isCounted(_ marker: Marker, _ line: Line, _ zone: Zone) -> Bool {
    if endsListed(marker, line, zone) { return true }
    guard [.roman, .number, .lower, .upper].contains(marker.family), marker.style != 0x28,
      !line.capitals, let last = zone.drafts.last, last.open, last.ending == .open, !last.capitals,
      line.blanksBefore == 0 || turnsPage(last, before: line),
      let match = match(.counted, endOf: last, least: 16)
    else { return false }
    if value("sure", of: match) == "yes" { return true }
    guard last.lastWidth >= PlanReader.classWidth, !zone.outline.expects(marker) else {
      return false
    }
    return marker.family == .number && value("next", of: match) == "yes" && marker.value > 1
  }

  /// Whether a number with nothing behind it is the last of those that a full line lists: "… vào các
  /// tháng 3, 6, 9," / "12.".
  private func endsListed(_ marker: Marker, _ line: Line, _ zone: Zone) -> Bool {
    guard marker.family == .number, marker.textStart >= line.content.end, line.blanksBefore == 0,
      let last = zone.drafts.last, last.open, last.ending == .comma, let piece = last.pieces.last,
      last.lastWidth >= PlanReader.classWidth
    else { return false }
    let before = bytes[piece.start..<piece.end].dropLast().last
    return before.map { $0.isDigit } == true
  }

  /// Whether a dash joins the words that end a piece and those that begin a text to one term:
  /// "… quốc phòng" / "- an ninh"; of a name with capitals, "… Sở Lao động" / "- Thương binh …".
  mutating func joins(_ piece: ByteSpan, behindDash text: ByteSpan) -> Bool {
    guard text.start < text.end else { return false }
    let isLower = LetterCase(Scalars.decode(bytes, at: text.start).scalar) == .lower
    let (left, right) = (allTokens(piece).suffix(2), tokens(text).prefix(2))
    guard left.count == 2, right.count == 2 else { return false }
    let words = [Array(left), Array(right)].map { raw(span($0, 0..<2)) }
    return lineMatches(of: words[0] + " - " + words[1]).contains {
      meaning($0) == .joiner && (isLower || value("strong", of: $0) == "name")
    }
  }
}
