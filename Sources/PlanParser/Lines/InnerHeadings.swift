import PlanModel
import PlanText

/// Headings that stand at the end of another line: behind the lead-in of the plan, or behind the last
/// sentence of the unit before.
extension PlanReader {
  /// The last labels that lines opened with.
  private struct OpenLabels {
    var roman = 0
    var number: Marker?
    var hasUnits = false

    mutating func take(_ marker: Marker) {
      switch marker.family {
      case .bullet, .step, .form: return
      case .roman: (roman, number) = (marker.value, nil)
      case .number: number = marker
      case .part, .chapter: (roman, number) = (0, nil)
      default: break
      }
      hasUnits = true
    }
  }

  /// Where headings begin inside lines, by the number of the line.
  mutating func headingsInside(from start: Int) -> [Int: Int] {
    var open = OpenLabels()
    var found: [Int: Int] = [:]
    for index in lines.indices.dropFirst(start) {
      let line = lines[index]
      guard line.tabs == 0, !line.pipe, line.table == 0, !line.spaced else { continue }
      if mayOpenWithLabel(line.content), let marker = marker(tokens(line.content)) {
        open.take(marker)
      }
      guard line.ending == .open || line.ending == .colon, line.width > 8 else { continue }
      for place in labelPlaces(in: line.content) {
        let tail = tokens(ByteSpan(place, line.content.end))
        guard let marker = marker(tail), !marker.suspect, marker.textStart < line.content.end,
          heads(marker, tail, at: index, from: place, open)
        else { continue }
        found[index] = place
        open.take(marker)
        break
      }
    }
    return found
  }

  /// Whether what stands behind a closing mark is a heading: the first of the body behind the lead-in,
  /// or the next of an open series.
  private mutating func heads(
    _ marker: Marker, _ tail: [Token], at index: Int, from place: Int, _ open: OpenLabels
  ) -> Bool {
    let line = lines[index]
    let title = tail.filter { Int($0.start) >= marker.textStart }
    guard let first = title.first, first.shape.contains(.capitalized),
      title.count <= Self.headingTokens, !title.contains(where: { endsSentence($0) })
    else { return false }
    let isCapitals = title.allSatisfy { $0.kind != .syllable || $0.shape.contains(.upper) }
    let isTitle = isCapitals && title.count > 1
    if !open.hasUnits {
      let isOutermost =
        [.part, .chapter, .roman, .upper].contains(marker.family) && marker.style != 0
        || isTitle && marker.family == .part || marker.family == .number && opensUnit(index + 1)
      guard marker.value == 1, isOutermost else { return false }
      var start = max(line.content.start, place - Self.leadBytes)
      while start > line.content.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      let lead = Blank.trim(bytes, ByteSpan(start, place))
      return lineMatchAtEnd(.leadIn, allTokens(lead)) != nil
    }
    // A colon leads to a list of its own.
    guard bytes[Blank.trimEnd(bytes, from: line.content.start, to: place) - 1] != 0x3A else {
      return false
    }
    switch marker.family {
    case .roman: return isTitle && open.roman > 0 && marker.value == open.roman + 1
    case .number:
      guard let last = open.number, marker.style == last.style else { return false }
      return marker.value == last.value + 1 && title.count <= Self.shortTitle
        && title.allSatisfy { $0.kind == .syllable || markers.scalar($0) == 0x2C }
        && opensList(index + 1)
    default: return false
    }
  }

  /// How many bytes a heading at the end of a line has at most, and how many before it are read.
  private static let (tailBytes, leadBytes) = (240, 120)

  /// How many tokens a heading has at most, and one that only a list below it shows.
  private static let (headingTokens, shortTitle) = (30, 7)

  /// Whether a token ends a sentence or a member of a list.
  private func endsSentence(_ token: Token) -> Bool {
    token.kind == .mark && [0x2E, 0x3B, 0x3A].contains(markers.scalar(token))
  }

  /// Whether line `index` opens a unit of any kind.
  private mutating func opensUnit(_ index: Int) -> Bool {
    index < lines.count && marker(tokens(lines[index].content)) != nil
  }

  /// Whether line `index` opens the list under a heading.
  private mutating func opensList(_ index: Int) -> Bool {
    guard index < lines.count, let next = marker(tokens(lines[index].content)) else { return false }
    return next.family == .bullet || next.family == .lower && next.value == 1
  }

  /// Whether the first bytes of a span may be a label: a capital or a digit, and a mark behind it.
  private func mayOpenWithLabel(_ span: ByteSpan) -> Bool {
    let opening = bytes[span.start..<min(span.end, span.start + 10)]
    guard let first = opening.first, first.isDigit || first >= 65 && first <= 90 else {
      return false
    }
    return opening.contains { [0x2E, 0x29, 0x2F, 0x2D, 0x20].contains($0) }
  }

