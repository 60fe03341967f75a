import PlanModel

/// Deals the lines of a row to its columns, where a cell may hold several lines or none.
///
/// Which line stands in which column is what agrees best with the columns' names: a time in the
/// column of times, bodies and people in those of who does it. Lines are never put out of order.
struct StackedCells {
  /// What a line tells of its column.
  enum Kind {
    case empty
    case time
    case body
    case number
    /// A unit of measure: "ha", "Tấn".
    case unit
    /// A mark that says "as above": "nt".
    case ditto
    case text

    /// Whether it fills a cell whatever letter it begins with.
    var isWhole: Bool { self == .unit || self == .ditto }
  }

  /// A line of a row, or an empty line between two.
  struct Entry {
    /// Where it stands; `nil` for an empty line.
    var span: ByteSpan?
    /// What it tells.
    var kind: Kind
    /// Whether its first character says that it goes on with the line before.
    var goesOn: Bool
    /// Whether only the mark at the end of the line before says so.
    var isOpen = false
    /// Whether it stands behind a list of bullets and has none.
    var endsList = false
  }

  /// What each column but that of the ordinal holds, as `columns.grammar` tells it.
  let roles: [String?]

  /// The column of each entry.
  func columns(of entries: [Entry]) -> [Int] {
    if entries.count == 1 { return [0] }
    // The best sum up to each entry when it stands in each column, and the column before it.
    var sums: [[Int]] = []
    var backs: [[Int]] = []
    for (index, entry) in entries.enumerated() {
      var sum = [Int](repeating: Int.min / 2, count: roles.count)
      var back = [Int](repeating: 0, count: roles.count)
      for column in roles.indices {
        let worth = worth(of: entry.kind, in: roles[column])
        if index == 0 {
          // What the row is about is never left out.
          if column == 0 { sum[column] = worth }
          continue
        }
        for before in 0...column {
          let staying =
            entry.goesOn ? Self.goingOn : -remaining(entry, entries[index - 1], in: roles[column])
          let step =
            before == column
            ? staying
            : -(column - before - 1) * Self.left - leads(entry, between: before, column)
          // An empty line that fills no column of its own tells nothing.
          let own = entry.kind == .empty && before == column ? 0 : worth + step
          // Where both are as good, no column is left out.
          if sums[index - 1][before] + own >= sum[column] {
            sum[column] = sums[index - 1][before] + own
            back[column] = before
          }
        }
      }
      sums.append(sum)
      backs.append(back)
    }
    var columns = [Int](repeating: 0, count: entries.count)
    guard let last = sums.last else { return [] }
    var column = last.indices.max { last[$0] < last[$1] } ?? 0
    if entries.count == roles.count {
      // One line to each column: only what plainly contradicts it tells otherwise, and no semicolon
      // that a cell ends with.
      let isWhole = entries.allSatisfy { !$0.goesOn || $0.isOpen }
      if isWhole, fit(entries, Array(roles.indices)) { return Array(roles.indices) }
      let plain = zip(entries, roles).reduce(0) { $0 + worth(of: $1.0.kind, in: $1.1) }
      if plain + Self.contradiction > last[column] { return Array(roles.indices) }
    }
    for index in entries.indices.reversed() {
      columns[index] = column
      column = backs[index][column]
    }
    return columns
  }

  /// Whether lines stand in all columns where they were dealt, and none where its kind is worth less
  /// than `least`.
  func fit(_ entries: [Entry], _ columns: [Int], least: Int = -1) -> Bool {
    Set(columns).count == roles.count
      && zip(entries, columns).allSatisfy {
        $0.kind == .empty || worth(of: $0.kind, in: roles[$1]) >= least
      }
  }

  /// What it costs that a body stands behind the column of who leads, and none in it: a task without
  /// a partner is more often than one without a lead.
  private func leads(_ entry: Entry, between before: Int, _ column: Int) -> Int {
    entry.kind == .body && before + 1 < column && roles[(before + 1)..<column].contains("lead")
      ? 1 : 0
  }

  /// What it costs that a line stands in one column with the line before it, when nothing says so: a
  /// number, a unit or a mark for "as above" is a cell of its own.
  private func remaining(_ entry: Entry, _ before: Entry, in role: String?) -> Int {
    if entry.kind.isWhole { return Self.parting }
    if entry.endsList { return Self.listed }
    guard entry.kind == .number else { return 1 }
    if before.kind.isWhole || before.kind == .number { return Self.parting }
    switch role {
    case nil, "unit", "period", "other": return Self.parting
    default: return 1
    }
  }

  private static let parting = 6
  private static let listed = 3

  /// What a column left without a line costs, what it takes to move lines that are as many as the
  /// columns, and what a line is worth that goes on in its column.
  private static let left = 1
  private static let contradiction = 4
  private static let goingOn = 4

  /// What a line of a kind is worth in a column.
  private func worth(of kind: Kind, in role: String?) -> Int {
    switch (kind, role) {
    case (.empty, "text"): -2
    case (.empty, _): 2
    case (.time, "time"), (.body, "lead"), (.body, "support"), (.number, "unit"): 3
    case (.unit, "unit"): 4
    case (.unit, "text"): -2
    case (.unit, "time"): -3
    case (.unit, "lead"), (.unit, "support"): -1
    case (.ditto, "lead"), (.ditto, "support"), (.ditto, "time"): 2
    case (.ditto, "text"): -4
    case (.time, "text"), (.time, "lead"), (.time, "support"): -4
    case (.body, "time"), (.text, "time"): -3
    case (.body, "text"), (.body, "output"): -1
    case (.text, "text"), (.number, nil), (.number, "other"), (.number, "period"): 1
    case (.number, "text"): -2
    case (.number, "lead"), (.number, "support"), (.number, "time"): -4
    case (.text, "lead"), (.text, "support"): -1
    default: 0
    }
  }
}
