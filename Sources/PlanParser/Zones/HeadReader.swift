import PlanModel
import PlanText

/// The head of a document (thể thức): bodies, motto, number, place and date, kind, title, note.
///
/// The head is read as one run of tokens: recognition and flattened columns put its parts in any
/// order and on any line. Phrases are found first; what is left in capitals names the bodies.
extension PlanReader {
  /// A part of the head that a phrase rule found.
  struct HeadPart {
    var match: RuleMatch
    var meaning: Meaning
    var span: ByteSpan
  }

  /// Reads the head; the result is the line at which the preamble begins.
  mutating func head() -> Int {
    guard let (above, end) = headExtent() else { return plainHead() }
    let from = headStart(after: above, before: end)
    for line in lines[..<from] { addFurniture(.portal, trimmedRaw(line)) }
    guard from < end else { return end }
    let region = ByteSpan(lines[from].content.start, lines[end - 1].raw.end)
    let tokens = allTokens(region)
    var parts = headParts(tokens)
    let kind = parts.firstIndex { $0.meaning == .kind }
    let plain = kind == nil ? plainKind(of: self.tokens(lines[end - 1].content)) : nil
    let kindStart = kind.map { parts[$0].span.start } ?? plain?.span?.start ?? region.end
    // What follows the kind is its title; phrases inside it tell nothing about the head, and a
    // stamp in a row of cells is one of these.
    parts.removeAll { part in
      part.span.start > kindStart
        && (part.meaning != .draftMark && part.meaning != .stamp
          || lines[from..<end].contains { $0.tabs > 0 && $0.content.contains(part.span) })
    }
    tell(parts, tokens)
    if let plain { plan.header.kind = plain }
    bodies(from: from, to: end, before: kindStart, parts)
    let subjects = parts.filter { $0.meaning == .subject }
    guard
      let kind = parts.first(where: { $0.meaning == .kind })?.span ?? plain?.span,
      kind.start == kindStart
    else {
      tell(subjects: subjects)
      return subjects.isEmpty ? bareTitle(from: end) : end
    }
    let next = lateHead(from: title(after: kind))
    tell(subjects: subjects)
    return next
  }

  /// Tells the lines "V/v …": the first is the title of a document that prints no other.
  private mutating func tell(subjects: [HeadPart]) {
    for subject in subjects {
      if plan.header.title.status == .absent {
        plan.header.title = HeaderField(
          text: folder.fold(subject.span), status: .present, span: subject.span,
          rule: traced(subject.match.rule))
      } else {
        addFurniture(.label, subject.span, rule: subject.match.rule)
      }
    }
  }

  // MARK: The extent of the head

  /// How many lines the head may have at most once its first line is known.
  private static let headLines = 40

  /// How many lines a web page may put between its own title and the head of the document.
  static let pageTitleReach = 30

  /// The line after the last that the head can reach, the line of the kind or of the last part,
  /// and how many lines stand above it with a web page's own title.
  private mutating func headExtent() -> (above: Int, end: Int)? {
    var above = 0
    var last: Int?
    var first: Int?
    for index in lines.indices {
      if let first, index > first + PlanReader.headLines { break }
      if first == nil, index > 600 { break }
      let line = lines[index]
      let tokens = tokens(line.content)
      if first == nil, isPageTitle(index, tokens) {
        above = index + 1
        continue
      }
      // A heading of the outline ends the head.
      if first != nil || index < PlanReader.headLines, lineMatch(.preamble, tokens) != nil { break }
      if let marker = marker(tokens), marker.family != .bullet, marker.value == 1 {
        if marker.family == .part || marker.family == .chapter { break }
        if line.capitals || marker.family == .article, first != nil || index < 3 { break }
        // "I. CĂN CỨ LẬP KẾ HOẠCH - Quyết định …": the title opens a line of running text.
        if marker.family == .roman, isTitle(marker, tokens) { break }
      }
      var found = false
      let (wide, next) = headTokens(at: index, tokens)
      for match in phrases(wide) where match.start < tokens.count {
        let end = match.end > tokens.count ? next : index + 1
        switch meaning(match) {
        case .number where isOthers(match, wide), .placeDate where isOthers(match, wide): continue
        case .motto, .number, .placeDate:
          found = true
          last = max(last ?? 0, end - 1)
        // "QUYẾT ĐỊNH:" decides; it is not the kind.
        case .kind
        where begins(match, wide, line, last != nil || found)
          && lineMatch(.decision, tokens) == nil:
          guard above == 0, last == nil, !found, headFollows(index) else {
            return (above, end)
          }
          above = index + 1
        default: continue
        }
      }
      if found { first = first ?? index }
      // "Kế hoạch" on a line of its own under number and date.
      if let last, last < index, plainKind(of: tokens) != nil { return (above, index + 1) }
    }
    return last.map { (above, $0 + 1) }
  }

