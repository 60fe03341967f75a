import Foundation
import PlanCorpus
import TestSupport
import Testing

/// Names, acceptance and known bugs, on a corpus of its own.
@Suite struct CorpusTests {
  private let folder: TemporaryFolder
  private let corpus: Corpus

  init() throws {
    folder = try TemporaryFolder()
    for name in ["spec", "plans", "plans/one", "plans/two.bug"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/" + name, withIntermediateDirectories: true)
    }
    _ = try folder.file("spec/bullets.md", "# Bullets\n\n```\n- Một.\n.\n```\n\nEnd.\n")
    _ = try folder.file("plans/one/input.txt", "KẾ HOẠCH\nI. MỤC ĐÍCH\n- Một.\n")
    _ = try folder.file("plans/two.bug/input.txt", "KẾ HOẠCH\nI. MỤC ĐÍCH\n- Hai.\n")
    corpus = Corpus(folder: folder.path, grammar: Repository.grammar)
  }

  private func differences(_ names: String...) throws -> [Corpus.Difference] {
    try corpus.entries(named: names).flatMap { try corpus.check($0) }
  }

  private func accept(_ names: String...) throws -> [String] {
    try corpus.entries(named: names).flatMap { try corpus.accept($0) }
      .map { String($0.dropFirst(folder.path.count + 1)) }
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
  }

  @Test func namesSelectEntries() throws {
    let all = ["spec/bullets", "plans/one", "plans/two.bug", "plans/summary"]
    #expect(try corpus.entries().map(\.name) == all)
    for name in ["one", "plans/one", "plans/one/", folder.path + "/plans/one"] {
      #expect(try corpus.entries(named: [name]).map(\.name) == ["plans/one"])
    }
    let one = try corpus.entries(named: ["spec/bullets:3"])
    #expect(one.map(\.name) == ["spec/bullets"])
    #expect(one.map(\.line) == [3])
    let error = #expect(throws: CorpusError.self) { try corpus.entries(named: ["three"]) }
    #expect(error?.description.contains("nothing in the corpus is called three") == true)
  }

  @Test func whatIsNotAcceptedDiffers() throws {
    let spec = try differences("spec/bullets")
    #expect(spec.count == 1)
    #expect(spec.first?.place == folder.path + "/spec/bullets.md:3")
    #expect(spec.first?.remedy == "to accept: kehoach corpus accept spec/bullets:3")
    #expect(spec.first?.detail.contains("+++ now") == true)
    #expect(try differences("plans/one").count == 3)
    #expect(try differences("plans/summary").count == 1)
  }

  @Test func theRulesBehindADifferenceAreTold() throws {
    _ = try folder.file(
      "spec/roles.md", "```\nI. MỤC ĐÍCH\n.\nbody\n  § I [I] scope \"MỤC ĐÍCH\"\n```\n")
    let found = try #require(try differences("spec/roles").first)
    #expect(found.rules.contains("made by: role-purpose\n"))
    #expect(found.rules.contains("where lines are lost, there match: "))
    #expect(found.description.contains(found.rules + found.remedy))
  }

  @Test func acceptWritesWhatCheckExpects() throws {
    #expect(try accept("spec/bullets") == ["spec/bullets.md"])
    let spec = try read("spec/bullets.md")
    #expect(spec.hasPrefix("# Bullets\n\n```\n- Một.\n.\n"))
    #expect(spec.hasSuffix("\n```\n\nEnd.\n"))
    #expect(spec.contains("\"Một.\""))
    #expect(try differences("spec/bullets").isEmpty)
    let files = ["plans/one/plan.tree", "plans/one/plan.json", "plans/one/plan.xml"]
    #expect(try accept("plans/one") == files)
    #expect(try accept("plans/one").isEmpty)
    #expect(try differences("plans/one").isEmpty)
    #expect(try accept("plans/summary") == ["plans/summary.tsv"])
    #expect(try differences("plans/summary").isEmpty)
    let rows = try read("plans/summary.tsv").split(separator: "\n")
    #expect(rows.map { $0.prefix { $0 != "\t" } } == ["plan", "one", "two.bug"])
  }

  @Test func aPersonsOutlineIsNeverAccepted() throws {
    let name = "plans/one/outline.txt"
    let sound = "I | MỤC ĐÍCH | purpose\nrecipients: 0\nsignatures: 0\nappendices: 0\ntables:\n"
    _ = try folder.file(name, sound)
    _ = try accept("plans/one")
    #expect(try differences("plans/one").isEmpty)
    _ = try folder.file(name, sound.replacing("purpose", with: "scope"))
    #expect(try accept("plans/one").isEmpty)
    let found = try differences("plans/one")
    #expect(found.map(\.place) == [folder.path + "/" + name])
    #expect(found.first?.detail.contains("-I | MỤC ĐÍCH | scope\n+I | MỤC ĐÍCH | purpose") == true)
  }

  @Test func aKnownBugIsQuietUntilItIsGone() throws {
    #expect(try differences("two.bug").isEmpty)
    #expect(try accept("two.bug").isEmpty)
    let manager = FileManager.default
    try manager.moveItem(
      atPath: folder.path + "/plans/two.bug", toPath: folder.path + "/plans/two")
    #expect(try accept("plans/two").count == 3)
    try manager.moveItem(
      atPath: folder.path + "/plans/two", toPath: folder.path + "/plans/two.bug")
    #expect(try differences("two.bug").map(\.remedy) == ["rename the folder to plans/two"])
  }
}
