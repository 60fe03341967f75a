/// What a converter writes where a page ends: a rule, the number of a page, a comment.
enum PageBreak {
  /// The widest line of it, in bytes.
  private static let widest = 40

  /// Whether nothing else stands in a part of a text: no line has more than a word and a number.
  static func isAll(of bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).allSatisfy { line in
      let words = line.split(separator: 0x20).filter { word in word.contains { isLetter($0) } }
      if line.starts(with: "<!--".utf8) { return true }
      return line.count <= widest && words.count <= 2
        && (words.isEmpty || line.contains { (0x30...0x39).contains($0) })
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF)
  }
}
