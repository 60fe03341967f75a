/// What the name of a font tells of its characters.
struct FontEncoding: Sendable {
  var encoding: LegacyEncoding
  /// Whether it shows small letters as capitals.
  var capitals: Bool
  /// Whether text in it is of this encoding, whatever its words look like.
  var isSure: Bool

  /// One line of `encodings/fonts.list`.
  private struct Family: Sendable {
    var encoding: LegacyEncoding
    var hasCapitals: Bool
    var isSure: Bool
    var prefix: [UInt8]
  }

  private static let families: [Family] = EncodingFile("fonts.list").lines.compactMap { words in
    guard let name = words.first, let prefix = words.last, words.count >= 2,
      let encoding = LegacyEncoding(rawValue: String(decoding: name, as: UTF8.self))
    else { return nil }
    func isMarked(_ mark: StaticString) -> Bool {
      words.contains { String(decoding: $0, as: UTF8.self) == "\(mark)" }
    }
    return Family(
      encoding: encoding, hasCapitals: isMarked("capitals"), isSure: !isMarked("perhaps"),
      prefix: prefix.map(Self.lower))
  }

  /// The encoding of a font; `nil` when its name tells none.
  init?(_ name: String) {
    // "ABCDEF+" stands before the name of a font of which a PDF has a part.
    var bytes = Array(name.utf8)[...]
    if let plus = bytes.firstIndex(of: UInt8(ascii: "+")), plus == 6 { bytes = bytes[7...] }
    let lowered = bytes.map(Self.lower)
    guard let family = Self.families.first(where: { lowered.starts(with: $0.prefix) }) else {
      return nil
    }
    encoding = family.encoding
    isSure = family.isSure
    // Styles follow a comma or hyphen, makers stand in brackets: ".VnTimeH,Bold", "VnTimeH(Ds)".
    let ends = [UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "(")]
    let plain = bytes.prefix { !ends.contains($0) }
    capitals = family.hasCapitals && plain.last == UInt8(ascii: "H")
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }
}
