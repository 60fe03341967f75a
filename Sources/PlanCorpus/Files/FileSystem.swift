import Glibc

/// Reading files and folders: the one place that asks the system for them.
package enum FileSystem {
  /// The most bytes that are read of one file: 1 GiB.
  package static let readLimit = 1 << 30

  /// The bytes of a file.
  package static func read(
    _ path: String, limit: Int = readLimit
  ) throws(CorpusError) -> [UInt8] {
    let file = try opened(path)
    defer { close(file) }
    var facts = stat()
    guard unsafe fstat(file, &facts) == 0 else { throw failure(path, errno) }
    if facts.st_mode & S_IFMT == S_IFDIR { throw .folder(path: path) }
    if facts.st_size > limit { throw .tooLarge(path: path, limit: limit) }
    return try read(file, expecting: Int(facts.st_size), path: path, limit: limit)
  }

  private static func opened(_ path: String) throws(CorpusError) -> Int32 {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if file >= 0 { return file }
    let code = errno
    if code == ENOENT, let name = OddName.bytes(of: path) {
      let text = name.map { CChar(bitPattern: $0) } + [0]
      let file = unsafe open(text, O_RDONLY | O_CLOEXEC)
      if file >= 0 { return file }
    }
    throw failure(path, code)
  }

  /// Everything that stands on the standard input.
  package static func readStandardInput(limit: Int = readLimit) throws(CorpusError) -> [UInt8] {
    try read(STDIN_FILENO, expecting: 0, path: standardInputName, limit: limit)
  }

  private static let standardInputName = "standard input"

  /// Whether a file or folder of that name exists.
  package static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  /// Whether the path is a folder.
  package static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return unsafe stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted by their bytes, without hidden ones.
  package static func names(in folder: String) throws(CorpusError) -> [String] {
    guard let stream = unsafe opendir(folder) else {
      let code = errno
      throw code == ENOTDIR && exists(folder) ? .file(path: folder) : failure(folder, code)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { bytes in
          unsafe String(cString: bytes)
        }
      }
      if !name.utf8.starts(with: ".".utf8) { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes a folder unless it is there; the one above it must exist.
  package static func makeFolder(_ path: String) throws(CorpusError) {
    if unsafe mkdir(path, 0o777) == 0 { return }
    let code = errno
    if code == EEXIST, isFolder(path) { return }
    throw .notWritable(path: path, code: code)
  }

  /// Reads an open file to its end: in one piece when its size is known and true.
  private static func read(
    _ file: Int32, expecting size: Int, path: String, limit: Int
  ) throws(CorpusError) -> [UInt8] {
    // One byte more than expected, so that the end is met without growing the array.
    var (bytes, ended) = try piece(file, max(size + 1, 1 << 16), path)
    // Pieces are put together when all are there: what is refused is never in memory twice.
    var pieces: [[UInt8]] = []
    var count = bytes.count
    while !ended, count <= limit {
      let (more, last) = try piece(file, min(max(count / 2, 1 << 16), limit + 1 - count), path)
      pieces.append(more)
      count += more.count
      ended = last
    }
    if count > limit { throw .tooLarge(path: path, limit: limit) }
    if pieces.isEmpty { return bytes }
    bytes.reserveCapacity(count)
    for piece in pieces { bytes += piece }
    return bytes
  }

  /// Up to `room` bytes, and whether the file ended with them.
  private static func piece(
    _ file: Int32, _ room: Int, _ path: String
  ) throws(CorpusError) -> (bytes: [UInt8], ended: Bool) {
    var code: Int32 = 0
    var ended = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      while count < room {
        let got = unsafe Glibc.read(file, base + count, room - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          ended = true
          return
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    if code != 0 { throw failure(path, code) }
    return (bytes, ended)
  }

  private static func failure(_ path: String, _ code: Int32) -> CorpusError {
    switch code {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EACCES, EPERM: .denied(path: path)
    case EISDIR where path == standardInputName: .unfit(path: path, why: "a folder, not a file")
    case EISDIR: .folder(path: path)
    default: .failed(path: path, code: code)
    }
  }
}
