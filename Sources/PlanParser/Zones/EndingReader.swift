import PlanModel
import PlanText

/// The ending of a document: recipients (nơi nhận) and signatures (chữ ký), in either order,
/// side by side or on one line.
extension PlanReader {
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
      if isFileMark(line, ending) {
        addFurniture(.noise, line.content)
        index += 1
        continue
      }
      if isCutEnding(at: index) {
        index += 1
        continue
      }
      if isOrganStamp(at: index, ending) {
        addFurniture(.stamp, trimmedRaw(line))
        index += 1
        continue
      }
      let signs = ending.signers.isEmpty && signsByForm(at: index)
      if !signs, index > start, startsAppendix(at: index, nil) || letterhead(at: index) != nil {
        break
      }
      if ending.signers.last?.name != nil, opensSecondHead(at: index) { break }
      if let next = signersBehindTabs(at: index, &ending) ?? signersInCells(at: index, &ending)
        ?? stackedBodies(at: index, &ending)
      {
        index = next
        continue
      }
      if ending.signers.last.map({ $0.name != nil }) != false, signsBelow(index) {
        let end = bodyEnd(index) ?? index
        let bodies = bodiesSideBySide(index) ?? [line.content.union(lines[end].content)]
        ending.signers += bodies.map { Signer(authority: [$0]) }
        index = end + 1
        continue
      }
      if partsSigners(at: index, ending) {
        ending.closed = ending.signers.count
        index += 1
        continue
      }
      if let next = signersInColumns(at: index, &ending) ?? parallelSigners(at: index, &ending)
        ?? stackedSigners(at: index, &ending) ?? stackedGroups(at: index, &ending)
        ?? furtherSigners(at: index, &ending)
      {
        index = next
        continue
      }
      ending.isPlain = signsPlainly(at: index)
      ending.line = index
      var taken = false
      var strays: [ByteSpan] = []
      if takesSignersWithNames(at: index, &ending) {
        index += 1
        continue
      }
      let cells = endCells(line)
      // Two signers side by side: the cells of a line go to the signers in order.
      ending.column =
        isLeftAlone(cells, line, ending)
        ? 0 : max(ending.closed, ending.signers.count - signatureCells(cells, ending.signers.last))
      for cell in cells {
        if read(cell, line, &ending, left: cell.start == cells[0].start) {
          taken = true
        } else {
          strays.append(cell)
        }
      }
      if !taken, takesTypist(at: index, &ending) {
        index += 1
        continue
      }
      guard taken || isSpeck(at: index, ending) || isDamage(at: index, ending) else { break }
      for stray in strays { addFurniture(.noise, stray) }
      takeBars(line)
      index += 1
    }
    leave(ending.emptyGroup)
    tell(ending.receivers)
    tell(joiningPosts(ending.signers))
    return index
  }

  private mutating func signatureCells(_ cells: [ByteSpan], _ last: Signer?) -> Int {
    guard cells.count > 1, last != nil else { return 1 }
    return min(cells.count { isSignature($0) }, 4)
  }

  /// Reads one cell; false when it belongs to no part of an ending.
  mutating func read(
    _ cell: ByteSpan, _ line: Line, _ ending: inout Ending, left: Bool
  ) -> Bool {
    let cell = withoutScrap(beforeDash: withoutStroke(cell), ending)
    let tokens = allTokens(cell)
    let matches = lineMatches(tokens)
    if let label = matches.first(where: { meaning($0) == .recipients }) {
      read(label, cell, tokens, &ending)
      return true
    }
    if let split = signatureStart(tokens), split > 0 {
      readColumns(cell, tokens, split, &ending)
      return true
    }
    if leavesUnnamed(before: line, tokens, &ending)
      || matches.contains(where: { isSigning($0, ending) }) || isSigned(tokens)
    {
      sign(cell, &ending)
      return true
    }
    if let mark = matches.first(where: { meaning($0) == .signed }) {
      takeMark(mark, cell, tokens, &ending)
      return true
    }
    if endsName(cell, tokens, &ending) { return true }
    if left, closesRecipient(cell, line, ending) {
      ending.receivers[ending.receivers.count - 1].pieces.append(cell)
      return true
    }
    if let waiting = ending.waitingSigner,
      isSeal(tokens, at: ending.line, of: ending.signers[waiting])
    {
      addFurniture(.stamp, cell)
      return true
    }
    if left, signsByName(cell, &ending) { return true }
    if left, receives(cell, line, tokens, matches, &ending) { return true }
    // "- Sở Nội vụ;          (để báo cáo)": the purposes stand in a column of their own.
    if !left, ending.receiving, let last = ending.receivers.indices.last,
      let cut = purpose(tokens), cut.before == 0
    {
      ending.receivers[last].pieces.append(cell)
      return true
    }
    if completesSigner(cell, tokens, &ending) { return true }
    if ending.signers.isEmpty, signsByForm(cell, at: ending.line) {
      ending.signers.append(Signer(position: [cell]))
      ending.column = 1
      return true
    }
    if ending.signers.isEmpty, signsAlone(at: ending.line) {
      ending.signers.append(Signer(position: [cell]))
      return true
    }
    return left && goesOnWithRecipient(cell, line, tokens, &ending)
  }

  /// Whether a line rule tells who signs.
  private func isSigning(_ match: RuleMatch, _ ending: Ending) -> Bool {
    switch meaning(match) {
    case .authority, .position, .namedPosition: true
    case .plainPosition: ending.isPlain
    default: false
    }
  }

  /// Reads a cell that opens with the label of the recipients, and what stands behind it.
  private mutating func read(
    _ label: RuleMatch, _ cell: ByteSpan, _ tokens: [Token], _ ending: inout Ending
  ) {
    var end = label.end
    while end < tokens.count,
      [0x3A, 0x2A, 0x5F].contains(markers.scalar(tokens[end]))
    {
      end += 1
    }
    addFurniture(.label, span(tokens, 0..<max(end, 1)), rule: label.rule)
    ending.receiving = true
    guard end < tokens.count else { return }
    let rest = ByteSpan(Int(tokens[end].start), cell.end)
    let words = Array(tokens[end...])
    if let split = signatureStart(words), opensWithDamagedMark(words, before: split) {
      ending.signers[ending.currentSigner()].authority.append(rest)
      ending.column += 1
    } else if let split = signatureStart(words) {
      receive(behindLabel: ByteSpan(rest.start, Int(words[split - 1].end)), &ending)
      sign(ByteSpan(Int(words[split].start), cell.end), &ending)
    } else if words[0].shape.contains(.upper), signs(words) {
      // "Nơi nhận: TM. ỦY BAN NHÂN DÂN": two columns on one line.
      sign(rest, &ending)
    } else {
      receive(behindLabel: rest, &ending)
    }
  }

  /// Reads a cell in which the right column begins behind the left.
  ///
  /// "… (để b/c); KT. GIÁM ĐỐC".
  private mutating func readColumns(
    _ cell: ByteSpan, _ tokens: [Token], _ split: Int, _ ending: inout Ending
  ) {
    let before = Blank.trim(bytes, ByteSpan(cell.start, Int(tokens[split].start)))
    let words = allTokens(before)
    if ending.receiving, opensGroup(before, words, &ending) || goesOn(before, in: &ending) {
      sign(ByteSpan(Int(tokens[split].start), cell.end), &ending)
      return
    }
    if ending.receiving || purpose(words) != nil || begins(bullet: before) {
      ending.receiving = true
      receive(before, &ending)
    } else {
      addFurniture(.noise, before)
    }
    sign(ByteSpan(Int(tokens[split].start), cell.end), &ending)
  }

  /// Reads what names a group of recipients; false when it names none.
  private mutating func opensGroup(_ cell: ByteSpan, _ tokens: [Token], _ ending: inout Ending)
    -> Bool
  {
    guard let name = groupName(cell, tokens, below: ending.line + 1),
      lineMatch(.recipientGroup, allTokens(name)) != nil
        || name != cell && ending.group != nil && bytes[name.end - 1] == UInt8(ascii: ":")
    else { return false }
    open(group: name, in: cell, &ending)
    return true
  }

  /// Opens a group of recipients by its name, which stands in a cell.
  mutating func open(group name: ByteSpan, in cell: ByteSpan, _ ending: inout Ending) {
    ending.group = folder.fold(trimEnd(name))
    leave(ending.emptyGroup)
    ending.emptyGroup = cell
  }

  /// What may name a group: a cell without bullet, or behind one that is no dash where a dash opens
  /// the line below ("* Gửi bản giấy:" / "- UBND tỉnh;").
  private func groupName(_ cell: ByteSpan, _ tokens: [Token], below next: Int) -> ByteSpan? {
    guard let marker = markers.read(tokens) else { return cell }
    guard marker.family == .bullet, marker.style != 0x2D, next < lines.count,
      bytes[lines[next].content.start] == 0x2D
    else { return nil }
    return ByteSpan(marker.textStart, cell.end)
  }

  /// Leaves the name of a group that nobody stands in to the page: "Gửi bản giấy: Trần Văn Sơn".
  private mutating func leave(_ group: ByteSpan?) {
    if let group { addFurniture(.label, trimEnd(group)) }
  }

  /// Reads what goes on with the recipient of the line above; false when it does not.
  ///
  /// The signature stands beside both lines: "… và Môi KT. CHỦ TỊCH" / "trường (b/c); PHÓ CHỦ TỊCH".
  private mutating func goesOn(_ cell: ByteSpan, in ending: inout Ending) -> Bool {
    guard LetterCase(Scalars.decode(bytes, at: cell.start).scalar) == .lower,
      let last = ending.receivers.indices.last, let piece = ending.receivers[last].pieces.last,
      LineReader.ending(bytes, piece) == .open || LineReader.ending(bytes, piece) == .comma
    else { return false }
    ending.receivers[last].pieces.append(cell)
    return true
  }

  /// Reads the name of the signer who still lacks one behind the name of a group of recipients:
  /// "Gửi bản giấy: Trần Văn Sơn"; false when there is none.
  private mutating func opensGroupBeforeName(
    _ cell: ByteSpan, _ tokens: [Token], _ ending: inout Ending
  ) -> Bool {
    guard ending.waitingSigner != nil,
      let colon = tokens.lastIndex(where: { markers.scalar($0) == 0x3A }),
      colon > 0, colon + 2 < tokens.count,
      opensGroup(
        ByteSpan(cell.start, Int(tokens[colon].end)), Array(tokens[...colon]), &ending)
    else { return false }
    let name = ByteSpan(Int(tokens[colon + 1].start), cell.end)
    if !completesSigner(name, Array(tokens[(colon + 1)...]), &ending) {
      addFurniture(.noise, name)
    }
    return true
  }

  /// Reads a cell as a recipient, or the group of some; false when it is neither.
  private mutating func receives(
    _ cell: ByteSpan, _ line: Line, _ tokens: [Token], _ matches: [RuleMatch],
    _ ending: inout Ending
  ) -> Bool {
    // The word that names the recipients may be lost; bullets beside a signature are recipients.
    if !ending.receiving, !ending.signers.isEmpty, line.blanksBefore <= 1, line.width < 100,
      ending.signers.last?.name == nil, begins(bullet: cell)
    {
      ending.receiving = true
    }
    guard ending.receiving else { return false }
    let marker = markers.read(tokens)
    if opensGroup(cell, tokens, &ending) || opensGroupBeforeName(cell, tokens, &ending) {
      return true
    }
    if let marker, marker.family == .bullet || marker.family == .number {
      var whole = takingSigner(cell, tokens, &ending)
      if whole == cell { whole = withoutRightColumn(cell, tokens, &ending) }
      if whole == cell { whole = withoutSpecks(cell, tokens, ending) }
      if whole == cell { whole = withoutScraps(behindClose: cell, tokens) }
      if whole == cell { whole = withoutScraps(cell, tokens) }
      receive(whole, &ending)
      return true
    }
    if goesOnInBracket(cell, line, &ending) { return true }
    if matches.contains(where: { meaning($0) == .archive }) || isBare(receiver: cell, line, ending)
    {
      receive(cell, &ending)
      return true
    }
    return false
  }

  /// How wide a line in capitals is at most that goes on with a recipient, in characters.
  private static var widestRecipientInCapitals: Int { 24 }

  /// Reads a cell as the second line of a recipient; false when it is none.
  private mutating func goesOnWithRecipient(
    _ cell: ByteSpan, _ line: Line, _ tokens: [Token], _ ending: inout Ending
  ) -> Bool {
    guard ending.receiving, let last = ending.receivers.indices.last,
      let piece = ending.receivers[last].pieces.last
    else { return false }
    if isDated(between: piece, cell) { return false }
    // Recognition may leave a line free inside a bracket.
    if line.blanksBefore > 0, !wrap.isFlush || !isUnclosed(ending.receivers[last].pieces),
      !goesOnBehindBlank(piece, line)
    {
      return false
    }
    // What stands in capitals below the list is a title.
    if line.capitals, line.width > Self.widestRecipientInCapitals { return false }
    let ended = LineReader.ending(bytes, piece)
    let lower = LetterCase(Scalars.decode(bytes, at: cell.start).scalar) == .lower
    guard lower || ended == .open || ended == .comma || isUnclosed(ending.receivers[last].pieces),
      line.width < 120, !closes(piece) || line.width > Self.speckWidth || line.ended
    else { return false }
    ending.receivers[last].pieces.append(takingSigner(cell, tokens, &ending))
    return true
  }

  /// Whether the place and date of the document stand on a line of their own between two others.
  func isDated(between above: ByteSpan, _ below: ByteSpan) -> Bool {
    guard let place = plan.header.place.span, place.start >= above.end, place.end <= below.start
    else { return false }
    let line = text.lineIndex(at: place.start)
    return line != text.lineIndex(at: above.start) && line != text.lineIndex(at: below.start)
  }

  /// Whether a line goes on with a recipient though a blank line parts them, as one parts all lines
  /// of the page: "- Thường trực Đảng ủy, HĐND," / "UBND xã;", or it begins with a small letter.
  private func goesOnBehindBlank(_ piece: ByteSpan, _ line: Line) -> Bool {
    guard line.blanksBefore == 1, line.tabs == 0, !line.pipe else { return false }
    switch LineReader.ending(bytes, piece) {
    case .comma: return line.ending == .semicolon || line.ending == .stop || line.startsLower
    case .open:
      return line.startsLower || line.ending == .semicolon || listsFurther(line)
    case .stop, .semicolon, .colon: return false
    }
  }

  /// Whether a line in the middle of a recipient has a semicolon inside, as the list that he is has.
  ///
  /// "- Các Bộ: Tài chính; Công" / "Thương; Xây dựng; Văn" / "hóa; Y tế;".
  private func listsFurther(_ line: Line) -> Bool {
    !line.capitals && line.ending == .open
      && bytes[line.content.start..<line.content.end].contains(0x3B)
  }
}
