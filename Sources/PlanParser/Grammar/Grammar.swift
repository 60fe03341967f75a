package import PlanText

/// The rules by which plans are read: compiled once from data files, immutable, shared by threads.
public struct Grammar: Sendable {
  let compiled: CompiledGrammar
  /// The rule that finds nothing, or -1.
  var muted: Int32 = -1

  /// Compiles the files of a grammar; all their faults are thrown together.
  public init(files: [GrammarFile]) throws(GrammarErrors) {
    compiled = try GrammarCompiler.compile(files)
  }

  /// Compiles files whose text is canonical already.
  init(canonical files: [GrammarFile]) throws(GrammarErrors) {
    compiled = try GrammarCompiler.compile(canonical: files)
  }

  /// What a plan says it was read by: `vi/1 sha256:` and the hash of the files.
  public var identity: String { compiled.identity }

  /// The words that rules name; tokens are to be cut with it.
  package var vocabulary: Vocabulary { compiled.vocabulary }

  /// The rules, in the order of files and lines.
  package var rules: [Rule] { compiled.rules }

  /// The meaning of a rule, by its index.
  func meaning(of rule: Int) -> Meaning { compiled.traits[rule].meaning }

  /// What a rule adds to its meaning, by its index.
  func values(of rule: Int) -> RuleValues { compiled.values[rule] }

  /// The files, in the order of their names.
  package var files: [GrammarFile] { compiled.files }

  /// The same grammar with one rule that finds nothing, by its index.
  package func without(_ rule: Int) -> Grammar {
    var grammar = self
    grammar.muted = Int32(rule)
    return grammar
  }

  /// The text of a rule in its file, from its name to its last field.
  package func source(of rule: Rule) -> String {
    compiled.files[rule.file].text(rule.source)
  }

  /// A list of the grammar, to look words up in.
  package struct List: Sendable {
    let index: Int
  }

  /// The list of a name, or nil.
  package func list(_ name: String) -> List? {
    let places = compiled.listPlaces
    let name = TextHash(name).value
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].name < name { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low].name == name ? List(index: places[low].place) : nil
  }

  /// The value of the entry that the tokens spell from first to last, or nil if they spell none.
  package func value(in list: List, _ tokens: [Token], from start: Int, to end: Int) -> String? {
    let words = compiled.lists[list.index]
    var node = 0
    for index in start..<max(start, min(end, tokens.count)) {
      guard let child = words.child(of: node, key: tokens[index].key) else { return nil }
      node = child
    }
    let entry = words.nodes[node]
    guard entry.isEntry else { return nil }
    return compiled.files[words.file].text(Int(entry.valueStart)..<Int(entry.valueEnd))
  }

  /// As `value(in:_:from:to:)`, for the name of a list.
  package func value(
    list name: String, _ tokens: [Token], from start: Int, to end: Int
  ) -> String? {
    list(name).flatMap { value(in: $0, tokens, from: start, to: end) }
  }
}
