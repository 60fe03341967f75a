/// The places of an automaton reached without taking a token.
///
/// An item is a node that takes a token, with the conditions met on the way to it.
struct Closure {
  /// The conditions: the next token follows without space, none may follow, none may precede.
  static let glued: UInt32 = 1
  static let atEnd: UInt32 = 2
  static let atStart: UInt32 = 4
  static let nodeShift: UInt32 = 3

  /// An accepted rule is `rule << 2` with these.
  static let acceptAtEnd: UInt32 = 1
  static let acceptPrefix: UInt32 = 2
  static let ruleShift: UInt32 = 2

  /// Up to how many items stand in order as soon by putting each into its place.
  private static let fewItems = 24

  private(set) var items: [UInt32] = []
  private(set) var accepts: [UInt32] = []
  private var stack: [UInt32] = []
  /// For each node, the generation in which it was met (from bit 8) and with which conditions.
  private var stamps: [UInt32]
  private var generation: UInt32 = 0

  init(nodes: Int) { stamps = [UInt32](repeating: 0, count: nodes) }

  /// Empties the sets.
  mutating func begin() {
    if !items.isEmpty { items.removeAll(keepingCapacity: true) }
    if !accepts.isEmpty { accepts.removeAll(keepingCapacity: true) }
    generation += 1
    if generation == 1 << 24 {
      for index in stamps.indices { stamps[index] = 0 }
      generation = 1
    }
  }

  /// Adds what is reached from `node`; `first`: before any token was taken.
  mutating func add(_ node: Int32, _ nodes: [Automaton.Node], first: Bool = false) {
    var index = node
    var flags: UInt32 = 0
    while true {
      if goes(&index, &flags, nodes, first) { continue }
      guard let other = stack.popLast() else { return }
      index = Int32(bitPattern: other >> Self.nodeShift)
      flags = other & 7
    }
  }

  /// Takes a way one node further; gives whether it goes on before the next token.
  @inline(__always)
  private mutating func goes(
    _ place: inout Int32, _ flags: inout UInt32, _ nodes: [Automaton.Node], _ first: Bool
  ) -> Bool {
    let index = Int(place)
    let bit: UInt32 = 1 << flags
    let stamp = stamps[index]
    if stamp >> 8 == generation {
      if stamp & bit != 0 { return false }
      stamps[index] = stamp | bit
    } else {
      stamps[index] = generation << 8 | bit
    }
    let node = nodes[index]
    switch node.op {
    case .literal, .tokenClass, .list:
      if flags & Self.atEnd == 0 { items.append(UInt32(index) << Self.nodeShift | flags) }
      return false
    case .accept:
      accepts.append(
        UInt32(bitPattern: node.x) << Self.ruleShift
          | (flags & Self.atEnd != 0 ? Self.acceptAtEnd : 0)
          | (node.flag ? Self.acceptPrefix : 0))
      return false
    case .split:
      stack.append(UInt32(bitPattern: node.next) << Self.nodeShift | flags)
      place = node.x
      return true
    case .save: break
    case .glue: flags |= Self.glued
    case .blockStart:
      guard first else { return false }
      flags |= Self.atStart
    case .blockEnd: flags |= Self.atEnd
    }
    place = node.next
    return true
  }

  /// Puts the sets in an order that does not depend on how they were reached.
  mutating func sort() {
    Self.sort(&items)
    Self.sort(&accepts)
  }

  /// Sorts a set, which is mostly small and nearly in order.
  private static func sort(_ set: inout [UInt32]) {
    if set.count > fewItems { return set.sort() }
    var sorted = set.mutableSpan
    for index in sorted.indices.dropFirst() {
      let item = sorted[index]
      var place = index
      while place > 0, sorted[place - 1] > item {
        sorted[place] = sorted[place - 1]
        place -= 1
      }
      sorted[place] = item
    }
  }
}
