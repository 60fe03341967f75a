import PlanModel
import PlanText

/// What one cell of a task table says of the task of its row.
struct TaskCell {
  /// Who leads.
  var lead: [String] = []
  /// Who supports.
  var support: [String] = []
  /// When.
  var time: TimeExpression?
  /// What comes out.
  var output: String?
}

extension PlanReader {
  /// What the cells of a row say, by their columns; a cell that goes on from the row above says
  /// what it said there.
  mutating func taskCells(
    _ row: TableRow, _ leaves: ArraySlice<FactLeaf>, _ columns: TaskColumns,
    above: PlanTask?, held: [Int: TaskCell], year: Int?
  ) -> [Int: TaskCell] {
    var cells: [Int: TaskCell] = [:]
    for column in mergedColumns(row) where column < row.cells.count && row.cells[column].isEmpty {
      cells[column] = held[column]
    }
    let opening = text.styles.isEmpty ? blankOpening(row, columns) : nil
    // A start above an end says nothing of the row with the end alone.
    if let opening, columns.times.count == 1 { cells[opening] = held[opening] }
    for leaf in leaves {
      guard case .cell(_, let column) = leaf.kind else { continue }
      var cell = TaskCell()
      let isLead = columns.leads.contains(column)
      let isSupport = columns.supports.contains(column)
      let isTime = columns.times.contains(column)
      let isOutput = columns.outputs.contains(column)
      guard isLead || isSupport || isTime || isOutput else { continue }
      if says(.void, leaf) { continue }
      if let above, says(.ditto, leaf) {
        // "nt": as in the row above.
        if isLead { cell.lead = above.lead }
        if isSupport { cell.support = above.support }
        if isTime { cell.time = above.time }
        if isOutput { cell.output = above.output }
      } else if isLead || isSupport {
        let (lead, support) =
          columns.both.contains(column) ? bothOfCell(leaf) : bodiesOfCell(leaf)
        if isLead { cell.lead = lead }
        cell.support = isLead ? support : lead + support
      } else if isTime {
        let own = columns.years[column]
        let year = own ?? year
        // "Thời gian (năm 2027)": the year of the column is nearer than that of the title.
        let told = own.map { times(leaf.tokens, leaf.matches, year: $0) }
        cell.time = time(leaf, in: 0..<leaf.tokens.count, year: year, times: told)
        if cell.time?.value == nil, cell.time?.repeat == nil {
          cell.time?.value = dayAlone(leaf)
        }
        if cell.time?.value == nil, cell.time?.repeat == nil, let unit = columns.units[column] {
          cell.time?.value = bareNumbers(leaf.tokens, of: unit, year: year)
        }
      } else {
        cell.output = row.cells[column]
      }
      cells[column] = cell
    }
    if let opening, columns.times.count > 1, tellsHours(in: cells, behind: opening, columns) {
      cells[opening] = held[opening]
    }
    return cells
  }

  /// The column of times with which a row begins, where its cell and those before it are blank but
  /// for the number of the row.
  private func blankOpening(_ row: TableRow, _ columns: TaskColumns) -> Int? {
    guard let first = columns.openingTime, first < row.cells.count,
      (0...first).allSatisfy({ $0 == columns.ordinal || row.cells[$0].isEmpty })
    else { return nil }
    return first
  }

  /// Whether the other columns of times tell nothing but hours or parts of a day: "8h00", "Chiều".
  private mutating func tellsHours(
    in cells: [Int: TaskCell], behind opening: Int, _ columns: TaskColumns
  ) -> Bool {
    let told = columns.times.compactMap { $0 == opening ? nil : cells[$0]?.time }
    for time in told {
      guard time.value == nil, time.repeat == nil else { return false }
      let isHour = lineMatches(of: time.text).contains {
        meaning($0) == .programmeTime || meaning($0) == .programmePart
      }
      guard isHour else { return false }
    }
    return !told.isEmpty
  }

  /// Who leads and who supports by a cell under "Chủ trì/Phối hợp": those before the mark and those
  /// behind it ("Phòng Tổ chức/Thanh tra Sở"), or the first and the others.
  private mutating func bothOfCell(_ leaf: FactLeaf) -> (lead: [String], support: [String]) {
    let tokens = leaf.tokens
    let words = bodyWords(leaf)
    let (lead, support) = bodiesOfCell(leaf)
    guard support.isEmpty, words.charges.isEmpty else { return (lead, support) }
    let mark = tokens.indices.dropFirst().first { place in
      guard place + 1 < tokens.count, words.heads[place + 1] != nil else { return false }
      return isMark(tokens[place], 0x2F) || isDash(tokens[place])
    }
    guard let mark else { return (Array(lead.prefix(1)), Array(lead.dropFirst())) }
    return (
      bodies(of: leaf, in: 0..<mark, words).lead,
      bodies(of: leaf, in: mark + 1..<tokens.count, words).lead
    )
  }

  /// The columns of a row in which the format of the document says that a cell above goes on.
  func mergedColumns(_ row: TableRow) -> [Int] {
    guard !text.styles.isEmpty || !text.rows.isEmpty,
      let first = row.spans.first(where: { !$0.isEmpty })
    else { return [] }
    let line = text.lineIndex(at: first.start)
    return line < text.styles.count ? text.styles[line].merged : text.rows[line]?.merged ?? []
  }

  /// Whether a cell says nothing but that it holds what the one above does, or that it holds nothing.
  private mutating func says(_ filler: Meaning, _ leaf: FactLeaf) -> Bool {
    leaf.tokens.count <= 4 && lineMatches(leaf.tokens).contains { meaning($0) == filler }
  }
}
