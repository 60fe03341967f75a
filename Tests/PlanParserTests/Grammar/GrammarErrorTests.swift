import Testing

@testable import PlanParser

/// A faulty grammar and what is said of it.
struct FaultyGrammar: Sendable, CustomTestStringConvertible {
  var name: String
  var source: String
  var errors: [String]
  var testDescription: String { name }

  init(_ name: String, _ source: String, _ errors: String...) {
    self.name = name
    self.source = source
    self.errors = errors.map { "grammars/bad.grammar:" + $0 }
  }

  /// A rule of one pattern, which begins in line 2 at column 8, and `more` from line 5 on.
  static func line(
    _ name: String, _ pattern: String, _ errors: String..., with more: String = ""
  ) -> FaultyGrammar {
    var fault = FaultyGrammar(
      name, "rule r\n  line \(pattern)\n  yields noise\n  example \"x\"\n\(more)\n")
    fault.errors = errors.map { "grammars/bad.grammar:" + $0 }
    return fault
  }
}

@Suite("Faults of grammar files")
struct GrammarErrorTests {
  static let layout: [FaultyGrammar] = [
    FaultyGrammar(
      "unknown keyword", "ruel x\n  line a\n",
      "1:1: unknown word \"ruel\"; did you mean \"rule\"?"),
    FaultyGrammar(
      "indented without owner", "  line a\n",
      "1:3: an indented line belongs to nothing; begin it at the margin"),
    FaultyGrammar("no name", "rule\n  line a\n", "1:5: a rule needs a name"),
    FaultyGrammar(
      "bad name", "rule Số\n",
      "1:6: \"Số\" is no name; write small letters, digits and hyphens, a letter first"),
    FaultyGrammar(
      "text after name", "rule a line b\n",
      "1:8: nothing may follow a rule's name; its fields stand indented under it"),
    FaultyGrammar(
      "unknown field", "rule r\n  line a\n  yields noise\n  exmaple \"a\"\n",
      "4:3: unknown field \"exmaple\"; did you mean \"example\"?"),
    FaultyGrammar(
      "nothing in a rule", "rule r\n",
      "1:6: rule \"r\" has no \"line\" or \"phrase\"; say what it matches",
      "1:6: rule \"r\" has no \"yields\"; say what a match means",
      "1:6: rule \"r\" has no \"example\"; give a text that it matches"),
    FaultyGrammar(
      "only refused", "rule r\n  line a\n  yields noise\n  refuse \"b\"\n",
      "1:6: rule \"r\" has no \"example\"; give a text that it matches"),
    FaultyGrammar(
      "line and phrase", "rule r\n  line a\n  phrase b\n  yields noise\n  example \"a\"\n",
      "3:10: rule \"r\" matches a line already; make a second rule of this"),
    FaultyGrammar(
      "unknown meaning", "rule r\n  line a\n  yields nubmer\n  example \"a\"\n",
      "3:10: unknown meaning \"nubmer\"; did you mean \"number\"?"),
    FaultyGrammar(
      "two meanings", "rule r\n  line a\n  yields note\n  yields noise\n  example \"a\"\n",
      "4:10: a rule yields one meaning"),
    FaultyGrammar(
      "bad value", "rule r\n  line a\n  yields kind KH\n  example \"a\"\n",
      "3:15: write name=value or name=\"a value\""),
    FaultyGrammar(
      "value twice", "rule r\n  line a\n  yields kind code=KH code=QĐ\n  example \"a\"\n",
      "3:23: \"code\" has a value already"),
    FaultyGrammar(
      "bad case", "rule r\n  line a\n  case lower\n  yields kind\n  example \"a\"\n",
      "3:8: write \"case upper\" or \"case capital\""),
    FaultyGrammar(
      "example without quotes", "rule r\n  line a\n  yields kind\n  example a\n",
      "4:11: an example is a text in quotes"),
    FaultyGrammar(
      "refusal with captures",
      "rule r\n  line a\n  yields kind\n  example \"a\"\n  refuse \"b\" x=1\n",
      "5:14: a text that is refused captures nothing"),
    FaultyGrammar(
      "rule twice",
      """
      rule r
        line a
        yields noise
        example "a"

      rule r
        line b
        yields noise
        example "b"
      """,
      "6:6: rule \"r\" stands in grammars/bad.grammar:1 already; rename one of them"),
    FaultyGrammar(
      "list without entries", "list units\n", "1:6: list \"units\" has no entry"),
    FaultyGrammar(
      "entry twice", "list units\n  ha\n  HA = hecta\n",
      "3:3: this entry stands here already, with the value \"ha\""),
    FaultyGrammar(
      "entry without value", "list units\n  ha =\n",
      "2:3: write an entry as \"words\" or \"words = value\""),
    FaultyGrammar("bytes", "\0", "1:1: " + binaryMessage),
  ]

  private static let binaryMessage =
    "a binary file, not text (control bytes at offset 0); "
    + "save the document as plain text in UTF-8"

