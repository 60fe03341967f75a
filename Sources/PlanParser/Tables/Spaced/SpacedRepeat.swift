import PlanModel

/// The column row of a table in the layout of a page where it stands again on the next page.
extension PlanReader {
  /// The head that stands again at line `index`, line by line as it first did at `known`, whatever
  /// follows right below it: the rest of the row that the page cut; `nil` when other lines do.
  mutating func repeatedHead(at index: Int, of known: Range<Int>, _ head: SpacedHead) -> SpacedHead?
  {
    guard index + known.count <= lines.count else { return nil }
    var rows: [[Fragment]] = []
    for (place, first) in known.enumerated() {
      let line = lines[index + place]
      guard line.tabs == 0, !line.pipe, place == 0 || line.blanksBefore == 0 && !line.pageBefore,
        line.width < 400, line.spaced == lines[first].spaced
      else { return nil }
      let own = fragments(of: line)
      let before = fragments(of: lines[first])
      guard own.count == before.count,
        zip(own, before).allSatisfy({ folder.fold($0.span) == folder.fold($1.span) })
      else { return nil }
      rows.append(own)
    }
    guard let last = rows.last?.last, let first = rows.first?.first else { return nil }
    let next = index + known.count
    if let again = self.head(of: rows, next: next), again.columns.count == head.columns.count {
      return again
    }
    // Its names part nothing alone: the columns are those of the first page.
    var again = head
    again.next = next
    again.span = ByteSpan(first.span.start, last.span.end)
    return again
  }

  /// Whether a line right below a head numbers its columns from one: "(1)   (2)   (3)".
  func numbersColumns(at index: Int, _ count: Int) -> Bool {
    guard index < lines.count, lines[index].spaced, lines[index].blanksBefore == 0,
      !lines[index].pageBefore
    else { return false }
    let numbers = fragments(of: lines[index])
    return numbers.count == count
      && numbers.enumerated().allSatisfy { place, number in
        ordinal(number)?.values == [place + 1]
          && bytes[number.span.start..<number.span.end].allSatisfy { $0 < 0x3A }
      }
  }

  /// Whether a number at the margin is that of a page: the column row stands again below it.
  mutating func isPageNumber(_ index: Int, over known: Range<Int>, _ head: SpacedHead) -> Bool {
    guard furniture(of: lines[index])?.kind == .pageNumber, index + 1 < lines.count else {
      return false
    }
    return repeatedHead(at: index + 1, of: known, head) != nil
  }
}
