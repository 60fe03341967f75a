import PlanModel

/// Tells the lines that head the rows below them from lines of cells.
extension PlanReader {
  /// The cells of each line of a page that heads the rows below it; `nil` for the others.
  ///
  /// The last line may head the rows of the page after it.
  mutating func groups(in placed: PlacedPage, before following: SpacedPage? = nil)
    -> [[(column: Int, fragment: Fragment)]?]
  {
    let following = following?.rows.prefix(PlanReader.tallestRow) ?? []
    var groups: [[(column: Int, fragment: Fragment)]?] = []
    for index in placed.page.rows.indices {
      if placed.isProgramme {
        groups.append(programmeGroup(index, placed))
      } else if placed.isDense {
        groups.append(
          denseGroup(index, placed, following.first) ?? headsNumber(index, placed))
      } else {
        groups.append(
          group(index, placed, following) ?? headsFirst(index, placed, following)
            ?? headsNumber(index, placed))
      }
    }
    return groups
  }

  /// The cells of a line of a programme that heads the rows below it: a text over all columns that
  /// names a part of the day, or that stands between empty lines.
  private mutating func programmeGroup(_ index: Int, _ placed: PlacedPage)
    -> [(column: Int, fragment: Fragment)]?
  {
    let rows = placed.page.rows
    if let numbered = numberedGroup(index, placed) { return numbered }
    guard rows[index].fragments.count == 1, let first = rows[index].fragments.first,
      first.end > placed.grid.gutters[0].end || headsHours(index, placed),
      !goesOnAbove(index, placed)
    else { return nil }
    let isAlone =
      rows[index].gap && placed.grid.columns(of: first).count > 1
      && (index + 1 == rows.count || rows[index + 1].gap)
    guard isAlone || lineMatch(.programmePart, tokens(first.span)) != nil else { return nil }
    return [(0, first)]
  }

  /// The cells of a line whose text runs over several columns behind a numeral where times stand.
  private func numberedGroup(_ index: Int, _ placed: PlacedPage)
    -> [(column: Int, fragment: Fragment)]?
  {
    let fragments = placed.page.rows[index].fragments
    guard fragments.count == 2, isOrdinal(fragments[0].span), isLabel(fragments[0].span),
      isInCapitals(fragments[1].span, moreThan: 3),
      placed.grid.columns(of: fragments[1]).upperBound > 1
    else { return nil }
    return [(0, fragments[0]), (1, fragments[1])]
  }

  /// Whether a line goes on with a cell right above it behind the times: "… xong trước" / "ngày
  /// 15/9".
  private func goesOnAbove(_ index: Int, _ placed: PlacedPage) -> Bool {
    let rows = placed.page.rows
    guard index > 0, !rows[index].gap, let own = rows[index].fragments.first, isLower(own),
      own.start >= placed.grid.gutters[0].end
    else { return false }
    return rows[index - 1].fragments.contains { abs($0.start - own.start) <= 1 }
  }

  /// Whether a row of hours stands right below a line of the first column: "Ngày 16/3/2026".
  private func headsHours(_ index: Int, _ placed: PlacedPage) -> Bool {
    let rows = placed.page.rows
    guard index + 1 < rows.count, rows[index + 1].fragments.count > 1 else { return false }
    let below = rows[index + 1].fragments[0]
    return below.start < placed.grid.gutters[0].start && isHour(below.span)
  }

  /// The cells of a line that heads the rows below it: one text over several columns, with or
  /// without its number before it.
  private func group(
    _ index: Int, _ placed: PlacedPage, _ following: ArraySlice<SpacedPage.Row>
  )
    -> [(column: Int, fragment: Fragment)]?
  {
    let grid = placed.grid
    let rows = placed.page.rows
    let fragments = rows[index].fragments
    guard let first = fragments.first, let last = fragments.last, fragments.count <= 2 else {
      return nil
    }
    let columns = grid.columns(of: last)
    if fragments.count == 2 {
      guard isOrdinal(first.span), columns.upperBound > max(1, columns.lowerBound), !isLower(last),
        isLabel(first.span) || !goesOn(last, index, rows) && !isCut(index, rows, following)
      else { return nil }
      return [(0, first), (1, last)]
    }
    guard columns.lowerBound <= 1, columns.upperBound > columns.lowerBound else { return nil }
    guard let (label, text) = firstWord(of: first), isOrdinal(label.span) else {
      guard columns.upperBound > 1, !isLower(first), !goesOn(first, index, rows),
        !(placed.hasOrdinals && isBegun(first, above: index, rows))
      else { return nil }
      return [(placed.hasOrdinals ? columns.lowerBound : 0, first)]
    }
    return isLabel(label.span) ? labelled(first, label, text, grid) : nil
  }

  /// Whether a line is the last of its page and the next page goes on with its text.
  private func isCut(
    _ index: Int, _ rows: [SpacedPage.Row], _ following: ArraySlice<SpacedPage.Row>
  ) -> Bool {
    guard index + 1 == rows.count, let next = following.first?.fragments.first else { return false }
    return isLower(next)
  }

  /// Whether the line below one goes on with its text `own`, beside another column or the number of
  /// the row; or the line after that, where the cells between are set in the middle of their row.
  private func goesOn(_ own: Fragment, _ index: Int, _ rows: [SpacedPage.Row]) -> Bool {
    var next = index + 1
    guard next < rows.count, !rows[next].gap else { return false }
    func text(of row: SpacedPage.Row) -> Fragment? {
      row.fragments.first { abs($0.start - own.start) <= 1 }
    }
    let isMiddle =
      text(of: rows[next]) == nil && rows[next].fragments.first.map { isOrdinal($0.span) } == true
    if isMiddle { next += 1 }
    guard next < rows.count, !rows[next].gap, isMiddle || rows[next].fragments.count > 1 else {
      return false
    }
    return text(of: rows[next]).map { isLower($0) } == true
  }

