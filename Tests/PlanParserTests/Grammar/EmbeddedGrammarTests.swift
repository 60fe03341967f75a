import Foundation
import PlanText
import Testing

@testable import PlanParser

@Suite("The grammar in the program")
struct EmbeddedGrammarTests {
  /// An example of a rule, named as the line it stands on.
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: Int
    var example: Rule.Example
    var testDescription: String
  }

  static let grammar: Result<Grammar, GrammarErrors> = Result { () throws(GrammarErrors) in
    try Grammar.embedded()
  }

  static let cases: [Case] = {
    guard let grammar = try? grammar.get() else { return [] }
    return grammar.rules.indices.flatMap { index in
      grammar.examples(of: grammar.rules[index]).map { example in
        let file = grammar.files[grammar.rules[index].file].name
        return Case(rule: index, example: example, testDescription: "\(file):\(example.line)")
      }
    }
  }()

  @Test("it compiles")
  func compiles() throws {
    let grammar = try Self.grammar.get()
    #expect(!grammar.rules.isEmpty)
    #expect(grammar.identity.hasPrefix("vi/1 sha256:"))
    #expect(grammar.identity.utf8.count == "vi/1 sha256:".utf8.count + 64)
  }

  @Test("every example holds", arguments: cases)
  func example(_ item: Case) throws {
    let error = try Self.grammar.get().check(item.example, of: item.rule)
    if let error { Issue.record(Comment(rawValue: error.description)) }
  }

  @Test("it holds every file of grammars/, byte for byte")
  func complete() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../grammars").standardizedFileURL
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".grammar") || $0.hasSuffix(".list") }.sorted()
    let embedded = Grammar.embeddedFiles()
    #expect(embedded.map(\.name).sorted() == names)
    for file in embedded {
      let bytes = try Data(contentsOf: folder.appending(path: file.name))
      #expect(file.bytes == Array(bytes), "\(file.name)")
    }
  }
  @Test("its text is canonical, as compiling it takes for granted")
  func canonical() throws {
    for file in Grammar.embeddedFiles() {
      #expect(try CanonicalText(decoding: file.bytes).bytes == file.bytes, "\(file.name)")
    }
  }
}
