import PlanModel
import PlanText

/// Units that stand inside the line of another one, in documents whose other lines are whole.
extension PlanReader {
  /// Cuts lines before the units inside them: a Roman title and then its number one, the title of
  /// an appendix and the note that belongs under it, a short title and its lettered items, a title
  /// and its bullets, a lead-in or a sentence and the heading behind it.
  mutating func cutHeadings(from start: Int) {
    let headings = headingsInside(from: start)
    let cuts = lines.indices.dropFirst(start).compactMap { index -> (Int, [Int])? in
      if let cut = headings[index] ?? secondHeading(lines[index]) ?? noteInside(lines[index])
        ?? dottedInside(lines[index])
      {
        return (index, [cut])
      }
      let letters = lettersInside(index)
      let inner = letters.isEmpty ? bulletsInside(lines[index]) : letters
      if inner.isEmpty, let cut = bulletBehindTitle(index) ?? bulletBehindColon(lines[index]) {
        return (index, [cut])
      }
      return inner.isEmpty ? nil : (index, inner)
    }
    guard !cuts.isEmpty else { return }
    var result: [Line] = []
    result.reserveCapacity(lines.count + cuts.count)
    var next = 0
    for (index, offsets) in cuts {
      result += lines[next..<index]
      let line = lines[index]
      for (start, end) in zip([line.content.start] + offsets, offsets + [line.content.end]) {
        var piece = LineReader.piece(of: line, from: start, to: end, bytes)
        if start > line.content.start {
          piece.blanksBefore = 0
          piece.pageBefore = false
          piece.cut = true
        }
        result.append(piece)
      }
      next = index + 1
    }
    result += lines[next...]
    lines = result
  }

  /// How many tokens a title has at most before its lettered items on one line.
  private static let titleTokens = 16

  /// Where the lettered items of a numbered title begin on its line; empty when there are not at
  /// least two of them there or on the next line.
  ///
  /// "1. Mục đích a) Xem xét …; b) Phòng ngừa …".
  private mutating func lettersInside(_ index: Int) -> [Int] {
    let line = lines[index]
    guard line.width > 40, line.tabs == 0, !line.pipe, !line.capitals,
      bytes[line.content.start] < UInt8(ascii: "a"), holdsFirstLetter(line.content)
    else { return [] }
    guard let marker = markers.read(tokens(line.content)),
      marker.family == .number || marker.family == .dotted || marker.family == .roman
    else { return [] }
    let tokens = allTokens(line.content)
    var offsets: [Int] = []
    var last = 0
    for index in tokens.indices.dropFirst(2) where index + 2 < tokens.count {
      let token = tokens[index]
      guard token.shape.contains([.single, .spaced]), !token.shape.contains(.capitalized),
        markers.scalar(tokens[index + 1]) == 0x29, !tokens[index + 1].shape.contains(.spaced),
        let value = Letters.value(markers.scalar(token)),
        last == 0 ? value == 1 : Letters.follows(last, value)
      else { continue }
      if last == 0 {
        guard index <= PlanReader.titleTokens,
          tokens[index - 1].kind == .syllable
            || markers.scalar(tokens[index - 1]) == 0x3A
        else { return [] }
      } else {
        guard tokens[index - 1].kind == .mark else { continue }
      }
      offsets.append(Int(token.start))
      last = value
    }
    if offsets.count > 1 { return offsets }
    // "3. Nâng chất lượng vải a) Kiểm tra sợi." / "b) Kiểm tra vải."
    guard let next = unit(below: index), next.family == .lower, next.value == 2, next.style == 0x29
    else { return [] }
    return offsets
  }

  /// Whether "a)" stands behind a blank; few lines hold it, and no other need be cut into words.
  private func holdsFirstLetter(_ span: ByteSpan) -> Bool {
    var place = span.start + 1
    while let next = ByteWord.first(UInt8(ascii: ")"), in: bytes, from: place + 1, to: span.end) {
      if bytes[next - 1] == UInt8(ascii: "a"), bytes[next - 2] == 0x20 { return true }
      place = next
    }
    return false
  }

