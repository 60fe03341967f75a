import PlanModel
import PlanText

/// Which lines the head of a document has: from its first body down to the kind, or to the last part
/// where none is printed.
extension PlanReader {
  /// How many lines the head may have at most once its first line is known.
  private static let headLines = 40

  /// The line after the last that the head can reach, the line of the kind or of the last part,
  /// and how many lines stand above it with a web page's own title.
  mutating func headExtent() -> (above: Int, end: Int)? {
    var above = 0
    var last: Int?
    var first: Int?
    var label: Int?
    var noted = 0
    for index in lines.indices where index >= above {
      if let first, index > first + PlanReader.headLines { break }
      if first == nil, index > 600 { break }
      let line = lines[index]
      let tokens = tokens(line.content)
      if first == nil,
        isPageTitle(index, tokens) || isPageClock(index, above, tokens)
          || index < PlanReader.pageTitleReach && endsPortal(tokens) && headBegins(below: index)
      {
        above = index + 1
        continue
      }
      if first == nil, isLabelAlone(line, tokens) { label = index }
      let labelled = label != nil
      // Under the title of an appendix its note names the plan that it belongs to.
      if first == nil, let label, let note = noteEnd(at: index, tokens) {
        if lines[(label + 1)..<index].contains(where: \.capitals) { break }
        noted = note
      }
      if index < noted { continue }
      // A heading of the outline ends the head.
      if first != nil || index < PlanReader.headLines, opensSentence(tokens, first == nil),
        lineMatch(.preamble, tokens) != nil
      {
        // "Họ và tên giáo viên: …" above the kind is a line of the head.
        if first != nil, isField(tokens), kindFollows(index) { continue }
        guard first == nil, mottoFollows(index) else { break }
        above = index + 1
        continue
      }
      if let marker = marker(tokens), marker.family != .bullet, marker.value == 1,
        !lineMatches(tokens).contains(where: { meaning($0) == .portal })
      {
        if marker.family == .part || marker.family == .chapter { break }
        if line.capitals || marker.family == .article, first != nil || index < 3 { break }
        // "I. CĂN CỨ LẬP KẾ HOẠCH - Quyết định …": the title opens a line of running text.
        if marker.family == .roman, isTitle(marker, tokens) { break }
      }
      var found = false
      let (wide, next) = headTokens(at: index, tokens)
      let matches = phrases(wide)
      for match in matches where match.start < tokens.count {
        let end = match.end > tokens.count ? next : index + 1
        switch meaning(match) {
        case .number where isOthers(match, wide), .placeDate where isOthers(match, wide): continue
        case .motto where namesState(match, wide): continue
        case .motto, .number, .placeDate:
          found = true
          last = max(last ?? 0, end - 1)
        // "V/v …" under the row with number and date.
        case .subject where match.start == 0 && last == index - 1 && line.tabs == 0:
          last = subjectLine(below: index)
        // "QUYẾT ĐỊNH:" decides; it is not the kind.
        case .kind
        where begins(match, wide, line, last != nil || found, poured: !labelled)
          && lineMatch(.decision, tokens) == nil && !isInName(match, wide, matches):
          guard index < PlanReader.pageTitleReach, last == nil, !found, headFollows(index) else {
            return (above, end)
          }
          above = pageTitleEnd(from: index)
        default: continue
        }
      }
      if found { first = first ?? index }
      // "Kế hoạch" on a line of its own under number and date.
      if let last, last < index, plainKind(of: tokens) != nil,
        !tokens.allSatisfy({ $0.shape.contains(.upper) })
      {
        return (above, index + 1)
      }
    }
    return last.map { (above, $0 + 1) }
  }

  /// Whether a line is the label of an appendix: a long line below it is its title, not a head that
  /// was poured into one.
  private mutating func isLabelAlone(_ line: Line, _ tokens: [Token]) -> Bool {
    guard line.width < PlanReader.cellWidth, line.tabs == 0, !line.pipe,
      let match = lineMatch(.appendix, tokens)
    else { return false }
    return match.end >= tokens.count
  }

  /// Whether a line is a field of a personal plan.
  private mutating func isField(_ tokens: [Token]) -> Bool {
    lineMatch(.preamble, tokens).map { value("fields", of: $0) == "yes" } ?? false
  }

  /// How many lines below the first field of a person the kind stands at most.
  private static let fieldLines = 6

  /// Whether the kind in capitals opens one of the next lines.
  private mutating func kindFollows(_ index: Int) -> Bool {
    lines[(index + 1)...].prefix(PlanReader.fieldLines).contains { line in
      let tokens = tokens(line.content)
      return tokens.first?.shape.contains(.upper) == true
        && phrases(tokens, startingBefore: 1).contains { meaning($0) == .kind }
    }
  }

