import PlanModel
import PlanText

/// The outline of a zone (bố cục): units, paragraphs and tables, line by line.
extension PlanReader {
  /// Reads the outline from line `start` up to the ending, an appendix or the end; `first` are
  /// paragraphs that stand before its title.
  mutating func zone(from start: Int, appendix: Bool, after first: [Line] = [])
    -> (zone: Zone, next: Int)
  {
    var zone = Zone(bulletOrder: bulletOrder, isAppendix: appendix)
    // Of plain text that somebody else recognised only its form tells it.
    zone.outline.isRecognised =
      text.recognition != nil || text.styles.isEmpty && wrap.isFlush
    for line in first { zone.addParagraph(line.content, line: line) }
    var index = start
    while index < lines.count {
      let line = lines[index]
      if isLoneBullet(at: index, zone) {
        lines[index + 1] = LineReader.piece(
          of: lines[index + 1], from: line.content.start, to: lines[index + 1].content.end, bytes)
        lines[index + 1].blanksBefore = line.blanksBefore
        index += 1
        continue
      }
      if isLoneWord(at: index) {
        index += 1
        continue
      }
      if let (kind, _) = furniture(of: line) {
        // "Z Z7 ⁄ x": what only recognition makes.
        if kind == .noise { zone.outline.isRecognised = true }
        take(furniture: line)
        index += 1
        continue
      }
      if let next = contents(from: index) {
        index = next
        continue
      }
      if endsZone(at: index, zone, appendix: appendix) { break }
      if line.tabs > 0 || line.bars > 1 || line.table > 0, let (table, next) = table(at: index) {
        zone.add(table, line: lines[next - 1])
        index = next
        continue
      }
      if line.width <= PlanReader.widestFirstName, let (table, next) = stackedTable(at: index) {
        zone.add(table, line: lines[next - 1])
        index = next
        continue
      }
      if line.spaced || line.indent >= 8, let (table, next) = spacedTable(at: index) {
        zone.add(table, line: lines[next - 1])
        index = next
        continue
      }
      read(line, at: index, into: &zone)
      index += 1
    }
    if observes {
      observed.append((appendix ? "appendix A\(plan.appendices.count + 1)" : "body", zone))
    }
    return (zone, index)
  }

  /// Reads one line as a unit, a paragraph, or more of the unit before it.
  private mutating func read(_ line: Line, at index: Int, into zone: inout Zone) {
    let tokens = tokens(line.content)
    let going = goesOn(line, tokens, zone)
    if let marker = marker(tokens), !isCut(at: marker, line, zone),
      accepts(marker, line, zone, going: going)
    {
      let text = ByteSpan(min(marker.textStart, line.content.end), line.content.end)
      zone.add(
        marker, label: label(of: marker), text: text, line: line,
        titled: marker.family == .number && isBareTitle(text))
      return
    }
    guard going || marker(tokens).map({ isCut(at: $0, line, zone) }) == true,
      !starts(paragraph: tokens, line, zone)
    else {
      zone.addParagraph(line.content, line: line)
      return
    }
    if let last = zone.drafts.last, line.blanksBefore > 0 || !wrap.isHard {
      diagnose(
        .paragraphJoined, .parser, .note, "a line was joined to the unit it goes on with",
        ByteSpan(last.span.end, line.content.start))
    }
    zone.append(line.content, line: line)
  }

  /// Whether line `index` is a bullet whose text stands on the next line.
  private mutating func isLoneBullet(at index: Int, _ zone: Zone) -> Bool {
    let line = lines[index]
    guard line.bare, line.width == 1, !zone.outline.isEmpty, let last = zone.drafts.last,
      MarkerReader.bulletKind(Scalars.decode(bytes, at: line.content.start).scalar) != nil,
      index + 1 < lines.count
    else { return false }
    // Inside a sentence it is a speck of the page.
    if zone.outline.isRecognised, !last.ending.endsUnit, !last.capitals,
      last.marker?.family != .roman
    {
      return false
    }
    let next = lines[index + 1]
    return next.blanksBefore == 0 && !next.bare && next.tabs == 0 && !next.startsLower
      && marker(tokens(next.content)) == nil
  }

