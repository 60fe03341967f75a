import PlanModel
import PlanText

/// The head of a table whose columns are held apart by blanks.
struct SpacedHead {
  /// One column: where its name stands and how far it reaches.
  struct Column {
    /// The pieces of its name from top to bottom.
    var names: [(row: Int, name: Fragment)]
    /// The name over it and its neighbours: "Phân công" over "Chủ trì" and "Phối hợp".
    var above: [ByteSpan] = []

    /// Where its name stands.
    var pieces: [ByteSpan] { names.map(\.name.span) }
    /// The column of the page in which its name begins.
    var start: Int { names.map(\.name.start).min() ?? 0 }
    /// The column of the page after its name.
    var end: Int { names.map(\.name.end).max() ?? 0 }
  }

  /// The columns from left to right.
  var columns: [Column]
  /// The line after the head.
  var next: Int
  /// From the first name to the last.
  var span: ByteSpan
  /// Whether its first column numbers the rows.
  var hasOrdinals: Bool
  /// Whether its first column tells when each row takes place.
  var isProgramme: Bool
}

/// Heads of tables in the layout of a page.
extension PlanReader {
  /// How many lines a name of a column may take.
  static let headDepth = 9

  /// The head that begins at line `start`; `nil` when none does.
  mutating func spacedHead(at start: Int) -> SpacedHead? {
    if statesUnit(lines[start]) { return nil }
    let plain = plainHead(at: start)
    guard let boxed = boxedHead(at: start) else { return plain }
    guard let plain else { return boxed }
    return (boxed.columns.count, boxed.next) > (plain.columns.count, plain.next) ? boxed : plain
  }

  /// The head whose names stand beside and below those of its first lines.
  private mutating func plainHead(at start: Int) -> SpacedHead? {
    guard let main = mainLine(from: start) else { return nil }
    let under = linesUnder(main)
    let names = names(fragments(of: lines[main]), over: under, below: main + 1)
    var rows: [[Fragment]] = []
    for index in start..<main {
      let above = self.names(fragments(of: lines[index]), over: under)
      let isDivided = above.first.map { opensOrdinalName($0, before: names[0], at: main) } ?? false
      let wrapped = wrappedNames(above, before: names[0], at: main)
      guard
        above.dropFirst(isDivided ? 1 : wrapped)
          .allSatisfy({ $0.start >= names[0].end && $0.end - $0.start < 48 }),
        markers.read(tokens(lines[index].content)) == nil, !endsTitle(above)
      else { return nil }
      rows.append(above)
    }
    rows.append(names)
    let first = firstRow(under: names, at: main)
    var next = main + 1
    while next < lines.count, rows.count < PlanReader.headDepth, lines[next].blanksBefore == 0,
      !lines[next].pageBefore, lines[next].tabs == 0
    {
      let below = self.names(parted(fragments(of: lines[next]), under: rows), over: under)
      if isNoName(below) { break }
      guard
        goesOn(below, under: rows, before: next + 1)
          || first.map({ next < $0 && completes(below, under: rows, above: $0) }) ?? false
      else { break }
      rows.append(below)
      next += 1
    }
    if next == main + 1,
      let lower = dividingNames(at: next, under: names) ?? pairedNames(at: next, under: names)
    {
      rows.append(lower)
      next += 1
    }
    // "Đơn vị phối Thời gian" over "hợp" and "thực hiện", other names between them or not.
    for row in rows.indices.dropLast() {
      for below in rows[(row + 1)...] {
        rows[row] = parts(rows[row], beside: below.filter { isLower($0) }, capital: true)
      }
    }
    return head(of: rows, next: next)
  }

  /// How many names above the line `main` stand before its first name and go on below that line:
  /// "Giai   Thời" over "đoạn   gian", beside "Nội dung".
  private func wrappedNames(_ above: [Fragment], before name: Fragment, at main: Int) -> Int {
    let names = above.prefix { $0.end < name.start }
    guard !names.isEmpty, main + 1 < lines.count, lines[main + 1].blanksBefore == 0,
      lines[main + 1].width < 400
    else { return 0 }
    let below = fragments(of: lines[main + 1])
    let goesOn = names.allSatisfy { own in
      below.contains { isLower($0) && $0.meets(own.start - 1, own.end + 1) }
    }
    return goesOn ? names.count : 0
  }

