import PlanModel
import PlanText

/// Numbers that count the rows of a table, a line each, and look like those of pages.
extension PlanReader {
  /// How many bytes a page has at least.
  static let leastPageBytes = 900
  /// How many numbers count on so close to one another that they are none of pages.
  private static let leastRows = 4

  /// Finds lines that are a number and count rows: each is one more than the one before it, and no
  /// page lies between any two.
  mutating func readRows(_ numbers: [Int]) {
    // Where each number stood last, and how many counted up to it.
    var latest: [Int: (line: Int, count: Int)] = [:]
    var before: [Int: Int] = [:]
    var found: [Int] = []
    for index in numbers {
      // The number of a page cuts a sentence: "… được cấp" / "2" / "nước sạch".
      guard let value = plainNumber(on: lines[index]), index + 1 < lines.count,
        !lines[index + 1].startsLower
      else { continue }
      var count = 1
      if let last = latest[value - 1], countsRows(from: last.line, to: index) {
        count = last.count + 1
        before[index] = last.line
      }
      latest[value] = (index, count)
      if count >= Self.leastRows { found.append(index) }
    }
    for index in found {
      var place: Int? = index
      while let row = place, pages.rows.insert(lines[row].number).inserted { place = before[row] }
    }
  }

  /// Whether two numbers stand too close for pages, and words between them.
  private func countsRows(from first: Int, to next: Int) -> Bool {
    next > first + 1 && bytesBetween(first, next) < Self.leastPageBytes
      && !lines[(first + 1)...next].contains { $0.pageBefore }
  }

  /// The number that is the whole of a line, as rows have it.
  private func plainNumber(on line: Line) -> Int? {
    guard line.width <= 3 else { return nil }
    return Int(String(decoding: bytes[line.content.start..<line.content.end], as: UTF8.self))
  }
}
