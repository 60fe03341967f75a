import PlanText

/// Sets the numbers right that count the rows of recognised tables: "l" before "2" is "1", "S" after
/// "7" is "8".
enum RecognizedOrdinals {
  /// The digits that letters look like.
  private static let digits: [Character: [Int]] = [
    "l": [1], "I": [1], "|": [1], "i": [1], "!": [1], "\u{CD}": [1], "\u{CC}": [1], "O": [0],
    "o": [0], "Z": [2], "S": [8, 5], "B": [8], "q": [9], "g": [9], "b": [6],
  ]
  /// Marks that specks leave behind a number.
  private static let specks = Set<Character>(" .-\u{2013}\u{2014},:;'`")

  /// The first cell of a row.
  private struct Ordinal {
    let line: Int
    /// Its place among the rows of the table.
    var row = 0
    let token: Substring
    let hasDot: Bool
    let rest: Substring
    var number: Int?
  }

  /// Mends the first cells of the rows of tables, of which `isRecognized` tells those recognised.
  static func mend(_ lines: inout [PageLine], isRecognized: (PageLine) -> Bool) {
    var start = 0
    while start < lines.count {
      let table = lines[start].style.table
      var end = start + 1
      while end < lines.count, lines[end].style.table == table { end += 1 }
      if table > 0 {
        mend(&lines, (start..<end).filter { isRecognized(lines[$0]) })
      }
      start = end
    }
  }

  private static func mend(_ lines: inout [PageLine], _ rows: [Int]) {
    var ordinals: [Ordinal] = []
    for (row, line) in rows.enumerated() {
      guard var ordinal = ordinal(lines[line].text, line) else { continue }
      ordinal.row = row
      ordinals.append(ordinal)
    }
    for index in ordinals.indices where ordinals[index].number == nil {
      let readable = ordinals[..<index].last { !readings(of: $0.token).isEmpty }
      let before = readable.map(\.number) ?? 0
      let after = index + 1 < ordinals.count ? ordinals[index + 1].number : nil
      // The first of a series is sure only by the second.
      guard let before, before > 0 || after == 2, after.map({ $0 == before + 2 }) != false,
        readings(of: ordinals[index].token).contains(before + 1)
      else { continue }
      ordinals[index].number = before + 1
    }
    fillGaps(&ordinals)
    for ordinal in ordinals {
      guard let number = ordinal.number else { continue }
      let token = ordinal.token.allSatisfy(\.isNumber) ? String(ordinal.token) : String(number)
      lines[ordinal.line].text = token + (ordinal.hasDot ? "." : "") + ordinal.rest
    }
  }

  /// Numbers what was misread altogether between two numbers of a series that leave just room for it.
  private static func fillGaps(_ ordinals: inout [Ordinal]) {
    var last: Int?
    for index in ordinals.indices where ordinals[index].number != nil {
      defer { last = index }
      guard let start = last, let first = ordinals[start].number,
        let number = ordinals[index].number,
        number - first == ordinals[index].row - ordinals[start].row
      else { continue }
      for gap in start + 1..<index where !ordinals[gap].token.allSatisfy(\.isLowercase) {
        ordinals[gap].number = first + ordinals[gap].row - ordinals[start].row
      }
    }
  }

  /// The first cell of a row when it may be a number, or stand for one that was misread.
  private static func ordinal(_ text: String, _ line: Int) -> Ordinal? {
    let cell = text.prefix { $0 != "\t" }
    guard cell.endIndex < text.endIndex else { return nil }
    let token = cell.prefix { !specks.contains($0) }
    let tail = cell[token.endIndex...]
    guard (1...3).contains(token.count), tail.allSatisfy(specks.contains),
      !readings(of: token).isEmpty || !token.allSatisfy(\.isLowercase)
    else { return nil }
    // A row that heads others has one text and may have a numeral.
    let cells = text[cell.endIndex...].split(separator: "\t")
    guard cells.count > 1 || text.count(where: { $0 == "\t" }) < 2 else { return nil }
    let isNumber = token.allSatisfy { $0.isASCII && $0.isNumber }
    return Ordinal(
      line: line, token: token, hasDot: tail.first == ".", rest: text[cell.endIndex...],
      number: isNumber ? Int(token) : nil)
  }

  /// The numbers that a token looks like.
  private static func readings(of token: Substring) -> [Int] {
    token.reduce([0]) { values, character in
      let digits = character.isASCII ? character.wholeNumberValue.map { [$0] } : nil
      return (digits ?? self.digits[character] ?? []).flatMap { digit in
        values.map { 10 * $0 + digit }
      }
    }
  }
}
