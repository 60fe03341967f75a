import PlanModel
import PlanText

/// Everything that a grammar holds, made once and shared.
final class CompiledGrammar: Sendable {
  /// The files as canonical text, in the order of their names.
  let files: [GrammarFile]
  let vocabulary: Vocabulary
  /// The names of captures, by their numbers.
  let names: [String]
  let rules: [Rule]
  /// What matching asks of each rule.
  let traits: [Rule.Traits]
  /// What each rule adds to its meaning: a rule is large, and readers ask for its values often.
  let values: [RuleValues]
  /// The values that are asked for most.
  let documentParts: RuleCases<DocumentParts.Part>
  let bodyKinds: RuleCases<BodyWords.Head.Kind>
  let actKinds: RuleCases<BodyWords.Act>
  let quantityKinds: RuleCases<Quantity.Kind>
  let roles: RuleCases<Role>
  let lists: [WordList]
  /// The places of the lists by the numbers of their names, which are all different.
  let listPlaces: [(name: UInt64, place: Int)]
  let lines: Automaton
  let phrases: Automaton
  let identity: String
  let matchers = MatcherPool()

  init(
    files: [GrammarFile], vocabulary: Vocabulary, names: [String], rules: [Rule],
    lists: [WordList], lines: Automaton, phrases: Automaton, identity received: [GrammarFile]
  ) {
    self.files = files
    self.vocabulary = vocabulary
    self.names = names
    self.rules = rules
    traits = rules.enumerated().map { index, rule in
      Rule.Traits(
        kind: rule.kind, meaning: rule.meaning, capital: rule.capital, lazy: rule.lazy,
        captures: (rule.kind == .line ? lines : phrases).captures[index])
    }
    values = rules.map(\.values)
    documentParts = RuleCases("part", in: values)
    bodyKinds = RuleCases("kind", in: values)
    actKinds = RuleCases("kind", in: values)
    quantityKinds = RuleCases("kind", in: values)
    roles = RuleCases("role", in: values)
    self.lists = lists
    listPlaces = lists.indices.map { (TextHash(names[Int(lists[$0].name)]).value, $0) }
      .sorted { $0.name < $1.name }
    self.lines = lines
    self.phrases = phrases
    identity = "vi/1 sha256:" + sha256Hex(pieces: Self.identityBytes(received))
  }

  /// The name, a NUL and the bytes of each file as received, in the order of the names.
  private static func identityBytes(_ files: [GrammarFile]) -> some Sequence<[UInt8]> {
    files.lazy.flatMap { [Array($0.name.utf8) + [0], $0.bytes] }
  }
}
