import Glibc

/// By which two paths are seen to be one file or folder, however they are written.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt
  private let node: UInt
  /// Whether it is a file with bytes of its own: no folder, pipe or device.
  package let isFile: Bool

  /// The identity of what stands at a path, behind links; `nil` when nothing does.
  package init?(_ path: String) {
    self.init(bytes: Array(path.utf8))
  }

  /// As of a path, of one whose name may be any bytes.
  package init?(bytes path: [UInt8]) {
    var facts = stat()
    let text = path.map { CChar(bitPattern: $0) } + [0]
    guard unsafe stat(text, &facts) == 0 else { return nil }
    self.init(facts)
  }

  /// What the standard input is read from.
  package static var standardInput: FileIdentity? {
    var facts = stat()
    return unsafe fstat(STDIN_FILENO, &facts) == 0 ? FileIdentity(facts) : nil
  }

  private init(_ facts: stat) {
    device = UInt(facts.st_dev)
    node = UInt(facts.st_ino)
    isFile = facts.st_mode & S_IFMT == S_IFREG
  }
}
