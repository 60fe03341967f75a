/// Why bytes cannot be read as a document's text.
public enum TextError: Error, Equatable, Sendable {
  /// The bytes at an offset are no character of the encoding.
  case undecodable(encoding: String, offset: Int, byte: UInt8)
  /// The file is no text: its signature, a NUL or its control characters say so.
  case binary(BinaryFormat, offset: Int)
  /// The last character lacks its end.
  case truncated(encoding: String, offset: Int)
  /// The text has more bytes than offsets can tell.
  case tooLarge(bytes: Int)
}

extension TextError: CustomStringConvertible {
  /// The fact, then the remedy.
  public var description: String {
    switch self {
    case .undecodable(let encoding, let offset, let byte):
      "byte 0x\(hexadecimal(byte)) at offset \(offset) is not \(encoding); "
        + "save the document as UTF-8 (older files are often windows-1258, TCVN3 or VNI)"
    case .binary(.unknown, let offset):
      "a binary file, not text (control bytes at offset \(offset)); "
        + "save the document as plain text in UTF-8"
    case .binary(let format, _):
      "a file of the format \(format.rawValue), not text; "
        + "save the document as plain text in UTF-8"
    case .truncated(let encoding, let offset):
      "the \(encoding) text ends inside the character at offset \(offset); "
        + "fetch the whole file again"
    case .tooLarge(let bytes):
      "\(bytes) bytes are more than the \(CanonicalText.limit) of one document; "
        + "split the file into its documents"
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 0x10 ? "0" + digits : digits
  }
}
