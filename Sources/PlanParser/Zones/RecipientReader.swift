import PlanModel
import PlanText

/// The recipients of a document (nơi nhận): bullets, purposes, the filing line.
extension PlanReader {
  /// How many recipients a list without its label has at most.
  private static let unlabelled = 24

  /// Whether recipients begin at line `index` whose label was lost: bullets that end with the one
  /// that files, the first of them with a purpose or beside others.
  mutating func listsRecipients(at index: Int) -> Bool {
    // What they end with stands behind a bullet.
    guard index + 1 < lines.count, begins(bullet: lines[index + 1].content) else { return false }
    for (count, line) in lines[index...].prefix(PlanReader.unlabelled).enumerated() {
      guard line.width < 120, line.tabs == 0, !line.pipe, !line.capitals else { return false }
      let isBullet = begins(bullet: line.content)
      guard isBullet || count == 0 else { return false }
      let tokens = tokens(line.content)
      if lineMatch(.archive, tokens) != nil { return count > 0 }
      guard line.ending == .semicolon || line.ending == .comma || line.ending == .open else {
        return false
      }
      if !isBullet {
        var words = tokens
        while let last = words.last, last.kind == .mark, markers.scalar(last) != 0x29 {
          words.removeLast()
        }
        guard purpose(words) != nil else { return false }
      }
    }
    return false
  }

  /// Whether a cell is a recipient that no bullet opens.
  ///
  /// A closing mark ends it and the one before it; where bullets open the others, a comma is none.
  func isBare(receiver cell: ByteSpan, _ line: Line, _ ending: Ending) -> Bool {
    guard line.width < 120, !line.capitals, line.blanksBefore <= 1 else { return false }
    if let piece = ending.receivers.last?.pieces.last {
      guard closes(piece) else { return false }
      if ending.bulleted, LineReader.ending(bytes, piece) == .comma { return false }
    }
    return closes(cell) && LineReader.ending(bytes, cell) != .stop
  }

  /// Whether a semicolon, a comma, a full stop or a bracket ends a recipient.
  func closes(_ span: ByteSpan) -> Bool {
    switch LineReader.ending(bytes, span) {
    case .semicolon, .comma, .stop: true
    case .colon, .open: bytes[span.end - 1] == 0x29
    }
  }

  /// Whether a bracket that opens in some pieces is still to be closed.
  func isUnclosed(_ pieces: [ByteSpan]) -> Bool {
    var depth = 0
    for piece in pieces {
      for byte in bytes[piece.start..<piece.end] {
        if byte == 0x28 { depth += 1 }
        if byte == 0x29 { depth = max(0, depth - 1) }
      }
    }
    return depth > 0
  }

  /// The part of a cell that is a recipient.
  ///
  /// "- Lãnh đạo Bộ; Trần Văn Sơn": where the columns were poured into one another, the name of
  /// the signer who still lacks one stands behind the mark that closes the recipient.
  mutating func takingSigner(_ cell: ByteSpan, _ tokens: [Token], _ ending: inout Ending)
    -> ByteSpan
  {
    // "- Lãnh đạo Bộ; (đã ký)", "- Lưu: VT. (Đã ký) Trần Văn Sơn".
    for index in tokens.indices.dropFirst().suffix(40)
    where [0x28, 0x5B].contains(markers.scalar(tokens[index])) {
      let words = Array(tokens[index...])
      guard let mark = lineMatch(.signed, words) else { continue }
      takeMark(mark, ByteSpan(Int(tokens[index].start), cell.end), words, &ending)
      return ByteSpan(cell.start, Int(tokens[index - 1].end))
    }
    guard let waiting = ending.waitingSigner,
      let mark = tokens.lastIndex(where: { $0.kind == .mark }), mark + 2 < tokens.count,
      let close = closing(tokens, before: mark), tokens[mark + 1].shape.contains(.spaced),
      isSurname(tokens[mark + 1])
    else { return cell }
    let name = Array(tokens[(mark + 1)...])
    guard name.allSatisfy({ $0.kind == .syllable && $0.shape.contains(.capitalized) }),
      isName(name)
    else { return cell }
    // "- Lưu: VT. TS. Trần Văn Sơn": the degrees before the name.
    var first = close + 1
    if let titles = grammar.list("academic-titles") {
      while first > 2, markers.scalar(tokens[first - 1]) == 0x2E,
        grammar.value(in: titles, tokens, from: first - 2, to: first - 1) != nil
      {
        first -= 2
      }
    }
    ending.signers[waiting].name = span(
      tokens, (first <= close ? first : mark + 1)..<tokens.count)
    return ByteSpan(cell.start, Int(tokens[first - 1].end))
  }

