import PlanText

/// Finds how one rule's pattern lies on the tokens of a match.
///
/// All ways to match are walked side by side, the preferred one first, so that the time is bounded
/// by the tokens times the rule's size. Repeated parts take as much as they can, `...` as little.
struct CaptureRun {
  /// A way through the pattern, which stands behind the node that took the last token.
  private struct Thread {
    var node: Int32
    /// The conditions met since (see `Closure`).
    var flags: UInt32
    /// The last place it noted, or -1.
    var head: Int32
    /// Whether it stands at the end of the pattern.
    var accepts = false
  }

  /// A noted place; `before` is the one noted earlier, or -1.
  private struct Note {
    var before: Int32
    var slot: Int32
    var place: Int32
  }

  private var current: [Thread] = []
  private var next: [Thread] = []
  private var stack: [Thread] = []
  private var notes: [Note] = []
  // What a match noted, from its end, and the parts that are open.
  private var path: [Note] = []
  private var open: [Int] = []
  /// For each node, the generation in which it was met (from bit 4) and with which conditions.
  private var stamps: [UInt16]
  private var generation: UInt16 = 0
  private var compactAt = Self.fewNotes
  private static let fewNotes = 1 << 14

  init(nodes: Int) { stamps = [UInt16](repeating: 0, count: nodes) }

  /// What stands around the tokens.
  struct Bounds {
    var start: Int
    var end: Int
    /// Whether the rule must match up to `end`, or else where its preferred way ends.
    var whole: Bool
    var blockStart = true
    var blockEnd = true
  }

  /// Runs the pattern at `entry`; gives where the match ends and its last note, or nil for none.
  private mutating func run(
    _ automaton: Automaton, entry: Int32, _ tokens: [Token], _ bounds: Bounds
  ) -> (end: Int, head: Int32)? {
    notes.removeAll(keepingCapacity: true)
    compactAt = Self.fewNotes
    next.removeAll(keepingCapacity: true)
    var best: (end: Int, head: Int32)?
    begin()
    add(entry, -1, at: bounds.start, automaton, tokens, bounds)
    var place = bounds.start
    while !next.isEmpty {
      swap(&current, &next)
      next.removeAll(keepingCapacity: true)
      begin()
      threads: for thread in current {
        if thread.accepts {
          if bounds.whole {
            if place == bounds.end { return (place, thread.head) }
          } else if thread.flags & Closure.atEnd == 0 || place == bounds.end && bounds.blockEnd {
            best = (place, thread.head)
            // What comes behind is less preferred than this.
            break threads
          }
        } else {
          add(thread.node, thread.head, at: place + 1, automaton, tokens, bounds)
        }
      }
      place += 1
      if notes.count > compactAt { compact(keeping: &best) }
    }
    return best
  }

  private mutating func begin() {
    generation += 1
    if generation == 1 << 12 {
      for index in stamps.indices { stamps[index] = 0 }
      generation = 1
    }
  }

  /// Adds the ways that go on from `node` at a place, the preferred first: those that accept, and
  /// those that take the token there.
  private mutating func add(
    _ node: Int32, _ head: Int32, at place: Int, _ automaton: Automaton, _ tokens: [Token],
    _ bounds: Bounds
  ) {
    let symbol = place < bounds.end ? Symbol(tokens[place]) : nil
    var thread = Thread(node: node, flags: 0, head: head)
    while true {
      if goes(&thread, at: place, symbol, automaton, bounds) { continue }
      guard let other = stack.popLast() else { return }
      thread = other
    }
  }

  /// Takes a way one node further; gives whether it goes on before the token at the place.
  @inline(__always)
  private mutating func goes(
    _ thread: inout Thread, at place: Int, _ symbol: Symbol?, _ automaton: Automaton,
    _ bounds: Bounds
  ) -> Bool {
    let index = Int(thread.node)
    let bit: UInt16 = 1 << thread.flags
    let stamp = stamps[index]
    if stamp >> 4 == generation {
      if stamp & bit != 0 { return false }
      stamps[index] = stamp | bit
    } else {
      stamps[index] = generation << 4 | bit
    }
    let node = automaton.nodes[index]
    thread.node = node.next
    switch node.op {
    case .literal, .tokenClass, .list:
      guard let symbol, thread.flags & Closure.atEnd == 0,
        thread.flags & Closure.glued == 0 || !symbol.isSpaced,
        let target = automaton.target(at: index, symbol)
      else { return false }
      thread.node = target
      next.append(thread)
      return false
    case .accept:
      thread.accepts = true
      next.append(thread)
      return false
    case .split:
      // Most of many alternatives refuse the token at once.
      if symbol.map({ automaton.refuses(Int(node.next), $0) }) != true { stack.append(thread) }
      thread.node = node.x
    case .save:
      notes.append(Note(before: thread.head, slot: node.x, place: Int32(place)))
      thread.head = Int32(notes.count - 1)
    case .glue: thread.flags |= Closure.glued
    case .blockStart: return place == bounds.start && bounds.blockStart
    case .blockEnd: thread.flags |= Closure.atEnd
    }
    return true
  }

  /// Drops the notes that no way leads to any more.
  private mutating func compact(keeping best: inout (end: Int, head: Int32)?) {
    var moved = [Int32](repeating: -1, count: notes.count)
    for thread in next where thread.head >= 0 { moved[Int(thread.head)] = 0 }
    if let best, best.head >= 0 { moved[Int(best.head)] = 0 }
    for index in notes.indices.reversed() where moved[index] == 0 {
      // A note stands behind those before it.
      if notes[index].before >= 0 { moved[Int(notes[index].before)] = 0 }
    }
    var kept: [Note] = []
    for index in notes.indices where moved[index] == 0 {
      var note = notes[index]
      if note.before >= 0 { note.before = moved[Int(note.before)] }
      moved[index] = Int32(kept.count)
      kept.append(note)
    }
    for index in next.indices where next[index].head >= 0 {
      next[index].head = moved[Int(next[index].head)]
    }
    if let found = best, found.head >= 0 { best?.head = moved[Int(found.head)] }
    notes = kept
    compactAt = max(Self.fewNotes, kept.count * 2)
  }

  // MARK: Results

  /// Where the preferred way of a rule to match ends; nil if it does not match.
  mutating func end(
    _ automaton: Automaton, entry: Int32, _ tokens: [Token], _ bounds: Bounds
  ) -> Int? {
    run(automaton, entry: entry, tokens, bounds)?.end
  }

  /// The named parts of a match, in the order in which they begin, their places counted from its
  /// first token; empty ones are left out.
  mutating func captures(
    _ automaton: Automaton, entry: Int32, _ tokens: [Token], from start: Int, to end: Int,
    names: [String]
  ) -> [Capture] {
    let bounds = Bounds(start: start, end: end, whole: true)
    guard let (_, head) = run(automaton, entry: entry, tokens, bounds) else { return [] }
    path.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    var place = head
    while place >= 0 {
      path.append(notes[Int(place)])
      place = notes[Int(place)].before
    }
    var captures: [Capture] = []
    captures.reserveCapacity(path.count / 2)
    for note in path.reversed() {
      if note.slot & 1 == 0 {
        open.append(captures.count)
        captures.append(
          Capture(name: names[Int(note.slot >> 1)], start: Int(note.place) - start, end: -1))
      } else if let index = open.popLast() {
        captures[index].end = Int(note.place) - start
      }
    }
    captures.removeAll { $0.end <= $0.start }
    return captures
  }
}
