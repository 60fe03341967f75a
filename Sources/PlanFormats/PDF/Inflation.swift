import CArchive

/// Unpacks data in the format of zlib (RFC 1950), as the streams of PDF files have it.
enum Inflation {
  /// Unpacks data that begins with a slice; what stands behind its end is left alone.
  ///
  /// - Returns: The data; `nil` if it is damaged or longer than `limit`.
  static func unpack(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    guard bytes.count > 2, let first = bytes.first, first & 0x0F == 8 else { return nil }
    return unsafe bytes.withUnsafeBufferPointer { packed in
      var count = 0
      guard
        let data = unsafe carchive_inflate(packed.baseAddress, packed.count, limit, &count)
      else { return nil }
      defer { unsafe carchive_free(data) }
      return unsafe Array(UnsafeBufferPointer(start: data, count: count))
    }
  }
}
