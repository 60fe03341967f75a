import PlanModel
import PlanText

/// The title (trích yếu) and the note under it.
extension PlanReader {
  /// Reads what follows the kind; the result is the line at which the preamble begins.
  mutating func title(after kind: ByteSpan) -> Int {
    guard var index = lines.firstIndex(where: { $0.raw.end >= kind.end }) else { return 0 }
    var pieces: [ByteSpan] = []
    let rest = Blank.trim(bytes, ByteSpan(kind.end, max(kind.end, lines[index].content.end)))
    if rest.count > 3, allTokens(rest).contains(where: { $0.kind != .mark }) {
      if let cut = pouredTitle(rest) {
        let end = deciderEnd(in: ByteSpan(rest.start, cut), kind)
        pieces.append(ByteSpan(rest.start, end ?? cut))
        take(title: pieces)
        guard let end else { return cutLine(index, at: cut) }
        return part(cutLine(index, at: end), at: cut)
      }
      pieces.append(rest)
    }
    // The line of the kind that holds the whole title, or its first words.
    let line = lines[index]
    let opening =
      pieces.isEmpty ? nil : LineReader.piece(of: line, from: rest.start, to: rest.end, bytes)
    index = titleLines(from: index + 1, &pieces, after: opening)
    index = cutDecider(&pieces, before: index)
    take(title: pieces)
    return note(from: index)
  }

  /// The bytes of a title at most.
  private static var longestTitle: Int { 1_600 }

  /// Where a title in capitals gives way to running text on the same lines; `nil` when the line
  /// is all title.
  private mutating func pouredTitle(_ rest: ByteSpan) -> Int? {
    let poured = wrap.isHard && LineReader.ending(bytes, rest) == .open
    let end = poured ? bytes.count : rest.end
    var stop = min(end, rest.start + PlanReader.longestTitle)
    while stop < bytes.count, bytes[stop] & 0xC0 == 0x80 { stop -= 1 }
    var tokens = allTokens(ByteSpan(rest.start, stop))
    let unit = unitInside(tokens)
    if let unit { tokens.removeSubrange(unit...) }
    return textCut(tokens, rest) ?? unit.map { _ in Int(tokens[tokens.count - 1].end) }
  }

  /// Where a title gives way to running text among the words of its line or of poured lines.
  private mutating func textCut(_ tokens: [Token], _ rest: ByteSpan) -> Int? {
    let words = tokens.indices.filter { tokens[$0].kind == .syllable }
    guard let first = words.first, tokens[first].shape.contains(.upper) else {
      return preambleCut(tokens)
    }
    guard var lower = words.first(where: { !tokens[$0].shape.contains(.upper) }), lower > first
    else { return nil }
    // "… NĂM 2020 UBND xã ban hành": an abbreviation opens the sentence.
    if !tokens[lower].shape.contains(.capitalized), lower - 1 > first { lower -= 1 }
    // One capital is the first letter of the text: "NĂM 2020 Thực hiện …".
    let cut = Int(tokens[lower].start)
    // "KẾ HOẠCH HOẠT ĐỘNG" / "Tháng 9/2030": a line under the title is read for itself.
    if lower == 0 || bytes[Int(tokens[lower - 1].end)..<cut].contains(0x0A), cut > rest.end,
      !bytes[rest.end..<cut].contains(where: { $0 > 0x20 })
    {
      return nil
    }
    return cut > rest.start + 4 ? Blank.trimEnd(bytes, from: rest.start, to: cut) : nil
  }

  /// Where the first unit of the plan opens behind its title.
  ///
  /// "… năm 2026 I. MỤC ĐÍCH".
  private mutating func unitInside(_ tokens: [Token]) -> Int? {
    for index in tokens.indices.dropFirst(3) where index + 2 < tokens.count {
      guard tokens[index].shape.contains(.spaced), tokens[index - 1].kind != .mark,
        let marker = marker(Array(tokens[index..<min(tokens.count, index + 8)])),
        marker.value == 1, marker.rank <= 7,
        let text = tokens[index...].first(where: { Int($0.start) >= marker.textStart }),
        text.shape.contains([.spaced, .capitalized]),
        lineMatch(.counted, [tokens[index - 1]]) == nil
      else { continue }
      // A unit on a line of its own is no part of the title's.
      return lines.contains { $0.content.start == Int(tokens[index].start) } ? nil : index
    }
    return nil
  }

