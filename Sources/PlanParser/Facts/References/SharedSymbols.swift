import PlanText

/// Gives the numbers of a list the symbol that only its last one bears.
extension PlanReader {
  /// How many numbers may share one symbol.
  private static let longestList = 8

  /// A number alone with the symbol of the list that it stands in: "18-NQ/TW" of "18, 19-NQ/TW",
  /// "22/2020/TT-BGDĐT" of "22 và 27/2020/TT-BGDĐT"; `nil` where no list shares one.
  func sharingSymbol(
    _ number: DocumentNumber, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> DocumentNumber? {
    guard isAlone(number) else { return nil }
    var place = number.range.upperBound
    for _ in 0..<PlanReader.longestList {
      guard let start = behindSeparator(place, leaf, parts) else { return nil }
      let first = parts.match(.number, at: start)?.end ?? start
      guard let next = documentNumber(leaf.tokens, at: first) else { return nil }
      if next.hasSymbol { return composed(number, of: next, leaf) }
      guard isAlone(next) else { return nil }
      place = next.range.upperBound
    }
    return nil
  }

  /// Where the next entry of a list begins: behind a comma, a semicolon or the word for "and".
  func behindSeparator(_ place: Int, _ leaf: FactLeaf, _ parts: DocumentParts) -> Int? {
    if let and = parts.match(.and, at: place) { return and.end }
    guard place < leaf.tokens.count, leaf.tokens[place].kind == .mark,
      [UInt8(ascii: ","), UInt8(ascii: ";")].contains(bytes[Int(leaf.tokens[place].start)])
    else { return nil }
    return place + 1
  }

  /// Whether a number is its figures and nothing else.
  private func isAlone(_ number: DocumentNumber) -> Bool {
    !number.hasSymbol && !number.sequence.isEmpty && number.range.count == 1
  }

  /// A number's figures with what stands behind those of another, where its code is one of a kind.
  private func composed(
    _ number: DocumentNumber, of other: DocumentNumber, _ leaf: FactLeaf
  ) -> DocumentNumber? {
    let tokens = leaf.tokens
    guard tokens[other.range.lowerBound].kind == .number, codeKind(other, tokens) != nil else {
      return nil
    }
    let figures = tokens[other.range.lowerBound]
    let symbol = other.text.utf8.dropFirst(Int(figures.end) - Int(figures.start))
    var composed = number
    composed.text += String(symbol) ?? ""
    composed.key = DocumentNumber.key(composed.text)
    composed.hasSymbol = true
    return composed
  }
}
