import PlanModel
import PlanText

/// The ending of a document: recipients (nơi nhận) and signatures (chữ ký), in either order,
/// side by side or on one line.
extension PlanReader {
  /// How wide a line in capitals is at most that goes on with a recipient, in characters.
  private static var widestRecipientInCapitals: Int { 24 }

  /// What of the ending a line begins with; `nil` when it is none of it.
  mutating func endMeaning(_ line: Line) -> Meaning? {
    guard !line.pipe || isLoneCell(line), line.heading < 5 else { return nil }
    var found: Meaning?
    for cell in endCells(line) {
      let tokens = tokens(cell)
      for match in lineMatches(tokens) {
        switch meaning(match) {
        case .recipients: return .recipients
        case .authority: return .authority
        case .position where found == nil: found = .position
        default: continue
        }
      }
      // "… (để báo cáo); KT. GIÁM ĐỐC": the left column and the right on one line.
      if found == nil, line.width < 160, !line.capitals, let last = tokens.last,
        last.shape.contains(.upper), signatureStart(tokens) != nil
      {
        found = .authority
      }
    }
    return found
  }

  /// Whether a zone ends before line `index`: the ending, or an appendix, begins there.
  mutating func endsZone(at index: Int, _ zone: Zone, appendix: Bool) -> Bool {
    let line = lines[index]
    guard line.width < 400 || line.tabs > 0 || namesRecipients(line) else { return false }
    // An appendix may stand alone.
    let alone = plan.header.kind.status == .absent && plan.header.number.status == .absent
    if !zone.drafts.isEmpty || appendix || alone, startsAppendix(at: index, zone) { return true }
    guard let last = zone.drafts.last else { return false }
    if !appendix, signsBelow(index) || signsPlainly(at: index) { return true }
    if last.ending == .stop || closes(plan: last), listsRecipients(at: index) { return true }
    switch endMeaning(line) {
    case .recipients, .authority: return true
    case .position: return !appendix && namesSigner(after: index)
    default: return false
    }
  }

  /// Whether a line opens with the label of the recipients and its colon; all of them may follow.
  private mutating func namesRecipients(_ line: Line) -> Bool {
    let tokens = tokens(line.content).drop { $0.kind == .mark }
    guard let colon = tokens.prefix(4).firstIndex(where: { markers.scalar($0) == 0x3A }) else {
      return false
    }
    return lineMatch(.recipients, Array(tokens[...colon])) != nil
  }

  /// Whether a draft begins as the last paragraph of a plan does.
  private mutating func closes(plan draft: Draft) -> Bool {
    guard draft.marker == nil, let first = draft.pieces.first else { return false }
    return lineMatch(.closing, tokens(first)) != nil
  }

  /// Whether a person's name follows a position: the line is a signature.
  mutating func namesSigner(after index: Int) -> Bool {
    let line = lines[index]
    if line.tabs > 0 { return true }
    // "HIỆU TRƯỞNG Trần Văn Sơn": position and name on one line.
    let words = tokens(line.content)
    // "CHỦ TỊCH (Đã ký) Trần Văn Sơn".
    if phrases(words).contains(where: { meaning($0) == .signed }) { return true }
    if let first = words.firstIndex(where: { !$0.shape.contains(.upper) }), first > 0,
      words[first...].count <= 6, !line.ended, isName(Array(words[first...]))
    {
      return true
    }
    for next in lines[(index + 1)...].prefix(3) {
      if furniture(of: next) != nil { continue }
      let tokens = tokens(next.content)
      if lineMatch(.signed, tokens) != nil { return true }
      if endMeaning(next) != nil { return true }
      return isSigner(tokens)
    }
    return false
  }

  // MARK: Reading

  /// Reads the ending from line `start`; the result is the line after it.
  mutating func ending(from start: Int) -> Int {
    var index = start
    var ending = Ending()
    ending.receiving = listsRecipients(at: start)
    while index < lines.count {
      let line = lines[index]
      if furniture(of: line) != nil {
        take(furniture: line)
        index += 1
        continue
      }
      if isCutSignature(at: index) {
        index += 1
        continue
      }
      if index > start, startsAppendix(at: index, nil) || letterhead(at: index) != nil { break }
      if ending.signers.last.map({ $0.name != nil }) != false, signsBelow(index) {
        ending.signers.append(Signer(authority: [line.content]))
        index += 1
        continue
      }
      ending.isPlain = signsPlainly(at: index)
      ending.line = index
      var taken = false
      var strays: [ByteSpan] = []
      let cells = endCells(line)
      // Two signers side by side: the cells of a line go to the signers in order.
      ending.column = max(0, ending.signers.count - signatureCells(cells, ending.signers.last))
      for cell in cells {
        if read(cell, line, &ending, left: cell.start == cells[0].start) {
          taken = true
        } else {
          strays.append(cell)
        }
      }
      guard taken else { break }
      for stray in strays { addFurniture(.noise, stray) }
      takeBars(line)
      index += 1
    }
    tell(ending.receivers)
    tell(ending.signers)
    return index
  }

