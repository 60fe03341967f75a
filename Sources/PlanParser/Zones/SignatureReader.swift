import PlanModel
import PlanText

/// The signatures of an ending (chữ ký): who signs, for whom, in which position.
extension PlanReader {
  mutating func isSignature(_ cell: ByteSpan) -> Bool {
    let tokens = tokens(cell)
    return isSigner(tokens) || signs(tokens) || lineMatch(.signed, tokens) != nil
  }

  mutating func signs(_ tokens: [Token]) -> Bool {
    lineMatch(.authority, tokens) != nil || lineMatch(.position, tokens) != nil
  }

  /// Where a signature begins inside a cell: an authority or a position in capitals.
  mutating func signatureStart(_ tokens: [Token]) -> Int? {
    guard tokens.count > 1, tokens.contains(where: { $0.shape.contains(.upper) }) else {
      return nil
    }
    var start: Int?
    let found = phrases(tokens)
    // "Lưu: VT, KT. N5." files with offices and people.
    let files = lineMatch(.archive, tokens) != nil
    for match in found {
      let meaning = meaning(match)
      guard meaning == .authority || meaning == .position,
        tokens[match.start].shape.contains(.upper)
      else { continue }
      // "Lưu: VT, KT." files; "KT. CHỦ TỊCH" signs.
      if meaning == .authority, match.end - match.start < 3,
        match.end >= tokens.count || !tokens[match.end].shape.contains(.upper)
      {
        continue
      }
      if files, meaning == .authority,
        !found.contains(where: {
          self.meaning($0) == .position && $0.start > match.start && $0.start <= match.end
        })
      {
        continue
      }
      // "Lưu: VT, TH GIÁM ĐỐC Trần Văn Sơn": with the name behind it a position ends such a line.
      if files, meaning == .position, match.start > 0, namesPerson(tokens, behind: match.end) {
        return match.start
      }
      start = min(start ?? match.start, match.start)
    }
    guard let start, start > 0 else { return nil }
    // "Chủ tịch UBND" in a recipient is in small letters; here all to the left is no capital name.
    let before = tokens[start - 1]
    return before.kind == .mark || !before.shape.contains(.upper) ? start : nil
  }

  /// Whether the rest of some tokens is the name of a person, by its first word.
  private mutating func namesPerson(_ tokens: [Token], behind end: Int) -> Bool {
    guard end < tokens.count, let surnames = grammar.list("surnames"),
      grammar.value(in: surnames, tokens, from: end, to: end + 1) != nil
    else { return false }
    return isName(Array(tokens[end...]))
  }

  /// Whether a name in capitals ends a cell behind its position, no other standing below.
  ///
  /// "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC TRẦN VĂN SƠN".
  private mutating func namesInCapitals(_ tokens: [Token], behind end: Int, at index: Int) -> Bool {
    guard end > 2, (3...5).contains(tokens.count - end), namesPerson(tokens, behind: end),
      tokens[end...].allSatisfy({ $0.kind == .syllable && $0.shape.contains(.upper) })
    else { return false }
    return !namesPerson(below: index)
      && !phrases(Array(tokens[end...])).contains { meaning($0) == .organisation && $0.start == 0 }
  }

