import PlanModel
import PlanText

/// Where a title gives way to what stands behind it on the same line or in poured lines: the text in
/// small letters, the legal basis, the first unit.
extension PlanReader {
  /// The bytes of a title at most.
  private static var longestTitle: Int { 1_600 }

  /// Where a title in capitals that begins on line `index` gives way to running text on the same
  /// lines; `nil` when the line is all title.
  mutating func pouredTitle(_ rest: ByteSpan, at index: Int) -> Int? {
    let poured = wrap.isHard && LineReader.ending(bytes, rest) == .open
    let end = poured ? pouredEnd(of: rest, at: index) : rest.end
    var stop = min(end, rest.start + PlanReader.longestTitle)
    while stop < bytes.count, bytes[stop] & 0xC0 == 0x80 { stop -= 1 }
    var tokens = allTokens(ByteSpan(rest.start, stop))
    // "… NĂM 2014 --------- Căn cứ …": the rule under the title.
    let rule = ruleInside(tokens)
    if let rule { tokens.removeSubrange(rule...) }
    let unit = unitInside(tokens)
    if let unit { tokens.removeSubrange(unit...) }
    return textCut(tokens, rest) ?? (unit ?? rule).map { _ in Int(tokens[tokens.count - 1].end) }
  }

  /// Where the lines end into which a title may be poured: before one that a label opens.
  private mutating func pouredEnd(of rest: ByteSpan, at index: Int) -> Int {
    var next = index + 1
    while next < lines.count, lines[next].content.start < rest.start + PlanReader.longestTitle {
      if let marker = marker(tokens(lines[next].content)), marker.family != .bullet {
        return lines[next - 1].content.end
      }
      next += 1
    }
    return bytes.count
  }

  /// Takes the title that ends at `cut` of the line `index` or one below it; the result is the line
  /// at which the preamble begins.
  mutating func take(poured rest: ByteSpan, to cut: Int, at index: Int, of kind: ByteSpan) -> Int {
    let end = titleEnd(in: ByteSpan(rest.start, cut), of: kind) ?? cut
    take(title: [ByteSpan(rest.start, end)])
    let next = part(cutLine(index, at: end), at: cut)
    lines = GluedRules.cut(lines, bytes)
    cutNote(at: next)
    return note(from: next)
  }

  /// How wide a title is at most that ends in a full stop, in characters.
  private static var widestTitle: Int { 100 }

  /// Reads a title under the line of its kind into which the text was poured; the result is the
  /// line at which the preamble begins, `nil` when the title has lines of its own.
  mutating func pouredTitle(below kindLine: Int, of kind: ByteSpan) -> Int? {
    var index = kindLine + 1
    while index < lines.count, furniture(of: lines[index]) != nil { index += 1 }
    guard index < lines.count, case let line = lines[index], line.tabs == 0, !line.pipe,
      marker(tokens(line.content)) == nil, !isBasisAlone(line),
      let cut = pouredTitle(line.content, at: index)
    else { return nil }
    var last = index
    while last + 1 < lines.count, lines[last].content.end < cut { last += 1 }
    let rest = Blank.trim(bytes, ByteSpan(cut, max(cut, lines[last].content.end)))
    guard rest.count > 3, cut > lines[last].content.start,
      lines[(index + 1)...].prefix(last - index).allSatisfy({ $0.blanksBefore == 0 })
    else { return nil }
    // A title alone has neither units nor the end of a sentence on its line.
    let isFilled =
      unitsInside(lines[last].content) > 0
      || lines[last].ended && lines[last].width > PlanReader.widestTitle
    let mayBreak =
      line.capitals || isMixed(line) || !lines.contains { $0.content.start == kind.start }
    guard isFilled || mayBreak && lineMatch(.preamble, tokens(rest)) != nil else { return nil }
    for line in lines[(kindLine + 1)..<index] { take(furniture: line) }
    return take(poured: line.content, to: cut, at: index, of: kind)
  }

  /// Whether a line is one basis of several: "Căn cứ Luật Lâm nghiệp;", under a kind without a title.
  mutating func isBasisAlone(_ line: Line) -> Bool {
    line.ending == .semicolon && lineMatch(.preamble, tokens(line.content)) != nil
  }