  /// Where the capitals that open a line give way to a sentence; `nil` when they do not.
  private mutating func capitalsEnd(_ tokens: [Token]) -> Int? {
    guard
      let lower = tokens.firstIndex(where: { $0.kind == .syllable && !$0.shape.contains(.upper) }),
      lower + 1 < tokens.count, tokens[lower].shape.contains([.capitalized, .spaced]),
      tokens[..<lower].count(where: { $0.shape.contains(.upper) }) > 1,
      tokens[0].shape.contains(.upper)
    else { return nil }
    // The name of a place may stand in a title in capitals: a sentence begins behind a full stop
    // or goes on in small letters.
    let closed = markers.scalar(tokens[lower - 1]) == 0x2E
    guard closed || lineMatch(.preamble, tokens, from: lower) != nil else { return nil }
    return Int(tokens[lower - 1].end)
  }

  /// Where a preamble begins inside a line: "… năm 2026 Căn cứ Luật …".
  private mutating func preambleCut(_ tokens: [Token]) -> Int? {
    for index in tokens.indices.dropFirst(4) where tokens[index].shape.contains(.capitalized) {
      guard let match = lineMatch(.preamble, tokens, from: index) else { continue }
      switch value("inline", of: match) {
      case "yes": return decider(before: index, tokens)
      case "behind" where tokens[index - 1].shape.contains(.capitalized): continue
      // "… của Sở Y tế ban hành kế hoạch" goes on with the title.
      case "behind" where lineMatch(.joiner, [tokens[index - 1]]) == nil: break
      default: continue
      }
      return Int(tokens[index - 1].end)
    }
    return nil
  }

  /// Where a title ends above a legal basis: before the body in capitals that decides, if one
  /// stands there.
  ///
  /// "… mùa mưa năm 2033" / "ỦY BAN NHÂN DÂN XÃ NÀ KHOAI" / "Căn cứ Luật …".
  private func decider(before basis: Int, _ tokens: [Token]) -> Int {
    var start = basis
    while start > 1, tokens[start - 1].shape.contains(.upper) { start -= 1 }
    let named = basis - start > 1 && !tokens[0].shape.contains(.upper)
    return Int(tokens[(named ? start : basis) - 1].end)
  }

  /// Leaves of the line that holds `offset` what stands after it; the result is that line.
  mutating func cutLine(_ first: Int, at offset: Int) -> Int {
    var index = first
    while index + 1 < lines.count, lines[index].content.end <= offset { index += 1 }
    let start = Blank.trimStart(bytes, from: offset, to: lines[index].content.end)
    lines[index] = LineReader.piece(
      of: lines[index], from: start, to: lines[index].content.end, bytes)
    lines[index].blanksBefore = 1
    return index
  }

  /// Takes the lines of the title from `index` on.
  mutating func titleLines(
    from start: Int, _ pieces: inout [ByteSpan], after opening: Line? = nil
  ) -> Int {
    var index = start
    var previous = opening
    var ruled = false
    while index < lines.count {
      let line = lines[index]
      if furniture(of: line) != nil {
        take(furniture: line)
        ruled = ruled || (line.bare && !pieces.isEmpty)
        index += 1
        continue
      }
      if line.pipe || line.tabs > 1 { break }
      let tokens = tokens(line.content)
      if lineMatch(.note, tokens) != nil { break }
      // "(Dữ liệu minh họa)" under a title in capitals.
      if let last = previous, last.capitals, line.bracketed, !line.capitals, !line.startsLower {
        break
      }
      if let last = previous, last.capitals, !ruled, line.blanksBefore == 0,
        let cut = capitalsEnd(tokens)
      {
        // "XUÂN NĂM 2027 TẠI XÃ NÀ KHOAI. Tiếp tục …": the text begins where the capitals end.
        pieces.append(ByteSpan(line.content.start, cut))
        return cutLine(index, at: cut)
      }
      if !pieces.isEmpty {
        guard !ruled, continuesTitle(at: index, tokens, after: previous) else { break }
      } else if let marker = marker(tokens), marker.family != .bullet {
        break
      } else if line.ending == .colon, line.width > 120 {
        break
      }
      pieces.append(pieces.isEmpty ? unbulleted(line.content, tokens) : line.content)
      previous = line
      index += 1
    }
    return index
  }

