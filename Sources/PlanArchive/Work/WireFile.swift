import Glibc

/// An open pipe on which frames come or go.
struct WireFile {
  let file: Int32

  /// Writes all of a frame; whether the other side took it.
  func write(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count, let base = buffer.baseAddress {
        let count = unsafe Glibc.write(file, base + written, buffer.count - written)
        if count > 0 {
          written += count
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }

  /// The next frame, waited for; `nil` when the other side has closed the pipe, or garbled it.
  func read() -> [UInt8]? {
    guard let head = piece(8) else { return nil }
    let length = WireReader.integer(head, at: 0)
    guard length >= 0, length <= 1 << 32 else { return nil }
    return piece(length)
  }

  private func piece(_ length: Int) -> [UInt8]? {
    var isWhole = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      while count < length, let base = buffer.baseAddress {
        let got = unsafe Glibc.read(file, base + count, length - count)
        if got > 0 {
          count += got
        } else if got == 0 || errno != EINTR {
          isWhole = false
          return
        }
      }
    }
    return isWhole ? bytes : nil
  }
}
