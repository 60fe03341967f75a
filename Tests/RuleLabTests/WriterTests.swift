import PlanCorpus
import PlanParser
import TestSupport
import Testing

@testable import RuleLab

/// What helps a person to write rules: trying, watching, comparing.
@Suite struct WriterTests {
  private let folder: TemporaryFolder
  private let rules = """
    rule a-heading
      line    mục đích
      yields  role role=purpose
      example "MỤC ĐÍCH"

    """

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func aPatternIsTriedOnEachLine() throws {
    let path = try folder.file("a.txt", "Trong Quý II/2026.\n\nQuý sau.\n")
    let trial = try PatternTrial(
      "quý {quarter: <roman>} \"/\" {year: <digits>}", kind: .phrase, files: [])
    #expect(
      try trial.matches(in: path)
        == ["\(path):1: Trong [Quý II/2026].\n    quarter = \"II\"\n    year = \"2026\"\n"])
    let line = try PatternTrial("quý ...", kind: .line, files: [])
    #expect(try line.matches(in: path) == ["\(path):3: [Quý] sau.\n"])
  }

  @Test func aFaultyPatternIsToldWhereItIsWrong() {
    let error = #expect(throws: GrammarErrors.self) {
      try PatternTrial("quý <quater>", kind: .phrase, files: [])
    }
    #expect(error?.errors.first?.file == "pattern")
    #expect(error?.errors.first?.line == 2)
    #expect(error?.errors.first?.column == "  phrase quý <q".count)
  }

  @Test func aWatchTellsWhatASaveChanges() throws {
    let document = try folder.file("plan.txt", "KẾ HOẠCH\nI. MỤC ĐÍCH\n- Một.\n")
    let grammars = folder.path + "/g"
    try FileSystem.makeFolder(grammars)
    _ = try folder.file("g/a.grammar", rules)
    var watch = GrammarWatch(folder: grammars, document: document)
    let first = watch.look()
    #expect(first?.contains("watching") == true)
    let second = watch.look()
    #expect(second == nil)
    _ = try folder.file("g/a.grammar", rules.replacing("role=purpose", with: "role=scope"))
    let change = watch.look() ?? ""
    #expect(change.contains("-  § I [I] purpose \"MỤC ĐÍCH\" {a-heading}"))
    #expect(change.contains("+  § I [I] scope \"MỤC ĐÍCH\" {a-heading}"))
    _ = try folder.file("g/a.grammar", rules.replacing("yields", with: "yield"))
    let fault = watch.look()
    #expect(fault?.contains("did you mean \"yields\"?") == true)
  }

  @Test func changesAreToldByRule() async throws {
    try FileSystem.makeFolder(folder.path + "/spec")
    try FileSystem.makeFolder(folder.path + "/plans")
    try FileSystem.makeFolder(folder.path + "/plans/one")
    _ = try folder.file("plans/one/input.txt", "KẾ HOẠCH\nI. MỤC ĐÍCH\n- Một.\n")
    let old = try Grammar(files: [GrammarFile(name: "a.grammar", bytes: Array(rules.utf8))])
    let other = rules.replacing("role=purpose", with: "role=scope")
    let new = try Grammar(files: [GrammarFile(name: "a.grammar", bytes: Array(other.utf8))])
    let corpus = Corpus(folder: folder.path, grammar: old)
    let silent = Progress(done: "", isShown: false)
    let same = try await Laboratory.changes(
      in: corpus, old: old, new: old, jobs: 1, progress: silent)
    #expect(same.isEmpty)
    let report = try await Laboratory.changes(
      in: corpus, old: old, new: new, jobs: 1, progress: silent)
    #expect(report.text.hasPrefix("a-heading section: +1 -1\n  plans/one:2\n      I. MỤC ĐÍCH\n"))
    #expect(report.text.hasSuffix("1 gained, 1 lost in 1 documents and cases\n"))
    #expect(report.markdown.contains("| `a-heading` | section | 1 | 1 |"))
    #expect(report.markdown.contains("- section § [I] purpose \"MỤC ĐÍCH\"\n"))
  }
}
