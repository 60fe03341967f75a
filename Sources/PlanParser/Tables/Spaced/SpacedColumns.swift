/// Where the columns of a table lie while its lines are gathered, told by its head alone.
struct SpacedColumns {
  /// Where the gutters may lie.
  var ranges: [ColumnGrid.Gutter]
  /// The column of the page in which the name of the first column begins.
  var left: Int
  /// Whether the first column numbers the rows.
  var hasOrdinals: Bool
  /// Whether the first column tells when each row takes place.
  var isProgramme: Bool

  /// The columns under a head.
  init(_ head: SpacedHead) {
    ranges = ColumnGrid.ranges(of: head)
    left = head.columns.first?.start ?? 0
    hasOrdinals = head.hasOrdinals
    isProgramme = head.isProgramme
  }

  /// The columns of a page that is set off from the one before it.
  func moved(by shift: Int) -> SpacedColumns {
    var moved = self
    moved.left = max(0, left + shift)
    for index in ranges.indices {
      moved.ranges[index].start = max(1, ranges[index].start + shift)
      moved.ranges[index].end = max(2, ranges[index].end + shift)
    }
    return moved
  }

  /// Whether a run of words runs over a gutter, wherever that lies.
  func cross(_ fragment: Fragment) -> Bool {
    ranges.contains { fragment.start < $0.start && fragment.end > $0.end }
  }

  /// Whether what begins in a column of the page may go on with a row: the first column numbers
  /// the rows or times them, and it stands behind it.
  func isBehindOrdinals(_ start: Int) -> Bool {
    hasOrdinals ? start > left + 1 : isProgramme && start >= ranges[0].start
  }
}
