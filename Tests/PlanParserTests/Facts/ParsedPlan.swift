import PlanModel
import PlanText

@testable import PlanParser

/// Plans of texts, for the tests of what is read from them.
enum ParsedPlan {
  static let grammar: Result<Grammar, GrammarErrors> = Result { () throws(GrammarErrors) in
    try Grammar.embedded()
  }

  /// The plan of a text.
  static func of(_ text: String, trace: Bool = false) throws -> Plan {
    let bytes = Array(text.utf8)
    let source = Source(
      name: "t.txt", mediaType: "text/plain", encoding: "UTF-8", bytes: bytes.count, sha256: "")
    return try grammar.get().parse(CanonicalText(decoding: bytes), source: source, trace: trace)
  }
}
