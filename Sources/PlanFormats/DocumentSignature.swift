/// Tells formats by the bytes that files begin with.
enum DocumentSignature {
  /// The format of a ZIP archive that is a document; `nil` for any other bytes.
  ///
  /// An ODT file names its type in its first bytes; a DOCX file has a part of a certain name.
  static func packed(_ bytes: [UInt8]) -> DocumentFormat? {
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
    let head = bytes.prefix(120)
    if ByteText.contains(head, "mimetypeapplication/vnd.oasis.opendocument.text") { return .odt }
    if ByteText.contains(bytes[...], "word/document") { return .docx }
    if ByteText.contains(bytes[...], "content.xml"),
      ByteText.contains(bytes[...], "META-INF/manifest.xml")
    {
      return .odt
    }
    // The relations of a package say where its text is; tables and slides are known by their parts.
    let isPackage = ByteText.contains(bytes[...], "[Content_Types].xml")
    let isOther = ["xl/", "ppt/", "visio/"].contains { ByteText.contains(bytes[...], $0) }
    return isPackage && !isOther ? .docx : nil
  }
}

/// Looks for plain words in bytes.
enum ByteText {
  /// Whether some bytes hold a text of ASCII.
  static func contains(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    find(text, in: bytes, from: bytes.startIndex) != nil
  }

  /// Where a text of ASCII stands first, from a place on.
  static func find(_ text: String, in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    let text = Array(text.utf8)
    guard let first = text.first, bytes.count >= text.count, start >= bytes.startIndex else {
      return nil
    }
    var index = start
    while index <= bytes.endIndex - text.count {
      if bytes[index] == first, bytes[index..<index + text.count].elementsEqual(text) {
        return index
      }
      index += 1
    }
    return nil
  }
}