  /// Whether the only run of words of a line is none of a head: it begins with a bullet, or is a day.
  mutating func isNoName(_ names: [Fragment]) -> Bool {
    guard names.count == 1, let word = firstWord(of: names[0])?.word else { return false }
    let isBullet = word.end - word.start == 1 && begins(bullet: word.span)
    return isBullet || lineMatch(.programmePart, tokens(names[0].span)) != nil
  }

  /// The head that lines of names make.
  mutating func head(of rows: [[Fragment]], next: Int) -> SpacedHead? {
    let columns = widened(spanned(SpacedHead.columns(rows)), over: rows)
    guard columns.count > 1, columns.count <= 24, let last = rows.joined().map(\.span.end).max(),
      let first = rows.joined().map(\.span.start).min()
    else { return nil }
    let name = columnName(columns[0].pieces)
    let match = lineMatches(of: name).first { grammar.meaning(of: $0.rule) == .column }
    let kind = match.flatMap { value("column", of: $0) }
    return SpacedHead(
      columns: columns, next: next, span: ByteSpan(first, last),
      hasOrdinals: kind == "ordinal" || counts(under: columns[0], from: next),
      isProgramme: kind == "time")
  }

  /// The line that names the most columns, at `start` or shortly after it.
  private mutating func mainLine(from start: Int) -> Int? {
    for index in start..<min(lines.count, start + 4) {
      let line = lines[index]
      if index > start, line.blanksBefore > 0 || line.pageBefore { return nil }
      guard line.tabs == 0, !line.pipe, line.width < 400 else { return nil }
      if index == start, line.spaced, let lower = numbersLine(below: start) { return lower }
      if line.ended || isBasis(line) { return nil }
      guard line.spaced else {
        // A name that begins above the others stands to the right: "          Đơn vị phối".
        if line.indent < 8 || line.width > 40 { return nil }
        continue
      }
      let names = fragments(of: line)
      // "22. Xây dựng lộ trình   Kết quả   Vụ Hợp tác   Năm 2026" is a row.
      guard names.count > 1, names.count <= 24, !beginsWithNumber(names[0]) else { return nil }
      // "phối hợp  giải quyết  công việc": a sentence goes on.
      if index == start, isLower(names[0]) { return nil }
      let count = columnCount(names.map(\.span))
      if count > 1, count * 2 >= names.count || count > 2 { return index }
      if count > 0, numbersRows(under: names, at: index) { return index }
    }
    return nil
  }

  /// Whether a line opens a legal basis, in which recognition set some words apart: "Căn cứ Quyết
  /// định  số 12/QĐ-UBND  ngày …".
  private mutating func isBasis(_ line: Line) -> Bool {
    bytes[line.content.start..<line.content.end].contains { $0.isDigit }
      && lineMatch(.preamble, tokens(line.content)) != nil
  }

  /// Whether the first word of a text is a number.
  func beginsWithNumber(_ name: Fragment) -> Bool {
    isNumber((firstWord(of: name)?.word ?? name).span)
  }

  /// Whether a name goes on with one above it: it begins with a small letter.
  func isLower(_ name: Fragment) -> Bool {
    LetterCase(Scalars.decode(bytes, at: name.span.start).scalar) == .lower
  }

  /// Whether a span holds nothing but an ordinal of digits: "1", "2.1", "(3)".
  func isNumber(_ span: ByteSpan) -> Bool {
    isOrdinal(span) && bytes[span.start..<span.end].contains { $0.isDigit }
  }

  /// Whether a span holds nothing but an ordinal: "1", "2.1", "(3)", "IV.", "a)", "đ)".
  func isOrdinal(_ span: ByteSpan) -> Bool {
    guard span.count > 0, span.count <= 8 else { return false }
    var digits = 0
    var letters: [UInt32] = []
    var offset = span.start
    while offset < span.end {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      switch scalar {
      case 48...57: digits += 1
      case 0x2E, 0x29, 0x28, 0x2F, 0x2D: break
      case _ where Letters.value(scalar) != nil: letters.append(scalar)
      default: return false
      }
      offset += length
    }
    if digits > 0 { return letters.isEmpty && digits <= 4 }
    if letters.count == 1 { return true }
    return Letters.roman(letters.map { UInt8(truncatingIfNeeded: $0) }) != nil
  }
}

