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

  private(set) var items: [UInt32] = []
  private(set) var accepts: [UInt32] = []
  private var stack: [UInt32] = []
  /// For each node, the generation in which it was met (from bit 8) and with which conditions.
  private var stamps: [UInt16]
  private var generation: UInt16 = 0

  init(nodes: Int) { stamps = [UInt16](repeating: 0, count: nodes) }

  /// Empties the sets.
  mutating func begin() {
    items.removeAll(keepingCapacity: true)
    accepts.removeAll(keepingCapacity: true)
    generation += 1
    if generation == 1 << 8 {
      for index in stamps.indices { stamps[index] = 0 }
      generation = 1
    }
  }

  /// Adds what is reached from `node`; `first`: before any token was taken.
  mutating func add(_ node: Int32, _ nodes: [Automaton.Node], first: Bool = false) {
    stack.append(UInt32(bitPattern: node) << Self.nodeShift)
    while let item = stack.popLast() {
      let index = Int(item >> Self.nodeShift)
      let flags = item & 7
      let stamp = stamps[index]
      let bit: UInt16 = 1 << flags
      if stamp >> 8 == generation {
        if stamp & bit != 0 { continue }
        stamps[index] = stamp | bit
      } else {
        stamps[index] = generation << 8 | bit
      }
      let node = nodes[index]
      switch node.op {
      case .literal, .tokenClass, .list:
        if flags & Self.atEnd == 0 { items.append(item) }
      case .split:
        stack.append(UInt32(bitPattern: node.next) << Self.nodeShift | flags)
        stack.append(UInt32(bitPattern: node.x) << Self.nodeShift | flags)
      case .save: stack.append(UInt32(bitPattern: node.next) << Self.nodeShift | flags)
      case .glue:
        stack.append(UInt32(bitPattern: node.next) << Self.nodeShift | flags | Self.glued)
      case .blockStart:
        if first {
          stack.append(UInt32(bitPattern: node.next) << Self.nodeShift | flags | Self.atStart)
        }
      case .blockEnd:
        stack.append(UInt32(bitPattern: node.next) << Self.nodeShift | flags | Self.atEnd)
      case .accept:
        accepts.append(
          UInt32(bitPattern: node.x) << Self.ruleShift
            | (flags & Self.atEnd != 0 ? Self.acceptAtEnd : 0)
            | (node.flag ? Self.acceptPrefix : 0))
      }
    }
  }

  /// Puts the sets in an order that does not depend on how they were reached.
  mutating func sort() {
    if items.count > 1 { items.sort() }
    if accepts.count > 1 { accepts.sort() }
  }
}
