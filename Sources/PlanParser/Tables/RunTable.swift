import PlanModel
import PlanText

/// Tables whose cells run on in one line (bảng chép liền), as text comes out of the window of a page:
/// "TT Nội dung Chủ trì Thời gian" over "1 Đào giếng Phòng Kinh tế Quý II/2031".
///
/// The rows are numbered from one. What a row ends with is read from the right: a time stands in the
/// column of times, bodies in those of who does it; the rest is what the row is about.
extension PlanReader {
  /// How many characters the head of such a table has at most.
  private static let widestRunHead = 200
  /// How many lines one row may have.
  private static let longestRunRow = 24
  /// How many words of a row are read at most.
  private static let runWords = 400

  /// Reads the table whose head is line `start`; `nil` when none is.
  mutating func runTable(at start: Int) -> (table: TableDraft, next: Int)? {
    guard let names = runHead(at: start), opensRun(start + 1, 1) else { return nil }
    let roles = names.map { lineMatch(.column, tokens($0)).flatMap { value("column", of: $0) } }
    var rows = [TableDraft.Row(cells: names.map { [$0] })]
    var index = start + 1
    var number = 1
    while opensRun(index, number) {
      let end = runRowEnd(from: index, before: number + 1)
      rows.append(runRow(index..<end, roles))
      index = end
      number += 1
      if index < lines.count, lines[index].width <= 3, !opensRun(index, number),
        opensRun(index + 1, number), furniture(of: lines[index]) != nil
      {
        take(furniture: lines[index])
        index += 1
      }
    }
    guard number > 2 else { return nil }
    return (build(rows, from: start, to: index, headed: true), index)
  }

  /// The names of the columns that one line tells, the first of which numbers the rows; `nil` for
  /// another line.
  private mutating func runHead(at index: Int) -> [ByteSpan]? {
    let line = lines[index]
    guard line.tabs == 0, !line.pipe, line.table == 0, line.bars == 0, !line.ended,
      line.width <= PlanReader.widestRunHead, index + 2 < lines.count,
      bytes[lines[index + 1].content.start] == UInt8(ascii: "1")
    else { return nil }
    let tokens = tokens(line.content)
    guard let first = tokens.first, first.shape.contains(.capitalized), tokens.count > 4 else {
      return nil
    }
    var names: [ByteSpan] = []
    var begin = 0
    for next in 1...tokens.count {
      guard next == tokens.count || tokens[next].shape.contains(.capitalized) else { continue }
      let name = span(tokens, begin..<next)
      guard columnCount([name]) > 0 else { continue }
      names.append(name)
      begin = next
    }
    guard begin == tokens.count, names.count > 2,
      lineMatch(.column, self.tokens(names[0])).flatMap({ value("column", of: $0) }) == "ordinal"
    else { return nil }
    return names
  }

  /// Whether a row begins at line `index`: its number, with no mark behind it, and a text.
  private mutating func opensRun(_ index: Int, _ number: Int) -> Bool {
    guard index < lines.count, lines[index].tabs == 0, lines[index].table == 0 else { return false }
    let tokens = tokens(lines[index].content)
    guard let first = tokens.first, markers.number(first) == number else { return false }
    return tokens.count == 1
      || tokens[1].kind == .syllable && tokens[1].shape.contains([.spaced, .capitalized])
  }

  /// The line after the row that begins at line `start`, before the one that `number` opens.
  private mutating func runRowEnd(from start: Int, before number: Int) -> Int {
    var index = start + 1
    while index < lines.count, index < start + PlanReader.longestRunRow {
      let line = lines[index]
      if opensRun(index, number) || line.blanksBefore > 0 || line.pageBefore || line.tabs > 0 {
        break
      }
      let tokens = tokens(line.content)
      if marker(tokens).map({ $0.family != .bullet && $0.style != 0 }) == true { break }
      if endMeaning(line) != nil || lineMatch(.closing, tokens) != nil
        || startsAppendix(at: index, nil) || furniture(of: line) != nil
      {
        break
      }
      index += 1
    }
    return index
  }

  /// The cells of a row, from the right.
  private mutating func runRow(_ range: Range<Int>, _ roles: [String?]) -> TableDraft.Row {
    let whole = ByteSpan(
      lines[range.lowerBound].content.start, lines[range.upperBound - 1].content.end)
    let all = allTokens(whole)
    var cells = [TableDraft.Cell](repeating: [], count: roles.count)
    cells[0] = [span(all, 0..<1)]
    let words = Array(all.dropFirst())
    guard !words.isEmpty else { return TableDraft.Row(cells: cells) }
    let text = max(1, roles.firstIndex(of: "text") ?? 1)
    var end = words.count
    if words.count <= PlanReader.runWords {
      let found = phrases(words)
      for column in roles.indices.reversed() where column > text && end > 0 {
        guard let start = runCell(roles[column], words, found, to: end), start > 0 else { continue }
        cells[column] = [span(words, start..<end)]
        end = start
      }
    }
    cells[text] = [span(words, 0..<end)]
    // Who stands alone leads.
    if let lead = roles.firstIndex(of: "lead"), let support = roles.firstIndex(of: "support"),
      cells[lead].isEmpty, !cells[support].isEmpty
    {
      cells.swapAt(lead, support)
    }
    return TableDraft.Row(cells: cells)
  }

  /// Where the cell of a column begins that ends before word `end`; `nil` when none of its kind does.
  private mutating func runCell(
    _ role: String?, _ words: [Token], _ found: [RuleMatch], to end: Int
  ) -> Int? {
    let kind: Meaning
    switch role {
    case "time": kind = .time
    case "lead", "support", "body": kind = .actor
    default: return nil
    }
    // "Ban CHQS xã": a word or two may go on with the name of a body.
    let reach = kind == .actor ? 2 : 0
    var start = end
    while let match = found.first(where: {
      $0.end <= start && $0.end + reach >= start && $0.start < start && meaning($0) == kind
        && words[$0.start].shape.contains(.capitalized)
        && words[$0.end..<start].allSatisfy {
          $0.kind == .syllable && $0.shape.isDisjoint(with: [.capitalized, .upper])
        }
    }) {
      start = match.start
      guard kind == .actor, start > 1, [0x2C, 0x3B].contains(markers.scalar(words[start - 1]))
      else { break }
      start -= 1
    }
    return start < end && words[start].kind == .syllable ? start : nil
  }
}
