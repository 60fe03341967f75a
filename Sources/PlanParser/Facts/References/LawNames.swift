import PlanModel
import PlanText

/// Where the names of laws end.
extension PlanReader {
  /// How many tokens the name of a law may have.
  static var longestLaw: Int { 40 }

  /// How many words the name of a law may have that running text alone gives.
  private static var longestPlainLaw: Int { 10 }

  /// The name of a law: one that the grammar lists, else what stands before a date or a number,
  /// in the preamble also before the end of its part.
  func lawName(
    from start: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> (range: Range<Int>, known: String?)? {
    let tokens = leaf.tokens
    guard start < tokens.count, tokens[start].kind == .syllable, !isTaught(start, tokens) else {
      return nil
    }
    if let laws = grammar.list("laws"), let law = grammar.entry(in: laws, tokens, at: start),
      // "các luật, pháp lệnh thuế" names none.
      tokens[start].shape.contains(.capitalized) || law.end > start + 1 || leaf.zone == .preamble
    {
      return (start..<law.end, law.value)
    }
    guard tokens[start].shape.contains(.capitalized) else { return nil }
    let limit = min(tokens.count, start + Self.longestLaw)
    var end = start
    while end < limit {
      let number = parts.match(.number, at: end).flatMap { documentNumber(tokens, at: $0.end) }
      let opensDay = parts.match(.day, at: end).map {
        // "chuẩn bị cho ngày hội" opens none.
        $0.end - $0.start > 1 || $0.end < tokens.count && tokens[$0.end].kind == .number
      }
      if number != nil || opensDay == true {
        return (start..<end, nil)
      }
      // Running text says nowhere else where the name ends.
      let isEnd =
        tokens[end].kind == .mark
        ? bytes[Int(tokens[end].start)] != UInt8(ascii: ",") || parts.kind(at: end + 1) != nil
        : parts.match(.and, at: end) != nil && parts.kind(at: end + 1) != nil
      // "Căn cứ luật Hội Khuyến học Việt Nam quy định": what it does is no part of a name.
      let acts = !tokens[start - 1].shape.contains(.capitalized) && isStop(end, parts)
      if isEnd || acts || parts.match(.year, at: end) != nil {
        return leaf.zone == .preamble ? (start..<end, nil) : nil
      }
      end += 1
    }
    return end == tokens.count && leaf.zone == .preamble ? (start..<end, nil) : nil
  }

  /// Whether the word for a law, before a token, is that of a field of study: "Khoa Luật dân sự".
  private func isTaught(_ start: Int, _ tokens: [Token]) -> Bool {
    guard start > 1, let words = grammar.list("law-teaching") else { return false }
    return (max(0, start - 3)..<start - 1).contains {
      grammar.entry(in: words, tokens, at: $0)?.end == start - 1
    }
  }

  /// Whether a law is named without a capital before its name: "thi hành luật Hải quan", but no draft
  /// of one; a law that no list has only right behind the word of a legal basis.
  func isSmallLaw(
    _ match: RuleMatch, _ leaf: FactLeaf, _ parts: DocumentParts, _ reading: ReferenceReading
  ) -> Bool {
    guard parts.match(.smallLaw, at: match.start) != nil, match.end < leaf.tokens.count,
      leaf.tokens[match.end].shape.contains(.capitalized), let laws = grammar.list("laws"),
      !isDraft(match.start, leaf.tokens)
    else { return false }
    guard grammar.entry(in: laws, leaf.tokens, at: match.end) != nil else {
      return leaf.zone == .preamble && opensBasis(match.start, leaf.tokens, "legal-words")
    }
    return opensLaw(match.start, leaf.tokens, parts, reading)
  }

  /// Whether the law that begins at a token is still to be made: "dự thảo Luật sửa đổi …".
  func isDraft(_ place: Int, _ tokens: [Token]) -> Bool {
    guard let words = grammar.list("law-drafting") else { return false }
    return (max(0, place - 3)..<place).contains {
      grammar.entry(in: words, tokens, at: $0)?.end == place
    }
  }

  /// Whether a law only tells the name of the one before it, which was told by its number: "Luật số
  /// 51/2010/QH12 của Quốc hội về Luật Người khuyết tật".
  func namesNumbered(
    _ match: RuleMatch, _ kind: String, _ leaf: FactLeaf, _ parts: DocumentParts,
    _ reading: ReferenceReading
  ) -> Bool {
    guard let about = parts.match(.about, endingAt: match.start), let last = reading.recent.last,
      last.kind == kind, last.start < about.start,
      case let law = reading.ledger.references[last.reference], law.number != nil
    else { return false }
    let name = folder.fold(span(leaf.tokens, about.start..<match.end))
    return law.subject?.hasPrefix(name) ?? false
  }

  /// The name of a law that no list has, in running text: behind a word that laws stand behind, up to
  /// the end of the clause or a word that goes on with the sentence.
  ///
  /// Where a comma or "và" stands within, nobody can tell whether it is the law's.
  func plainLaw(
    _ match: RuleMatch, _ leaf: FactLeaf, _ parts: DocumentParts, _ reading: ReferenceReading
  ) -> Range<Int>? {
    let tokens = leaf.tokens
    let start = match.end
    guard start + 1 < tokens.count, tokens[start].shape.contains(.capitalized),
      !tokens[start].shape.contains(.upper),
      tokens[start + 1].kind == .syllable, !tokens[start + 1].shape.contains(.capitalized),
      let ends = grammar.list("law-ends"), opensLaw(match.start, tokens, parts, reading)
    else { return nil }
    let limit = min(tokens.count, start + Self.longestPlainLaw)
    for end in start + 1..<limit {
      let token = tokens[end]
      let isEnd =
        token.kind == .mark
        ? endsClause(end, tokens, parts)
        : isStop(end, parts) || grammar.entry(in: ends, tokens, at: end) != nil
          || parts.match(.and, at: end) != nil && parts.kind(at: end + 1) != nil
      if isEnd { return end > start + 1 ? start..<end : nil }
      guard token.kind == .syllable, parts.match(.and, at: end) == nil,
        parts.match(.issuer, at: end) == nil
      else { return nil }
    }
    return limit == tokens.count ? start..<limit : nil
  }

  /// Whether a mark ends the clause that a law ends.
  private func endsClause(_ place: Int, _ tokens: [Token], _ parts: DocumentParts) -> Bool {
    isMark(tokens[place], 0x2C) ? parts.kind(at: place + 1) != nil : endsName(place, tokens)
  }

  /// Whether a word or another document stands before a token behind which a law is named.
  private func opensLaw(
    _ place: Int, _ tokens: [Token], _ parts: DocumentParts, _ reading: ReferenceReading
  ) -> Bool {
    guard place > 0, let openers = grammar.list("law-openers") else { return false }
    let isListed =
      !reading.recent.isEmpty
      && (isMark(tokens[place - 1], 0x2C) || isMark(tokens[place - 1], 0x3B)
        || parts.match(.and, endingAt: place) != nil)
    return isListed
      || (max(0, place - 3)..<place).contains {
        grammar.entry(in: openers, tokens, at: $0)?.end == place
      }
  }
}
