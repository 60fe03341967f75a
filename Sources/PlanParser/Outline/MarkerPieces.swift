import PlanModel
import PlanText

/// What markers are made of: the signs around a number or letter, and the text behind it.
extension MarkerReader {
  /// The first character of a token; that of fractions is the stroke it looks like.
  func scalar(_ token: Token) -> UInt32 {
    let scalar = Scalars.decode(bytes, at: Int(token.start)).scalar
    return scalar == 0x2044 ? 0x2F : scalar
  }

  /// Whether the word that is glued to a dotted number begins a title, as no unit does: "1.1Yêu cầu
  /// chung", but not "2.4GHz".
  func opensTitle(_ tokens: [Token], _ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index].kind == .syllable,
      !tokens[index].shape.contains(.single), tokens[index + 1].shape.contains(.spaced),
      tokens[index + 1].kind == .syllable
    else { return false }
    // "GHz", "kWh": a word has no capital inside.
    if bytes[Int(tokens[index].start) + 1..<Int(tokens[index].end)].contains(where: { $0 < 0x5B }) {
      return isTitleWord(tokens, index)
    }
    return true
  }

  /// Whether a word in capitals that is glued to a label begins a title, as no symbol of a number
  /// does: "I/ĐẶC ĐIỂM TÌNH HÌNH", but not "36/QĐ UBND".
  func isTitleWord(_ tokens: [Token], _ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index].shape.contains(.upper),
      tokens[index + 1].shape.contains([.spaced, .upper])
    else { return false }
    var offset = Int(tokens[index].start)
    while offset < Int(tokens[index].end) {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      if scalar > 0x7F, scalar != 0x110 { return true }
      offset += length
    }
    return false
  }

  func isEmphasis(_ tokens: [Token], _ index: Int) -> Bool {
    let mark = scalar(tokens[index])
    guard mark == 0x2A || mark == 0x5F, index + 1 < tokens.count else { return false }
    return !tokens[index + 1].shape.contains(.spaced)
  }

  /// Where the mark stands that closes a label whose own emphasis ends before it; `index` itself
  /// where none ends there.
  ///
  /// "**Điều 1**. Ban hành …", "**a**) Lập sổ."
  func pastEmphasis(_ tokens: [Token], _ index: Int) -> Int {
    var next = index
    while next < tokens.count, [0x2A, 0x5F].contains(scalar(tokens[next])),
      !tokens[next].shape.contains(.spaced)
    {
      next += 1
    }
    guard next > index, next < tokens.count, !tokens[next].shape.contains(.spaced),
      [0x2E, 0x29, 0x3A, 0x2F, 0x5C].contains(scalar(tokens[next]))
    else { return index }
    return next
  }

  /// The dot (escaped or not) at `index` and where the tokens go on.
  func dot(_ tokens: [Token], _ index: Int) -> (next: Int, end: Int)? {
    var index = index
    guard index < tokens.count, !tokens[index].shape.contains(.spaced) else { return nil }
    if scalar(tokens[index]) == 0x5C { index += 1 }
    guard index < tokens.count, scalar(tokens[index]) == 0x2E else { return nil }
    return (index + 1, Int(tokens[index].end))
  }

  /// The mark that closes a label and where the tokens go on.
  func closing(_ tokens: [Token], _ index: Int) -> (mark: UInt32, next: Int, end: Int)? {
    var index = pastEmphasis(tokens, index)
    guard index < tokens.count else { return nil }
    if scalar(tokens[index]) == 0x5C { index += 1 }
    guard index < tokens.count, tokens[index].kind == .mark else { return nil }
    var mark = scalar(tokens[index])
    if MarkerReader.bulletKind(mark) == 0x2D { mark = 0x2D }
    switch mark {
    case 0x2E, 0x29, 0x2F, 0x3A, 0x3E:
      if tokens[index].shape.contains(.spaced), mark != 0x2F, mark != 0x3A, mark != 0x2E,
        !isParted(tokens, index)
      {
        return nil
      }
    case 0x2D: break
    case 0x2C where commas && !tokens[index].shape.contains(.spaced): break
    default: return nil
    }
    var next = index + 1
    var end = Int(tokens[index].end)
    // "1.)", "I./", "I.-", "I/-" and "I/." close twice.
    if next < tokens.count, !tokens[next].shape.contains(.spaced), tokens[next].kind == .mark {
      let second = scalar(tokens[next])
      let dotted = second == 0x2E && mark == 0x2F
      let dashed =
        MarkerReader.bulletKind(second) == 0x2D && (mark == 0x2E || mark == 0x2F || mark == 0x29)
      let slashed = second == 0x2F && mark == 0x2E
      if second == 0x29 || dashed || dotted || slashed {
        if dotted { mark = second }
        end = Int(tokens[next].end)
        next += 1
      }
    }
    return (mark, next, end)
  }

  /// Whether recognition parted the bracket from the label that opens a line: "a ) Phát tờ rơi".
  private func isParted(_ tokens: [Token], _ index: Int) -> Bool {
    index == 1 && index + 1 < tokens.count
      && tokens[index + 1].shape.contains([.spaced, .capitalized])
  }

  /// Whether some tokens are a row of dots that a form leaves to be written on: "........".
  private func isBlank(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.count > 2 && tokens.allSatisfy { scalar($0) == 0x2E || scalar($0) == 0x2026 }
  }

  /// Where the text after a label begins; `nil` when what follows shows that it is no label.
  func textStart(
    _ tokens: [Token], _ index: Int, glued mark: UInt32, dashed: Bool = false
  ) -> Int? {
    var index = index
    while index < tokens.count, scalar(tokens[index]) == 0x2A { index += 1 }
    // "I." alone on its line: the title stands on the next.
    guard index < tokens.count else {
      return mark == 0x2E || mark == 0x29 ? tokens.last.map { Int($0.end) } : nil
    }
    let token = tokens[index]
    let spaced = token.shape.contains(.spaced)
    switch mark {
    case 0x2D:
      let isText = token.kind == .syllable || dashed && token.kind == .number
      return spaced && isText ? Int(token.start) : nil
    case 0x2F:
      // "1/Nội dung" opens a unit, "36/KH-UBND" is a number.
      let word = token.shape.contains(.capitalized) && !token.shape.contains(.upper)
      let code =
        index + 1 < tokens.count && tokens[index + 1].kind == .mark
        && ![0x3A, 0x2C, 0x3B].contains(scalar(tokens[index + 1]))
      return spaced || ((word || isTitleWord(tokens, index)) && !code) ? Int(token.start) : nil
    case 0x3A: return spaced ? Int(token.start) : nil
    case 0x2C:
      let opens = token.shape.contains(.capitalized) && !token.shape.contains(.roman)
      return spaced && opens ? Int(token.start) : nil
    default:
      if token.kind == .number, !spaced { return nil }
      if token.kind == .mark {
        if spaced, isBlank(tokens[index...]) { return Int(token.start) }
        let scalar = scalar(token)
        // "a), b)", "1.," continue a sentence; a quotation or bracket opens a text.
        if scalar == 0x2C || scalar == 0x3B || scalar == 0x2E || scalar == 0x29 { return nil }
      }
      return Int(token.start)
    }
  }
}
