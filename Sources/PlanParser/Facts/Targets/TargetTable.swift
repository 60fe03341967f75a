import PlanModel

/// What the columns of a table tell of targets, and the row that is being read.
struct TargetTable {
  /// A column that holds values.
  struct ValueColumn {
    /// When they are to be reached.
    var time: TargetTime?
    /// The unit that the name of the column tells.
    var unit: String?
    /// What it measures of those whose rows they are: "Chỉ tiêu trồng rừng (ha)".
    var name: String?
    /// What the numbers are that name the rows: "Khối" over 6, 7, 8.
    var counted: String?
    /// Whose its figures are: "Thôn 1" of "Chỉ tiêu | ĐVT | Toàn xã | Thôn 1".
    var subject: String?
  }

  /// The table's node.
  var node: String?
  /// The column that tells what is measured, when it is a table of targets.
  var indicator: Int?
  /// The column of units.
  var unit: Int?
  /// The columns of values.
  var values: [Int: ValueColumn] = [:]
  /// The column that tells when a row's value is to be reached.
  var deadline: Int?
  /// When the value of the row being read is to be reached.
  var due: TargetTime?
  /// The columns in which no sentences stand: numbers, bodies, times, money.
  var silent: Set<Int> = []

  /// When what the sentences of a column set out is to be reached ("Chỉ tiêu đến năm 2026").
  var times: [Int: TargetTime] = [:]

  /// Those of them that tell what comes out of a work.
  var outputs: Set<Int> = []
  /// Whether its rows set figures.
  var setsFigures: Bool { indicator != nil && !values.isEmpty }
  /// Whether what is measured is named by a column of work ("Nội dung | Chỉ tiêu").
  var namesWork = false

  /// Whether sentences may stand in the column of values too ("Chỉ tiêu | Mục tiêu").
  var holdsWords = false

  /// Whether its rows are places, bodies or classes, whose names tell nothing of figures.
  var namesPlaces = false

  /// When the rows under the last group row ("Đến năm 2030") are to reach their values.
  var groupTime: TargetTime?
  /// The rows that head the one being read, from the outermost in.
  var heads: [TargetRowHead] = []
  /// Whether the row being read adds others up.
  var isTotal = false
  /// The row being read.
  var row = -1
  /// The cell that tells what is measured in it.
  var named: FactLeaf?
  /// The cell that tells its unit.
  var measured: FactLeaf?
  /// The last cell that told a unit itself.
  var unitAbove: FactLeaf?

  /// Whether a column before one tells how much for the same time.
  func goesOn(_ column: Int) -> Bool {
    guard let time = values[column].map(\.time) else { return false }
    return values.contains { $0.key < column && $0.value.time == time }
  }

  /// Whether sentences may stand in a column.
  func holdsSentences(_ column: Int) -> Bool { !silent.contains(column) }
}
