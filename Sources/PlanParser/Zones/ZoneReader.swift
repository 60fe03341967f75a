import PlanModel
import PlanText

/// The outline of a zone (bố cục): units, paragraphs and tables, line by line.
extension PlanReader {
  /// Reads the outline from line `start` up to the ending, an appendix or the end; `first` are
  /// paragraphs that stand before its title, `form` tells that it is a form.
  mutating func zone(
    from start: Int, appendix: Bool, form: Bool = false, after first: [Line] = []
  ) -> (zone: Zone, next: Int) {
    readsText = true
    defer { readsText = false }
    var zone = Zone(bulletOrder: bulletOrder, isAppendix: appendix)
    zone.isForm = form
    // Of plain text that somebody else recognised only its form tells it.
    zone.outline.mayBeRecognised =
      text.recognition != nil || text.styles.isEmpty && wrap.isFlush
    zone.outline.isRecognised =
      text.recognition != nil || zone.outline.mayBeRecognised && showsRecognition
    zone.bulletHeads = numberedBullets
    zone.isIndented = folder.markdown
    for line in first { zone.addParagraph(line.content, line: line) }
    var index = start
    while index < lines.count {
      if takesScraps(at: index, zone) {
        index += 1
        continue
      }
      let line = lines[index]
      if isLoneBullet(at: index, zone) {
        lines[index + 1] = LineReader.piece(
          of: lines[index + 1], from: line.content.start, to: lines[index + 1].content.end, bytes)
        lines[index + 1].blanksBefore = line.blanksBefore
        index += 1
        continue
      }
      if isLoneWord(at: index) || isCutEnding(at: index) {
        index += 1
        continue
      }
      if line.width == 1, let (table, next) = barTable(at: index) {
        zone.add(table, line: lines[next - 1])
        index = next
        continue
      }
      if let (kind, _) = furniture(of: line),
        kind != .noise || !closesBracket(line, of: zone.drafts.last)
      {
        // "Z Z7 ⁄ x": what only recognition makes.
        if kind == .noise { zone.outline.noteRecognition() }
        take(furniture: line)
        // What the numbers of columns stand under and above are no one sentence.
        if kind == .columns, index + 1 < lines.count {
          lines[index + 1].blanksBefore = max(lines[index + 1].blanksBefore, 1)
        }
        index += 1
        continue
      }
      if let next = contents(from: index) {
        index = next
        continue
      }
      if takesDate(above: index, zone) {
        index += 1
        continue
      }
      if !zone.drafts.isEmpty, letterhead(at: index) != nil { break }
      if endsZone(at: index, zone, appendix: appendix) { break }
      if let (table, next) = anyTable(at: index, in: zone) {
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
    let going = goesOn(line, tokens, zone) || endsHeading(at: index, zone)
    if let marker = marker(tokens).map({ slipped($0, line, zone) ?? $0 }),
      marker.isSettled || !isCut(at: marker, line, zone),
      accepts(marker, at: index, zone, going: going)
    {
      let text = ByteSpan(min(marker.textStart, line.content.end), line.content.end)
      if opensNotes(marker, at: index, zone) { zone.outline.closeBullets() }
      zone.add(
        marker, label: label(of: marker), text: text, line: line,
        titled: marker.family == .number && isBareTitle(text))
      tellSlip(marker, &zone)
      return
    }
    if let marker = bareMarker(tokens, at: index, zone) {
      zone.add(
        marker, label: label(of: marker), text: ByteSpan(marker.textStart, line.content.end),
        line: line)
      return
    }
    guard going || marker(tokens).map({ isCut(at: $0, line, zone) }) == true,
      !starts(paragraph: tokens, line, zone), !remarks(line, zone), !closesText(at: index, zone)
    else {
      if titlesOwnTable(at: index, zone) { zone.outline.closeUnit() }
      if isUnnumberedHeading(line, tokens) { zone.outline.closeNumbers() }
      let details =
        line.ending != .colon && zone.openBullet != nil
        && phrases(tokens).contains { meaning($0) == .taskLabel && $0.start == 0 }
      zone.addParagraph(
        line.content, line: line, last: appendix(zone, closesAt: index, tokens), details: details)
      return
    }
    if let last = zone.drafts.last, line.blanksBefore > 0 || !wrap.isHard {
      let gap = ByteSpan(last.span.end, line.content.start)
      zone.joined.append((zone.drafts.count - 1, gap))
    }
    zone.append(line.content, line: line)
  }

  /// Whether line `index` is the title of a table, in capitals and apart, behind an item that ended: the
  /// table is none of the item's.
  ///
  /// "4. Các thôn nộp báo cáo." / "NỘI DUNG CHI TIẾT" / a row of cells.
  private mutating func titlesOwnTable(at index: Int, _ zone: Zone) -> Bool {
    let line = lines[index]
    guard line.capitals, line.blanksBefore > 0, line.ending == .open, line.tabs == 0, !line.pipe,
      let last = zone.drafts.last, last.ending == .stop,
      let family = last.marker?.family, [.number, .dotted, .lower].contains(family),
      index + 1 < lines.count
    else { return false }
    return lines[index + 1].tabs > 1 || lines[index + 1].bars > 2
  }

  /// Whether line `index` is a bullet whose text stands on the next line.
  private mutating func isLoneBullet(at index: Int, _ zone: Zone) -> Bool {
    let line = lines[index]
    guard line.bare, line.width == 1, !zone.outline.isEmpty, let last = zone.drafts.last,
      begins(bullet: line.content),
      index + 1 < lines.count
    else { return false }
    // Inside a sentence it is a speck of the page.
    if zone.outline.mayBeRecognised, !last.ending.endsUnit, !last.capitals,
      last.marker?.family != .roman
    {
      return false
    }
    let next = lines[index + 1]
    // Text in reading order parts a hanging bullet and its text by a blank line, as all blocks.
    let isParted = next.blanksBefore == 1 && line.blanksBefore == 1 && next.width >= 6
    return (next.blanksBefore == 0 || isParted) && !next.bare && next.tabs == 0
      && !next.startsLower && marker(tokens(next.content)) == nil
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
    guard let marker = unitMarker(tokens(joined)), marker.family != .step,
      marker.label.end > next.content.start
    else {
      return false
    }
    lines[index + 1] = LineReader.piece(of: next, from: joined.start, to: joined.end, bytes)
    lines[index + 1].blanksBefore = line.blanksBefore
    return true
  }

  // MARK: Markers

  /// The marker that some tokens open with: a word with a number, or a number, letter, bullet.
  mutating func marker(_ tokens: [Token]) -> Marker? {
    if !settled.isEmpty, let first = tokens.first, let known = settled[Int(first.start)] {
      return known
    }
    guard !tokens.isEmpty else { return nil }
    if let known = readings.marker(of: tokens) { return known }
    let marker = unitMarker(tokens) ?? markers.read(tokens)
    readings.keep(marker, of: tokens)
    return marker
  }

  /// The bare label of a marker as the plan tells it.
  func label(of marker: Marker) -> String {
    marker.family == .bullet ? raw(marker.label) : folder.fold(marker.label)
  }

  /// A marker with a word before its number: "Phần I.", "Điều 1.".
  private mutating func unitMarker(_ given: [Token]) -> Marker? {
    // "**Điều 1.** Phê duyệt …": emphasis may hold the label alone.
    let plain = given.firstIndex { $0.kind != .mark || markers.scalar($0) != 0x2A } ?? given.count
    // "* Bước 1: Họp thôn", "* **Mục 1: Hồ sơ**": a star before a blank is a bullet.
    if plain > 0, given.count > 1, given[1].shape.contains(.spaced) { return nil }
    let tokens = plain > 0 ? Array(given[plain...]) : given
    guard let match = lineMatch(.unit, tokens), let level = value("level", of: match),
      let captured = capture("label", of: match, tokens), let last = captured.last
    else { return nil }
    let family: Marker.Family
    switch level {
    case "part": family = .part
    case "chapter": family = .chapter
    case "division": family = .division
    case "article": family = .article
    case "step": family = .step
    default: family = .form
    }
    // "NHIỆM VỤ 1. Sửa đường": a title and the first unit under it.
    if family == .step, tokens[0].shape.contains(.upper) { return nil }
    let number = span(tokens, captured)
    let label = ByteSpan(Int(tokens[0].start), number.end)
    var end = label.end
    var next = markers.pastEmphasis(tokens, last + 1)
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
      // "Điều 1.- Phê duyệt …" closes twice.
      if closed, next + 1 < tokens.count, !tokens[next].shape.contains(.spaced),
        MarkerReader.bulletKind(markers.scalar(tokens[next])) == 0x2D
      {
        end = Int(tokens[next].end)
        next += 1
      }
    }
    // "Mục 5, Phần III nêu …" is a sentence; "PHẦN I KẾT QUẢ" is a heading.
    let isPlain = value("form", of: match) == "plain"
    guard closed || isPlain || (next < tokens.count && tokens[next].shape.contains(.upper)) else {
      return nil
    }
    while next < tokens.count, markers.scalar(tokens[next]) == 0x2A { next += 1 }
    let value = self.value("value", of: match).flatMap { Int($0) } ?? ordinal(tokens, captured)
    return Marker(
      // "Nhiệm vụ 2" goes on with "Nhiệm vụ 1", not with "Bước 1".
      // "Tiểu mục 1" stands under "Mục 1".
      family: family,
      style: family == .step || self.value("depth", of: match) == "inner" ? tokens[0].key : 0,
      values: family == .form ? lettered(number) ?? [value ?? 1] : [value ?? 1],
      span: ByteSpan(label.start, end),
      label: label, textStart: next < tokens.count ? Int(tokens[next].start) : end,
      rule: match.rule)
  }

  /// The numbers of a form whose number has a letter behind it: "1a", "IIb".
  private func lettered(_ label: ByteSpan) -> LabelNumbers? {
    let text = bytes[label.start..<label.end]
    let head = text.dropLast()
    guard let last = text.last, last >= 0x61, let letter = Letters.value(UInt32(last)),
      let number = Int(String(decoding: head, as: UTF8.self)) ?? Letters.roman(head)
    else { return nil }
    return [number, letter]
  }

  /// The number a label stands for: digits, a Roman numeral, a letter.
  private func ordinal(_ tokens: [Token], _ range: Range<Int>) -> Int? {
    guard let index = range.last else { return nil }
    // "Biểu số 1/KH": the code of a form is no number.
    for token in tokens[range] {
      if let value = markers.number(token) { return value }
    }
    if let value = grammar.value(list: "ordinal-words", tokens, from: index, to: index + 1) {
      return Int(value)
    }
    let word = span(tokens, index..<(index + 1))
    if let value = Letters.roman(bytes[word.start..<word.end]) { return value }
    return tokens[index].shape.contains(.single)
      ? Letters.value(markers.scalar(tokens[index])) : nil
  }

  /// Whether a marker opens a unit here, and is not the first word of a line cut by hand.
  private mutating func accepts(
    _ marker: Marker, at index: Int, _ zone: Zone, going: Bool
  ) -> Bool {
    let line = lines[index]
    if marker.isSettled { return true }
    // "3. |Kiểm tra các xã": the number of a row.
    if marker.family != .bullet, marker.textStart < line.content.end,
      bytes[marker.textStart] == UInt8(ascii: "|")
    {
      return false
    }
    if isCounted(marker, line, zone) { return false }
    if marker.family == .form, !zone.isAppendix || isCaption(marker, at: index, zone) {
      return false
    }
    if marker.family == .step, !headsList(line, zone), !goesOn(series: marker, zone),
      !zone.outline.expects(marker), !opensSteps(marker, at: index, zone)
    {
      return false
    }
    if marker.family == .roman || marker.family == .upper {
      // "C. Mai", "T. Hà" are people; letters and numerals head in capitals or in sequence.
      if marker.family == .upper, !zone.outline.expects(marker) {
        if opensPart(marker, at: index, zone) { return true }
        return marker.value == 1
          && (line.capitals || line.bold || marker.style == 0x2E || marker.style == 0x2F
            || zone.outline.closesLabels(with: marker.style))
      }
      if marker.suspect || marker.style == 0 {
        return heads(marker, line)
          && (zone.outline.expects(marker) || marker.value <= 2 || zone.outline.isEmpty
            || opensRoman(marker, line, zone))
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
    if line.blanksBefore == 0, isInsideList(tokens(line.content), of: last) { return false }
    if line.blanksBefore == 0, isInsideNumerals(line, tokens(line.content), of: last) {
      return false
    }
    if line.blanksBefore == 0, marker.style == 0x2D,
      isInsideBracket(last, before: line) || hangsOut(line, marker, of: zone)
    {
      return false
    }
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
      || opensNumerals(marker, line, under: last) || opensLetters(marker, at: index, under: last)
  }

  /// Whether "I." heads the first section of a part whose title fills its line.
  private func opensNumerals(_ marker: Marker, _ line: Line, under last: Draft) -> Bool {
    guard marker.family == .roman, marker.value == 1, marker.style == 0x2E, line.capitals else {
      return false
    }
    return last.marker?.family == .part || last.marker?.family == .chapter
  }

  /// Whether "a)", or further in "(1)", opens a series right under a unit whose line is full, and is
  /// not the letter of a provision: "… theo điểm" / "a) khoản 1 Điều 5".
  private mutating func opensLetters(_ marker: Marker, at index: Int, under last: Draft) -> Bool {
    let isBracketed = marker.style == 0x28 || marker.style == 0x29
    let isFurtherIn = index > 0 && lines[index].indent >= lines[index - 1].indent + 3
    return (marker.family == .lower || marker.family == .number && isBracketed && isFurtherIn)
      && marker.value == 1 && last.ending == .open
      && (LetterCase(Scalars.decode(bytes, at: marker.textStart).scalar) == .upper
        || goesOnBelow(marker, at: index))
      && last.marker.map { $0.family != .lower && $0.family != .bullet } == true
      && match(.counted, endOf: last, least: 0) == nil
  }

  /// Whether the next line has the second letter of the series that a marker opens: "a) 500 hộ" and
  /// "b) 05 tổ".
  private mutating func goesOnBelow(_ marker: Marker, at index: Int) -> Bool {
    guard marker.family == .lower, index + 1 < lines.count,
      let next = self.marker(tokens(lines[index + 1].content))
    else { return false }
    return next.family == .lower && next.style == marker.style && next.value == marker.value + 1
  }

  /// Whether a damaged numeral heads a line in capitals though the one before it is missing.
  ///
  /// "HI. TỔ CHỨC THỰC HIỆN" after "I.".
  private func opensRoman(_ marker: Marker, _ line: Line, _ zone: Zone) -> Bool {
    marker.family == .roman && marker.style == 0x2E && line.capitals && zone.outline.mayBeRecognised
      && zone.drafts.last?.ending.endsUnit == true && zone.outline.isAbove(marker)
  }

  /// Whether a letter in capitals heads a part whose numerals begin right below it, or the numbers
  /// of the first part, where the parts before it are lost.
  ///
  /// "B. MỤC TIÊU" / "I. Về kinh tế".
  private mutating func opensPart(_ marker: Marker, at index: Int, _ zone: Zone) -> Bool {
    let line = lines[index]
    guard marker.value <= PlanReader.mostParts, line.capitals, line.width > 8,
      marker.textStart < line.content.end, index + 1 < lines.count,
      let below = self.marker(tokens(lines[index + 1].content))
    else { return false }
    return below.value == 1
      && (below.family == .roman || below.family == .number && zone.outline.isEmpty)
  }

  /// How many lettered parts a plan has at most.
  private static let mostParts = 8

  /// Whether a star behind a blank line heads the dashes right below it, and so stands beside those
  /// before it.
  ///
  /// "- Chiều:" / "+ 15h30: Họp tổ" / "" / "* Lưu ý:" / "- Thư viện mở cửa."
  private mutating func opensNotes(_ marker: Marker, at index: Int, _ zone: Zone) -> Bool {
    let line = lines[index]
    guard marker.family == .bullet, marker.style == BulletOrder.star, line.ending == .colon,
      line.blanksBefore > 0, zone.outline.outermostBullet == BulletOrder.dash,
      zone.drafts.last?.ending != .colon, index + 1 < lines.count,
      lines[index + 1].blanksBefore == 0, let next = self.marker(tokens(lines[index + 1].content))
    else { return false }
    return next.family == .bullet && next.style == BulletOrder.dash
  }

  /// Whether the text after a marker begins in capitals.
  private func heads(_ marker: Marker, _ line: Line) -> Bool {
    let text = ByteSpan(min(marker.textStart, line.content.end), line.content.end)
    return line.capitals
      || LineReader.piece(of: line, from: text.start, to: text.end, bytes).capitals
  }

  /// Whether the document's bullets are written with this very dash.
  func dashIsBullet(_ marker: Marker, _ zone: Zone) -> Bool {
    let mark = bytes[marker.label.start..<marker.label.end]
    guard let other = zone.dash else {
      return mark.count == 1
    }
    return bytes[other.label.start..<other.label.end].elementsEqual(mark)
  }
}
