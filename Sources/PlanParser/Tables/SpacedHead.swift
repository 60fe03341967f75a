import PlanModel

/// The head of a table whose columns are held apart by blanks.
struct SpacedHead {
  /// One column: where its name stands and how far it reaches.
  struct Column {
    /// The pieces of its name from top to bottom.
    var pieces: [ByteSpan]
    /// The name over it and its neighbours: "Phân công" over "Chủ trì" and "Phối hợp".
    var above: [ByteSpan] = []
    var start: Int
    var end: Int
  }

  /// The columns from left to right.
  var columns: [Column]
  /// The line after the head.
  var next: Int
  /// From the first name to the last.
  var span: ByteSpan
  /// Whether its first column numbers the rows.
  var hasOrdinals: Bool
}

/// Heads of tables in the layout of a page.
extension PlanReader {
  /// How many lines a name of a column may take.
  private static let headLines = 5

  /// The head that begins at line `start`; `nil` when none does.
  mutating func spacedHead(at start: Int) -> SpacedHead? {
    guard let main = mainLine(from: start) else { return nil }
    let names = fragments(of: lines[main])
    var rows: [[Fragment]] = []
    for index in start..<main {
      let above = fragments(of: lines[index])
      guard above.allSatisfy({ $0.start >= names[0].end && $0.end - $0.start < 48 }) else {
        return nil
      }
      rows.append(above)
    }
    rows.append(names)
    var next = main + 1
    while next < lines.count, rows.count < PlanReader.headLines, lines[next].blanksBefore == 0,
      !lines[next].pageBefore, lines[next].tabs == 0
    {
      let below = fragments(of: lines[next])
      guard goesOn(below, under: rows) else { break }
      rows.append(below)
      next += 1
    }
    let columns = SpacedHead.columns(rows)
    guard columns.count > 1, columns.count <= 24, let last = rows.joined().map(\.span.end).max(),
      let first = rows.joined().map(\.span.start).min()
    else { return nil }
    var hasOrdinals = false
    if let name = columns.first?.pieces.first,
      let match = lineMatch(.column, tokens(name))
    {
      hasOrdinals = value("column", of: match) == "ordinal"
    }
    return SpacedHead(
      columns: columns, next: next, span: ByteSpan(first, last), hasOrdinals: hasOrdinals)
  }

  /// The line that names the most columns, at `start` or shortly after it.
  private mutating func mainLine(from start: Int) -> Int? {
    for index in start..<min(lines.count, start + 4) {
      let line = lines[index]
      if index > start, line.blanksBefore > 0 || line.pageBefore { return nil }
      guard line.tabs == 0, !line.pipe, line.width < 400 else { return nil }
      if line.ended { return nil }
      guard line.spaced else {
        // A name that begins above the others stands to the right: "          Đơn vị phối".
        if line.indent < 8 || line.width > 40 { return nil }
        continue
      }
      let names = fragments(of: line)
      guard names.count > 1, names.count <= 24 else { return nil }
      let count = columnCount(names.map(\.span))
      if count > 1, count * 2 >= names.count || count > 2 { return index }
    }
    return nil
  }

  /// Whether a line goes on with the names above it: in small letters, or with names of its own.
  private mutating func goesOn(_ below: [Fragment], under rows: [[Fragment]]) -> Bool {
    guard !below.isEmpty else { return false }
    let above = rows.joined()
    for fragment in below {
      guard fragment.end - fragment.start < 32 else { return false }
      let first = Scalars.decode(bytes, at: fragment.span.start).scalar
      let under = above.contains { $0.meets(fragment.start - 1, fragment.end + 1) }
      if LetterCase(first) == .lower || first == 0x28 {
        // "(1)" numbers the columns and "(triệu đồng)" goes on with a name.
        if first == 0x28, isOrdinal(fragment.span) { return false }
        guard under else { return false }
      } else {
        guard lineMatch(.column, tokens(fragment.span)) != nil else { return false }
      }
    }
    return true
  }

  /// Whether a span holds nothing but an ordinal: "1", "2.1", "(3)", "IV.", "a)".
  func isOrdinal(_ span: ByteSpan) -> Bool {
    guard span.count > 0, span.count <= 8 else { return false }
    var digits = 0
    var letters: [UInt8] = []
    for byte in bytes[span.start..<span.end] {
      switch byte {
      case 48...57: digits += 1
      case 65...90, 97...122: letters.append(byte)
      case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "/"),
        UInt8(ascii: "-"):
        continue
      default: return false
      }
    }
    if digits > 0 { return letters.isEmpty && digits <= 4 }
    if letters.count == 1 { return true }
    return Letters.roman(letters[...]) != nil
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
    let counts = Dictionary(grouping: group, by: \.row).mapValues(\.count)
    guard let (row, count) = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
      count > 1
    else {
      let sorted = group.sorted { $0.row < $1.row }
      return [column(sorted.map(\.name), row: sorted[0].row)]
    }
    var columns = group.filter { $0.row == row }.map { column([$0.name], row: row) }
    for one in group.sorted(by: { $0.row < $1.row }) where one.row != row {
      let met = columns.indices.filter { one.name.meets(columns[$0].start, columns[$0].end) }
      if met.count > 1 {
        for index in met { columns[index].above.append(one.name.span) }
      } else if let index = met.first {
        columns[index].pieces.append(one.name.span)
        columns[index].pieces.sort { $0.start < $1.start }
      }
    }
    return columns
  }

  private static func column(_ names: [Fragment], row: Int) -> Column {
    Column(
      pieces: names.map(\.span), start: names.map(\.start).min() ?? 0,
      end: names.map(\.end).max() ?? 0)
  }

  /// Takes a name that stands above and between two columns without a name of its own line:
  /// "Phân công" over the gap of "Chủ trì" and "Phối hợp".
  private static func spread(_ columns: [Column]) -> [Column] {
    var columns = columns
    var index = 1
    while index + 1 < columns.count {
      let own = columns[index].pieces
      let left = columns[index - 1].pieces
      let right = columns[index + 1].pieces
      if let bottom = own.last?.end, let leftTop = left.first?.start,
        let rightTop = right.first?.start, own.count == 1, leftTop > bottom, rightTop > bottom
      {
        columns[index - 1].above += own
        columns[index + 1].above += own
        columns.remove(at: index)
      } else {
        index += 1
      }
    }
    return columns
  }
}