  /// Where a note begins behind a title in capitals: "PHÂN CÔNG NHIỆM VỤ (Kèm theo Kế hoạch …)".
  private mutating func noteInside(_ line: Line) -> Int? {
    guard bytes[line.content.end - 1] == UInt8(ascii: ")"), line.tabs == 0, !line.pipe,
      line.width < 1200, startsUpper(line)
    else { return nil }
    let tokens = allTokens(line.content)
    guard let open = tokens.firstIndex(where: { markers.scalar($0) == 0x28 }), open > 2,
      tokens[..<open].allSatisfy({ $0.kind != .syllable || $0.shape.contains(.upper) }),
      lineMatch(.note, tokens, from: open) != nil, markers.read(tokens) == nil
    else { return nil }
    return Int(tokens[open].start)
  }

  /// Whether the first two letters of a line are capitals.
  private func startsUpper(_ line: Line) -> Bool {
    var offset = line.content.start
    for _ in 0..<2 where offset < line.content.end {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      guard LetterCase(scalar) == .upper else { return false }
      offset += length
    }
    return true
  }

  /// Where the first Arabic number stands after a Roman numeral and its title in capitals.
  private mutating func secondHeading(_ line: Line) -> Int? {
    switch bytes[line.content.start] {
    case 0x49, 0x56, 0x58: break
    default: return nil
    }
    guard !line.capitals, line.width < 240, line.tabs == 0 else { return nil }
    let tokens = tokens(line.content)
    guard markers.read(tokens)?.family == .roman else { return nil }
    for index in tokens.indices.dropFirst(4) where tokens[index].kind == .number {
      guard tokens[index].shape.contains(.spaced), markers.number(tokens[index]) == 1,
        tokens[index - 1].shape.contains(.upper), index + 2 < tokens.count,
        markers.scalar(tokens[index + 1]) == 0x2E, !tokens[index + 1].shape.contains(.spaced),
        tokens[index + 2].shape.contains(.capitalized), !tokens[index + 2].shape.contains(.upper)
      else { continue }
      return Int(tokens[index].start)
    }
    return nil
  }

  /// Where the first unit under a numbered title begins on the title's line.
  ///
  /// "2. Nâng cao nhận thức 2.1. Mở lớp …"; the text of the unit may stand on the next line.
  private mutating func dottedInside(_ line: Line) -> Int? {
    guard line.width > 20, line.tabs == 0, !line.pipe, holdsDotted(line.content),
      let marker = markers.read(tokens(line.content)), marker.style == 0x2E,
      marker.family == .number || marker.family == .dotted
    else { return nil }
    let tokens = allTokens(line.content)
    for index in tokens.indices.dropFirst(3)
    where tokens[index].kind == .number && tokens[index].shape.contains(.spaced) {
      let before = tokens[index - 1]
      guard before.kind == .syllable, let inner = markers.read(tokens, from: index),
        inner.family == .dotted, inner.style == 0x2E, inner.values.head == marker.values,
        inner.value == 1
      else { continue }
      // "theo mục 2.1. …" names a place of the plan.
      return lineMatch(.counted, [before]) == nil ? Int(tokens[index].start) : nil
    }
    return nil
  }

  /// Whether a number, a dot and a one with its dot stand behind a blank; few lines hold them.
  private func holdsDotted(_ span: ByteSpan) -> Bool {
    guard bytes[span.start].isDigit else { return false }
    var place = span.start + 2
    while let next = ByteWord.first(0x2E, in: bytes, from: place + 1, to: span.end) {
      if bytes[next - 1] == 0x31, bytes[next - 2] == 0x2E, bytes[next - 3] >= 48,
        bytes[next - 3] <= 57
      {
        return true
      }
      place = next
    }
    return false
  }

  /// Where bullets begin behind a numbered title in capitals on its line.
  ///
  /// "II. MỤC TIÊU - 100% hồ sơ được số hóa; - 80% cán bộ được tập huấn."
  private mutating func bulletsInside(_ line: Line) -> [Int] {
    guard line.width > 20, line.tabs == 0, !line.pipe, !line.capitals, holdsDash(line.content)
    else { return [] }
    let opening = tokens(line.content)
    guard let marker = markers.read(opening) else { return [] }
    // "- Sửa đường thôn. - Mở chợ đầu xã."
    if marker.family == .bullet {
      return marker.style == 0x2D ? bullets(allTokens(line.content), from: 2) : []
    }
    guard
      let title = opening.firstIndex(where: { Int($0.start) >= marker.textStart }),
      let dash = opening[title...].firstIndex(where: { partsBullet($0) }), dash > title,
      opening[dash - 1].kind == .syllable, opensBullet(opening, dash + 1),
      isHeading(Array(opening[title..<dash])), !isPaired(line, opening, title..<dash)
    else { return [] }
    let tokens = allTokens(line.content)
    return [Int(tokens[dash].start)] + bullets(tokens, from: dash + 2)
  }