  /// The first line of a title without the bullet that a page put before it.
  private mutating func unbulleted(_ title: ByteSpan, _ tokens: [Token]) -> ByteSpan {
    guard let marker = marker(tokens), marker.family == .bullet, marker.textStart < title.end else {
      return title
    }
    return ByteSpan(marker.textStart, title.end)
  }

  /// Whether a line goes on with the title.
  private mutating func continuesTitle(at index: Int, _ tokens: [Token], after previous: Line?)
    -> Bool
  {
    let line = lines[index]
    if let marker = marker(tokens) {
      let text = ByteSpan(min(marker.textStart, line.content.end), line.content.end)
      if marker.family != .bullet || lineMatch(.preamble, self.tokens(text)) != nil { return false }
    }
    // "KẾ HOẠCH CỦA SỞ" / "thực hiện Nghị quyết …": a basis begins with a capital.
    if !line.startsLower, opensPreamble(at: index) || beginsText(at: index, after: previous) {
      return false
    }
    if lineMatch(.decision, tokens) != nil { return false }
    if isLatePart(line) || (isLateBody(line) && decides(at: index, after: previous)) {
      return false
    }
    if line.ending == .colon, lineMatchAtEnd(.leadIn, tokens) != nil { return false }
    if line.ended, line.width > 60 { return false }
    guard let previous else { return line.blanksBefore == 0 }
    if line.leadingTabs > previous.leadingTabs { return false }
    if line.blanksBefore > 0 || line.pageBefore {
      if line.ending == .colon { return false }
      if line.startsLower, !previous.ended { return true }
      if line.blanksBefore == 1, lineMatch(.titleEnd, tokens) != nil { return true }
      return line.blanksBefore == 1
        && (line.capitals && previous.capitals || line.bold && previous.bold)
        && line.width < 100 && line.heading == previous.heading
    }
    if line.heading > 0, line.heading != previous.heading { return false }
    if let centred = line.centred, previous.centred == true {
      // Under a centred title a long line at the margin is text, however it is set.
      if !centred, line.width >= 60, !line.startsLower { return false }
    } else if line.bold != previous.bold {
      return false
    }
    if !previous.capitals, line.capitals { return false }
    if previous.capitals, !line.capitals { return line.width < 80 && !beginsUnit(line) }
    return line.width < 160 || line.startsLower
  }

  /// Whether a body or position in capitals stands alone between the title and the legal basis:
  /// who decides, not a word of the title.
  private mutating func decides(at index: Int, after previous: Line?) -> Bool {
    guard let previous, previous.capitals else { return true }
    var next = index + 1
    // "BỘ TRƯỞNG BỘ NÔNG NGHIỆP" / "VÀ MÔI TRƯỜNG": the name may take a second line.
    if next < lines.count, lines[next].capitals, lines[next].blanksBefore == 0 { next += 1 }
    guard next < lines.count, opensPreamble(at: next) else { return false }
    let line = tokens(lines[index].content)
    if lineMatch(.position, line) != nil { return true }
    // "… CỦA" / "ỦY BAN NHÂN DÂN TỈNH": the title goes on.
    guard let last = tokens(previous.content).last, lineMatch(.joiner, [last]) == nil else {
      return false
    }
    return opensIssuer(line)
  }

