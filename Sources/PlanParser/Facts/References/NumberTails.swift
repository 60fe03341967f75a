import PlanModel
import PlanText

/// Reads what stands behind a document's number: its date and its issuer.
extension PlanReader {
  /// The date and the issuer behind a number, where they end, and where the subject may begin:
  /// behind a bracket that tells of amendments, if one parts the number from its issuer.
  func tail(
    after number: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> (date: String?, issuer: Range<Int>?, end: Int, behind: Int) {
    let place = behindAside(number, leaf, parts)
    var end = place
    var date: String?
    if let found = self.date(after: end, leaf, parts) {
      (date, end) = found
      // "Công văn số 12/UBND-VP (ngày 22/9/2025) của UBND tỉnh"
      if end < leaf.tokens.count, isMark(leaf.tokens[place], 0x28),
        isMark(leaf.tokens[end], 0x29)
      {
        end += 1
      }
    } else if let same = parts.match(.sameDay, at: skippingComma(leaf.tokens, end)) {
      end = same.end
    } else if let shared = dayOfNext(skippingComma(leaf.tokens, end), leaf) {
      (date, end) = shared
    } else if let wrong = time(at: skippingComma(leaf.tokens, end), leaf), wrong.isInvalid {
      // "ngày 17/3/20015 của Chính phủ": no date, but the issuer stands behind it.
      end = wrong.range.upperBound
    } else if let issuer = issuerBehindDamagedDay(end, leaf.tokens, parts) {
      end = issuer
    }
    var issuer: Range<Int>?
    let next = skippingComma(leaf.tokens, end)
    if let word = parts.match(.issuer, at: next) ?? parts.match(.issuer, at: end)
      ?? strayStop(end, leaf.tokens, parts),
      let name = issuingBody(behind: word, leaf.tokens, parts)
    {
      let whole = sender(of: name, leaf.tokens, parts)
      let both =
        listedIssuers(after: whole, of: number, leaf.tokens, parts)
        ?? secondIssuer(after: whole, of: name.lowerBound, leaf.tokens, parts)
      let isJoint = behindJointWord(word.end, leaf.tokens) == name.lowerBound
      issuer = (isJoint ? word.end : name.lowerBound)..<both
      end = issuer?.upperBound ?? end
      end = behindRenaming(skippingAbbreviation(leaf.tokens, end), leaf.tokens)
    } else if let both = jointIssuers(at: end, leaf.tokens, parts) {
      (issuer, end) = (both, both.upperBound)
    }
    // "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 Chính phủ về …" has lost its "của".
    if issuer == nil, date != nil, let heads = grammar.list("issuer-heads") {
      let meeting = parts.match(.meeting, at: end) ?? parts.match(.meeting, at: next)
      let start = meeting?.end ?? end
      if start < leaf.tokens.count, grammar.entry(in: heads, leaf.tokens, at: start) != nil,
        let name = issuerName(leaf.tokens, from: start, parts),
        parts.match(.about, at: name.upperBound) != nil
          || parts.match(.approving, at: name.upperBound) != nil
          || start > end && endsClause(name.upperBound, leaf.tokens)
      {
        (issuer, end) = (name, name.upperBound)
      }
    }
    if issuer == nil, let passed = parts.match(.passed, at: skippingComma(leaf.tokens, place)) {
      issuer = passer(passed, leaf.tokens)
    }
    if date == nil, let found = self.date(after: end, leaf, parts),
      issuer == nil || !opensClause(end, found.end, leaf.tokens)
    {
      (date, end) = found
    }
    if issuer == nil, let close = amendment(after: end, leaf.tokens, parts),
      let word = parts.match(.issuer, at: close)
    {
      issuer = issuerName(leaf.tokens, from: word.end, parts)
      if let issuer { return (date, issuer, end, issuer.upperBound) }
    }
    // "của HĐND xã khóa II, kỳ họp thứ 5 về …": which meeting passed it.
    let told = parts.match(.session, at: skippingComma(leaf.tokens, end))?.end ?? end
    return (date, issuer, end, behindShortName(told, leaf.tokens, parts))
  }

  /// Whether a day behind a comma is when somebody else acted, who stands right behind it: "… của Chính
  /// phủ, ngày 17 tháng 6 năm 2025 Bộ trưởng Bộ Y tế đã ban hành …".
  private func opensClause(_ comma: Int, _ end: Int, _ tokens: [Token]) -> Bool {
    guard isMark(tokens[comma], 0x2C), end < tokens.count,
      let heads = grammar.list("issuer-heads")
    else { return false }
    return tokens[end].shape.contains(.capitalized)
      && grammar.entry(in: heads, tokens, at: end) != nil
  }

  /// The place behind a bracket that only adds to a number, where its date follows: "02-NQ/TU (khóa
  /// XV) ngày 02/3/2026".
  private func behindAside(_ place: Int, _ leaf: FactLeaf, _ parts: DocumentParts) -> Int {
    guard place + 2 < leaf.tokens.count, isMark(leaf.tokens[place], 0x28),
      parts.match(.revising, at: place) == nil,
      let close = leaf.tokens[place...].prefix(Self.longestAside).firstIndex(where: {
        isMark($0, 0x29)
      }),
      leaf.times(in: place..<close).isEmpty,
      let date = time(at: close + 1, leaf), day(date) != nil
    else { return place }
    return close + 1
  }

  /// How many tokens such a bracket may have.
  private static var longestAside: Int { 12 }

  /// The place behind "liên" before the name of a body: "của liên Bộ Tài chính - Nội vụ".
  func behindJointWord(_ place: Int, _ tokens: [Token]) -> Int {
    guard let words = grammar.list("joint-words"), let heads = grammar.list("issuer-heads"),
      let end = grammar.entry(in: words, tokens, at: place)?.end,
      grammar.entry(in: heads, tokens, at: end) != nil
    else { return place }
    return end
  }

  /// Whether a text ends at a token, or a part of it.
  private func endsClause(_ place: Int, _ tokens: [Token]) -> Bool {
    place == tokens.count || isMark(tokens[place], 0x3B) || isMark(tokens[place], 0x2E)
  }

  /// The place behind a bracket between a document and its issuer: "Thông tư số 07/2016/TT-BTS (được
  /// sửa đổi tại Thông tư số …) của Bộ trưởng".
  private func amendment(
    after place: Int, _ tokens: [Token], _ parts: DocumentParts
  ) -> Int? {
    guard place < tokens.count, parts.match(.revising, at: place) != nil else { return nil }
    let close = tokens[place...].prefix(60).firstIndex {
      bytes[Int($0.start)] == UInt8(ascii: ")")
    }
    return close.map { $0 + 1 }
  }

  /// The word for the issuer behind a stop that recognition put there.
  private func strayStop(
    _ place: Int, _ tokens: [Token], _ parts: DocumentParts
  ) -> RuleMatch? {
    guard place + 1 < tokens.count, bytes[Int(tokens[place].start)] == UInt8(ascii: "."),
      !tokens[place + 1].shape.contains(.capitalized)
    else { return nil }
    return parts.match(.issuer, at: place + 1)
  }

  /// The end of a second body that issued together with the one that ends at a token: "của Bộ Tài
  /// chính và Bộ Xây dựng về …", but not "của Tỉnh ủy và Ủy ban nhân dân tỉnh chỉ đạo".
  private func secondIssuer(
    after place: Int, of first: Int, _ tokens: [Token], _ parts: DocumentParts
  ) -> Int {
    let isListed =
      place + 1 < tokens.count && isMark(tokens[place], 0x2C)
      && tokens[place + 1].key == tokens[first].key
    // "của Bộ Tư pháp, Bộ Nội vụ"
    let and = parts.match(.and, at: place)?.end ?? (isListed ? place + 1 : nil)
    guard let and, let heads = grammar.list("issuer-heads"),
      grammar.entry(in: heads, tokens, at: and) != nil,
      let second = issuerName(tokens, from: and, parts)
    else { return place }
    let end = second.upperBound
    let isWhole =
      end == tokens.count || parts.match(.about, at: end) != nil
      || parts.match(.approving, at: end) != nil
      || tokens[end].kind == .mark && !isDash(tokens[end])
    return isWhole ? end : place
  }

  /// The end of the name of those who were sent by another body: "Đoàn giám sát của Quốc hội".
  private func sender(
    of name: Range<Int>, _ tokens: [Token], _ parts: DocumentParts
  ) -> Int {
    guard let delegations = grammar.list("issuer-delegations"),
      grammar.entry(in: delegations, tokens, at: name.lowerBound) != nil,
      let word = parts.match(.issuer, at: name.upperBound)
    else { return name.upperBound }
    return issuerName(tokens, from: word.end, parts)?.upperBound ?? name.upperBound
  }

  /// The place behind a short name in brackets: "Ủy ban An toàn giao thông (ATGT)", "Phòng Cảnh sát
  /// cơ động (PK02)".
  private func skippingAbbreviation(_ tokens: [Token], _ place: Int) -> Int {
    guard place + 2 < tokens.count, bytes[Int(tokens[place].start)] == UInt8(ascii: "("),
      tokens[place + 1].shape.contains(.upper),
      case let close = isCodeNumber(place + 2, tokens) ? place + 3 : place + 2,
      close < tokens.count, isMark(tokens[close], 0x29)
    else { return place }
    return close + 1
  }

  /// The date behind a number: "…, ngày 10/12/2025", "(ngày 05/6/2023", "ngày   tháng 5 năm 2026".
  func date(
    after place: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> (value: String, end: Int)? {
    let start = skippingComma(leaf.tokens, place)
    // "Luật Thủy sản số 18/2017/QH14 ban hành ngày 21/11/2017"
    let issued = parts.match(.issued, at: start)?.end
    // "số 42/QĐ-UBND cùng ngày 15/01/2024"
    let same = parts.match(.sameDay, at: start).map { $0.end - 1 }
    // "Công điện số 03/CĐ-UBND hồi 10 giờ ngày 07/9/2025"
    let hour = parts.match(.hour, at: start)?.end
    // "Luật Thủy sản số 18/2017/QH14 được Quốc hội thông qua ngày 21/11/2017"
    let passed = parts.match(.passed, at: start)?.end
    for word in [start, parts.match(.day, at: start)?.end, issued, same, hour, passed] {
      if let word, let found = time(at: word, leaf).flatMap({ tornDay($0, leaf) ?? day($0) }) {
        return found
      }
    }
    // "Công văn số 12/UBND-VP - 22/9/2025 của UBND tỉnh"
    if start + 1 < leaf.tokens.count, isDash(leaf.tokens[start]),
      leaf.tokens[start].shape.contains(.spaced), let time = time(at: start + 1, leaf),
      time.start?.day != nil, let found = day(time)
    {
      return found
    }
    if let found = dayWithoutWord(at: start, leaf) { return found }
    if let month = monthOfBlankDay(at: start, leaf.tokens, parts) { return month }
    // The damaged day's own words end with that of the month, where the time begins.
    guard let damaged = parts.match(.damagedDay, at: start) else { return nil }
    return time(at: damaged.end - 1, leaf).flatMap { day($0) }
  }

  /// A day whose year stands with that of the next document alone: "số 12/QĐ-TTg ngày 03/01 và Quyết
  /// định số 14/QĐ-TTg ngày 08/01/2027".
  private func dayOfNext(_ place: Int, _ leaf: FactLeaf) -> (value: String, end: Int)? {
    guard let time = time(at: place, leaf), time.bound == .within, time.start == time.end,
      var date = time.start, date.day != nil, date.month != nil, date.year == nil,
      case let end = time.range.upperBound, end < leaf.tokens.count,
      let next = leaf.times(in: end..<min(leaf.tokens.count, end + Self.nextDay)).first,
      let year = next.start?.year, next.start?.day != nil, next.bound == .within,
      !leaf.tokens[end..<next.range.lowerBound].contains(where: { isMark($0, 0x3B) })
    else { return nil }
    date.year = year
    return date.exists ? date.edtf.map { ($0, end) } : nil
  }

  /// How far behind a day that of the next document may stand.
  private static var nextDay: Int { 24 }

  /// A day behind a number without the word for it: "167/TTr-SNV 13 tháng 5 năm 2026".
  private func dayWithoutWord(at place: Int, _ leaf: FactLeaf) -> (value: String, end: Int)? {
    guard place + 1 < leaf.tokens.count, let day = number(leaf.tokens[place]),
      let time = time(at: place + 1, leaf), time.bound == .within, !time.isInterval,
      var date = time.start, date.day == nil, date.month != nil, date.year != nil
    else { return nil }
    date.day = day
    return date.exists ? date.edtf.map { ($0, time.range.upperBound) } : nil
  }

  /// Who passed a law: what stands from its first capital to the verb.
  private func passer(_ passed: RuleMatch, _ tokens: [Token]) -> Range<Int>? {
    let verb = passed.end - 2
    return (passed.start..<verb).first { tokens[$0].shape.contains(.capitalized) }
      .map { $0..<verb }
  }

  /// The month of a day that is still to be filled in: "ngày .../5/2025".
  private func monthOfBlankDay(
    at place: Int, _ tokens: [Token], _ parts: DocumentParts
  ) -> (value: String, end: Int)? {
    guard parts.match(.day, at: place) != nil else { return nil }
    var start = place + 1
    while start < tokens.count, start - place <= Self.longestBlank, tokens[start].kind == .mark {
      start += 1
    }
    guard start > place + 2, start + 2 < tokens.count, isMark(tokens[start - 1], 0x2F),
      isMark(tokens[start + 1], 0x2F), let month = number(tokens[start]),
      let year = number(tokens[start + 2]), PartialDate.years.contains(year)
    else { return nil }
    let date = PartialDate(year: year, month: month)
    return date.exists ? date.edtf.map { ($0, start + 3) } : nil
  }

  /// How many dots may stand for a day.
  private static var longestBlank: Int { 12 }

  func day(_ time: LeafTime) -> (value: String, end: Int)? {
    // A year alone is when something is done: "thực hiện Đề án số 12-ĐA/TU năm 2026".
    guard time.bound == .within, time.start == time.end, time.start?.year != nil,
      time.start?.month != nil,
      let value = time.value
    else { return nil }
    return (value, time.range.upperBound)
  }

  /// The time that begins at a token.
  func time(at place: Int, _ leaf: FactLeaf) -> LeafTime? {
    var low = 0
    var high = leaf.times.count
    while low < high {
      let middle = (low + high) / 2
      if leaf.times[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low < leaf.times.count && leaf.times[low].range.lowerBound == place
      ? leaf.times[low] : nil
  }

  /// The place behind a comma or an opening bracket.
  func skippingComma(_ tokens: [Token], _ place: Int) -> Int {
    guard place < tokens.count, tokens[place].kind == .mark else { return place }
    let byte = bytes[Int(tokens[place].start)]
    return byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(") ? place + 1 : place
  }
}
