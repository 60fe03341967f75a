/// Puts the patterns of rules together into one automaton.
///
/// A pattern is built from its end: each part is given the node that follows it.
struct AutomatonBuilder {
  /// What a reference stands for.
  enum Definition {
    case pattern(root: Int32)
    case list(Int)
  }

  /// The most nodes and words of lists that one rule may come to.
  static let mostNodes = 200_000
  /// The most that all rules together may come to: what a step can lead to.
  private static let most = (1 << 27) - 1

  private let tree: PatternTree
  private let lists: [WordList]
  /// By the number of a name; nil where the name is only that of a capture.
  private let definitions: [Definition?]
  private var nodes: [Automaton.Node] = []
  private var edges: [Automaton.Edge] = []
  /// Where each rule begins, or -1.
  private var entries: [Int32]
  /// Whether the pattern of each rule names a part.
  private var captures: [Bool]
  /// Whether the literals of the rule being added must be written in capitals.
  private var upper = false
  private var limit = 0
  private var scratch: [Int32] = []
  /// The words that alternatives being added begin with.
  private var words: [Automaton.Edge] = []

  init(tree: PatternTree, lists: [WordList], definitions: [Definition?], rules: Int) {
    self.tree = tree
    self.lists = lists
    self.definitions = definitions
    entries = [Int32](repeating: -1, count: rules)
    captures = [Bool](repeating: false, count: rules)
    // As in the reader of grammars: what is not used is never touched.
    nodes.reserveCapacity(tree.nodes.count * 3)
    edges.reserveCapacity(tree.nodes.count * 3)
  }

  /// The nodes and words so far.
  private var size: Int { nodes.count + edges.count }

  /// Adds a rule, whose roots are alternatives; `false` when it is too large.
  mutating func add(rule: Int, kind: Rule.Kind, roots: [Int32], upper: Bool) -> Bool {
    self.upper = upper
    let first = nodes.count
    limit = min(size + Self.mostNodes, Self.most)
    var entry: Int32?
    for root in roots.reversed() {
      let start = emitRoot(root, rule: Int32(rule), kind: kind)
      entry = entry.map { node(.split, start, $0) } ?? start
    }
    guard size <= limit else { return false }
    guard let entry else { return true }
    entries[rule] = entry
    captures[rule] = nodes[first...].contains { $0.op == .save }
    return true
  }

  private mutating func node(
    _ op: Automaton.Op, _ x: Int32 = 0, _ next: Int32 = 0, flag: Bool = false
  ) -> Int32 {
    // Past the limit nothing is kept: the rule is refused.
    if size > limit { return 0 }
    nodes.append(Automaton.Node(op: op, flag: flag, x: x, next: next))
    return Int32(nodes.count - 1)
  }

  /// A whole pattern; a line's pattern that ends in `...` is met as soon as the rest is.
  private mutating func emitRoot(_ root: Int32, rule: Int32, kind: Rule.Kind) -> Int32 {
    let top = tree[root]
    if kind == .line, top.kind == .alternatives {
      return emitChoice(from: pushChildren(top.child)) {
        $0.emitRoot($1, rule: rule, kind: kind)
      } ?? node(.accept, rule)
    }
    if kind == .line, top.kind == .sequence {
      let base = pushChildren(top.child)
      let open = scratch.count > base && tree[scratch[scratch.count - 1]].kind == .gap
      if open { scratch.removeLast() }
      return emitPushed(from: base, node(.accept, rule, flag: open))
    }
    return emit(root, node(.accept, rule))
  }

  /// Puts a part and its siblings after it on `scratch`; gives where they begin there.
  private mutating func pushChildren(_ first: Int32) -> Int {
    let base = scratch.count
    var child = first
    while child != PatternTree.none {
      scratch.append(child)
      child = tree[child].next
    }
    return base
  }

  /// The entry of the parts on `scratch` from `base` on, one after the other; takes them off.
  private mutating func emitPushed(from base: Int, _ next: Int32) -> Int32 {
    var next = next
    while scratch.count > base { next = emit(scratch.removeLast(), next) }
    return next
  }

  /// The entry of a part that is followed by `next`.
  private mutating func emit(_ index: Int32, _ next: Int32) -> Int32 {
    let part = tree[index]
    switch part.kind {
    case .literal: return node(.literal, part.a, next, flag: upper && part.b == 1)
    case .tokenClass:
      return node(.tokenClass, (TokenClass(rawValue: part.a) ?? .any).test, next)
    case .sequence: return emitPushed(from: pushChildren(part.child), next)
    case .alternatives: return emitAlternatives(part, next)
    case .capture:
      let close = node(.save, part.a << 1 | 1, next)
      let inner = emit(part.child, close)
      return node(.save, part.a << 1, inner)
    case .repeated: return emitRepeated(part, next)
    case .reference:
      switch definitions[Int(part.a)] {
      case .pattern(let root): return emit(root, next)
      case .list(let list): return emitList(lists[list], next)
      case nil: return next
      }
    case .glue: return node(.glue, 0, next)
    case .blockStart: return node(.blockStart, 0, next)
    case .blockEnd: return node(.blockEnd, 0, next)
    case .gap:
      let loop = node(.split, next)
      let any = node(.tokenClass, TokenClass.any.test, loop)
      setNext(of: loop, any)
      return loop
    }
  }