  /// Where a capital or a digit stands right behind a closing mark of a line, and a mark that closes
  /// a label near behind it.
  private func labelPlaces(in span: ByteSpan) -> [Int] {
    var places: [Int] = []
    for mark: UInt8 in [0x3A, 0x2E, 0x3B] {
      var from = max(span.start, span.end - Self.tailBytes)
      while let next = ByteWord.first(mark, in: bytes, from: from, to: span.end) {
        from = next + 1
        let place = Blank.trimStart(bytes, from: from, to: span.end)
        guard place < span.end, place > from || mark == 0x3A, place - from <= 2 else { continue }
        let label = bytes[place..<min(span.end, place + 8)]
        let first = bytes[place]
        let isDigit = first.isDigit
        guard isDigit || [0x49, 0x56, 0x58, 0x41, 0x50, 0x43].contains(first),
          label.dropFirst().contains(where: { [0x2E, 0x2D, 0x2F, 0x20].contains($0) })
        else { continue }
        places.append(place)
      }
    }
    return places.sorted()
  }

  // MARK: The first of a list

  /// How many tokens a title has at most before the first bullet on its line, and how many the
  /// bullet has at least.
  private static let (listTitle, bulletWords) = (16, 4)

  /// Where the first bullet under a numbered title begins on the title's line: the next unit is a
  /// bullet of its kind, and the sentence before that one is ended.
  ///
  /// "4.2. Tuyên truyền, phổ biến - Phát thanh hằng ngày trên đài" / "truyền thanh xã." / "- Treo băng
  /// rôn.".
  mutating func bulletBehindTitle(_ index: Int) -> Int? {
    let line = lines[index]
    guard line.width > 20, line.tabs == 0, !line.pipe, !line.capitals, !line.spaced,
      mayOpenWithLabel(line.content)
    else { return nil }
    let tokens = tokens(line.content)
    guard let marker = markers.read(tokens), marker.style == 0x2E || marker.style == 0x29,
      [.number, .dotted, .roman].contains(marker.family),
      let title = tokens.firstIndex(where: { Int($0.start) >= marker.textStart }),
      let place = tokens[title...].prefix(Self.listTitle).firstIndex(where: { opensBullet($0) }),
      place > title, place + Self.bulletWords < tokens.count,
      tokens[place + 1].shape.contains(.spaced), tokens[place - 1].kind == .syllable,
      tokens[title..<place].allSatisfy({ $0.kind != .mark || markers.scalar($0) == 0x2C })
    else { return nil }
    let kind = MarkerReader.bulletKind(markers.scalar(tokens[place]))
    let text = Array(tokens[(place + 1)...])
    guard opensSentence(text, isDash: kind == 0x2D),
      let next = unit(below: index), next.family == .bullet, next.style == kind
    else { return nil }
    return Int(tokens[place].start)
  }

  /// Where the first bullet under a numbered title begins behind the title's colon.
  ///
  /// "1.3. Chỉ tiêu: - 100% chi đoàn đạt vững mạnh."
  mutating func bulletBehindColon(_ line: Line) -> Int? {
    guard line.width > 20, line.tabs == 0, !line.pipe, mayOpenWithLabel(line.content) else {
      return nil
    }
    let tokens = tokens(line.content)
    guard let marker = markers.read(tokens),
      [.number, .dotted, .roman, .lower].contains(marker.family),
      let title = tokens.firstIndex(where: { Int($0.start) >= marker.textStart }),
      let colon = tokens[title...].prefix(Self.listTitle).firstIndex(where: {
        markers.scalar($0) == 0x3A
      }),
      colon > title, colon + Self.bulletWords < tokens.count,
      tokens[title..<colon].allSatisfy({ $0.kind == .syllable || markers.scalar($0) == 0x2C }),
      opensBullet(tokens[colon + 1]), tokens[colon + 2].shape.contains(.spaced),
      tokens[colon + 2].shape.contains(.capitalized) || tokens[colon + 2].kind == .number
    else { return nil }
    return Int(tokens[colon + 1].start)
  }

  /// Whether a bullet begins with some words: one in a capital, behind a dash a verb or a number, for
  /// names have dashes too ("Phòng Văn hóa - Xã hội").
  private mutating func opensSentence(_ text: [Token], isDash: Bool) -> Bool {
    guard let first = text.first, text.count > 1, !text[1].shape.contains(.capitalized) else {
      return false
    }
    if first.kind == .number {
      return !isDash || text[1].kind == .syllable || text[1].kind == .mark
    }
    guard first.shape.contains(.capitalized), !first.shape.contains(.upper) else { return false }
    return !isDash || phrases(text, startingBefore: 1).contains { $0.start == 0 && opensDuty($0) }
  }

  /// Whether a token is a bullet behind a blank.
  private func opensBullet(_ token: Token) -> Bool {
    token.kind == .mark && token.shape.contains(.spaced)
      && MarkerReader.bulletKind(markers.scalar(token)) != nil
  }

  /// How many lines the first of a list has at most.
  private static let wrappedLines = 5

  /// The marker of the next unit below line `index`, whose own text ends before it with a mark.
  mutating func unit(below index: Int) -> Marker? {
    for next in lines.indices[(index + 1)...].prefix(Self.wrappedLines) {
      let line = lines[next]
      if let marker = markers.read(tokens(line.content)) {
        return lines[next - 1].ending.endsUnit ? marker : nil
      }
      if line.blanksBefore > 0 || line.tabs > 0 || line.pipe || line.capitals { return nil }
    }
    return nil
  }
}
