import PlanModel
import PlanText

/// Whether a line opens a unit of the outline or goes on with the one before it.
extension PlanReader {
  /// Whether a line looks like more of the unit before it, its own marker not considered.
  mutating func goesOn(_ line: Line, _ tokens: [Token], _ zone: Zone) -> Bool {
    guard let last = zone.drafts.last, last.open, !line.cut else { return false }
    if isTitle(line, of: last) { return true }
    guard line.heading == 0 else { return false }
    let gap = line.blanksBefore > 0 || line.pageBefore || line.number > last.lastLine + 1
    // A title on a line of its own and a text in plain type are two.
    if last.bold != line.bold, last.marker == nil || last.bold { return false }
    // "2." / "Chương trình": a label whose text stands on the next line, or behind one blank line.
    if last.pieces.isEmpty { return !gap || line.capitals || line.number <= last.lastLine + 2 }
    if pages.numbers.contains(line.number) || !gap && endsRange(line, of: last) { return true }
    if last.ending == .stop, lineMatch(.countedPoint, tokens) != nil { return false }
    if isSetIn(line, below: last) && (gap || !hangs(line, tokens, below: last))
      || endsAddress(last, before: line)
      || listsDocuments(last, before: tokens)
    {
      return false
    }
    if endsBasis(last, before: line, tokens, zone) { return false }
    if !gap, !line.capitals || isNameOnly(line, tokens), lineMatch(.preamble, tokens) == nil,
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
    let isTurned = gap && turnsPage(last, before: line)
    if !gap || isTurned, let piece = last.pieces.last, bytes[piece.end - 1] == 0x2D { return true }
    if !gap, isBegun(last, before: line) { return true }
    let heading = last.capitals && last.marker != nil
    if heading {
      if endsInsideBracket(line, of: last) { return true }
      // "TT" begins the column row of a table whose cells stand one to a line.
      return line.capitals && !last.ending.endsUnit && line.blanksBefore <= 1
        && (wrap.isHard || !gap || isOpenTitle(last))
        && (line.width > 6 || lineMatch(.column, tokens) == nil)
    }
    if gap, line.capitals, line.blanksBefore == 1, last.marker != nil, isOpenTitle(last) {
      return true
    }
    if !gap, isInsideNumerals(line, tokens, of: last) { return true }
    if !gap, isInsideList(tokens, of: last) || leadsOn(last, to: line, tokens) { return true }
    if !gap, isInsidePart(line, tokens, of: last) { return true }
    if !gap || isTurned, isLeftOpen(last, before: line, tokens) { return true }
    if isTurned, runsOverPage(last, to: line, tokens, zone) { return true }
    if !gap, isCutByHand(last), !opensText(line, tokens), !line.capitals { return true }
    // "- Đến năm 2030:" / "tỷ lệ hộ dùng nước sạch …": a bullet goes on in a small letter.
    if !gap, line.startsLower, last.ending == .colon, last.marker?.family == .bullet { return true }
    if line.capitals, line.width > 8 { return !gap && endsFullLine(line, last) }
    if isTurned, wrap.indentsAll || wrap.setsFirstIn, last.ending == .semicolon,
      line.indent <= wrap.left + 1,
      line.leadingTabs == 0
    {
      return true
    }
    if wrap.isHard, !gap, last.ending == .comma, last.marker?.family == .bullet,
      last.lastRight * 10 >= wrap.margin * 7
    {
      return true
    }
    if wrap.isHard, !gap {
      // Where paragraphs are indented, what stands at the margin goes on.
      if isAtMargin(line) { return true }
      // "2.1. Mở chợ" / "Đến năm 2030:", both indented.
      if wrap.indentsAll, beginsParagraph(line), last.ending == .open, last.marker != nil,
        !line.startsLower, !beginsWithDigit(line), !hangs(line, tokens, below: last)
      {
        return false
      }
      if wrap.indents, line.indent <= wrap.left + 1, line.leadingTabs == 0, !last.ending.endsUnit {
        return true
      }
      if isFull(last, before: line) {
        // A paragraph that fills its last line ends in a full stop; the next is indented.
        return !(last.ending == .stop || last.ending == .colon) || line.startsLower
          || !beginsParagraph(line)
      }
      if hangs(line, tokens, below: last) { return true }
      // A line that begins with a number begins no paragraph: "… trồng rừng năm" / "2025".
      if line.startsLower, last.ending == .semicolon { return true }
      if line.startsLower || beginsWithDigit(line) {
        return !last.ending.endsUnit && !last.capitals
      }
      return (breaksOff(last) || fillsItsLines(last, before: line)) && !opensText(line, tokens)
    }
    // "… theo tiến độ;" / "thường xuyên rà soát …": a small letter goes on after a semicolon too.
    if line.startsLower, last.ending == .semicolon { return true }
    if last.ending.endsUnit { return false }
    if line.startsLower { return !isBareHeading(last) }
    if wrap.isHard, gap {
      return isFull(last, before: line) && last.lastRight > 0
    }
    guard last.ending == .open else { return false }
    if wrap.isRagged, !gap, breaksOff(last), !opensText(line, tokens) { return true }
    if match(.joiner, endOf: last) != nil { return true }
    guard !gap, last.marker?.family == .bullet || last.marker == nil || last.lastWidth >= 60 else {
      return false
    }
    // "… mỗi xã một sản phẩm" / "(OCOP) cấp tỉnh …".
    return last.lastWidth >= 30 && opensBracket(line) && lineMatch(.note, tokens) == nil
  }

