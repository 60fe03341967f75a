import PlanText

/// The numbers that tokens are.
extension MarkerReader {
  /// The number that a token is, of at most four figures; `nil` for all else.
  func number(_ token: Token) -> Int? {
    guard token.kind == .number, token.end - token.start <= 4 else { return nil }
    var value = 0
    for byte in bytes[Int(token.start)..<Int(token.end)] {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte) - 48
    }
    return value
  }

  /// The number that some tokens are, a dot behind it or not; `nil` for all else.
  func number(_ tokens: [Token]) -> Int? {
    guard let first = tokens.first, first.kind == .number,
      tokens.count == 1 || tokens.count == 2 && scalar(tokens[1]) == 0x2E
    else { return nil }
    return number(first)
  }
}
