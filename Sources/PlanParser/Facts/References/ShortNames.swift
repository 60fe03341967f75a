import PlanModel
import PlanText

/// Names that a text gives its documents: "(sau đây viết tắt là Kế hoạch bưng biền)", "Nghị
/// quyết 57".
extension PlanReader {
  /// How many names of one document's text are looked for.
  private static let mostShortNames = 64
  /// How many tokens a short name may have.
  private static let longestShortName = 24

  /// Reads the names that a leaf defines for documents it has named before.
  mutating func readShortNames(
    _ leaf: FactLeaf, _ parts: DocumentParts, _ reading: inout ReferenceReading
  ) {
    let tokens = leaf.tokens
    var next = 0
    for word in parts.all(.short) where word.start > 0 && word.end < tokens.count {
      guard bytes[Int(tokens[word.start - 1].start)] == UInt8(ascii: "("),
        let end = closing(tokens, from: word.end), let kind = parts.kind(at: word.end)
      else { continue }
      let name = documentKind(kind, leaf)
      while next < reading.recent.count, reading.recent[next].start < word.start { next += 1 }
      // The document named last before it, of the kind that the name begins with.
      let known =
        reading.recent[..<next].suffix(16).last { $0.kind.hasPrefix(name) }
        ?? approving(reading.recent[..<next].last, before: word.start, tokens, parts)
      guard let place = known?.reference else { continue }
      let text = folder.fold(span(tokens, word.end..<end))
      reading.ledger.add(alias: text, to: place)
      // A bare "Kế hoạch" names too much to be looked for, a number is found anyway.
      if end - kind.end > 0, reading.shortNames.count < PlanReader.mostShortNames,
        parts.first(.number, from: word.end).map({ $0.start >= end }) ?? true
      {
        let first = bytes[Int(tokens[word.end].start)..<Int(tokens[word.end].end)]
        reading.shortNames.append((text, first, place))
        reading.starts.insert(Int(tokens[word.end].start))
      }
    }
  }

  /// The document that approves what the name begins with, where it is the only one before it in
  /// its part of the text: "Quyết định số 112/QĐ-UBND … phê duyệt Đề án giữ nghề (gọi là Đề án 112)".
  private func approving(
    _ last: (reference: Int, start: Int, kind: String)?, before end: Int, _ tokens: [Token],
    _ parts: DocumentParts
  ) -> (reference: Int, start: Int, kind: String)? {
    guard let last, last.start < end,
      parts.first(.approving, from: last.start).map({ $0.start < end }) ?? false,
      !tokens[last.start..<end].contains(where: { isMark($0, 0x3B) })
    else { return nil }
    return last
  }

  /// The bracket that closes a short name.
  private func closing(_ tokens: [Token], from start: Int) -> Int? {
    let limit = min(tokens.count, start + PlanReader.longestShortName)
    return (start..<limit).first { bytes[Int(tokens[$0].start)] == UInt8(ascii: ")") }
  }

  /// Notes where kinds of documents stand in a leaf: names that are defined later begin so too.
  func noteKinds(_ leaf: FactLeaf, _ reading: inout ReferenceReading) {
    guard leaf.tells(.documentKind), let span = leaf.span else { return }
    for match in leaf.matches where meaning(match) == .documentKind {
      reading.kinds.append(
        ReferenceReading.KindPlace(
          start: Int(leaf.tokens[match.start].start), leaf: span, node: leaf.node))
    }
  }

  /// Finds where the names that were defined stand.
  mutating func resolveShortNames(_ reading: inout ReferenceReading) {
    if reading.shortNames.isEmpty { return }
    let furniture = furnitureSpans
    // Leaves are not kept: one is read again where a name may stand in it.
    var leaf = ByteSpan(0, 0)
    var tokens: [Token] = []
    for kind in reading.kinds where !reading.starts.contains(kind.start) {
      let names = reading.shortNames.filter { mayStand($0.first, at: kind.start) }
      if names.isEmpty { continue }
      if leaf != kind.leaf {
        leaf = kind.leaf
        tokens = leafTokens(leaf, furniture)
      }
      guard let first = tokens.firstIndex(where: { Int($0.start) == kind.start }) else { continue }
      for name in names {
        guard let end = end(of: name.text, tokens, from: first) else { continue }
        reading.ledger.mention(
          name.reference, Mention(node: kind.node, span: ByteSpan(kind.start, end)), alias: nil)
        break
      }
    }
  }

  /// Whether the first word of a name stands at an offset.
  private func mayStand(_ word: ArraySlice<UInt8>, at offset: Int) -> Bool {
    bytes[offset...].starts(with: word)
  }

  /// Where a name ends that the tokens from `start` on spell as it was defined.
  private func end(of text: String, _ tokens: [Token], from start: Int) -> Int? {
    var rest = text.utf8[...]
    for token in tokens[start...] {
      if rest.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
      let word = bytes[Int(token.start)..<Int(token.end)]
      guard rest.starts(with: word) else { return nil }
      rest = rest.dropFirst(word.count)
      if rest.isEmpty { return Int(token.end) }
    }
    return nil
  }

  /// The place behind a bracket that gives a document its short name before it is told what it is
  /// about: "của UBND tỉnh (sau đây gọi tắt là Kế hoạch số 59) về …".
  func behindShortName(_ place: Int, _ tokens: [Token], _ parts: DocumentParts) -> Int {
    guard place + 1 < tokens.count, isMark(tokens[place], 0x28),
      parts.match(.short, at: place + 1) != nil,
      let close = tokens[place...].prefix(Self.longestNaming).firstIndex(where: {
        isMark($0, 0x29)
      })
    else { return place }
    return close + 1
  }

  /// How many tokens such a bracket may have.
  private static var longestNaming: Int { 30 }
}
