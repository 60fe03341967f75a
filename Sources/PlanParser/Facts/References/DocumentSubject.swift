import PlanModel
import PlanText

/// What a document is about (trích yếu), as a text names it.
extension PlanReader {
  /// How many tokens a subject may have.
  private static let longestSubject = 150

  /// The subject that begins behind a number, its date and its issuer.
  ///
  /// "Về …" always begins one; a verb ("quy định", "phê duyệt") only behind a date or an issuer,
  /// for "theo Kế hoạch số 12/KH-UBND triển khai …" goes on with its own sentence.
  func subject(
    after place: Int, _ leaf: FactLeaf, _ parts: DocumentParts, isFull: Bool
  ) -> Range<Int>? {
    let tokens = leaf.tokens
    let told = isFull ? told(behind: place, tokens, parts) : nil
    let start = told ?? skippingComma(tokens, place)
    guard start < tokens.count else { return nil }
    let isQuoted = isQuote(tokens[start])
    guard
      parts.match(.about, at: start) != nil || isQuoted || told != nil
        || (isFull && start == place && parts.match(.subject, at: start) != nil)
        || (isFull && (repeatsKind(at: start, leaf, parts) || settles(start, leaf, parts)))
    else { return nil }
    var quotes = 0
    var end = start
    let limit = min(tokens.count, start + PlanReader.longestSubject)
    let closing = isQuoted ? nil : closingQuote(around: start, before: limit, tokens, parts)
    while end < limit, end != closing {
      let token = tokens[end]
      if token.kind == .mark {
        if closing != nil, isMark(token, 0x3B) {
          // “Nghị quyết số 12/NQ-HĐND về …; khuyến khích …”: the quoted name goes on.
        } else if isQuote(token) {
          quotes += 1
          if isQuoted, quotes == 2 {
            end += 1
            break
          }
        } else if quotes % 2 == 0 {
          if let close = bracketInside(end, before: limit, tokens, parts) {
            end = close + 1
            continue
          }
          if endsSubject(end, leaf, parts) { break }
        }
      } else if quotes % 2 == 0, end > start, parts.match(.and, at: end) != nil,
        beginsDocument(end + 1, parts) && !joinsLaw(end + 1, from: start, parts)
          || joinsUnnumbered(end + 1, from: start, leaf, parts)
      {
        break
      } else if end > start,
        conveysOrder(end, leaf, parts)
          || quotes % 2 == 0 && reachesWhom(end, from: start, leaf, parts)
          || quotes % 2 == 0 && isVerdict(end, from: start, leaf)
      {
        break
      }
      end += 1
    }
    guard end < limit || limit == tokens.count else { return nil }
    // “… Nghị quyết số 12/NQ-HĐND” trong kỳ họp: the mark closes what began before.
    if isQuoted, quotes < 2, isMark(tokens[start], 0x201D) { return nil }
    while end > start, tokens[end - 1].kind == .mark,
      [UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ".")].contains(
        bytes[Int(tokens[end - 1].start)])
    {
      end -= 1
    }
    return end > start ? start..<end : nil
  }

  /// Where the subject begins that a colon announces: "của Thủ tướng Chính phủ: Phê duyệt Chiến lược".
  private func told(behind place: Int, _ tokens: [Token], _ parts: DocumentParts) -> Int? {
    guard place + 1 < tokens.count, isMark(tokens[place], 0x3A),
      tokens[place + 1].shape.contains(.capitalized), parts.match(.subject, at: place + 1) != nil
    else { return nil }
    return place + 1
  }

  /// Whether a sentence judges at a token how a document was carried out: "về phát triển đảng viên |
  /// còn chậm"; no document is about that, unless it is about a fault.
  private func isVerdict(_ place: Int, from start: Int, _ leaf: FactLeaf) -> Bool {
    guard leaf.zone != .preamble, place > start + 2,
      let verdicts = grammar.list("subject-verdicts"),
      grammar.entry(in: verdicts, leaf.tokens, at: place) != nil,
      let faults = grammar.list("subject-faults")
    else { return false }
    return !(start..<place).contains { grammar.entry(in: faults, leaf.tokens, at: $0) != nil }
  }

  /// How many tokens before a subject its kind and who is told of it are looked for.
  private static var longestTelling: Int { 40 }

  /// Whether those stand at a token whom a sentence tells of the document: "Phổ biến Kế hoạch số
  /// 12/KH-UBND về phòng cháy | đến toàn thể hội viên"; a document may be about reaching them, too.
  private func reachesWhom(
    _ place: Int, from start: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> Bool {
    guard place > start + 2, parts.match(.whom, at: place) != nil,
      let reaching = grammar.list("reaching-verbs"), let telling = grammar.list("telling-verbs"),
      !(start..<place).contains(where: { grammar.entry(in: reaching, leaf.tokens, at: $0) != nil })
    else { return false }
    return parts.kinds(from: max(0, start - Self.longestTelling), to: start).contains { kind in
      (max(0, kind.start - 5)..<kind.start).contains {
        grammar.entry(in: telling, leaf.tokens, at: $0)?.end == kind.start
      }
    }
  }

  /// Whether a legal basis goes on with what its document settles "about": ", quy định về hội thi".
  private func settles(_ place: Int, _ leaf: FactLeaf, _ parts: DocumentParts) -> Bool {
    guard let verb = parts.match(.approving, at: place) else { return false }
    return parts.match(.about, at: verb.end) != nil && isLegalBasis(leaf)
  }

  /// Whether a legal basis goes on behind the day of a document with its name, which begins with its
  /// kind: "Kế hoạch số 12/KH-PGDĐT ngày 19/9/2026 Kế hoạch kiểm tra …".
  private func repeatsKind(at place: Int, _ leaf: FactLeaf, _ parts: DocumentParts) -> Bool {
    guard isLegalBasis(leaf), leaf.tokens[place].shape.contains(.capitalized),
      let kind = parts.kind(at: place), parts.match(.number, at: kind.end) == nil,
      !beginsBareNumber(place, leaf.tokens, parts)
    else { return false }
    let first = leaf.tokens[..<place].firstIndex { $0.key == leaf.tokens[place].key }
    return first.map { parts.kind(at: $0)?.end == $0 + (kind.end - kind.start) } ?? false
  }

  /// Whether "và" joins a law to one that the subject which begins at `start` has named: "hướng dẫn thi
  /// hành Luật Thủy sản và Luật Biển"; with a number it is a document of its own.
  private func joinsLaw(_ place: Int, from start: Int, _ parts: DocumentParts) -> Bool {
    guard parts.match(.law, at: place) != nil, let kind = parts.kind(at: place),
      parts.match(.number, at: kind.end) == nil
    else { return false }
    return parts.kinds(from: start, to: place).contains {
      parts.match(.law, at: $0.start) != nil
    }
  }

  /// Whether "và" joins a document without a number to the one that a legal basis names, and tells
  /// who issued it: "… quy định Khung năng lực và Kế hoạch triển khai … của Sở Y tế".
  private func joinsUnnumbered(
    _ place: Int, from start: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> Bool {
    guard isLegalBasis(leaf), place < leaf.tokens.count,
      leaf.tokens[place].shape.contains(.capitalized), let kind = parts.kind(at: place),
      parts.kinds(from: start + 1, to: place).isEmpty
    else { return false }
    return endsWithIssuer(kind.end, leaf, parts)
  }

  /// Whether the part of a legal basis from a token on ends with who issued the document.
  func endsWithIssuer(_ start: Int, _ leaf: FactLeaf, _ parts: DocumentParts) -> Bool {
    let limit = min(leaf.tokens.count, start + Self.longestSubject)
    let end =
      (start..<limit).first {
        leaf.tokens[$0].kind == .mark && endsSubject($0, leaf, parts)
      } ?? limit
    return (start..<end).reversed().prefix(Self.longestEnd).contains { place in
      parts.match(.issuer, at: place).flatMap { word in
        issuerName(leaf.tokens, from: word.end, parts)
      }?.upperBound == end
    }
  }

  /// Whether a letter begins at a token that brings the order with which the sentence begins: "Thực
  /// hiện chỉ đạo về … Nghị định số 83/2017/NĐ-CP … tại Thông báo số 319/TB-VPCP".
  private func conveysOrder(_ place: Int, _ leaf: FactLeaf, _ parts: DocumentParts) -> Bool {
    guard parts.match(.written, at: place) != nil, beginsDocument(place + 1, parts),
      let basis = grammar.list("basis-words"), let orders = grammar.list("order-words"),
      let first = leaf.tokens[..<place].firstIndex(where: { $0.kind != .mark }),
      let end = grammar.entry(in: basis, leaf.tokens, at: first)?.end
    else { return false }
    return grammar.entry(in: orders, leaf.tokens, at: end) != nil
  }

  /// How many tokens a bracket inside a subject may have.
  private static var longestBracket: Int { 24 }

  /// Where a bracket closes behind which a subject goes on: "Chương trình Mỗi xã một sản phẩm (OCOP)
  /// tỉnh"; one that gives a short name or names a document is no part of it.
  private func bracketInside(
    _ open: Int, before limit: Int, _ tokens: [Token], _ parts: DocumentParts
  ) -> Int? {
    guard isMark(tokens[open], 0x28),
      let close = tokens[open..<min(limit, open + Self.longestBracket)].firstIndex(where: {
        isMark($0, 0x29)
      }), close > open + 1, close + 1 < limit,
      case let isShort = tokens[open + 1].shape.contains(.upper),
      tokens[close + 1].kind != .mark || isShort && isMark(tokens[close + 1], 0x2C),
      isShort || !tokens[close + 1].shape.contains(.capitalized),
      parts.match(.issuer, at: close + 1) == nil, parts.match(.revising, at: open) == nil,
      !(open + 1..<close).contains(where: {
        parts.match(.short, at: $0) != nil || parts.match(.enclosed, at: $0) != nil
          || parts.kind(at: $0) != nil || parts.match(.number, at: $0) != nil
          || isMark(tokens[$0], 0x3B) || isMark(tokens[$0], 0x28)
      })
    else { return nil }
    return close
  }

  /// How many tokens before a subject the quotation may begin that holds it.
  private static var longestQuotation: Int { 80 }

  /// The mark that closes the quotation around a place, where what it quotes is one name that
  /// semicolons part: no other document and no letter of a list stands behind them.
  private func closingQuote(
    around place: Int, before limit: Int, _ tokens: [Token], _ parts: DocumentParts
  ) -> Int? {
    let near = tokens[max(0, place - Self.longestQuotation)..<place]
    guard let open = near.lastIndex(where: { isQuote($0) }), isMark(tokens[open], 0x201C),
      let close = tokens[place..<limit].firstIndex(where: { isQuote($0) }),
      isMark(tokens[close], 0x201D)
    else { return nil }
    let parted = (place..<close).contains { mark in
      isMark(tokens[mark], 0x3B)
        && (beginsDocument(mark + 1, parts) || mark + 2 < close && isMark(tokens[mark + 2], 0x29))
    }
    return parted ? nil : close
  }

  /// The issuer that a subject of the preamble ends with behind a year ("về việc giao dự toán năm
  /// 2026 của UBND huyện") or whose initials are in the number, and the place where the subject ends
  /// before it.
  ///
  /// Elsewhere "của" may say whose the thing is that the document is about.
  func issuer(
    endingSubject subject: Range<Int>, of number: DocumentNumber, _ leaf: FactLeaf,
    _ parts: DocumentParts
  ) -> (name: Range<Int>, end: Int)? {
    guard isLegalBasis(leaf) else { return nil }
    for place in subject.dropFirst().reversed().prefix(Self.longestEnd) {
      guard let word = parts.match(.issuer, at: place), !endsDay(place, leaf) else { continue }
      let isBehindYear = isYear(leaf.tokens[place - 1])
      guard let name = issuerName(leaf.tokens, from: word.end, parts),
        name.upperBound == subject.upperBound
      else {
        if isBehindYear { return nil }
        continue
      }
      if isBehindYear || signs(number, leaf.tokens[name], parts, from: name.lowerBound) {
        return (name, place)
      }
    }
    return nil
  }

  /// Whether the initials of a body's name are a part of a number: "3195/BGDĐT-GDTrH" is signed by
  /// "Bộ Giáo dục và Đào tạo".
  private func signs(
    _ number: DocumentNumber, _ name: ArraySlice<Token>, _ parts: DocumentParts, from start: Int
  ) -> Bool {
    var initials = ""
    for (place, token) in zip(start..., name)
    where token.kind == .syllable && parts.match(.and, at: place) == nil {
      let scalar = Scalars.decode(bytes, at: Int(token.start)).scalar
      initials.unicodeScalars.append(Unicode.Scalar(scalar) ?? " ")
    }
    let key = DocumentNumber.key(initials)
    return key.utf8.count > 2
      && number.text.split { !$0.isLetter && !$0.isNumber }.contains {
        DocumentNumber.key(String($0)) == key
      }
  }

  /// Whether a day ends before a token, on which another document was issued: "sửa đổi Nghị quyết số
  /// 30/NQ-CP ngày 08/11/2011 của Chính phủ".
  private func endsDay(_ place: Int, _ leaf: FactLeaf) -> Bool {
    leaf.times(in: max(0, place - 10)..<place).contains {
      $0.range.upperBound == place && $0.start?.day != nil
    }
  }

  /// How many tokens before the end of a subject its issuer may begin.
  private static var longestEnd: Int { 24 }

  /// Whether a mark ends a subject: a semicolon, a bracket, a sentence's stop, a comma before a
  /// body that acts or before another document.
  func endsSubject(_ place: Int, _ leaf: FactLeaf, _ parts: DocumentParts) -> Bool {
    let tokens = leaf.tokens
    let next = place + 1
    switch bytes[Int(tokens[place].start)] {
    case UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"):
      return true
    case UInt8(ascii: "."):
      return next >= tokens.count || tokens[next].shape.isSuperset(of: [.spaced, .capitalized])
    case UInt8(ascii: ","):
      guard next < tokens.count else { return false }
      // ", trên cơ sở đó đề xuất …".
      if let aside = parts.match(.aside, at: next) {
        return leaf.zone != .preamble || value("of", of: aside) != "aim"
          || !goesToSemicolon(next, tokens)
      }
      guard tokens[next].shape.contains(.capitalized) else { return false }
      if beginsDocument(next, parts) || beginsBareNumber(next, tokens, parts) { return true }
      // "cho các Phòng, Ban, Ngành": a list.
      if next + 1 < tokens.count, bytes[Int(tokens[next + 1].start)] == UInt8(ascii: ",") {
        return false
      }
      // "Căn cứ … về phân cấp cho các sở, Ủy ban nhân dân các xã;": a list, nobody acts.
      if leaf.zone == .preamble, goesToSemicolon(next, tokens) { return false }
      return grammar.list("writer-heads").map {
        grammar.entry(in: $0, tokens, at: next) != nil
      } ?? false
    default: return false
    }
  }

  /// Whether a sentence goes on from a token to a semicolon.
  private func goesToSemicolon(_ place: Int, _ tokens: [Token]) -> Bool {
    for token in tokens[place...].prefix(PlanReader.longestSubject) where token.kind == .mark {
      switch bytes[Int(token.start)] {
      case UInt8(ascii: ";"): return true
      case UInt8(ascii: ":"), UInt8(ascii: "."): return false
      default: continue
      }
    }
    return false
  }

  /// Whether the kind of another document and its number begin behind a comma, though nothing says that
  /// it is a number: ", Nghị quyết 30/2008/NQ-CP".
  private func beginsBareNumber(_ place: Int, _ tokens: [Token], _ parts: DocumentParts) -> Bool {
    guard let end = parts.kind(at: place)?.end, end + 2 < tokens.count,
      tokens[end].kind == .number, tokens[end + 1].kind == .mark,
      !tokens[end + 1].shape.contains(.spaced), !tokens[end + 2].shape.contains(.spaced)
    else { return false }
    return isMark(tokens[end + 1], 0x2F)
      || isDash(tokens[end + 1]) && tokens[end + 2].shape.contains(.upper)
  }

  /// Whether the name of another document begins at a token, with its number.
  private func beginsDocument(_ place: Int, _ parts: DocumentParts) -> Bool {
    guard let kind = parts.kind(at: place) else { return false }
    return parts.match(.number, at: kind.end) != nil || parts.match(.law, at: place) != nil
  }

  /// Whether a token is a quotation mark.
  func isQuote(_ token: Token) -> Bool {
    guard token.kind == .mark else { return false }
    let start = Int(token.start)
    if bytes[start] == UInt8(ascii: "\"") { return true }
    return token.end - token.start == 3 && bytes[start] == 0xE2 && bytes[start + 1] == 0x80
      && (0x9C...0x9F).contains(bytes[start + 2])
  }
}
