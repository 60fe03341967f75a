import Glibc

/// An open file that takes bytes one piece after the other.
package struct ByteStream: Sendable {
  let file: Int32
  private let name: String

  /// The standard output.
  package static let standardOutput = ByteStream(STDOUT_FILENO, name: standardOutputName)
  /// The standard error.
  package static let standardError = ByteStream(STDERR_FILENO, name: "standard error")

  static let standardOutputName = "standard output"

  init(_ file: Int32, name: String) {
    self.file = file
    self.name = name
  }

  /// Whether a person is looking at it.
  package var isTerminal: Bool { isatty(file) == 1 }

  /// How many characters a line of the terminal holds; `nil` when it is none.
  package var columns: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    let answer = unsafe ioctl(file, UInt(TIOCGWINSZ), &size)
    return answer == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  /// Writes all of the bytes.
  package func write(_ bytes: [UInt8]) throws(CorpusError) {
    var code: Int32 = 0
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      var written = 0
      while written < buffer.count {
        let count = unsafe Glibc.write(file, base + written, buffer.count - written)
        if count >= 0 {
          written += count
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    if code == EPIPE { throw .brokenPipe }
    if code != 0 { throw .notWritable(path: name, code: code) }
  }

  /// Writes the bytes of a text.
  package func write(_ text: String) throws(CorpusError) {
    try write(Array(text.utf8))
  }

  /// Makes a closed pipe, and a file that may not grow, an error of `write` and not the end of the
  /// process.
  package static func reportFailures() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }
}
