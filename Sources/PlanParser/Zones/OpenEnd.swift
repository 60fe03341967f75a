import PlanModel
import PlanText

/// What shows that a unit goes on in the next line, though that begins with a capital.
extension PlanReader {
  /// How many words of a sentence alone at the end of a line show that it has only begun.
  private static let begunWords = 3
  /// How many characters a line has at least that a class of body ends without its name.
  static let classWidth = 45
  /// How many characters a name has at most that stands alone on the rest of its line.
  private static let nameWidth = 24

  /// Whether a line stands between the same two blank lines as the unit above it, in a text that
  /// parts its units by them: "- Hội Nông dân xã" / "Sơn Hà (mời dự)".
  ///
  /// A title and the text right under it are two; so is what a colon or a semicolon parts, and a
  /// sentence that begins a line where lines are cut at a margin.
  mutating func isInsidePart(_ line: Line, _ tokens: [Token], of last: Draft) -> Bool {
    guard wrap.isParted, line.tabs == 0, !line.pipe, !line.bare, !line.capitals || line.width <= 8,
      last.ending == .open || last.ending == .comma || line.startsLower,
      !opensText(line, tokens)
    else { return false }
    guard let marker = last.marker, marker.family != .bullet, last.pieces.count == 1 else {
      return true
    }
    if let text = last.pieces.first, isBareTitle(text) { return false }
    return line.startsLower || !wrap.isHard || wrap.isRagged || isFull(last, before: line)
  }

  /// Whether a unit surely goes on in `line`, which stands right under it.
  mutating func isLeftOpen(_ last: Draft, before line: Line, _ tokens: [Token]) -> Bool {
    guard !last.capitals, !last.bold, let piece = last.pieces.last else { return false }
    // "… với chủ đề “Chợ quê:" / "Văn minh, sạch đẹp” tại xã.": inside a quotation.
    if isQuoting(piece), closesQuotation(line.content) { return true }
    if isInsideBracket(last, before: line) { return true }
    if last.ending == .semicolon, isInsideSeries(last, before: line, tokens) { return true }
    if last.ending == .comma, !line.capitals, !opensText(line, tokens),
      asks(last)
        || last.lastWidth >= PlanReader.nameWidth
          && (last.marker != nil || last.parent >= 0)
    {
      return true
    }
    guard last.ending == .open else { return false }
    // "… phòng, chống dịch" / "COVID-19;"
    if last.lastWidth >= PlanReader.nameWidth, isNameOnly(line, tokens) { return true }
    // "… Tờ trình số" / "13/TTr-UBND", "… trồng rừng năm" / "2025 và định hướng".
    if beginsWithNumber(line), !beginsWithShare(tokens),
      let match = match(.counted, endOf: last, least: 16),
      value("next", of: match) == "yes" || value("sure", of: match) == "yes"
    {
      return true
    }
    if opensQuantity(line, tokens), match(.goesOnInNumber, endOf: last, least: 8) != nil {
      return true
    }
    guard !line.capitals else { return false }
    // "… đại biểu lần thứ" / "III nhiệm kỳ 2026 - 2031"
    if let first = tokens.first, first.shape.contains(.roman), first.shape.contains(.upper),
      match(.counted, endOf: last, least: 24) != nil
    {
      return true
    }
    // "… giáo dục tại huyện" / "Sơn Hà": the name of the place is still to come.
    let unnamed = beginsWithName(tokens) ? match(.unnamed, endOf: last, least: 16) : nil
    if let unnamed, piece.count > 24,
      value("sure", of: unnamed) == "yes" || !wrap.isHard && piece.count > 60
    {
      return true
    }
    // "… cán bộ Trạm Y tế xã" / "Sơn Hà và cộng tác viên.": a lone title is shorter.
    if let unnamed, value("sure", of: unnamed) == "body", piece.count > PlanReader.classWidth,
      line.ended, !begins(withBody: tokens)
    {
      return true
    }
    if splitsName(piece, tokens) || goesOnInName(last, tokens) { return true }
    // "… với Trung tâm Khuyến công" / "Sơn Hà tổ chức …": a body there would begin a text.
    if let unnamed, value("sure", of: unnamed) == "name", !begins(withBody: tokens) {
      return true
    }
    if let match = match(.joiner, endOf: last, least: 8), let strong = value("strong", of: match) {
      let isLong = piece.count > 12
      // "Phối hợp với" / "Sở Công Thương"
      if isLong,
        strong == "yes" || strong == "named" && !isTitled(last)
          || last.lastWidth >= PlanReader.classWidth && !opensText(line, tokens)
      {
        return true
      }
      // "… lập danh sách gửi" / "Phòng Kinh tế": the verb wants its object.
      // "Đề nghị Ban" / "Thường trực …": the name has only begun.
      if isLong && strong == "verb" || strong == "head" && asks(last), !opensText(line, tokens) {
        return true
      }
    }
    // "… trên thế giới. Dịch bệnh" / "MERS-CoV tiếp tục …"
    return hasBegun(sentenceAtEndOf: piece) && !opensText(line, tokens)
  }

