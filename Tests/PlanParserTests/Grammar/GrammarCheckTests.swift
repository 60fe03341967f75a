import Testing

@testable import PlanParser

@Suite("Running examples")
struct GrammarCheckTests {
  /// What `check` says of a rule `r` with some example lines, the first of them line 4.
  private func check(_ pattern: String, _ examples: String, before: String = "") throws -> [String]
  {
    let source = "rule r\n  \(pattern)\n  yields noise\n\(examples)\n"
    let files = [
      GrammarFile(name: "t.grammar", bytes: Array((before + source).utf8))
    ]
    return try Grammar(files: files).check().map(\.description)
  }

  @Test("examples that hold are passed over in silence")
  func silent() throws {
    let examples = """
        example "Quý II"    quarter=II
        example "quý  IV "  quarter=IV
        refuse  "quý khách"
        refuse  "quý II/2026"
      """
    #expect(try check("line quý {quarter: <roman>}", examples) == [])
  }

  @Test("what does not hold is told")
  func told() throws {
    let examples = """
        example "Quý khách" quarter=II
        example "Quý II"
        example "Quý II" quater=II quarter=II
        example "Quý II" quarter=I
        refuse  "Quý II"
      """
    #expect(
      try check("line quý {quarter: <roman>}", examples) == [
        #"grammars/t.grammar:4:11: rule "r" does not match its example"#,
        "grammars/t.grammar:5:11: quarter=\"II\" is captured too; say so, or capture it no more",
        #"grammars/t.grammar:6:11: quater="II" is not captured"#,
        #"grammars/t.grammar:7:11: quarter="II" is captured, where the example says quarter="I""#,
        #"grammars/t.grammar:8:11: rule "r" matches what it should refuse"#,
      ])
  }

  @Test("values may be quoted, hold several words and come several times")
  func values() throws {
    let examples = """
        example "a  b  ; c \\"d\\"" x="a b" x="c \\"d\\""
      """
    #expect(try check(#"line {x: <any>{2}} ";" {x: <word> <mark> <word> <mark>}"#, examples) == [])
  }

  @Test("an example of a line rule that an earlier rule of the file takes is told")
  func taken() throws {
    let first = "rule first\n  line quý ...\n  yields noise\n  example \"quý\"\n"
    #expect(
      try check("line quý <roman>", "  example \"quý I\"", before: first) == [
        "grammars/t.grammar:8:11: the earlier rule \"first\" takes this example; "
          + "make it narrower or put it behind"
      ])
    #expect(try check("phrase quý <roman>", "  example \"quý I\"", before: first) == [])
  }

  @Test("a phrase is looked for anywhere in its example")
  func phrase() throws {
    #expect(
      try check("phrase quý {q: <roman>}", "  example \"xong trong quý II năm nay\" q=II") == [])
  }

  @Test("what nothing reads is told: names of values, their words, lists")
  func strangers() throws {
    let source = """
      rule a
        phrase quý
        yields time frm=quarter
        example "quý"
      rule b
        phrase <terms> kỳ
        yields time form=quater
        example "học kỳ"
      rule c
        phrase tháng
        yields kind code=XX
        example "tháng"
      rule d
        phrase năm
        yields noise form=year
        example "năm"
      """
    let lists = ["terms", "opening-verb"]
    let files =
      [GrammarFile(name: "t.grammar", bytes: Array(source.utf8))]
      + lists.map { GrammarFile(name: $0 + ".list", bytes: Array("học = x\n".utf8)) }
    let program = try Grammar.embedded()
    #expect(program.strangers(beside: program) == [])
    #expect(
      try Grammar(files: files).strangers(beside: program).map(\.description) == [
        "grammars/t.grammar:1:6: rule \"a\" yields time frm=quarter, but nothing reads \"frm\" there; "
          + "did you mean \"form\"?",
        "grammars/t.grammar:5:6: rule \"b\" yields time form=quater, but nothing knows \"quater\" for "
          + "\"form\"; did you mean \"quarter\"?",
        "grammars/t.grammar:13:6: rule \"d\" yields noise form=year, but nothing reads \"form\" there",
        "grammars/opening-verb.list:1:1: nothing reads the list \"opening-verb\"; did you mean "
          + "\"opening-verbs\"?",
      ])
  }
}
