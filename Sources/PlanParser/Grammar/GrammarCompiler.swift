import PlanText

/// Checks what was read of a grammar's files and builds its automata.
struct GrammarCompiler {
  /// The longest chain of sub-patterns that use each other.
  private static let deepest = 32

  private var reader: GrammarReader
  /// What each name stands for, by its number.
  private var definitions: [AutomatonBuilder.Definition?] = []
  /// The sub-pattern of each name, by its number, or -1.
  private var patternOfName: [Int] = []

  private init(_ files: [GrammarFile], looksAtExamples: Bool) {
    reader = GrammarReader(files: files, looksAtExamples: looksAtExamples)
  }

  /// Compiles the files, in the order of their names.
  static func compile(_ files: [GrammarFile]) throws(GrammarErrors) -> CompiledGrammar {
    var faults: [GrammarError] = []
    let texts = files.map { file in
      do throws(TextError) {
        return GrammarFile(
          name: file.name, path: file.path, bytes: try CanonicalText(decoding: file.bytes).bytes)
      } catch {
        faults.append(GrammarError(file, at: error.offset, error.description))
        return GrammarFile(name: file.name, path: file.path, bytes: [])
      }
    }
    // What other files use of one that cannot be read is no fault of theirs.
    if !faults.isEmpty { throw GrammarErrors(errors: faults.sorted { $0.file < $1.file }) }
    return try compile(canonical: texts, received: files, looksAtExamples: true)
  }

  /// Compiles files whose text is canonical already, and whose examples can be read.
  static func compile(
    canonical files: [GrammarFile]
  ) throws(GrammarErrors) -> CompiledGrammar {
    try compile(canonical: files, received: files, looksAtExamples: false)
  }

  private static func compile(
    canonical texts: [GrammarFile], received: [GrammarFile], looksAtExamples: Bool
  ) throws(GrammarErrors) -> CompiledGrammar {
    var compiler = GrammarCompiler(
      texts.sorted { $0.name < $1.name }, looksAtExamples: looksAtExamples)
    compiler.reader.read()
    compiler.define()
    compiler.checkReferences()
    let lazyPatterns = compiler.checkChains()
    compiler.checkRuleNames()
    guard compiler.reader.errors.isEmpty else { throw compiler.failure() }
    return try compiler.build(
      lazyPatterns: lazyPatterns, identity: received.sorted { $0.name < $1.name })
  }

  /// The faults found, in the order of files and lines.
  private func failure() -> GrammarErrors {
    GrammarErrors(
      errors: reader.errors.enumerated().sorted { first, second in
        let (left, right) = (first.element, second.element)
        if left.file != right.file { return left.file < right.file }
        if left.line != right.line { return left.line < right.line }
        if left.column != right.column { return left.column < right.column }
        return first.offset < second.offset
      }.map(\.element))
  }

  // MARK: Names

  private mutating func define() {
    definitions = Array(repeating: nil, count: reader.names.names.count)
    patternOfName = Array(repeating: -1, count: definitions.count)
    var places: [Int32: GrammarReader.Place] = [:]
    for (index, pattern) in reader.patterns.enumerated()
    where claim(pattern.name, "pattern", pattern.place, &places) {
      definitions[Int(pattern.name)] = .pattern(root: pattern.root)
      patternOfName[Int(pattern.name)] = index
    }
    for (index, list) in reader.lists.enumerated()
    where claim(
      list.name, "list", GrammarReader.Place(file: list.file, offset: list.offset), &places)
    {
      definitions[Int(list.name)] = .list(index)
    }
  }

  /// Whether a name is free; a taken one is reported.
  private mutating func claim(
    _ name: Int32, _ what: String, _ place: GrammarReader.Place,
    _ places: inout [Int32: GrammarReader.Place]
  ) -> Bool {
    let word = reader.names[name]
    if TokenClass.named(word) != nil {
      reader.report(place, "\"\(word)\" is a class of tokens; give the \(what) another name")
      return false
    }
    if let first = places[name] {
      let known = GrammarError(reader.files[first.file], at: first.offset, "")
      reader.report(
        place, "\"\(word)\" stands in \(known.file):\(known.line) already; rename one of them")
      return false
    }
    places[name] = place
    return true
  }

  private mutating func checkRuleNames() {
    var first: [String: Int] = [:]
    first.reserveCapacity(reader.rules.count)
    for index in reader.rules.indices {
      let rule = reader.rules[index]
      if let known = first[rule.id] {
        let other = reader.rules[known]
        reader.report(
          rule.place,
          "rule \"\(rule.id)\" stands in \(reader.files[other.place.file].path):\(other.line) "
            + "already; rename one of them")
      } else {
        first[rule.id] = index
      }
    }
  }

  private mutating func checkReferences() {
    for reference in reader.references where definitions[Int(reference.name)] == nil {
      let word = reader.names[reference.name]
      let known =
        reader.patterns.map { reader.names[$0.name] } + reader.lists.map { reader.names[$0.name] }
        + TokenClass.allCases.map(\.name)
      if reference.braces {
        let hint = suggestion(word, known) { "{\($0)}" }
        reader.report(
          reference.place,
          "unknown field {\(word)}"
            + (hint.isEmpty ? "; say what it takes, as in {\(word): <word>}" : hint))
      } else {
        let hint = suggestion(word, known) { "<\($0)>" }
        reader.report(
          reference.place,
          "unknown pattern <\(word)>"
            + (hint.isEmpty ? "; define it with \"pattern \(word) = …\"" : hint))
      }
    }
  }

