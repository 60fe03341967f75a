/// All line rules, or all phrase rules, of a grammar as one machine over tokens.
///
/// A class, so that it is handed to every step of matching without counting its arrays.
final class Automaton: Sendable {
  enum Op: UInt8 {
    /// Takes a token of key `x`; `flag`: it must be written in capitals.
    case literal
    /// Takes a token of the class whose symbols `x` tells (see `TokenClass.test`).
    case tokenClass
    /// Takes a token whose key is one of `edges[x..<next]`; `flag`: in capitals.
    case list
    /// Goes on at `x`, or else at `next`.
    case split
    /// Notes the place for the name `x >> 1`: where it begins, or (`x & 1`) ends.
    case save
    /// No white space before the next token.
    case glue
    case blockStart
    case blockEnd
    /// The rule `x` matched; `flag`: whatever follows.
    case accept
  }

  /// A step, in eight bytes: a grammar has some hundred thousand.
  struct Node: Sendable {
    var x: Int32
    /// The operation above the flag above `next`, which is never negative.
    private var packed: UInt32

    init(op: Op, flag: Bool, x: Int32, next: Int32) {
      self.x = x
      packed = UInt32(op.rawValue) << 28 | (flag ? Self.flagBit : 0) | UInt32(next)
    }

    private static var flagBit: UInt32 { 1 << 27 }

    @inline(__always)
    var op: Op { Op(rawValue: UInt8(packed >> 28)) ?? .accept }

    @inline(__always)
    var flag: Bool { packed & Self.flagBit != 0 }

    @inline(__always)
    var next: Int32 {
      get { Int32(bitPattern: packed & (Self.flagBit - 1)) }
      set { packed = packed & ~(Self.flagBit - 1) | UInt32(newValue) }
    }

    /// Whether it takes a token.
    @inline(__always)
    var takesToken: Bool {
      switch op {
      case .literal, .tokenClass, .list: true
      default: false
      }
    }

    /// The bits of a symbol that a token-taking node looks at.
    var mask: UInt32 {
      switch op {
      case .tokenClass: UInt32(bitPattern: x) >> TokenClass.testShift
      case .literal, .list: Symbol.keyMask | (flag ? Symbol.upper : 0)
      default: 0
      }
    }
  }

  /// A word of a list and where it leads.
  struct Edge: Sendable {
    var key: UInt32
    /// The place it leads to, and in the last bit whether it is a syllable.
    private var packed: UInt32

    init(key: UInt32, target: Int32, isSyllable: Bool) {
      self.key = key
      packed = UInt32(target) << 1 | (isSyllable ? 1 : 0)
    }

    @inline(__always)
    var target: Int32 {
      get { Int32(bitPattern: packed >> 1) }
      set { packed = UInt32(newValue) << 1 | packed & 1 }
    }

    @inline(__always)
    var isSyllable: Bool { packed & 1 != 0 }
  }

  /// A first word of a rule, where it leads and on what conditions.
  struct StartEdge: Sendable {
    var target: Int32
    var upper: Bool
    var glued: Bool
    var blockStart: Bool
  }

  let nodes: [Node]
  let edges: [Edge]
  /// Where each rule of the grammar begins, or -1 for a rule of the other kind.
  let entries: [Int32]
  /// Whether the pattern of each rule names a part.
  let captures: [Bool]

  /// The rules' first words, those of key `k` at `startOffsets[k]..<startOffsets[k + 1]`.
  let startEdges: [StartEdge]
  let startOffsets: [Int32]
  /// What else can begin a rule: items (see `Closure`) on classes of tokens.
  let startClasses: [UInt32]
  /// Whether a symbol with these bits below its key is in one of `startClasses`.
  let startShapes: [Bool]
  /// The bits of a symbol that matter at the start.
  let startMask: UInt32

