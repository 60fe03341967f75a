import PlanText

/// The deterministic states of an automaton that a text has met so far.
///
/// States and transitions are worked out when first needed and kept; when there are too many, all
/// are forgotten, so that memory is bounded whatever the text.
struct StateTable {
  static let dead = 0
  private static let blockStart = 1
  private static let elsewhere = 2
  private static let firstFree = 3

  /// Before the first token of a block, and before any other token.
  private(set) var blockStart: Position
  private(set) var elsewhere: Position

  private static let mostStates = 1 << 15
  private static let mostItems = 1 << 20
  private static let mostTransitions = 1 << 17

  private var states: [State] = []
  private var items: [UInt32] = []
  /// The accepted rules of all states (see `Closure`).
  private(set) var accepts: [UInt32] = []
  private var transitions: [Transition]
  private var used = 0
  /// The states by the hash of their sets, open addressing; 0 is empty.
  private var sets: [Int32]
  private var closure: Closure
  private var timesForgotten = 0

  init(_ automaton: Automaton) {
    transitions = [Transition](repeating: .empty, count: 1 << 11)
    sets = [Int32](repeating: 0, count: 1 << 9)
    closure = Closure(nodes: automaton.nodes.count)
    blockStart = Position(Self.blockStart, mask: automaton.startMask)
    elsewhere = Position(Self.elsewhere, mask: automaton.startMask)
    forget()
  }

  /// Where the rules accepted in a state stand in `accepts`.
  @inline(__always)
  func accepts(in state: Position) -> Range<Int> {
    let range = states[state.number].accepts
    return Int(range.lowerBound)..<Int(range.upperBound)
  }

  /// Goes on from a state over the token at a place and those behind it, up to an end, a state that
  /// is final or one that has one of some marks (`Position.accepting`).
  ///
  /// Only the state it gives and the three fixed ones are sure to be known after it.
  mutating func goOn(
    from state: inout Position, over tokens: [Token], at place: inout Int, to end: Int,
    until marks: UInt32, _ automaton: Automaton
  ) {
    precondition(place < end && end <= tokens.count, "there are tokens to go on over")
    let ends = marks | Position.final
    while !goesOnKnown(from: &state, over: tokens, at: &place, to: end, until: ends) {
      state = step(state, Symbol(tokens[place]), automaton)
      place += 1
      if place == end || state.bits & ends != 0 { return }
    }
  }

  /// Goes on in the same way as long as it is known where tokens lead; gives whether it came to an
  /// end.
  @inline(__always)
  private func goesOnKnown(
    from state: inout Position, over tokens: [Token], at place: inout Int, to end: Int,
    until ends: UInt32
  ) -> Bool {
    let transitions = transitions.span
    let tokens = tokens.span
    repeat {
      // Places grow up to `end`.
      let key = Self.key(state, Symbol(unsafe tokens[unchecked: place]))
      guard let target = Self.target(of: key, in: transitions) else { return false }
      state = target
      place += 1
    } while place < end && state.bits & ends == 0
    return true
  }

  /// The state after a token.
  private mutating func step(
    _ state: Position, _ symbol: Symbol, _ automaton: Automaton
  ) -> Position {
    let key = Self.key(state, symbol)
    if let target = Self.target(of: key, in: transitions.span) { return target }
    return learn(
      state.number, key, Symbol(rawValue: symbol.rawValue & state.mask), automaton)
  }

  @inline(__always)
  private static func key(_ state: Position, _ symbol: Symbol) -> UInt64 {
    UInt64(state.bits) << 32 | UInt64(symbol.rawValue & state.mask)
  }

