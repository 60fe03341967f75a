import CProcess

/// A program of the system that reads what is not read here.
struct Program: Equatable, Sendable {
  /// The name of its file.
  let name: String
  /// Debian's name of the package that it comes in.
  let package: String

  /// Its absolute path; `nil` when it is not installed.
  func find() -> String? {
    let size = 4096
    let path = unsafe [CChar](unsafeUninitializedCapacity: size) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      if unsafe cprocess_find(name, start, size) == 1 {
        count = unsafe buffer.firstIndex(of: 0) ?? 0
      }
    }
    return path.isEmpty ? nil : String(decoding: path.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Its absolute path.
  ///
  /// - Throws: `FormatError.missing` when it is not installed.
  func path(for format: DocumentFormat) throws(FormatError) -> String {
    guard let path = find() else {
      throw .missing(format, program: name, package: package)
    }
    return path
  }
}
