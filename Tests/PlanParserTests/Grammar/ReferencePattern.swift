/// A pattern matched in the plainest way, to hold the automata against.
indirect enum ReferencePattern {
  case word(Int)
  case any
  case list([[Int]])
  case glue
  case sequence([ReferencePattern])
  case alternatives([ReferencePattern])
  case repeated(ReferencePattern, Int, Int?)
  case capture(ReferencePattern)

  static let words = ["mot", "hai", "ba"]

  /// A token of the text matched: which of `words`, and whether white space stands before it.
  struct Piece {
    var word: Int
    var spaced: Bool
  }

  /// A place reached: tokens taken, whether no space may follow, and what was captured.
  struct Way {
    var place: Int
    var glued = false
    var captures: [Range<Int>] = []
  }

  /// All ways to go on from `way`, the preferred first, of each place and condition the first.
  func ways(from way: Way, _ text: [Piece]) -> [Way] {
    switch self {
    case .word(let word): Self.take(way, text) { $0 == word }
    case .any: Self.take(way, text) { _ in true }
    case .list(let entries):
      Self.first(
        entries.sorted { $0.count > $1.count }.flatMap { entry in
          ReferencePattern.sequence(entry.map { .word($0) }).ways(from: way, text)
        })
    case .glue: [Way(place: way.place, glued: true, captures: way.captures)]
    case .sequence(let parts):
      parts.reduce([way]) { ways, part in
        Self.first(ways.flatMap { part.ways(from: $0, text) })
      }
    case .alternatives(let branches):
      Self.first(branches.flatMap { $0.ways(from: way, text) })
    case .repeated(let part, let least, let most):
      repeats(part, least, most, way, text)
    case .capture(let part):
      part.ways(from: Way(place: way.place, glued: way.glued, captures: way.captures), text).map {
        inner in
        var inner = inner
        inner.captures.append(way.place..<inner.place)
        return inner
      }
    }
  }

  private func repeats(
    _ part: ReferencePattern, _ least: Int, _ most: Int?, _ way: Way, _ text: [Piece]
  ) -> [Way] {
    if most == 0 { return [way] }
    let further = part.ways(from: way, text).flatMap { next -> [Way] in
      if least == 0, next.place == way.place, next.glued == way.glued { return [] }
      return repeats(part, max(least - 1, 0), most.map { $0 - 1 }, next, text)
    }
    return Self.first(least == 0 ? further + [way] : further)
  }

  private static func take(_ way: Way, _ text: [Piece], _ fits: (Int) -> Bool) -> [Way] {
    guard way.place < text.count, fits(text[way.place].word),
      !way.glued || !text[way.place].spaced
    else { return [] }
    return [Way(place: way.place + 1, captures: way.captures)]
  }

  private static func first(_ ways: [Way]) -> [Way] {
    var seen: Set<Int> = []
    return ways.filter { seen.insert($0.place * 2 + ($0.glued ? 1 : 0)).inserted }
  }

  /// The pattern as written in a grammar; its lists go to `lists`.
  func notation(_ lists: inout [[[Int]]]) -> String {
    switch self {
    case .word(let word): return Self.words[word]
    case .any: return "<any>"
    case .glue: return "~"
    case .list(let entries):
      lists.append(entries)
      return "<list-\(lists.count - 1)>"
    case .sequence(let parts):
      return "(" + parts.map { $0.notation(&lists) }.joined(separator: " ") + ")"
    case .alternatives(let branches):
      return "(" + branches.map { $0.notation(&lists) }.joined(separator: " | ") + ")"
    case .capture(let part): return "{x: \(part.notation(&lists))}"
    case .repeated(let part, let least, let most):
      let inner = "(" + part.notation(&lists) + ")"
      guard let most else { return inner + (least == 0 ? "*" : "+") }
      return inner + (least == 0 && most == 1 ? "?" : "{\(least),\(most)}")
    }
  }

  /// Whether it can match without a token.
  var canBeEmpty: Bool { ways(from: Way(place: 0), []).contains { $0.place == 0 } }

  static func random(_ depth: Int, _ random: inout some RandomNumberGenerator) -> Self {
    func several(_ range: ClosedRange<Int>) -> [Self] {
      (0..<Int.random(in: range, using: &random)).map { _ in Self.random(depth - 1, &random) }
    }
    switch Int.random(in: 0..<(depth > 0 ? 12 : 4), using: &random) {
    case 0, 1: return .word(Int.random(in: 0..<words.count, using: &random))
    case 2: return .any
    case 3:
      let entries = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          Int.random(in: 0..<words.count, using: &random)
        }
      }
      return .list(Array(Set(entries)).sorted { $0.lexicographicallyPrecedes($1) })
    case 4: return .sequence([.random(depth - 1, &random), .glue, .random(depth - 1, &random)])
    case 5, 6, 7: return .sequence(several(1...3))
    case 8: return .alternatives(several(2...3))
    case 9:
      // A repeated part that may be empty has no one right reading of its captures.
      let part = Self.random(depth - 1, &random)
      return part.canBeEmpty ? part : .repeated(part, Int.random(in: 0...1, using: &random), nil)
    case 10:
      let part = Self.random(depth - 1, &random)
      let least = Int.random(in: 0...2, using: &random)
      return part.canBeEmpty ? part : .repeated(part, least, least + 1)
    default: return .capture(.random(depth - 1, &random))
    }
  }
}
