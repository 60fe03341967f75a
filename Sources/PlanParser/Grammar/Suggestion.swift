/// "; did you mean …?" with the nearest of `known`, or what there is to choose from if few.
package func suggestion(
  _ word: String, _ known: [String], quote: (String) -> String = { "\"\($0)\"" }
) -> String {
  var best: (word: String, distance: Int)?
  for candidate in known.sorted() {
    let distance = editDistance(Array(word.unicodeScalars), Array(candidate.unicodeScalars))
    if distance <= max(1, candidate.unicodeScalars.count / 3), distance < best?.distance ?? .max {
      best = (candidate, distance)
    }
  }
  if let best { return "; did you mean \(quote(best.word))?" }
  guard !known.isEmpty, known.count <= 8 else { return "" }
  return "; known are " + known.map(quote).joined(separator: ", ")
}

/// How many letters must be added, dropped, changed or swapped with the next.
func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  // Nobody means a word of this length by another.
  guard first.count <= 64, second.count <= 64 else { return Int.max }
  var before = [Int](repeating: 0, count: second.count + 1)
  var above = Array(0...second.count)
  for (row, letter) in first.enumerated() {
    var current = [row + 1]
    for (column, other) in second.enumerated() {
      var cost = min(
        above[column] + (letter == other ? 0 : 1), above[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
        cost = min(cost, before[column - 1] + 1)
      }
      current.append(cost)
    }
    before = above
    above = current
  }
  return above[second.count]
}
