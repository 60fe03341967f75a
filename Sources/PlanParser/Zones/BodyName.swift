import PlanModel
import PlanText

/// A body as the head prints it.
struct HeadBody {
  /// Where its name stands, in pieces when it runs over lines.
  var pieces: [ByteSpan]
  /// Whether it begins with a word that begins bodies' names.
  var heads: Bool

  /// From the first piece to the last.
  var span: ByteSpan { pieces.dropFirst().reduce(pieces[0]) { $0.union($1) } }
}

/// The bodies of the head and their names written out.
extension PlanReader {
  /// Tells the bodies of the head: the last issues, the one before it is its superior; of a
  /// joint document all issue.
  mutating func tell(bodies: [HeadBody]) {
    guard let last = bodies.last else { return }
    let told = jointIssuers(of: bodies)
    let joint = told > 1 || isJoint()
    let head = told > 1 ? bodies.count - told : 0
    let issuer = joint ? bodies[head] : last
    issuerPieces = [issuer.pieces]
    // "ỦY BAN NHÂN DÂN" / "ỦY BAN MTTQ VIỆT NAM" / "TỈNH HOÀI LAM": the place is that of both.
    if joint, last.pieces.count > 1, let place = last.pieces.last, isUnplaced(issuer) {
      issuerPieces = [issuer.pieces + [place]]
    }
    plan.header.issuer = IssuerField(
      text: folder.fold(issuer.pieces), name: nil, status: .present, span: issuer.span)
    if joint {
      for body in bodies[(head + 1)...] {
        issuerPieces.append(body.pieces)
        plan.header.joint.append(
          JointIssuer(text: folder.fold(body.pieces), name: "", span: body.span))
      }
    }
    let above = joint ? bodies[..<head] : bodies.dropLast()
    guard let first = above.first else { return }
    plan.header.superior = HeaderField(
      text: folder.fold(above.flatMap(\.pieces)), status: .present,
      span: above.dropFirst().reduce(first.span) { $0.union($1.span) })
  }

  /// Whether the kind's rule says that several bodies issue together.
  mutating func isJoint() -> Bool {
    guard let span = plan.header.kind.span else { return false }
    let tokens = tokens(span)
    return phrases(tokens).contains { meaning($0) == .kind && value("joint", of: $0) == "yes" }
  }

  /// Fills in the names of the issuers once the whole document is read.
  mutating func nameIssuers() {
    if let pieces = issuerPieces.first {
      plan.header.issuer.name = written(pieces)
    } else {
      plan.header.issuer.name = inferredIssuer()
    }
    for index in plan.header.joint.indices {
      plan.header.joint[index].name = written(issuerPieces[index + 1])
    }
  }

  /// A name in capitals written out in normal case: as the document writes it elsewhere, else by
  /// the grammar's list of names.
  private mutating func written(_ pieces: [ByteSpan]) -> String {
    var tokens: [Token] = []
    for piece in pieces {
      tokens += allTokens(piece).filter {
        $0.kind == .syllable || $0.kind == .number || isJoint($0)
      }
    }
    guard let end = pieces.map(\.end).max(), !tokens.isEmpty else { return folder.fold(pieces) }
    let expansion = grammar.expansion(of: tokens)
    if let found = mention(of: tokens, after: end) {
      // An abbreviation is written out, whatever the document does.
      guard let expansion, expansion.count < tokens.count else { return found }
      if mention(of: Array(tokens[expansion.count...]), after: end) == nil {
        return casing(tokens, expansion: expansion)
      }
    }
    return casing(tokens, expansion: expansion)
  }

  private func isJoint(_ token: Token) -> Bool {
    let mark = markers.scalar(token)
    return [0x2D, 0x2C, 0x26, 0x2013].contains(mark) || isApostrophe(token)
  }

  /// The first place after `offset` where the same words stand, not all in capitals.
  private mutating func mention(of name: [Token], after offset: Int) -> String? {
    let words = name.filter { $0.kind != .mark }
    guard !words.isEmpty else { return nil }
    // Most names stand again soon: the rest of the text is looked at when this one does not.
    let near = ByteSpan(offset, min(bytes.count, offset + 1_500))
    // Where it ends it may cut a word.
    if let found = mention(of: words, in: allTokens(near).dropLast()) { return found }
    return mention(
      of: words, in: allTokens(ByteSpan(offset, min(bytes.count, offset + 12_000)))[...])
  }

