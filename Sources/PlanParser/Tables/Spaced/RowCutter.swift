/// Cuts the lines of a table into rows, each around the line that holds its number.
///
/// A page shows a row's number beside the middle of its cells, or beside their first lines. Which
/// lines belong to which number is what costs least: cells far from the middle cost, and so do a
/// cell that begins with a small letter and one that ends although its line had room.
struct RowCutter {
  /// Where the number of a row stands beside its cells.
  enum Alignment: CaseIterable {
    case middle
    case top
    /// Half a line above the middle, so that it is printed as a line of its own.
    case raised
  }

  /// Costs are told in tenths of a line.
  static let line = 10

  /// How many lines between two numbers are weighed; what is longer belongs to the first.
  static let reach = 64

  let lines: [CellLine]
  let alignment: Alignment
  let rights: [Int]
  /// For each column and line the first line from it on that writes into the column.
  private(set) var after: [[Int]] = []
  /// The last line up to it that does.
  private(set) var before: [[Int]] = []
  /// What it costs to join all pieces of a column up to a line.
  private(set) var joins: [[Int]] = []

  /// The number of gaps up to a line.
  private var gaps: [Int] = []

  /// A cutter of lines without groups; `rights` are the right edges of the columns.
  init(_ lines: [CellLine], rights: [Int], alignment: Alignment) {
    self.lines = lines
    self.rights = rights
    self.alignment = alignment
    for line in lines { gaps.append((gaps.last ?? 0) + (line.gap ? 1 : 0)) }
    for column in rights.indices { index(column) }
  }

  private mutating func index(_ column: Int) {
    let count = lines.count
    var after = [Int](repeating: count, count: count + 1)
    for line in lines.indices.reversed() {
      after[line] = lines[line].cells[column] == nil ? after[line + 1] : line
    }
    var before = [Int](repeating: -1, count: count)
    var joins = [Int](repeating: 0, count: count)
    var last = -1
    for line in lines.indices {
      joins[line] = line > 0 ? joins[line - 1] : 0
      if lines[line].cells[column] != nil {
        if last >= 0 { joins[line] += join(last, line, column) }
        last = line
      }
      before[line] = last
    }
    self.after.append(after)
    self.before.append(before)
    self.joins.append(joins)
  }

  // MARK: Costs

  /// What it costs that two pieces are one cell.
  private func join(_ upper: Int, _ lower: Int, _ column: Int) -> Int {
    guard let above = lines[upper].cells[column], let below = lines[lower].cells[column] else {
      return 0
    }
    var cost = 3 * max(0, min(lower - upper - 1, 4))
    if gaps[lower] > gaps[upper] { cost += 6 }
    if below.isAnew { cost += 10 }
    guard !below.lower else { return cost }
    // The first word would have stood on the line above: the cell ended there, or its list went
    // on ("Các sở, ban, ngành;" / "UBND cấp huyện").
    let lists = above.ending == .comma || above.ending == .semicolon
    if above.end + 1 + below.word + 1 < rights[column], !lists { cost += 10 }
    if above.ending == .stop { cost += 3 }
    return cost
  }

  /// What it costs that a cell begins at a line.
  func begin(_ line: Int, _ column: Int) -> Int {
    guard let piece = lines[line].cells[column] else { return 0 }
    var cost = piece.lower ? 25 : 0
    let last = line > 0 ? before[column][line - 1] : -1
    if last >= 0, let above = lines[last].cells[column] {
      if above.ending == .comma || above.ending == .semicolon { cost += 10 }
      if !piece.lower, above.ending == .open, above.end + 1 + piece.word >= rights[column] {
        cost += 2
      }
    }
    return cost
  }

  /// What it costs that the lines from `start` to `end` are the row numbered at `ordinal`.
  private func row(_ start: Int, _ end: Int, _ ordinal: Int) -> Int {
    var cost = 0
    let place = lines[ordinal].number
    var highest = Int.max
    var lowest = Int.min
    for column in rights.indices.dropFirst() {
      let first = after[column][start]
      guard first <= end else { continue }
      let last = before[column][end]
      cost += begin(first, column) + joins[column][last] - joins[column][first]
      switch alignment {
      case .middle, .raised:
        let middle = lines[first].number + lines[last].number
        let half = alignment == .raised ? 2 : 0
        cost += max(0, abs(middle - 2 * place - half) - 1) * RowCutter.line / 2
        highest = min(highest, middle)
        lowest = max(lowest, middle)
      case .top:
        cost += abs(lines[first].number - place) * RowCutter.line
      }
    }
    // The cells of a row have one middle.
    if lowest > highest { cost += (lowest - highest) * 4 }
    return cost
  }

  /// What it costs that the first lines go on with the row of the page before.
  private func rest(_ end: Int) -> Int {
    var cost = 10
    for column in rights.indices {
      let first = after[column][0]
      guard first <= end, let piece = lines[first].cells[column] else { continue }
      cost += piece.lower ? -10 : piece.digit || alignment == .top ? 0 : 20
    }
    return cost
  }

  // MARK: Cutting

  /// The first line of each row, that of what goes on with the row before first when
  /// `continues`; and what the cut costs.
  func cut(continues: Bool) -> (starts: [Int], cost: Int) {
    let ordinals = lines.indices.filter { lines[$0].hasOrdinal }
    guard let first = ordinals.first else { return ([0], 0) }
    // For each row the best cost of ending at a line, and where it then began.
    var ends: [[Int: (cost: Int, start: Int)]] = []
    var open: [Int: Int] = [0: 0]  // a row may begin at a line for this cost
    if continues, first > 0 {
      for line in 1...first where line <= RowCutter.reach { open[line] = rest(line - 1) }
    }
    for (index, ordinal) in ordinals.enumerated() {
      let next = index + 1 < ordinals.count ? ordinals[index + 1] : lines.count
      var candidates = Array(ordinal..<next)
      if next == lines.count || next - ordinal > RowCutter.reach { candidates = [next - 1] }
      var best: [Int: (cost: Int, start: Int)] = [:]
      for end in candidates {
        for (start, cost) in open {
          let whole = cost + row(start, end, ordinal)
          if let known = best[end], (known.cost, known.start) <= (whole, start) { continue }
          best[end] = (whole, start)
        }
      }
      ends.append(best)
      open = [:]
      for (end, found) in best where end + 1 < lines.count { open[end + 1] = found.cost }
    }
    return trace(ends, continues: continues)
  }

  private func trace(_ ends: [[Int: (cost: Int, start: Int)]], continues: Bool) -> ([Int], Int) {
    var starts: [Int] = []
    var end = lines.count - 1
    let cost = ends.last?[end]?.cost ?? 0
    for row in ends.reversed() {
      guard let found = row[end] else { break }
      starts.append(found.start)
      end = found.start - 1
    }
    starts.reverse()
    if let first = starts.first, first > 0 { starts.insert(0, at: 0) }
    return (starts, cost)
  }
}
