import PlanModel

/// Names over several columns: each is the name above all columns up to the next name beside it.
extension PlanReader {
  /// A name that stands above others, and the columns that it may reach over.
  private struct Spanning {
    /// The column whose name it begins so far.
    var column: Int
    /// Where it stands.
    var name: Fragment
  }

  /// Whether an unknown text is one of several names below one.
  ///
  /// It stands under a name that another of its line stands under too ("Cả năm" and "6 tháng đầu năm"
  /// under "Kế hoạch năm 2026"), or it stands there twice. The first column numbers the rows, and the
  /// line writes nothing into it.
  mutating func divides(_ name: Fragment, of line: [Fragment], under rows: [[Fragment]]) -> Bool {
    let names = rows.joined()
    guard let first = names.min(by: { $0.start < $1.start }),
      namesOrdinals(folder.fold([first.span])), line.allSatisfy({ $0.start >= first.end })
    else { return false }
    let isUnderOne = names.contains { above in
      above.meets(name.start, name.end) && line.count { above.meets($0.start, $0.end) } > 1
    }
    if isUnderOne { return true }
    let text = folder.fold([name.span])
    return line.count { folder.fold([$0.span]) == text } > 1
  }

  /// Gives the names of the upper line of a head to the columns below them that have none above.
  ///
  /// "Lúa" stands over "Diện tích" and also over "Sản lượng" beside that: the name of the numbers
  /// stands on a line above these two, so that a column for itself would have its name there too.
  func spanned(_ columns: [SpacedHead.Column]) -> [SpacedHead.Column] {
    // "Số" over "TT"
    guard let first = columns.first?.names.last?.row else { return columns }
    var columns = repeated(columns, at: first)
    /// The names that reach over the column before them, which they begin no more.
    var lifted: [Int: Spanning] = [:]
    var index = 1
    while index < columns.count {
      guard let row = orphanRow(columns[index]), row > first else {
        index += 1
        continue
      }
      var end = index + 1
      while end < columns.count, orphanRow(columns[end]) == row { end += 1 }
      let left = lifted[index - 1] ?? spanning(index - 1, over: row, columns)
      let right = end < columns.count ? spanning(end, over: row, columns) : nil
      let cut = cut(index..<end, left, right, columns)
      if let left, cut > index {
        lift(left, over: index..<cut, &columns)
        if lifted[index - 1] == nil { lift(left, over: (index - 1)..<index, &columns) }
      }
      if let right, cut < end {
        lift(right, over: cut..<(end + 1), &columns)
        lifted[end] = right
      }
      index = end
    }
    return columns
  }

  /// Gives names above others to the columns below them where the same names follow each other under
  /// each: "Diện tích", "Sản lượng" under "Lúa", and under "Rau màu".
  ///
  /// So they are told where the numbers and all other columns have their names on the lower line.
  private func repeated(_ columns: [SpacedHead.Column], at row: Int) -> [SpacedHead.Column] {
    let found = columns.indices.dropFirst().compactMap { spanning($0, over: row, columns) }
    guard found.count > 1 else { return columns }
    let step = found[1].column - found[0].column
    guard step > 1, found[found.count - 1].column + step <= columns.count,
      zip(found, found.dropFirst()).allSatisfy({ $1.column - $0.column == step })
    else { return columns }
    for place in 0..<step {
      let texts = found.map { spanning in
        folder.fold(below(spanning.column + place, spanning, columns).map(\.span))
      }
      guard texts.allSatisfy({ $0 == texts[0] }) else { return columns }
    }
    var columns = columns
    for spanning in found {
      lift(spanning, over: spanning.column..<(spanning.column + step), &columns)
    }
    return columns
  }

  /// The line on which the name of a column begins that has none above it.
  private func orphanRow(_ column: SpacedHead.Column) -> Int? {
    column.above.isEmpty ? column.names.first?.row : nil
  }

  /// The name of a column that stands above the line `row`, where another of its names begins.
  private func spanning(_ index: Int, over row: Int, _ columns: [SpacedHead.Column]) -> Spanning? {
    let names = columns[index].names
    guard columns[index].above.isEmpty, names.count > 1, names[0].row < row, names[1].row == row,
      !isLower(names[1].name)
    else { return nil }
    return Spanning(column: index, name: names[0].name)
  }

