import PlanText

/// Signers side by side in a table without lines: their posts in one row, their names in a row below.
///
/// Each column is what one signs; read row by row, the posts of all would stand above the names of all.
extension FlowTable {
  /// How many rows lie at most from the posts to the names.
  private static let signatureRows = 4
  /// How many words a name has at most, with the titles before it.
  private static let nameWords = 8

  /// What stands in the cells, cell by cell, row by row; signers column by column.
  func placedLines() -> [FlowLine] {
    var lines: [FlowLine] = []
    var group: [Row] = []
    for row in rows {
      group.append(row)
      if group.count > Self.signatureRows { lines += group.removeFirst().cells.flatMap(\.lines) }
      let named = Self.namedColumns(row)
      guard named.count > 1, Self.signs(named, below: group.dropLast()) else { continue }
      lines += Self.columnByColumn(group)
      group = []
    }
    return lines + group.flatMap { $0.cells.flatMap(\.lines) }
  }

  /// Whether two cells of a row or more are each what one signs: his post above, his name below.
  static func holdsSigners(_ row: Row) -> Bool {
    let signed = row.cells.count { cell in
      let filled = cell.lines.filter { !$0.isBlank }
      guard filled.count > 1, let post = filled.first, let name = filled.last else { return false }
      return isPost(post) && isName(name)
    }
    return signed > 1
  }

  /// The columns of a row in which cells end with a person's name.
  private static func namedColumns(_ row: Row) -> Set<Int> {
    guard row.cells.count <= columnLimit else { return [] }
    var columns: Set<Int> = []
    for (column, cell) in placed(row) {
      let filled = cell.lines.filter { !$0.isBlank }
      if let last = filled.last, filled.count <= 3, isName(last) { columns.insert(column) }
    }
    return columns
  }

  /// Whether posts in capitals, and nothing but notes besides, stand above two names or more.
  private static func signs(_ named: Set<Int>, below rows: ArraySlice<Row>) -> Bool {
    var posts: Set<Int> = []
    var others: Set<Int> = []
    for row in rows {
      for (column, cell) in placed(row) where named.contains(column) {
        for line in cell.lines where !line.isBlank {
          if isPost(line) {
            posts.insert(column)
          } else if line.cellText.first != UInt8(ascii: "(") {
            others.insert(column)
          }
        }
      }
    }
    return posts.subtracting(others).count > 1
  }

  private static func columnByColumn(_ rows: [Row]) -> [FlowLine] {
    var columns: [Int: [FlowLine]] = [:]
    for row in rows {
      for (column, cell) in placed(row) { columns[column, default: []] += cell.lines }
    }
    return columns.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// The cells of a row with the columns in which they begin.
  private static func placed(_ row: Row) -> [(column: Int, cell: Cell)] {
    var column = row.before
    return row.cells.map { cell in
      defer { column += cell.span }
      return (column, cell)
    }
  }

  /// Whether a line is some words in capitals.
  private static func isPost(_ line: FlowLine) -> Bool {
    guard line.bytes.count <= 240 else { return false }
    let text = String(decoding: line.cellText, as: UTF8.self)
    return !text.contains { $0.isLowercase || $0.isNumber } && text.count { $0.isUppercase } >= 4
  }

  /// Whether a line is a person's name, perhaps behind short titles: each word begins with a capital,
  /// and no mark but a title's stop stands in it.
  private static func isName(_ line: FlowLine) -> Bool {
    guard line.bytes.count <= 120 else { return false }
    let words = String(decoding: line.cellText, as: UTF8.self).split(separator: " ")
    guard (2...nameWords).contains(words.count) else { return false }
    let names = words.count { $0.dropFirst().contains(where: \.isLowercase) && $0.last != "." }
    return names > 1
      && words.allSatisfy { word in
        word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || $0 == "." }
      }
  }
}
