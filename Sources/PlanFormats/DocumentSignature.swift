/// Tells formats by the bytes that files begin with.
enum DocumentSignature {
  /// The format of a ZIP archive that is a document; `nil` for any other bytes.
  ///
  /// An ODT file names its type in its first bytes; a DOCX file has a part of a certain name.
  static func packed(_ bytes: [UInt8]) -> DocumentFormat? {
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
    let head = bytes.prefix(120)
    if contains(head, "mimetypeapplication/vnd.oasis.opendocument.text") { return .odt }
    if contains(bytes[...], "word/document") { return .docx }
    return contains(bytes[...], "content.xml") && contains(bytes[...], "META-INF/manifest.xml")
      ? .odt : nil
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    let text = Array(text.utf8)
    guard let first = text.first, bytes.count >= text.count else { return false }
    var index = bytes.startIndex
    while index <= bytes.endIndex - text.count {
      if bytes[index] == first, bytes[index..<index + text.count].elementsEqual(text) {
        return true
      }
      index += 1
    }
    return false
  }
}