  /// Reports sub-patterns that use themselves; gives those that hold `...`, by their number.
  private mutating func checkChains() -> [Bool] {
    var search = ChainSearch(patterns: reader.patterns.count)
    for index in reader.patterns.indices { visit(index, &search) }
    return search.hasGap
  }

  private struct ChainSearch {
    /// 0 not met, 1 being walked, 2 done.
    var marks: [UInt8]
    var hasGap: [Bool]
    /// How many patterns stand below each other under it, itself included.
    var heights: [Int]
    var chain: [Int] = []
    var tooDeep = false

    init(patterns: Int) {
      marks = [UInt8](repeating: 0, count: patterns)
      hasGap = [Bool](repeating: false, count: patterns)
      heights = [Int](repeating: 1, count: patterns)
    }
  }

  private mutating func visit(_ index: Int, _ search: inout ChainSearch) {
    let pattern = reader.patterns[index]
    guard search.marks[index] != 2 else { return }
    if search.marks[index] == 1 {
      let start = search.chain.firstIndex(of: index) ?? 0
      let names = (search.chain[start...] + [index]).map { "<\(name(of: $0))>" }
      reader.report(pattern.place, "a pattern cannot use itself: " + names.joined(separator: " → "))
      return
    }
    if search.chain.count >= Self.deepest {
      refuseChain(at: pattern, &search)
      return
    }
    search.marks[index] = 1
    search.chain.append(index)
    var hasGap = pattern.hasGap
    for reference in reader.references[pattern.references] {
      let used = patternOfName[Int(reference.name)]
      guard used >= 0 else { continue }
      visit(used, &search)
      search.heights[index] = max(search.heights[index], search.heights[used] + 1)
      hasGap = hasGap || search.hasGap[used]
    }
    search.chain.removeLast()
    search.hasGap[index] = hasGap
    search.marks[index] = 2
    if search.heights[index] > Self.deepest { refuseChain(at: pattern, &search) }
  }

  /// Reports a chain that is too long; one is enough.
  private mutating func refuseChain(
    at pattern: GrammarReader.SubPattern, _ search: inout ChainSearch
  ) {
    if !search.tooDeep {
      reader.report(
        pattern.place, "more than \(Self.deepest) patterns use each other in a chain")
    }
    search.tooDeep = true
  }

  private func name(of pattern: Int) -> String { reader.names[reader.patterns[pattern].name] }

  // MARK: Building

  private mutating func build(
    lazyPatterns: [Bool], identity: [GrammarFile]
  ) throws(GrammarErrors) -> CompiledGrammar {
    // One after the other, the larger first: what one is built from is gone before the next begins,
    // so that the most memory is that of the larger alone.
    let phrases = automaton(of: .phrase)
    let lines = automaton(of: .line)
    guard reader.errors.isEmpty, let lines, let phrases else { throw failure() }
    return CompiledGrammar(
      files: reader.files, vocabulary: reader.vocabulary, names: reader.names.names,
      rules: reader.rules.compactMap { rule($0, lazyPatterns) }, lists: reader.lists,
      lines: lines, phrases: phrases, identity: identity)
  }

  /// The automaton of all rules of a kind; `nil` when one of them is too large.
  private mutating func automaton(of kind: Rule.Kind) -> Automaton? {
    var builder = AutomatonBuilder(
      tree: reader.tree, lists: reader.lists, definitions: definitions, rules: reader.rules.count)
    var isWhole = true
    for (index, rule) in reader.rules.enumerated() where rule.kind == kind {
      guard !builder.add(rule: index, kind: kind, roots: rule.roots, upper: rule.upper) else {
        continue
      }
      isWhole = false
      reader.report(
        rule.place,
        "rule \"\(rule.id)\" comes to more than \(AutomatonBuilder.mostNodes) steps; "
          + "repeat less or name fewer alternatives")
    }
    guard isWhole else { return nil }
    let (automaton, empty) = builder.build(keys: reader.vocabulary.count)
    for rule in empty {
      reader.report(
        reader.rules[rule].place,
        "rule \"\(reader.rules[rule].id)\" matches where nothing stands; "
          + "make one word of it certain")
    }
    return automaton
  }

  private func rule(_ draft: GrammarReader.RuleDraft, _ lazyPatterns: [Bool]) -> Rule? {
    guard let kind = draft.kind, let meaning = draft.meaning else { return nil }
    let usesLazy = reader.references[draft.references].contains { reference in
      let pattern = patternOfName[Int(reference.name)]
      return pattern >= 0 && lazyPatterns[pattern]
    }
    return Rule(
      id: draft.id, file: draft.place.file, line: draft.line,
      area: reader.files[draft.place.file].stem, kind: kind, meaning: meaning,
      values: draft.values, source: draft.place.offset..<draft.end, capital: draft.capital,
      lazy: draft.lazy || usesLazy)
  }
}

extension TextError {
  /// The byte at which the text ends to be one.
  fileprivate var offset: Int {
    switch self {
    case .undecodable(_, let offset, _), .binary(_, let offset), .truncated(_, let offset): offset
    case .tooLarge: 0
    }
  }
}
