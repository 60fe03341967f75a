import PlanModel
import PlanText

/// Reads the documents that one leaf names.
extension PlanReader {
  /// How far the number may stand behind its kind: "Luật Đất đai năm 2024 số 31/2024/QH15".
  private static let longestGap = 30

  /// Reads the references of a leaf.
  mutating func readReferences(
    _ leaf: FactLeaf, _ parts: DocumentParts, _ reading: inout ReferenceReading
  ) {
    let numbers = parts.all(.number)
    var kind = 0
    var number = 0
    var named = 0
    var place = 0
    var last: RuleMatch?
    while true {
      while kind < parts.kinds.count, parts.kinds[kind].start < place { kind += 1 }
      while number < numbers.count, numbers[number].start < place { number += 1 }
      while named < parts.named.count, parts.named[named].start < place { named += 1 }
      let kindStart = kind < parts.kinds.count ? parts.kinds[kind].start : Int.max
      let numberStart = number < numbers.count ? numbers[number].start : Int.max
      let namedStart = named < parts.named.count ? parts.named[named].start : Int.max
      if kindStart == Int.max, numberStart == Int.max, namedStart == Int.max { return }
      if namedStart <= min(kindStart, numberStart) {
        place = readNamed(parts.named[named], leaf, parts, &reading)
      } else if kindStart < numberStart {
        let match = parts.kinds[kind]
        if let end = readKind(match, leaf, parts, &reading) {
          place = end
          last = nil
        } else {
          last = match
          place = match.start + 1
        }
      } else {
        let word = numbers[number]
        place = readNumber(word, after: last, leaf, parts, &reading) ?? word.end
      }
    }
  }

  /// Reads a document whose number follows its kind, or a law; gives where it ends.
  private mutating func readKind(
    _ match: RuleMatch, _ leaf: FactLeaf, _ parts: DocumentParts, _ reading: inout ReferenceReading
  ) -> Int? {
    let kind = documentKind(match, leaf)
    if let list = list(match, leaf, parts) {
      reading.list = (match, list.issuer)
      reading.listCode = nil
      guard let number = list.first else { return list.end }
      reading.listCode = number.issuerCode
      return cite(
        kind, from: list.end, number, leaf, parts, rule: match.rule, listedBy: list.issuer, &reading
      )
    }
    if let word = parts.match(.number, at: match.end) {
      if let end = readBlank(kind, match, behind: word, leaf, parts, &reading) { return end }
      return readNumber(word, after: match, leaf, parts, &reading)
    }
    // "Công văn sổ 14/UBND-VP"
    if let word = parts.match(.misreadNumber, at: match.end),
      let number = documentNumber(leaf.tokens, at: word.end), number.hasSymbol, number.marks > 0
    {
      return cite(kind, from: match.start, number, leaf, parts, rule: match.rule, &reading)
    }
    if let read = documentNumber(leaf.tokens, at: match.end),
      leaf.tokens[match.end].kind == .number || read.isStandard
    {
      let number = sharingSymbol(read, leaf, parts) ?? read
      if number.hasSymbol, number.key.utf8.count > number.sequence.utf8.count + 1,
        isNumberOf(kind, number, leaf.tokens)
      {
        return cite(kind, from: match.start, number, leaf, parts, rule: match.rule, &reading)
      }
      noteBare(kind, match, number, leaf, parts, &reading)
      return nil
    }
    if parts.match(.law, at: match.start) != nil || isSmallLaw(match, leaf, parts, reading) {
      if namesNumbered(match, kind, leaf, parts, reading) { return match.end }
      if let end = readListedLaws(kind, match, leaf, parts, &reading) { return end }
      return readLaw(kind, match, leaf, parts, &reading)
    }
    return readUnnumbered(kind, match, leaf, parts, &reading)
      ?? readNamedInText(kind, match, leaf, parts, &reading)
  }

