package import PlanModel

/// The canonical text of a document: Unicode NFC, line ends LF, no byte order mark.
///
/// For a file that is UTF-8, NFC and LF already it is the file, byte for byte.
public struct CanonicalText: Sendable {
  /// The UTF-8 bytes.
  public let bytes: [UInt8]
  /// The encoding the document was in, by its IANA name.
  public let encoding: String
  /// The byte range of each line, without its LF.
  package let lines: [ByteSpan]
}
