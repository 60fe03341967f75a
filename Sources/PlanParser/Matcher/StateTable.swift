/// The deterministic states of an automaton that a text has met so far.
///
/// States and transitions are worked out when first needed and kept; when there are too many, all
/// are forgotten, so that memory is bounded whatever the text.
struct StateTable {
  /// No rule can match any more.
  static let dead: Int32 = 0
  /// Before the first token of a block, and before any other token.
  static let blockStart: Int32 = 1
  static let elsewhere: Int32 = 2
  private static let firstFree = 3

  private static let mostStates = 1 << 13
  private static let mostItems = 1 << 20
  private static let mostTransitions = 1 << 16

  private struct State {
    var items: Range<Int32>
    var accepts: Range<Int32>
    /// The bits of a symbol that matter in this state.
    var mask: UInt32
    var hash: UInt32
    var hasPrefixAccept: Bool
  }

  private struct Transition {
    /// The state (from bit 32) and the symbol; 0 is an empty slot, as state 0 has no transitions.
    var key: UInt64
    var target: Int32
  }

  private var states: [State] = []
  private var items: [UInt32] = []
  /// The accepted rules of all states (see `Closure`).
  private(set) var accepts: [UInt32] = []
  private var transitions: [Transition]
  private var used = 0
  /// The states by the hash of their sets, open addressing; 0 is empty.
  private var sets: [Int32]
  private var closure: Closure

  init(_ automaton: Automaton) {
    transitions = [Transition](repeating: Transition(key: 0, target: 0), count: 1 << 11)
    sets = [Int32](repeating: 0, count: 1 << 9)
    closure = Closure(nodes: automaton.nodes.count)
    forget(automaton)
  }

  /// Where the rules accepted in a state stand in `accepts`.
  @inline(__always)
  func accepts(in state: Int32) -> Range<Int> {
    let range = states[Int(state)].accepts
    return Int(range.lowerBound)..<Int(range.upperBound)
  }

  @inline(__always)
  func isAccepting(_ state: Int32) -> Bool { !states[Int(state)].accepts.isEmpty }

  @inline(__always)
  func hasPrefixAccept(_ state: Int32) -> Bool { states[Int(state)].hasPrefixAccept }

  /// Whether no further token can be taken.
  @inline(__always)
  func isFinal(_ state: Int32) -> Bool {
    states[Int(state)].items.isEmpty && Int(state) >= Self.firstFree
  }

  /// The state after a token.
  ///
  /// Only the state it gives and the three fixed ones are sure to be known after it.
  @inline(__always)
  mutating func step(_ state: Int32, _ symbol: Symbol, _ automaton: Automaton) -> Int32 {
    let masked = symbol.rawValue & states[Int(state)].mask
    let key = UInt64(UInt32(bitPattern: state)) << 32 | UInt64(masked)
    var slot = Self.slot(key, transitions.count)
    while true {
      let entry = transitions[slot]
      if entry.key == key { return entry.target }
      if entry.key == 0 { break }
      slot = (slot + 1) & (transitions.count - 1)
    }
    return advance(state, key, Symbol(rawValue: masked), automaton)
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ count: Int) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (count - 1)
  }

  /// Works out the state after a token and remembers it.
  @inline(never)
  private mutating func advance(
    _ state: Int32, _ key: UInt64, _ symbol: Symbol, _ automaton: Automaton
  ) -> Int32 {
    closure.begin()
    if Int(state) < Self.firstFree {
      takeFirst(symbol, atStart: state == Self.blockStart, automaton)
    } else {
      let range = states[Int(state)].items
      for index in Int(range.lowerBound)..<Int(range.upperBound) {
        take(items[index], symbol, automaton)
      }
    }
    closure.sort()
    if states.count >= Self.mostStates || items.count >= Self.mostItems {
      forget(automaton)
      // The state that was left is forgotten too: the transition must not be kept.
      return intern(automaton)
    }
    let target = intern(automaton)
    remember(key, target)
    return target
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
  private mutating func intern(_ automaton: Automaton) -> Int32 {
    if closure.items.isEmpty, closure.accepts.isEmpty { return Self.dead }
    var hash: UInt32 = 0x811C_9DC5
    for item in closure.items { hash = (hash ^ item) &* 0x0100_0193 }
    hash = (hash ^ 0xFFFF_FFFF) &* 0x0100_0193
    for accept in closure.accepts { hash = (hash ^ accept) &* 0x0100_0193 }
    hash ^= hash >> 15
    var slot = Int(hash) & (sets.count - 1)
    while sets[slot] != 0 {
      let known = sets[slot]
      if states[Int(known)].hash == hash, isSame(states[Int(known)]) { return known }
      slot = (slot + 1) & (sets.count - 1)
    }
    var mask: UInt32 = 0
    for item in closure.items {
      mask |= automaton.nodes[Int(item >> Closure.nodeShift)].mask
      if item & Closure.glued != 0 { mask |= Symbol.spaced }
    }
    let number = Int32(states.count)
    states.append(
      State(
        items: Int32(items.count)..<Int32(items.count + closure.items.count),
        accepts: Int32(accepts.count)..<Int32(accepts.count + closure.accepts.count),
        mask: mask, hash: hash,
        hasPrefixAccept: closure.accepts.contains { $0 & Closure.acceptPrefix != 0 }))
    items.append(contentsOf: closure.items)
    accepts.append(contentsOf: closure.accepts)
    sets[slot] = number
    if states.count * 2 > sets.count { growSets() }
    return number
  }

  private func isSame(_ state: State) -> Bool {
    guard state.items.count == closure.items.count, state.accepts.count == closure.accepts.count
    else { return false }
    let firstItem = Int(state.items.lowerBound)
    for index in closure.items.indices where items[firstItem + index] != closure.items[index] {
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

  private mutating func remember(_ key: UInt64, _ target: Int32) {
    if used * 2 >= transitions.count {
      let old = transitions
      let empty = Transition(key: 0, target: 0)
      used = 0
      if old.count >= Self.mostTransitions {
        for index in transitions.indices { transitions[index] = empty }
      } else {
        transitions = [Transition](repeating: empty, count: old.count * 4)
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
  private mutating func forget(_ automaton: Automaton) {
    states.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    accepts.removeAll(keepingCapacity: true)
    used = 0
    for index in transitions.indices { transitions[index] = Transition(key: 0, target: 0) }
    for index in sets.indices { sets[index] = 0 }
    for mask in [0, automaton.startMask, automaton.startMask] {
      states.append(
        State(items: 0..<0, accepts: 0..<0, mask: mask, hash: 0, hasPrefixAccept: false))
    }
  }
}
