import CProcess

/// A folder for one document and the programs that read it; it goes when the value goes.
///
/// One of a process that was killed goes when the next one is made.
struct TemporaryFolder: ~Copyable {
  /// Its absolute path.
  let path: String

  /// Makes a folder where temporary files go.
  init(for format: DocumentFormat) throws(FormatError) {
    let size = 4096
    let made = unsafe [CChar](unsafeUninitializedCapacity: size) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      if unsafe cprocess_make_folder(start, size) == 1 {
        count = unsafe buffer.firstIndex(of: 0) ?? 0
      }
    }
    guard !made.isEmpty else {
      throw .failed(format, program: "mkdtemp", what: "no temporary folder can be made")
    }
    path = String(decoding: made.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { unsafe cprocess_remove_folder(path) }

  /// Writes a file, and gives its path.
  func write(_ bytes: [UInt8], as name: String, of format: DocumentFormat) throws(FormatError)
    -> String
  {
    let file = path + "/" + name
    guard unsafe cprocess_write(file, bytes, bytes.count) == 1 else {
      throw .failed(format, program: "write", what: "the temporary file cannot be written")
    }
    return file
  }

  /// The bytes of a file that a program left; `nil` when there is none of at most `limit` bytes.
  func read(_ name: String, limit: Int) -> [UInt8]? {
    var length = 0
    guard let bytes = unsafe cprocess_read(path + "/" + name, limit, &length) else { return nil }
    defer { unsafe cprocess_drop(bytes) }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: length))
  }

  /// Removes a file.
  func remove(_ name: String) { unsafe cprocess_remove_folder(path + "/" + name) }
}