  /// The issuer and the end of words that list numbers behind a colon: "các Nghị định của Chính
  /// phủ: số 92/2026/NĐ-CP …; số 4/2027/NĐ-CP …"; and the first of them where no word for number
  /// stands before it: "các Nghị quyết của Bộ Chính trị: 57-NQ/TW, 59-NQ/TW".
  private func list(
    _ match: RuleMatch, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> (issuer: Range<Int>?, end: Int, first: DocumentNumber?)? {
    var end = match.end
    var issuer: Range<Int>?
    if let word = parts.match(.issuer, at: end),
      let name = issuerName(leaf.tokens, from: word.end, parts)
    {
      (issuer, end) = (name, name.upperBound)
    }
    guard end < leaf.tokens.count, bytes[Int(leaf.tokens[end].start)] == UInt8(ascii: ":") else {
      return nil
    }
    var first: DocumentNumber?
    if parts.match(.number, at: end + 1) == nil {
      guard let read = documentNumber(leaf.tokens, at: end + 1),
        case let number = sharingSymbol(read, leaf, parts) ?? read, number.hasSymbol,
        number.marks > 0, let code = codeKind(number, leaf.tokens), agrees(match, code, leaf)
      else { return nil }
      first = number
    }
    return (issuer ?? writer(before: match.start, leaf, parts), end + 1, first)
  }

  /// Without the word for number, figures need a symbol that documents have: "Dự án 500kV" and
  /// "Kế hoạch 5S" have none.
  private func isNumberOf(_ kind: String, _ number: DocumentNumber, _ tokens: [Token]) -> Bool {
    number.isStandard || number.text.utf8.contains(UInt8(ascii: "/"))
      || codeKind(number, tokens) != nil
  }

  /// Reads a document behind the word for number; gives where it ends.
  private mutating func readNumber(
    _ word: RuleMatch, after last: RuleMatch?, _ leaf: FactLeaf, _ parts: DocumentParts,
    _ reading: inout ReferenceReading
  ) -> Int? {
    guard let read = documentNumber(leaf.tokens, at: word.end) else { return nil }
    let number = sharingSymbol(read, leaf, parts) ?? read
    if let nearest = last, nearest.end == word.start {
      let last = opening(nearest, number, leaf, parts, reading) ?? nearest
      let kind = documentKind(last, leaf)
      if number.hasSymbol || date(after: number.range.upperBound, leaf, parts) != nil {
        // "các Nghị định của Chính phủ: số 65/2017/NĐ-CP … và Nghị định số 183/2025/NĐ-CP"
        let listed = reading.list.flatMap {
          documentKind($0.kind, leaf) == kind && reading.listCode == number.issuerCode
            ? $0.issuer : nil
        }
        return cite(
          kind, from: last.start, number, leaf, parts, rule: last.rule, listedBy: listed, &reading)
      }
      if let end = noteBareList(kind, last, number, leaf, parts, &reading) { return end }
      noteBare(kind, last, number, leaf, parts, &reading)
      return number.range.upperBound
    }
    guard number.hasSymbol else { return nil }
    if let last, word.start - last.end <= PlanReader.longestGap,
      !isBroken(leaf.tokens, last.end..<word.start)
    {
      let match = opening(last, number, leaf, parts, reading) ?? last
      let between = partsBetween(match.end, word.start, leaf, parts)
      let issuer = between?.issuer
      let code = codeKind(number, leaf.tokens)
      // "Công văn của Bộ Nội vụ số 12/BNV-TH": letters have no code; any paper is a "văn bản".
      let isLetter = issuer != nil && (code == nil || isGeneric(match.start, leaf))
      if isLetter || code.map({ agrees(match, $0, leaf) }) ?? false {
        let kind = isLetter ? code ?? documentKind(match, leaf) : documentKind(match, leaf)
        let end = cite(
          kind, from: match.start, number, leaf, parts, rule: match.rule, listedBy: issuer,
          dated: between?.date, &reading)
        guard isMark(leaf.tokens[word.end - 1], 0x3A) else { return end }
        return readFurther(match, of: issuer, after: end, leaf, parts, &reading)
      }
    }
    // "Công văn hỏa tốc số 335/UBND-KTN": a word or two tell what kind of letter it is.
    if let last, codeKind(number, leaf.tokens) == nil, qualifies(last.end..<word.start, last, leaf)
    {
      return cite(
        documentKind(last, leaf), from: last.start, number, leaf, parts, rule: last.rule, &reading)
    }
    let listed = reading.list.map { documentKind($0.kind, leaf) }
    guard let kind = codeKind(number, leaf.tokens) ?? listed else { return nil }
    if kind != listed { reading.list = nil }
    if listed == kind { reading.listCode = number.issuerCode }
    return cite(
      kind, from: word.start, number, leaf, parts, rule: word.rule,
      listedBy: reading.list?.issuer, &reading)
  }

  /// Whether the few small words between a kind with a capital and the word for number only tell what
  /// sort of it a document is.
  private func qualifies(_ words: Range<Int>, _ kind: RuleMatch, _ leaf: FactLeaf) -> Bool {
    !words.isEmpty && words.count <= 3 && leaf.tokens[kind.start].shape.contains(.capitalized)
      && words.allSatisfy {
        leaf.tokens[$0].kind == .syllable && !leaf.tokens[$0].shape.contains(.capitalized)
      }
  }

  /// Reads the numbers that semicolons part from the first of a list: "các Quyết định của Thủ tướng
  /// Chính phủ số: 521/QĐ-TTg …; 21/2026/QĐ-TTg …"; gives where the last ends.
  private mutating func readFurther(
    _ match: RuleMatch, of issuer: Range<Int>?, after first: Int, _ leaf: FactLeaf,
    _ parts: DocumentParts, _ reading: inout ReferenceReading
  ) -> Int {
    var end = first
    while let mark = leaf.tokens[end...].prefix(Self.longestEntry).firstIndex(where: {
      isMark($0, 0x3B)
    }), mark + 1 < leaf.tokens.count, leaf.tokens[mark + 1].kind == .number,
      !(end..<mark).contains(where: { parts.match(.number, at: $0) != nil }),
      let number = documentNumber(leaf.tokens, at: mark + 1), number.marks > 0,
      let code = codeKind(number, leaf.tokens), agrees(match, code, leaf)
    {
      end = cite(
        documentKind(match, leaf), from: mark + 1, number, leaf, parts, rule: match.rule,
        listedBy: issuer, &reading)
    }
    return end
  }

  /// How many tokens may tell of a document of such a list behind its number and issuer.
  private static var longestEntry: Int { 60 }

  /// The kind that opens the clause, where the code of the number agrees with it and not with the
  /// nearest: "Thông tư quy định về dự toán kế hoạch số 12/2024/TT-BTC".
  private func opening(
    _ nearest: RuleMatch, _ number: DocumentNumber, _ leaf: FactLeaf, _ parts: DocumentParts,
    _ reading: ReferenceReading
  ) -> RuleMatch? {
    guard let code = codeKind(number, leaf.tokens) else { return nil }
    if agrees(nearest, code, leaf) { return nil }
    let first = max(nearest.start - PlanReader.longestGap, (reading.recent.last?.start ?? -1) + 1)
    let found = parts.kinds(from: first, to: nearest.start).first {
      agrees($0, code, leaf) && leaf.tokens[$0.start].shape.contains(.capitalized)
    }
    return found.flatMap {
      isBroken(leaf.tokens, $0.end..<nearest.start) ? nil : $0
    }
  }

  /// Whether a kind is that of a code.
  private func agrees(_ match: RuleMatch, _ code: String, _ leaf: FactLeaf) -> Bool {
    let kind = documentKind(match, leaf)
    return kind == code || kind.hasPrefix(code + " ")
      || grammar.value(
        list: "kinds-of-one-code", leaf.tokens, from: match.start, to: match.end) == code
  }

  /// The kind as it is written in normal case.
  func documentKind(_ match: RuleMatch, _ leaf: FactLeaf) -> String {
    grammar.value(list: "document-kinds", leaf.tokens, from: match.start, to: match.end)
      ?? folder.fold(span(leaf.tokens, match.start..<match.end))
  }

  /// The kind that a code in a number stands for: "12/KH-UBND" is a plan.
  func codeKind(_ number: DocumentNumber, _ tokens: [Token]) -> String? {
    guard let codes = grammar.list("document-codes") else { return nil }
    for place in number.range where tokens[place].kind == .syllable {
      if let code = grammar.entry(in: codes, tokens, at: place) { return code.value }
    }
    return nil
  }

  /// Whether a sentence or a list's part ends among some tokens.
  func isBroken(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    range.contains { place in
      guard tokens[place].kind == .mark else { return false }
      let byte = bytes[Int(tokens[place].start)]
      return byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ")")
        || (byte == UInt8(ascii: ".") && place + 1 < tokens.count
          && tokens[place + 1].shape.isSuperset(of: [.spaced, .capitalized]))
    }
  }
}
