import PlanModel
import PlanText

/// Titles that a colon parts from the text of their unit: "2. Sở Nội vụ: Rà soát …".
extension PlanReader {
  /// A run-in title: at most twelve words before a colon with text after it, or more in bold type.
  mutating func runIn(_ tokens: [Token], _ whole: ByteSpan) -> UnitReading? {
    var words = 0
    var depth = 0
    let bold = boldColon(tokens)
    var isList = false
    for (index, token) in tokens.enumerated() {
      let mark = token.kind == .mark ? markers.scalar(token) : 0
      if mark == 0x28 { depth += 1 }
      if mark == 0x29 { depth = max(0, depth - 1) }
      if token.kind != .mark, token.shape.contains(.spaced) { words += 1 }
      if words > PlanReader.runInWords, bold.map({ index > $0 }) ?? true { return nil }
      if mark == 0x3B { isList = true }
      if mark == 0x2E, index + 1 < tokens.count, tokens[index + 1].shape.contains(.spaced),
        !isAddress(tokens, before: index)
      {
        return nil
      }
      guard mark == 0x3A, depth == 0, words > 0, index + 1 < tokens.count else { continue }
      if leadsToNumber(tokens, colon: index) { continue }
      if isList, !namesBodies(tokens[..<index]) { return nil }
      // "1. Giai đoạn 1: Rà soát hiện trạng": the number is no title.
      if let lead = lineMatch(.numberedLead, Array(tokens[..<index])),
        value("ends", of: lead) == nil || LineReader.ending(bytes, whole) == .open
      {
        return nil
      }
      if listsBodies(tokens, behind: index) || asksForMore(tokens[..<index]) { return nil }
      let rest = tokens[(index + 1)...].first {
        markers.scalar($0) != 0x2A && markers.scalar($0) != 0x5F
      }
      guard let rest,
        rest.shape.contains(.spaced) || rest.kind == .syllable || tokens[index + 1].kind == .mark
      else { return nil }
      return .runIn(heading: Int(token.start), rest: Int(rest.start))
    }
    return nil
  }

  /// Whether the colon at a place stands inside the number of a document: "… theo Công văn số: 45/CV-SYT".
  private mutating func leadsToNumber(_ tokens: [Token], colon: Int) -> Bool {
    guard colon + 1 < tokens.count, tokens[colon + 1].kind == .number else { return false }
    return phrases(tokens, startingBefore: colon).contains {
      meaning($0) == .number && $0.start < colon && $0.end > colon + 1
    }
  }

  /// Whether the full stop at a place stands behind the word of address that opens a title.
  ///
  /// "Ông. Lò Văn Pá - Trưởng đoàn: …"
  private func isAddress(_ tokens: [Token], before stop: Int) -> Bool {
    guard stop > 0, tokens[stop + 1].shape.contains(.capitalized),
      let first = tokens.firstIndex(where: { $0.kind != .mark }),
      let words = grammar.list("address-words"), let names = grammar.list("surnames")
    else { return false }
    return grammar.entry(in: words, tokens, at: first)?.end == stop
      && grammar.entry(in: names, tokens, at: stop + 1) != nil
  }

  /// Whether words end in one that wants what follows, as no title does: "Trưng bày sản phẩm tại:",
  /// "… theo nguyên tắc:".
  private mutating func asksForMore(_ words: ArraySlice<Token>) -> Bool {
    let tail = Array(words.filter { markers.scalar($0) != 0x2A }.suffix(3))
    guard words.count > tail.count || tail.count > 2 else { return false }
    guard let match = match(.joiner, endOf: tail) else { return false }
    // "Kiểm tra theo kế hoạch:"
    if value("title", of: match) != nil { return false }
    if value("strong", of: match) == "count" { return isClause(words) }
    // "Mục tiêu của Kế hoạch:", "Ban Chỉ đạo:".
    return !["named", "head"].contains(value("strong", of: match))
  }

  /// Whether words are a clause and no title: a verb opens them, and a comma stands among them.
  private mutating func isClause(_ words: ArraySlice<Token>) -> Bool {
    guard words.contains(where: { markers.scalar($0) == 0x2C }) else { return false }
    return phrases(Array(words), startingBefore: 1).contains {
      $0.start == 0 && [.act, .sentenceVerb].contains(meaning($0))
    }
  }

  /// Whether the names of several bodies stand behind a colon inside a sentence: "Các Sở: Công
  /// Thương, Tài chính có trách nhiệm …".
  private mutating func listsBodies(_ tokens: [Token], behind colon: Int) -> Bool {
    guard lineMatchAtEnd(.bodyKinds, Array(tokens[..<colon])) != nil else { return false }
    let names = tokens[(colon + 1)...]
    guard let comma = names.firstIndex(where: { [0x2C, 0x3B].contains(markers.scalar($0)) }),
      comma - colon <= PlanReader.namedWords, comma + 1 < tokens.count
    else { return false }
    return tokens[colon + 1].shape.contains(.capitalized)
      && tokens[comma + 1].shape.contains(.capitalized)
  }

  /// The colon at which the bold type ends that a title opens with; `nil` where none does.
  ///
  /// "**4. Hội Làm vườn huyện và các hội viên**: Trồng cây", whose label was read before.
  private func boldColon(_ tokens: [Token]) -> Int? {
    let opens = tokens.prefix { markers.scalar($0) == 0x2A }.count
    guard let star = tokens.dropFirst(opens).firstIndex(where: { markers.scalar($0) == 0x2A }),
      star + 2 < tokens.count, !tokens[star].shape.contains(.spaced),
      markers.scalar(tokens[star + 1]) == 0x2A
    else { return nil }
    if markers.scalar(tokens[star + 2]) == 0x3A { return star + 2 }
    return markers.scalar(tokens[star - 1]) == 0x3A ? star - 1 : nil
  }

  /// Whether semicolons part the names of bodies and nothing else: "Sở Nội vụ; Báo Sơn Hà".
  private mutating func namesBodies(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.split { markers.scalar($0) == 0x3B }.allSatisfy { part in
      let words = part.filter { markers.scalar($0) != 0x2A }
      let found = phrases(words)
      return found.contains { $0.start == 0 && meaning($0) == .actor }
        && !found.contains { meaning($0) == .sentenceVerb }
    }
  }
}
