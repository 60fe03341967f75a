import PlanExport
import PlanModel
import PlanParser
import PlanText

/// What the program makes of the corpus now, in the forms that goldens have.
struct Golden {
  /// The files beside a document, each in its form.
  static let files: [(name: String, format: OutputFormat)] = [
    ("plan.tree", .tree), ("plan.json", .json), ("plan.xml", .xml),
  ]

  /// Diagnostics that any fragment of a document has.
  private static let ofFragments: Set<Diagnostic.Code> = [
    .numberAbsent, .dateAbsent, .signatureMissing, .recipientsMissing, .notAPlan,
  ]

  let grammar: Grammar

  /// The plan of a document, and its text.
  func plan(of path: String) throws(CorpusError) -> (plan: Plan, text: CanonicalText) {
    var (plan, text) = try DocumentReader(grammar: grammar).read(path)
    // Goldens tell what a document says: they do not change with the version or a rule's wording.
    plan.generator = Generator(name: "kehoach", version: "golden", grammar: "golden")
    return (plan, text)
  }

  /// The tree of a document with the rules that made its lines.
  func traced(_ path: String) throws(CorpusError) -> (tree: String, text: CanonicalText) {
    let (plan, text) = try DocumentReader(grammar: grammar, trace: true).read(path)
    return (PlanTree.write(plan, trace: true), text)
  }

  /// The tree of a case with the rules that made its lines.
  func traced(_ one: SpecFile.Case) throws(CorpusError) -> (tree: String, text: CanonicalText) {
    let (text, source) = try DocumentReader.document(Array(one.input.utf8), name: "case")
    var plan = grammar.parse(text, source: source, trace: true)
    if one.view == .fragment { plan.diagnostics.removeAll { Self.ofFragments.contains($0.code) } }
    return (PlanTree.write(plan, trace: true), text)
  }

  /// What a case of a specification gives.
  func text(of one: SpecFile.Case, path: String) throws(CorpusError) -> String {
    let place = "\(path):\(one.line)"
    let (text, source) = try DocumentReader.document(Array(one.input.utf8), name: place)
    switch one.view {
    case .lines: return grammar.dump(text, stage: .lines)
    case .blocks: return grammar.dump(text, stage: .blocks)
    case .sections: return grammar.dump(text, stage: .sections)
    case .document: return PlanTree.write(grammar.parse(text, source: source))
    case .fragment:
      var plan = grammar.parse(text, source: source)
      plan.diagnostics.removeAll { Self.ofFragments.contains($0.code) }
      return PlanTree.write(plan)
    }
  }
}
