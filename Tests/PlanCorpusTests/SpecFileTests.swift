import PlanCorpus
import Testing

/// The notation of literate specifications.
@Suite struct SpecFileTests {
  @Test func aCaseIsInputAndTree() throws {
    let file = try SpecFile("prose\n\n```\na\n\tb\n.\ntree\n```\n", path: "x.md")
    #expect(file.cases.map(\.line) == [3])
    #expect(file.cases.map(\.input) == ["a\n\tb\n"])
    #expect(file.cases.map(\.expected) == ["tree\n"])
    #expect(file.cases.map(\.view) == [.fragment])
  }

  @Test func aLongerFenceHoldsFences() throws {
    let file = try SpecFile("````lines\n```\na\n```\n.\n````\n", path: "x.md")
    #expect(file.cases.map(\.input) == ["```\na\n```\n"])
    #expect(file.cases.map(\.expected) == [""])
    #expect(file.cases.map(\.view) == [.lines])
  }

  @Test func treesAreReplacedAndTheRestStays() throws {
    let text = "p\n```\na\n.\nold\n```\nq\n```\nb\n.\n```\nr"
    let file = try SpecFile(text, path: "x.md")
    #expect(file.text(expecting: [nil, nil]) == text)
    #expect(
      file.text(expecting: ["new\nnewer\n", "tree\n"])
        == "p\n```\na\n.\nnew\nnewer\n```\nq\n```\nb\n.\ntree\n```\nr")
    #expect(file.text(expecting: ["", nil]) == "p\n```\na\n.\n```\nq\n```\nb\n.\n```\nr")
  }

  @Test(arguments: [
    ("```\na\n.\n", "x.md:1: the fence is not closed"),
    ("\n```\na\n```\n", "x.md:2: a lone full stop must end the input"),
    ("```swift\na\n.\n```\n", "x.md:1: no view is called swift"),
  ])
  func mistakesHaveTheirLine(_ text: String, _ message: String) {
    let error = #expect(throws: CorpusError.self) { try SpecFile(text, path: "x.md") }
    #expect(error?.description.hasPrefix(message) == true)
  }
}