  /// Whether a line is the number that ends a range: "… GIAI ĐOẠN 2026 -" / "2030".
  private func endsRange(_ line: Line, of last: Draft) -> Bool {
    guard beginsWithNumber(line), line.width <= 12, let piece = last.pieces.last else {
      return false
    }
    let text = bytes[piece.start..<piece.end]
    let isDashed = text.last == 0x2D || text.suffix(3).elementsEqual("–".utf8)
    let before = text.dropLast(text.last == 0x2D ? 1 : 3).last { $0 != 0x20 }
    return isDashed && before.map { $0.isDigit } == true
  }

  /// Whether a heading in capitals goes on behind a blank line: "PHẠM VI," / "ĐỐI TƯỢNG ÁP DỤNG".
  private mutating func isOpenTitle(_ last: Draft) -> Bool {
    guard let piece = last.pieces.last,
      tokens(piece).allSatisfy({ $0.kind != .syllable || $0.shape.contains(.upper) })
    else { return false }
    if last.ending == .comma { return true }
    return match(.joiner, endOf: last, least: 12).map { value("strong", of: $0) == "yes" } ?? false
  }

  /// Whether a line begins right under the text of the unit above it, which its label hangs out of, and
  /// that one reaches near the margin: "1- UBND xã phối hợp với Ủy ban Mặt trận Tổ quốc Việt" / "Nam".
  private mutating func hangs(_ line: Line, _ tokens: [Token], below last: Draft) -> Bool {
    guard let text = last.pieces.first, last.pieces.count == 1, last.marker != nil, !last.capitals,
      last.ending == .open, line.indent > wrap.left + 1, line.leadingTabs == 0, !line.capitals,
      (last.lastRight - stretch(of: last)) * 9 >= wrap.margin * 8, marker(tokens) == nil
    else { return false }
    var column = last.indent
    var offset = last.span.start
    while offset < text.start {
      offset += Scalars.decode(bytes, at: offset).length
      column += 1
    }
    return column == line.indent
  }

  /// Whether a line set as a heading is the title of the label that stands alone above it, whatever the
  /// two styles: "Phần thứ nhất" / "Quan điểm, mục tiêu".
  private func isTitle(_ line: Line, of last: Draft) -> Bool {
    guard last.pieces.isEmpty, line.heading > 0, line.blanksBefore <= 1, !line.ended,
      let family = last.marker?.family
    else { return false }
    return family == .part || family == .chapter || family == .division
  }

  /// Whether a paragraph or bullet has a line that went on in the next, and its last line is about
  /// as long as that one and has no closing mark.
  private func isCutByHand(_ last: Draft) -> Bool {
    guard last.pieces.count > 1, let piece = last.pieces.last, last.ending == .open,
      last.marker == nil || last.marker?.family == .bullet, !last.capitals, !last.bold
    else { return false }
    return last.lastWidth >= PlanReader.cutWidth && piece.count * 5 >= last.pieces[0].count * 4
  }

  /// How many characters a line has at least that a hand cut.
  private static let cutWidth = 40

  /// Whether a paragraph or bullet breaks off without a mark near the margin: "… của UBND tỉnh Hoài"
  /// / "Lam về việc …", "… triển khai Kế hoạch" / "Phát triển thư viện".
  private func breaksOff(_ last: Draft) -> Bool {
    guard last.marker == nil || last.marker?.family == .bullet else { return false }
    return last.ending == .open && !last.capitals && !last.bold
      && (wrap.isRagged || last.lastRight * 10 >= wrap.margin * 7)
  }

  /// Whether a line opens a paragraph by its words, though no mark ends the one before it.
  mutating func opensText(_ line: Line, _ tokens: [Token]) -> Bool {
    lineMatch(.preamble, tokens) != nil || lineMatch(.closing, tokens) != nil
      || lineMatch(.decision, tokens) != nil || isBareTitle(line.content)
  }

