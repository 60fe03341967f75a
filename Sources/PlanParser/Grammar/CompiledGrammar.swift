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
  let lists: [WordList]
  /// The places of the lists, by their names.
  let listPlaces: [String: Int]
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
    self.lists = lists
    listPlaces = Dictionary(
      lists.indices.map { (names[Int(lists[$0].name)], $0) },
      uniquingKeysWith: { first, _ in first })
    self.lines = lines
    self.phrases = phrases
    identity = "vi/1 sha256:" + sha256Hex(Self.identityBytes(received))
  }

  /// The name, a NUL and the bytes of each file as received, in the order of the names.
  private static func identityBytes(_ files: [GrammarFile]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(files.reduce(0) { $0 + $1.bytes.count + $1.name.utf8.count + 1 })
    for file in files {
      bytes += file.name.utf8
      bytes.append(0)
      bytes += file.bytes
    }
    return bytes
  }
}
