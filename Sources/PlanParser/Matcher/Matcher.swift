package import PlanText

/// Matches the rules of a grammar on tokens; it remembers what it worked out for earlier ones.
///
/// The tokens must have been cut with the grammar's own vocabulary.
package struct Matcher: Sendable {
  /// How many tokens a phrase may span.
  package static let longestPhrase = 256

  private let grammar: CompiledGrammar
  var memory: Memory
  /// A place where a rule was found to end.
  private struct End {
    var rule: Int32
    var place: Int32
  }

  /// Where rules were found to end, the first `endCount`, by place.
  private var ends: [End] = []
  private var endCount = 0
  /// What is known of a rule while tokens are searched.
  private struct Trail {
    /// The last search in which its end was taken: there is one from each token.
    var search: UInt64 = 0
    /// Up to where it has matched, if that search was among those of the tokens at hand.
    var reach: Int32 = 0
  }

  private var trails: [Trail]
  private var searches: UInt64 = 0
  /// The last search before those of the tokens at hand.
  private var before: UInt64 = 0
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
    trails = [Trail](repeating: Trail(), count: grammar.rules.count)
  }

  // MARK: Lines

  /// The line rules that match the tokens as a whole, in the order of files and rules.
  package mutating func lines(_ tokens: [Token], from: Int, to: Int) -> [RuleMatch] {
    var matches: [RuleMatch] = []
    lines(tokens, from: from, to: to, into: &matches)
    return matches
  }

  /// Appends the line rules that match the tokens as a whole, in the order of files and rules.
  package mutating func lines(
    _ tokens: [Token], from: Int, to: Int, into matches: inout [RuleMatch]
  ) {
    guard from >= 0, from < to, to <= tokens.count else { return }
    // Most lines begin as no rule does.
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
    guard endCount > 0 else { return }
    let known = matches.count
    matches.reserveCapacity(known + endCount)
    before = searches
    takeEnds(from, from: from, to: to, grammar.lines, tokens, into: &matches)
    Self.sort(&matches, from: known) { $0.rule < $1.rule }
  }

  // MARK: Phrases

  /// Every phrase found in the tokens, as `phrases(_:from:to:into:)` finds them.
  package mutating func phrases(
    _ tokens: [Token], from: Int, to: Int, startingBefore limit: Int = .max
  ) -> [RuleMatch] {
    var matches = gathered
    gathered = []
    if !matches.isEmpty { matches.removeAll(keepingCapacity: true) }
    phrases(tokens, from: from, to: to, startingBefore: limit, into: &matches)
    return handOver(matches)
  }

  /// Appends every phrase found in the tokens, by start, then longer first, then by rule.
  ///
  /// Of one rule the leftmost phrases are found, each as long as it can be (up to the first place
  /// that will do where its pattern holds `...`), none overlapping another of the same rule.
  /// Who asks for the first alone says before which token they start.
  package mutating func phrases(
    _ tokens: [Token], from: Int, to: Int, startingBefore limit: Int = .max,
    into matches: inout [RuleMatch]
  ) {
    guard from >= 0, from < to, to <= tokens.count else { return }
    let automaton = grammar.phrases
    before = searches
    for start in from..<max(from, min(to, limit)) {
      let first = Symbol(tokens[start])
      if !automaton.canStart(first) { continue }
      let outside =
        start == from ? memory.phraseStates.blockStart : memory.phraseStates.elsewhere
      var state = memory.phraseStates.step(outside, first, automaton)
      var place = start + 1
      let reach = min(to, start + Self.longestPhrase)
      while !state.isDead {
        if state.isAccepting {
          for index in memory.phraseStates.accepts(in: state).reversed() {
            let accept = memory.phraseStates.accepts[index]
            if accept & Closure.acceptAtEnd == 0 || place == to { note(accept, place) }
          }
        }
        if place == reach || state.isFinal { break }
        state = memory.phraseStates.step(state, Symbol(tokens[place]), automaton)
        place += 1
      }
      if endCount > 0 {
        let known = matches.count
        takeEnds(start, from: from, to: to, automaton, tokens, into: &matches)
        Self.sort(&matches, from: known) {
          $0.end > $1.end || $0.end == $1.end && $0.rule < $1.rule
        }
      }
    }
  }

  // MARK: Matches

  /// The matches in no more memory than they need, since leaves keep them.
  private mutating func handOver(_ matches: consuming [RuleMatch]) -> [RuleMatch] {
    // The room that they were gathered in goes on to whoever asks next.
    gathered = matches
    if gathered.isEmpty { return [] }
    // Not `Array(gathered[...])`, which would hand over the room itself.
    return unsafe gathered.withUnsafeBufferPointer { unsafe Array($0) }
  }

  /// Puts the matches from an index on in an order; they are few and nearly in it.
  @inline(__always)
  private static func sort(
    _ matches: inout [RuleMatch], from first: Int, _ areInOrder: (RuleMatch, RuleMatch) -> Bool
  ) {
    guard matches.count - first > 1 else { return }
    for index in (first + 1)..<matches.count {
      var place = index
      while place > first, !areInOrder(matches[place - 1], matches[place]) {
        matches.swapAt(place - 1, place)
        place -= 1
      }
    }
  }

  @inline(__always)
  private mutating func note(_ accept: UInt32, _ place: Int) {
    let end = End(
      rule: Int32(truncatingIfNeeded: accept >> Closure.ruleShift),
      place: Int32(truncatingIfNeeded: place))
    if endCount < ends.count { ends[endCount] = end } else { ends.append(end) }
    endCount += 1
  }

  /// Appends what was found to begin at `start`, of each rule the longest, then forgets it; what was
  /// noted last comes first, which is nearly the order of phrases.
  private mutating func takeEnds(
    _ start: Int, from: Int, to: Int, _ automaton: Automaton, _ tokens: [Token],
    into matches: inout [RuleMatch]
  ) {
    searches += 1
    for index in (0..<endCount).reversed() {
      let (rule, end) = (Int(ends[index].rule), Int(ends[index].place))
      let trail = trails[rule]
      if trail.search == searches { continue }
      let reach = trail.search > before ? trail.reach : 0
      // A phrase overlaps none of its rule; a line is searched once.
      let match =
        reach > start ? nil : match(rule, start, end, from: from, to: to, automaton, tokens)
      trails[rule] = Trail(search: searches, reach: match.map { Int32($0.end) } ?? reach)
      if let match { matches.append(match) }
    }
    endCount = 0
  }

  /// The match of a rule that was found to begin at `start` and to end at `end` at last.
  private mutating func match(
    _ rule: Int, _ start: Int, _ end: Int, from: Int, to: Int, _ automaton: Automaton,
    _ tokens: [Token]
  ) -> RuleMatch? {
    if Int32(rule) == muted { return nil }
    let traits = grammar.traits[rule]
    var end = end
    // Of several places where it may end the preferred one is to be found.
    if traits.lazy, end < to || traits.kind == .phrase, hasEnd(rule, before: end) {
      let bounds = CaptureRun.Bounds(
        start: start, end: end, whole: false, blockStart: start == from, blockEnd: end == to)
      end = memory.run.end(automaton, entry: automaton.entries[rule], tokens, bounds) ?? end
    }
    if traits.capital, !beginsWithCapital(tokens, start, end) { return nil }
    uses?.note(rule, at: tokens[start].start)
    return RuleMatch(rule: rule, start: start, end: end)
  }

  /// Whether a rule was found to end before a place too.
  private func hasEnd(_ rule: Int, before place: Int) -> Bool {
    ends[..<endCount].contains { $0.rule == Int32(rule) && $0.place < Int32(place) }
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
