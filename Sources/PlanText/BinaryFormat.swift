/// What a file that is no text seems to be, by its first bytes.
public enum BinaryFormat: String, Sendable, CaseIterable {
  /// Portable Document Format.
  case pdf = "PDF"
  /// A ZIP archive, which DOCX, XLSX and ODT files are.
  case zip = "ZIP (DOCX, XLSX, ODT)"
  /// A compound file of older office programs.
  case ole = "OLE (DOC, XLS)"
  /// Rich Text Format: bytes of text, but of no document's text.
  case rtf = "RTF"
  /// A gzip stream.
  case gzip = "gzip"
  /// A PNG image.
  case png = "PNG"
  /// A JPEG image.
  case jpeg = "JPEG"
  /// A TIFF image.
  case tiff = "TIFF"
  /// Anything else.
  case unknown = "binary"

  /// The format whose signature the bytes begin with.
  static func signed(_ bytes: [UInt8]) -> BinaryFormat? {
    signatures.first { bytes.starts(with: $0.signature) }?.format
  }

  private static let signatures: [(signature: [UInt8], format: BinaryFormat)] = [
    (Array("%PDF-".utf8), .pdf),
    ([0x50, 0x4B, 0x03, 0x04], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .ole),
    (Array("{\\rtf".utf8), .rtf),
    ([0x1F, 0x8B], .gzip),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
    ([0xFF, 0xD8, 0xFF], .jpeg),
    ([0x49, 0x49, 0x2A, 0x00], .tiff),
    ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
  ]
}
