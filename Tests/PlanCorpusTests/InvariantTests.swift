import Foundation
import PlanCorpus
import PlanModel
import PlanParser
import PlanText
import Testing

/// What holds for every document: each test stands for an invariant of ARCHITECTURE.md.
@Suite struct InvariantTests {
  /// Every document and every case of the corpus.
  static let inputs: [Corpus.Input] = (try? Repository.corpus.inputs()) ?? []
  static let names = inputs.map(\.name)

  private func input(_ name: String) throws -> Corpus.Input {
    try #require(Self.inputs.first { $0.name == name })
  }

  private func plan(_ bytes: [UInt8]) throws -> (plan: Plan, text: CanonicalText) {
    let (text, source) = try DocumentReader.document(bytes, name: "x.txt")
    return (Repository.grammar.parse(text, source: source), text)
  }

  @Test func thereAreInputs() {
    #expect(Self.inputs.count >= 100)
  }

  @Test(arguments: names) func eachCharacterIsToldOnce(_ name: String) throws {
    let (plan, text) = try plan(input(name).bytes)
    for finding in PlanAudit(plan, of: text).findings { Issue.record("\(name):\(finding)") }
  }

  /// A document in other spellings: decomposed, with other line ends, marks and encodings.
  private static func spellings(_ bytes: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    let text = String(decoding: bytes, as: UTF8.self)
    let decomposed = text.decomposedStringWithCanonicalMapping
    let returns = text.replacingOccurrences(of: "\n", with: "\r\n")
    let little: [UInt8] = [0xFF, 0xFE] + units(text).flatMap { [$0.low, $0.high] }
    let big: [UInt8] = [0xFE, 0xFF] + units(decomposed).flatMap { [$0.high, $0.low] }
    return [
      ("decomposed", Array(decomposed.utf8)),
      ("CRLF", Array(returns.utf8)),
      ("CR", Array(text.replacingOccurrences(of: "\n", with: "\r").utf8)),
      ("byte order mark", [0xEF, 0xBB, 0xBF] + bytes),
      ("UTF-16, low byte first", little),
      ("UTF-16, decomposed, high byte first", big),
    ]
  }

  private static func units(_ text: String) -> [(high: UInt8, low: UInt8)] {
    text.utf16.map { (UInt8($0 >> 8), UInt8($0 & 0xFF)) }
  }

  @Test(arguments: names) func spellingsOfOneDocumentGiveOnePlan(_ name: String) throws {
    let bytes = try input(name).bytes
    let expected = try plan(bytes).plan
    for spelling in Self.spellings(bytes) {
      var found = try plan(spelling.bytes).plan
      found.source = expected.source
      #expect(found == expected, "\(name): \(spelling.name)")
    }
  }

  /// A text whose paragraphs were run together, wrapped at a width: only blanks differ.
  private static func wrapped(_ text: String, at width: Int) -> [UInt8] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  @Test(arguments: [50, 60, 65, 70, 75, 80, 85, 90, 100, 120])
  func wrapsOfFlowingTextGiveOnePlan(_ width: Int) throws {
    let bytes = try input("plans/runtogether-river-safety").bytes
    let text = String(decoding: bytes, as: UTF8.self)
    let expected = try plan(Self.wrapped(text, at: .max)).plan
    #expect(expected.body.map(\.label) == ["I", "II", "III", "IV", "V"])
    var found = try plan(Self.wrapped(text, at: width)).plan
    found.source = expected.source
    found.diagnostics = expected.diagnostics
    #expect(found == expected)
  }

  @Test(arguments: ["json", "xml", "tree"])
  func outputIsTheSameOnAnyNumberOfCores(_ format: String) async throws {
    let form = try #require(OutputFormat(rawValue: format))
    var runs: [[[UInt8]]] = []
    for jobs in [1, 4] {
      var outputs: [[UInt8]] = []
      await Batch.run(Self.inputs, jobs: jobs) { input -> [UInt8] in
        guard let (text, source) = try? DocumentReader.document(input.bytes, name: input.name)
        else { return [] }
        return form.bytes(Repository.grammar.parse(text, source: source))
      } emit: { bytes in
        outputs.append(bytes)
        return true
      }
      runs.append(outputs)
    }
    #expect(runs[0] == runs[1])
    #expect(runs[0].allSatisfy { !$0.isEmpty || format == "tree" })
  }

  @Test(arguments: names) func aTraceOnlyAddsRules(_ name: String) throws {
    let (text, source) = try DocumentReader.document(input(name).bytes, name: name)
    let plain = Repository.grammar.parse(text, source: source)
    let traced = Repository.grammar.parse(text, source: source, trace: true)
    #expect(OutputFormat.json.bytes(plain) == OutputFormat.json.bytes(traced))
  }
}