  /// Joins the word before a unit's number to the line that begins with the number.
  ///
  /// "Điều" / "1. Phê duyệt …": so narrow pages break them.
  private mutating func isLoneWord(at index: Int) -> Bool {
    let line = lines[index]
    guard line.width <= 8, index + 1 < lines.count, lines[index + 1].blanksBefore == 0,
      line.tabs == 0, !line.ended
    else { return false }
    let next = lines[index + 1]
    let first = bytes[next.content.start]
    guard first < 0x5B, next.tabs == 0 else { return false }
    let joined = ByteSpan(line.content.start, next.content.end)
    guard let marker = unitMarker(tokens(joined)), marker.label.end > next.content.start else {
      return false
    }
    lines[index + 1] = LineReader.piece(of: next, from: joined.start, to: joined.end, bytes)
    lines[index + 1].blanksBefore = line.blanksBefore
    return true
  }

  // MARK: Markers

  /// The marker that some tokens open with: a word with a number, or a number, letter, bullet.
  mutating func marker(_ tokens: [Token]) -> Marker? {
    unitMarker(tokens) ?? markers.read(tokens)
  }

  /// The bare label of a marker as the plan tells it.
  func label(of marker: Marker) -> String {
    marker.family == .bullet ? raw(marker.label) : folder.fold(marker.label)
  }

  /// A marker with a word before its number: "Phần I.", "Điều 1.".
  private mutating func unitMarker(_ given: [Token]) -> Marker? {
    // "**Điều 1.** Phê duyệt …": emphasis may hold the label alone.
    let tokens = Array(given.drop { $0.kind == .mark && markers.scalar($0) == 0x2A })
    guard let match = lineMatch(.unit, tokens), let level = value("level", of: match),
      let captured = capture("label", of: match, tokens), let last = captured.last
    else { return nil }
    let family: Marker.Family
    switch level {
    case "part": family = .part
    case "chapter": family = .chapter
    case "division": family = .division
    case "article": family = .article
    default: family = .form
    }
    let number = span(tokens, captured)
    let label = ByteSpan(Int(tokens[0].start), number.end)
    var end = label.end
    var next = last + 1
    var closed = next >= tokens.count
    if next < tokens.count, tokens[next].kind == .mark {
      let mark = markers.scalar(tokens[next])
      switch mark {
      case 0x2E, 0x3A, 0x29, 0x2F: closed = true
      default: closed = MarkerReader.bulletKind(mark) == 0x2D
      }
      if closed {
        end = Int(tokens[next].end)
        next += 1
      }
    }
    // "Mục 5, Phần III nêu …" is a sentence; "PHẦN I KẾT QUẢ" is a heading.
    guard closed || (next < tokens.count && tokens[next].shape.contains(.upper)) else { return nil }
    while next < tokens.count, markers.scalar(tokens[next]) == 0x2A { next += 1 }
    let value = self.value("value", of: match).flatMap { Int($0) } ?? ordinal(tokens, captured)
    return Marker(
      family: family, style: 0, values: [value ?? 1], span: ByteSpan(label.start, end),
      label: label, textStart: next < tokens.count ? Int(tokens[next].start) : end,
      rule: match.rule)
  }

  /// The number a label stands for: digits, a Roman numeral, a letter.
  private func ordinal(_ tokens: [Token], _ range: Range<Int>) -> Int? {
    guard let index = range.last else { return nil }
    if let value = markers.number(tokens[index]) { return value }
    let word = span(tokens, index..<(index + 1))
    if let value = Letters.roman(bytes[word.start..<word.end]) { return value }
    return tokens[index].shape.contains(.single)
      ? Letters.value(markers.scalar(tokens[index])) : nil
  }

