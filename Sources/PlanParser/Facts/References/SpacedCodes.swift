import PlanText

/// Symbols of documents with blanks around their marks or inside their last part: "13/2026/TTLT - BYT -
/// BGDĐT", "12/KH-SGD ĐT".
extension PlanReader {
  /// Whether a dash behind a blank ties one more issuer to the one behind the code of a kind: "TTLT - BYT
  /// | - BGDĐT", before the end of the number.
  func partsIssuers(_ place: Int, _ tokens: [Token]) -> Bool {
    guard place > 4, isDash(tokens[place - 2]), isIssuerCode(tokens[place - 1]),
      isCode(tokens, before: place - 2) || partsIssuers(place - 2, tokens)
    else { return false }
    guard place + 2 < tokens.count, !endsNumber(place + 2, tokens) else { return true }
    return isDash(tokens[place + 2]) || isIssuerCode(tokens[place + 2])
  }

  /// Whether a blank parts the last part of a symbol, which has the code of its kind: "12/KH-SGD | ĐT
  /// ngày …"; "12/KH-UBND TP" and "12/KH-UBND HĐND" do not go on.
  func partsCode(_ tokens: [Token], _ place: Int, of start: Int) -> Bool {
    guard place > start + 4, isIssuerCode(tokens[place]), tokens[place].shape.contains(.upper),
      !tokens[place].shape.contains(.single), isDash(tokens[place - 2]),
      isCode(tokens, before: place - 2) || partsIssuers(place - 2, tokens),
      tokens[place - 1].shape.contains(.upper), !isUnit(tokens, place),
      !["issuer-heads", "issuer-forms"].contains(where: { list in
        grammar.list(list).flatMap { grammar.entry(in: $0, tokens, at: place) } != nil
      })
    else { return false }
    return endsNumber(place + 1, tokens)
  }

  /// Whether a number ends before a token: with the text, at a mark that ends a name or before what
  /// sentences go on with behind numbers.
  func endsNumber(_ place: Int, _ tokens: [Token]) -> Bool {
    guard place < tokens.count else { return true }
    if tokens[place].kind == .mark { return endsName(place, tokens) }
    return grammar.list("behind-numbers").map {
      grammar.entry(in: $0, tokens, at: place) != nil
    } ?? false
  }
}
