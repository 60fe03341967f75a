/// All line rules, or all phrase rules, of a grammar as one machine over tokens.
struct Automaton: Sendable {
  enum Op: UInt8 {
    /// Takes a token of key `x`; `flag`: it must be written in capitals.
    case literal
    /// Takes a token of the class `x`.
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

  struct Node: Sendable {
    var op: Op
    var flag: Bool
    var x: Int32
    var next: Int32
  }

  /// A word of a list and where it leads.
  struct Edge: Sendable {
    var key: UInt32
    var target: Int32
    var isSyllable: Bool
  }

  /// A first word of a rule, where it leads and on what conditions.
  struct StartEdge: Sendable {
    var target: Int32
    var upper: Bool
    var glued: Bool
    var blockStart: Bool
  }

  var nodes: [Node] = []
  var edges: [Edge] = []
  /// Where each rule of the grammar begins, or -1 for a rule of the other kind.
  var entries: [Int32]

  /// The rules' first words, those of key `k` at `startOffsets[k]..<startOffsets[k + 1]`.
  var startEdges: [StartEdge] = []
  var startOffsets: [Int32] = []
  /// What else can begin a rule: items (see `Closure`) on classes of tokens.
  var startClasses: [UInt32] = []
  /// Whether a symbol with these bits below its key is in one of `startClasses`.
  var startShapes = [Bool](repeating: false, count: Symbol.shapes)
  /// The bits of a symbol that matter at the start.
  var startMask: UInt32 = 0

  init(rules: Int) { entries = [Int32](repeating: -1, count: rules) }

  /// Whether a rule can begin with this symbol.
  @inline(__always)
  func canStart(_ symbol: Symbol) -> Bool {
    startShapes[Int(symbol.rawValue & UInt32(Symbol.shapes - 1))]
      || startOffsets[Int(symbol.key)] != startOffsets[Int(symbol.key) + 1]
  }

  /// Where the words of a list lead for a symbol; nil if it is none of them.
  func target(of node: Node, _ symbol: Symbol) -> Int32? {
    var low = Int(node.x)
    var high = Int(node.next)
    let key = symbol.key
    while low < high {
      let middle = (low + high) / 2
      if edges[middle].key < key { low = middle + 1 } else { high = middle }
    }
    guard low < Int(node.next), edges[low].key == key else { return nil }
    if node.flag, edges[low].isSyllable, !symbol.isUpper { return nil }
    return edges[low].target
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
      return classTakes(node.x, symbol) ? node.next : nil
    case .list: return target(of: node, symbol)
    default: return nil
    }
  }

  /// The bits of a symbol that a token-taking node looks at.
  func mask(of node: Node) -> UInt32 {
    switch node.op {
    case .tokenClass: TokenClass(rawValue: node.x)?.mask ?? 0
    case .literal, .list: Symbol.keyMask | (node.flag ? Symbol.upper : 0)
    default: 0
    }
  }

  /// Whether a class takes a symbol.
  @inline(__always)
  func classTakes(_ raw: Int32, _ symbol: Symbol) -> Bool {
    guard let tokenClass = TokenClass(rawValue: raw) else { return false }
    return symbol.rawValue & tokenClass.mask == tokenClass.bits
  }
}
