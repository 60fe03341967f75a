/// A table of characters: columns as wide as what they hold, or wrapped to fit a terminal.
struct TextTable {
  private let columns: [String]
  private let rows: [[String]]

  /// No column is made narrower than this to fit.
  private static let narrowest = 8
  /// What stands between two columns.
  private static let gap = 2

  /// A table; columns in which no row has anything are left out.
  init(_ columns: [String], _ rows: [[String]]) {
    let filled = columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    self.columns = filled.map { columns[$0] }
    self.rows = rows.map { row in filled.map { row[$0] } }
  }

  /// The lines of the table, no longer than `width` characters unless there are too many columns.
  func text(width: Int) -> String {
    let widths = widths(within: width)
    var text = ""
    append(columns, widths, to: &text)
    text += widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    for row in rows { append(row, widths, to: &text) }
    return text
  }

  /// How wide each column is: what is narrow has what it needs, the others share the rest by how
  /// much they hold.
  private func widths(within width: Int) -> [Int] {
    var widths = columns.map(Self.width)
    let floors = widths.map { max($0, Self.narrowest) }
    var weights = widths
    for row in rows {
      for (column, cell) in row.enumerated() {
        let needed = Self.width(cell)
        widths[column] = max(widths[column], needed)
        weights[column] += needed
      }
    }
    var room = width - Self.gap * (widths.count - 1)
    if widths.reduce(0, +) <= room { return widths }
    var weight = weights.reduce(0, +)
    // From the narrowest on, each takes what it needs as long as that is no more than its share.
    for column in widths.indices.sorted(by: { (widths[$0], $0) < (widths[$1], $1) }) {
      let share = weight > 0 ? room * weights[column] / weight : room
      widths[column] = min(widths[column], max(share, floors[column]))
      room -= widths[column]
      weight -= weights[column]
    }
    return widths
  }

  private func append(_ cells: [String], _ widths: [Int], to text: inout String) {
    let cells = zip(cells, widths).map { Self.wrap($0, $1) }
    for line in 0..<max(1, cells.map(\.count).max() ?? 1) {
      var row = ""
      var blanks = 0
      for (column, lines) in cells.enumerated() {
        let cell = line < lines.count ? lines[line] : ""
        if !cell.isEmpty {
          row += String(repeating: " ", count: blanks) + cell
          blanks = 0
        }
        blanks += widths[column] - Self.width(cell) + Self.gap
      }
      text += row + "\n"
    }
  }

  /// A cell's lines: broken at spaces, and inside a word only where it is longer than the line.
  private static func wrap(_ cell: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var used = 0
    for word in cell.unicodeScalars.split(separator: " ") {
      var rest = word.map { printable($0) }[...]
      var wide = rest.count(where: takesRoom)
      if used > 0, used + 1 + wide > width {
        lines.append(String(line))
        line = String.UnicodeScalarView()
        used = 0
      }
      if used > 0 {
        line.append(" ")
        used += 1
      }
      while wide > width {
        let piece = rest.prefix(width)
        lines.append(String(String.UnicodeScalarView(piece)))
        rest = rest.dropFirst(piece.count)
        wide = rest.count(where: takesRoom)
      }
      line.append(contentsOf: rest)
      used += wide
    }
    if used > 0 { lines.append(String(line)) }
    return lines
  }

  /// How many places of a terminal a text takes: composed Vietnamese has one for each scalar.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.count(where: takesRoom)
  }

  private static func takesRoom(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return true }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: false
    default: true
    }
  }

  /// What a terminal would obey is not shown.
  private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    let isDirection =
      (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    return isControl || isDirection ? "\u{FFFD}" : scalar
  }
}
