import PlanModel
import PlanText

/// The ending of a document right below its last table, whose columns TABs part as those of the
/// table.
extension PlanReader {
  /// How many lines below positions side by side the names of the signers stand at most.
  private static let namesReach = 4
  /// How many sign side by side at most.
  private static let mostColumns = 4

  /// Whether line `index` below the rows of a table begins the ending of the document, or the
  /// paragraph before it: "Nơi nhận:<TAB>HIỆU TRƯỞNG", "TỔ TRƯỞNG<TAB>HIỆU TRƯỞNG" above two names,
  /// "Trên đây là Kế hoạch …".
  mutating func endsTable(at index: Int) -> Bool {
    let line = lines[index]
    if line.tabs == 0 {
      return line.leadingTabs == 0 && !line.startsLower
        && lineMatch(.closing, tokens(line.content)) != nil
    }
    let cells = tabCells(line).filter { !$0.isEmpty }
    guard let first = cells.first else { return false }
    if lineMatch(.recipients, tokens(first)) != nil {
      return bytes[first.start..<first.end].contains(UInt8(ascii: ":"))
        || cells.dropFirst().contains { signs(tokens($0)) }
    }
    if signWithNames(line) { return true }
    guard line.capitals, (2...PlanReader.mostColumns).contains(cells.count) else { return false }
    if bodiesSideBySide(index) == nil, !cells.allSatisfy({ signs(tokens($0)) }) { return false }
    return namesSigners(below: index)
  }

  /// Whether line `index` is a heading above another table, and none of a group of rows: it has a
  /// label, and the row below it begins as the head of this table does, or without the ordinal that
  /// the rows of this one begin with and with no other number than years ("Chỉ tiêu | 2026 | 2027").
  mutating func headsAnother(
    _ index: Int, _ rows: [TableDraft.Row], below next: Int? = nil
  ) -> Bool {
    guard rows.count > 1, let head = rows[0].cells.first,
      let marker = marker(tokens(lines[index].content)), marker.family != .bullet
    else { return false }
    let below = tabCells(lines[next ?? index + 1])
    guard let first = below.first, !first.isEmpty, below.count(where: { !$0.isEmpty }) > 1 else {
      return false
    }
    if folder.fold(first) == folder.fold(head) { return true }
    guard let last = rows[rows.count - 1].cells.first, last.count == 1, isOrdinal(last[0]) else {
      return false
    }
    let isTelling = below.contains { cell in
      !isYear(cell) && bytes[cell.start..<cell.end].contains { $0.isDigit }
    }
    return !isOrdinal(first) && !isTelling
  }

  /// Whether people are named side by side below line `index`, where only marks of signing and
  /// further positions stand between.
  private mutating func namesSigners(below index: Int) -> Bool {
    for next in lines[(index + 1)...].prefix(PlanReader.namesReach) {
      let cells = tabCells(next).filter { !$0.isEmpty }
      let names = cells.count { isSigner(tokens($0)) }
      if !cells.isEmpty, names == cells.count { return true }
      guard
        cells.allSatisfy({
          signs(tokens($0)) || lineMatch(.signed, tokens($0)) != nil || isTitledPerson($0)
        })
      else { return false }
      // "(Ký, đóng dấu) | Trần Văn Sơn": who leaves the mark is named below.
      if names > 0 { return true }
    }
    return false
  }
}
