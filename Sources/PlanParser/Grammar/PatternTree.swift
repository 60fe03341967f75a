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
  }

  struct Node {
    var kind: Kind
    var a: Int32
    var b: Int32
    /// The first child and the next sibling, or `none`.
    var child: Int32
    var next: Int32
  }

  static let none: Int32 = -1
  static let unbounded: Int32 = -1

  private(set) var nodes: [Node] = []

  /// Makes room for some nodes.
  mutating func reserve(_ count: Int) { nodes.reserveCapacity(count) }

  /// Adds a node and gives its place.
  mutating func add(_ kind: Kind, a: Int32 = 0, b: Int32 = 0, child: Int32 = none) -> Int32 {
    nodes.append(Node(kind: kind, a: a, b: b, child: child, next: Self.none))
    return Int32(nodes.count - 1)
  }

  /// Hangs the siblings that begin at `next` behind `node`.
  mutating func link(_ node: Int32, to next: Int32) { nodes[Int(node)].next = next }

  /// Gives `node` the children that begin at `child`.
  mutating func setChild(of node: Int32, _ child: Int32) { nodes[Int(node)].child = child }

  subscript(_ node: Int32) -> Node { nodes[Int(node)] }
}
