import PlanModel
import PlanText

/// Tables with one row to a line whose columns the figures tell at the ends of the rows, whatever they are
/// called: "1 Nà Lồm 23 12,5" over "2 Bản Chu 30 15,1".
extension PlanReader {
  /// How many rows tell the columns at least, and how many where each has one figure.
  private static var leastTold: Int { 2 }
  private static var leastOfOne: Int { 3 }

  /// With how many figures each row ends that stands on one line from line `start` on; `nil` where they
  /// disagree or are few.
  func figuresOfRows(from start: Int) -> Int? {
    var figures: Int?
    var index = start
    while let opening = wrappedOrdinal(at: index), opening.ordinal.kind == .number,
      opening.ordinal.values == [index - start + 1],
      let count = self.figures(endingRow: opening.text)
    {
      guard figures == nil || figures == count else { return nil }
      figures = count
      index += 1
    }
    guard let figures, index - start >= (figures > 1 ? Self.leastTold : Self.leastOfOne) else {
      return nil
    }
    return figures
  }

  /// How many figures stand at the end of the text of a row, behind a name; `nil` where none does.
  private func figures(endingRow text: ByteSpan) -> Int? {
    let pieces = bytes[text.start..<text.end].split(separator: 0x20)
    let count = pieces.reversed().prefix { isFigure($0) }.count
    guard count > 0, count < pieces.count, pieces.dropLast(count).allSatisfy({ !isFigure($0) })
    else { return nil }
    return count
  }

  private func isFigure(_ piece: ArraySlice<UInt8>) -> Bool {
    piece.contains { $0.isDigit }
      && piece.allSatisfy { $0.isDigit || $0 == 0x2C || $0 == 0x2E || $0 == 0x25 }
  }

  /// Whether the last name of a head is that of the notes, under which no figures stand.
  mutating func endsInNote(_ words: [Token]) -> Bool {
    guard let last = words.lastIndex(where: { $0.shape.contains(.capitalized) }) else {
      return false
    }
    return lineMatch(.column, Array(words[last...])).flatMap { value("of", of: $0) } == "note"
  }

  /// Whether a line that begins with the first number of rows stands close below one.
  private func isAboveFirstRow(_ index: Int) -> Bool {
    lines[(index + 1)...].prefix(PlanReader.mostHeadLines).contains {
      bytes[$0.content.start] == UInt8(ascii: "1")
    }
  }

  /// How many words at the beginning of a line name the column of stages or weeks, whose numbers open
  /// rows: "Giai đoạn", "Tuần"; `nil` for another line.
  mutating func namedStage(_ index: Int) -> Int? {
    guard isWrappedName(index), !lines[index].startsLower, isAboveFirstRow(index) else {
      return nil
    }
    let words = tokens(lines[index].content)
    return (1...2).last { count in
      count < words.count
        && lineMatch(.column, Array(words[..<count])).flatMap { value("column", of: $0) } == "stage"
    }
  }
}