  /// Whether a marker opens a unit here, and is not the first word of a line cut by hand.
  private mutating func accepts(_ marker: Marker, _ line: Line, _ zone: Zone, going: Bool) -> Bool {
    if marker.family == .form, !zone.isAppendix { return false }
    if marker.family == .roman || marker.family == .upper {
      // "C. Mai", "T. Hà" are people; letters and numerals head in capitals or in sequence.
      if marker.family == .upper, !zone.outline.expects(marker) {
        return marker.value == 1
          && (line.capitals || line.bold || marker.style == 0x2E || marker.style == 0x2F)
      }
      if marker.suspect || marker.style == 0 {
        return heads(marker, line)
          && (zone.outline.expects(marker) || marker.value <= 2 || zone.outline.isEmpty)
      }
    }
    // "V.1" heads under V, or opens a series in capitals; elsewhere it is a code.
    if marker.isHeaded, !zone.outline.expects(marker) {
      return marker.value == 1 && (line.capitals || line.bold)
    }
    if marker.suspect { return zone.outline.expects(marker) }
    // "36. …" with nothing before it is the rest of a sentence.
    if marker.family == .number, marker.value > 20, !zone.outline.expects(marker) { return false }
    guard going, !line.cut, let last = zone.drafts.last else { return true }
    // "Theo đề nghị của Sở Lao động" / "- Thương binh và Xã hội tại Tờ trình …".
    if marker.family == .bullet, line.blanksBefore == 0,
      isOpenBasis(last, zone) || isOpenProvision(last)
    {
      let text = tokens(ByteSpan(min(marker.textStart, line.content.end), line.content.end))
      return lineMatch(.preamble, text) != nil
    }
    if marker.family == .bullet, wrap.isHard, last.ending == .open || last.ending == .comma,
      LetterCase(Scalars.decode(bytes, at: marker.textStart).scalar) == .lower
    {
      return false  // "… mô hình trồng" / "- nấm rơm;": a speck before a line that goes on
    }
    guard isFull(last, before: line), line.blanksBefore == 0,
      last.ending == .open || last.ending == .comma
    else {
      // Outside the margin a dash may still go on: "… hội thi Sơn Hà" / "– Thanh Lâm mở rộng".
      return true
    }
    if marker.family == .bullet {
      let follower = LetterCase(Scalars.decode(bytes, at: marker.textStart).scalar)
      if follower == .lower { return false }
      return marker.style != 0x2D || dashIsBullet(marker, zone)
    }
    return zone.outline.expects(marker) || marker.family == .article
  }

  /// Whether the text after a marker begins in capitals.
  private func heads(_ marker: Marker, _ line: Line) -> Bool {
    let text = ByteSpan(min(marker.textStart, line.content.end), line.content.end)
    return line.capitals
      || LineReader.piece(of: line, from: text.start, to: text.end, bytes).capitals
  }

  /// Whether the document's bullets are written with this very dash.
  private func dashIsBullet(_ marker: Marker, _ zone: Zone) -> Bool {
    let mark = bytes[marker.label.start..<marker.label.end]
    guard let other = zone.dash else {
      return mark.count == 1
    }
    return bytes[other.label.start..<other.label.end].elementsEqual(mark)
  }

  /// Whether a dash at the beginning of a line belongs to the sentence of the line before:
  /// "… giai đoạn 2026" / "- 2030", "… hội thi Sơn Hà" / "– Thanh Lâm mở rộng".
  private func isCut(at marker: Marker, _ line: Line, _ zone: Zone) -> Bool {
    guard marker.style == 0x2D, marker.family == .bullet, line.blanksBefore == 0,
      let last = zone.drafts.last, last.ending == .open, !last.capitals,
      let piece = last.pieces.last, last.lastLine == line.number - 1
    else { return false }
    if last.lastWidth >= 30, isRange(piece, marker.textStart) { return true }
    guard zone.dash != nil, !dashIsBullet(marker, zone) else { return false }
    // "… lần thứ V" / "– Hoài Lam lần thứ II": where lines are cut by hand a short one may be too.
    return last.lastWidth >= 50 || (wrap.isHard && endsInNumeral(piece))
  }

