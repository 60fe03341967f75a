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
    guard let (above, end) = headExtent() else { return 0 }
    let from = headStart(after: above, before: end)
    for line in lines[..<from] { addFurniture(.portal, trimmedRaw(line)) }
    guard from < end else { return end }
    let region = ByteSpan(lines[from].content.start, lines[end - 1].raw.end)
    let tokens = allTokens(region)
    var parts = headParts(tokens)
    let kind = parts.firstIndex { $0.meaning == .kind }
    let kindStart = kind.map { parts[$0].span.start } ?? region.end
    // What follows the kind is its title; phrases inside it tell nothing about the head.
    parts.removeAll {
      $0.span.start > kindStart && $0.meaning != .draftMark && $0.meaning != .stamp
    }
    tell(parts, tokens)
    bodies(from: from, to: end, before: kindStart, parts)
    let subjects = parts.filter { $0.meaning == .subject }
    guard let kind = parts.first(where: { $0.meaning == .kind }), kind.span.start == kindStart
    else {
      tell(subjects: subjects)
      return end
    }
    let next = lateHead(from: title(after: kind.span))
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
  private static let pageTitleReach = 30

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
      // A heading of the outline ends the head.
      if first != nil || index < PlanReader.headLines, lineMatch(.preamble, tokens) != nil { break }
      if let marker = marker(tokens), marker.family != .bullet, marker.value == 1 {
        if marker.family == .part || marker.family == .chapter { break }
        if line.capitals || marker.family == .article, first != nil || index < 3 { break }
      }
      var found = false
      for match in phrases(tokens) {
        switch meaning(match) {
        case .motto, .number, .placeDate: found = true
        // "QUYẾT ĐỊNH:" decides; it is not the kind.
        case .kind
        where begins(match, tokens, line, last != nil || found)
          && lineMatch(.decision, tokens) == nil:
          guard above == 0, last == nil, !found, headFollows(index) else {
            return (above, index + 1)
          }
          above = index + 1
        default: continue
        }
      }
      if found {
        first = first ?? index
        last = index
      }
    }
    return last.map { (above, $0 + 1) }
  }

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
        case .kind where known && begins(match, tokens, line, false): return true
        default: continue
        }
      }
    }
    return false
  }

  /// Whether a kind stands where a head has it: at the beginning of a line or cell, or after
  /// other parts of the head, and not as a word of a sentence.
  private func begins(_ match: RuleMatch, _ tokens: [Token], _ line: Line, _ known: Bool) -> Bool {
    let start = Int(tokens[match.start].start)
    let leads =
      match.start == 0 || start == line.content.start
      || tokens[..<match.start].allSatisfy { $0.kind == .mark }
    if leads { return true }
    return known || line.width > 200
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
        // "Quyết định số 12/QĐ-UBND" in the title of a web page is another's number.
        if meaning == .number, !tokens[match.start].shape.contains(.capitalized) { continue }
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
      return part
    }
    return nil
  }

  /// Where the place before a date begins: a body in capitals on its left is no part of it.
  private mutating func placeStart(_ match: RuleMatch, _ tokens: [Token]) -> Int {
    let start = Int(tokens[match.start].start)
    guard let place = capture("place", of: match, tokens) else { return start }
    let isName = { (token: Token) in
      token.shape.contains(.capitalized)
        && (!token.shape.contains(.upper) || token.shape.contains(.single))
    }
    guard
      let name = place.last(where: { !isName(tokens[$0]) && tokens[$0].shape.contains(.upper) }),
      name + 1 < place.upperBound
    else { return start }
    return Int(tokens[name + 1].start)
  }

  /// Whether the kind stands at the beginning of a line or cell, or after another part.
  private func stands(_ match: RuleMatch, _ tokens: [Token], _ parts: Int) -> Bool {
    guard match.start > 0, parts == 0 else { return true }
    let gap = bytes[Int(tokens[match.start - 1].end)..<Int(tokens[match.start].start)]
    return gap.contains { $0 == 0x0A || $0 == 0x09 } || gap.count > 3
      || tokens[match.start - 1].kind == .mark
  }

  /// The end of the line that holds `offset`, blanks cut off.
  private func lineEnd(_ offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x09 { end += 1 }
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
      folder.fold(span(tokens, range)).filter { $0 != " " }
    }
    plan.header.number = NumberField(
      text: folder.fold(part.span), sequence: sequence, symbol: symbol,
      status: sequence == nil ? .blank : .present, span: part.span,
      rule: traced(part.match.rule))
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

  // MARK: Bodies

  /// The bodies that issue the document: what is left of the head in capitals.
  private mutating func bodies(from: Int, to end: Int, before limit: Int, _ parts: [HeadPart]) {
    var names: [HeadBody] = []
    let joint = isJoint()
    // Where the kind does not begin its line, the whole head was poured into running lines.
    let poured = plan.header.kind.span.map { kind in
      !lines[from..<end].contains { $0.content.start == kind.start || $0.tabs > 0 }
    }
    let runs =
      poured == true
      ? [ByteSpan(lines[from].content.start, limit)]
      : lines[from..<end].map { ByteSpan($0.content.start, $0.raw.end) }
    for run in runs where run.start < limit {
      for chunk in chunks(run, before: limit, parts) {
        if isRule(chunk) {
          addFurniture(.separator, chunk)
          continue
        }
        let tokens = allTokens(chunk)
        guard tokens.contains(where: { $0.kind != .mark }) else {
          addFurniture(.noise, chunk)
          continue
        }
        if let kind = chunkFurniture(tokens) {
          addFurniture(kind, chunk)
          continue
        }
        let pieces = bodyPieces(tokens, joint: joint)
        let words = tokens.count { $0.kind == .syllable }
        let capitals = words > 0 && tokens.count { $0.shape.contains(.upper) } * 2 > words
        guard capitals else {
          addFurniture(.noise, chunk)
          continue
        }
        for (index, piece) in pieces.enumerated() {
          let span = span(tokens, withoutSpecks(tokens, piece.range))
          if !piece.heads, index == 0, let last = names.indices.last {
            names[last].pieces.append(span)  // "BỘ NÔNG NGHIỆP" / "VÀ PHÁT TRIỂN NÔNG THÔN"
          } else {
            names.append(HeadBody(pieces: [span], heads: piece.heads))
          }
        }
      }
    }
    tell(bodies: names)
  }

  /// The part of a range without the specks at its ends ("SỞ NỘI VỤ _"), which are noise.
  private mutating func withoutSpecks(_ tokens: [Token], _ range: Range<Int>) -> Range<Int> {
    let isSpeck = { (reader: borrowing PlanReader, index: Int) in
      tokens[index].kind == .mark
        && ![0x28, 0x29, 0x22, 0x2A].contains(reader.markers.scalar(tokens[index]))
    }
    var words = range
    while words.count > 1, isSpeck(self, words.lowerBound) { words = words.dropFirst() }
    while words.count > 1, isSpeck(self, words.upperBound - 1) { words = words.dropLast() }
    for rest in [range.lowerBound..<words.lowerBound, words.upperBound..<range.upperBound]
    where !rest.isEmpty {
      addFurniture(.noise, span(tokens, rest))
    }
    return words
  }

  /// What kind of furniture a run of the head is as a whole; `nil` for a body and for noise.
  private mutating func chunkFurniture(_ tokens: [Token]) -> FurnitureKind? {
    for match in lineMatches(tokens) {
      switch meaning(match) {
      case .stamp: return .stamp
      case .portal: return .portal
      case .draftMark: return .draftMark
      case .motto: return .motto
      default: continue
      }
    }
    return nil
  }

  /// The runs of a line that no part covers, cut at TABs and wide gaps.
  private func chunks(_ line: ByteSpan, before limit: Int, _ parts: [HeadPart]) -> [ByteSpan] {
    var runs: [ByteSpan] = []
    var start = line.start
    let end = min(line.end, limit)
    var offset = start
    var blanks = 0
    func close(_ stop: Int) {
      let run = Blank.trim(bytes, ByteSpan(start, max(start, stop)))
      if !run.isEmpty { runs.append(run) }
    }
    while offset < end {
      if let part = parts.first(where: { $0.span.start <= offset && offset < $0.span.end }) {
        close(offset)
        offset = min(part.span.end, end)
        start = offset
        blanks = 0
        continue
      }
      if bytes[offset] == 0x09 || (bytes[offset] == 0x20 && blanks >= 3) {
        close(offset)
        start = offset + 1
      }
      blanks = bytes[offset] == 0x20 ? blanks + 1 : 0
      offset += 1
    }
    close(end)
    return runs.flatMap { splitRules($0) }
  }

  /// Cuts rows of marks ("-----", "*") off the ends and out of the middle of a run.
  private func splitRules(_ run: ByteSpan) -> [ByteSpan] {
    var pieces: [ByteSpan] = []
    var start = run.start
    var offset = run.start
    while offset < run.end {
      var stop = offset
      while stop < run.end, isRuleByte(bytes[stop]) { stop += 1 }
      if stop - offset >= 3 {
        let before = Blank.trim(bytes, ByteSpan(start, offset))
        if !before.isEmpty { pieces.append(before) }
        pieces.append(ByteSpan(offset, stop))
        start = stop
      }
      offset = max(stop, offset + 1)
    }
    let rest = Blank.trim(bytes, ByteSpan(start, run.end))
    if !rest.isEmpty { pieces.append(rest) }
    return pieces
  }

  private func isRuleByte(_ byte: UInt8) -> Bool {
    [0x2D, 0x5F, 0x2A, 0x3D, 0x7E, 0x60].contains(byte)
  }

  private func isRule(_ span: ByteSpan) -> Bool {
    bytes[span.start..<span.end].allSatisfy { isRuleByte($0) || $0 == 0x20 }
  }

  /// Cuts a run at the words that begin a body's name.
  private mutating func bodyPieces(_ tokens: [Token], joint: Bool)
    -> [(range: Range<Int>, heads: Bool)]
  {
    var starts: [Int] = []
    var end = 0
    for match in phrases(tokens) where meaning(match) == .organisation {
      if match.start < end { continue }
      end = match.end
      let head = value("head", of: match)
      if head == "no" || (head == "first" && match.start > 0) { continue }
      // "VÀ", "-" and "CỦA" join what follows to the name before.
      if match.start > 0 {
        let before = tokens[match.start - 1]
        if before.kind == .mark {
          // "HỘI PHỤ NỮ XÃ - CÔNG AN XÃ": of a joint document the dash parts two bodies.
          let parts = joint && MarkerReader.bulletKind(markers.scalar(before)) == 0x2D
          guard parts, before.shape.contains(.spaced) else { continue }
        }
        if lineMatch(.joiner, Array(tokens[(match.start - 1)..<match.start])) != nil { continue }
      }
      starts.append(match.start)
    }
    guard let first = starts.first else { return [(0..<tokens.count, false)] }
    var pieces: [(range: Range<Int>, heads: Bool)] = []
    if first > 0 { pieces.append((0..<first, false)) }
    for (index, start) in starts.enumerated() {
      var end = index + 1 < starts.count ? starts[index + 1] : tokens.count
      while end > start + 1, tokens[end - 1].kind == .mark, end < tokens.count { end -= 1 }
      pieces.append((start..<end, true))
    }
    return pieces
  }
}
