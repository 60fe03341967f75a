import PlanModel
import PlanText

/// Tells the rows of a table that head others.
extension PlanReader {
  /// Marks the rows that head those below them: "I | CÁC NHIỆM VỤ …", "Ca sáng …".
  mutating func markGroups(_ table: inout TableDraft) {
    let columns = table.columns.count
    guard columns > 2 else { return markNumbered(&table) }
    for index in table.rows.indices {
      let cells = table.rows[index].cells
      let filled = cells.indices.filter { !cells[$0].isEmpty }
      switch filled {
      case [0]: table.rows[index].group = folder.fold(cells[0]).utf8.count > 3
      case [1]: table.rows[index].group = index + 1 < table.rows.count
      case [0, 1]:
        table.rows[index].group = heads(index, cells[0], table)
      case _ where filled.count > 2 && filled[1] == 1:
        table.rows[index].group = headsWithSums(index, filled, table)
      default: break
      }
    }
  }

  /// Whether a row under a numeral or a capital that tells sums and nothing else heads the row below
  /// it, which is the first of a series: it has cells that it leaves blank, another row heads such a
  /// series, too, or its figures are the sums of theirs.
  ///
  /// "I | Lĩnh vực y tế | | 120 |" over "1 | Mua vắc xin dại | Trạm Y tế | 120 | Quý I"
  private func headsWithSums(_ index: Int, _ filled: [Int], _ table: TableDraft) -> Bool {
    let cells = table.rows[index].cells
    guard headsSeries(index, table), filled.dropFirst(2).allSatisfy({ isSum(cells[$0]) }) else {
      return false
    }
    let below = table.rows[index + 1].cells
    return below.indices.contains { cells[$0].isEmpty && !below[$0].isEmpty }
      || table.rows.indices.contains { $0 != index && headsSeries($0, table) }
      || addsUpSeries(index, filled, table)
  }

  /// Whether each figure of a row is the sum of those of the numbered rows below it, which are two
  /// at least.
  private func addsUpSeries(_ index: Int, _ filled: [Int], _ table: TableDraft) -> Bool {
    let series = table.rows[(index + 1)...].prefix { row in
      RowOrdinal(TableHead.ordinal(folder.fold(row.cells[0])))?.kind == .number
    }
    guard series.count > 1, filled.count > 2 else { return false }
    var addends = 0
    let areSums = filled.dropFirst(2).allSatisfy { column in
      let cells = series.map { folder.fold($0.cells[column]) }.filter { !$0.isEmpty }
      let numbers = cells.compactMap(PlanReader.number)
      addends = max(addends, numbers.count)
      guard numbers.count == cells.count, !numbers.isEmpty,
        let own = PlanReader.number(folder.fold(table.rows[index].cells[column]))
      else { return false }
      return PlanReader.sum(numbers) == own
    }
    return areSums && addends > 1
  }

  /// Whether a row with a Roman numeral or a capital stands over the first of a numbered series.
  private func headsSeries(_ index: Int, _ table: TableDraft) -> Bool {
    guard index + 1 < table.rows.count else { return false }
    let own = TableHead.ordinal(folder.fold(table.rows[index].cells[0]))
    guard !own.isEmpty, own.count <= PlanReader.longestOrdinal,
      own.allSatisfy({ (65...90).contains($0) }), own.count == 1 || Letters.roman(own[...]) != nil
    else { return false }
    let below = RowOrdinal(TableHead.ordinal(folder.fold(table.rows[index + 1].cells[0])))
    return below.map { $0.kind == .number && $0.opens } == true
  }

  /// Whether a cell holds a figure, perhaps with its unit: "9.800", "80 triệu đồng".
  private func isSum(_ cell: TableDraft.Cell) -> Bool {
    let text = folder.fold(cell).utf8
    let words = text.split(separator: 0x20)
    return words.count < 4 && words.first.map { $0.allSatisfy(Self.isOfFigure) } == true
      && words.dropFirst().allSatisfy { !$0.contains(where: Self.isOfFigure) }
  }