  /// Whether the number that ends a piece and the one at `next` are the ends of a range: two
  /// years or two other numbers, not "… đến năm 2030" / "- 100% số hộ …".
  private func isRange(_ piece: ByteSpan, _ next: Int) -> Bool {
    let isDigit = { (byte: UInt8) in byte >= 48 && byte <= 57 }
    let first = bytes[piece.start..<piece.end].reversed().prefix(while: isDigit).count
    let second = bytes[min(next, bytes.count)...].prefix(5).prefix(while: isDigit).count
    guard first > 0, second > 0 else { return false }
    let dated = next + second < bytes.count && bytes[next + second] == UInt8(ascii: "/")
    return dated || (first == 4) == (second == 4)
  }

  /// Whether a piece of text ends in a Roman numeral: "lần thứ V".
  private func endsInNumeral(_ piece: ByteSpan) -> Bool {
    let tail = bytes[max(piece.start, piece.end - 8)..<piece.end]
    guard let blank = tail.lastIndex(of: 0x20) else { return false }
    return Letters.roman(tail[(blank + 1)...]) != nil
  }

  // MARK: Joining

  /// Whether a line looks like more of the unit before it, its own marker not considered.
  private mutating func goesOn(_ line: Line, _ tokens: [Token], _ zone: Zone) -> Bool {
    guard let last = zone.drafts.last, last.open, line.heading == 0, !line.cut else { return false }
    let gap = line.blanksBefore > 0 || line.pageBefore || line.number > last.lastLine + 1
    // A title on a line of its own and a text in plain type are two.
    if last.bold != line.bold, last.marker == nil || last.bold { return false }
    // "2." / "Chương trình": a label whose text stands on the next line, or behind one blank line.
    if last.pieces.isEmpty { return !gap || line.capitals || line.number <= last.lastLine + 2 }
    if pages.numbers.contains(line.number) { return true }
    if !gap, !line.capitals, lineMatch(.preamble, tokens) == nil,
      isOpenBasis(last, zone) || isOpenProvision(last) || opensBasis(last, line, zone)
    {
      return true
    }
    // "BỘ TRƯỞNG BỘ NÔNG NGHIỆP" / "VÀ MÔI TRƯỜNG": who decides, above the legal basis.
    if !gap, line.capitals, last.capitals, last.marker == nil, zone.drafts.count == 1,
      last.ending == .open, lineMatch(.decision, tokens) == nil
    {
      return true
    }
    if isPoured, !gap {
      // "CÁCH THỨC VÀ QUY TRÌNH BÌNH" / "CHỌN Các tác phẩm …": the title runs over the line end.
      let opening = tokens.prefix(2)
      return !last.capitals || last.marker == nil || line.capitals
        || opening.allSatisfy { $0.shape.contains(.upper) }
    }
    if !gap, let piece = last.pieces.last, bytes[piece.end - 1] == 0x2D { return true }
    let heading = last.capitals && last.marker != nil
    if heading {
      // "TT" begins the column row of a table whose cells stand one to a line.
      return line.capitals && !last.ending.endsUnit && line.blanksBefore <= 1
        && (wrap.isHard || !gap) && (line.width > 6 || lineMatch(.column, tokens) == nil)
    }
    if line.capitals, line.width > 8 { return false }
    if wrap.isHard, !gap {
      // Where paragraphs are indented, what stands at the margin goes on.
      if wrap.indents, line.indent <= wrap.left + 1, line.leadingTabs == 0,
        !last.ending.endsUnit || wrap.indentsAll && last.ending == .stop
      {
        return true
      }
      if isFull(last, before: line) {
        // A paragraph that fills its last line ends in a full stop; the next is indented.
        return !(last.ending == .stop || last.ending == .colon) || line.startsLower
          || !beginsParagraph(line)
      }
      // A line that begins with a number begins no paragraph: "… trồng rừng năm" / "2025".
      if line.startsLower, last.ending == .semicolon { return true }
      if line.startsLower || beginsWithDigit(line) {
        return !last.ending.endsUnit && !last.capitals
      }
      return breaksOff(last) && !opensText(line, tokens)
    }
    // "… theo tiến độ;" / "thường xuyên rà soát …": a small letter goes on after a semicolon too.
    if line.startsLower, last.ending == .semicolon { return true }
    if last.ending.endsUnit { return false }
    if line.startsLower { return !isBareHeading(last) }
    if wrap.isHard, gap {
      return isFull(last, before: line) && last.lastRight > 0
    }
    guard last.ending == .open else { return false }
    // "… trồng rừng năm" / "2025 và định hướng", "… Tờ trình số" / "13/TTr-UBND".
    if beginsWithNumber(line), let match = match(.counted, endOf: last),
      value("next", of: match) == "yes"
    {
      return true
    }
    if match(.joiner, endOf: last) != nil { return true }
    guard !gap, last.marker?.family == .bullet || last.marker == nil || last.lastWidth >= 60 else {
      return false
    }
    // "… Môi trường tỉnh" / "Hoài Lam …": the name of the place is still to come.
    if beginsWithName(tokens), match(.unnamed, endOf: last) != nil { return true }
    // "… mỗi xã một sản phẩm" / "(OCOP) cấp tỉnh …".
    return last.lastWidth >= 30 && opensBracket(line) && lineMatch(.note, tokens) == nil
  }