  /// Where the columns end that belong to the name on their left, and those of the one on their right
  /// begin: where both stand at the left, in the middle or at the right of what they reach over.
  private func cut(
    _ orphans: Range<Int>, _ left: Spanning?, _ right: Spanning?, _ columns: [SpacedHead.Column]
  ) -> Int {
    guard let left else { return right == nil ? orphans.upperBound : orphans.lowerBound }
    guard let right else { return orphans.upperBound }
    return (orphans.lowerBound...orphans.upperBound).reversed().min {
      let first = offset(left, from: left.column, to: $0 - 1, columns)
      let second = offset(left, from: left.column, to: $1 - 1, columns)
      return first + offset(right, from: $0, to: right.column, columns)
        < second + offset(right, from: $1, to: right.column, columns)
    } ?? orphans.upperBound
  }

  /// How far a name stands from where it would over the columns from one to another.
  private func offset(
    _ spanning: Spanning, from first: Int, to last: Int, _ columns: [SpacedHead.Column]
  ) -> Int {
    let start = below(first, spanning, columns).map(\.start).min() ?? 0
    let end = below(last, spanning, columns).map(\.end).max() ?? 0
    let name = spanning.name
    return min(
      abs(name.start - start), abs(name.end - end), abs(name.start + name.end - start - end) / 2)
  }

  /// The names of a column without the one that stands above several.
  private func below(
    _ index: Int, _ spanning: Spanning, _ columns: [SpacedHead.Column]
  ) -> [Fragment] {
    let names = columns[index].names.map(\.name)
    let isOwn = index == spanning.column && columns[index].above.isEmpty
    return isOwn ? Array(names.dropFirst()) : names
  }

  /// Makes the first name of a column the one above several.
  private func lift(
    _ spanning: Spanning, over range: Range<Int>, _ columns: inout [SpacedHead.Column]
  ) {
    for index in range {
      columns[index].above.append(spanning.name.span)
      if index == spanning.column { columns[index].names.removeFirst() }
    }
  }

  /// Gives a name that is written over some of the columns in whose middle it stands to all of them.
  ///
  /// "Thời gian" over "Quý II" and "Quý III", beside which "Quý I" and "Quý IV" have no name above
  /// them: the name of the numbers stands on a line above these.
  func widened(_ columns: [SpacedHead.Column], over rows: [[Fragment]]) -> [SpacedHead.Column] {
    guard let first = columns.first?.names.last?.row else { return columns }
    var columns = columns
    var index = 1
    while index < columns.count {
      let above = columns[index].above
      guard above.count == 1, let row = columns[index].names.first?.row, row > first,
        let name = rows.joined().first(where: { $0.span == above[0] })
      else {
        index += 1
        continue
      }
      let isUnder = { (place: Int) in columns[place].names.first?.row == row }
      let written = columns[index...].prefix { $0.above == above }.indices
      var (low, high) = (written.lowerBound, written.upperBound)
      while low > 1, isUnder(low - 1), columns[low - 1].above.isEmpty { low -= 1 }
      while high < columns.count, isUnder(high), columns[high].above.isEmpty { high += 1 }
      let middle = { (range: Range<Int>) in
        columns[range.lowerBound].start + columns[range.upperBound - 1].end
      }
      let place = name.start + name.end
      if abs(middle(low..<high) - place) <= abs(middle(written) - place) + 4 {
        for column in low..<high { columns[column].above = above }
      }
      index = high
    }
    return columns
  }
}

extension SpacedHead {
  /// The two columns under the uppermost name of a group whose names stand on lines of their own;
  /// `nil` when what stands below it is one name.
  ///
  /// "Thời gian" over "Bắt đầu" on one line and "Hoàn" and "thành" around it.
  static func parted(_ group: [(row: Int, name: Fragment)]) -> [Column]? {
    guard let top = group.first, group.count > 3 else { return nil }
    let below = group.dropFirst().sorted { $0.name.start < $1.name.start }
    var parts: [[(row: Int, name: Fragment)]] = []
    var end = Int.min
    for one in below {
      if one.name.start > end + 1 { parts.append([]) }
      parts[parts.count - 1].append(one)
      end = max(end, one.name.end)
    }
    guard parts.count == 2, below.allSatisfy({ $0.row > top.row }),
      parts.allSatisfy({ $0.contains { $0.name.meets(top.name.start - 1, top.name.end + 1) } })
    else { return nil }
    return parts.map { names in
      var column = Column(names: names.sorted { $0.row < $1.row })
      column.above = [top.name.span]
      return column
    }
  }
}
