import PlanModel

/// A line of a table that blanks align: what it writes into each column.
struct CellLine {
  /// What a line writes into a cell.
  struct Piece {
    /// Where it stands in the text.
    var span: ByteSpan
    /// The column of the page after its last character.
    var end: Int
    /// The width of its first word.
    var word: Int
    /// Whether it begins with a small letter.
    var lower: Bool
    /// Whether it begins with a digit.
    var digit: Bool
    /// What it ends with.
    var ending: Line.Ending
    /// Whether it says what the piece above it says, or opens a time.
    var isAnew = false
  }

  /// The number of the line in the text.
  var number: Int
  /// Whether blank lines stand before it.
  var gap: Bool
  /// One for each column; `nil` where it writes nothing.
  var cells: [Piece?]
  /// Whether its first cell numbers a row.
  var hasOrdinal = false
  /// Whether its first cell ends the time that the one above it opens: "7h45" under "7h15 -".
  var closesTime = false
  /// Whether it heads the rows below it.
  var isGroup = false
  /// Whether it goes on with the text of the line above it that heads the rows.
  var goesOnGroup = false

  /// Its cell; `nil` when it has several.
  var only: Piece? {
    let written = cells.compactMap { $0 }
    return written.count == 1 ? written[0] : nil
  }
}

extension CellLine {
  /// A line with a piece in the cell in which another line has its own.
  init(_ piece: Piece, in other: CellLine) {
    self = other
    for column in cells.indices { cells[column] = cells[column] == nil ? nil : piece }
  }
}