  /// Whether a paragraph or bullet breaks off without a mark near the margin: "… của UBND tỉnh Hoài"
  /// / "Lam về việc …", "… triển khai Kế hoạch" / "Phát triển thư viện".
  private func breaksOff(_ last: Draft) -> Bool {
    guard last.marker == nil || last.marker?.family == .bullet else { return false }
    return last.ending == .open && !last.capitals && !last.bold
      && last.lastRight * 10 >= wrap.margin * 7
  }

  /// Whether a line opens a paragraph by its words, though no mark ends the one before it.
  private mutating func opensText(_ line: Line, _ tokens: [Token]) -> Bool {
    lineMatch(.preamble, tokens) != nil || lineMatch(.closing, tokens) != nil
      || lineMatch(.decision, tokens) != nil || isBareTitle(line.content)
  }

  /// Whether a unit is a legal basis that no mark ends yet: it goes on however its line was cut.
  private mutating func isOpenBasis(_ last: Draft, _ zone: Zone) -> Bool {
    guard last.marker == nil, last.ending == .open, zone.outline.isEmpty,
      let first = last.pieces.first
    else { return false }
    return lineMatch(.preamble, tokens(first)) != nil
  }

  /// Whether a few words and the line under them open the preamble, which neither does alone:
  /// "Trường THPT" / "Sơn Hà ban hành Kế hoạch …".
  private mutating func opensBasis(_ last: Draft, _ line: Line, _ zone: Zone) -> Bool {
    guard last.marker == nil, last.ending == .open, zone.outline.isEmpty, last.pieces.count == 1,
      last.lastWidth < 30, line.width > last.lastWidth
    else { return false }
    let joined = tokens(ByteSpan(last.pieces[0].start, line.content.end))
    return lineMatch(.preamble, joined) != nil
  }

  /// Whether a unit is an article of a decision that no mark ends yet.
  private mutating func isOpenProvision(_ last: Draft) -> Bool {
    guard last.marker?.family == .article, last.ending == .open, let first = last.pieces.first
    else { return false }
    return lineMatch(.provision, tokens(first)) != nil
  }

  /// Whether a line begins with two words in capitals, as a name does.
  private func beginsWithName(_ tokens: [Token]) -> Bool {
    tokens.count > 1 && tokens[0].shape.contains(.capitalized)
      && tokens[1].shape.contains(.capitalized)
  }

