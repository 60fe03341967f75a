import Glibc

/// The system's words for an error number.
package enum SystemMessage {
  /// "No such file or directory" and its like, in lower case at the start.
  package static func of(_ code: Int32) -> String {
    guard let words = unsafe strerror(code) else { return "error \(code)" }
    let message = unsafe String(cString: words)
    return message.prefix(1).lowercased() + message.dropFirst()
  }
}
