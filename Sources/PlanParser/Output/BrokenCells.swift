import PlanModel

/// The cells whose text stands in pieces, other cells between them.
///
/// The cells of a row that is cut over lines or pages lie across one another in the text. Whoever
/// reads on from inside a piece reads the next piece of that cell, not what stands beside it.
struct BrokenCells {
  private struct Piece {
    var span: ByteSpan
    var cell: Int
  }

  private var cells: [[ByteSpan]] = []
  private var pieces: [Piece] = []

  /// Adds the cells of one table; tables come in the order of the text.
  mutating func add(_ table: TableDraft) {
    var added: [Piece] = []
    for cell in table.rows.lazy.flatMap(\.cells) where cell.count > 1 {
      added += cell.map { Piece(span: $0, cell: cells.count) }
      cells.append(cell)
    }
    pieces += added.sorted { $0.span.start < $1.span.start }
  }

  /// The pieces under a span that begins in or at the end of one and ends behind it; `nil` for
  /// any other.
  func pieces(of span: ByteSpan) -> [ByteSpan]? {
    guard !pieces.isEmpty else { return nil }
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].span.start <= span.start { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let piece = pieces[low - 1]
    guard span.start <= piece.span.end, span.end > piece.span.end else { return nil }
    return cells[piece.cell].compactMap { part in
      let start = max(part.start, span.start)
      let end = min(part.end, span.end)
      return start < end ? ByteSpan(start, end) : nil
    }
  }
}
