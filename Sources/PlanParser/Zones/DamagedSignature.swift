import PlanModel
import PlanText

/// Signatures that recognition damaged: a position it misread under whom one signs for, and lines of
/// noise between it and the name.
///
/// "KT. GIÁM ĐỐC" / "PHÓ GI ÁM ĐỌC nố" / "NHƯ ñ" / "Trần Văn Sơn".
extension PlanReader {
  /// How many lines below a damaged one the name stands at most.
  private static let damageReach = 5
  /// How wide a damaged line is at most, in characters.
  private static let damageWidth = 40
  /// How many letters a position has at least.
  private static let leastLetters = 5

  /// Whether a cell is the position that a signer with an authority still lacks, whatever rules know:
  /// it stands right below the authority in capitals, with a person's name below.
  mutating func isDamagedPosition(_ cell: ByteSpan, _ signer: Signer, at index: Int) -> Bool {
    guard signer.position.isEmpty, signer.name == nil, let last = signer.authority.last,
      last.end <= cell.start, lines[index].blanksBefore <= 1, !lines[index].pageBefore,
      !isPerson(cell), isMostlyCapital(cell), lineMatch(.appendix, tokens(cell)) == nil,
      isBlankBetween(last.end, cell.start)
    else { return false }
    return namesSigner(belowDamage: index)
  }

  /// Whether line `index` is noise above the name of the signer who still lacks one.
  mutating func isDamage(at index: Int, _ ending: Ending) -> Bool {
    guard let waiting = ending.waitingSigner, !lines[index].pageBefore,
      !ending.signers[waiting].authority.isEmpty || !ending.signers[waiting].position.isEmpty,
      lines[index].width <= Self.damageWidth, lines[index].tabs == 0, !lines[index].pipe,
      markers.read(tokens(lines[index].content)) == nil
    else { return false }
    return namesSigner(belowDamage: index)
  }

  /// A name without the marks or the single letter that recognition set before it: "=>Trần Văn Sơn",
  /// "Š Trần Văn Sơn".
  mutating func withoutStrayMarks(_ cell: ByteSpan, _ tokens: [Token]) -> ByteSpan {
    guard let name = behindStrayMarks(tokens) else { return withoutStrayLetter(cell, tokens) }
    addFurniture(.noise, span(tokens, 0..<name))
    return ByteSpan(Int(tokens[name].start), cell.end)
  }

  /// The first word behind marks that no form prints before a name; `nil` when there are none.
  private func behindStrayMarks(_ tokens: [Token]) -> Int? {
    guard let first = tokens.firstIndex(where: { $0.kind != .mark }), first > 0,
      tokens[first].kind == .syllable
    else { return nil }
    let marks = tokens[..<first].map { markers.scalar($0) }
    // "(Đã ký) …", "…… Trần Văn Sơn", "**Trần Văn Sơn**"
    let isPrinted = marks.contains { [0x28, 0x5B, 0x2A].contains($0) }
    return isPrinted || marks.allSatisfy { $0 == 0x2E || $0 == 0x2026 } ? nil : first
  }

  /// Whether some words are but letters alone and marks, as recognition makes of a seal.
  func isSpeck(_ tokens: [Token]) -> Bool {
    tokens.contains { $0.kind == .syllable } && tokens.allSatisfy { isScrap($0) }
  }

  private mutating func withoutStrayLetter(_ cell: ByteSpan, _ tokens: [Token]) -> ByteSpan {
    guard tokens.count > 2, tokens[0].shape.contains(.single), bytes[cell.start] >= 0x80,
      let surnames = grammar.list("surnames"),
      grammar.value(in: surnames, tokens, from: 1, to: 2) != nil
    else { return cell }
    addFurniture(.noise, span(tokens, 0..<1))
    return ByteSpan(Int(tokens[1].start), cell.end)
  }

  /// How many words a name has at most.
  private static let nameWords = 2...5

