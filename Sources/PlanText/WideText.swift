/// A document in UTF-16 as UTF-8, for readers that look at single bytes of markup.
package struct WideText {
  /// Its UTF-8.
  package let bytes: [UInt8]
  /// The encoding it is in, by its IANA name.
  let encoding: String
  /// Whether nothing but the pattern of its bytes told that.
  let isGuessed: Bool

  /// Decodes a document; `nil` unless it is sound UTF-16.
  package init?(_ raw: [UInt8]) {
    let mark = ByteOrderMark(raw)
    guard BinaryFormat.signed(raw) == nil,
      case .utf16(let bigEndian) = mark.encoding,
      let bytes = try? UTF16Decoding.utf8(raw, from: mark.length, bigEndian: bigEndian)
    else { return nil }
    self.bytes = bytes
    encoding = mark.encoding.name
    isGuessed = mark.guessed
  }
}