  /// The machine of these nodes; `firsts` are the items (see `Closure`) before any token, and
  /// `keys` is the number of known keys.
  init(
    nodes: [Node], edges: [Edge], entries: [Int32], captures: [Bool], firsts: [UInt32], keys: Int
  ) {
    self.nodes = nodes
    self.edges = edges
    self.entries = entries
    self.captures = captures
    var starts: [(key: UInt32, edge: StartEdge)] = []
    starts.reserveCapacity(firsts.count)
    var classes: [UInt32] = []
    var shapes = [Bool](repeating: false, count: Symbol.shapes)
    var mask: UInt32 = 0
    for item in firsts {
      let node = nodes[Int(item >> Closure.nodeShift)]
      mask |= node.mask
      if item & Closure.glued != 0 { mask |= Symbol.spaced }
      func edge(_ target: Int32, upper: Bool) -> StartEdge {
        StartEdge(
          target: target, upper: upper, glued: item & Closure.glued != 0,
          blockStart: item & Closure.atStart != 0)
      }
      switch node.op {
      case .literal:
        starts.append((UInt32(bitPattern: node.x), edge(node.next, upper: node.flag)))
      case .list:
        for word in edges[Int(node.x)..<Int(node.next)] {
          starts.append((word.key, edge(word.target, upper: node.flag && word.isSyllable)))
        }
      default:
        classes.append(item)
        for shape in 0..<UInt32(Symbol.shapes)
        where Self.classTakes(node.x, Symbol(rawValue: shape)) {
          shapes[Int(shape)] = true
        }
      }
    }
    startClasses = classes
    startShapes = shapes
    startMask = mask
    (startEdges, startOffsets) = Self.filed(starts, keys: keys)
  }

  /// The first words filed under their keys.
  private static func filed(
    _ starts: [(key: UInt32, edge: StartEdge)], keys: Int
  ) -> (edges: [StartEdge], offsets: [Int32]) {
    var offsets = [Int32](repeating: 0, count: keys + 2)
    for (key, _) in starts { offsets[Int(key) + 1] += 1 }
    for key in 0...keys { offsets[key + 1] += offsets[key] }
    var places = offsets
    var edges = [StartEdge](
      repeating: StartEdge(target: 0, upper: false, glued: false, blockStart: false),
      count: starts.count)
    for (key, edge) in starts {
      edges[Int(places[Int(key)])] = edge
      places[Int(key)] += 1
    }
    return (edges, offsets)
  }

  /// Whether a rule can begin with this symbol.
  @inline(__always)
  func canStart(_ symbol: Symbol) -> Bool {
    startShapes[Int(symbol.rawValue & UInt32(Symbol.shapes - 1))]
      || startOffsets[Int(symbol.key)] != startOffsets[Int(symbol.key) + 1]
  }

  /// Where the words of a list lead for a symbol; nil if it is none of them.
  func target(of node: Node, _ symbol: Symbol) -> Int32? {
    guard let edge = edge(of: node, symbol.key) else { return nil }
    if node.flag, edge.isSyllable, !symbol.isUpper { return nil }
    return edge.target
  }

  /// The word of a list that has a key.
  private func edge(of node: Node, _ key: UInt32) -> Edge? {
    var low = Int(node.x)
    var high = Int(node.next)
    while low < high {
      let middle = (low + high) / 2
      if edges[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < Int(node.next) && edges[low].key == key ? edges[low] : nil
  }

  /// Whether a token-taking node looks for a key.
  func names(_ key: UInt32, at index: Int) -> Bool {
    let node = nodes[index]
    switch node.op {
    case .literal: return UInt32(bitPattern: node.x) == key
    case .list: return edge(of: node, key) != nil
    default: return false
    }
  }

  /// The keys that a token-taking node looks for, a bit for every 64th.
  func named(by node: Node) -> UInt64 {
    switch node.op {
    case .literal: return 1 << UInt64(node.x & 63)
    case .list:
      // The keys of a long list have all bits.
      if node.next - node.x > 64 { return ~0 }
      return edges[Int(node.x)..<Int(node.next)].reduce(0) { $0 | 1 << UInt64($1.key & 63) }
    default: return 0
    }
  }

  /// Where a token-taking node leads for a symbol; nil if it does not take it.
  @inline(__always)
  func target(at index: Int, _ symbol: Symbol) -> Int32? {
    let node = nodes[index]
    switch node.op {
    case .literal:
      guard symbol.key == UInt32(bitPattern: node.x), !node.flag || symbol.isUpper else {
        return nil
      }
      return node.next
    case .tokenClass:
      return Self.classTakes(node.x, symbol) ? node.next : nil
    case .list: return target(of: node, symbol)
    default: return nil
    }
  }

  /// Whether a class takes a symbol.
  @inline(__always)
  static func classTakes(_ test: Int32, _ symbol: Symbol) -> Bool {
    let test = UInt32(bitPattern: test)
    return symbol.rawValue & test >> TokenClass.testShift == test & TokenClass.testBits
  }

  /// Whether a node surely takes no token that is this symbol; told without a search.
  @inline(__always)
  func refuses(_ index: Int, _ symbol: Symbol) -> Bool {
    let node = nodes[index]
    switch node.op {
    case .literal: return symbol.key != UInt32(bitPattern: node.x)
    case .tokenClass: return !Self.classTakes(node.x, symbol)
    default: return false
    }
  }
}
