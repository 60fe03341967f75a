import PlanModel
import PlanText

/// The parts of a head among the phrases of its lines.
extension PlanReader {
  /// A part of the head that a phrase rule found.
  struct HeadPart {
    var match: RuleMatch
    var meaning: Meaning
    var span: ByteSpan
  }

  /// The parts of the head among all phrases, each the first and longest at its place; a head has
  /// no more than some ten of them.
  mutating func headParts(_ tokens: [Token]) -> [HeadPart] {
    var parts: [HeadPart] = []
    var matches = phrases(tokens)
    while parts.count < 64, let part = nextPart(tokens, matches, after: parts) {
      // "V/v tổ chức ngày hội … Sơn Hà, ngày 03 tháng 4 năm 2026": the date ends the subject.
      if let last = parts.last, last.meaning == .subject, part.span.start < last.span.end {
        parts[parts.count - 1].span = Blank.trim(
          bytes, ByteSpan(last.span.start, part.span.start))
      }
      parts.append(part)
      let end = part.match.end
      // What a part cuts through is looked for anew behind it, so that a place's name does not begin
      // inside a number's symbol.
      if matches.contains(where: { $0.start < end && $0.end > end && isPart(meaning($0)) }) {
        matches = phrases(tokens, from: end)
      } else {
        matches.removeAll { $0.start < end }
      }
    }
    return parts
  }

  /// Whether a meaning is that of a part of a head.
  private func isPart(_ meaning: Meaning) -> Bool {
    switch meaning {
    case .motto, .stamp, .draftMark, .subject, .number, .placeDate, .kind: true
    default: false
    }
  }

  /// Whether the name of the state stands behind a word in small letters on its line, as it does in a
  /// sentence: "… Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam".
  func namesState(_ match: RuleMatch, _ tokens: [Token]) -> Bool {
    guard match.start > 0, !tokens[match.start].shape.contains(.upper),
      case let word = tokens[match.start - 1], word.kind == .syllable,
      !word.shape.contains(.capitalized)
    else { return false }
    return bytes[Int(word.end)..<Int(tokens[match.start].start)].elementsEqual([0x20])
  }

  /// The first part among phrases that begin behind the parts before it.
  private mutating func nextPart(
    _ tokens: [Token], _ matches: [RuleMatch], after parts: [HeadPart]
  ) -> HeadPart? {
    for match in matches {
      let meaning = meaning(match)
      switch meaning {
      case .stamp, .draftMark, .subject: break
      case .motto:
        if namesState(match, tokens) { continue }
      case .number, .placeDate:
        if parts.contains(where: { $0.meaning == meaning }) { continue }
        if meaning == .number, isOfCitedName(match, tokens) { continue }
        // Behind the motto of a head that was poured into lines nothing tells of a sentence.
        let start = capture("place", of: match, tokens)?.lowerBound ?? match.start
        let isBehindMotto = parts.last?.meaning == .motto && parts.last?.match.end == start
        if isOthers(match, tokens), !isBehindMotto, !isBareDate(match, tokens, behind: parts) {
          continue
        }
      case .kind:
        // "Kế hoạch số 12" in a note is no kind; the kind is in capitals.
        guard tokens[match.start].shape.contains(.upper), stands(match, tokens, parts.count),
          !parts.contains(where: { $0.meaning == .kind }),
          !decides(match, tokens), !isInName(match, tokens, matches)
        else { continue }
      default: continue
      }
      var part = HeadPart(
        match: match, meaning: meaning, span: span(tokens, match.start..<match.end))
      if meaning == .kind, let end = kindEnd(of: match, tokens) {
        part.match.end = end
        part.span = span(tokens, match.start..<end)
      }
      if meaning == .subject { part.span.end = subjectEnd(part.span.start) }
      if meaning == .placeDate { part.span.start = placeStart(match, tokens) }
      if meaning == .number {
        if let end = partStart(inside: match, matches, tokens) {
          guard let own = number(tokens, match.start..<end) else { continue }
          part.match = own
          part.span = span(tokens, own.start..<own.end)
        }
        part.span.end = numberEnd(part.match, tokens)
      }
      return part
    }
    return nil
  }

  /// Where a kind ends whose last words begin the title, on the next line or before a field of work:
  /// "KẾ HOẠCH" / "CÔNG TÁC ĐỘI NĂM 2031", "KẾ HOẠCH CÔNG TÁC ĐỘI"; `nil` for one that has a line
  /// for itself or stands before a time: "KẾ HOẠCH CÔNG TÁC NĂM 2031".
  private mutating func kindEnd(of match: RuleMatch, _ tokens: [Token]) -> Int? {
    let isBroken = { (bytes: [UInt8], next: Int) in
      bytes[Int(tokens[next - 1].end)..<Int(tokens[next].start)].contains(0x0A)
    }
    guard value("line", of: match) == "one", match.end < tokens.count,
      tokens[match.end].kind == .syllable, !isBroken(bytes, match.end)
    else { return nil }
    let broken = (match.start + 1..<match.end).first { isBroken(bytes, $0) }
    guard broken != nil || !isOfTime(match.end, tokens) else { return nil }
    let length = match.end - match.start
    // The kind that the first of these words are.
    for whole in phrases(Array(tokens[match.start..<match.end])) where whole.end < length {
      let end = match.start + whole.end
      if meaning(whole) == .kind, whole.start == 0, end == broken ?? end { return end }
    }
    return nil
  }

