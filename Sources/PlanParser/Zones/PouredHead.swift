import PlanModel
import PlanText

/// A head that was poured into the line of what a web page puts before it: "… Người ký Trần Văn Sơn
/// Lĩnh vực Tài chính ỦY BAN NHÂN DÂN XÃ SƠN HÀ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM …".
extension PlanReader {
  /// Among how many lines the motto is looked for, and how many bytes before and behind it.
  private static let (pageLines, pageBytes) = (40, 4_000)

  /// How many words behind the motto the number, the date or the kind has to follow it.
  private static let headReach = 60

  /// Parts a head that was poured into running lines from what stands before it, and from the title
  /// in capitals behind it where no kind opens that.
  mutating func partPouredHead() {
    guard let motto = pouredMotto() else { return }
    let before = max(lines[0].content.start, motto.start - PlanReader.pageBytes)
    let behind = min(lines[lines.count - 1].content.end, motto.end + PlanReader.pageBytes)
    let tokens = allTokens(aligned(ByteSpan(before, behind)))
    // What is looked for below stands near the motto, or behind what does.
    let mottoEnd = tokens.firstIndex { Int($0.start) >= motto.end } ?? tokens.count
    let reach = PlanReader.headReach + PlanReader.kindReach + Matcher.longestPhrase
    let found = phrases(tokens, startingBefore: mottoEnd + reach)
    guard
      let match = found.first(where: {
        meaning($0) == .motto && Int(tokens[$0.start].start) == motto.start
      }), headGoesOn(behind: match, found)
    else { return }
    let bodies = bodiesStart(above: match, found, tokens)
    if let title = titleWithoutKind(behind: match, found, tokens) {
      for index in [title.upperBound, title.lowerBound] { cut(at: Int(tokens[index].start)) }
      join(from: Int(tokens[bodies ?? match.start].start), to: Int(tokens[title.lowerBound].start))
    }
    guard let bodies, bodies > 0 else { return }
    let place = Int(tokens[bodies].start)
    let row = row(at: place)
    let line = lines[row]
    guard line.content.start < place, !opensUnit(before: bodies, tokens), !isSeal(row) else {
      return
    }
    for above in lines[..<row] { addFurniture(.portal, trimmedRaw(above)) }
    addFurniture(.portal, Blank.trim(bytes, ByteSpan(line.content.start, place)))
    lines[row] = LineReader.piece(of: line, from: place, to: line.content.end, bytes)
    lines.removeSubrange(..<row)
  }

  /// Parts the line that holds an offset there in two.
  mutating func cut(at offset: Int) {
    let row = row(at: offset)
    let line = lines[row]
    guard line.content.start < offset, offset < line.content.end else { return }
    var rest = LineReader.piece(
      of: line, from: offset, to: line.content.end, bytes, poured: true)
    rest.blanksBefore = 0
    rest.cut = true
    lines[row] = LineReader.piece(of: line, from: line.content.start, to: offset, bytes)
    lines.insert(rest, at: row + 1)
  }

  /// Joins the lines from one offset up to another, between which a date may be broken.
  private mutating func join(from start: Int, to end: Int) {
    let (first, last) = (row(at: start), row(at: end) - 1)
    guard first < last else { return }
    lines.replaceSubrange(first...last, with: [line(of: first..<(last + 1))])
  }

  /// The first motto of a document, where it stands in a line that may be running text and no first
  /// unit stands above it.
  private mutating func pouredMotto() -> ByteSpan? {
    for row in lines.indices.prefix(PlanReader.pageLines) {
      let line = lines[row]
      if line.tabs > 0 || line.pipe { return nil }
      if row > 0, opensText(self.tokens(line.content)) { return nil }
      let first = ByteSpan(
        line.content.start, min(line.content.end, line.content.start + PlanReader.pageBytes))
      let tokens =
        first.count > PlanReader.prefix ? allTokens(aligned(first)) : self.tokens(line.content)
      guard let motto = phrases(tokens).first(where: { meaning($0) == .motto }) else { continue }
      return span(tokens, motto.start..<motto.end)
    }
    return nil
  }

  /// A span that begins and ends between characters.
  private func aligned(_ given: ByteSpan) -> ByteSpan {
    var span = given
    while span.start < span.end, bytes[span.start] & 0xC0 == 0x80 { span.start += 1 }
    while span.end < bytes.count, span.end > span.start, bytes[span.end] & 0xC0 == 0x80 {
      span.end -= 1
    }
    return span
  }

  /// The line that holds an offset.
  private func row(at offset: Int) -> Int {
    lines.firstIndex { offset < $0.content.end } ?? lines.count - 1
  }

