import Foundation
import Testing

@testable import PlanParser

@Suite("The page on grammars")
struct GrammarDocumentTests {
  @Test("its worked examples compile, and their examples hold")
  func examples() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../grammars/README.md").standardizedFileURL
    let parts = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```")
    // Every second part stands between fences.
    let blocks = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
    #expect(blocks.count >= 4)
    let grammar = try Grammar(files: [
      GrammarFile(name: "page.grammar", bytes: Array(blocks.joined(separator: "\n").utf8))
    ])
    #expect(grammar.rules.count >= 2)
    #expect(grammar.check() == [])
  }
}