  /// Whether a line is the title of a web page: it tells the number of the document, which its own
  /// head tells again below.
  private mutating func isPageTitle(_ index: Int, _ tokens: [Token]) -> Bool {
    guard index < PlanReader.pageTitleLines, let told = numberText(tokens, behindWords: true)
    else { return false }
    for line in lines[(index + 1)...].prefix(PlanReader.pageTitleReach) {
      if let own = numberText(self.tokens(line.content), behindWords: false) {
        // "SỐ 86/SCT-QLCN — HƯỚNG DẪN …": behind a dash the symbol seems to go on.
        return told.hasPrefix(own)
      }
    }
    return false
  }

  /// How many lines a web page has at most above the title of the document.
  private static let pageTitleLines = 8

  /// The number that stands among some tokens without blanks and marks between its parts; `nil`
  /// when none does, or when it stands elsewhere than asked for.
  private mutating func numberText(_ tokens: [Token], behindWords: Bool) -> String? {
    guard let match = phrases(tokens).first(where: { meaning($0) == .number }),
      (match.start > 0) == behindWords, capture("sequence", of: match, tokens) != nil
    else { return nil }
    return folder.fold(span(tokens, match.start..<match.end)).lowercased()
      .filter { $0 != " " && $0 != ":" && $0 != "." }
  }

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

  /// How many characters a line has at most that the border of a cell cut.
  private static let cellWidth = 40

  /// Whether the whole head, from the motto or number to the kind, stands below the kind at line
  /// `index`: that one is in the title of a web page.
  private mutating func headFollows(_ index: Int) -> Bool {
    let reach = index + 1..<min(lines.count, index + 1 + PlanReader.pageTitleReach)
    var known = false
    for line in lines[reach] {
      let tokens = tokens(line.content)
      if lineMatch(.preamble, tokens) != nil { return false }
      for match in phrases(tokens) {
        switch meaning(match) {
        case .motto, .number: known = true
        case .kind
        where known && (begins(match, tokens, line, false) || closesLine(match, tokens)):
          return true
        default: continue
        }
      }
      if known, plainKind(of: tokens) != nil { return true }
    }
    return false
  }

