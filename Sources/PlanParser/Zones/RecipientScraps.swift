import PlanModel
import PlanText

/// What recognition leaves of stamps and pens on the lines of recipients, before their dashes and
/// behind the marks that close them.
///
/// "ì - UBND tỉnh (b/c);", "- Các xã, phường; /* 1A Ñ".
extension PlanReader {
  /// How many words and marks such scraps have at most, and how many bytes.
  private static let scrapTokens = 6
  private static let scrapBytes = 20

  /// A cell of the recipients without a letter or a sign before its dash: "ì - UBND tỉnh".
  mutating func withoutScrap(beforeDash cell: ByteSpan, _ ending: Ending) -> ByteSpan {
    guard ending.receiving, wrap.isFlush, !begins(bullet: cell) else { return cell }
    let tokens = allTokens(cell)
    guard tokens.count > 2, tokens[0].shape.contains(.single) || isSpeck(tokens[0]),
      tokens[1].shape.contains(.spaced), tokens[2].shape.contains(.spaced),
      MarkerReader.bulletKind(markers.scalar(tokens[1])) == 0x2D
    else { return cell }
    addFurniture(.noise, span(tokens, 0..<1))
    return ByteSpan(Int(tokens[1].start), cell.end)
  }

  /// The part of a recipient's cell up to the semicolon that closes it, where what follows says
  /// nothing.
  mutating func withoutScraps(behindClose cell: ByteSpan, _ tokens: [Token]) -> ByteSpan {
    guard wrap.isFlush, let close = closingMark(tokens), lineMatch(.archive, tokens) == nil else {
      return cell
    }
    let rest = tokens[(close + 1)...]
    guard rest.count <= Self.scrapTokens,
      Int(rest[rest.endIndex - 1].end) - Int(rest[rest.startIndex].start) <= Self.scrapBytes,
      rest.first?.shape.contains(.spaced) == true,
      isScraps(rest, behindPurpose: purpose(Array(tokens[..<close])) != nil),
      !namesLike(rest, tokens[..<close])
    else { return cell }
    addFurniture(.noise, ByteSpan(Int(rest[rest.startIndex].start), cell.end))
    return ByteSpan(cell.start, Int(tokens[close].end))
  }

  /// The last semicolon of a recipient with something behind it, or the comma behind its purpose.
  private func closingMark(_ tokens: [Token]) -> Int? {
    tokens.indices.dropLast().last { index in
      guard index > 1 else { return false }
      let mark = markers.scalar(tokens[index])
      return mark == 0x3B || mark == 0x2C && markers.scalar(tokens[index - 1]) == 0x29
    }
  }

  /// Whether words and marks say nothing: one of them at most is a word, and some are none.
  private mutating func isScraps(_ rest: ArraySlice<Token>, behindPurpose: Bool) -> Bool {
    if rest.last.map({ [0x3B, 0x29].contains(markers.scalar($0)) }) == true { return false }
    var words = 0
    var scraps = 0
    for token in rest {
      switch token.kind {
      case .number: scraps += 1
      case .mark:
        // "Đ/c A", "(b/c)".
        if [0x28, 0x29].contains(markers.scalar(token)) { return false }
        if !token.shape.contains(.spaced), markers.scalar(token) == 0x2F { return false }
        if MarkerReader.bulletKind(markers.scalar(token)) != 0x2D { scraps += 1 }
      case .syllable:
        if token.shape.contains(.single) {
          scraps += 1
        } else if token.shape.contains(.upper) {
          guard behindPurpose else { return false }  // "HĐND"
        } else if isPlausible(token) {
          words += 1
        } else {
          scraps += 1
        }
      }
    }
    return scraps > 0 && words <= 1 && !signs(Array(rest))
  }

  /// Whether recipients before a semicolon have a number or a letter for their name, as what follows
  /// it has: "Các lớp 10A1; 10A2".
  private func namesLike(_ rest: ArraySlice<Token>, _ before: ArraySlice<Token>) -> Bool {
    let isName = { (token: Token) in
      token.kind == .number || token.shape.contains([.single, .upper])
    }
    return rest.contains(where: isName) && before.contains(where: isName)
  }
}
