import PlanModel

/// A table while it is read: cells as pieces of the text.
struct TableDraft {
  /// A cell: where its text stands, in pieces when a page broke it.
  typealias Cell = [ByteSpan]

  /// A row of cells.
  struct Row {
    var cells: [Cell]
    var group = false
    /// Whether blank lines or a page stand before it.
    var gap = false
    /// Whether it is a line of one text behind TABs, with none behind it.
    var trimmed = false
  }

  /// The rows of the head: none, one, two, or more where each parts cells of the one above.
  var head: [Row] = []
  /// The names of the columns, made from the head.
  var columns: [String] = []
  /// The rows under the head.
  var rows: [Row] = []
  /// From the first cell to the last.
  var span: ByteSpan
}