  private func mention(of words: [Token], in after: ArraySlice<Token>) -> String? {
    let plain = after.filter { $0.kind != .mark }
    guard plain.count >= words.count else { return nil }
    search: for start in 0...(plain.count - words.count) {
      let head = plain[start]
      guard head.shape.contains(.capitalized) else { continue }
      for (index, word) in words.enumerated() {
        let token = plain[start + index]
        // Words that a rule names are told by their keys.
        if token.key != word.key { continue search }
        if !token.isKnown, !sameWord(text, token, word) { continue search }
      }
      let found = plain[start..<(start + words.count)]
      let capitals = found.count { $0.shape.contains(.upper) }
      let own = words.count { $0.shape.contains(.upper) }
      if capitals < own || capitals == 0, let last = found.last {
        return folder.fold(ByteSpan(Int(head.start), Int(last.end)))
      }
    }
    return nil
  }

  /// The issuer that the text of a document without head names: "UBND xã A xây dựng Kế hoạch".
  ///
  /// The body that acts comes first. One that only a legal basis names issued that basis, unless
  /// the text acts as "UBND xã" and the basis is of a commune: then it is the document's own.
  private mutating func inferredIssuer() -> String? {
    var named: String?
    var unnamed: String?
    var bases: [(words: [Token], name: String)] = []
    let text = allTokens(ByteSpan(0, min(bytes.count, PlanReader.issuerReach)))
    let matches = phrases(text)
    let verbs = matches.filter { endsName($0, text) }.map(\.start)
    for match in matches where meaning(match) == .issuer {
      guard let whole = capture("name", of: match, text), !tellsMore(whole, matches, text),
        !isReceived(text[whole.lowerBound]), !isListed(whole.lowerBound, text)
      else { continue }
      let range = ownName(whole, before: verbs, text)
      let plans = value("plans", of: match)
      if plans == "yes" { return issuerName(Array(text[range])) }
      if plans == "short", let key = text[range].last?.key {
        if let own = bases.first(where: { $0.words.contains { $0.key == key } }) { return own.name }
        unnamed = unnamed ?? issuerName(Array(text[range]))
        continue
      }
      guard let words = onOneLine(inOneUnit(text[range])) else { continue }
      if standsInBasis(words[0]) || isIssuerOfAnother(range.lowerBound, text) {
        bases.append((words, issuerName(words)))
      } else {
        named = named ?? issuerName(words)
      }
    }
    return named ?? unnamed
  }

  /// Whether the words of a name go on with what the body does: "Sở Y tế yêu cầu UBND xã …".
  private func tellsMore(
    _ name: Range<Int>, _ matches: [RuleMatch], _ text: [Token]
  ) -> Bool {
    matches.contains { match in
      name.contains(match.start) && !text[match.start].shape.contains(.capitalized)
        && meaning(match) == .documentPart && value("of", of: match) == "order"
    }
  }

  /// Whether a match is a verb behind the name of a body: "Sở Y tế được giao …".
  ///
  /// "Sở Xây dựng" and "Phòng Kế hoạch" are names.
  private func endsName(_ match: RuleMatch, _ text: [Token]) -> Bool {
    guard meaning(match) == .issuerEnd else { return false }
    let words = text[match.start..<match.end]
    if value("form", of: match) == "title" {
      return words.allSatisfy { $0.shape.contains(.capitalized) }
    }
    return words.allSatisfy { !$0.shape.contains(.capitalized) }
  }

  /// The words of a name up to a verb, or to the next body of one kind: "Sở Nội vụ và Sở Tư pháp".
  private func ownName(_ name: Range<Int>, before verbs: [Int], _ text: [Token]) -> Range<Int> {
    var end = verbs.first { $0 > name.lowerBound + 1 && $0 < name.upperBound } ?? name.upperBound
    let head = text[name.lowerBound].key
    if let next = (name.lowerBound + 1..<end).first(where: {
      text[$0].key == head && text[$0].shape.contains(.capitalized)
    }), next > name.lowerBound + 2 {
      end = next - 1
    }
    return name.lowerBound..<end
  }

