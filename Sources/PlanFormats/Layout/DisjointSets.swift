/// Numbers put together into sets (union–find).
struct DisjointSets {
  private var parents: [Int]

  /// Each number below `count` is a set.
  init(_ count: Int) { parents = Array(0..<count) }

  /// The number that stands for the set of a number.
  mutating func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  /// Makes one set of the sets of two numbers; the lower one stands for it.
  mutating func join(_ one: Int, _ other: Int) {
    let one = root(one)
    let other = root(other)
    parents[max(one, other)] = min(one, other)
  }
}
