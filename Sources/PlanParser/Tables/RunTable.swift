import PlanModel
import PlanText

/// Tables whose cells run on in one line (bảng chép liền), as text comes out of the window of a page:
/// "TT Nội dung Chủ trì Thời gian" over "1 Đào giếng Phòng Kinh tế Quý II/2031".
///
/// The rows are numbered from one. Recognition leaves some of the lines between cells as bars: "1 |Đào
/// giếng Phòng Kinh tế |Quý II/2031". Where a row has all of them they part its cells; where cells run
/// over several lines, nobody can. What another row ends with is read from the right: a time stands in the
/// column of times, bodies in those of who does it; the rest is what the row is about.
extension PlanReader {
  /// How many characters the head of such a table has at most.
  private static let widestRunHead = 200
  /// How many lines one row may have.
  private static let longestRunRow = 24
  /// How many words of a row are read at most.
  private static let runWords = 400
  /// How many rows may be lost between two.
  private static let lostRows = 2
  /// How far into a row its first bar stands, in tokens.
  private static let barReach = 4

  /// Reads the table whose head is line `start`; `nil` when none is.
  mutating func runTable(at start: Int) -> (table: TableDraft, next: Int)? {
    guard let names = runHead(at: start), opensRun(start + 1, 1) else { return nil }
    let roles = names.map { lineMatch(.column, tokens($0)).flatMap { value("column", of: $0) } }
    var rows = [TableDraft.Row(cells: names.map { [$0] })]
    var index = start + 1
    var number = 1
    var isWhole = true
    while let own = runNumber(index, number) {
      number = own
      let end = runRowEnd(from: index, before: number + 1)
      isWhole = isWhole && (end == index + 1 || lines[index..<end].allSatisfy { $0.bars == 0 })
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
    guard rows.count > 2 else { return nil }
    // "1 |Đào giếng |Phòng" / "làng |Kinh tế": words of several cells stand in one line.
    if !isWhole {
      let lines = lines[start..<index].map { TableDraft.Row(cells: [[$0.content]]) }
      return (build(lines, from: start, to: index, headed: false), index)
    }
    return (build(rows, from: start, to: index, headed: true), index)
  }

  /// The names of the columns that one line tells, the first of which numbers the rows; `nil` for
  /// another line.
  private mutating func runHead(at index: Int) -> [ByteSpan]? {
    let line = lines[index]
    guard line.tabs == 0, !line.pipe, line.table == 0, !line.ended,
      line.width <= PlanReader.widestRunHead, index + 2 < lines.count,
      [UInt8(ascii: "1"), UInt8(ascii: "|"), UInt8(ascii: "[")]
        .contains(bytes[lines[index + 1].content.start])
    else { return nil }
    let tokens = headTokens(line)
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
    runNumber(index, number) != nil
  }

  /// The number of the row that begins at line `index`; where bars stand, rows before it may be lost.
  private mutating func runNumber(_ index: Int, _ number: Int) -> Int? {
    guard index < lines.count, lines[index].tabs == 0, lines[index].table == 0 else { return nil }
    let all = tokens(lines[index].content)
    let tokens = rowTokens(all)
    guard let first = tokens.first, let own = markers.number(first) else { return nil }
    // "2_ |Đào giếng": without a bar a mark behind the number makes it a unit's.
    if tokens.count < all.count {
      guard tokens.count > 1, own >= number, own <= number + PlanReader.lostRows,
        let bar = firstBar(in: all), bar < PlanReader.barReach
      else { return nil }
    } else if own != number {
      return nil
    }
    let isRow =
      tokens.count == 1
      || tokens[1].kind == .syllable && tokens[1].shape.contains(.capitalized)
        && (tokens.count < all.count || tokens[1].shape.contains(.spaced))
    return isRow ? own : nil
  }

  private func firstBar(in tokens: [Token]) -> Int? {
    for (index, token) in tokens.enumerated()
    where token.kind == .mark && bytes[Int(token.start)] == UInt8(ascii: "|") {
      return index
    }
    return nil
  }

  /// The tokens of a row without bars and the marks before its text: "[2_ |Đào giếng".
  private func rowTokens(_ tokens: [Token]) -> [Token] {
    var rest: [Token] = []
    var isBarred = false
    var isText = false
    for token in tokens {
      let isBar = token.kind == .mark && bytes[Int(token.start)] == UInt8(ascii: "|")
      isText = isText || token.kind == .syllable
      isBarred = isBarred || isBar
      if !isBar, isText || token.kind != .mark { rest.append(token) }
    }
    return isBarred ? rest : tokens
  }

  /// The tokens of a head without bars and brackets that nothing closes: "STT ( Nội dung".
  private mutating func headTokens(_ line: Line) -> [Token] {
    let isClosed = bytes[line.content.start..<line.content.end].contains(UInt8(ascii: ")"))
    var rest: [Token] = []
    for token in tokens(line.content) {
      let byte = bytes[Int(token.start)]
      if byte == UInt8(ascii: "|") || !isClosed && byte == UInt8(ascii: "(") { continue }
      rest.append(token)
    }
    return rest
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
    if range.count == 1, lines[range.lowerBound].bars == roles.count - 1 {
      let cells = pipeCells(lines[range.lowerBound])
      if cells.count == roles.count {
        return TableDraft.Row(cells: cells.map { $0.isEmpty ? [] : [$0] })
      }
    }
    let all = rowTokens(allTokens(whole))
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
    partAtBar(text, &cells)
    // Who stands alone leads.
    if let lead = roles.firstIndex(of: "lead"), let support = roles.firstIndex(of: "support"),
      cells[lead].isEmpty, !cells[support].isEmpty
    {
      cells.swapAt(lead, support)
    }
    return TableDraft.Row(cells: cells)
  }

  /// Parts the text of a row from the only column that is left where one bar stands between them:
  /// "4 |Sơ kết |Văn phòng Sở Tháng 12/2031".
  private func partAtBar(_ text: Int, _ cells: inout [TableDraft.Cell]) {
    guard let whole = cells[text].first, text + 1 < cells.count, cells[text + 1].isEmpty,
      cells[(text + 2)...].allSatisfy({ !$0.isEmpty })
    else { return }
    let bars = (whole.start..<whole.end).filter { bytes[$0] == UInt8(ascii: "|") }
    guard bars.count == 1, bars[0] > whole.start, bars[0] + 1 < whole.end else { return }
    cells[text] = [Blank.trim(bytes, ByteSpan(whole.start, bars[0]))]
    cells[text + 1] = [Blank.trim(bytes, ByteSpan(bars[0] + 1, whole.end))]
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
