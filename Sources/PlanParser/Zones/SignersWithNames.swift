import PlanModel
import PlanText

/// Signers each of whom has his position and his name in one cell: "HIỆU TRƯỞNG Trần Văn Sơn" beside
/// "NGƯỜI LẬP KẾ HOẠCH Lê Thị Na".
extension PlanReader {
  /// How many sign side by side at most.
  private static var mostBeside: Int { 4 }
  /// How many bytes such a cell has at most, and how many words its position has at least.
  private static var cellBytes: Int { 200 }
  private static var leastWords: Int { 2 }

  /// Reads the signers of line `index`, where rules do not know the positions of all; false when one of
  /// its cells is no position with a name.
  mutating func takesSignersWithNames(at index: Int, _ ending: inout Ending) -> Bool {
    guard lines[index].pipe || !isOneCell(lines[index]) else { return false }
    let cells = endCells(lines[index])
    // A row above the first one of markdown that has no text.
    if cells.isEmpty {
      takeBars(lines[index])
      return lines[index].pipe
    }
    let signers = Array(cells.drop { namesReceivers($0) })
    let isLone = lines[index].pipe && signers.count == 1 && nameBehindPost(of: signers[0]) != nil
    guard cells.count - signers.count < 2, isLone || signWithNames(signers),
      signers.contains(where: { !isSigning($0) })
    else { return false }
    if signers.count < cells.count { _ = read(cells[0], lines[index], &ending, left: true) }
    for cell in signers { sign(withName: cell, &ending) }
    takeBars(lines[index])
    return true
  }

  /// Whether all cells of a line, two at least, are positions with names.
  mutating func signWithNames(_ line: Line) -> Bool {
    !line.pipe && !line.capitals && !isOneCell(line) && signWithNames(endCells(line))
  }

  private mutating func signWithNames(_ cells: [ByteSpan]) -> Bool {
    (2...Self.mostBeside).contains(cells.count)
      && cells.allSatisfy { nameBehindPost(of: $0) != nil }
  }

  /// Whether rules know a cell for one of a signer.
  private mutating func isSigning(_ cell: ByteSpan) -> Bool {
    lineMatches(allTokens(cell)).contains {
      [.authority, .position, .namedPosition].contains(meaning($0))
    }
  }

  /// Where the name begins in a cell that opens with a position in capitals and ends in the name of a
  /// person; `nil` for another.
  mutating func nameBehindPost(of cell: ByteSpan) -> Int? {
    guard cell.count <= Self.cellBytes else { return nil }
    let tokens = withoutStars(cell)
    guard markers.read(tokens) == nil, tokens.first?.kind == .syllable,
      let small = tokens.firstIndex(where: { !isCapital($0) }),
      tokens[..<small].count(where: { $0.kind == .syllable }) >= Self.leastWords
    else { return nil }
    if markers.scalar(tokens[small - 1]) == 0x28,
      let mark = lineMatch(.signed, Array(tokens[(small - 1)...]))
    {
      return capture("signer", of: mark, Array(tokens[(small - 1)...])).map {
        Int(tokens[small - 1 + $0.lowerBound].start)
      }
    }
    var name = titledStart(tokens, from: Self.leastWords, before: small)
    if name == small, small > Self.leastWords, tokens[small - 1].shape.contains(.single) {
      name = small - 1
    }
    let rest = span(tokens, name..<tokens.count)
    guard isTitledPerson(rest) || opensWithPost(tokens, before: name) && isSigner(self.tokens(rest))
    else { return nil }
    return Int(tokens[name].start)
  }

  private func isCapital(_ token: Token) -> Bool {
    token.kind == .mark || token.kind == .syllable && token.shape.contains(.upper)
  }

  private mutating func opensWithPost(_ tokens: [Token], before name: Int) -> Bool {
    phrases(tokens, startingBefore: 1).contains {
      $0.end <= name && (meaning($0) == .position || meaning($0) == .authority)
    }
  }

  private mutating func withoutStars(_ cell: ByteSpan) -> [Token] {
    allTokens(cell).filter { $0.kind != .mark || markers.scalar($0) != 0x2A }
  }

  /// Reads one such cell; what stands before the position that rules know is for whom one signs.
  private mutating func sign(withName cell: ByteSpan, _ ending: inout Ending) {
    let tokens = withoutStars(cell)
    guard let place = nameBehindPost(of: cell),
      let name = tokens.firstIndex(where: { Int($0.start) == place })
    else { return }
    let known = signatureParts(Array(tokens[..<name])).filter { value("form", of: $0) != "act" }
    ending.column = ending.signers.count
    guard let first = known.map(\.start).min() else {
      ending.signers.append(
        Signer(position: [span(tokens, 0..<name)], name: span(tokens, name..<tokens.count)))
      return
    }
    if first > 0 {
      ending.signers.append(Signer(authority: [span(tokens, 0..<first)]))
    }
    sign(span(tokens, first..<tokens.count), &ending)
  }
}
