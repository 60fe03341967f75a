import PlanModel
import PlanText

/// What recognition made of specks in the text: lines of their own, and signs at the ends of lines.
///
/// "… chủ trì, phối" / "S)" / "hợp với …", "trước ngày" / "_ 30/6/2031", "1. Văn phòng Sở ñ".
extension PlanReader {
  /// How wide a line is at least that stands beside no cell of a table, in characters.
  private static let textWidth = 20
  /// How wide a line is at least that its page may have cut.
  private static let cutWidth = 40
  /// Among how many units before a label the one that it goes on with is looked for.
  private static let seriesReach = 60

  /// Takes what specks left on line `index` as noise; `true` when nothing else stands on it.
  mutating func takesScraps(at index: Int, _ zone: Zone) -> Bool {
    let line = lines[index]
    guard wrap.isFlush, !folder.markdown, text.recognition != nil || text.styles.isEmpty,
      line.tabs == 0, !line.pipe, line.table == 0, !line.content.isEmpty
    else { return false }
    if line.width <= 2 {
      guard isScrapLine(at: index, zone) else { return false }
      addFurniture(.noise, line.content)
      return true
    }
    let start = textStart(line, zone.drafts.last)
    let end = textEnd(at: index)
    guard start < end, start > line.content.start || end < line.content.end else { return false }
    for cut in [ByteSpan(line.content.start, start), ByteSpan(end, line.content.end)]
    where !Blank.trim(bytes, cut).isEmpty {
      addFurniture(.noise, Blank.trim(bytes, cut))
    }
    lines[index] = LineReader.piece(of: line, from: start, to: end, bytes)
    return false
  }

  // MARK: Lines

  /// Whether line `index` is a letter or a digit that nothing goes on with and that labels nothing.
  private mutating func isScrapLine(at index: Int, _ zone: Zone) -> Bool {
    guard index + 1 < lines.count, let last = zone.drafts.last else { return false }
    let next = lines[index + 1]
    let tokens = tokens(lines[index].content)
    guard let first = tokens.first, tokens.count <= 2, next.tabs == 0, !next.pipe else {
      return false
    }
    if tokens.allSatisfy({ $0.kind == .mark }) {
      return tokens.count == 2 && MarkerReader.bulletKind(markers.scalar(first)) == 0x2D
        && markers.scalar(tokens[1]) == 0x2E
    }
    let isLabel = tokens.count == 2 && [0x29, 0x2E].contains(markers.scalar(tokens[1]))
    // A number alone is that of a page.
    guard first.shape.contains(.single) || isLabel && first.kind == .number else { return false }
    guard tokens.count == 1 || isLabel, !isLabel || !isDue(first, in: zone) else { return false }
    if next.startsLower, last.ending == .open || last.ending == .comma,
      last.marker != nil || isLabel,
      markers.read(self.tokens(next.content)) == nil
    {
      lines[index + 1].blanksBefore = 0
      return true
    }
    if isLabel { return marker(self.tokens(next.content)) != nil }
    return first.kind == .syllable && next.width >= Self.textWidth
      && last.lastWidth >= Self.textWidth && index > 0
      && lines[index - 1].width >= Self.textWidth
  }

  /// Whether a number or a letter may label the next unit: the first of a series, or the one behind
  /// a unit shortly before.
  private func isDue(_ label: Token, in zone: Zone) -> Bool {
    let scalar = Scalars.decode(bytes, at: Int(label.start)).scalar
    let value =
      label.kind == .number
      ? markers.number(label) : Letters.value(scalar < 0x80 ? scalar | 0x20 : scalar)
    guard let value, value != 1 else { return true }
    return zone.drafts.suffix(Self.seriesReach).contains { draft in
      guard let marker = draft.marker, marker.family != .bullet else { return false }
      return marker.value == value - 1
        || label.kind == .syllable && Letters.follows(marker.value, value)
    }
  }

  // MARK: Ends of lines

