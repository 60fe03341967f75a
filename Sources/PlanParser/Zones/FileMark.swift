import PlanModel
import PlanText

/// The file that a document was written in, as its typist notes it under the recipients.
extension PlanReader {
  /// How many characters such a note has at most.
  private static let fileWidth = 120

  /// Whether a line below the one that files names a file or a folder: "D:\\KH2026\\vesinh.doc",
  /// "hoa_kh12", "kehoach.docx".
  mutating func isFileMark(_ line: Line, _ ending: Ending) -> Bool {
    guard line.width <= PlanReader.fileWidth, line.tabs == 0, line.blanksBefore <= 1,
      ending.receiving, namesFile(line.content), let piece = ending.receivers.last?.pieces.last
    else { return false }
    return lineMatch(.archive, tokens(piece)) != nil
  }

  private func namesFile(_ span: ByteSpan) -> Bool {
    let text = bytes[span.start..<span.end]
    if text.count > 3, text[span.start + 1] == 0x3A, text[span.start + 2] == 0x5C { return true }
    guard !text.contains(0x20) else { return false }
    if text.contains(0x5C) || text.dropFirst().dropLast().contains(0x5F) { return true }
    let name = text.last == 0x2E ? text.dropLast() : text
    guard let dot = name.lastIndex(of: 0x2E), dot > span.start else { return false }
    return PlanReader.extensions.contains(
      String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased())
  }

  /// The ends of the names of files.
  private static let extensions: Set<String> = ["doc", "docx", "pdf", "xls", "xlsx", "odt", "rtf"]
}