  /// Whether the line above one begins a cell where its text `own` stands and holds nothing else:
  /// the number of that row is still to come, beside the middle of its cells.
  private func isBegun(_ own: Fragment, above index: Int, _ rows: [SpacedPage.Row]) -> Bool {
    guard index > 0, !rows[index].gap, rows[index - 1].fragments.count == 1 else { return false }
    let above = rows[index - 1].fragments[0]
    return above.start == own.start && !isLower(above)
      && firstWord(of: above).map { isOrdinal($0.word.span) } != true
  }

  /// The cells of a line without a number that begins where the numbers do and heads the row below
  /// it, which has one.
  private func headsNumber(_ index: Int, _ placed: PlacedPage)
    -> [(column: Int, fragment: Fragment)]?
  {
    let rows = placed.page.rows
    guard placed.hasOrdinals, index + 1 < rows.count, rows[index].fragments.count == 1,
      rows[index + 1].fragments.count > 1, isNumber(rows[index + 1].fragments[0].span),
      rows[index].fragments[0].end > placed.grid.gutters[0].end,
      headsRows(rows[index].fragments[0], from: rows[index + 1].fragments[0].start)
    else { return nil }
    return [(0, rows[index].fragments[0])]
  }

  /// The cells of a line that heads the rows below it on a page where one blank holds cells apart:
  /// what numbers it tells it from a line of cells, and so do capitals or a number below it.
  private func denseGroup(
    _ index: Int, _ placed: PlacedPage, _ following: SpacedPage.Row?
  ) -> [(column: Int, fragment: Fragment)]? {
    let rows = placed.page.rows
    let fragments = rows[index].fragments
    guard let first = fragments.first, let last = fragments.last, fragments.count <= 2 else {
      return nil
    }
    let next = (index + 1 < rows.count ? rows[index + 1] : following)?.fragments.first
    let isNumbered =
      next.map { next in
        next.start < placed.grid.gutters[0].end
          && isOrdinal((firstWord(of: next)?.word ?? next).span)
      } ?? false
    guard isNumbered || isInCapitals(last.span, moreThan: 3) else { return nil }
    if fragments.count == 2 {
      let columns = placed.grid.columns(of: last)
      guard isOrdinal(first.span), columns.lowerBound <= 1,
        columns.upperBound > 1 || isLabel(first.span)
      else { return nil }
      return [(0, first), (1, last)]
    }
    guard let (label, text) = firstWord(of: first), isOrdinal(label.span), isLabel(label.span)
    else { return nil }
    return labelled(first, label, text, placed.grid)
  }

  /// The cells of a short text with a numeral or a capital over the first row of a series.
  private func headsFirst(
    _ index: Int, _ placed: PlacedPage, _ following: ArraySlice<SpacedPage.Row>
  ) -> [(column: Int, fragment: Fragment)]? {
    let rows = placed.page.rows
    guard placed.hasOrdinals, rows[index].fragments.count == 1,
      let (label, text) = firstWord(of: rows[index].fragments[0]), isOrdinal(label.span),
      (65...90).contains(bytes[label.span.start])
    else { return nil }
    let below = rows[(index + 1)...].prefix(PlanReader.tallestRow)
    guard
      opens(below.first ?? following.first)
        || label.start < placed.grid.gutters[0].end
          && opens((below + following).first { isNumbered($0) })
    else { return nil }
    return labelled(rows[index].fragments[0], label, text, placed.grid)
  }

  /// How many lines of a row stand above its number at most.
  private static let tallestRow = 8

  /// Whether a line begins with a number.
  private func isNumbered(_ row: SpacedPage.Row) -> Bool {
    row.fragments.first.map { isNumber($0.span) } == true
  }

  /// Whether a line begins with the first number of a series.
  private func opens(_ row: SpacedPage.Row?) -> Bool {
    guard let first = row?.fragments.first, isNumber(first.span) else { return false }
    return ordinal(first)?.opens == true
  }

  /// The cells of a text with a label, whose text may begin where those of the other rows do.
  private func labelled(_ whole: Fragment, _ label: Fragment, _ text: Fragment, _ grid: ColumnGrid)
    -> [(column: Int, fragment: Fragment)]
  {
    if whole.start >= grid.gutters[0].end { return [(1, whole)] }
    return text.start >= grid.gutters[0].end ? [(0, label), (1, text)] : [(0, whole)]
  }

  /// Whether a Roman numeral stands where the numbers of the rows do, and a text behind it that
  /// begins like one: "III Về dữ liệu" over the rows that it heads.
  func heads(_ numeral: Fragment, _ text: Fragment, _ columns: SpacedColumns) -> Bool {
    guard abs(numeral.start - columns.left) <= 2,
      Letters.roman(bytes[numeral.span.start..<numeral.span.end]) != nil
    else { return false }
    return LetterCase(Scalars.decode(bytes, at: numeral.span.start).scalar) == .upper
      && LetterCase(Scalars.decode(bytes, at: text.span.start).scalar) == .upper
  }

  /// The first word of a run of words, and the rest; `nil` when it is one word.
  func firstWord(of fragment: Fragment) -> (word: Fragment, rest: Fragment)? {
    guard let blank = blanks(in: fragment).first, let (word, rest) = split(fragment, at: blank)
    else { return nil }
    return (word, rest)
  }

  /// Whether an ordinal is a Roman numeral or a letter.
  private func isLabel(_ span: ByteSpan) -> Bool {
    bytes[span.start..<span.end].contains { $0 >= 65 }
  }
}