  /// Whether a time with its number stands at a token, for which work is planned: "NĂM 2031".
  private func isOfTime(_ place: Int, _ tokens: [Token]) -> Bool {
    guard let words = grammar.list("work-times"),
      let end = grammar.entry(in: words, tokens, at: place)?.end
    else { return false }
    return tokens[end...].prefix(2).contains { $0.kind == .number }
  }

  /// Whether a date without its word stands right behind the number, in a head that has the motto
  /// or alone on its line: "Số: 12/KH-SCT<TAB>Sơn Hà, 05/6/2023".
  private func isBareDate(_ match: RuleMatch, _ tokens: [Token], behind parts: [HeadPart]) -> Bool {
    guard value("form", of: match) == "bare", let last = parts.last, last.meaning == .number,
      last.match.end == match.start
    else { return false }
    if parts.contains(where: { $0.meaning == .motto }) { return true }
    let isBroken = { (bytes: [UInt8], left: Token, right: Token) in
      bytes[Int(left.end)..<Int(right.start)].contains(0x0A)
    }
    return isBroken(bytes, tokens[match.start - 1], tokens[match.start])
      && (match.end == tokens.count || isBroken(bytes, tokens[match.end - 1], tokens[match.end]))
  }

  /// Where the kind begins that stands on the line below a number left open, or the motto behind a
  /// dash: "Số:  /KH-" above "KẾ HOẠCH", "Số:  /KH-SCT" above "- CỘNG HÒA …".
  private func partStart(
    inside number: RuleMatch, _ matches: [RuleMatch], _ tokens: [Token]
  ) -> Int? {
    matches.first { match in
      guard match.start > number.start, match.start < number.end, match.end > number.end,
        tokens[match.start].shape.contains(.upper)
      else { return false }
      if meaning(match) == .motto { return true }
      return meaning(match) == .kind
        && bytes[Int(tokens[match.start - 1].end)..<Int(tokens[match.start].start)].contains(0x0A)
    }?.start
  }

  /// The number that some tokens alone are.
  private mutating func number(_ tokens: [Token], _ range: Range<Int>) -> RuleMatch? {
    phrases(Array(tokens[..<range.upperBound]), from: range.lowerBound)
      .first { meaning($0) == .number }
  }

  /// Whether a number or date belongs to a document that a title names: "Quyết định số
  /// 12/QĐ-UBND", "… NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22 THÁNG 12 NĂM 2024 …".
  mutating func isOthers(_ match: RuleMatch, _ tokens: [Token]) -> Bool {
    var start = match.start
    if meaning(match) == .placeDate {
      if isInSentence(match, tokens) || isTime(match, tokens) { return true }
      let place = placeStart(match, tokens)
      while start + 1 < match.end, Int(tokens[start].start) < place { start += 1 }
    }
    let first = tokens[start]
    if !first.shape.contains(.capitalized) {
      return meaning(match) == .number && !fillsLine(match, tokens)
    }
    if meaning(match) == .number, isOfCitedName(match, tokens) { return true }
    guard first.shape.contains(.upper), start > 0 else { return false }
    // "Số: 12/TB-VP TP. Sơn Hà, ngày …": only what shortens the word before its name is in capitals.
    if meaning(match) == .placeDate,
      let name = tokens[(start + 1)..<match.end].first(where: { $0.kind == .syllable }),
      !name.shape.contains(.upper)
    {
      return false
    }
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
    guard after.kind == .syllable, isNear(end, Int(after.start)) else { return false }
    // "Ngày 03 tháng 4 năm 2026, Chính phủ ban hành …": no place before it, and a comma behind it.
    let goesOn =
      next > match.end && capture("place", of: match, tokens) == nil
      && !after.shape.contains(.upper)
    return goesOn || !after.shape.contains(.capitalized)
  }

  /// Whether a blank at most stands between two places of a line.
  func isNear(_ start: Int, _ end: Int) -> Bool {
    end - start <= 2 && bytes[start..<end].allSatisfy { $0 == 0x20 }
  }

