import PlanModel
import PlanText

/// Numbers that count the rows of a table, a line each, and look like those of pages.
extension PlanReader {
  /// How many bytes a page has at least.
  static let leastPageBytes = 900
  /// How many numbers count on so close to one another that they are none of pages.
  private static let leastRows = 4
  /// How wide the name of a column of ordinals is at most, in characters.
  private static let widestName = 8

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
      // "19" below the row 19: the number of the page.
      if let same = latest[value], same.count > 1, countsRows(from: same.line, to: index) {
        continue
      }
      var count = 1
      if let last = latest[value - 1], countsRows(from: last.line, to: index) {
        count = last.count + 1
        before[index] = last.line
      }
      latest[value] = (index, count)
      if count >= Self.leastRows { found.append(index) }
    }
    for index in found {
      var first = index
      while let row = before[first], !pages.rows.contains(lines[row].number) { first = row }
      guard before[first] != nil || standsUnderHead(first) else { continue }
      var place: Int? = index
      while let row = place, pages.rows.insert(lines[row].number).inserted { place = before[row] }
    }
  }

  /// How many lines stand between the name of the ordinals and the first of them at most.
  private static let longestHead = 40

  /// Whether the name of a column of ordinals stands a little above a line; footnotes count, too.
  private mutating func standsUnderHead(_ index: Int) -> Bool {
    for line in lines[max(0, index - Self.longestHead)..<index]
    where line.width <= Self.widestName && namesOrdinals(folder.fold(line.content)) {
      return true
    }
    return false
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
