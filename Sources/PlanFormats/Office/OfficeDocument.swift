import PlanText

/// Reads files of older office programs through LibreOffice, which saves them anew.
enum OfficeDocument {
  static let soffice = Program(name: "soffice", package: "libreoffice-writer")

  /// The format of a file of an older office program; `nil` for another file.
  static func format(of bytes: [UInt8]) -> DocumentFormat? {
    if bytes.starts(with: Array("{\\rtf".utf8)) { return .rtf }
    // Word 2003 saved whole documents as XML, often under the name of its own format.
    let head = bytes.prefix(1 << 12)
    if ByteText.contains(head, "<?xml"), ByteText.contains(head, "<w:wordDocument") { return .doc }
    return isPackage(bytes) ? .doc : nil
  }

  /// Whether bytes begin as a package of the years before XML, a "compound file" (MS-CFB).
  private static func isPackage(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  }

  /// Whether the header of such a package tells the order of its bytes and the size of its sectors:
  /// soffice takes other files for text.
  private static func hasHeader(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 512 && bytes[28] == 0xFE && bytes[29] == 0xFF && bytes[31] == 0
      && (bytes[30] == 9 || bytes[30] == 12)
  }

  /// The text of a file.
  static func open(_ bytes: [UInt8], as format: DocumentFormat) throws(FormatError)
    -> OpenedDocument
  {
    guard format == .rtf else {
      guard !isPackage(bytes) || hasHeader(bytes) else {
        throw .damaged(format, what: "its header is none of a document")
      }
      return try convert(bytes, as: format)
    }
    let plain = RichText.withLabels(RichText.withOpenFrames(RichText.withoutMarks(bytes)))
    do {
      return try convert(plain, as: format)
    } catch {
      // One picture that soffice does not know loses it the whole document.
      guard case .damaged = error, let bare = RichText.withoutPictures(plain) else { throw error }
      return try convert(bare, as: format)
    }
  }

  /// The text of a file as soffice saves it anew.
  private static func convert(
    _ bytes: [UInt8], as format: DocumentFormat
  ) throws(FormatError) -> OpenedDocument {
    let program = try soffice.path(for: format)
    let folder = try TemporaryFolder(for: format)
    let file = try folder.write(bytes, as: "document.\(format == .rtf ? "rtf" : "doc")", of: format)
    let run = ProgramRun(
      program: program,
      arguments: [
        "--headless", "--norestore", "--nolockcheck", "--nodefault",
        "-env:UserInstallation=file://\(folder.path)/profile",
        "--convert-to", "docx", "--outdir", "\(folder.path)/out", file,
      ],
      limits: .init(seconds: 120, memory: 0))
    if case .failure(let failure) = ProgramRun.printed(by: [run], in: folder)[0] {
      throw failure.told(of: soffice, format)
    }
    guard let saved = folder.read("out/document.docx", limit: 1 << 28) else {
      throw .damaged(format, what: "soffice found no document in it")
    }
    var opened = try WordDocument.open(saved)
    opened.format = format
    // The file was saved anew by another program than its own.
    opened.producer = nil
    return opened
  }
}
