import PlanModel
import PlanText

/// A signature whose position is not in capitals, as teachers and villages write it: "Hiệu trưởng"
/// above a name, at the end of the text.
extension PlanReader {
  /// How many lines stand at most from such a position to the end of the text.
  private static let plainReach = 10
  /// How many characters a line with such positions has at most.
  private static let plainWidth = 100

  /// Whether positions in small letters stand on line `index`, and people's names below them, at
  /// the end of the text.
  mutating func signsPlainly(at index: Int) -> Bool {
    let line = lines[index]
    guard lines.count - index <= PlanReader.plainReach, line.width <= PlanReader.plainWidth,
      line.ending == .open, !line.pipe
    else { return false }
    let positions = endCells(line)
    for cell in positions
    where lineMatch(.plainPosition, tokens(cell)) == nil
      && lineMatch(.position, tokens(cell)) == nil
    {
      return false
    }
    // Two columns that nobody has signed yet.
    if index + 1 == lines.count { return positions.count > 1 }
    var isNamed = false
    for next in lines[(index + 1)...] where furniture(of: next) == nil {
      let cells = endCells(next)
      if lineMatch(.signed, tokens(next.content)) != nil { continue }
      // What stands below is the ending and no list of people.
      guard cells.allSatisfy({ isPerson($0) }) || endMeaning(next) != nil || isNamed else {
        return false
      }
      if marker(tokens(next.content)).map({ $0.family != .bullet }) == true { return false }
      isNamed = true
    }
    return isNamed
  }

  /// Whether a cell is the name of a person, by its first word.
  mutating func isPerson(_ cell: ByteSpan) -> Bool {
    let tokens = tokens(cell)
    guard isName(tokens), let surnames = grammar.list("surnames") else { return false }
    return grammar.value(in: surnames, tokens, from: 0, to: 1) != nil
  }
}
