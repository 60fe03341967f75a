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
        bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
  }
}