  /// The title in capitals, or who decides, or the subject, that follows the number and date of a
  /// head on their line where no kind does; empty where the text does.
  private mutating func titleWithoutKind(
    behind motto: RuleMatch, _ found: [RuleMatch], _ tokens: [Token]
  ) -> Range<Int>? {
    var start = motto.end
    for match in found where match.start < motto.end + PlanReader.headReach {
      switch meaning(match) {
      case .motto, .number, .placeDate:
        if !isOthers(match, tokens) { start = max(start, match.end) }
      default: continue
      }
    }
    guard start < tokens.count, tokens[start - 1].kind == .number,
      isNear(Int(tokens[start - 1].end), Int(tokens[start].start)),
      tokens[start].shape.contains(.capitalized),
      !found.contains(where: {
        (start...(start + PlanReader.kindReach)).contains($0.start) && meaning($0) == .kind
          && tokens[$0.start].shape.contains(.upper) && !decides($0, tokens)
      })
    else { return nil }
    if let text = textStart(behind: start, tokens) { return start..<text }
    var end = start
    while end < tokens.count, tokens[end].kind != .syllable || tokens[end].shape.contains(.upper) {
      end += 1
    }
    guard end < tokens.count, tokens[end].shape.contains(.capitalized) else { return nil }
    while end > start, tokens[end - 1].kind == .mark { end -= 1 }
    return tokens[start..<end].count { $0.kind == .syllable } > 2 ? start..<end : nil
  }

  /// Within how many words behind number and date a kind stands, and a subject ends.
  private static let (kindReach, subjectReach) = (2, 80)

  /// Where the text of a letter begins behind its date, or behind the subject that follows it.
  private mutating func textStart(behind start: Int, _ tokens: [Token]) -> Int? {
    let isSubject = phrases(tokens, from: start, startingBefore: start + 1).contains {
      meaning($0) == .subject
    }
    let reach = isSubject ? PlanReader.subjectReach : 1
    return (start..<min(tokens.count, start + reach)).first { index in
      tokens[index].shape.contains(.capitalized)
        && lineMatch(.preamble, tokens, from: index).map {
          value("inline", of: $0) == "yes" || index == start
        } ?? false
    }
  }

  /// Whether a line opens the text of a document, which no page stands above.
  private mutating func opensText(_ tokens: [Token]) -> Bool {
    if lineMatch(.preamble, tokens) != nil { return true }
    guard let marker = marker(tokens) else { return false }
    return marker.value == 1 && (marker.family == .roman || marker.family == .article)
  }

  /// Whether the first unit of a text in capitals, or its first article, stands before a token.
  private mutating func opensUnit(before end: Int, _ tokens: [Token]) -> Bool {
    tokens[..<end].indices.contains { index in
      guard tokens[index].shape.contains([.capitalized, .spaced]) || index == 0,
        let marker = marker(Array(tokens[index..<min(end, index + 8)])), marker.value == 1,
        marker.family == .roman || marker.family == .article,
        let text = tokens[index..<end].first(where: { Int($0.start) >= marker.textStart })
      else { return false }
      return text.shape.contains(marker.family == .roman ? .upper : .capitalized)
    }
  }

  /// Whether the rest of a head follows the motto.
  private func headGoesOn(behind motto: RuleMatch, _ found: [RuleMatch]) -> Bool {
    found.contains { match in
      guard match.start < motto.end + PlanReader.headReach else { return false }
      switch meaning(match) {
      case .number, .placeDate: return true
      case .kind: return match.start >= motto.end
      default: return false
      }
    }
  }

  /// Where the bodies in capitals begin that stand before the motto, or before the number that does;
  /// `nil` where none do.
  private mutating func bodiesStart(
    above motto: RuleMatch, _ found: [RuleMatch], _ tokens: [Token]
  ) -> Int? {
    var limit = motto.start
    if let number = found.last(where: { meaning($0) == .number && $0.end <= limit }),
      !tokens[number.end..<limit].contains(where: {
        $0.kind == .syllable && $0.shape.contains(.spaced)
      })
    {
      limit = number.start
    }
    var start = limit
    while start > 0, isOfBody(tokens[start - 1]) { start -= 1 }
    while start < limit, tokens[start].kind != .syllable { start += 1 }
    let isKind = found.contains { $0.start == start && meaning($0) == .kind }
    let offset = Int(tokens[start].start)
    guard tokens[start].shape.contains(.spaced),
      isKind || lines[row(at: offset)].content.start < offset
    else { return nil }
    let bodies = found.filter { match in
      meaning(match) == .organisation && match.start >= start && match.end <= limit
        && value("head", of: match) != "no"
    }
    // "KẾ HOẠCH HOẠT ĐỘNG NĂM HỌC 2030-2031 TRƯỜNG …": the title of the page ends in a year.
    if isKind {
      return bodies.first { tokens[$0.start - 1].kind == .number }?.start
    }
    // "… khóa XX ỦY BAN NHÂN DÂN": a numeral belongs to what stands before.
    guard let first = bodies.first(where: { tokens[$0.start].shape.contains(.spaced) })?.start
    else { return nil }
    return first - start <= PlanReader.numeralReach ? first : start
  }

  /// How many words in capitals of what stands before may touch the first body.
  private static let numeralReach = 2

  /// Whether a token may stand in the names of bodies in capitals.
  private func isOfBody(_ token: Token) -> Bool {
    switch token.kind {
    case .syllable: token.shape.contains(.upper)
    case .number: true
    case .mark: ![0x3A, 0x3B, 0x21, 0x3F, 0x3E, 0x7C, 0xBB].contains(markers.scalar(token))
    }
  }
}
