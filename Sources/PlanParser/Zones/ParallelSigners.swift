import PlanModel
import PlanText

/// Two signers side by side whose columns recognition wrote on each line with a single blank between
/// them.
///
/// "KT. GIÁM ĐỐC KT. GIÁM ĐỐC" / "SỞ Y TẾ CÔNG AN TỈNH" / "PHÓ GIÁM ĐỐC PHÓ GIÁM ĐỐC" / "Trần Văn Sơn
/// Đại tá Lê Thị Na".
extension PlanReader {
  /// How many lines such signatures have at most.
  private static let parallelLines = 7
  /// How many words a body has at least: "SỞ NỘI VỤ" has its third one.
  private static let bodyWords = 3
  /// How many words the name of the left one has.
  private static let leftNameWords = 2...5

  /// Reads the two signatures that begin at line `index`; the result is the line after them, `nil`
  /// when none stand there, or when one line of them cannot be parted.
  mutating func parallelSigners(at index: Int, _ ending: inout Ending) -> Int? {
    guard lines[index].capitals, !ending.lacksName else { return nil }
    var pair = (left: Signer(), right: Signer())
    var marks: [ByteSpan] = []
    var isTold = false
    for next in index..<min(lines.count, index + Self.parallelLines) {
      let line = lines[next]
      guard isOneCell(line), !line.pageBefore || next == index else { return nil }
      let tokens = tokens(line.content)
      if next > index, let second = secondOfNames(tokens) {
        guard isTold, !isEmpty(pair.left), !isEmpty(pair.right) else { return nil }
        pair.left.name = span(tokens, 0..<second)
        pair.right.name = span(tokens, second..<tokens.count)
        for mark in marks { addFurniture(.stamp, mark) }
        ending.signers += [pair.left, pair.right]
        return next + 1
      }
      if marksTwice(tokens) {
        marks.append(line.content)
        isTold = true
      } else if let cut = secondColumn(tokens, below: next > index) {
        isTold = isTold || cut.isTwin
        take(Array(tokens[..<cut.place]), &pair.left)
        take(Array(tokens[cut.place...]), &pair.right)
      } else if next > index, lineMatch(.position, tokens) != nil,
        pair.left.position.isEmpty != pair.right.position.isEmpty
      {
        // The one who has his position already signs for nobody.
        if pair.left.position.isEmpty {
          take(tokens, &pair.left)
        } else {
          take(tokens, &pair.right)
        }
      } else {
        return nil
      }
    }
    return nil
  }

  private func isEmpty(_ signer: Signer) -> Bool {
    signer.authority.isEmpty && signer.position.isEmpty
  }

  /// Adds a line to the signer in whose column it stands.
  private mutating func take(_ tokens: [Token], _ signer: inout Signer) {
    let words = span(tokens, 0..<tokens.count)
    if let match = lineMatch(.position, tokens) {
      signer.position.append(words)
      signer.rule = signer.rule ?? match.rule
    } else {
      signer.authority.append(words)
    }
  }

  /// Whether the mark of signing stands twice: "(Đã ký) (Đã ký)".
  private mutating func marksTwice(_ tokens: [Token]) -> Bool {
    guard tokens.count > 5, tokens.count.isMultiple(of: 2) else { return false }
    let half = tokens.count / 2
    return zip(tokens[..<half], tokens[half...]).allSatisfy { $0.key == $1.key }
      && lineMatch(.signed, Array(tokens[..<half])) != nil
  }

  /// Where the right column of a line in capitals begins; `isTwin` when it says what the left one
  /// does.
  private mutating func secondColumn(
    _ tokens: [Token], below: Bool
  ) -> (place: Int, isTwin: Bool)? {
    guard tokens.count > 3, tokens.allSatisfy({ $0.kind == .mark || $0.shape.contains(.upper) })
    else { return nil }
    let parts = signatureParts(tokens)
    guard let first = parts.first, first.start == 0 else {
      guard below else { return nil }
      let bodies = phrases(tokens).filter { meaning($0) == .organisation }
      guard bodies.contains(where: { $0.start == 0 }),
        let next = bodies.first(where: {
          $0.start >= Self.bodyWords && isParted(tokens, at: $0.start)
        })
      else { return nil }
      return (next.start, false)
    }
    let further = parts.filter { $0.start > 0 && tokens[$0.start - 1].kind != .mark }
    if let twin = further.first(where: { tokens[$0.start].key == tokens[0].key }) {
      let half = tokens.count / 2
      let isWhole =
        twin.start == half && tokens.count == 2 * half
        && zip(tokens[..<half], tokens[half...]).allSatisfy { $0.key == $1.key }
      return (twin.start, meaning(first) == .authority || isWhole)
    }
    guard !below, meaning(first) == .authority,
      let post = further.first(where: { meaning($0) == .position && $0.start > first.end })
    else { return nil }
    return (post.start, false)
  }

  /// Whether the body that begins at a word is no part of the one before it: "SỞ Y TẾ CÔNG AN TỈNH".
  private mutating func isParted(_ tokens: [Token], at place: Int) -> Bool {
    lineMatch(.joiner, Array(tokens[(place - 1)..<place])) == nil
      && tokens[place - 1].kind != .mark
  }

  /// Where the second of two names begins: with a rank, or with a surname.
  private mutating func secondOfNames(_ tokens: [Token]) -> Int? {
    let isWord = { (token: Token) in
      token.kind == .syllable && token.shape.contains(.capitalized)
    }
    for place in Self.leftNameWords where place + 3 < tokens.count {
      guard grammar.value(list: "ranks", tokens, from: place, to: place + 2) != nil,
        tokens[..<place].allSatisfy(isWord), tokens[(place + 2)...].allSatisfy(isWord),
        tokens.count - place - 2 <= Self.leftNameWords.upperBound
      else { continue }
      return place
    }
    return tokens.contains { $0.shape.contains(.upper) && !$0.shape.contains(.single) }
      ? nil : secondName(in: tokens)
  }
}