  /// Where a state and a symbol lead, when that is known.
  @inline(__always)
  private static func target(of key: UInt64, in transitions: Span<Transition>) -> Position? {
    var slot = slot(key, transitions.count)
    while true {
      let entry = transitions[slot]
      if entry.key == key { return entry.target }
      if entry.key == 0 { return nil }
      slot = (slot + 1) & (transitions.count - 1)
    }
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ count: Int) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (count - 1)
  }

  /// Finds the state after a token that it has not met in a state, and remembers it.
  @inline(never)
  private mutating func learn(
    _ state: Int, _ key: UInt64, _ symbol: Symbol, _ automaton: Automaton
  ) -> Position {
    let before = timesForgotten
    let target: Position
    if symbol.key != 0, !isNamed(symbol.key, in: state, automaton) {
      // A word that the state does not name is like all others that it does not.
      let other = Symbol(rawValue: symbol.rawValue & ~Symbol.keyMask)
      target = step(states[state].position, other, automaton)
    } else {
      target = advance(state, symbol, automaton)
    }
    // When all were forgotten, so was the state that was left: the transition must not be kept.
    if before == timesForgotten { remember(key, target) }
    return target
  }

  /// Whether a rule looks for the word of a key in a state.
  private func isNamed(_ key: UInt32, in state: Int, _ automaton: Automaton) -> Bool {
    if state < Self.firstFree {
      return automaton.startOffsets[Int(key)] != automaton.startOffsets[Int(key) + 1]
    }
    if states[state].named >> UInt64(key & 63) & 1 == 0 { return false }
    let range = states[state].items
    for index in Int(range.lowerBound)..<Int(range.upperBound)
    where automaton.names(key, at: Int(items[index] >> Closure.nodeShift)) {
      return true
    }
    return false
  }

  /// Works out the state after a token.
  private mutating func advance(
    _ state: Int, _ symbol: Symbol, _ automaton: Automaton
  ) -> Position {
    closure.begin()
    if state < Self.firstFree {
      takeFirst(symbol, atStart: state == Self.blockStart, automaton)
    } else {
      let range = states[state].items
      for index in Int(range.lowerBound)..<Int(range.upperBound) {
        take(items[index], symbol, automaton)
      }
    }
    closure.sortAccepts()
    if states.count >= Self.mostStates || items.count >= Self.mostItems { forget() }
    return intern(automaton)
  }

  private mutating func take(_ item: UInt32, _ symbol: Symbol, _ automaton: Automaton) {
    if item & Closure.glued != 0, symbol.isSpaced { return }
    if let target = automaton.target(at: Int(item >> Closure.nodeShift), symbol) {
      closure.add(target, automaton.nodes)
    }
  }

  private mutating func takeFirst(_ symbol: Symbol, atStart: Bool, _ automaton: Automaton) {
    let key = Int(symbol.key)
    for index in Int(automaton.startOffsets[key])..<Int(automaton.startOffsets[key + 1]) {
      let edge = automaton.startEdges[index]
      if edge.upper && !symbol.isUpper || edge.glued && symbol.isSpaced
        || edge.blockStart && !atStart
      {
        continue
      }
      closure.add(edge.target, automaton.nodes)
    }
    for item in automaton.startClasses where item & Closure.atStart == 0 || atStart {
      take(item, symbol, automaton)
    }
  }

  /// The state of the sets in `closure`.
  private mutating func intern(_ automaton: Automaton) -> Position {
    if closure.items.isEmpty, closure.accepts.isEmpty { return Transition.empty.target }
    let hash = hashOfSets
    var slot = Int(hash) & (sets.count - 1)
    while sets[slot] != 0 {
      let known = Int(sets[slot])
      if states[known].hash == hash, isSame(states[known]) { return states[known].position }
      slot = (slot + 1) & (sets.count - 1)
    }
    var mask: UInt32 = 0
    var named: UInt64 = 0
    for item in closure.items {
      let node = automaton.nodes[Int(item >> Closure.nodeShift)]
      mask |= node.mask
      named |= automaton.named(by: node)
      if item & Closure.glued != 0 { mask |= Symbol.spaced }
    }
    let position = Position(
      states.count, mask: mask, accepts: !closure.accepts.isEmpty,
      prefix: closure.accepts.contains { $0 & Closure.acceptPrefix != 0 },
      final: closure.items.isEmpty)
    sets[slot] = Int32(states.count)
    states.append(
      State(
        items: Int32(items.count)..<Int32(items.count + closure.items.count),
        accepts: Int32(accepts.count)..<Int32(accepts.count + closure.accepts.count),
        hash: hash, named: named, position: position))
    items.append(contentsOf: closure.items)
    accepts.append(contentsOf: closure.accepts)
    if states.count * 2 > sets.count { growSets() }
    return position
  }

  /// The hash of the sets in `closure`; that of the items is the same in any order.
  private var hashOfSets: UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for item in closure.items {
      let mixed = item &* 0x9E37_79B1
      hash &+= (mixed ^ mixed >> 15) &* 0x85EB_CA77
    }
    for accept in closure.accepts { hash = (hash ^ accept) &* 0x0100_0193 }
    return hash ^ hash >> 15
  }

  /// Whether a state is that of the sets in `closure`, whose items stand in any order.
  private func isSame(_ state: State) -> Bool {
    guard state.items.count == closure.items.count, state.accepts.count == closure.accepts.count
    else { return false }
    for index in Int(state.items.lowerBound)..<Int(state.items.upperBound)
    where !closure.holds(items[index]) {
      return false
    }
    let firstAccept = Int(state.accepts.lowerBound)
    for index in closure.accepts.indices
    where accepts[firstAccept + index] != closure.accepts[index] {
      return false
    }
    return true
  }

  private mutating func growSets() {
    sets = [Int32](repeating: 0, count: sets.count * 2)
    for number in Self.firstFree..<states.count {
      var slot = Int(states[number].hash) & (sets.count - 1)
      while sets[slot] != 0 { slot = (slot + 1) & (sets.count - 1) }
      sets[slot] = Int32(number)
    }
  }

  private mutating func remember(_ key: UInt64, _ target: Position) {
    if used * 2 >= transitions.count {
      let old = transitions
      used = 0
      if old.count >= Self.mostTransitions {
        for index in transitions.indices { transitions[index] = .empty }
      } else {
        transitions = [Transition](repeating: .empty, count: old.count * 4)
        for entry in old where entry.key != 0 { place(entry) }
      }
    }
    place(Transition(key: key, target: target))
  }

  private mutating func place(_ entry: Transition) {
    var slot = Self.slot(entry.key, transitions.count)
    while transitions[slot].key != 0 { slot = (slot + 1) & (transitions.count - 1) }
    transitions[slot] = entry
    used += 1
  }

  /// Forgets all states but the fixed ones.
  private mutating func forget() {
    timesForgotten += 1
    states.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    accepts.removeAll(keepingCapacity: true)
    used = 0
    for index in transitions.indices { transitions[index] = .empty }
    for index in sets.indices { sets[index] = 0 }
    for position in [Transition.empty.target, blockStart, elsewhere] {
      states.append(State(items: 0..<0, accepts: 0..<0, hash: 0, position: position))
    }
  }
}