  static let patterns: [FaultyGrammar] = [
    .line(
      "unknown capture", "{quater}",
      "2:9: unknown field {quater}; did you mean {quarter}?", with: "pattern quarter = quý"),
    .line("unknown class", "<digit>", "2:9: unknown pattern <digit>; did you mean <digits>?"),
    .line("quotes open", "\"a", "2:8: the quotes are never closed on this line"),
    .line("quotes empty", "\" \"", "2:8: the quotes hold no word"),
    .line("group open", "a (b", "2:10: \"(\" is never closed; write \")\""),
    .line("capture open", "{a: b", "2:8: \"{\" is never closed; write \"}\""),
    .line(
      "closing alone", "a ) b", "2:10: \")\" closes nothing; a mark of the document is quoted"),
    .line(
      "repeat alone", "+ a",
      "2:8: \"+\" has nothing before it to repeat; a mark of the document is quoted"),
    .line("repeat of glue", "a ~*", "2:11: only what matches words can be repeated"),
    .line(
      "bounds turned", "a{4,2}", "2:9: write how often as {2,4} or {3}, at most 256 times"),
    .line(
      "bounds too large", "a{99999999999999999999}",
      "2:9: write how often as {2,4} or {3}, at most 256 times"),
    .line(
      "empty alternative", "(a | ) b",
      "2:13: nothing to match here; write a word, a {capture} or a <class>"),
    .line("capture without name", "{: a}", "2:9: a capture needs a name: {name}"),
    .line(
      "less than", "a < b", "2:10: write <name>; the mark \"<\" of the document is quoted"),
    .line("nothing certain", "a? b*", "1:6: " + nothing),
    .line("anything at all", "...", "1:6: " + nothing),
    .line(
      "too large", "((<any>{256}){256}){256}",
      "1:6: rule \"r\" comes to more than 200000 steps; repeat less or name fewer alternatives"),
    .line(
      "brackets too deep", String(repeating: "(", count: 100_000),
      "2:41: brackets nest more than 32 deep; name the parts"),
    .line(
      "pattern of itself", "<a>", "5:9: a pattern cannot use itself: <a> → <b> → <c> → <a>",
      with: "pattern a = x <b>\npattern b = y | <c>\npattern c = <a>"),
    .line(
      "name of a class", "a", "5:9: \"word\" is a class of tokens; give the pattern another name",
      with: "pattern word = x"),
    .line(
      "name twice", "<a>",
      "6:6: \"a\" stands in grammars/bad.grammar:5 already; rename one of them",
      with: "pattern a = x\nlist a\n  y"),
    .line(
      "pattern without =", "<a>", "5:11: a pattern needs a \"=\" after its name",
      with: "pattern a x"),
  ]

  private static let nothing =
    "rule \"r\" matches where nothing stands; make one word of it certain"

  @Test("they are told with line, column and remedy", arguments: layout + patterns)
  func told(_ fault: FaultyGrammar) {
    let file = GrammarFile(name: "bad.grammar", bytes: Array(fault.source.utf8))
    let errors = #expect(throws: GrammarErrors.self) { try Grammar(files: [file]) }
    #expect(errors?.description == fault.errors.joined(separator: "\n"))
  }

  @Test("a chain of sub-patterns has a limit")
  func chain() {
    var source = "pattern a0 = x\n"
    for index in 1...10_000 { source += "pattern a\(index) = <a\(index - 1)>\n" }
    let backwards = source.split(separator: "\n").reversed().joined(separator: "\n")
    for text in [source, backwards] {
      let errors = #expect(throws: GrammarErrors.self) {
        try Grammar(files: [GrammarFile(name: "bad.grammar", bytes: Array(text.utf8))])
      }
      #expect(
        errors?.errors.map(\.message) == ["more than 32 patterns use each other in a chain"])
    }
  }

  private func faults(_ files: (name: String, text: String)...) -> [String] {
    let errors = #expect(throws: GrammarErrors.self) {
      try Grammar(files: files.map { GrammarFile(name: $0.name, bytes: Array($0.text.utf8)) })
    }
    return errors?.errors.map(\.description) ?? []
  }

  @Test("a file that cannot be read is told alone, with its line")
  func unreadable() {
    let user = "rule r\n  line <long>\n  yields noise\n  example \"x\"\n"
    #expect(
      faults(("a.grammar", user), ("b.grammar", "pattern long = dài\n# \0\n")) == [
        "grammars/b.grammar:2:3: a binary file, not text (control bytes at offset 22); "
          + "save the document as plain text in UTF-8"
      ])
  }

  @Test("a message repeats no long word")
  func longWords() {
    let long = String(repeating: "dài", count: 100_000)
    let told = faults(("a.grammar", "\(long)\n"))
    #expect(told.count == 1)
    #expect(
      told.first?.hasPrefix("grammars/a.grammar:1:1: unknown word \"\(long.prefix(39))…\"; ")
        == true)
    let entry = "x = " + String(repeating: "một ", count: 50_000) + "\n"
    #expect(faults(("a.list", entry + entry)).allSatisfy { $0.count < 600 })
  }

  @Test("what no pattern is called has to be written")
  func unknownPattern() {
    let rule =
      "rule r\n  line <zzzzzzzz>\n  yields noise\n  example \"x\"\npattern one = một\n"
    #expect(
      faults(("a.grammar", rule)) == [
        "grammars/a.grammar:2:9: unknown pattern <zzzzzzzz>; "
          + "define it with \"pattern zzzzzzzz = …\""
      ])
  }

  @Test("faults of all files come together, in the order of files and lines")
  func together() {
    let errors = #expect(throws: GrammarErrors.self) {
      try Grammar(files: [
        GrammarFile(name: "b.list", bytes: []),
        GrammarFile(name: "c.txt", bytes: []),
        GrammarFile(name: "a.grammar", path: "here/a.grammar", bytes: Array("x\nrule\n".utf8)),
      ])
    }
    #expect(
      errors?.errors.map(\.description) == [
        "grammars/b.list:1:1: list \"b\" has no entry",
        "grammars/c.txt:1:1: unknown kind of file; a grammar's files end in .grammar or .list",
        "here/a.grammar:1:1: unknown word \"x\"; known are \"rule\", \"pattern\", \"list\"",
        "here/a.grammar:2:5: a rule needs a name",
      ])
  }
}
