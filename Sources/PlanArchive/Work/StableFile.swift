import Glibc
import PlanCorpus

/// Reads files that others may be changing.
enum StableFile {
  /// The bytes of the file at a path, and by what it is known again.
  ///
  /// A file that changes while it is read is read once more; then it is given up. One that is
  /// listed was there a moment ago.
  static func read(
    _ path: [UInt8], limit: Int, isListed: Bool = true
  ) throws(Outcome.Failure) -> (bytes: [UInt8], file: FileFacts) {
    for _ in 0..<2 {
      let file = open(path)
      guard file >= 0 else { throw failure(errno, isListed: isListed) }
      defer { close(file) }
      let before = try facts(file)
      guard before.bytes <= limit else { throw tooLarge(before, limit) }
      let bytes = try content(file, expecting: before.bytes, limit: limit, facts: before)
      if try facts(file) == before, bytes.count == before.bytes { return (bytes, before) }
    }
    throw Outcome.Failure(.changed, "it changes while it is read; convert it when it is at rest")
  }

  static func tooLarge(_ file: FileFacts, _ limit: Int) -> Outcome.Failure {
    Outcome.Failure(
      .tooLarge, "larger than \(limit) bytes; split it, or raise --max-bytes",
      file: file)
  }

  static func failure(_ code: Int32, isListed: Bool = true) -> Outcome.Failure {
    let message = SystemMessage.of(code)
    return switch code {
    case ENOENT, ENOTDIR:
      Outcome.Failure(
        .missing,
        "\(message); \(isListed ? "it went after it was listed" : "check the spelling of the path")"
      )
    case EACCES, EPERM: Outcome.Failure(.denied, "\(message); change its mode or owner")
    default: Outcome.Failure(.unreadable, "\(message); check the disk that it lies on")
    }
  }

  private static func open(_ path: [UInt8]) -> Int32 {
    unsafe (path + [0]).withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        // Not waiting: a pipe that took the place of a file would never open.
        unsafe text.baseAddress.map { unsafe Glibc.open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
          ?? -1
      }
    }
  }

  private static func facts(_ file: Int32) throws(Outcome.Failure) -> FileFacts {
    var facts = stat()
    guard unsafe fstat(file, &facts) == 0 else { throw failure(errno) }
    guard facts.st_mode & S_IFMT != S_IFDIR else {
      throw Outcome.Failure(.unreadable, "this is a folder; name the files in it")
    }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      throw Outcome.Failure(.unreadable, "no regular file, but a pipe or device; name a file")
    }
    return FileFacts(facts)
  }

  private static func content(
    _ file: Int32, expecting size: Int, limit: Int, facts: FileFacts
  ) throws(Outcome.Failure) -> [UInt8] {
    var code: Int32 = 0
    // One byte more, so that a file that grows is seen.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count <= size, let base = buffer.baseAddress {
        let got = unsafe Glibc.read(file, base + count, size + 1 - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    if code != 0 { throw failure(code) }
    return bytes
  }
}

extension FileFacts {
  /// The facts that the system tells.
  init(_ facts: stat) {
    let time = facts.st_mtim
    self.init(modified: time.tv_sec * 1_000_000_000 + time.tv_nsec, bytes: Int(facts.st_size))
  }
}