  /// Reads a signature's lines out of a cell: authority, position, name.
  mutating func sign(_ span: ByteSpan, _ ending: inout Ending) {
    // "TM. BAN THƯỜNG VỤ *(Đã ký)* Trần Văn Sơn": stars are none of what they mark.
    let tokens = allTokens(span).filter { $0.kind != .mark || markers.scalar($0) != 0x2A }
    let found = signatureParts(tokens)
    if ending.signers.isEmpty { ending.column = 0 }
    var index = 0
    if let named = namedPosition(tokens, at: ending.line) {
      if ending.isCurrentNamed { ending.column = ending.signers.count }
      let signer = ending.currentSigner()
      ending.signers[signer].take(position: named.position)
      ending.signers[signer].name = named.name
      ending.signers[signer].rule = ending.signers[signer].rule ?? named.rule
      index = tokens.count
    }
    if index == 0, found.isEmpty, lineMatch(.plainPosition, tokens) != nil {
      if ending.isCurrentNamed { ending.column = ending.signers.count }
      ending.signers[ending.currentSigner()].take(position: span)
      index = tokens.count
    }
    while index < tokens.count {
      let here = found.filter { $0.start == index }
      if let match = here.first(where: { meaning($0) == .authority }) {
        if ending.isCurrentNamed { ending.column = ending.signers.count }
        let signer = ending.currentSigner()
        // A body's name runs on in capitals up to the position.
        let end = capitalsEnd(tokens, max(match.end, index + 1), before: found)
        ending.signers[signer].leaveAct()
        ending.signers[signer].authority.append(self.span(tokens, index..<end))
        ending.signers[signer].rule = match.rule
        index = end
      } else if let match = here.first(where: { meaning($0) == .signed }) {
        addFurniture(.stamp, self.span(tokens, index..<match.end), rule: match.rule)
        index = match.end
      } else if let match = here.first(where: { meaning($0) == .position }) {
        if ending.isCurrentNamed, !restoresAuthority(of: &ending.signers[ending.column]) {
          ending.column = ending.signers.count
        }
        let signer = ending.currentSigner()
        var end = capitalsEnd(tokens, match.end, before: found, joined: true)
        // "… VĂN HÓA,": the name of the body goes on in the next line.
        if tokens[end...].allSatisfy({ markers.scalar($0) == 0x2C }) { end = tokens.count }
        if namesInCapitals(tokens, behind: match.end, at: ending.line) { end = match.end }
        ending.signers[signer].take(position: self.span(tokens, index..<end))
        if value("form", of: match) == "act" {
          ending.signers[signer].acts = true
          ending.signers[signer].isWholeAct = value("whole", of: match) == "yes"
        }
        index = end
      } else {
        let signer = ending.currentSigner()
        let rest = self.span(tokens, index..<tokens.count)
        let words = Array(tokens[index...])
        if let mark = lineMatch(.signed, words) {
          takeMark(mark, rest, words, &ending)
        } else if ending.signers[signer].name == nil, !isSpeck(words) {
          ending.signers[signer].name = rest
        } else {
          addFurniture(.noise, rest)
        }
        index = tokens.count
      }
    }
    ending.column += 1
  }

  /// The authorities, positions and marks of signing among some words.
  mutating func signatureParts(_ tokens: [Token]) -> [RuleMatch] {
    let found = phrases(tokens).filter {
      let meaning = meaning($0)
      return meaning == .authority || meaning == .position || meaning == .signed
    }
    // An authority takes the position that follows its "KT."; what it covers is no position.
    return found.filter { match in
      meaning(match) == .authority
        || !found.contains {
          meaning($0) == .authority && $0.start < match.start && match.start < $0.end
        }
    }
  }

  /// Where capitals and marks from a token on end, or the next part begins; with `joined` a mark
  /// counts only before a further word in capitals.
  private mutating func capitalsEnd(
    _ tokens: [Token], _ start: Int, before parts: [RuleMatch], joined: Bool = false
  ) -> Int {
    var end = start
    while end < tokens.count, !parts.contains(where: { $0.start == end }) {
      if tokens[end].kind == .mark {
        let goesOn = end + 1 < tokens.count && tokens[end + 1].shape.contains(.upper)
        guard !joined || goesOn else { break }
      } else if !tokens[end].shape.contains(.upper) {
        break
      }
      end += 1
    }
    // "PHÓ CHỦ TỊCH A Bloong", "CHỦ TỊCH Y Thanh": a letter alone begins a name.
    if end > start, end < tokens.count, tokens[end - 1].shape.contains([.upper, .single]),
      tokens[end].shape.contains(.capitalized), tokens[end].kind == .syllable,
      behindTitles(Array(tokens[end...])) == 0
    {
      end -= 1
    }
    return titledStart(tokens, from: start, before: end)
  }

  /// Whether what was taken for the name before a position is the rest of the authority above it.
  ///
  /// It is in capitals and no person's: "TM. BAN THƯỜNG VỤ HỘI", "LHPN PHƯỜNG", "CHỦ TỊCH".
  private mutating func restoresAuthority(of signer: inout Signer) -> Bool {
    guard signer.position.isEmpty, let last = signer.authority.last, let name = signer.name,
      Blank.trim(bytes, ByteSpan(last.end, max(last.end, name.start))).isEmpty
    else { return false }
    let words = allTokens(name).filter { $0.kind == .syllable }
    guard words.allSatisfy({ $0.shape.contains(.upper) }), let surnames = grammar.list("surnames"),
      grammar.value(in: surnames, words, from: 0, to: 1) == nil
    else { return false }
    signer.authority[signer.authority.count - 1] = last.union(name)
    signer.name = nil
    return true
  }

