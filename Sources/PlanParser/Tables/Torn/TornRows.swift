import PlanModel
import PlanText

/// The rows of tables whose drawn lines recognition tore: each begins with the ordinal that is due.
extension PlanReader {
  /// A row before its cells are read.
  struct TornRow {
    /// Where its ordinal stands, and which it is; a row that heads others has none.
    var ordinal: ByteSpan
    var number: Int?
    var lines: [TornLine]
  }

  /// What stands between the rows of such a table.
  struct TornPages {
    var edges: [Int] = []
    var repeated: [Int] = []
  }

  /// How many characters an ordinal takes with what is behind it.
  private static let ordinalWidth = 4
  /// How many lines a row has at most.
  private static let longestTornRow = 24

  /// The ordinal that opens a row at a line where `due` is the next, and where its text begins.
  func tornRow(at index: Int, due: Int) -> (ordinal: ByteSpan, text: Int)? {
    let line = lines[index]
    guard line.tabs == 0, line.table == 0 else { return nil }
    let end = line.content.end
    var offset = line.content.start
    var specks = 0
    while offset < end, specks < 4, isRowSpeck(bytes[offset]) {
      offset += 1
      specks += 1
    }
    let start = offset
    for digit in String(due).utf8 {
      guard offset < end, bytes[offset] == digit else { return nil }
      offset += 1
    }
    let ordinal = ByteSpan(start, offset)
    var closed = 0
    while offset < end, isRowClose(bytes[offset]) {
      offset += 1
      closed += 1
    }
    guard closed > 0, offset < end else { return nil }
    var (scalar, length) = Scalars.decode(bytes, at: offset)
    // "1 ¡ Mở lớp"
    if scalar == 0xA1 || scalar == 0xA6 {
      offset = Blank.trimStart(bytes, from: offset + length, to: end)
      guard offset < end else { return nil }
      (scalar, length) = Scalars.decode(bytes, at: offset)
    }
    var letter = offset
    while letter < end, letter < offset + 3,
      scalar == 0x22 || scalar == 0x28 || scalar == 0x27 || scalar == 0x201C
    {
      letter += length
      guard letter < end else { return nil }
      (scalar, length) = Scalars.decode(bytes, at: letter)
    }
    guard LetterCase(scalar) == .upper else { return nil }
    return (ordinal, offset)
  }

