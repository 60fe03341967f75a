import PlanModel
import PlanText

/// Signers side by side whose columns TABs part: a line on which one of them says nothing has the TABs
/// before and behind him all the same.
extension PlanReader {
  /// How many lines such columns have at most.
  private static var mostLines: Int { 30 }
  /// How many columns they are at most.
  private static var mostColumns: Int { 5 }

  /// Reads the signers whose columns begin on line `index`; the result is the line after their names,
  /// `nil` when no such columns stand there or each line has a cell of each signer.
  mutating func signersBehindTabs(at index: Int, _ ending: inout Ending) -> Int? {
    guard ending.signers.isEmpty, lines[index].tabs > 0,
      var columns = tabbedColumns(from: index), columns.count > 1
    else { return nil }
    let receives = columns[0].pieces.first.map {
      namesReceivers($0.span) || ending.receiving && begins(bullet: $0.span)
    }
    let receivers = receives == true ? columns.removeFirst() : nil
    let isEven = Set(columns.map { $0.pieces.map(\.line) }).count == 1
    guard columns.count > 1, !isEven, let signers = signers(in: columns) else { return nil }
    return take(signers, in: columns, beside: receivers, &ending)
  }

  /// What stands behind as many TABs each on lines from `index` on, from left to right; `nil` when
  /// the lines have too many of them.
  private mutating func tabbedColumns(from index: Int) -> [Column]? {
    var columns: [Column] = []
    for next in index..<min(lines.count, index + Self.mostLines) {
      let line = lines[next]
      guard line.tabs + line.leadingTabs > 0 || begins(bullet: line.content) else { break }
      guard !line.pipe, line.table == 0, next == index || !line.pageBefore,
        line.tabs + line.leadingTabs < Self.mostColumns
      else { return nil }
      for (column, span) in tabbedCells(of: line).enumerated() {
        while columns.count <= column { columns.append(Column(start: columns.count, end: 0)) }
        if !span.isEmpty { columns[column].pieces.append((next, span)) }
      }
    }
    return columns.filter { !$0.pieces.isEmpty }
  }

  /// What stands before, between and behind the TABs of a line.
  private func tabbedCells(of line: Line) -> [ByteSpan] {
    var cells: [ByteSpan] = []
    var start = line.raw.start
    for offset in line.raw.start...line.raw.end
    where offset == line.raw.end || bytes[offset] == 0x09 {
      cells.append(unmarked(ByteSpan(start, offset)))
      start = offset + 1
    }
    return cells
  }
}
