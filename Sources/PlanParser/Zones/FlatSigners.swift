import PlanModel
import PlanText

/// Two signers whose columns a program wrote on one line, a single blank between them.
extension PlanReader {
  /// How many words two names have together at least: fewer may be one long name.
  private static let wordsOfTwo = 5
  /// How many words a name has.
  private static let wordsOfOne = 2...4

  /// Takes a line as the names of two signers, where the signer who waits for his has two positions
  /// on each of his lines; false when it is not.
  ///
  /// "HIỆU TRƯỞNG NGƯỜI LẬP KẾ HOẠCH" / "Trần Văn Sơn Lê Thị Na".
  mutating func parts(names tokens: [Token], of waiting: Int, _ ending: inout Ending) -> Bool {
    let signer = ending.signers[waiting]
    guard signer.authority.isEmpty, signer.position.count > 1, signer.position.count % 2 == 0,
      arePairs(signer.position), let second = secondName(in: tokens)
    else { return false }
    var first = signer
    first.position = every(2, of: signer.position, from: 0)
    first.name = span(tokens, 0..<second)
    var other = Signer(position: every(2, of: signer.position, from: 1))
    other.name = span(tokens, second..<tokens.count)
    ending.signers.replaceSubrange(waiting...waiting, with: [first, other])
    return true
  }

  /// Whether a line has only a left column, under two signers of whom the left one lacks his office.
  ///
  /// "DUYỆT CỦA UBND XÃ<TAB>HIỆU TRƯỞNG" / "CHỦ TỊCH".
  func isLeftAlone(_ cells: [ByteSpan], _ line: Line, _ ending: Ending) -> Bool {
    guard cells.count == 1, line.leadingTabs == 0, line.indent <= PlanReader.leftIndent,
      ending.signers.count == 2, ending.signers.allSatisfy({ $0.name == nil })
    else { return false }
    let (left, right) = (ending.signers[0], ending.signers[1])
    let lacksOffice = left.position.isEmpty && !left.authority.isEmpty
    return (left.acts || lacksOffice) && !right.position.isEmpty
  }

  /// How far a left column that is centred is indented at most, in characters.
  private static let leftIndent = 16

  /// Whether the pieces stand two on a line.
  private func arePairs(_ pieces: [ByteSpan]) -> Bool {
    stride(from: 0, to: pieces.count, by: 2).allSatisfy { index in
      !bytes[pieces[index].end..<max(pieces[index].end, pieces[index + 1].start)].contains(0x0A)
    }
  }

  private func every(_ step: Int, of pieces: [ByteSpan], from start: Int) -> [ByteSpan] {
    stride(from: start, to: pieces.count, by: step).map { pieces[$0] }
  }

  /// Where the second of two names begins: with the one surname that parts the words well.
  mutating func secondName(in tokens: [Token]) -> Int? {
    guard tokens.count >= PlanReader.wordsOfTwo,
      tokens.allSatisfy({ $0.kind == .syllable && $0.shape.contains(.capitalized) }),
      let surnames = grammar.list("surnames"),
      grammar.value(in: surnames, tokens, from: 0, to: 1) != nil
    else { return nil }
    let starts = tokens.indices.filter { index in
      PlanReader.wordsOfOne.contains(index)
        && PlanReader.wordsOfOne.contains(tokens.count - index)
        && grammar.value(in: surnames, tokens, from: index, to: index + 1) != nil
    }
    // "Trần Văn Sơn Lê Hồ Na": names have three words where more than one surname would do.
    return starts.count > 1 ? starts.first { $0 == 3 } : starts.first
  }
}
