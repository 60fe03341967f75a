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
  mutating func tell(bodies given: [HeadBody]) {
    let bodies = withoutSuperiors(given)
    guard let last = bodies.last else { return }
    let told = jointIssuers(of: bodies)
    let joint = told > 1 || isJoint()
    let isLed = bodies.count < given.count
    let head = told > 1 ? bodies.count - told : isLed ? 1 : 0
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
    superiorPieces = above.last?.pieces ?? []
    plan.header.superior = HeaderField(
      text: folder.fold(above.flatMap(\.pieces)), status: .present,
      span: above.dropFirst().reduce(first.span) { $0.union($1.span) })
  }

  /// Whether the kind's rule says that several bodies issue together.
  mutating func isJoint() -> Bool {
    if isJointSymbol() { return true }
    guard let span = plan.header.kind.span else { return false }
    let tokens = tokens(span)
    return phrases(tokens).contains { meaning($0) == .kind && value("joint", of: $0) == "yes" }
  }

  /// Whether the symbol of the number names several bodies behind a joint kind: "KHLT-BYT-BXD".
  func isJointSymbol() -> Bool {
    guard let symbol = plan.header.number.symbol else { return false }
    let parts = symbol.split { $0 == "-" || $0 == "/" }
    return parts.count > 2 && parts[0].count > 2
      && ["LT", "LN", "LS", "PH"].contains { parts[0].hasSuffix($0) }
  }

  /// Fills in the names of the issuers once the whole document is read.
  mutating func nameIssuers() {
    if let pieces = issuerPieces.first {
      plan.header.issuer.name = written(pieces)
      // "BAN THƯỜNG TRỰC" below the body that it is a part of.
      if !superiorPieces.isEmpty, lineMatch(.organ, pieces.flatMap { allTokens($0) }) != nil {
        let whole = written(superiorPieces)
        plan.header.issuer.name? += " " + whole
      } else if superiorPieces.isEmpty,
        let rule = lineMatch(
          .unnamed, pieces.flatMap { allTokens($0).filter { $0.kind != .mark } }),
        value("sure", of: rule) == "issuer",
        let short = plan.header.issuer.name, let whole = inferredIssuer(acting: true),
        whole.lowercased().hasPrefix(short.lowercased())
      {
        // "ỦY BAN NHÂN DÂN" alone, as pages print it that lose the line with the place.
        plan.header.issuer.name = whole
      }
    } else {
      plan.header.issuer.name = inferredIssuer()
    }
    for index in plan.header.joint.indices {
      plan.header.joint[index].name = written(issuerPieces[index + 1])
    }
  }

  /// A name in capitals written out in normal case: as the document writes it elsewhere, else by
  /// the grammar's list of names.
  mutating func written(_ pieces: [ByteSpan]) -> String {
    var tokens: [Token] = []
    for piece in pieces {
      for token in unlabelled(allTokens(piece))
      where token.kind != .mark || isJoint(token) || shortens(token, tokens.last) {
        if let dot = dotBehind(tokens.last, before: token) { tokens.append(dot) }
        tokens.append(token)
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

  /// The name of a body without the word of the field that it fills: "Đơn vị: Trường TH Nà Khoai".
  private mutating func unlabelled(_ tokens: [Token]) -> [Token] {
    guard tokens.contains(where: { markers.scalar($0) == 0x3A }) else { return tokens }
    for match in lineMatches(tokens) where meaning(match) == .letterhead {
      if let name = capture("name", of: match, tokens) { return Array(tokens[name]) }
    }
    return tokens
  }

  /// Whether a dot shortens the word that it is glued to, as behind "TP".
  private func shortens(_ mark: Token, _ word: Token?) -> Bool {
    guard let word, markers.scalar(mark) == 0x2E, word.end == mark.start else { return false }
    return word.shape.contains(.upper) && word.end - word.start == 2
  }

  /// The dot between two words that the tokens leave out.
  private func dotBehind(_ word: Token?, before next: Token) -> Token? {
    guard let word, word.end < next.start, bytes[Int(word.end)] == 0x2E else { return nil }
    let dot = Token(
      start: Int(word.end), end: Int(word.end) + 1, key: grammar.vocabulary.key(of: ".".utf8),
      kind: .mark, shape: [])
    return shortens(dot, word) ? dot : nil
  }

  private func isJoint(_ token: Token) -> Bool {
    let mark = markers.scalar(token)
    return [0x2D, 0x2C, 0x26, 0x2F, 0x2013].contains(mark) || isApostrophe(token)
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

  mutating func casing(
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