  /// Whether a name in a list of names is cut between its words.
  ///
  /// "… các xã Sơn Hà, Nà" / "Khoai, Sơn Lâm.", "… và xã Nà" / "Khoai."
  private mutating func splitsName(_ piece: ByteSpan, _ next: [Token]) -> Bool {
    guard piece.count > 24, next.count > 1, isNamePart(next[0]), next[1].kind == .mark else {
      return false
    }
    var start = piece.end - 16
    while bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard let last = allTokens(ByteSpan(start, piece.end)).last, isNamePart(last) else {
      return false
    }
    switch markers.scalar(next[1]) {
    case 0x2C: return next.count > 2 && isNamePart(next[2])
    case 0x2E, 0x3B: return next.count == 2
    default: return false
    }
  }

  private func isNamePart(_ token: Token) -> Bool {
    token.kind == .syllable && token.shape.contains(.capitalized) && !token.shape.contains(.single)
  }

  /// Whether a unit may be the title of what stands below, as "Mục tiêu của Đề án" is.
  private func isTitled(_ unit: Draft) -> Bool {
    unit.marker.map { $0.family != .bullet } ?? false && unit.pieces.count == 1
  }

  /// Whether a line begins with a number that labels no unit: "10,5%/năm.", "65 triệu đồng".
  private mutating func opensQuantity(_ line: Line, _ tokens: [Token]) -> Bool {
    guard beginsWithNumber(line), let first = tokens.first, first.kind == .number else {
      return false
    }
    return beginsWithShare(tokens) || marker(tokens) == nil
  }

  /// Whether a line begins with a share or a decimal, which numbers nothing: "80% số hộ".
  private func beginsWithShare(_ tokens: [Token]) -> Bool {
    guard tokens.count > 2, tokens[0].kind == .number, !tokens[1].shape.contains(.spaced) else {
      return false
    }
    switch markers.scalar(tokens[1]) {
    case 0x25: return true
    case 0x2C: return tokens[2].kind == .number && !tokens[2].shape.contains(.spaced)
    default: return false
    }
  }

  /// Whether the last line of a unit asks somebody for something, which no title does: "Đề nghị Hội
  /// Làm vườn huyện," / "Hội Sinh vật cảnh huyện vận động …".
  private mutating func asks(_ last: Draft) -> Bool {
    guard let piece = last.pieces.last else { return false }
    return phrases(allTokens(piece)).contains {
      [.sentenceVerb, .charge, .partner].contains(meaning($0))
    }
  }

  /// Whether a line begins with a number in brackets that follows one inside the text before, and
  /// the next number stands in it:
  /// "… ba hướng: (1) Dệt lụa;" / "(2) Nhuộm màu; (3) Thêu …".
  mutating func isInsideList(_ tokens: [Token], of last: Draft) -> Bool {
    guard let marker = markers.read(tokens), marker.family == .number, marker.style == 0x28,
      marker.value > 1, !last.capitals, let piece = last.pieces.last,
      last.marker.map({ $0.family != .number || $0.style != 0x28 }) ?? true
    else { return false }
    return holds(marker.value + 1, tokens) && holds(marker.value - 1, allTokens(piece))
  }