  /// Alternatives that all begin with a word become a list, which is searched at once; of those with
  /// one first word the order stays.
  private mutating func emitAlternatives(_ part: PatternTree.Node, _ next: Int32) -> Int32 {
    let base = pushChildren(part.child)
    guard scratch[base...].allSatisfy({ firstWord(of: $0) != nil }) else {
      return emitChoice(from: base) { $0.emit($1, next) } ?? next
    }
    // Those of parts inside of these stand behind them.
    let first = words.count
    while scratch.count > base, let last = scratch.popLast(), let word = firstWord(of: last) {
      addWord(word, to: emitBehindFirst(last, next), from: first)
    }
    let start = edges.count
    edges += words[first...]
    words.removeLast(words.count - first)
    return emitWords(from: start)
  }

  /// Adds a first word to those from `first` on, which stand in the order of their keys.
  private mutating func addWord(_ word: PatternTree.Node, to target: Int32, from first: Int) {
    let key = UInt32(bitPattern: word.a)
    var place = words.count
    while place > first, words[place - 1].key > key { place -= 1 }
    if place > first, words[place - 1].key == key {
      let other = words[place - 1].target
      if other != target { words[place - 1].target = node(.split, target, other) }
    } else {
      words.insert(Automaton.Edge(key: key, target: target, isSyllable: word.b == 1), at: place)
    }
  }

  /// The word that a part begins with; nil if it may begin with anything else.
  private func firstWord(of index: Int32) -> PatternTree.Node? {
    var part = tree[index]
    while part.kind == .sequence, part.child != PatternTree.none { part = tree[part.child] }
    return part.kind == .literal ? part : nil
  }

  /// The entry of a part behind its first word.
  private mutating func emitBehindFirst(_ index: Int32, _ next: Int32) -> Int32 {
    let part = tree[index]
    guard part.kind == .sequence else { return next }
    let rest = emitPushed(from: pushChildren(tree[part.child].next), next)
    return emitBehindFirst(part.child, rest)
  }

  /// The node that takes one of the words that were put behind the edges before `start`.
  private mutating func emitWords(from start: Int) -> Int32 {
    if edges.count == start + 1, let word = edges.popLast() {
      return node(
        .literal, Int32(bitPattern: word.key), word.target, flag: upper && word.isSyllable)
    }
    return node(.list, Int32(start), Int32(edges.count), flag: upper)
  }

  /// The entry of one of the parts on `scratch` from `base` on, the first preferred; takes them off.
  private mutating func emitChoice(
    from base: Int, _ emit: (inout Self, Int32) -> Int32
  ) -> Int32? {
    var entry: Int32?
    while scratch.count > base {
      let start = emit(&self, scratch.removeLast())
      entry = entry.map { node(.split, start, $0) } ?? start
    }
    return entry
  }

  private mutating func emitRepeated(_ part: PatternTree.Node, _ next: Int32) -> Int32 {
    var entry = next
    var least = part.a
    if part.b == PatternTree.unbounded {
      let loop = node(.split, 0, next)
      let body = emit(part.child, loop)
      if loop < nodes.count { nodes[Int(loop)].x = body }
      // "a+" begins inside the loop; further copies only for "{2,}", which cannot be written.
      entry = least > 0 ? body : loop
      least -= 1
    } else {
      for _ in least..<Int32(part.b) where size <= limit {
        entry = node(.split, emit(part.child, entry), next)
      }
    }
    while least > 0, size <= limit {
      entry = emit(part.child, entry)
      least -= 1
    }
    return entry
  }

  private mutating func setNext(of index: Int32, _ next: Int32) {
    if Int(index) < nodes.count { nodes[Int(index)].next = next }
  }

  /// The words of a list, longer entries before shorter ones.
  private mutating func emitList(_ list: WordList, _ next: Int32) -> Int32 {
    guard size + list.nodes.count <= limit else {
      limit = -1
      return 0
    }
    let base = scratch.count
    scratch.append(contentsOf: repeatElement(next, count: list.nodes.count))
    // Children stand behind their parents, so from the end each finds its children built.
    for index in list.nodes.indices.reversed() {
      let entry = list.nodes[index]
      guard entry.childCount > 0 else { continue }
      let first = Int(entry.firstChild)
      let children = first..<(first + Int(entry.childCount))
      let start = edges.count
      for child in children {
        edges.append(
          Automaton.Edge(
            key: list.nodes[child].key, target: scratch[base + child],
            isSyllable: list.nodes[child].isSyllable))
      }
      let step = emitWords(from: start)
      scratch[base + index] = entry.isEntry ? node(.split, step, next) : step
    }
    let root = scratch[base]
    scratch.removeLast(scratch.count - base)
    return root
  }

  // MARK: The start

  /// The finished automaton, and the rules that would match without a single token.
  consuming func build(keys: Int) -> (automaton: Automaton, empty: [Int]) {
    var closure = Closure(nodes: nodes.count)
    closure.begin()
    for entry in entries where entry >= 0 {
      closure.add(entry, nodes, first: true)
    }
    let empty = Set(closure.accepts.map { Int($0 >> Closure.ruleShift) }).sorted()
    let automaton = Automaton(
      nodes: nodes, edges: edges, entries: entries, captures: captures, firsts: closure.items,
      keys: keys)
    return (automaton, empty)
  }
}