  /// Whether a body stands behind another of its kind, with which it acts: "Sở Nội vụ, Sở Tài chính
  /// và Sở Tư pháp thống nhất …".
  private mutating func isListed(_ start: Int, _ text: [Token]) -> Bool {
    guard start > 2,
      markers.scalar(text[start - 1]) == 0x2C
        || phrases([text[start - 1]]).contains(where: { meaning($0) == .actorJoin })
    else { return false }
    let first =
      text[..<(start - 1)].lastIndex {
        [0x2C, 0x2E, 0x3A, 0x3B].contains(markers.scalar($0))
      }.map { $0 + 1 } ?? 0
    guard start - first < PlanReader.listedWords,
      !bytes[Int(text[first].end)..<Int(text[start].start)].contains(0x0A)
    else { return false }
    return text[first].key == text[start].key
  }

  /// How many words the name of a body in a list has at most.
  private static let listedWords = 10

  /// Whether a word stands among the recipients, none of whom issues the document.
  private func isReceived(_ word: Token) -> Bool {
    plan.recipients.contains { $0.span.start <= Int(word.start) && Int(word.start) < $0.span.end }
  }

  /// The words of a name up to the unit that was cut out of the same line.
  ///
  /// "UBND xã" / "III. TỔ CHỨC".
  private func inOneUnit(_ name: ArraySlice<Token>) -> ArraySlice<Token> {
    guard isPoured else { return name }
    let cut = name.dropFirst().firstIndex { token in
      lines.contains { $0.cut && $0.content.start == Int(token.start) }
    }
    return name[..<(cut ?? name.endIndex)]
  }

  /// The words of a name up to the end of its line; `nil` when they name nobody.
  private mutating func onOneLine(_ name: ArraySlice<Token>) -> [Token]? {
    var words: [Token] = []
    for token in name {
      if let last = words.last, bytes[Int(last.end)..<Int(token.start)].contains(0x0A) { break }
      words.append(token)
    }
    if words.count == name.count || wrap.isHard { return Array(name) }
    let whole = phrases(words).contains { meaning($0) == .issuer && $0.end == words.count }
    return whole ? words : nil
  }

  /// Whether a word stands in a paragraph that opens like a legal basis.
  private mutating func standsInBasis(_ word: Token) -> Bool {
    guard let line = lines.first(where: { $0.raw.end > Int(word.start) }) else { return false }
    let tokens = tokens(line.content)
    let first = tokens.firstIndex { $0.kind != .mark } ?? 0
    return lineMatch(.preamble, tokens, from: first) != nil
  }

  /// Whether a word stands in the note under a title, which names the document's own issuer.
  private mutating func standsInNote(_ word: Token) -> Bool {
    guard let line = lines.first(where: { $0.raw.end > Int(word.start) }) else { return false }
    return lineMatch(.note, tokens(line.content)) != nil
  }

  /// How many words may stand between the number of a document and the body that issued it.
  private static let numberReach = 14

  /// Whether the body at a token issued another document, whose number stands before it on its
  /// line: "Quyết định số 74/QĐ-UBND ngày … của UBND tỉnh …".
  private mutating func isIssuerOfAnother(_ start: Int, _ text: [Token]) -> Bool {
    guard start > 2, let match = lineMatch(.joiner, [text[start - 1]]),
      value("strong", of: match) == "yes", !standsInNote(text[start])
    else { return false }
    for index in stride(from: start - 3, through: max(0, start - PlanReader.numberReach), by: -1) {
      if bytes[Int(text[index].end)..<Int(text[start].start)].contains(0x0A) { return false }
      let isCode = text[index + 2].shape.contains(.upper) || text[index + 2].kind == .number
      if text[index].kind == .number, text[index + 1].kind == .mark, isCode,
        !text[index + 1].shape.contains(.spaced)
      {
        return true
      }
    }
    return false
  }

  private mutating func issuerName(_ words: [Token]) -> String {
    let capitals = words.count { $0.shape.contains(.upper) } * 2 > words.count
    return capitals && words.count > 2
      ? written([span(words, 0..<words.count)])
      : casing(words, expansion: grammar.expansion(of: words), keepCase: true)
  }

  /// How far into the text the name of an issuer is looked for, in bytes.
  private static let issuerReach = 5_000

  private mutating func casing(
    _ tokens: [Token], expansion: (text: String, count: Int)?, keepCase: Bool
  ) -> String {
    guard let expansion, let last = tokens.last else {
      return folder.fold(ByteSpan(Int(tokens[0].start), Int(tokens[tokens.count - 1].end)))
    }
    guard expansion.count < tokens.count else { return expansion.text }
    let rest = ByteSpan(Int(tokens[expansion.count].start), Int(last.end))
    return expansion.text + " " + folder.fold(rest)
  }
}
