/// The text of a cell between borders, on one line.
struct CellText: Equatable, Sendable {
  /// The text.
  private(set) var text = ""
  /// Where paragraphs behind the first begin: the number of blanks of the text before each.
  private(set) var paragraphs: [Int] = []

  /// The rows of words of a cell of some width.
  ///
  /// A paragraph ended where the first word of the next row would plainly have found room.
  init(_ rows: [WordRow], width: Double) {
    var last: WordRow?
    for row in rows {
      let words = PageLine.text(row).split(separator: " ").joined(separator: " ")
      if let last, !LineBegin.isCut(text, before: words),
        !NarrowCell.cuts(last, before: row, width: width)
      {
        text += " "
        let needed = last.right - last.left + 0.3 * row.em + row.words[0].right - row.words[0].left
        if needed < width - 1.3 * max(row.em, last.em) { paragraphs.append(blanks) }
      }
      text += words
      last = row
    }
  }

  private var blanks: Int { text.utf8.count { $0 == 0x20 } }

  /// Goes on with the rest of the cell on the next page.
  mutating func append(_ rest: CellText) {
    guard !rest.text.isEmpty else { return }
    if !text.isEmpty, !LineBegin.isCut(text, before: rest.text) { text += " " }
    let before = blanks
    text += rest.text
    paragraphs += rest.paragraphs.map { before + $0 }
  }

  /// The cells of a row as a line, a TAB between them, and where paragraphs begin in it.
  static func line(_ cells: [CellText]) -> (text: String, paragraphs: [Int]) {
    var paragraphs: [Int] = []
    var before = 0
    for cell in cells {
      paragraphs += cell.paragraphs.map { before + $0 }
      before += cell.blanks
    }
    return (cells.map(\.text).joined(separator: "\t"), paragraphs)
  }
}
