import PlanModel
import PlanText

/// The title (trích yếu) under the kind of a document.
extension PlanReader {
  /// Reads what follows the kind; the result is the line at which the preamble begins.
  mutating func title(after kind: ByteSpan) -> Int {
    guard var index = lines.firstIndex(where: { $0.raw.end >= kind.end }) else { return 0 }
    var pieces: [ByteSpan] = []
    var rest = Blank.trim(bytes, ByteSpan(kind.end, max(kind.end, lines[index].content.end)))
    // "KẾ HOẠCH: Tổ chức Ngày hội …", "KẾ HOẠCH – HỘI THAO": the mark is none of the title's.
    let (mark, length) = Scalars.decode(bytes, at: min(rest.start, bytes.count - 1))
    if rest.count > 3, mark == 0x3A || isSpacedDash(at: rest.start, mark, length) {
      rest = Blank.trim(bytes, ByteSpan(rest.start + length, rest.end))
    }
    if rest.count > 3, allTokens(rest).contains(where: { saysSomething($0) }) {
      if let cut = pouredTitle(rest, at: index) {
        return take(poured: rest, to: cut, at: index, of: kind)
      }
      pieces.append(rest)
    } else if let next = pouredTitle(below: index, of: kind) {
      return next
    }
    // The line of the kind that holds the whole title, or its first words.
    let line = lines[index]
    let opening =
      pieces.isEmpty ? nil : LineReader.piece(of: line, from: rest.start, to: rest.end, bytes)
    index = titleLines(from: index + 1, &pieces, after: opening)
    index = cutDecider(&pieces, before: index, of: kind)
    take(title: pieces)
    return note(from: index)
  }

  /// Takes the lines of the title from `index` on.
  mutating func titleLines(
    from start: Int, _ pieces: inout [ByteSpan], after opening: Line? = nil
  ) -> Int {
    var index = start
    var previous = opening
    var ruled = false
    while index < lines.count {
      let line = lines[index]
      if furniture(of: line) != nil {
        take(furniture: line)
        ruled = ruled || (line.bare && !pieces.isEmpty)
        index += 1
        continue
      }
      if takeStampInTitle(line) {
        index += 1
        continue
      }
      if line.pipe || line.tabs > 1 { break }
      let tokens = tokens(line.content)
      if !pieces.isEmpty, isStain(tokens) {
        addFurniture(.noise, line.content)
        index += 1
        continue
      }
      if lineMatch(.note, tokens) != nil { break }
      if lineMatch(.contents, tokens) != nil, !line.startsLower { break }
      // "(Dữ liệu minh họa)" under a title in capitals.
      if let last = previous, last.capitals, line.bracketed, !line.capitals, !line.startsLower {
        break
      }
      if previous != nil, isOwnBracket(at: index) { break }
      if let last = previous, last.capitals, !ruled, line.blanksBefore == 0,
        let cut = capitalsEnd(tokens)
      {
        // "XUÂN NĂM 2027 TẠI XÃ NÀ KHOAI. Tiếp tục …": the text begins where the capitals end.
        pieces.append(ByteSpan(line.content.start, cut))
        return cutLine(index, at: cut)
      }
      if let end = quotationEnd(at: index, after: previous), !ruled {
        pieces += lines[index...end].map(\.content)
        previous = lines[end]
        index = end + 1
        continue
      }
      if !pieces.isEmpty {
        guard !ruled, continuesTitle(at: index, tokens, after: previous) else { break }
      } else if let marker = marker(tokens), marker.family != .bullet, !opensSubject(tokens) {
        break
      } else if line.ending == .colon && line.width > 120 || isBasisAlone(line) {
        break
      }
      pieces.append(pieces.isEmpty ? unbulleted(line.content, tokens) : line.content)
      previous = line
      index += 1
    }
    return index
  }

  /// Whether words open a title with the short form of the words for its subject, whose first letter
  /// a label has too: "V.v tổ chức ngày hội …".
  private mutating func opensSubject(_ tokens: [Token]) -> Bool {
    phrases(tokens, startingBefore: 1).contains { meaning($0) == .subject && $0.start == 0 }
  }

  /// Whether a token is a number or a word of several letters, as no speck behind the kind is.
  private func saysSomething(_ token: Token) -> Bool {
    token.kind == .number || token.kind == .syllable && !token.shape.contains(.single)
  }

  /// Whether words below a title are what recognition made of a rule: "mm ........".
  private func isStain(_ tokens: [Token]) -> Bool {
    tokens.count { $0.kind == .mark } > 2
      && tokens.allSatisfy {
        $0.kind == .mark
          || $0.kind == .syllable && !$0.shape.contains(.capitalized) && !isPlausible($0)
      }
  }

  /// Whether a mark of some bytes is a dash between blanks.
  private func isSpacedDash(at place: Int, _ mark: UInt32, _ length: Int) -> Bool {
    MarkerReader.bulletKind(mark) == BulletOrder.dash && place > 0
      && bytes[place - 1] == 0x20 && place + length < bytes.count && bytes[place + length] == 0x20
  }

  /// The first line of a title without the bullet that a page put before it.
  private mutating func unbulleted(_ title: ByteSpan, _ tokens: [Token]) -> ByteSpan {
    guard let marker = marker(tokens), marker.family == .bullet, marker.textStart < title.end else {
      return title
    }
    return ByteSpan(marker.textStart, title.end)
  }