  /// How many words may stand behind the dash in a title of two parts, and in each of more.
  private static let pairedWords = 4
  private static let partWords = 3

  /// Whether dashes join the parts of a title in small letters, up to its colon or the line's end.
  ///
  /// "I. Mục đích - Yêu cầu", "2. Thời gian - Địa điểm - Kinh phí:", "3. Thời gian - Địa điểm: Ngày
  /// 12/3 tại hội trường". Bullets behind the colon show that the first dash is one too.
  private mutating func isPaired(_ line: Line, _ tokens: [Token], _ title: Range<Int>) -> Bool {
    guard !tokens[title].allSatisfy({ $0.kind != .syllable || $0.shape.contains(.upper) }) else {
      return false
    }
    let rest = tokens[(title.upperBound + 1)...]
    let end = rest.firstIndex { $0.kind == .mark && !partsBullet($0) } ?? rest.endIndex
    let parts = rest[..<end].split(omittingEmptySubsequences: false) { partsBullet($0) }
    let most = parts.count == 1 && end >= rest.endIndex - 1 ? Self.pairedWords : Self.partWords
    guard
      parts.allSatisfy({ part in
        (1...most).contains(part.count) && part.allSatisfy { $0.kind == .syllable }
      })
    else { return false }
    // What is left are the marks that end the line, or a colon and the text behind it.
    let behind = rest[end...].drop { markers.scalar($0) == 0x2A }
    guard let mark = behind.first else { return endsLine(rest, line) }
    guard markers.scalar(mark) == 0x3A else { return false }
    return behind.dropFirst().allSatisfy { $0.kind == .mark && !partsBullet($0) }
      ? endsLine(rest, line) : !holdsBullets(line, from: Int(mark.end))
  }

  /// Whether a line ends where some of its words do.
  private func endsLine(_ words: ArraySlice<Token>, _ line: Line) -> Bool {
    words.last.map { Int($0.end) == line.content.end } ?? false
  }

  /// Whether a dash between blanks stands in a line from an offset on.
  private mutating func holdsBullets(_ line: Line, from offset: Int) -> Bool {
    allTokens(ByteSpan(offset, line.content.end)).contains { partsBullet($0) }
  }

  /// Where dashes behind closing marks begin bullets among the tokens of a line.
  private func bullets(_ tokens: [Token], from first: Int) -> [Int] {
    var offsets: [Int] = []
    for index in tokens.indices.dropFirst(first)
    where partsBullet(tokens[index]) && opensBullet(tokens, index + 1) {
      let before = markers.scalar(tokens[index - 1])
      guard tokens[index - 1].kind == .mark, before == 0x3B || before == 0x2E || before == 0x3A
      else { continue }
      offsets.append(Int(tokens[index].start))
    }
    return offsets
  }

  /// Whether a dash may stand behind a blank inside a line.
  private func holdsDash(_ span: ByteSpan) -> Bool {
    for mark: UInt8 in [0x2D, 0xE2] {
      var place = span.start
      while let next = ByteWord.first(mark, in: bytes, from: place + 1, to: span.end) {
        if bytes[next - 1] == 0x20 { return true }
        place = next
      }
    }
    return false
  }

  /// Whether some words are a title: in capitals, or known to say what a section is for.
  private mutating func isHeading(_ words: [Token]) -> Bool {
    let isCapitals = words.allSatisfy { $0.kind != .syllable || $0.shape.contains(.upper) }
    return isCapitals || words.count <= 5 && lineMatch(.role, words) != nil
  }

  /// Whether a token is a dash between blanks.
  private func partsBullet(_ token: Token) -> Bool {
    token.kind == .mark && token.shape.contains(.spaced)
      && MarkerReader.bulletKind(markers.scalar(token)) == 0x2D
  }

  /// Whether the text of a bullet begins with a token: no word in capitals, which goes on with a
  /// title.
  private func opensBullet(_ tokens: [Token], _ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index].shape.contains(.spaced) else { return false }
    if tokens[index].kind == .number { return true }
    return tokens[index].shape.contains(.capitalized)
      && !tokens[index + 1].shape.contains(.upper)
      && (!tokens[index].shape.contains(.upper) || tokens[index].shape.contains(.single))
  }
}