  /// Where the place before a date begins: a body in capitals on its left is no part of it.
  private mutating func placeStart(_ match: RuleMatch, _ tokens: [Token]) -> Int {
    guard let captured = capture("place", of: match, tokens) else {
      return Int(tokens[match.start].start)
    }
    // "ĐẢNG ỦY XÃ SƠN HÀ - Sơn Hà, ngày …": the dash is none of the place.
    let line = placeLine(match, tokens)
    let place = captured.drop { $0 < line || tokens[$0].kind == .mark }
    let start = Int(tokens[place.first ?? match.start].start)
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
    let first = place[(short ? name : name + 1)...].first { tokens[$0].kind != .mark }
    return first.map { Int(tokens[$0].start) } ?? start
  }

  /// Whether a kind is the word of a decision, behind which a colon stands.
  func decides(_ match: RuleMatch, _ tokens: [Token]) -> Bool {
    value("decides", of: match) == "yes" && match.end < tokens.count
      && markers.scalar(tokens[match.end]) == 0x3A
  }

  /// Whether a kind is a word of a body's name: "PHÒNG TÀI CHÍNH - KẾ HOẠCH", "BAN QUẢN LÝ" / "DỰ
  /// ÁN ĐẦU TƯ XÂY DỰNG".
  mutating func isInName(_ kind: RuleMatch, _ tokens: [Token], _ matches: [RuleMatch]) -> Bool {
    if matches.contains(where: { names($0, kind.start..<kind.end) }) { return true }
    let start = Int(tokens[kind.start].start)
    guard let index = lines.firstIndex(where: { $0.raw.end > start }), index > 0,
      lines[index].blanksBefore == 0
    else { return false }
    let own = allTokens(firstCell(lines[index]))
    guard let first = own.firstIndex(where: { Int($0.start) == start }) else { return false }
    let above = allTokens(firstCell(lines[index - 1]))
    let place = above.count + first..<above.count + first + kind.end - kind.start
    return phrases(above + own).contains { $0.start < above.count && names($0, place) }
  }

  /// Whether a phrase names a body and some words are a part of it.
  private func names(_ match: RuleMatch, _ words: Range<Int>) -> Bool {
    meaning(match) == .organisation && match.start <= words.lowerBound
      && words.upperBound <= match.end && words.count < match.end - match.start
  }

  /// Whether a number in capitals goes on with the name of a body, which ends above it in the document
  /// that set the body up: "ĐOÀN KIỂM TRA" / "THEO QUYẾT ĐỊNH" / "SỐ 12/QĐ-SCT".
  private mutating func isOfCitedName(_ number: RuleMatch, _ tokens: [Token]) -> Bool {
    let first = tokens[number.start]
    guard first.shape.contains(.upper), number.start + 1 < tokens.count,
      markers.scalar(tokens[number.start + 1]) != 0x3A,
      let index = lines.firstIndex(where: { $0.raw.end > Int(first.start) }), index > 0,
      lines[index].content.start == Int(first.start), lines[index].blanksBefore == 0
    else { return false }
    let above = allTokens(firstCell(lines[index - 1]))
    return phrases(above).contains {
      meaning($0) == .organisation && $0.end == above.count && value("form", of: $0) == "cited"
    }
  }

  /// What stands in the first column of a line.
  private func firstCell(_ line: Line) -> ByteSpan {
    var blanks = 0
    for offset in line.content.start..<line.content.end {
      blanks = bytes[offset] == 0x20 ? blanks + 1 : 0
      if bytes[offset] == 0x09 || blanks > 3 { return ByteSpan(line.content.start, offset) }
    }
    return line.content
  }

  /// Whether the kind stands at the beginning of a line or cell, or after another part.
  private mutating func stands(_ match: RuleMatch, _ tokens: [Token], _ parts: Int) -> Bool {
    guard match.start > 0, parts == 0 else { return !isInTitle(match, tokens) }
    if followsBody(match, tokens) { return true }
    let gap = bytes[Int(tokens[match.start - 1].end)..<Int(tokens[match.start].start)]
    return gap.contains { $0 == 0x0A || $0 == 0x09 } || gap.count > 3
      || tokens[match.start - 1].kind == .mark
  }

  /// Where a subject ends: with its line, with all lines that were joined to it, or with the lines
  /// below that go on with it.
  private mutating func subjectEnd(_ offset: Int) -> Int {
    let own = lines.firstIndex { $0.content.start <= offset && offset < $0.content.end }
    guard let own, lines[own].tabs == 0, !lines[own].pipe else { return lineEnd(offset) }
    let end = max(lineEnd(offset), lines[own].content.end)
    guard lines[own].content.start == offset else { return end }
    let last = subjectLine(below: own)
    return last > own ? lines[last].content.end : end
  }

  /// The end of the line that holds `offset`, blanks cut off.
  func lineEnd(_ offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x09, bytes[end] != 0x7C { end += 1 }
    return Blank.trimEnd(bytes, from: offset, to: end)
  }
}