  /// Whether a line goes on with the title.
  private mutating func continuesTitle(at index: Int, _ tokens: [Token], after previous: Line?)
    -> Bool
  {
    let line = lines[index]
    if let marker = marker(tokens) {
      let text = ByteSpan(min(marker.textStart, line.content.end), line.content.end)
      if marker.family != .bullet || lineMatch(.preamble, self.tokens(text)) != nil { return false }
    }
    // "KẾ HOẠCH CỦA SỞ" / "thực hiện Nghị quyết …": a basis begins with a capital.
    if !line.startsLower, opensPreamble(at: index) || beginsText(at: index, after: previous) {
      return false
    }
    if lineMatch(.decision, tokens) != nil { return false }
    if isLatePart(line) || (isLateBody(line) && decides(at: index, after: previous)) {
      return false
    }
    if line.ending == .colon, lineMatchAtEnd(.leadIn, tokens) != nil { return false }
    if line.ended, line.width > 60 { return false }
    guard let previous else { return line.blanksBefore == 0 }
    if endsYears(of: previous, line, tokens) { return true }
    if line.leadingTabs > previous.leadingTabs { return false }
    if line.blanksBefore == 1, !line.pageBefore, isQuotation(line) { return true }
    if line.blanksBefore > 0 || line.pageBefore {
      if line.ending == .colon { return false }
      if line.startsLower, !previous.ended { return true }
      if line.blanksBefore == 1, lineMatch(.titleEnd, tokens) != nil { return true }
      if line.blanksBefore == 1, !line.pageBefore, namesUnit(of: previous, line, tokens) {
        return true
      }
      return line.blanksBefore == 1
        && (line.capitals && previous.capitals || line.bold && previous.bold)
        && line.width < 100 && line.heading == previous.heading
    }
    // "## Trồng tre chắn gió" / "### giai đoạn 2026 - 2030".
    if line.heading > 0, line.heading != previous.heading {
      return line.startsLower && previous.heading > 0 && !previous.ended
    }
    if let centred = line.centred, previous.centred == true {
      // Under a centred title a long line at the margin is text, however it is set.
      if !centred, line.width >= 60, !line.startsLower, !endsWideTitle(at: index) { return false }
    } else if line.bold != previous.bold {
      return false
    }
    if !previous.capitals, line.capitals { return false }
    if previous.capitals, !line.capitals {
      return !begins(bullet: line.content) && (line.width < 80 || endsLongTitle(at: index))
    }
    return line.width < 160 || line.startsLower
  }

  /// Whether a line as wide as the page has no end of its own, and a rule, a centred line or the
  /// preamble follows it.
  private mutating func endsWideTitle(at index: Int) -> Bool {
    guard lines[index].ending == .open, index + 1 < lines.count else { return false }
    let next = lines[index + 1]
    return next.bare || next.centred == true || opensPreamble(at: index + 1)
  }

  /// The widest line of a title below one in capitals.
  private static let longestLine = 240

  /// Whether a long line under one in capitals is no sentence, and a blank line, a rule or the preamble
  /// follows it: "KẾ HOẠCH TỔ CHỨC HỘI THI" / "đan lưới giỏi cấp xã … năm 2031".
  private mutating func endsLongTitle(at index: Int) -> Bool {
    let line = lines[index]
    guard line.ending == .open, line.width < Self.longestLine, index + 1 < lines.count else {
      return false
    }
    let next = lines[index + 1]
    guard next.blanksBefore > 0 || next.bare || opensPreamble(at: index + 1) else { return false }
    return line.startsLower || lineMatch(.opener, tokens(line.content)) == nil
  }

  /// Whether a line is a quotation and nothing else, as the theme of an event is.
  ///
  /// "Tổ chức sinh hoạt chuyên đề:" / "“Giữ nghề gốm”".
  private func isQuotation(_ line: Line) -> Bool {
    let (first, last) = (bytes[line.content.start], bytes[line.content.end - 1])
    let text = bytes[line.content.start..<line.content.end]
    return first == 0x22 && last == 0x22 && line.width > 2
      || text.starts(with: [0xE2, 0x80, 0x9C]) && text.suffix(3).elementsEqual([0xE2, 0x80, 0x9D])
  }

  /// Whether a line ends the years that the line above begins: "… GIAI ĐOẠN 2026" / "- 2028".
  private func endsYears(of previous: Line, _ line: Line, _ tokens: [Token]) -> Bool {
    guard tokens.count == 2, line.blanksBefore == 0, isDash(tokens[0]),
      tokens[1].kind == .number, tokens[1].end - tokens[1].start == 4
    else { return false }
    let end = previous.content.end
    return previous.content.count > 4
      && bytes[(end - 4)..<end].allSatisfy { $0.isDigit }
  }

  mutating func take(title lines: [ByteSpan]) {
    let pieces = lines.flatMap { withoutFurniture($0) }
    guard let first = pieces.first, let last = pieces.last else { return }
    plan.header.title = HeaderField(
      text: folder.fold(pieces), status: .present, span: ByteSpan(first.start, last.end))
    if lines.count > 1 {
      diagnose(
        .paragraphJoined, .parser, .note, "the title stands on \(lines.count) lines",
        ByteSpan(first.end, last.start), node: "header")
    }
  }

  /// The parts of a line of the title that stand beside stamps and marks of drafts.
  private func withoutFurniture(_ span: ByteSpan) -> [ByteSpan] {
    var parts: [ByteSpan] = []
    var start = span.start
    let inside = plan.furniture.map(\.span).filter { $0.start < span.end && $0.end > span.start }
    for furniture in inside.sorted(by: { $0.start < $1.start }) {
      if furniture.start > start { parts.append(ByteSpan(start, furniture.start)) }
      start = max(start, furniture.end)
    }
    if start < span.end { parts.append(ByteSpan(start, span.end)) }
    return parts.map { Blank.trim(bytes, $0) }.filter { !$0.isEmpty }
  }
}