  /// Whether a line may open a sentence: where no part of the head is known yet, a body in capitals
  /// opens a head on one line ("BỘ NỘI VỤ Số: 16/QĐ-BNV … QUYẾT ĐỊNH BAN HÀNH KẾ HOẠCH …").
  private func opensSentence(_ tokens: [Token], _ isFirst: Bool) -> Bool {
    !isFirst || !tokens.prefix(2).allSatisfy { $0.shape.contains(.upper) }
  }

  /// How many characters a line has at most that the border of a cell cut.
  private static let cellWidth = 40

  /// The tokens of a line of the head, with those of the next where a narrow cell cut it
  /// ("ngày 02 tháng 01 năm" / "2026", "KẾ" / "HOẠCH"), and the line after them.
  private mutating func headTokens(at index: Int, _ tokens: [Token]) -> ([Token], next: Int) {
    let next = index + 1
    guard lines[index].width <= PlanReader.cellWidth, next < lines.count,
      lines[next].blanksBefore == 0, lines[next].width <= PlanReader.cellWidth,
      lines[next].tabs == 0, marker(self.tokens(lines[next].content)) == nil
    else { return (tokens, next) }
    let both = allTokens(ByteSpan(lines[index].content.start, lines[next].content.end))
    return both.count > tokens.count ? (both, next + 1) : (tokens, next)
  }

  /// Whether a kind stands where a head has it: at the beginning of a line or cell, or after
  /// other parts of the head, and not as a word of a sentence.
  mutating func begins(
    _ match: RuleMatch, _ tokens: [Token], _ line: Line, _ known: Bool, poured: Bool = true
  ) -> Bool {
    let start = Int(tokens[match.start].start)
    let leads =
      match.start == 0 || start == line.content.start
      || tokens[..<match.start].allSatisfy { $0.kind == .mark }
    if leads || line.number == lines[0].number && followsBody(match, tokens) { return true }
    return known && !isInTitle(match, tokens)
      || poured && line.width > 200 && !isBehindUnit(match, tokens)
  }

  /// How many words a body has at most before the kind on its line.
  private static let bodyWords = 24

  /// Whether the words in capitals before a kind name a body, which ends there, and nothing else:
  /// "TRƯỜNG TIỂU HỌC NÀ KHOAI KẾ HOẠCH NĂM HỌC", but not "SỞ KẾ HOẠCH VÀ ĐẦU TƯ".
  mutating func followsBody(_ match: RuleMatch, _ tokens: [Token]) -> Bool {
    guard (3...PlanReader.bodyWords).contains(match.start), match.end < tokens.count,
      tokens[match.start - 1].kind != .mark,
      tokens[match.end].shape.contains(.spaced), tokens[match.end].kind != .mark,
      lineMatch(.joiner, [tokens[match.end]]) == nil, !isInTitle(match, tokens)
    else { return false }
    let before = tokens[..<match.start]
    guard before.allSatisfy({ $0.kind == .mark || $0.shape.contains(.upper) }) else { return false }
    return phrases(Array(before)).contains {
      meaning($0) == .organisation && $0.start == 0 && $0.end <= match.start
        && value("head", of: $0) != "no"
    }
  }

  /// Whether the first numeral of an outline stands before a match on its line.
  private mutating func isBehindUnit(_ match: RuleMatch, _ tokens: [Token]) -> Bool {
    tokens.indices.prefix(match.start).contains { index in
      guard tokens[index].shape.contains(.roman), let marker = markers.read(tokens, from: index)
      else { return false }
      return marker.family == .roman && marker.value == 1 && isTitle(marker, tokens)
    }
  }

  /// Whether the first two words behind a marker are in capitals.
  private func isTitle(_ marker: Marker, _ tokens: [Token]) -> Bool {
    let words = tokens.filter { Int($0.start) >= marker.textStart && $0.kind == .syllable }
    return words.count > 1 && words.prefix(2).allSatisfy { $0.shape.contains(.upper) }
  }

  /// The first line of the head: bodies in capitals stand above its first part.
  mutating func headStart(after above: Int, before end: Int) -> Int {
    var first = above
    // Portal chrome is long; without it everything above belongs to the head.
    var found: Int?
    for index in above..<end where found == nil {
      let tokens = tokens(lines[index].content)
      let matches = phrases(tokens)
      if matches.contains(where: {
        let meaning = meaning($0)
        return meaning == .motto && !namesState($0, tokens) || meaning == .number
      }) {
        found = index
      }
    }
    guard let found, above > 0 || found > 12 else { return first }
    first = found
    while first > above, found - first < 6, lines[first - 1].capitals || lines[first - 1].bare {
      first -= 1
    }
    while first < found, lines[first].bare { first += 1 }
    return first
  }
}
