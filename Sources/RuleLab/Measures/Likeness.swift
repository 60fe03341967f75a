/// How much two texts are alike.
enum Likeness {
  /// The share of common words from which on two texts are held for the same.
  private static let enough = 0.8

  /// How many of two lists of facts have a partner with the same frame and most of its words.
  static func pairs(_ misses: [Fact], _ extras: [Fact]) -> Int {
    if misses.isEmpty || extras.isEmpty { return 0 }
    var waiting: [Frame: [Set<Substring>]] = [:]
    for fact in extras {
      waiting[Frame(fact), default: []].append(Set(ComparisonForm.words(fact.text)))
    }
    var count = 0
    for fact in misses {
      let frame = Frame(fact)
      guard var others = waiting[frame] else { continue }
      let words = Set(ComparisonForm.words(fact.text))
      guard let index = others.firstIndex(where: { share(words, $0) >= enough }) else { continue }
      others.remove(at: index)
      waiting[frame] = others
      count += 1
    }
    return count
  }

  /// Whether most words of the shorter of two texts stand in the other; an empty one is like any.
  static func overlaps(_ left: String, _ right: String) -> Bool {
    let left = Set(ComparisonForm.words(left))
    let right = Set(ComparisonForm.words(right))
    if left.isEmpty || right.isEmpty { return true }
    let common = left.intersection(right).count
    return Double(common) / Double(min(left.count, right.count)) >= 0.6
  }

  /// Twice the common words over the words of both.
  static func share(_ left: Set<Substring>, _ right: Set<Substring>) -> Double {
    let all = left.count + right.count
    return all == 0 ? 0 : Double(2 * left.intersection(right).count) / Double(all)
  }

  private struct Frame: Hashable {
    let field: String
    let frame: String

    init(_ fact: Fact) {
      field = fact.field
      frame = fact.frame
    }
  }
}
