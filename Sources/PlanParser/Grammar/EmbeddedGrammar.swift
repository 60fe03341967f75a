import CGrammars

extension Grammar {
  /// The grammar that the program carries.
  public static func embedded() throws(GrammarErrors) -> Grammar {
    try Grammar(canonical: embeddedFiles())
  }

  /// The files that the program carries; their text is canonical.
  package static func embeddedFiles() -> [GrammarFile] {
    (0..<kehoach_grammar_file_count()).map { index in
      let file = unsafe kehoach_grammar_file_at(index)
      return unsafe GrammarFile(
        name: String(cString: file.name),
        carried: CarriedBytes(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
  }
}

/// Constant bytes of the program.
///
/// They stand there as long as it runs and nobody writes them, so that threads may share them.
@safe
struct CarriedBytes: @unchecked Sendable {
  private let bytes: UnsafeBufferPointer<UInt8>

  @unsafe
  init(_ bytes: UnsafeBufferPointer<UInt8>) { unsafe self.bytes = bytes }

  var count: Int { unsafe bytes.count }

  var copy: [UInt8] { unsafe Array(bytes) }

  /// A stretch of them as text; it must lie in them.
  func text(_ range: Range<Int>) -> String {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a stretch of the file")
    return unsafe String(decoding: bytes[range], as: UTF8.self)
  }
}