  private func opensBracket(_ line: Line) -> Bool {
    // "(Đơn vị tính: triệu đồng)" stands for itself.
    if bytes[line.content.start] == 0x28, bytes[line.content.end - 1] == 0x29, !line.startsLower {
      return false
    }
    return switch Scalars.decode(bytes, at: line.content.start).scalar {
    case 0x28, 0x22, 0x201C: true
    default: false
    }
  }

  /// Whether a unit is a heading whose words say what it is for, as "Yêu cầu" does.
  private mutating func isBareHeading(_ draft: Draft) -> Bool {
    guard let marker = draft.marker, marker.family != .bullet, draft.pieces.count == 1 else {
      return false
    }
    return isBareTitle(draft.pieces[0])
  }

  /// Whether a few words say what a section is for: "Yêu cầu".
  private mutating func isBareTitle(_ text: ByteSpan) -> Bool {
    guard text.count < 60 else { return false }
    var words = tokens(text)
    if words.last?.kind == .mark { words.removeLast() }
    return words.count <= 5 && lineMatch(.role, words) != nil
  }

  /// Whether the margin cut a unit's last line: the first word of `line` would not have fitted.
  private func isFull(_ last: Draft, before line: Line) -> Bool {
    wrap.isFull(last.lastRight, nextWord: firstWord(line), first: last.pieces.count == 1)
  }

  private func beginsWithDigit(_ line: Line) -> Bool {
    let first = bytes[line.content.start]
    return first >= 48 && first <= 57
  }

  /// Whether a line begins with a number that no letter is glued to: "2025", not "7h30".
  private func beginsWithNumber(_ line: Line) -> Bool {
    let digits = bytes[line.content.start..<line.content.end].prefix { $0 >= 48 && $0 <= 57 }
    guard !digits.isEmpty, digits.endIndex < line.content.end else { return !digits.isEmpty }
    return LetterCase(Scalars.decode(bytes, at: digits.endIndex).scalar) == .none
  }

  /// Whether a full line before is followed by a line that begins a paragraph by its indent.
  private func beginsParagraph(_ line: Line) -> Bool {
    line.indent >= wrap.left + 3 || line.leadingTabs > 0
  }

  /// What a rule says of the last word of a unit: "theo quy định của", "Tờ trình số".
  private mutating func match(_ meaning: Meaning, endOf draft: Draft) -> RuleMatch? {
    guard let piece = draft.pieces.last, piece.count > 60 else { return nil }
    var start = max(piece.start, piece.end - 24)
    while start > piece.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let tokens = allTokens(ByteSpan(start, piece.end))
    return tokens.isEmpty ? nil : lineMatch(meaning, tokens, from: tokens.count - 1)
  }

  /// Whether a line opens a paragraph by its words ("Trên đây là …", "Căn cứ …").
  private mutating func starts(paragraph tokens: [Token], _ line: Line, _ zone: Zone) -> Bool {
    guard let last = zone.drafts.last, last.ending != .open || line.blanksBefore > 0 else {
      return false
    }
    // "Trên đây là Kế hoạch …," / "đề nghị các cơ quan …": the sentence goes on.
    if last.ending == .comma, line.startsLower, line.blanksBefore == 0 { return false }
    return lineMatch(.closing, tokens) != nil || lineMatch(.preamble, tokens) != nil
  }

  /// The number of characters up to the first blank of a line.
  private func firstWord(_ line: Line) -> Int {
    var count = 0
    var offset = line.content.start
    while offset < line.content.end, Blank.length(bytes, at: offset, end: line.content.end) == 0 {
      offset += Scalars.decode(bytes, at: offset).length
      count += 1
    }
    return count
  }
}

extension Line.Ending {
  /// Whether nothing can go on after it.
  var endsUnit: Bool { self == .stop || self == .semicolon || self == .colon }
}
