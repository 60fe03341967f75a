package import PlanCorpus
package import PlanParser
import PlanText

/// A pattern that is tried on documents before it stands in a grammar.
package struct PatternTrial: Sendable {
  private static let name = "pattern-on-trial"

  private let grammar: Grammar
  private let rule: Int

  /// A pattern beside the files of a grammar, whose sub-patterns and lists it may use.
  ///
  /// What is wrong with it is thrown as if it stood on the first line of a file `pattern`.
  package init(
    _ pattern: String, kind: Rule.Kind, files: [GrammarFile]
  ) throws(GrammarErrors) {
    let meaning = Meaning.noise.rawValue
    let head = "rule \(Self.name)\n  \(kind.rawValue) "
    let text = head + pattern + "\n  yields \(meaning)\n  example \"x\"\n"
    let file = GrammarFile(name: "zz-trial.grammar", path: "pattern", bytes: Array(text.utf8))
    grammar = try Grammar(files: files + [file])
    rule = grammar.rules.firstIndex { $0.id == Self.name } ?? 0
  }

  /// The lines of a document that the pattern matches: `path:line: text` with the match in
  /// brackets, and the parts that it captures.
  package func matches(in path: String) throws(CorpusError) -> [String] {
    let text = try DocumentReader.document(at: path).text
    var matches: [String] = []
    var number = 0
    for line in text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let bytes = Array(line)
      for found in grammar.findings(in: bytes) where found.rule == rule {
        let before = String(decoding: bytes[..<found.range.lowerBound], as: UTF8.self)
        let inside = String(decoding: bytes[found.range], as: UTF8.self)
        let after = String(decoding: bytes[found.range.upperBound...], as: UTF8.self)
        let captures = found.captures.map { "    \($0.name) = \"\($0.text)\"\n" }.joined()
        matches.append("\(path):\(number): \(before)[\(inside)]\(after)\n\(captures)")
      }
    }
    return matches
  }
}