extension SpacedHead {
  /// The columns that lines of names make: names that meet are one, except over two others.
  static func columns(_ rows: [[Fragment]]) -> [Column] {
    let all = rows.enumerated().flatMap { row in row.element.map { (row: row.offset, name: $0) } }
    var groups: [[(row: Int, name: Fragment)]] = []
    var end = Int.min
    for one in all.sorted(by: { $0.name.start < $1.name.start }) {
      if one.name.start < end, !groups.isEmpty {
        groups[groups.count - 1].append(one)
      } else {
        groups.append([one])
      }
      end = max(end, one.name.end)
    }
    return spread(groups.flatMap { divide($0) })
  }

  /// One column for each name of a group that stands beside another on one line.
  private static func divide(_ group: [(row: Int, name: Fragment)]) -> [Column] {
    let group = group.sorted { ($0.row, $0.name.start) < ($1.row, $1.name.start) }
    let counts = Dictionary(grouping: group, by: \.row).mapValues(\.count)
    guard let (row, count) = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
      count > 1
    else { return parted(group) ?? [Column(names: group)] }
    var columns = group.filter { $0.row == row }.map { Column(names: [$0]) }
    for one in group where one.row != row {
      let met = columns.indices.filter { one.name.meets(columns[$0].start, columns[$0].end) }
      if met.count > 1 {
        for index in met { columns[index].above.append(one.name.span) }
      } else if let index = met.first ?? nearest(to: one.name, columns) {
        columns[index].names.append(one)
        columns[index].names.sort { $0.row < $1.row }
      }
    }
    return columns
  }

  /// The column that lies nearest to a name that stands over none: no name is lost.
  private static func nearest(to name: Fragment, _ columns: [Column]) -> Int? {
    columns.indices.min {
      let left = max(columns[$0].start - name.end, name.start - columns[$0].end)
      return left < max(columns[$1].start - name.end, name.start - columns[$1].end)
    }
  }

  /// Takes the names that stand above and between two columns: "Phân công" over the gap of
  /// "Chủ trì" and "Phối hợp".
  private static func spread(_ columns: [Column]) -> [Column] {
    var columns = columns
    var index = 0
    while index < columns.count {
      if columns[index].names.count == 1, index > 0, index + 1 < columns.count,
        stands(columns[index].names[0], over: columns[index - 1], columns[index + 1])
      {
        let name = columns[index].names[0].name.span
        columns[index - 1].above.append(name)
        columns[index + 1].above.append(name)
        columns.remove(at: index)
        continue
      }
      if columns[index].names.count > 1 {
        let top = columns[index].names[0]
        var own = columns[index]
        own.names.removeFirst()
        if index > 0, stands(top, over: columns[index - 1], own) {
          columns[index - 1].above.append(top.name.span)
          own.above.append(top.name.span)
          columns[index] = own
        } else if index + 1 < columns.count, stands(top, over: own, columns[index + 1]) {
          columns[index + 1].above.append(top.name.span)
          own.above.append(top.name.span)
          columns[index] = own
        }
      }
      index += 1
    }
    return columns
  }

  /// Whether a name stands above two columns and nearer to their middle than to one of theirs.
  private static func stands(_ top: (row: Int, name: Fragment), over left: Column, _ right: Column)
    -> Bool
  {
    // "Bắt đầu" may stand beside the middle of "Hoàn" over "thành".
    guard let leftRow = left.names.first?.row, let rightRow = right.names.first?.row,
      let leftEnd = left.names.last?.row, let rightEnd = right.names.last?.row,
      left.above.isEmpty, min(leftRow, rightRow) > top.row,
      leftRow <= rightEnd, rightRow <= leftEnd
    else { return false }
    let middle = top.name.start + top.name.end
    let whole = abs(left.start + right.end - middle)
    return whole < abs(left.start + left.end - middle)
      && whole < abs(right.start + right.end - middle)
  }
}