  private mutating func signatureCells(_ cells: [ByteSpan], _ last: Signer?) -> Int {
    guard cells.count > 1, last != nil else { return 1 }
    return min(cells.count { isSignature($0) }, 4)
  }

  private mutating func isSignature(_ cell: ByteSpan) -> Bool {
    let tokens = tokens(cell)
    return isSigner(tokens) || signs(tokens) || lineMatch(.signed, tokens) != nil
  }

  private mutating func signs(_ tokens: [Token]) -> Bool {
    lineMatch(.authority, tokens) != nil || lineMatch(.position, tokens) != nil
  }

  /// Reads one cell; false when it belongs to no part of an ending.
  private mutating func read(
    _ cell: ByteSpan, _ line: Line, _ ending: inout Ending, left: Bool
  ) -> Bool {
    let tokens = allTokens(cell)
    let matches = lineMatches(tokens)
    func first(_ wanted: Meaning) -> RuleMatch? {
      matches.first { meaning($0) == wanted }
    }
    if let match = first(.recipients) {
      var end = match.end
      while end < tokens.count,
        markers.scalar(tokens[end]) == 0x3A || markers.scalar(tokens[end]) == 0x2A
      {
        end += 1
      }
      addFurniture(.label, span(tokens, 0..<max(end, 1)), rule: match.rule)
      ending.receiving = true
      if end < tokens.count {
        let rest = ByteSpan(Int(tokens[end].start), cell.end)
        let words = Array(tokens[end...])
        if let split = signatureStart(words) {
          receive(behindLabel: ByteSpan(rest.start, Int(words[split - 1].end)), &ending)
          sign(ByteSpan(Int(words[split].start), cell.end), &ending)
        } else if words[0].shape.contains(.upper), signs(words) {
          // "Nơi nhận: TM. ỦY BAN NHÂN DÂN": two columns on one line.
          sign(rest, &ending)
        } else {
          receive(behindLabel: rest, &ending)
        }
      }
      return true
    }
    if let split = signatureStart(tokens), split > 0 {
      // "… (để b/c); KT. GIÁM ĐỐC": the right column began on this line.
      let before = Blank.trim(bytes, ByteSpan(cell.start, Int(tokens[split].start)))
      if ending.receiving || purpose(allTokens(before)) != nil || begins(bullet: before) {
        ending.receiving = true
        receive(before, &ending)
      } else {
        addFurniture(.noise, before)
      }
      sign(ByteSpan(Int(tokens[split].start), cell.end), &ending)
      return true
    }
    if first(.authority) != nil || first(.position) != nil {
      sign(cell, &ending)
      return true
    }
    if ending.isPlain, first(.plainPosition) != nil {
      sign(cell, &ending)
      return true
    }
    if let match = first(.signed) {
      var mark = cell
      if let name = capture("signer", of: match, tokens),
        let waiting = ending.signers.firstIndex(where: { $0.name == nil })
      {
        ending.signers[waiting].name = span(tokens, name)
        mark = span(tokens, 0..<name.lowerBound)
      }
      addFurniture(.stamp, mark, rule: match.rule)
      return true
    }
    // The word that names the recipients may be lost; bullets beside a signature are recipients.
    if left, !ending.receiving, !ending.signers.isEmpty, line.blanksBefore <= 1, line.width < 100,
      ending.signers.last?.name == nil, begins(bullet: cell)
    {
      ending.receiving = true
    }
    if ending.receiving, left {
      if first(.recipientGroup) != nil, markers.read(tokens) == nil {
        ending.group = folder.fold(trimEnd(cell))
        ending.groupStart = cell.start
        return true
      }
      if let marker = markers.read(tokens), marker.family == .bullet || marker.family == .number {
        receive(takingSigner(cell, tokens, &ending), &ending)
        return true
      }
      if first(.archive) != nil || isBare(receiver: cell, line, ending) {
        receive(cell, &ending)
        return true
      }
    }
    if let waiting = ending.signers.firstIndex(where: { $0.name == nil }),
      !ending.signers[waiting].position.isEmpty, goesOnWithPosition(cell, tokens, at: ending.line)
    {
      ending.signers[waiting].position.append(cell)
      return true
    }
    // Between a position and the name that is still to come no date of the head stands.
    if ending.signers.allSatisfy({ $0.name != nil }), takesDate(cell, tokens) { return true }
    if let waiting = ending.signers.firstIndex(where: { $0.name == nil }), isSigner(tokens) {
      let own = ending.column < ending.signers.count && ending.signers[ending.column].name == nil
      ending.signers[own ? ending.column : waiting].name = cell
      ending.column += 1
      return true
    }
    guard ending.receiving, left, let last = ending.receivers.indices.last, line.blanksBefore == 0
    else { return false }
    // A recipient broken over two lines; what stands in capitals below the list is a title.
    if line.capitals, line.width > Self.widestRecipientInCapitals { return false }
    guard let piece = ending.receivers[last].pieces.last else { return false }
    let ended = LineReader.ending(bytes, piece)
    let lower = LetterCase(Scalars.decode(bytes, at: cell.start).scalar) == .lower
    guard lower || ended == .open || ended == .comma || isUnclosed(ending.receivers[last].pieces),
      line.width < 120
    else { return false }
    ending.receivers[last].pieces.append(takingSigner(cell, tokens, &ending))
    return true
  }

