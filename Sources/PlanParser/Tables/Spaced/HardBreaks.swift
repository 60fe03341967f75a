import PlanModel
import PlanText

/// Tells which lines of aligned cells a hand began: the first word had room on the line above.
extension PlanReader {
  /// A line of a cell: where it stands in the text, and in which columns of the page.
  private struct CellPiece {
    var span: ByteSpan
    var left: Int
    var right: Int
  }

  /// Takes note of where lines of cells begin anew, as the widths of the columns tell.
  mutating func noteHardBreaks(in table: TableDraft) {
    let heads = table.columns.indices.map { column in
      table.head.first.map { pieces(of: $0, column) } ?? []
    }
    let bodies = table.columns.indices.map { column in
      table.rows.filter { !$0.group }.map { pieces(of: $0, column) }
    }
    for column in bodies.indices {
      let all = bodies[column].flatMap { $0 }
      guard let left = all.map(\.left).min(), bodies[column].contains(where: { $0.count > 1 })
      else { continue }
      var right = (all + heads[column]).map(\.right).max() ?? left
      let isFlush = all.allSatisfy { $0.left - left < 2 }
      if isFlush, column + 1 < bodies.count,
        let next = flushLeft(bodies[column + 1].flatMap { $0 })
          ?? (heads[column].first.map { abs($0.left - left) < 2 } == true
            ? heads[column + 1].first?.left : nil)
      {
        right = max(right, next - 2)
      }
      for pieces in bodies[column] { noteHardBreaks(between: pieces, before: right) }
    }
  }

  /// The column at which all lines of some cells begin.
  private func flushLeft(_ pieces: [CellPiece]) -> Int? {
    guard let left = pieces.map(\.left).min(), pieces.count > 1,
      pieces.allSatisfy({ $0.left - left < 2 })
    else { return nil }
    return left
  }

  private mutating func noteHardBreaks(between pieces: [CellPiece], before right: Int) {
    for (above, piece) in zip(pieces, pieces.dropFirst())
    where LetterCase(Scalars.decode(bytes, at: piece.span.start).scalar) == .upper {
      let word = bytes[piece.span.start..<piece.span.end].prefix { $0 != 0x20 }
      let width = word.count { $0 & 0xC0 != 0x80 }
      if above.right + 1 + width < right { hardBreaks.insert(piece.span.start) }
    }
  }

  /// The lines of a cell.
  private func pieces(of row: TableDraft.Row, _ column: Int) -> [CellPiece] {
    guard column < row.cells.count else { return [] }
    var pieces: [CellPiece] = []
    var last = -1
    for span in row.cells[column] {
      let index = text.lineIndex(at: span.start)
      let left = width(from: text.lines[index].start, to: span.start)
      let right = left + width(from: span.start, to: span.end)
      if index == last, let open = pieces.indices.last {
        pieces[open].right = right
      } else {
        pieces.append(CellPiece(span: span, left: left, right: right))
      }
      last = index
    }
    return pieces
  }

  /// How many characters stand between two offsets of a line.
  private func width(from start: Int, to end: Int) -> Int {
    guard start < end else { return 0 }
    return bytes[start..<end].count { $0 & 0xC0 != 0x80 && $0 != 0x0C }
  }
}