  /// Where the text of a line begins behind a scrap.
  private mutating func textStart(_ line: Line, _ last: Draft?) -> Int {
    let start = line.content.start
    var offset = start
    var signs = 0
    while signs < 2, offset < line.content.end {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      guard Self.isSign(scalar) || signs == 0 && MarkerReader.bulletKind(scalar) == 0x2D else {
        break
      }
      signs += 1
      offset += length
      if Self.isSign(scalar) { break }
    }
    // "trước ngày" / "_ 30/6/2031", "ngăn" / "-_ chặn".
    if signs > 0, Self.isSign(UInt32(bytes[offset - 1])), let last, last.ending == .open,
      line.blanksBefore == 0, last.lastWidth >= Self.cutWidth
    {
      let text = Blank.trimStart(bytes, from: offset, to: line.content.end)
      guard text < line.content.end else { return start }
      let (next, _) = Scalars.decode(bytes, at: text)
      return LetterCase(next) == .lower || next.isDigit ? text : start
    }
    return closingStart(line) ?? start
  }

  /// Where the closing of a plan begins behind a sign or a letter: "Ẫ Trên đây là …".
  private mutating func closingStart(_ line: Line) -> Int? {
    let (scalar, length) = Scalars.decode(bytes, at: line.content.start)
    let next = line.content.start + length
    guard SpeckledNumber.isSpeck(scalar) || LetterCase(scalar) != .none && scalar >= 0x80,
      next < line.content.end, bytes[next] == 0x20
    else { return nil }
    let text = Blank.trimStart(bytes, from: next, to: line.content.end)
    guard LetterCase(Scalars.decode(bytes, at: text).scalar) == .upper,
      lineMatch(.closing, tokens(ByteSpan(text, line.content.end))) != nil
    else { return nil }
    return text
  }

  /// Where the text of line `index` ends before a scrap: a letter that is no word, or marks that
  /// the sentence goes on behind.
  private func textEnd(at index: Int) -> Int {
    let line = lines[index]
    var offset = line.content.end - 1
    while offset > line.content.start, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    guard offset > line.content.start + 2 else { return line.content.end }
    let (scalar, length) = Scalars.decode(bytes, at: offset)
    if offset + length == line.content.end, Self.isNoWord(scalar), bytes[offset - 1] == 0x20 {
      return Blank.trimEnd(bytes, from: line.content.start, to: offset)
    }
    // "thực hiện giám .." / "sát và đánh giá".
    guard line.width >= Self.cutWidth, index + 1 < lines.count, lines[index + 1].startsLower,
      !Wrap.isLabelled(lines[index + 1], bytes)
    else { return line.content.end }
    offset = line.content.end
    while offset > line.content.start, line.content.end - offset < 3,
      bytes[offset - 1] == UInt8(ascii: ".") || Self.isSign(UInt32(bytes[offset - 1]))
    {
      offset -= 1
    }
    guard offset < line.content.end, bytes[offset - 1] == 0x20 else { return line.content.end }
    let end = Blank.trimEnd(bytes, from: line.content.start, to: offset)
    let isLetter = bytes[end - 1] >= 0x80 || (0x61...0x7A).contains(bytes[end - 1] | 0x20)
    return isLetter ? end : line.content.end
  }

  /// Whether a mark is one that nobody prints: "_", "`", "~", "^", "|" or a backslash.
  private static func isSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5F, 0x60, 0x7E, 0x5E, 0x7C, 0x5C: true
    default: false
    }
  }

  /// Whether a letter is no Vietnamese one, or no word alone: ñ ø š ž ï, ẫ ẵ ẳ ì í ĩ ị.
  private static func isNoWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xD1, 0xF1, 0xD8, 0xF8, 0x160, 0x161, 0x17D, 0x17E, 0xCF, 0xEF, 0x1EAA...0x1EAB,
      0x1EB2...0x1EB5, 0xCC...0xCD, 0xEC...0xED, 0x128...0x129, 0x1ECA...0x1ECB:
      true
    default: false
    }
  }
}
