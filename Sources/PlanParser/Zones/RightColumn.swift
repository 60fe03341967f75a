import PlanModel
import PlanText

/// What recognition made of the right column of an ending, on the lines of recipients.
///
/// "- UBND tỉnh (b/c); Z“BHÓ GIÁM ĐÓC", "- Các xã (t/h); ` k".
extension PlanReader {
  /// How many words and marks a seal leaves behind a recipient at most, and how many bytes each has.
  private static let stainTokens = 5
  private static let stainBytes = 3

  /// The part of a cell that is a recipient, without a position that recognition damaged, which its
  /// signer still lacks, and without what it made of a seal behind a purpose.
  mutating func withoutRightColumn(
    _ cell: ByteSpan, _ tokens: [Token], _ ending: inout Ending
  ) -> ByteSpan {
    guard let close = tokens.lastIndex(where: { markers.scalar($0) == 0x3B }), close > 1,
      close + 1 < tokens.count
    else { return cell }
    let left = ByteSpan(cell.start, Int(tokens[close].end))
    let rest = tokens[(close + 1)...]
    let isPurpose = markers.scalar(tokens[close - 1]) == 0x29
    if isPurpose, isStain(rest) {
      addFurniture(.noise, ByteSpan(Int(tokens[close + 1].start), cell.end))
      return left
    }
    guard let waiting = ending.waitingSigner, ending.signers[waiting].position.isEmpty,
      let first = rest.firstIndex(where: { $0.kind == .syllable && !$0.shape.contains(.single) }),
      case let words = Array(tokens[first...]), words.last?.kind == .syllable,
      case let position = span(words, 0..<words.count), isMostlyCapital(position),
      phrases(words).contains(where: { meaning($0) == .position })
        || isPurpose && !ending.signers[waiting].authority.isEmpty
    else { return cell }
    if first > close + 1 { addFurniture(.noise, span(tokens, (close + 1)..<first)) }
    ending.signers[waiting].position.append(position)
    return left
  }

  /// Whether words and marks behind a purpose are too short to say anything, with a mark or a letter
  /// alone among them.
  private func isStain(_ rest: ArraySlice<Token>) -> Bool {
    rest.count <= Self.stainTokens
      && rest.allSatisfy { $0.kind == .mark || $0.end - $0.start <= Self.stainBytes }
      && rest.contains { $0.kind != .mark }
      && rest.contains { $0.kind == .mark || $0.shape.contains(.single) }
      && rest.last.map { markers.scalar($0) != 0x29 } == true
  }

  /// Whether what stands before a position is the damaged mark of an authority.
  ///
  /// "KI. GIÁM ĐỐC".
  func opensWithDamagedMark(_ words: [Token], before position: Int) -> Bool {
    guard (2...3).contains(position), markers.scalar(words[position - 1]) == 0x2E,
      !words[position - 1].shape.contains(.spaced)
    else { return false }
    return words[..<(position - 1)].allSatisfy {
      $0.end - $0.start <= 2 && ($0.kind == .number || $0.shape.contains(.upper))
    }
  }
}
