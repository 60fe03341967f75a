/// A part of a page that is read from its first line to its last.
enum PageRegion: Sendable {
  /// Lines of text below each other, between two margins.
  case column([WordRow])
  /// Rows of cells that stand apart by blanks only.
  case spaced([WordRow])
  /// A table with drawn borders: the text of each cell of each row.
  case table(RuledGrid, rows: [[[WordRow]]])

  /// Where it begins.
  var top: Double {
    switch self {
    case .column(let rows), .spaced(let rows): rows.map(\.top).min() ?? 0
    case .table(let grid, _): grid.top
    }
  }
}