  func begins(bullet span: ByteSpan) -> Bool {
    MarkerReader.bulletKind(Scalars.decode(bytes, at: span.start).scalar) != nil
  }

  // MARK: Signatures

  /// Where a signature begins inside a cell: an authority or a position in capitals.
  private mutating func signatureStart(_ tokens: [Token]) -> Int? {
    guard tokens.count > 1 else { return nil }
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
      start = min(start ?? match.start, match.start)
    }
    guard let start, start > 0 else { return nil }
    // "Chủ tịch UBND" in a recipient is in small letters; here all to the left is no capital name.
    let before = tokens[start - 1]
    return before.kind == .mark || !before.shape.contains(.upper) ? start : nil
  }

  /// Reads a signature's lines out of a cell: authority, position, name.
  private mutating func sign(_ span: ByteSpan, _ ending: inout Ending) {
    let tokens = allTokens(span)
    var index = 0
    var found = phrases(tokens).filter {
      let meaning = meaning($0)
      return meaning == .authority || meaning == .position || meaning == .signed
    }
    // An authority takes the position that follows its "KT."; what it covers is no position.
    found = found.filter { match in
      meaning(match) == .authority
        || !found.contains {
          meaning($0) == .authority && $0.start < match.start && match.start < $0.end
        }
    }
    let isPlain = found.isEmpty && lineMatch(.plainPosition, tokens) != nil
    func current() -> Int {
      if ending.column < ending.signers.count { return ending.column }
      ending.signers.append(Signer())
      ending.column = ending.signers.count - 1
      return ending.column
    }
    if ending.signers.isEmpty { ending.column = 0 }
    if isPlain {
      let signer = current()
      ending.signers[signer].take(position: span)
      index = tokens.count
    }
    while index < tokens.count {
      let here = found.filter { $0.start == index }
      if let match = here.first(where: { meaning($0) == .authority }) {
        if ending.column < ending.signers.count, ending.signers[ending.column].name != nil {
          ending.column = ending.signers.count
        }
        let signer = current()
        var end = max(match.end, index + 1)
        // A body's name runs on in capitals up to the position.
        while end < tokens.count, tokens[end].shape.contains(.upper) || tokens[end].kind == .mark,
          !found.contains(where: { $0.start == end })
        {
          end += 1
        }
        ending.signers[signer].authority.append(self.span(tokens, index..<end))
        ending.signers[signer].rule = match.rule
        index = end
      } else if let match = here.first(where: { meaning($0) == .signed }) {
        addFurniture(.stamp, self.span(tokens, index..<match.end), rule: match.rule)
        index = match.end
      } else if let match = here.first(where: { meaning($0) == .position }) {
        if ending.column < ending.signers.count, ending.signers[ending.column].name != nil {
          if !restoresAuthority(of: &ending.signers[ending.column]) {
            ending.column = ending.signers.count
          }
        }
        let signer = current()
        var end = match.end
        while end < tokens.count, tokens[end].shape.contains(.upper) || tokens[end].kind == .mark,
          !found.contains(where: { $0.start == end }),
          tokens[end].kind != .mark
            || end + 1 < tokens.count && tokens[end + 1].shape.contains(.upper)
        {
          end += 1
        }
        // "… VĂN HÓA,": the name of the body goes on in the next line.
        if tokens[end...].allSatisfy({ markers.scalar($0) == 0x2C }) { end = tokens.count }
        ending.signers[signer].take(position: self.span(tokens, index..<end))
        index = end
      } else {
        let signer = current()
        let rest = self.span(tokens, index..<tokens.count)
        if ending.signers[signer].name == nil {
          ending.signers[signer].name = rest
        } else {
          addFurniture(.noise, rest)
        }
        index = tokens.count
      }
    }
    ending.column += 1
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

  /// Whether some tokens are a person's name: two to seven words, each with a capital.
  func isName(_ tokens: [Token]) -> Bool {
    let words = tokens.filter { $0.kind == .syllable }
    guard (2...9).contains(words.count), tokens.allSatisfy({ $0.kind != .number }),
      tokens.count - words.count <= 3
    else { return false }
    return words.count { $0.shape.contains(.capitalized) } >= max(2, words.count - 1)
      && words[words.count - 1].shape.contains(.capitalized)
  }

  /// Whether some words can name who signs: a person, not the kind of the document below.
  private mutating func isSigner(_ tokens: [Token]) -> Bool {
    isName(tokens)
      && !phrases(tokens).contains {
        $0.start == 0 && $0.end == tokens.count && meaning($0) == .kind
      }
  }

  private mutating func tell(_ signers: [Signer]) {
    for signer in signers {
      guard let span = signer.span else { continue }
      plan.signatures.append(
        Signature(
          authority: signer.authority.map { folder.fold($0) },
          position: signer.position.isEmpty ? nil : folder.fold(signer.position),
          name: signer.name.map { folder.fold($0) }, span: span, rule: traced(signer.rule)))
    }
  }
}
