package import PlanText

/// Matches the rules of a grammar on tokens; it remembers what it worked out for earlier ones.
///
/// The tokens must have been cut with the grammar's own vocabulary.
package struct Matcher: Sendable {
  /// How many tokens a phrase may span.
  package static let longestPhrase = 256

  private let grammar: CompiledGrammar
  var memory: Memory
  /// What is known of a rule while tokens are searched: there is one search from each token.
  private struct Trail {
    /// The last search in which it was found.
    var search: UInt64 = 0
    /// The first place where it was found to end in that search, and where its match ends.
    var first: Int32 = 0
    var end: Int32 = 0
    /// Where its match before that ended.
    var reach: Int32 = 0
  }

  private var trails: [Trail]
  private var searches: UInt64 = 0
  /// The last search before those of the tokens at hand.
  private var before: UInt64 = 0
  /// Whether matches of this search are to be looked at once more.
  private var isOpen = false
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
    guard mayMatch(tokens, from, to) else { return }
    before = searches
    beginSearch()
    let known = matches.count
    var state = memory.lineStates.blockStart
    var place = from
    while place < to, !state.isFinal {
      memory.lineStates.goOn(
        from: &state, over: tokens, at: &place, to: to,
        until: StateTable.Position.prefixAccepting, grammar.lines)
      if state.hasPrefixAccept {
        for index in memory.lineStates.accepts(in: state) {
          let accept = memory.lineStates.accepts[index]
          guard accept & Closure.acceptPrefix != 0 else { continue }
          if accept & Closure.acceptAtEnd == 0 || place == to {
            note(accept, from, place, &matches)
          }
        }
      }
      if place == to {
        for index in memory.lineStates.accepts(in: state) {
          note(memory.lineStates.accepts[index], from, place, &matches)
        }
      }
    }
    if isOpen { settle(&matches, from: known, from, to, grammar.lines, tokens) }
    Self.sort(&matches, from: known) { $0.rule < $1.rule }
  }

  /// Whether a line rule may match the tokens: most lines begin as none does.
  private func mayMatch(_ tokens: [Token], _ from: Int, _ to: Int) -> Bool {
    from >= 0 && from < to && to <= tokens.count && grammar.lines.canStart(Symbol(tokens[from]))
  }

  // MARK: Phrases

  /// Every phrase found in the tokens, as `phrases(_:from:to:into:)` finds them.
  package mutating func phrases(
    _ tokens: [Token], from: Int, to: Int, startingBefore limit: Int = .max
  ) -> [RuleMatch] {
    var matches = takeRoom()
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
      if !automaton.canStart(Symbol(tokens[start])) { continue }
      beginSearch()
      let known = matches.count
      var state = start == from ? memory.phraseStates.blockStart : memory.phraseStates.elsewhere
      var place = start
      let reach = min(to, start + Self.longestPhrase)
      while place < reach, !state.isFinal {
        memory.phraseStates.goOn(
          from: &state, over: tokens, at: &place, to: reach,
          until: StateTable.Position.accepting, automaton)
        if state.isAccepting {
          for index in memory.phraseStates.accepts(in: state) {
            let accept = memory.phraseStates.accepts[index]
            if accept & Closure.acceptAtEnd == 0 || place == to {
              note(accept, start, place, &matches)
            }
          }
        }
      }
      if isOpen { settle(&matches, from: known, from, to, automaton, tokens) }
      Self.sort(&matches, from: known) {
        $0.end > $1.end || $0.end == $1.end && $0.rule < $1.rule
      }
    }
  }

  // MARK: Matches

  /// The room in which matches are gathered.
  private mutating func takeRoom() -> [RuleMatch] {
    var room: [RuleMatch] = []
    swap(&room, &gathered)
    if !room.isEmpty { room.removeAll(keepingCapacity: true) }
    return room
  }

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
    var matches = matches.mutableSpan
    for index in (first + 1)..<matches.count {
      let match = matches[index]
      var place = index
      while place > first, !areInOrder(matches[place - 1], match) {
        matches[place] = matches[place - 1]
        place -= 1
      }
      matches[place] = match
    }
  }

  /// Begins the search from a token; all its matches are looked at when they are counted, or when a
  /// rule is to find nothing.
  @inline(__always)
  private mutating func beginSearch() {
    searches += 1
    isOpen = uses != nil || muted >= 0
  }

  /// Notes that a rule that begins at `start` was found to end at a place; places come in order.
  @inline(__always)
  private mutating func note(
    _ accept: UInt32, _ start: Int, _ place: Int, _ matches: inout [RuleMatch]
  ) {
    let rule = Int(accept >> Closure.ruleShift)
    let trail = trails[rule]
    if trail.search == searches {
      lengthen(rule, place, &matches)
      return
    }
    let reach = trail.search > before ? trail.end : 0
    // A phrase overlaps none of its rule; a line is searched once.
    if reach > start { return }
    let end = Int32(truncatingIfNeeded: place)
    trails[rule] = Trail(search: searches, first: end, end: end, reach: reach)
    matches.append(RuleMatch(rule: rule, start: start, end: place))
    if grammar.traits[rule].isOpen { isOpen = true }
  }

  /// Has the match of a rule in this search, which is among the last, end at a later place.
  private mutating func lengthen(_ rule: Int, _ place: Int, _ matches: inout [RuleMatch]) {
    trails[rule].end = Int32(truncatingIfNeeded: place)
    if let index = matches.lastIndex(where: { $0.rule == rule }) { matches[index].end = place }
  }

  /// Looks at the matches from an index on, which are those of one search, once more: where a lazy
  /// rule ends, and what is no match after all.
  private mutating func settle(
    _ matches: inout [RuleMatch], from first: Int, _ from: Int, _ to: Int,
    _ automaton: Automaton, _ tokens: [Token]
  ) {
    var kept = first
    for index in first..<matches.count {
      let rule = matches[index].rule
      guard let end = end(of: matches[index], from, to, automaton, tokens) else {
        trails[rule].end = trails[rule].reach
        continue
      }
      trails[rule].end = Int32(truncatingIfNeeded: end)
      matches[kept] = RuleMatch(rule: rule, start: matches[index].start, end: end)
      kept += 1
    }
    matches.removeLast(matches.count - kept)
  }

  /// Where a match that was found to end at its end at last does; `nil` for none.
  private mutating func end(
    of match: RuleMatch, _ from: Int, _ to: Int, _ automaton: Automaton, _ tokens: [Token]
  ) -> Int? {
    if Int32(match.rule) == muted { return nil }
    let traits = grammar.traits[match.rule]
    let trail = trails[match.rule]
    var end = match.end
    // Of several places where it may end the preferred one is to be found.
    if traits.lazy, end < to || traits.kind == .phrase, trail.first < trail.end {
      let bounds = CaptureRun.Bounds(
        start: match.start, end: end, whole: false, blockStart: match.start == from,
        blockEnd: end == to)
      end =
        memory.run.end(automaton, entry: automaton.entries[match.rule], tokens, bounds) ?? end
    }
    if traits.capital, !beginsWithCapital(tokens, match.start, end) { return nil }
    uses?.note(match.rule, at: tokens[match.start].start)
    return end
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
