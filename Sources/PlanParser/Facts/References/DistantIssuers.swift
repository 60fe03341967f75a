import PlanModel
import PlanText

/// Finds issuers that do not stand behind the number: before it, or far behind.
extension PlanReader {
  /// "Ngày 22/12/2024, Bộ Chính trị đã ban hành Nghị quyết số 57-NQ/TW".
  func issuing(
    before start: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> (issuer: Range<Int>?, date: String?)? {
    let tokens = leaf.tokens
    if let word = parts.match(.issuedAt, endingAt: start, longest: 6) {
      return approving(before: word.start, tokens, parts).map { ($0, nil) }
    }
    guard let word = parts.match(.issued, endingAt: start), word.start > 0 else { return nil }
    // "Hội đồng Bộ trưởng (nay là Chính phủ) ban hành …"
    let named = beforeRenaming(word.start, tokens)
    let limit = max(0, named - 20)
    var first = named
    while first > limit {
      let token = tokens[first - 1]
      if token.kind == .mark, !isDash(token) { break }
      first -= 1
    }
    guard first > limit || first == 0 else { return nil }
    var date = day(before: first - 1, leaf)
    if date == nil, let time = leaf.times(in: limit..<word.start).last, time.start?.day != nil,
      time.range.contains(first), time.range.upperBound < word.start
    {
      // "Ngày 12/3/2026 Bộ Công Thương đã ban hành …": without a comma.
      (date, first) = (day(time)?.value, time.range.upperBound)
    }
    // "Gần đây Bộ Công Thương đã ban hành …"
    if let opening = parts.match(.opening, at: first), opening.end < word.start {
      first = opening.end
    }
    guard let name = issuerName(tokens, from: first, parts), name.upperBound == named else {
      // "Ngày 06/10/2025, cơ quan thường trực đã có văn bản số 127/VH-TT": somebody wrote then.
      return date.map { (nil, $0) }
    }
    return (name, date)
  }

  /// "đã được Thủ tướng Chính phủ phê duyệt tại Quyết định số 12/QĐ-TTg".
  private func approving(
    before end: Int, _ tokens: [Token], _ parts: DocumentParts
  ) -> Range<Int>? {
    guard let heads = grammar.list("issuer-heads") else { return nil }
    for first in max(0, end - 12)..<end
    where tokens[first].shape.contains(.capitalized)
      && grammar.entry(in: heads, tokens, at: first) != nil
    {
      if let name = issuerName(tokens, from: first, parts), name.upperBound == end { return name }
    }
    return nil
  }

  /// The day that ends right before the comma at a token.
  private func day(before comma: Int, _ leaf: FactLeaf) -> String? {
    guard comma > 0, bytes[Int(leaf.tokens[comma].start)] == UInt8(ascii: ",") else { return nil }
    // Times stand in order and do not overlap: the last that begins before the comma.
    var low = 0
    var high = leaf.times.count
    while low < high {
      let middle = (low + high) / 2
      if leaf.times[middle].range.lowerBound < comma { low = middle + 1 } else { high = middle }
    }
    guard low > 0, leaf.times[low - 1].range.upperBound == comma,
      leaf.times[low - 1].start?.day != nil
    else { return nil }
    return day(leaf.times[low - 1])?.value
  }

  /// "Công ty … tại Văn bản số 12": the name fills the clause before.
  func writer(
    before start: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> Range<Int>? {
    // "tại Văn bản", "tại các Văn bản"
    func place(of part: DocumentParts.Part) -> Int? {
      [start - 1, start - 2].first { $0 >= 0 && (parts.match(part, at: $0)?.end ?? 0) > start }
    }
    let written = place(of: .written)
    guard let heads = grammar.list("writer-heads"), var end = place(of: .asked) ?? written else {
      return nil
    }
    let tokens = leaf.tokens
    var first = end
    let limit = max(0, end - 24)
    /// Where the name ends at its last mark, if it is not that of one who asks.
    var marked: Int?
    while first > limit {
      let token = tokens[first - 1]
      if parts.match(.issuer, at: first - 1) != nil { break }
      if token.kind == .mark, !isDash(token), bytes[Int(token.start)] != UInt8(ascii: "&") {
        // "Sở Văn hóa, Thể thao và Du lịch", "Giám đốc các Sở: Tài chính, Nội vụ".
        let isInside = [UInt8(ascii: ","), UInt8(ascii: ":")].contains(bytes[Int(token.start)])
        guard isInside, first < end, tokens[first].shape.contains(.capitalized) else { break }
        marked = marked ?? first
      }
      first -= 1
    }
    // "đề nghị của các đơn vị: Công ty …": the first of several, each with its document.
    if let marked,
      !tokens[first].shape.contains(.capitalized) || !isAsked(before: first, tokens, parts)
    {
      first = marked
    }
    guard first < end, first > limit || first == 0, tokens[first].shape.contains(.capitalized)
    else { return nil }
    // "đề nghị của Trạm Y tế xã tại Tờ trình": whoever asks wrote it.
    let asks = isAsked(before: first, tokens, parts)
    guard asks || written == end && grammar.entry(in: heads, tokens, at: first) != nil else {
      return nil
    }
    // "Sở Nội vụ trả lời tại Văn bản số 12/SNV-CC": the name ends before what it did.
    if let verbs = grammar.list("writer-verbs"),
      let verb = (first + 1..<max(first + 1, end)).first(where: {
        !tokens[$0].shape.contains(.capitalized) && grammar.entry(in: verbs, tokens, at: $0) != nil
      })
    {
      end = verb
    } else if !asks, let name = issuerName(tokens, from: first, parts), name.upperBound < end,
      parts.match(.about, at: name.upperBound) != nil
        || parts.match(.hour, at: name.upperBound) != nil
    {
      // "Chủ tịch UBND tỉnh về tăng cường quản lý đất đai tại Công văn số 512/UBND-KT".
      // "Ban Thường vụ Thành ủy tại Hội nghị ngày 04/7/2026 theo Thông báo số 49-TB/TU".
      end = name.upperBound
    }
    return first..<end
  }

  /// Whether "đề nghị của" stands before a name.
  private func isAsked(before name: Int, _ tokens: [Token], _ parts: DocumentParts) -> Bool {
    guard name > 2, parts.match(.issuer, at: name - 1) != nil,
      let words = grammar.list("asking-words")
    else { return false }
    return grammar.entry(in: words, tokens, at: name - 3)?.end == name - 1
  }

  /// "… hướng dẫn … do Bộ Tài chính ban hành".
  func distantIssuer(
    after place: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> Range<Int>? {
    guard let word = parts.first(.by, from: place), word.start - place <= 80 else { return nil }
    for index in place..<word.start where leaf.tokens[index].kind == .mark {
      if bytes[Int(leaf.tokens[index].start)] == UInt8(ascii: ";") { return nil }
    }
    // Another document in between is the one that was issued so.
    if let number = parts.first(.number, from: place), number.start < word.start { return nil }
    guard let name = issuerName(leaf.tokens, from: word.end, parts) else { return nil }
    if parts.match(.issued, at: name.upperBound) != nil { return name }
    // "do Bộ Tài chính và Bộ Xây dựng ban hành"
    guard let and = parts.match(.and, at: name.upperBound)?.end,
      let heads = grammar.list("issuer-heads"),
      grammar.entry(in: heads, leaf.tokens, at: and) != nil,
      let second = issuerName(leaf.tokens, from: and, parts),
      parts.match(.issued, at: second.upperBound) != nil
    else { return nil }
    return name.lowerBound..<second.upperBound
  }
}
