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

  /// Whether a sign alone is what recognition makes of a dash or of a speck: "~", "_", ".", "«", "=".
  func isSpeck(_ token: Token) -> Bool {
    guard token.kind == .mark else { return false }
    switch markers.scalar(token) {
    case 0x22, 0x28, 0x29, 0x5B, 0x5D, 0x201C, 0x201D: return false  // quotes and brackets
    default: return true
    }
  }
}