  private func isRowSpeck(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x7C, 0x5F, 0x2E, 0x2C, 0x3A, 0x3B, 0x27, 0x60, 0x28, 0x5B, 0x7B: true
    default: false
    }
  }

  private func isRowClose(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x7C, 0x5F, 0x2E, 0x2C, 0x3A, 0x2D, 0x29, 0x5D, 0x5B, 0x7B, 0x21: true
    default: false
    }
  }

  /// The mark of a line that heads rows, and where its text begins: "I| CƠ CHẾ", "H | ĐÀO TẠO".
  ///
  /// A bar stands behind the mark, or the words are in capitals where the table has no rows yet, or
  /// above a row whose ordinal has a bar.
  func tornGroup(at index: Int, opens: Bool, due: Int = 1) -> (mark: ByteSpan, text: Int)? {
    let line = lines[index]
    guard line.tabs == 0, line.table == 0, line.width < 110 else { return nil }
    let end = line.content.end
    var offset = line.content.start
    while offset < end, offset < line.content.start + 3, isRowSpeck(bytes[offset]) { offset += 1 }
    let start = offset
    while offset < end, offset < start + 4, isNumeralStroke(bytes[offset]) { offset += 1 }
    let mark = ByteSpan(start, offset)
    guard !mark.isEmpty else { return nil }
    while offset < end, isRowClose(bytes[offset]) { offset += 1 }
    guard offset > mark.end, offset < end else { return nil }
    let hasBar = bytes[mark.end..<offset].contains { $0 == 0x7C || $0 == 0x5F }
    let isUpper = LetterCase(Scalars.decode(bytes, at: offset).scalar) == .upper
    guard isUpper else { return nil }
    if hasBar || opens && line.capitals || line.capitals && headsBarred(from: index + 1, due) {
      return (mark, offset)
    }
    return nil
  }

  /// Whether a row with a bar behind its ordinal follows near a line in capitals.
  private func headsBarred(from start: Int, _ due: Int) -> Bool {
    (start..<lines.count).prefix(4).contains { index in
      guard let row = tornRow(at: index, due: due) ?? tornRow(at: index, due: 1) else {
        return false
      }
      return bytes[row.ordinal.end..<row.text].contains(0x7C)
    }
  }

  private func isNumeralStroke(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x49, 0x56, 0x58, 0x48, 0x4C, 0x54, 0x6C, 0x69, 0x41...0x44: true
    default: false
    }
  }

  /// Gathers the rows from line `index` on, which moves behind them.
  mutating func gatherTorn(
    _ rows: inout [TornRow], _ pages: inout TornPages, from index: inout Int, under head: TornHead
  ) {
    var due = 1
    var airy = head.next > head.first + 1 && lines[head.first + 1].blanksBefore > 0
    while index < lines.count {
      if let row = tornRow(at: index, due: due) ?? skippedRow(at: index, due, rows)
        ?? restartedRow(at: index, rows)
      {
        let span = lines[index].content
        let number = Int(raw(row.ordinal)) ?? due
        rows.append(
          TornRow(
            ordinal: row.ordinal, number: number,
            lines: [tornLine(ByteSpan(row.text, span.end))]))
        due = number + 1
      } else if let next = tornPage(at: index, head, &pages) {
        index = next
        continue
      } else if let group = tornGroup(at: index, opens: rows.isEmpty, due: due),
        headsTornRows(from: index + 1, due)
      {
        let text = ByteSpan(group.text, lines[index].content.end)
        rows.append(TornRow(ordinal: group.mark, number: nil, lines: [tornLine(text)]))
      } else {
        guard !rows.isEmpty, !endsTorn(at: index, rows, due, head, airy: &airy) else { return }
        rows[rows.count - 1].lines.append(furtherLine(lines[index]))
      }
      index += 1
    }
  }

  /// A line of a row below its first: set in, it keeps the blanks before it.
  private mutating func furtherLine(_ line: Line) -> TornLine {
    var further = tornLine(line.content)
    guard line.indent > 2 else { return further }
    further.isPlaced = true
    for word in further.words.indices {
      further.words[word].column += line.indent - Self.ordinalWidth
      further.words[word].right += line.indent - Self.ordinalWidth
    }
    return further
  }

  /// The row behind one whose ordinal is lost.
  private func skippedRow(at index: Int, _ due: Int, _ rows: [TornRow])
    -> (ordinal: ByteSpan, text: Int)?
  {
    due > 1 ? tornRow(at: index, due: due + 1) : nil
  }

  /// The first row below a line that heads rows, where each such line begins the numbers anew.
  private func restartedRow(at index: Int, _ rows: [TornRow]) -> (ordinal: ByteSpan, text: Int)? {
    guard let last = rows.last, last.number == nil else { return nil }
    return tornRow(at: index, due: 1)
  }

  /// Whether a row follows near a line that would head it.
  private func headsTornRows(from start: Int, _ due: Int) -> Bool {
    (start..<lines.count).prefix(4).contains {
      tornRow(at: $0, due: due) != nil || tornRow(at: $0, due: 1) != nil
    }
  }

  /// The line behind a page's number or the head that is repeated below it.
  private mutating func tornPage(at index: Int, _ head: TornHead, _ pages: inout TornPages)
    -> Int?
  {
    if repeatsTornHead(index, head) {
      pages.repeated.append(index)
      var next = index + 1
      while next < lines.count, next - index < head.next - head.first,
        sharesWords(next, head.first + (next - index), most: 2), tornRow(at: next, due: 1) == nil
      {
        pages.repeated.append(next)
        next += 1
      }
      return next
    }
    guard lines[index].width <= 4, index + 1 < lines.count,
      furniture(of: lines[index])?.kind == .pageNumber,
      lines[index + 1].pageBefore || lines[index].pageBefore
        || repeatsTornHead(index + 1, head)
    else { return nil }
    pages.edges.append(index)
    return index + 1
  }

  /// Whether a line has most words of the first line of the head.
  mutating func repeatsTornHead(_ index: Int, _ head: TornHead) -> Bool {
    guard abs(lines[index].width - lines[head.first].width) <= 12 else { return false }
    return sharesWords(index, head.first, most: 4)
  }

  /// Whether two lines have as good as the same words, at least three of four (or of two) alike.
  private mutating func sharesWords(_ index: Int, _ other: Int, most: Int) -> Bool {
    let own = tokens(lines[index].content).filter { $0.kind == .syllable && $0.isKnown }
    let told = tokens(lines[other].content).filter { $0.kind == .syllable && $0.isKnown }
    guard !own.isEmpty, !told.isEmpty, abs(own.count - told.count) <= max(2, told.count / 4) else {
      return false
    }
    let keys = Set(told.map(\.key))
    let shared = own.count { keys.contains($0.key) }
    return shared * 4 >= max(own.count, told.count) * (most > 2 ? 3 : 2)
  }

  /// Whether what is no row at a line stands behind the table.
  private mutating func endsTorn(
    at index: Int, _ rows: [TornRow], _ due: Int, _ head: TornHead, airy: inout Bool
  ) -> Bool {
    let line = lines[index]
    guard let row = rows.last, row.lines.count < Self.longestTornRow, !stopsTorn(index) else {
      return true
    }
    let hasBar = line.bars > 0
    if line.blanksBefore > 0, !line.pageBefore, line.startsLower, row.lines.count == 1 {
      airy = true
    }
    if line.startsLower || hasBar && line.ending != .stop { return false }
    if leadsToTornRow(from: index + 1, due) { return false }
    // "Theo dõi | việc trên.": a sentence with a bar of its own.
    if hasBar { return line.bars < lines[head.first].bars }
    let isApart = line.blanksBefore > 0 && !line.pageBefore && !airy
    if isApart || line.capitals && line.width > 12 { return true }
    if line.blanksBefore > 1 { return true }
    let marker = marker(tokens(line.content))
    if let marker, marker.family != .bullet || line.width > 40 { return true }
    return index > 0 && lines[index - 1].ending == .stop && line.width > 40
  }

  private mutating func stopsTorn(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.tabs == 0, line.table == 0, line.width <= 260 else { return true }
    if line.bars > 0 { return false }
    let words = tokens(line.content)
    if startsAppendix(at: index, nil) || lineMatch(.closing, words) != nil { return true }
    switch endMeaning(line) {
    case .recipients, .authority, .closing: return true
    default: return false
    }
  }

  /// Whether the row that is due stands near below a line, and no heading before it.
  private mutating func leadsToTornRow(from start: Int, _ due: Int) -> Bool {
    for index in (start..<lines.count).prefix(14) {
      if tornRow(at: index, due: due) != nil { return lines[index].bars > 0 }
      if tornRow(at: index, due: due + 1) != nil { return lines[index].bars > 0 }
      let line = lines[index]
      if line.bars == 0, line.capitals, line.width > 12 { return false }
    }
    return false
  }
}
