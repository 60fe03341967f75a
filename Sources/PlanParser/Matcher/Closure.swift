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
    Self.walk(
      from: node, nodes, first: first, generation, stamps: &stamps, stack: &stack, items: &items,
      accepts: &accepts)
  }

  /// Adds what is reached from a node to the sets.
  private static func walk(
    from start: Int32, _ nodes: [Automaton.Node], first: Bool, _ generation: UInt32,
    stamps: inout [UInt32], stack: inout [UInt32], items: inout [UInt32], accepts: inout [UInt32]
  ) {
    var stamps = stamps.mutableSpan
    let nodes = nodes.span
    var index = Int(start)
    var flags: UInt32 = 0
    while true {
      var goesOn = meets(index, flags, generation, &stamps)
      if goesOn {
        let place = index
        let node = nodes[place]
        index = Int(node.next)
        switch node.op {
        case .literal, .tokenClass, .list:
          if flags & atEnd == 0 { items.append(UInt32(place) << nodeShift | flags) }
          goesOn = false
        case .accept:
          accepts.append(
            UInt32(bitPattern: node.x) << ruleShift | (flags & atEnd != 0 ? acceptAtEnd : 0)
              | (node.flag ? acceptPrefix : 0))
          goesOn = false
        case .split:
          let other = Int(node.x)
          if nodes[other].takesToken {
            // Most of many alternatives do: no need to come back for those behind.
            if meets(other, flags, generation, &stamps), flags & atEnd == 0 {
              items.append(UInt32(other) << nodeShift | flags)
            }
          } else {
            stack.append(UInt32(bitPattern: node.next) << nodeShift | flags)
            index = other
          }
        case .save: break
        case .glue: flags |= glued
        case .blockStart:
          goesOn = first
          flags |= atStart
        case .blockEnd: flags |= atEnd
        }
      }
      if goesOn { continue }
      guard let other = stack.popLast() else { return }
      index = Int(other >> nodeShift)
      flags = other & 7
    }
  }

  /// Whether a node is met for the first time under some conditions; from now on it was.
  @inline(__always)
  private static func meets(
    _ index: Int, _ flags: UInt32, _ generation: UInt32, _ stamps: inout MutableSpan<UInt32>
  ) -> Bool {
    let bit: UInt32 = 1 << flags
    let stamp = stamps[index]
    let met = stamp >> 8 == generation ? stamp : generation << 8
    if met & bit != 0 { return false }
    stamps[index] = met | bit
    return true
  }

  /// Whether an item is among those added.
  @inline(__always)
  func holds(_ item: UInt32) -> Bool {
    let stamp = stamps[Int(item >> Self.nodeShift)]
    return stamp >> 8 == generation && stamp >> (item & 7) & 1 != 0
  }

  /// Puts the accepted rules in an order that does not depend on how they were reached.
  mutating func sortAccepts() {
    if accepts.count > 1 { accepts.sort() }
  }
}
