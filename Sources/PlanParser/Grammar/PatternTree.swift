/// The patterns of a grammar as read, all in one table.
struct PatternTree {
  enum Kind: UInt8 {
    /// `a`: the key; `b`: 1 when it is a syllable.
    case literal
    /// `a`: the raw value of a `TokenClass`.
    case tokenClass
    /// `a`: the name of a sub-pattern or list.
    case reference
    /// `a`: the name; one child.
    case capture
    /// `a`, `b`: how often at least and at most, `unbounded` for no end; one child.
    case repeated
    case sequence
    case alternatives
    /// `~`: no white space here.
    case glue
    /// `...`: any tokens, as few as will do.
    case gap
    /// `^` and `$`.
    case blockStart
    case blockEnd

    /// Whether it means the same alone as in a sequence of its own, wherever it is hung.
    var standsAlone: Bool {
      switch self {
      case .literal, .tokenClass, .reference, .capture, .repeated: true
      case .sequence, .alternatives, .glue, .gap, .blockStart, .blockEnd: false
      }
    }
  }

  struct Node {
    var kind: Kind
    var b: Int16
    var a: Int32
    /// The first child and the next sibling, or `none`.
    var child: Int32
    var next: Int32
  }

  static let none: Int32 = -1
  static let unbounded: Int16 = -1

  private(set) var nodes: [Node] = []

  /// Makes room for some nodes.
  mutating func reserve(_ count: Int) { nodes.reserveCapacity(count) }

  /// Adds a node and gives its place.
  mutating func add(_ kind: Kind, a: Int32 = 0, b: Int16 = 0, child: Int32 = none) -> Int32 {
    nodes.append(Node(kind: kind, b: b, a: a, child: child, next: Self.none))
    return Int32(nodes.count - 1)
  }

  /// Hangs the siblings that begin at `next` behind `node`.
  mutating func link(_ node: Int32, to next: Int32) { nodes[Int(node)].next = next }

  subscript(_ node: Int32) -> Node { nodes[Int(node)] }
}