  /// Whether a line begins with a small numeral in brackets that its sentence counts: the next
  /// stands within the line, and the one before, where there is one, in the line above; or the two
  /// before stand within the lines above, where no unit begins.
  ///
  /// "… Cụ thể:" / "(i) Rà soát chợ; (ii)" / "Mở lớp; (iii) Phối hợp …"
  mutating func isInsideNumerals(_ line: Line, _ tokens: [Token], of last: Draft) -> Bool {
    guard wrap.isHard, line.indent <= last.lastIndent + 1, !last.capitals, tokens.count > 2,
      markers.scalar(tokens[0]) == 0x28, let value = smallNumeral(tokens[1]),
      let piece = last.pieces.last
    else { return false }
    if value > 2, countsWithin(last, upTo: value) { return true }
    return holds(numeral: value + 1, tokens)
      && (value == 1 ? last.marker == nil : holds(numeral: value - 1, allTokens(piece)))
  }

  /// How many lines of a sentence are looked at for the numerals that it counts.
  private static let countedLines = 12

  /// Whether the two small numerals before `value` stand in brackets within the last lines of a unit,
  /// and open none of them.
  private mutating func countsWithin(_ last: Draft, upTo value: Int) -> Bool {
    var wanted = value - 1
    for piece in last.pieces.suffix(PlanReader.countedLines).reversed() {
      let words = Array(allTokens(piece).dropFirst())
      while wanted >= value - 2, holds(numeral: wanted, words) { wanted -= 1 }
    }
    return wanted < value - 2
  }

  /// Whether a small numeral stands in brackets among some tokens.
  private func holds(numeral value: Int, _ tokens: [Token]) -> Bool {
    zip(tokens, tokens.dropFirst()).contains { open, word in
      markers.scalar(open) == 0x28 && smallNumeral(word) == value
    }
  }

  /// The value of a word that is a Roman numeral in small letters.
  private func smallNumeral(_ token: Token) -> Int? {
    guard token.kind == .syllable, token.shape.contains(.roman) || token.shape.contains(.single),
      !token.shape.contains(.upper)
    else { return nil }
    return Letters.roman(bytes[Int(token.start)..<Int(token.end)].lazy.map { $0 & 0xDF })
  }

  /// Whether a number stands behind a bracket among some tokens.
  private func holds(_ value: Int, _ tokens: [Token]) -> Bool {
    zip(tokens, tokens.dropFirst()).contains { open, number in
      markers.scalar(open) == 0x28 && markers.number(number) == value
    }
  }

  /// Whether one of the last lines of a unit opens a bracket that `line` closes: "(các tổ Toán, Sinh
  /// học" / "- Hóa học, Ngữ văn) lập kế hoạch".
  func isInsideBracket(_ last: Draft, before line: Line) -> Bool {
    guard !last.ending.endsUnit, leavesBracket(last.pieces.suffix(PlanReader.bracketLines)),
      // "a)" closes nothing.
      let close = bytes[line.content.start..<line.content.end].dropFirst(4).firstIndex(of: 0x29)
    else { return false }
    return !bytes[line.content.start..<close].contains(0x28)
  }

  /// How many lines a bracket runs over at most before the one that closes it.
  private static var bracketLines: Int { 3 }

  /// Whether the last bracket that some lines open stays open.
  private func leavesBracket(_ pieces: ArraySlice<ByteSpan>) -> Bool {
    for piece in pieces.reversed() {
      let mark = bytes[piece.start..<piece.end].last { $0 == 0x28 || $0 == 0x29 }
      if let mark { return mark == 0x28 }
    }
    return false
  }

  /// Whether a line stands at the margin of a text that indents all its paragraphs, right under the
  /// line before.
  func isAtMargin(_ line: Line) -> Bool {
    wrap.indentsAll && line.indent <= wrap.left + 1 && line.leadingTabs == 0
      && line.blanksBefore == 0
  }

  /// Whether a line stands further in than those that go on, right under a line of text, where the
  /// document sets only first lines so: it begins a paragraph, whatever its words and however full
  /// the line above.
  ///
  /// "… theo quy định;" / "    Theo hướng dẫn của Sở Công Thương, UBND xã …"
  func isSetIn(_ line: Line, below last: Draft) -> Bool {
    wrap.setsFirstIn && beginsParagraph(line) && !line.capitals && !last.capitals
      && (!line.startsLower || last.ending == .semicolon)
  }