  /// How many characters a line has at least that is a sentence below the one who is addressed.
  private static let addressedWidth = 40

  /// Whether the line of those who are addressed ends without a mark before a sentence: "Kính gửi:
  /// Phòng Văn hóa các xã" / "Sở Văn hóa đề nghị các xã triển khai như sau:".
  private mutating func endsAddress(_ last: Draft, before line: Line) -> Bool {
    guard last.marker == nil, last.ending == .open, !line.startsLower,
      line.width >= Self.addressedWidth, line.ended || isCutSentence(line),
      let first = last.pieces.first, let basis = lineMatch(.preamble, tokens(first)),
      value("addresses", of: basis) == "yes"
    else { return false }
    return line.ending != .semicolon && match(.joiner, endOf: last, least: 0) == nil
  }

  /// Whether a line is set in as the first of a sentence that goes on at the margin below it.
  ///
  /// "      Ngày 09 tháng 6 năm 2025, Chính phủ ban hành Nghị định tại" / "các đô thị lớn.".
  private mutating func isCutSentence(_ line: Line) -> Bool {
    guard line.ending == .open || line.ending == .comma, line.raw.end + 1 < bytes.count,
      line.leadingTabs == 0
    else { return false }
    let below = line.raw.end + 1
    let blanks = bytes[below...].prefix { $0 == 0x20 }.count
    guard blanks + Self.firstIndent <= line.indent, below + blanks < bytes.count,
      LetterCase(Scalars.decode(bytes, at: below + blanks).scalar) == .lower
    else { return false }
    let words = tokens(line.content)
    if lineMatch(.opener, words) != nil { return true }
    return phrases(words).contains {
      (meaning($0) == .sentenceVerb || meaning($0) == .issuerEnd)
        && !words[$0.start].shape.contains(.capitalized)
    }
  }

  /// How much further than the next a line is set in that begins a paragraph.
  private static let firstIndent = 3

  /// Whether a semicolon ends a document of a list that names one in each paragraph, and `line`
  /// names the next: "Nghị định số 12/2021/NĐ-CP …;" / "Thông tư số 03/2022/TT-BNV …".
  private mutating func listsDocuments(_ last: Draft, before line: [Token]) -> Bool {
    guard last.ending == .semicolon, last.marker == nil, let first = last.pieces.first else {
      return false
    }
    return namesDocument(line) && namesDocument(tokens(first))
  }

  /// Whether a line begins with the kind of a document in a capital.
  private mutating func namesDocument(_ tokens: [Token]) -> Bool {
    guard let first = tokens.first, first.shape.contains(.capitalized) else { return false }
    return phrases(tokens, startingBefore: 1).contains { meaning($0) == .documentKind }
  }

  /// Whether a unit is a legal basis that no mark ends yet: it goes on however its line was cut.
  mutating func isOpenBasis(_ last: Draft, _ zone: Zone) -> Bool {
    guard last.marker == nil, zone.outline.isEmpty, let first = last.pieces.first,
      last.ending == .open
        || last.ending == .comma && wrap.isHard && last.lastRight * 10 >= wrap.margin * 9
    else { return false }
    return lineMatch(.preamble, tokens(first)) != nil
  }

  /// Whether a few words and the line under them open the preamble, which neither does alone:
  /// "Trường THPT" / "Sơn Hà ban hành Kế hoạch …".
  private mutating func opensBasis(_ last: Draft, _ line: Line, _ zone: Zone) -> Bool {
    guard last.marker == nil, last.ending == .open, zone.outline.isEmpty, last.pieces.count == 1,
      last.lastWidth < 60, !last.capitals
    else { return false }
    let joined = tokens(ByteSpan(last.pieces[0].start, line.content.end))
    return lineMatch(.preamble, joined) != nil
  }

  /// Whether a unit is an article of a decision that no mark ends yet.
  mutating func isOpenProvision(_ last: Draft) -> Bool {
    guard last.marker?.family == .article, last.ending == .open, let first = last.pieces.first
    else { return false }
    return lineMatch(.provision, tokens(first)) != nil
  }

