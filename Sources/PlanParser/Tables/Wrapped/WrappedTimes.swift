import PlanModel
import PlanText

/// Rows of a table whose cells follow each other that times open, where no number does: "Ngày" over
/// "14/3/2031", "Từ 28/8" over "đến 31/8/2031".
extension PlanReader {
  /// How many lines the time takes at most that opens a row.
  private static var mostTimeLines: Int { 4 }
  /// How many words tell that a name is that of the column of times: "Tháng", "Thời gian".
  private static var mostTimeWords: Int { 2 }

  /// How many words hours or a stage have at most.
  private static var mostClockWords: Int { 10 }

  /// A time that opens a row.
  struct WrappedTime {
    /// Its pieces, one for each line.
    var cell: TableDraft.Cell
    /// What stands behind it on its last line.
    var rest: ByteSpan
    /// The line after it.
    var next: Int
    /// Whether it begins with a word: "Tháng 3", "Từ 28/8".
    var isWorded: Bool
  }

  /// Whether a line begins with the name of the column of times: "Thời gian", "Tháng".
  mutating func isNamedTime(_ index: Int) -> Bool {
    guard isWrappedName(index), !lines[index].startsLower, !lines[index].capitals else {
      return false
    }
    let words = tokens(lines[index].content)
    for count in 1...Self.mostTimeWords where count <= words.count {
      let match = lineMatch(.column, Array(words[..<count]))
      if match.flatMap({ value("column", of: $0) }) == "time" { return true }
    }
    return false
  }

  /// The time that opens a row at line `index`; `nil` where none does.
  ///
  /// Behind it the line ends, or a capital begins the next cell.
  mutating func wrappedTime(at index: Int) -> WrappedTime? {
    let begin = lines[index].content.start
    let isWorded = bytes[begin] > 0x39
    guard isWorded || bytes[begin] >= 0x30, !lines[index].startsLower else { return nil }
    if index > 0, lines[index - 1].ending == .comma { return nil }
    var words: [Token] = []
    var ends: [Int] = []
    for line in lines[index...].prefix(Self.mostTimeLines) {
      guard line.tabs == 0, !line.pipe, line.table == 0, !line.bare,
        ends.isEmpty || line.blanksBefore == 0
      else { break }
      words += tokens(line.content)
      ends.append(words.count)
    }
    guard let end = timesEnd(words) ?? clockEnd(words, ends.first ?? 0),
      let last = ends.firstIndex(where: { $0 >= end })
    else {
      return nil
    }
    let line = lines[index + last]
    var rest = ByteSpan(line.content.end, line.content.end)
    if end < ends[last] {
      // "Tháng 3 các thôn dọn kênh", "Quý II/2031: …" are sentences.
      guard words[end].shape.contains(.capitalized), words[end].kind == .syllable,
        words[end].shape.contains(.spaced)
      else { return nil }
      rest = ByteSpan(Int(words[end].start), line.content.end)
    }
    return WrappedTime(
      cell: WrappedRow.pieces(words, 0..<end, bytes), rest: rest, next: index + last + 1,
      isWorded: isWorded)
  }

  /// Where the hours or the stage ends that the first line begins with: "07h30 - 08h00".
  private mutating func clockEnd(_ words: [Token], _ count: Int) -> Int? {
    guard count <= Self.mostClockWords || words[0].kind == .number else { return nil }
    for end in (1...max(1, min(count, Self.mostClockWords))).reversed() where end <= words.count {
      if lineMatch(.programmeTime, Array(words[..<end])) != nil { return end }
    }
    return nil
  }

  /// Where the times end that some words begin with, each behind what leads to it: "Từ 28/8/2026" and
  /// "đến 31/8/2026".
  private mutating func timesEnd(_ words: [Token]) -> Int? {
    var ends: [Int: (end: Int, isLink: Bool)] = [:]
    for match in phrases(words) where meaning(match) == .time {
      if let known = ends[match.start], known.end >= match.end { continue }
      ends[match.start] = (match.end, value("form", of: match) == "link")
    }
    var place = 0
    var end: Int?
    while let next = ends[place], next.end > place {
      place = next.end
      if !next.isLink { end = place }
    }
    return end
  }

  /// Gathers the rows that times open from line `index` on, which moves behind them.
  mutating func gatherTimes(
    _ rows: inout [WrappedLines], _ pages: inout WrappedPages, from index: inout Int,
    under head: WrappedHead
  ) {
    var widest = 0
    guard let first = wrappedTime(at: index) else { return }
    while index < lines.count, let opening = openingTime(at: index, as: first) {
      let isLast = !leadsToTime(from: opening.next, as: first)
      let begin = index
      index = opening.next
      let parts = wrappedParts(
        behind: opening.rest, &pages, from: begin, at: &index, under: head, isLast: isLast, &widest
      ) { reader, index in
        reader.openingTime(at: index, as: first) != nil
      }
      rows.append(
        WrappedLines(
          ordinal: opening.cell, values: RowOrdinal(counting: rows.count + 1), parts: parts))
      if isLast { return }
    }
  }

  /// The time that opens a row at a line as the first one does: with a word or with a figure.
  private mutating func openingTime(at index: Int, as first: WrappedTime) -> WrappedTime? {
    wrappedTime(at: index).flatMap { $0.isWorded == first.isWorded || isRange($0) ? $0 : nil }
  }

  /// Whether a time runs from one day to another: "Từ 05 - 12/9/2031" opens a row among "24/8/2031", and
  /// "01 - 05/9/2031" one among "Ngày 24/8/2031".
  private mutating func isRange(_ time: WrappedTime) -> Bool {
    let words = time.cell.flatMap { tokens($0) }
    return words.count { $0.kind == .number } > 3
      && phrases(words, startingBefore: 1).contains {
        meaning($0) == .time && $0.end == words.count && value("form", of: $0) == "day"
      }
  }

  /// Whether a time opens a further row before the table ends.
  private mutating func leadsToTime(from start: Int, as first: WrappedTime) -> Bool {
    for index in (start..<lines.count).prefix(PlanReader.longestWrappedRow) {
      if openingTime(at: index, as: first) != nil { return true }
      let heads = lines[index].capitals && marker(tokens(lines[index].content)) != nil
      if heads || stopsWrapped(index) { return false }
    }
    return false
  }
}
