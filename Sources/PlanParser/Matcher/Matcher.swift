package import PlanText

/// Matches the rules of a grammar on tokens; it remembers what it worked out for earlier ones.
///
/// The tokens must have been cut with the grammar's own vocabulary.
package struct Matcher: Sendable {
  /// How many tokens a phrase may span.
  package static let longestPhrase = 256

  private let grammar: CompiledGrammar
  var memory: Memory
  /// Where each rule was first and last found to end, as index + 1; 0 for one not found.
  private var ends: [(first: Int32, last: Int32)]
  /// The rules that have an end: the first `foundCount`.
  private var found: [Int32]
  private var foundCount = 0
  /// Up to where each phrase rule has matched, and the rules for which that is not 0.
  private var busy: [Int32]
  private var busyRules: [Int32] = []
  /// Matches on their way to who asked for them.
  private var gathered: [RuleMatch] = []
  /// The rule that finds nothing, or -1.
  var muted: Int32 = -1
  /// What was found, when that is kept.
  var uses: RuleUses?

  /// A matcher that remembers nothing yet.
  package init(_ grammar: Grammar) {
    self.init(grammar.compiled, memory: Memory(grammar.compiled))
  }

  /// What a matcher worked out, without the grammar it is of.
  struct Memory: Sendable {
    fileprivate var lineStates: StateTable
    fileprivate var phraseStates: StateTable
    fileprivate var run: CaptureRun
    fileprivate var known = KnownCaptures()
    /// The words met last; they go on from document to document like the states.
    var words = WordCache()

    init(_ grammar: CompiledGrammar) {
      lineStates = StateTable(grammar.lines)
      phraseStates = StateTable(grammar.phrases)
      run = CaptureRun(nodes: max(grammar.lines.nodes.count, grammar.phrases.nodes.count))
    }
  }

  /// A matcher that goes on with what another one of the same grammar worked out.
  init(_ grammar: CompiledGrammar, memory: consuming Memory) {
    self.grammar = grammar
    self.memory = memory
    ends = Array(repeating: (0, 0), count: grammar.rules.count)
    found = [Int32](repeating: 0, count: grammar.rules.count)
    busy = [Int32](repeating: 0, count: grammar.rules.count)
  }

  // MARK: Lines

  /// The line rules that match the tokens as a whole, in the order of files and rules.
  package mutating func lines(_ tokens: [Token], from: Int, to: Int) -> [RuleMatch] {
    var matches = gathered
    gathered = []
    if !matches.isEmpty { matches.removeAll(keepingCapacity: true) }
    lines(tokens, from: from, to: to, into: &matches)
    return handOver(matches)
  }

  /// Appends the line rules that match the tokens as a whole, in the order of files and rules.
  package mutating func lines(
    _ tokens: [Token], from: Int, to: Int, into matches: inout [RuleMatch]
  ) {
    guard from >= 0, from < to, to <= tokens.count else { return }
    let first = Symbol(tokens[from])
    guard grammar.lines.canStart(first) else { return }
    var state = memory.lineStates.step(memory.lineStates.blockStart, first, grammar.lines)
    var place = from + 1
    while !state.isDead {
      if state.hasPrefixAccept {
        for index in memory.lineStates.accepts(in: state) {
          let accept = memory.lineStates.accepts[index]
          guard accept & Closure.acceptPrefix != 0 else { continue }
          if accept & Closure.acceptAtEnd == 0 || place == to { note(accept, place) }
        }
      }
      if place == to {
        for index in memory.lineStates.accepts(in: state) {
          note(memory.lineStates.accepts[index], place)
        }
        break
      }
      if state.isFinal { break }
      state = memory.lineStates.step(state, Symbol(tokens[place]), grammar.lines)
      place += 1
    }
    guard foundCount > 0 else { return }
    sortFound()
    for index in 0..<foundCount {
      let rule = found[index]
      if let match = match(Int(rule), from, from: from, to: to, grammar.lines, tokens) {
        matches.append(match)
      }
      ends[Int(rule)] = (0, 0)
    }
    foundCount = 0
  }

  // MARK: Phrases

  /// Every phrase found in the tokens, as `phrases(_:from:to:into:)` finds them.
  package mutating func phrases(_ tokens: [Token], from: Int, to: Int) -> [RuleMatch] {
    var matches = gathered
    gathered = []
    if !matches.isEmpty { matches.removeAll(keepingCapacity: true) }
    phrases(tokens, from: from, to: to, into: &matches)
    return handOver(matches)
  }

  /// Appends every phrase found in the tokens, by start, then longer first, then by rule.
  ///
  /// Of one rule the leftmost phrases are found, each as long as it can be (up to the first place
  /// that will do where its pattern holds `...`), none overlapping another of the same rule.
  package mutating func phrases(
    _ tokens: [Token], from: Int, to: Int, into matches: inout [RuleMatch]
  ) {
    guard from >= 0, from < to, to <= tokens.count else { return }
    let automaton = grammar.phrases
    for start in from..<to {
      let first = Symbol(tokens[start])
      if !automaton.canStart(first) { continue }
      let before =
        start == from ? memory.phraseStates.blockStart : memory.phraseStates.elsewhere
      var state = memory.phraseStates.step(before, first, automaton)
      var place = start + 1
      let limit = min(to, start + Self.longestPhrase)
      while !state.isDead {
        if state.isAccepting {
          for index in memory.phraseStates.accepts(in: state) {
            let accept = memory.phraseStates.accepts[index]
            if accept & Closure.acceptAtEnd == 0 || place == to { note(accept, place) }
          }
        }
        if place == limit || state.isFinal { break }
        state = memory.phraseStates.step(state, Symbol(tokens[place]), automaton)
        place += 1
      }
      if foundCount > 0 {
        takePhrases(at: start, tokens, from: from, to: to, automaton, into: &matches)
      }
    }
    for rule in busyRules { busy[Int(rule)] = 0 }
    if !busyRules.isEmpty { busyRules.removeAll(keepingCapacity: true) }
  }

  /// Appends what was found to begin at `start`.
  private mutating func takePhrases(
    at start: Int, _ tokens: [Token], from: Int, to: Int, _ automaton: Automaton,
    into matches: inout [RuleMatch]
  ) {
    let before = matches.count
    sortFound()
    for index in 0..<foundCount {
      let rule = found[index]
      if busy[Int(rule)] <= start,
        let match = match(Int(rule), start, from: from, to: to, automaton, tokens)
      {
        matches.append(match)
        if busy[Int(rule)] == 0 { busyRules.append(rule) }
        busy[Int(rule)] = Int32(match.end)
      }
      ends[Int(rule)] = (0, 0)
    }
    foundCount = 0
    if matches.count - before > 1 {
      // In the order of rules already, which stays where ends are equal.
      var index = before + 1
      while index < matches.count {
        var place = index
        while place > before, matches[place - 1].end < matches[place].end {
          matches.swapAt(place - 1, place)
          place -= 1
        }
        index += 1
      }
    }
  }

  // MARK: Matches

  /// The matches in no more memory than they need, since leaves keep them.
  private mutating func handOver(_ matches: consuming [RuleMatch]) -> [RuleMatch] {
    // The room that they were gathered in goes on to whoever asks next.
    gathered = matches
    if gathered.isEmpty { return [] }
    var result: [RuleMatch] = []
    result.reserveCapacity(gathered.count)
    for match in gathered { result.append(match) }
    return result
  }

  /// Puts the found rules in the order of files and rules; they are few and nearly in it.
  @inline(__always)
  private mutating func sortFound() {
    var index = 1
    while index < foundCount {
      var place = index
      while place > 0, found[place - 1] > found[place] {
        found.swapAt(place - 1, place)
        place -= 1
      }
      index += 1
    }
  }

  @inline(__always)
  private mutating func note(_ accept: UInt32, _ place: Int) {
    let rule = Int(accept >> Closure.ruleShift)
    let end = Int32(truncatingIfNeeded: place) + 1
    var known = ends[rule]
    if known.last == 0 {
      found[foundCount] = Int32(rule)
      foundCount += 1
      known.first = end
    }
    known.last = end
    ends[rule] = known
  }

  /// The match of a rule that was found to begin at `start`.
  private mutating func match(
    _ rule: Int, _ start: Int, from: Int, to: Int, _ automaton: Automaton, _ tokens: [Token]
  ) -> RuleMatch? {
    if Int32(rule) == muted { return nil }
    let (first, last) = ends[rule]
    var end = Int(last) - 1
    // Of several places where it may end the preferred one is to be found.
    if first != last, grammar.traits[rule].lazy, end < to || grammar.traits[rule].kind == .phrase {
      let bounds = CaptureRun.Bounds(
        start: start, end: end, whole: false, blockStart: start == from, blockEnd: end == to)
      end = memory.run.end(automaton, entry: automaton.entries[rule], tokens, bounds) ?? end
    }
    if grammar.traits[rule].capital, !beginsWithCapital(tokens, start, end) { return nil }
    uses?.note(rule, at: tokens[start].start)
    return RuleMatch(rule: rule, start: start, end: end)
  }

  private func beginsWithCapital(_ tokens: [Token], _ start: Int, _ end: Int) -> Bool {
    for token in tokens[start..<end] where token.kind == .syllable {
      return token.shape.contains(.capitalized)
    }
    return true
  }

  /// The named parts of a match, in the order in which they begin; empty ones are left out.
  ///
  /// Parts of sub-patterns are among them, and a part that is repeated stands there each time.
  package mutating func captures(of match: RuleMatch, _ tokens: [Token]) -> [Capture] {
    var captures = partsFromStart(of: match, tokens)
    for index in captures.indices {
      captures[index].start += match.start
      captures[index].end += match.start
    }
    return captures
  }

  /// The tokens of the first part of a match with a name.
  package mutating func capture(
    _ name: String, of match: RuleMatch, _ tokens: [Token]
  ) -> Range<Int>? {
    for part in partsFromStart(of: match, tokens) where part.name == name {
      return (match.start + part.start)..<(match.start + part.end)
    }
    return nil
  }

  /// The named parts of a match as if it began at token 0.
  private mutating func partsFromStart(of match: RuleMatch, _ tokens: [Token]) -> [Capture] {
    guard match.start >= 0, match.start <= match.end, match.end <= tokens.count,
      grammar.traits.indices.contains(match.rule), grammar.traits[match.rule].captures
    else { return [] }
    guard match.end - match.start <= KnownCaptures.longest else { return find(match, tokens) }
    let question = KnownCaptures.Question(match, tokens)
    if let known = memory.known.captures(question) { return known }
    let found = find(match, tokens)
    memory.known.keep(found, question)
    return found
  }

  private mutating func find(_ match: RuleMatch, _ tokens: [Token]) -> [Capture] {
    let automaton = grammar.traits[match.rule].kind == .line ? grammar.lines : grammar.phrases
    return memory.run.captures(
      automaton, entry: automaton.entries[match.rule], tokens, from: match.start, to: match.end,
      names: grammar.names)
  }
}