  private static func isOfFigure(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == 0x2E || byte == 0x2C
  }

  /// Marks the numbered rows of two cells that head those below them: they have no value, and stand
  /// over a number that opens a series, over one of their own or over a value.
  ///
  /// "I. Kinh tế" over "1. Thu phí | 5 tỷ đồng", "9. Lập danh sách" over "9.1. Hộ dệt | Tháng 6/2026"
  private mutating func markNumbered(_ table: inout TableDraft) {
    guard table.columns.count == 2 else { return }
    for (index, next) in zip(table.rows.indices, table.rows.indices.dropFirst()) {
      let cells = table.rows[index].cells
      guard cells.count == 2, cells[1].isEmpty, let name = cells[0].first,
        let own = markers.read(allTokens(name))
      else { continue }
      let hasValue = table.rows[next].cells.last?.isEmpty == false
      let below = table.rows[next].cells.first?.first.flatMap { markers.read(allTokens($0)) }
      if own.family == .roman {
        table.rows[index].group = hasValue || opensSeries(below)
      } else if let below, isInside(below, own) {
        table.rows[index].group = true
      }
    }
  }

  /// Whether a label is the first of the numbers under a numeral.
  private func opensSeries(_ label: Marker?) -> Bool {
    label.map { $0.family == .number && $0.value == 1 } ?? false
  }

  /// Whether a label stands right under another by its numbers: "9.1" under "9".
  private func isInside(_ label: Marker, _ other: Marker) -> Bool {
    label.family == .dotted && [.number, .dotted].contains(other.family) && !other.isHeaded
      && label.values.count == other.values.count + 1 && label.values.head == other.values
  }

  /// How many bytes an ordinal has at most: "XVIII".
  private static let longestOrdinal = 8

  /// Whether the row with this ordinal heads the next: a Roman numeral or capital over numbers,
  /// "3" over "3.1", "1" over "a)", "a)" over "-".
  private mutating func heads(_ index: Int, _ cell: TableDraft.Cell, _ table: TableDraft) -> Bool {
    let own = TableHead.ordinal(folder.fold(cell))
    // "Làm đề án | x" has a value; "CHƯƠNG II: | Mục tiêu" a label.
    let isLabel =
      own.count <= PlanReader.longestOrdinal && !own.contains(0x20)
      || cell.first.map { marker(allTokens($0)) != nil } == true
    guard isLabel, let first = own.first else { return false }
    let isNumber = first.isDigit
    let isLowest = isBullet(own) || own.count == 1 && first >= 97
    if !isNumber, !isLowest { return true }
    guard index + 1 < table.rows.count else { return false }
    let below = table.rows[index + 1].cells
    // "1 | Khảo sát |" over " | Lập danh sách | 14/11/2031": the rows of a title have no numbers.
    if below[0].isEmpty, let text = below[1].first, below.count(where: { !$0.isEmpty }) > 1 {
      return lineMatch(.total, tokens(text)) == nil
    }
    let next = TableHead.ordinal(folder.fold(below[0]))
    if isBullet(own) { return isBullet(next) && next != own }
    if isBullet(next) { return true }
    let ordinal = RowOrdinal(next)
    guard isNumber else { return ordinal.map { $0.kind == .number && $0.opens } == true }
    if let ordinal, ordinal.kind == .letter, ordinal.opens, next.last.map({ $0 >= 97 }) == true {
      return true
    }
    return next.count > own.count && next.starts(with: own) && next[own.count] == 0x2E
  }

  /// Whether an ordinal is a bullet: "-", "+".
  private func isBullet(_ ordinal: [UInt8]) -> Bool {
    let scalars = String(decoding: ordinal, as: UTF8.self).unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first else { return false }
    return MarkerReader.bulletKind(scalar.value) != nil
  }
}
