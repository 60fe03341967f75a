/// A form in which one file holds many documents, told by its name.
enum PackedForm: Sendable {
  /// ZIP or tar, the latter plain or packed once more.
  case archive
  /// A line of JSON per document.
  case lines

  /// The form of the file at a path, or `nil` when it is a document.
  init?(_ path: [UInt8]) {
    let name = String(decoding: path.suffix(16), as: UTF8.self).lowercased()
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
      self = .lines
      return
    }
    let endings = [
      ".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".tar.zst",
    ]
    guard endings.contains(where: name.hasSuffix) else { return nil }
    self = .archive
  }
}
