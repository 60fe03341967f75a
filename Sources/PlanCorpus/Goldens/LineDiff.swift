/// The difference of two texts, line by line (Myers, 1986).
package enum LineDiff {
  /// What becomes of a line.
  package enum Edit: Equatable {
    case keep(old: Int, new: Int)
    case delete(old: Int)
    case insert(new: Int)
  }

  /// How many edits are looked for one by one; texts further apart are replaced whole.
  ///
  /// Bounds the work to lines × 500 steps and the memory to 500² numbers.
  private static let furthest = 500

  /// The edits that lead from one list of lines to the other, in order.
  package static func edits(from old: [Substring], to new: [Substring]) -> [Edit] {
    var head = 0
    while head < old.count, head < new.count, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < old.count - head, tail < new.count - head,
      old[old.count - 1 - tail] == new[new.count - 1 - tail]
    {
      tail += 1
    }
    var edits = (0..<head).map { Edit.keep(old: $0, new: $0) }
    edits += middle(old, head..<old.count - tail, new, head..<new.count - tail)
    edits += (0..<tail).map {
      Edit.keep(old: old.count - tail + $0, new: new.count - tail + $0)
    }
    return edits
  }

  private static func middle(
    _ old: [Substring], _ a: Range<Int>, _ new: [Substring], _ b: Range<Int>
  ) -> [Edit] {
    let all = a.map { Edit.delete(old: $0) } + b.map { Edit.insert(new: $0) }
    guard !a.isEmpty, !b.isEmpty else { return all }
    guard let trace = trace(old, a, new, b) else { return all }
    return walk(back: trace, a, b)
  }

  /// The furthest point on each diagonal after 0, 1, 2 … edits, until the ends meet.
  private static func trace(
    _ old: [Substring], _ a: Range<Int>, _ new: [Substring], _ b: Range<Int>
  ) -> [[Int]]? {
    let most = min(a.count + b.count, furthest)
    var reach = [Int](repeating: 0, count: 2 * most + 3)
    let middle = most + 1
    var trace: [[Int]] = []
    for edits in 0...most {
      trace.append(Array(reach[(middle - edits - 1)...(middle + edits + 1)]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let isDown = takesDown(diagonal, edits) { reach[middle + $0] }
        var x = isDown ? reach[middle + diagonal + 1] : reach[middle + diagonal - 1] + 1
        while x < a.count, x - diagonal >= 0, x - diagonal < b.count,
          old[a.lowerBound + x] == new[b.lowerBound + x - diagonal]
        {
          x += 1
        }
        reach[middle + diagonal] = x
        if x >= a.count, x - diagonal >= b.count { return trace }
      }
    }
    return nil
  }

  private static func walk(back trace: [[Int]], _ a: Range<Int>, _ b: Range<Int>) -> [Edit] {
    var edits: [Edit] = []
    var x = a.count
    var y = b.count
    for (count, reach) in trace.enumerated().reversed() {
      let at = { (diagonal: Int) in reach[diagonal + count + 1] }
      let diagonal = x - y
      let before = takesDown(diagonal, count, at) ? diagonal + 1 : diagonal - 1
      let (fromX, fromY) = (at(before), at(before) - before)
      while x > fromX, y > fromY {
        x -= 1
        y -= 1
        edits.append(.keep(old: a.lowerBound + x, new: b.lowerBound + y))
      }
      guard count > 0 else { break }
      edits.append(
        x == fromX ? .insert(new: b.lowerBound + fromY) : .delete(old: a.lowerBound + fromX))
      (x, y) = (fromX, fromY)
    }
    return edits.reversed()
  }

  /// Whether the best way to a diagonal is an insertion.
  private static func takesDown(
    _ diagonal: Int, _ edits: Int, _ reach: (Int) -> Int
  ) -> Bool {
    diagonal == -edits || (diagonal != edits && reach(diagonal - 1) < reach(diagonal + 1))
  }
}