  /// A name without what recognition made of a seal beside it, or with a digit for its first letter.
  ///
  /// "4 Trần Văn Sơn", "~~ Trần Văn Sơn", "xTrần Văn Sơn _"; "1ê Văn Sơn" stays as it stands. `nil` for
  /// all else.
  mutating func damagedName(_ cell: ByteSpan, _ tokens: [Token]) -> ByteSpan? {
    if opensWithDigit(tokens) { return cell }
    guard let first = tokens.firstIndex(where: { !isScrap($0) }),
      let last = tokens.lastIndex(where: { !isScrap($0) || $0.shape.contains(.upper) }),
      first < last, Self.nameWords.contains(last + 1 - first),
      tokens[(first + 1)...last].allSatisfy({
        $0.kind == .syllable && $0.shape.contains(.capitalized)
      })
    else { return nil }
    var start = Int(tokens[first].start)
    if !isSurname(tokens[first]) {
      // "xTrần": a small letter before the capital.
      guard (0x61...0x7A).contains(bytes[start]),
        case let inner = self.tokens(ByteSpan(start + 1, Int(tokens[first].end))),
        inner.count == 1, inner[0].shape.contains(.capitalized),
        !inner[0].shape.contains(.upper)
      else { return nil }
      start += 1
    }
    let name = ByteSpan(start, Int(tokens[last].end))
    guard name != cell else { return nil }
    for rest in [ByteSpan(cell.start, name.start), ByteSpan(name.end, cell.end)]
    where !Blank.trim(bytes, rest).isEmpty {
      addFurniture(.noise, Blank.trim(bytes, rest))
    }
    return name
  }

  /// Whether a token is a mark, a figure or a letter alone, as recognition makes of a seal.
  private func isScrap(_ token: Token) -> Bool {
    switch token.kind {
    case .mark: ![0x28, 0x29, 0x5B, 0x5D].contains(markers.scalar(token))
    case .number: token.end - token.start < 3
    // "Y Hà Niê", "A Bloong": a capital alone opens names.
    case .syllable:
      token.shape.contains(.single)
        && (!token.shape.contains(.capitalized) || bytes[Int(token.start)] >= 0x80)
    }
  }

  /// Whether a name begins with a digit that its small letters follow at once: "1ê Văn Sơn".
  private func opensWithDigit(_ tokens: [Token]) -> Bool {
    guard (3...5).contains(tokens.count), tokens[0].kind == .number,
      tokens[0].end - tokens[0].start == 1, !tokens[1].shape.contains(.spaced),
      tokens[1].kind == .syllable, !tokens[1].shape.contains(.capitalized)
    else { return false }
    return tokens[2...].allSatisfy {
      $0.kind == .syllable && $0.shape.contains([.spaced, .capitalized])
        && !$0.shape.contains(.upper)
    }
  }

  /// Whether a person is named shortly below line `index`, before anything that is known.
  private mutating func namesSigner(belowDamage index: Int) -> Bool {
    for below in (index + 1)..<min(index + 1 + Self.damageReach, lines.count) {
      let line = lines[below]
      if line.pageBefore { return false }
      if furniture(of: line) != nil { continue }
      let words = tokens(line.content)
      if lineMatch(.appendix, words) != nil || endMeaning(line) == .recipients { return false }
      let cells = endCells(line)
      if let last = cells.last, isLoosePerson(last) { return true }
      if cells.contains(where: { signs(tokens($0)) }) { return false }
      guard line.width <= Self.damageWidth || begins(bullet: line.content) else { return false }
    }
    return false
  }

  /// Whether a cell is the name of a person, maybe with a stray letter before it.
  private mutating func isLoosePerson(_ cell: ByteSpan) -> Bool {
    if isTitledPerson(cell) { return true }
    let tokens = tokens(cell)
    if let name = behindStrayMarks(tokens) {
      return isTitledPerson(ByteSpan(Int(tokens[name].start), cell.end))
    }
    guard tokens.count > 2, tokens[0].shape.contains(.single) else { return false }
    return isPerson(ByteSpan(Int(tokens[1].start), cell.end))
  }

  /// Whether most letters of a cell are capitals, and its first two are.
  func isMostlyCapital(_ cell: ByteSpan) -> Bool {
    var upper = 0
    var lower = 0
    var offset = cell.start
    while offset < cell.end {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      switch LetterCase(scalar) {
      case .upper: upper += 1
      case .lower: lower += 1
      default: break
      }
      if upper + lower == 2, lower > 0 { return false }
      offset += length
    }
    return upper >= Self.leastLetters && lower * 3 <= upper
  }

  private func isBlankBetween(_ start: Int, _ end: Int) -> Bool {
    Blank.trim(bytes, ByteSpan(start, max(start, end))).isEmpty
  }
}