  /// Whether a line begins with two words in capitals, as a name does.
  func beginsWithName(_ tokens: [Token]) -> Bool {
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
  mutating func isBareTitle(_ text: ByteSpan) -> Bool {
    guard text.count < 60 else { return false }
    var words = tokens(text)
    if words.last?.kind == .mark { words.removeLast() }
    return words.count <= 5 && lineMatch(.role, words) != nil
  }

  /// Whether the margin cut a unit's last line: the first word of `line` would not have fitted.
  func isFull(_ last: Draft, before line: Line) -> Bool {
    wrap.isFull(
      last.lastRight - stretch(of: last), nextWord: firstWord(line), first: last.pieces.count == 1)
  }

  /// How many blanks set the words of a unit's last line apart that a hand ended and the program drew
  /// to the margin: "Mục                    đích"; 0 where the words fill most of it.
  private func stretch(of last: Draft) -> Int {
    guard let line = last.pieces.last, line.count <= PlanReader.prefix else { return 0 }
    var (blanks, drawn) = (0, 0)
    for byte in bytes[line.start..<line.end] {
      if byte == 0x0A { (blanks, drawn) = (0, 0) }
      blanks = byte == 0x20 ? blanks + 1 : 0
      drawn += blanks == 4 ? 3 : blanks > 4 ? 1 : 0
    }
    return drawn * 3 >= last.lastRight ? drawn : 0
  }

  private func beginsWithDigit(_ line: Line) -> Bool {
    let first = bytes[line.content.start]
    return first.isDigit
  }

  /// Whether a line begins with a number that no letter is glued to: "2025", not "7h30".
  func beginsWithNumber(_ line: Line) -> Bool {
    let digits = bytes[line.content.start..<line.content.end].prefix { $0.isDigit }
    guard !digits.isEmpty, digits.endIndex < line.content.end else { return !digits.isEmpty }
    return LetterCase(Scalars.decode(bytes, at: digits.endIndex).scalar) == .none
  }

  /// Whether a line is indented as the first of a paragraph.
  func beginsParagraph(_ line: Line) -> Bool {
    line.indent >= wrap.left + 3 || line.leadingTabs > 0
  }

  /// What a rule says of the last word of a unit: "theo quy định của", "Tờ trình số".
  mutating func match(_ meaning: Meaning, endOf draft: Draft, least: Int = 60) -> RuleMatch? {
    guard let piece = draft.pieces.last, piece.count > least else { return nil }
    var start = max(piece.start, piece.end - 24)
    while start > piece.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let tokens = allTokens(ByteSpan(start, piece.end))
    return match(meaning, endOf: tokens)
  }

  /// What a rule says of the last word of some, or of the last two or three; `nil` for a whole that
  /// only ends in such a word: "các năm tiếp theo".
  mutating func match(_ meaning: Meaning, endOf words: [Token]) -> RuleMatch? {
    // "… trong năm học" / "2026 - 2027"
    for count in [3, 2, 1] where count <= words.count {
      guard let match = lineMatch(meaning, words, from: words.count - count) else { continue }
      return value("whole", of: match) == nil ? match : nil
    }
    return nil
  }

  /// Whether a line opens a paragraph by its words ("Trên đây là …", "Căn cứ …").
  mutating func starts(paragraph tokens: [Token], _ line: Line, _ zone: Zone) -> Bool {
    guard let last = zone.drafts.last, last.ending != .open || line.blanksBefore > 0,
      !isAtMargin(line), !fillsLine(last, above: line)
    else { return false }
    // "Trên đây là Kế hoạch …," / "đề nghị các cơ quan …": the sentence goes on.
    if last.ending == .comma, line.blanksBefore == 0,
      line.startsLower || last.marker != nil || leadsOn(last, to: line, tokens)
    {
      return false
    }
    return lineMatch(.closing, tokens) != nil || lineMatch(.preamble, tokens) != nil
  }

  /// Whether a sentence ends where the margin cuts its paragraph, and the next one goes on at the
  /// margin in a text that sets paragraphs in or apart by blank lines: "Trên đây là Kế hoạch …." /
  /// "Trong quá trình thực hiện …".
  func fillsLine(_ last: Draft, above line: Line) -> Bool {
    guard last.ending == .stop, last.marker == nil, !line.pageBefore, line.blanksBefore == 0 else {
      return false
    }
    return (wrap.isParted || wrap.setsFirstIn) && !beginsParagraph(line)
      && isFull(last, before: line)
  }

  /// Whether the sentence that carries something out goes on with who issues the plan, in a text
  /// whose lines were cut by hand: "Thực hiện Quyết định số 12/QĐ-UBND," / "UBND xã ban hành …".
  private mutating func leadsOn(
    _ last: Draft, to line: Line, _ tokens: [Token]
  ) -> Bool {
    guard wrap.isHard, last.marker == nil, last.ending == .comma, let first = last.pieces.first,
      !(wrap.indentsAll && beginsParagraph(line))
    else { return false }
    // "Nhằm bảo đảm …," is no legal basis and leads on as well.
    if let basis = lineMatch(.preamble, allTokens(first)), value("leads", of: basis) != "yes" {
      return false
    }
    return lineMatch(.preamble, tokens).map { value("inline", of: $0) == "behind" } ?? false
  }

  /// The number of characters up to the first blank of a line.
  func firstWord(_ line: Line) -> Int {
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