  /// Whether a kind stands where a head has it: at the beginning of a line or cell, or after
  /// other parts of the head, and not as a word of a sentence.
  private mutating func begins(
    _ match: RuleMatch, _ tokens: [Token], _ line: Line, _ known: Bool
  ) -> Bool {
    let start = Int(tokens[match.start].start)
    let leads =
      match.start == 0 || start == line.content.start
      || tokens[..<match.start].allSatisfy { $0.kind == .mark }
    if leads { return true }
    return known && !isInTitle(match, tokens) || line.width > 200 && !isBehindUnit(match, tokens)
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
  private mutating func headStart(after above: Int, before end: Int) -> Int {
    var first = above
    // Portal chrome is long; without it everything above belongs to the head.
    var found: Int?
    for index in above..<end where found == nil {
      let matches = phrases(tokens(lines[index].content))
      if matches.contains(where: {
        let meaning = meaning($0)
        return meaning == .motto || meaning == .number
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

  // MARK: Parts

  /// The parts of the head among all phrases, each the first and longest at its place.
  private mutating func headParts(_ tokens: [Token]) -> [HeadPart] {
    var parts: [HeadPart] = []
    var from = 0
    while let part = nextPart(tokens, from: from, after: parts) {
      // "V/v tổ chức ngày hội … Sơn Hà, ngày 03 tháng 4 năm 2026": the date ends the subject.
      if let last = parts.last, last.meaning == .subject, part.span.start < last.span.end {
        parts[parts.count - 1].span = Blank.trim(
          bytes, ByteSpan(last.span.start, part.span.start))
      }
      parts.append(part)
      from = part.match.end
    }
    return parts
  }

  /// The first part that begins at token `from` or after it.
  ///
  /// Phrases are looked for anew behind
  /// each part, so that a place's name does not begin inside a number's symbol.
  private mutating func nextPart(_ tokens: [Token], from: Int, after parts: [HeadPart]) -> HeadPart?
  {
    for match in phrases(tokens, from: from) {
      let meaning = meaning(match)
      switch meaning {
      case .motto, .stamp, .draftMark, .subject: break
      case .number, .placeDate:
        if parts.contains(where: { $0.meaning == meaning }) { continue }
        if isOthers(match, tokens) { continue }
      case .kind:
        // "Kế hoạch số 12" in a note is no kind; the kind is in capitals.
        guard tokens[match.start].shape.contains(.upper), stands(match, tokens, parts.count),
          !parts.contains(where: { $0.meaning == .kind })
        else { continue }
      default: continue
      }
      var part = HeadPart(
        match: match, meaning: meaning, span: span(tokens, match.start..<match.end))
      if meaning == .subject { part.span.end = lineEnd(part.span.start) }
      if meaning == .placeDate { part.span.start = placeStart(match, tokens) }
      if meaning == .number { part.span.end = initialsEnd(match, tokens) }
      return part
    }
    return nil
  }

  /// Whether a number or date belongs to a document that a title names: "Quyết định số
  /// 12/QĐ-UBND", "… NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22 THÁNG 12 NĂM 2024 …".
  private mutating func isOthers(_ match: RuleMatch, _ tokens: [Token]) -> Bool {
    var start = match.start
    if meaning(match) == .placeDate {
      if isInSentence(match, tokens) || isTime(match, tokens) { return true }
      let place = placeStart(match, tokens)
      while start + 1 < match.end, Int(tokens[start].start) < place { start += 1 }
    }
    let first = tokens[start]
    if !first.shape.contains(.capitalized) { return meaning(match) == .number }
    guard first.shape.contains(.upper), start > 0 else { return false }
    // In capitals throughout, inside a line: a head writes "Số: …" and "Sơn Hà, ngày …".
    let before = tokens[start - 1]
    let gap = bytes[Int(before.end)..<Int(first.start)]
    return before.kind != .mark && gap.allSatisfy { $0 == 0x20 } && gap.count < 3
      && markers.scalar(tokens[start + 1]) != 0x3A
  }

  /// Whether a sentence goes on before a date or behind it: "… hoàn thành trước ngày 05 tháng 12
  /// năm 2026", "… ngày 03 tháng 4 năm 2026 của Ủy ban nhân dân tỉnh".
  private mutating func isInSentence(_ match: RuleMatch, _ tokens: [Token]) -> Bool {
    let start = placeLine(match, tokens)
    let first = tokens[start]
    if start > 0, !first.shape.contains(.capitalized) {
      let before = tokens[start - 1]
      if before.kind == .syllable, !before.shape.contains(.upper),
        isNear(Int(before.end), Int(first.start))
      {
        return true
      }
    }
    var next = match.end
    var end = Int(tokens[next - 1].end)
    if next < tokens.count, tokens[next].kind == .mark, markers.scalar(tokens[next]) == 0x2C {
      end = Int(tokens[next].end)
      next += 1
    }
    guard next < tokens.count else { return false }
    let after = tokens[next]
    return after.kind == .syllable && !after.shape.contains(.capitalized)
      && isNear(end, Int(after.start))
  }

  /// Whether a blank at most stands between two places of a line.
  private func isNear(_ start: Int, _ end: Int) -> Bool {
    end - start <= 2 && bytes[start..<end].allSatisfy { $0 == 0x20 }
  }

  /// Where the place before a date begins: a body in capitals on its left is no part of it.
  private mutating func placeStart(_ match: RuleMatch, _ tokens: [Token]) -> Int {
    let line = placeLine(match, tokens)
    let start = Int(tokens[line].start)
    guard var place = capture("place", of: match, tokens) else { return start }
    place = max(place.lowerBound, line)..<place.upperBound
    let isName = { (token: Token) in
      token.shape.contains(.capitalized)
        && (!token.shape.contains(.upper) || token.shape.contains(.single))
    }
    guard
      let name = place.last(where: { !isName(tokens[$0]) && tokens[$0].shape.contains(.upper) }),
      name + 1 < place.upperBound
    else { return start }
    // "TP. Sơn Hà", "TX Sơn Hà": two letters without tone mark are short for what it is.
    let short = tokens[name].end - tokens[name].start == 2
    return Int(tokens[short ? name : name + 1].start)
  }

  /// Whether the kind stands at the beginning of a line or cell, or after another part.
  private mutating func stands(_ match: RuleMatch, _ tokens: [Token], _ parts: Int) -> Bool {
    guard match.start > 0, parts == 0 else { return !isInTitle(match, tokens) }
    let gap = bytes[Int(tokens[match.start - 1].end)..<Int(tokens[match.start].start)]
    return gap.contains { $0 == 0x0A || $0 == 0x09 } || gap.count > 3
      || tokens[match.start - 1].kind == .mark
  }

  /// The end of the line that holds `offset`, blanks cut off.
  private func lineEnd(_ offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x09, bytes[end] != 0x7C { end += 1 }
    return Blank.trimEnd(bytes, from: offset, to: end)
  }

  private mutating func tell(_ parts: [HeadPart], _ tokens: [Token]) {
    for part in parts {
      switch part.meaning {
      case .motto: addFurniture(.motto, part.span, rule: part.match.rule)
      case .stamp: addFurniture(.stamp, part.span, rule: part.match.rule)
      case .draftMark: addFurniture(.draftMark, part.span, rule: part.match.rule)
      case .subject: continue
      case .number: number(part, tokens)
      case .placeDate: placeDate(part, tokens)
      case .kind:
        plan.header.kind = KindField(
          text: folder.fold(part.span), code: value("code", of: part.match), status: .present,
          span: part.span, rule: traced(part.match.rule))
      default: continue
      }
    }
  }

  mutating func number(_ part: HeadPart, _ tokens: [Token]) {
    // "1 07": recognition cut the number in two.
    let sequence = capture("sequence", of: part.match, tokens).map { range in
      folder.fold(span(tokens, range)).filter { $0 != " " }
    }
    let symbol = capture("symbol", of: part.match, tokens).map { range -> String in
      // "62/KH- UBND": the symbol is one word.
      let initials = ByteSpan(Int(tokens[part.match.end - 1].end), part.span.end)
      return plainDashes(folder.fold(span(tokens, range)).filter { $0 != " " })
        + (initials.isEmpty ? "" : " " + folder.fold(initials))
    }
    // What stands there and cannot be read is no number to be filled in.
    let isBlank = sequence == nil && value("form", of: part.match) != "damaged"
    plan.header.number = NumberField(
      text: folder.fold(part.span), sequence: sequence, symbol: symbol,
      status: isBlank ? .blank : .present, span: part.span,
      rule: traced(part.match.rule))
  }

  /// A symbol with the dash that symbols are written with, whatever dash was typed.
  private func plainDashes(_ symbol: String) -> String {
    String(
      String.UnicodeScalarView(
        symbol.unicodeScalars.map { MarkerReader.bulletKind($0.value) == 0x2D ? "-" : $0 }))
  }

  mutating func placeDate(_ part: HeadPart, _ tokens: [Token]) {
    var dateStart = part.span.start
    if let place = capture("place", of: part.match, tokens) {
      var where_ = span(tokens, place)
      where_.start = max(where_.start, part.span.start)
      plan.header.place = HeaderField(
        text: folder.fold(where_), status: .present, span: where_, rule: traced(part.match.rule))
      var next = place.upperBound
      while next < part.match.end, tokens[next].kind == .mark { next += 1 }
      if next < part.match.end { dateStart = Int(tokens[next].start) }
    }
    let read = { (reader: inout PlanReader, name: String) -> Int? in
      reader.capture(name, of: part.match, tokens).flatMap { range in
        range.count == 1 ? reader.markers.number(tokens[range.lowerBound]) : nil
      }
    }
    let day = read(&self, "day")
    let month = read(&self, "month")
    let year = read(&self, "year")
    let dateSpan = ByteSpan(dateStart, part.span.end)
    let value = HeadDate.value(day: day, month: month, year: year)
    plan.header.date = DateField(
      text: folder.fold(dateSpan), value: value,
      status: value?.utf8.count == 10 ? .present : .blank, span: dateSpan,
      rule: traced(part.match.rule))
    if let day, let month, let year, !HeadDate.exists(day: day, month: month, year: year) {
      diagnose(
        .dateInvalid, .document, .warning,
        "the calendar has no such date; check day and month", dateSpan, node: "header")
    }
  }
}