  /// The last mark that closes a recipient, which is the last of all but for a speck: "; : Đinh
  /// Trọng Khiết".
  private func closing(_ tokens: [Token], before mark: Int) -> Int? {
    for index in [mark, mark - 1] where index > 0 && (index == mark || wrap.isFlush) {
      if [0x3B, 0x2E, 0x2C, 0x29].contains(markers.scalar(tokens[index])) { return index }
    }
    return nil
  }

  /// Whether a word is the name of a family; recognition may give it other marks: "Nguyên".
  func isSurname(_ token: Token) -> Bool {
    guard let surnames = grammar.list("surnames") else { return false }
    if grammar.value(in: surnames, [token], from: 0, to: 1) != nil { return true }
    guard wrap.isFlush else { return false }
    return grammar.vocabulary.keys(withLettersOf: bytes, from: Int(token.start), to: Int(token.end))
      .contains { key in
        var other = token
        other.key = key
        return grammar.value(in: surnames, [other], from: 0, to: 1) != nil
      }
  }

  /// Adds the recipients that stand behind their label on its line: without bullets a semicolon
  /// ends one, and so does the comma behind a purpose in brackets.
  mutating func receive(behindLabel span: ByteSpan, _ ending: inout Ending) {
    let tokens = allTokens(span)
    var start = span.start
    if !tokens.contains(where: { MarkerReader.bulletKind(markers.scalar($0)) != nil }) {
      for index in tokens.indices.dropFirst() where index + 1 < tokens.count {
        let mark = markers.scalar(tokens[index])
        guard mark == 0x3B || mark == 0x2C,
          mark == 0x3B || markers.scalar(tokens[index - 1]) == 0x29
            || lineMatch(.archive, tokens, from: index + 1) != nil
        else { continue }
        receive(ByteSpan(start, Int(tokens[index].end)), &ending)
        start = Int(tokens[index + 1].start)
      }
    }
    receive(ByteSpan(start, span.end), &ending)
  }

