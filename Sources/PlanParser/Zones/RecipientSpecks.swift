import PlanModel
import PlanText

/// What recognition makes of dashes, and of stamps beside recipients.
extension PlanReader {
  /// How wide what recognition made of a stain or a lost line is at most, in characters.
  static var speckWidth: Int { 3 }

  /// How many lines below a speck a recipient or a signature stands at most.
  private static var speckReach: Int { 3 }

  /// Whether line `index` is too short to say anything and recipients go on below it.
  mutating func isSpeck(at index: Int, _ ending: Ending) -> Bool {
    guard ending.receiving, lines[index].width <= PlanReader.speckWidth else { return false }
    // More of a stamp may stand below it.
    return lines[(index + 1)...].prefix(PlanReader.speckReach).contains {
      begins(bullet: $0.content) || endMeaning($0) != nil
    }
  }

  /// The part of a recipient's cell before what recognition made of a stamp beside it: "- Lãnh đạo
  /// Sở; h" among others that a semicolon closes.
  mutating func withoutSpecks(_ cell: ByteSpan, _ tokens: [Token], _ ending: Ending) -> ByteSpan {
    guard ending.bulleted, let last = ending.receivers.last?.pieces.last,
      let mark = tokens.lastIndex(where: { markers.scalar($0) == 0x3B }), mark > 1,
      mark + 1 < tokens.count, mark + 3 >= tokens.count,
      tokens[(mark + 1)...].contains(where: { $0.kind == .syllable })
        || tokens[(mark + 1)...].allSatisfy({ isSpeck($0) && $0.shape.contains(.spaced) })
    else { return cell }
    let rest = ByteSpan(Int(tokens[mark + 1].start), cell.end)
    if tokens[(mark + 1)...].allSatisfy({ isSpeck($0) }) {
      addFurniture(.noise, rest)
      return ByteSpan(cell.start, Int(tokens[mark].end))
    }
    guard rest.count <= 4, !tokens[mark + 1].shape.contains(.capitalized),
      wrap.isFlush && closes(last) || tokens[mark + 1].shape.contains(.single)
    else { return cell }
    addFurniture(.noise, rest)
    return ByteSpan(cell.start, Int(tokens[mark].end))
  }

  /// Whether a quotation mark that nothing closes stands for the dash before what is filed.
  ///
  /// "“ Lưu: VT."
  mutating func opensMisread(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    let isQuote = { (reader: borrowing PlanReader, index: Int) in
      [0x22, 0x27, 0x2018, 0x2019, 0x201C, 0x201D].contains(reader.markers.scalar(tokens[index]))
    }
    guard range.count > 1, isQuote(self, range.lowerBound),
      !range.dropFirst().contains(where: { isQuote(self, $0) })
    else { return false }
    return lineMatch(.archive, Array(tokens[range.dropFirst()])) != nil
  }

  /// The part of a cell that files before what recognition made of a seal behind its stop.
  ///
  /// "- Lưu: VT. | 7 |".
  mutating func withoutScraps(_ cell: ByteSpan, _ tokens: [Token]) -> ByteSpan {
    guard lineMatch(.archive, tokens) != nil,
      let stop = tokens.indices.dropLast().last(where: { index in
        markers.scalar(tokens[index]) == 0x2E && isOddMark(tokens[index + 1])
          && tokens[index + 1].shape.contains(.spaced)
      }),
      tokens[(stop + 1)...].allSatisfy({
        isSpeck($0) || $0.end - $0.start < 3 && !$0.shape.contains(.upper)
      })
    else { return cell }
    addFurniture(.noise, ByteSpan(Int(tokens[stop + 1].start), cell.end))
    return ByteSpan(cell.start, Int(tokens[stop].end))
  }

  /// Whether nobody prints a mark behind a sentence.
  func isOddMark(_ token: Token) -> Bool {
    guard token.kind == .mark else { return false }
    switch markers.scalar(token) {
    case 0x5C, 0x5E, 0x5F, 0x60, 0x7B...0x7E, 0xA1...0xBF: return true
    default: return false
    }
  }

  /// Whether a sign alone is what recognition makes of a dash or of a speck: "~", "_", ".", "«", "=".
  func isSpeck(_ token: Token) -> Bool {
    guard token.kind == .mark else { return false }
    switch markers.scalar(token) {
    case 0x22, 0x28, 0x29, 0x5B, 0x5D, 0x201C, 0x201D: return false  // quotes and brackets
    default: return true
    }
  }
}