  /// Takes a mark of signing as furniture, and the name behind it: "(Đã ký) Trần Văn Sơn".
  mutating func takeMark(
    _ match: RuleMatch, _ cell: ByteSpan, _ tokens: [Token], _ ending: inout Ending
  ) {
    var mark = cell
    if let name = capture("signer", of: match, tokens), let waiting = ending.waitingSigner {
      ending.signers[waiting].name = span(tokens, name)
      mark = span(tokens, 0..<name.lowerBound)
    }
    addFurniture(.stamp, mark, rule: match.rule)
    ending.isMarked = mark == cell && isOneCell(lines[ending.line])
  }

  /// Reads a cell as the rest of a position or the name that a signer still lacks, or as the date
  /// of the document; false when it is none of these.
  mutating func completesSigner(_ cell: ByteSpan, _ tokens: [Token], _ ending: inout Ending)
    -> Bool
  {
    guard let waiting = ending.waitingSigner else {
      // Between a position and the name that is still to come no date of the head stands.
      return takesDate(cell, tokens) || ending.signers.isEmpty && takesSecondDate(cell, tokens)
    }
    if !ending.signers[waiting].position.isEmpty, let match = lineMatch(.stampWord, tokens),
      namesPerson(below: ending.line)
    {
      addFurniture(.stamp, cell, rule: match.rule)
      return true
    }
    if !ending.signers[waiting].position.isEmpty,
      goesOnWithPosition(cell, tokens, at: ending.line)
        || goesOnBeside(cell, tokens, at: ending.line, of: ending.signers[waiting])
    {
      let isOwn = !isOneCell(lines[ending.line]) && ending.column < ending.signers.count
      let signer = isOwn && !ending.isCurrentNamed ? ending.column : waiting
      if ending.signers[signer].isWholeAct {
        ending.signers[signer].take(position: cell)
      } else {
        ending.signers[signer].position.append(cell)
      }
      if isOwn { ending.column += 1 }
      return true
    }
    if goesOnWithAuthority(cell, at: ending.line, of: ending.signers[waiting]),
      let last = ending.signers[waiting].authority.last
    {
      let end = ending.signers[waiting].authority.count - 1
      ending.signers[waiting].authority[end] = last.union(cell)
      return true
    }
    if takesRank(cell, tokens, at: ending.line) { return true }
    if isDamagedPosition(cell, ending.signers[waiting], at: ending.line) {
      ending.signers[waiting].position.append(cell)
      return true
    }
    let damaged = damagedName(cell, tokens)
    guard damaged != nil || isSigner(tokens) else { return false }
    if parts(names: tokens, of: waiting, &ending) { return true }
    let isOwn = ending.column < ending.signers.count && !ending.isCurrentNamed
    ending.signers[isOwn ? ending.column : waiting].name =
      damaged ?? withoutStrayMarks(cell, tokens)
    ending.column += 1
    return true
  }

  /// Whether some words can name who signs: a person, not the kind of the document below.
  mutating func isSigner(_ tokens: [Token]) -> Bool {
    isName(tokens)
      && !phrases(tokens, startingBefore: 1).contains {
        $0.end == tokens.count && meaning($0) == .kind
      }
  }

  /// Whether some words stand in capitals and none of them is a surname: the rest of a position.
  func lacksSurname(_ tokens: [Token]) -> Bool {
    let words = tokens.filter { $0.kind == .syllable }
    guard words.allSatisfy({ $0.shape.contains(.upper) }), let surnames = grammar.list("surnames")
    else { return false }
    return words.indices.allSatisfy {
      grammar.value(in: surnames, words, from: $0, to: $0 + 1) == nil
    }
  }

  /// Whether some tokens are a person's name: two to seven words, each with a capital.
  func isName(_ tokens: [Token]) -> Bool {
    var words = 0
    var capitals = 0
    var endsInCapital = false
    for token in tokens {
      if token.kind == .number { return false }
      guard token.kind == .syllable else { continue }
      words += 1
      endsInCapital = token.shape.contains(.capitalized)
      if endsInCapital { capitals += 1 }
    }
    return (2...9).contains(words) && tokens.count - words <= 3 && capitals >= max(2, words - 1)
      && endsInCapital
  }

  mutating func tell(_ signers: [Signer]) {
    for signer in signers {
      if let finished = signer.finished {
        plan.signatures.append(finished)
        continue
      }
      guard let span = signer.span else { continue }
      plan.signatures.append(
        Signature(
          authority: signer.authority.map { folder.fold($0) },
          position: signer.position.isEmpty ? nil : folder.fold(signer.position),
          name: signer.name.map { folder.fold($0) }, span: span, rule: traced(signer.rule)))
    }
  }
}
