import PlanModel

/// A place among the lines: a line, and how many of the empty lines before it are read.
struct FilledPlace {
  var line: Int
  var empty = 0
}

/// A table one cell to a line whose rows no ordinal opens, as far as it is read.
struct FilledTable {
  /// A row of it.
  struct Row {
    var cells: [TableDraft.Cell] = []
    /// What the first line of each cell tells.
    var kinds: [StackedCells.Kind] = []
    /// The place behind it.
    var next: FilledPlace
  }

  let columns: Int
  /// How many of the names of its columns are known.
  let known: Int
  /// The place behind the last row.
  var place: FilledPlace
  /// The head and the rows.
  var rows: [TableDraft.Row] = []
  /// In how many rows each column has a figure, a time, and other words.
  private var figures: [Int]
  private var times: [Int]
  private var words: [Int]
  /// How many cells are empty.
  private var empty = 0

  init(columns: Int, known: Int, place: FilledPlace) {
    self.columns = columns
    self.known = known
    self.place = place
    figures = Array(repeating: 0, count: columns)
    times = figures
    words = figures
  }

  /// Adds a row; false when it contradicts those above it: words in a column of figures, or a figure
  /// among words.
  mutating func add(_ row: Row) -> Bool {
    for (column, kind) in row.kinds.enumerated() {
      switch kind {
      case .empty, .time: continue
      case .number: if words[column] > 1, figures[column] == 0 { return false }
      default: if figures[column] > 1, words[column] == 0 { return false }
      }
    }
    for (column, kind) in row.kinds.enumerated() {
      switch kind {
      case .empty: empty += 1
      case .number: figures[column] += 1
      case .time: times[column] += 1
      default: words[column] += 1
      }
    }
    rows.append(TableDraft.Row(cells: row.cells))
    place = row.next
    return true
  }

  /// How many columns have figures or times and other words.
  private var mixed: Int {
    (0..<columns).count { figures[$0] + times[$0] > 0 && words[$0] > 0 }
  }

  /// Whether figures stand below each other in a column.
  private var hasFigures: Bool {
    (1..<columns).contains { figures[$0] > 1 && words[$0] == 0 }
  }

  /// Whether it is plain that this is a table: half of its columns have names that are known, or no
  /// column has figures and words.
  var isSure: Bool {
    guard rows.count > 2, empty > 0 || hasFigures && rows.count > 3 else { return false }
    if known > 1, known * 2 >= columns { return mixed <= columns / 4 }
    return rows.count > 3 && mixed == 0 && hasFigures && empty > 0
  }

  /// Whether it says more of the same lines than another.
  func isBetter(than other: FilledTable) -> Bool {
    (known * other.columns, -mixed, place.line)
      > (other.known * columns, -other.mixed, other.place.line)
  }
}
