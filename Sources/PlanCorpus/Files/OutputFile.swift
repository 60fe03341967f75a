import Glibc

/// A file that is written whole or not at all.
///
/// The bytes go to a temporary file beside the place; `commit` gives it the final name. What is
/// not committed is removed. A place that is no regular file (`/dev/null`, a pipe) is written to
/// directly.
package struct OutputFile: ~Copyable {
  private let path: String
  private let temporary: String?
  private let stream: ByteStream
  private var isOpen = true
  private var isInPlace = false

  /// Opens a temporary file: beside `path`, or at a place of its own on the same file system.
  package init(_ path: String, through place: String? = nil) throws(CorpusError) {
    self.path = path
    var facts = stat()
    if unsafe stat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFREG {
      if facts.st_mode & S_IFMT == S_IFDIR { throw .notWritable(path: path, code: EISDIR) }
      let file = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { throw .notWritable(path: path, code: errno) }
      temporary = nil
      stream = ByteStream(file, name: path)
      return
    }
    let beside = place ?? path + ".\(getpid()).partial"
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    let file = unsafe open(beside, flags, 0o666)
    guard file >= 0 else { throw .notWritable(path: path, code: errno) }
    temporary = beside
    stream = ByteStream(file, name: path)
  }

  /// Adds bytes at the end.
  package mutating func write(_ bytes: [UInt8]) throws(CorpusError) {
    try stream.write(bytes)
  }

  /// Closes the file and puts it in its place.
  package consuming func commit() throws(CorpusError) {
    let closed = close(stream.file) == 0
    let code = errno
    isOpen = false
    guard closed else { throw .notWritable(path: path, code: code) }
    guard let temporary else { return }
    if unsafe rename(temporary, path) != 0 { throw .notWritable(path: path, code: errno) }
    isInPlace = true
  }

  deinit {
    if isOpen { close(stream.file) }
    if !isInPlace, let temporary { unsafe unlink(temporary) }
  }

  /// Writes all of a file at once.
  package static func write(
    _ bytes: [UInt8], to path: String, through place: String? = nil
  ) throws(CorpusError) {
    var file = try OutputFile(path, through: place)
    try file.write(bytes)
    try file.commit()
  }
}