  /// Whether a line opens in capitals and goes on in small letters.
  private mutating func isMixed(_ line: Line) -> Bool {
    let words = tokens(line.content).prefix(3)
    return words.count == 3 && words.allSatisfy { $0.shape.contains(.upper) }
  }

  /// Where a drawn rule begins behind the words of a title, with no blank line between them.
  private func ruleInside(_ tokens: [Token]) -> Int? {
    for index in tokens.indices.dropFirst() {
      let before = tokens[index - 1]
      let gap = bytes[Int(before.end)..<Int(tokens[index].start)]
      if gap.count(where: { $0 == 0x0A }) > 1 { return nil }
      let marks = tokens[index...].prefix(PlanReader.shortestRule)
      if before.kind != .mark, marks.count == PlanReader.shortestRule,
        marks.allSatisfy({ [0x2D, 0x3D, 0x5F].contains(markers.scalar($0)) }),
        marks.dropFirst().allSatisfy({ !$0.shape.contains(.spaced) })
      {
        return index
      }
    }
    return nil
  }

  /// The shortest rule, in characters.
  private static var shortestRule: Int { 5 }

  /// Where a title gives way to running text among the words of its line or of poured lines.
  private mutating func textCut(_ tokens: [Token], _ rest: ByteSpan) -> Int? {
    let words = tokens.indices.filter { tokens[$0].kind == .syllable }
    guard let first = words.first, tokens[first].shape.contains(.upper) else {
      return preambleCut(tokens)
    }
    guard var lower = words.first(where: { !tokens[$0].shape.contains(.upper) }), lower > first
    else { return nil }
    // "… NĂM 2026 (Dữ liệu minh họa) I. MỤC ĐÍCH": a note stands under the title.
    if markers.scalar(tokens[lower - 1]) == 0x28, lower - 1 > first {
      return Int(tokens[lower - 2].end)
    }
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
      guard tokens[index].shape.contains(.spaced), mayPrecede(tokens[index - 1], tokens[index]),
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

  /// Whether the first unit may open behind a token: behind a word, a colon, and in capitals behind
  /// a full stop.
  private func mayPrecede(_ before: Token, _ label: Token) -> Bool {
    guard before.kind == .mark else { return true }
    let scalar = markers.scalar(before)
    return scalar == 0x3A || scalar == 0x2E && label.shape.contains(.roman)
  }

  /// Where the capitals that open a line give way to a sentence; `nil` when they do not.
  mutating func capitalsEnd(_ tokens: [Token]) -> Int? {
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

  /// Parts the note in brackets that a line opens with from the text poured behind it.
  mutating func cutNote(at index: Int) {
    guard index < lines.count, bytes[lines[index].content.start] == UInt8(ascii: "(") else {
      return
    }
    let line = lines[index]
    let reach = line.content.start..<min(line.content.end, line.content.start + Self.longestNote)
    var depth = 0
    for offset in reach {
      if bytes[offset] == UInt8(ascii: "(") { depth += 1 }
      if bytes[offset] == UInt8(ascii: ")") { depth -= 1 }
      guard depth == 0 else { continue }
      return cut(at: Blank.trimStart(bytes, from: offset + 1, to: line.content.end))
    }
  }

  /// The bytes of a note under a title at most.
  private static var longestNote: Int { 400 }

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

  /// Parts the line that holds `offset` in two, `index` or one below it; the result is `index`.
  mutating func part(_ index: Int, at offset: Int) -> Int {
    lines[index].blanksBefore = 1
    var place = index
    while place + 1 < lines.count, lines[place].content.end <= offset { place += 1 }
    let line = lines[place]
    guard line.content.start < offset, offset < line.content.end else { return index }
    var rest = LineReader.piece(of: line, from: offset, to: line.content.end, bytes)
    rest.blanksBefore = 0
    rest.cut = true
    lines[place] = LineReader.piece(of: line, from: line.content.start, to: offset, bytes)
    lines.insert(rest, at: place + 1)
    return index
  }
}