  /// Whether a legal basis or lead-in begins with line `index`, of which a narrow column may have
  /// left the first word alone: "Căn" / "cứ Luật …".
  mutating func opensPreamble(at index: Int) -> Bool {
    let line = lines[index]
    let tokens = tokens(line.content)
    if lineMatch(.preamble, tokens) != nil { return true }
    // "- Căn cứ Luật …": the basis may be a list.
    if let marker = markers.read(tokens), marker.family == .bullet,
      let first = tokens.firstIndex(where: { Int($0.start) >= marker.textStart }),
      lineMatch(.preamble, tokens, from: first) != nil
    {
      return true
    }
    guard line.width <= 12, index + 1 < lines.count, lines[index + 1].blanksBefore == 0 else {
      return false
    }
    let both = ByteSpan(line.content.start, lines[index + 1].content.end)
    return lineMatch(.preamble, self.tokens(both)) != nil
  }

  /// Whether the name of the issuer begins with these words: "ỦY BAN NHÂN DÂN TỈNH".
  mutating func opensIssuer(_ words: [Token]) -> Bool {
    guard let pieces = issuerPieces.first else { return false }
    let name = pieces.flatMap { allTokens($0) }
    // Above, a page may leave the name of the place out: "HỘI ĐỒNG NHÂN DÂN".
    guard words.count <= name.count || name.count > 2 else { return false }
    return zip(words, name).allSatisfy { sameWord(text, $0, $1) }
  }

  private func beginsUnit(_ line: Line) -> Bool {
    MarkerReader.bulletKind(Scalars.decode(bytes, at: line.content.start).scalar) != nil
  }

  mutating func take(title lines: [ByteSpan]) {
    let pieces = lines.flatMap { withoutFurniture($0) }
    guard let first = pieces.first, let last = pieces.last else { return }
    plan.header.title = HeaderField(
      text: folder.fold(pieces), status: .present, span: ByteSpan(first.start, last.end))
    if lines.count > 1 {
      diagnose(
        .paragraphJoined, .parser, .note, "the title stands on \(lines.count) lines",
        ByteSpan(first.end, last.start), node: "header")
    }
  }

  /// The parts of a line of the title that stand beside stamps and marks of drafts.
  private func withoutFurniture(_ span: ByteSpan) -> [ByteSpan] {
    var parts: [ByteSpan] = []
    var start = span.start
    let inside = plan.furniture.map(\.span).filter { $0.start < span.end && $0.end > span.start }
    for furniture in inside.sorted(by: { $0.start < $1.start }) {
      if furniture.start > start { parts.append(ByteSpan(start, furniture.start)) }
      start = max(start, furniture.end)
    }
    if start < span.end { parts.append(ByteSpan(start, span.end)) }
    return parts.map { Blank.trim(bytes, $0) }.filter { !$0.isEmpty }
  }

  /// Takes a bracketed note under the title and the furniture around it.
  mutating func note(from start: Int) -> Int {
    var index = start
    while index < lines.count {
      let line = lines[index]
      if furniture(of: line) != nil {
        take(furniture: line)
        index += 1
        continue
      }
      let match = lineMatch(.note, tokens(line.content))
      guard plan.header.note.status == .absent,
        match != nil || line.bracketed && plan.header.title.status == .present
      else { break }
      let (pieces, next) = bracket(from: index)
      if let first = pieces.first, let last = pieces.last {
        plan.header.note = HeaderField(
          text: folder.fold(pieces), status: .present, span: ByteSpan(first.start, last.end),
          rule: traced(match?.rule))
      }
      index = next
    }
    return index
  }

  /// The lines of a bracket that opens at line `start`, up to the one that closes it.
  func bracket(from start: Int) -> (pieces: [ByteSpan], next: Int) {
    var pieces: [ByteSpan] = []
    var index = start
    while index < lines.count, index < start + 5 {
      let line = lines[index]
      if index > start, line.blanksBefore > 0 { break }
      pieces.append(line.content)
      index += 1
      let closed = bytes[line.content.start..<line.content.end].contains(UInt8(ascii: ")"))
      if closed { break }
    }
    // Nothing closes it: the note is its first line.
    let closed = pieces.last.map { bytes[$0.start..<$0.end].contains(UInt8(ascii: ")")) } ?? false
    return closed ? (pieces, index) : (Array(pieces.prefix(1)), start + 1)
  }
}