  /// Adds the recipients that stand under `span`, cut at the bullets between them.
  mutating func receive(_ span: ByteSpan, _ ending: inout Ending) {
    let tokens = allTokens(span)
    var starts = [0]
    var depth = 0
    for index in tokens.indices.dropFirst() {
      let mark = markers.scalar(tokens[index])
      if mark == 0x28 { depth += 1 }
      if mark == 0x29 { depth = max(0, depth - 1) }
      guard tokens[index].kind == .mark, MarkerReader.bulletKind(mark) != nil, depth == 0,
        index + 1 < tokens.count,
        tokens[index].shape.contains(.spaced) || opensGlued(tokens, index)
      else { continue }
      let before = markers.scalar(tokens[index - 1])
      let closes =
        before == 0x3B || before == 0x2C || before == 0x2E || before == 0x3A
        || before == 0x29 && !opensPurpose(tokens, index + 1)
      if closes { starts.append(index) }
    }
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : tokens.count
      guard start < end else { continue }
      var (from, first) = (start, start)
      if MarkerReader.bulletKind(markers.scalar(tokens[from])) != nil, from + 1 < end {
        from += isEmphasised(bullet: tokens[from..<end]) ? 3 : 1
        ending.bulleted = true
      } else if isSpeck(tokens[from]), from + 1 < end,
        tokens[from + 1].shape.contains([.spaced, .capitalized])
      {
        from += 1
      } else if opensMisread(tokens, from..<end) {
        addFurniture(.noise, self.span(tokens, from..<(from + 1)))
        from += 1
        first = from
      } else if tokens[from].kind == .number, from + 2 < end,
        [0x2E, 0x29].contains(markers.scalar(tokens[from + 1])),
        tokens[from + 2].shape.contains(.spaced)
      {
        // "1. Sở Nội vụ;"
        addFurniture(.label, self.span(tokens, from..<(from + 2)))
        from += 2
        first = from
        ending.bulleted = true
      }
      let text = ByteSpan(Int(tokens[from].start), Int(tokens[end - 1].end))
      if wrap.isFlush, tokens[from..<end].allSatisfy({ isSpeck($0) }) {
        addFurniture(.noise, ByteSpan(Int(tokens[first].start), text.end))
        continue
      }
      receive(one: text, from: Int(tokens[first].start), before: end < tokens.count, &ending)
    }
  }

  /// Whether what stands behind a dash is the purpose of the recipient before it: "Công an tỉnh
  /// (PV01) - để báo cáo;".
  private mutating func opensPurpose(_ tokens: [Token], _ start: Int) -> Bool {
    let words = tokens[start...].prefix { $0.kind == .syllable }
    return words.count <= PlanReader.purposeWords
      && lineMatch(.purpose, tokens, from: start, to: words.endIndex) != nil
  }

  /// Whether a bullet opens a recipient though no blank parts it from the mark that closes the one
  /// before: "(b/c);- Các phòng;-Lưu: VT", as text that lost its line breaks has it.
  private func opensGlued(_ tokens: [Token], _ index: Int) -> Bool {
    let next = tokens[index + 1]
    guard next.shape.contains(.capitalized) else { return false }
    switch markers.scalar(tokens[index - 1]) {
    case 0x3B: return true
    case 0x2E, 0x29: return next.shape.contains(.spaced) || !next.shape.contains(.upper)
    default: return false
    }
  }

  /// A span without the marks that close a recipient: semicolon, comma, colon, stop, slash.
  func trimEnd(_ span: ByteSpan) -> ByteSpan {
    var end = span.end
    while end > span.start {
      let byte = bytes[end - 1]
      if byte == 0x3B || byte == 0x2C || byte == 0x2E || byte == 0x3A || byte == 0x2F
        || byte == 0x20
        || byte == 0x2A
      {
        end -= 1
      } else {
        break
      }
    }
    return ByteSpan(span.start, end)
  }

  /// Among how much furniture that of the head is looked for.
  private static var headFurniture: Int { 64 }

  mutating func tell(_ receivers: [Receiver]) {
    // "Lưu: VT (DỰ THẢO)": of text poured into one line the head may have told the mark.
    let marks = plan.furniture.prefix(PlanReader.headFurniture)
      .filter { $0.kind == .draftMark }.map(\.span)
    for receiver in receivers {
      var pieces = receiver.pieces
      for mark in marks where mark.start < (pieces.last?.end ?? 0) {
        pieces = pieces.flatMap { piece in
          guard mark.start < piece.end, mark.end > piece.start else { return [piece] }
          return [ByteSpan(piece.start, mark.start), ByteSpan(mark.end, piece.end)]
            .map { Blank.trim(bytes, $0) }.filter { !$0.isEmpty }
        }
      }
      guard let last = pieces.last else { continue }
      pieces[pieces.count - 1] = trimEnd(last)
      let whole = ByteSpan(receiver.start, last.end)
      // The signature may stand between the pieces; its words are none of the recipient's.
      var all: [Token] = []
      for piece in pieces { all += allTokens(piece) }
      let archive = lineMatch(.archive, all)
      var purpose: String?
      var told = whole
      if archive == nil, let cut = self.purpose(all) {
        // "(b/c); „.. 2)": what stands behind is no part of it.
        if let specks = cut.specks {
          told.end = Int(all[specks - 1].end)
          addFurniture(.noise, ByteSpan(Int(all[specks].start), whole.end))
        }
        let inner = span(all, cut.inner)
        purpose = folder.fold(
          pieces.compactMap { piece in
            let own = ByteSpan(max(piece.start, inner.start), min(piece.end, inner.end))
            return own.isEmpty ? nil : own
          })
        let end = cut.before > 0 ? Int(all[cut.before - 1].end) : pieces[0].start
        pieces = pieces.compactMap { piece in
          piece.start >= end ? nil : ByteSpan(piece.start, min(piece.end, end))
        }
      }
      let text = folder.fold(
        pieces.enumerated().map { $0.offset == pieces.count - 1 ? trimEnd($0.element) : $0.element }
      )
      guard !text.isEmpty else {
        addFurniture(.noise, whole)
        continue
      }
      plan.recipients.append(
        Recipient(
          group: receiver.group, text: text, purpose: purpose, archive: archive != nil,
          span: told, rule: traced(archive?.rule)))
    }
  }

  /// The purpose at the end of a recipient, how many tokens stand before it, and where specks of a
  /// scan begin behind it that may be read as numbers.
  mutating func purpose(
    _ tokens: [Token]
  ) -> (inner: Range<Int>, before: Int, specks: Int?)? {
    guard let open = tokens.lastIndex(where: { markers.scalar($0) == 0x28 }) else {
      return openPurpose(tokens)
    }
    var end = tokens.count
    var specks: Int?
    if let close = tokens[open...].firstIndex(where: { markers.scalar($0) == 0x29 }) {
      // Specks may stand behind it: "(để báo cáo)”"; a figure set high is none.
      let rest = tokens[(close + 1)...]
      let isClosed = rest.first.map { markers.scalar($0) == 0x3B } ?? false
      guard
        rest.allSatisfy({
          $0.kind == .mark && !Remainder.isFigure(markers.scalar($0))
            || isClosed && $0.kind == .number
        })
      else { return openPurpose(tokens) }
      end = close
      if rest.contains(where: { $0.kind == .number }) { specks = close + 2 }
    }
    guard open + 1 < end else { return nil }
    var inner = Array(tokens[(open + 1)..<end])
    // "(để `" / "thực hiện)".
    if wrap.isFlush { inner.removeAll { isOddMark($0) } }
    guard lineMatch(.purpose, inner) != nil else { return nil }
    return ((open + 1)..<end, open, specks)
  }

  /// How many words a purpose without brackets has at most.
  private static let purposeWords = 8

  /// A purpose without brackets: "Các thôn để thực hiện", "UBND tỉnh: b/c".
  private mutating func openPurpose(
    _ tokens: [Token]
  ) -> (inner: Range<Int>, before: Int, specks: Int?)? {
    var end = tokens.count
    while end > 0, tokens[end - 1].kind == .mark { end -= 1 }
    for start in stride(from: end - 1, through: max(1, end - PlanReader.purposeWords), by: -1) {
      guard let match = lineMatch(.purpose, tokens, from: start, to: end) else { continue }
      let isBehindColon = markers.scalar(tokens[start - 1]) == 0x3A
      guard
        value("open", of: match) == "yes"
          || isBehindColon && !tokens[start].shape.contains(.capitalized)
      else { continue }
      var before = start
      while before > 1, tokens[before - 1].kind == .mark,
        markers.scalar(tokens[before - 1]) != 0x29
      {
        before -= 1
      }
      return (start..<end, before, nil)
    }
    return nil
  }
}