  /// Whether a semicolon ends a legal basis whose last line had room, and `line` opens the next; or
  /// `line` says who issues the plan: "… năm 2030;" / "Bệnh viện Sơn Hà xây dựng Kế hoạch … như sau:".
  mutating func endsBasis(
    _ last: Draft, before line: Line, _ tokens: [Token], _ zone: Zone
  ) -> Bool {
    guard last.ending == .semicolon, last.marker == nil, zone.outline.isEmpty, !line.startsLower,
      wrap.isHard, line.ending == .colon || !isFull(last, before: line),
      let first = last.pieces.first
    else { return false }
    return lineMatch(.preamble, tokens) != nil && lineMatch(.preamble, self.tokens(first)) != nil
  }

  /// Whether a line is an abbreviation with the mark that ends its sentence: "COVID-19;".
  func isNameOnly(_ line: Line, _ tokens: [Token]) -> Bool {
    guard line.width <= PlanReader.nameWidth, line.ending == .stop || line.ending == .semicolon,
      let first = tokens.first, first.kind == .syllable, first.shape.contains(.upper),
      !first.shape.contains(.single)
    else { return false }
    return tokens.dropFirst().allSatisfy { !$0.shape.contains(.spaced) }
  }

  /// Whether a quotation that opens in a piece of text is still open at its end.
  private func isQuoting(_ piece: ByteSpan) -> Bool {
    var open = false
    var start = piece.start
    while let mark = quotationMark(from: start, to: piece.end) {
      open = bytes[mark + 2] == 0x9C
      start = mark + 3
    }
    return open
  }

  /// The first “ or ” from one offset up to another.
  private func quotationMark(from start: Int, to end: Int) -> Int? {
    var start = start
    while let place = ByteWord.first(0xE2, in: bytes, from: start, to: end - 2) {
      if bytes[place + 1] == 0x80, bytes[place + 2] == 0x9C || bytes[place + 2] == 0x9D {
        return place
      }
      start = place + 1
    }
    return nil
  }

  /// Whether a quotation that was opened before ends in a span.
  private func closesQuotation(_ span: ByteSpan) -> Bool {
    quotationMark(from: span.start, to: span.end).map { bytes[$0 + 2] == 0x9D } ?? false
  }

  /// Whether a sentence that begins in a piece of text has only its first words in it.
  private mutating func hasBegun(sentenceAtEndOf piece: ByteSpan) -> Bool {
    var start = max(piece.start, piece.end - 48)
    while start > piece.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let words = allTokens(ByteSpan(start, piece.end))
    guard let stop = words.lastIndex(where: { markers.scalar($0) == 0x2E && $0.kind == .mark }),
      stop + 1 < words.count, words[stop + 1].shape.contains([.spaced, .capitalized]),
      stop > 0, words[stop - 1].kind == .syllable, !words[stop - 1].shape.contains(.upper)
    else { return false }
    return words.count - stop - 1 <= PlanReader.begunWords
  }

  /// Whether a line whose only letters are capitals is the end of the sentence that filled the line
  /// above it: "… chưa đạt dưới" / "0,94% (5 HS).", "… khám, chữa bệnh và" / "KCB BHYT.".
  func endsFullLine(_ line: Line, _ last: Draft) -> Bool {
    wrap.isHard && line.ending == .stop && last.ending == .open && !last.capitals && !last.bold
      && last.lastRight > 0 && isFull(last, before: line)
  }

  /// Whether a scrap of a line closes the bracket that is open at the end of a unit: "(… 380,5" /
  /// "m²):".
  func closesBracket(_ line: Line, of last: Draft?) -> Bool {
    guard let piece = last?.pieces.last, line.blanksBefore == 0 else { return false }
    let open = bytes[piece.start..<piece.end]
    let close = bytes[line.content.start..<line.content.end]
    return open.count { $0 == 0x28 } > open.count { $0 == 0x29 }
      && close.contains(0x29) && !close.contains(0x28)
  }
}
