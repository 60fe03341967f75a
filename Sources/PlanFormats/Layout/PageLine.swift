import PlanText

/// A line that is printed on a page, and the margins between which it stands.
struct PageLine: Sendable {
  var text: String
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double
  /// The number of its page, from 1.
  var page: Int
  /// The margins of its column.
  var margins: (left: Double, right: Double)
  /// The size of its letters, about.
  var em: Double
  /// How wide its first word is.
  var firstWidth: Double
  /// Where its second word begins; the same as `left` when there is none.
  var secondLeft: Double
  /// The column that it stands in; columns of the text itself have 0.
  var column: Int
  var style = LineStyle()
  /// Whether it is a row of a table or of cells set apart by blanks, which joins no other line.
  var isRow = false
  /// Words that recognition is hardly sure of, in their order.
  var doubts: [(word: String, confidence: Int)] = []

  /// A line out of a row of words.
  init(_ row: WordRow, page: Int, margins: (left: Double, right: Double), column: Int) {
    text = Self.text(row)
    (left, right, top, bottom) = (row.left, row.right, row.top, row.bottom)
    self.page = page
    self.margins = margins
    self.column = column
    em = row.em
    firstWidth = row.words[0].right - row.words[0].left
    secondLeft = row.words.count > 1 ? row.words[1].left : row.left
    style.bold =
      row.words.allSatisfy { $0.bold || !Self.hasLetter($0.text) }
      && row.words.contains(where: \.bold)
    style.italic =
      row.words.allSatisfy { $0.italic || !Self.hasLetter($0.text) }
      && row.words.contains(where: \.italic)
    let sizes = row.words.map(\.size).sorted()
    style.size = Int((sizes[sizes.count / 2] * 2).rounded())
    style.page = page
    doubts = Self.doubts(row.words)
    let space = (left: left - margins.left, right: margins.right - right)
    // A line nearly as wide as the page is centred where both sides leave just as much.
    let uneven = abs(space.left - space.right)
    style.centred =
      space.left > 2 * em && uneven < 1.5 * em || space.left > 0.6 * em && uneven < 0.2 * em
  }

  /// A line that is no row of words.
  init(_ text: String, page: Int, top: Double, bottom: Double) {
    self.text = text
    (left, right, self.top, self.bottom) = (0, 0, top, bottom)
    self.page = page
    margins = (0, 0)
    (em, firstWidth, secondLeft, column) = (0, 0, 0, 0)
    isRow = true
    style.page = page
  }

  /// Whether another line is centred below or above it, at whatever width.
  func sharesMiddle(_ other: PageLine) -> Bool {
    abs(left + right - other.left - other.right) < 3 && abs(left - other.left) > 1.5
  }

  /// The words with one blank between them, or three where words stand far apart.
  static func text(_ row: WordRow) -> String {
    var text = row.words[0].text
    for (word, gap) in zip(row.words.dropFirst(), row.gaps) {
      text += gap.right - gap.left > 3 * row.em ? "   " : " "
      text += word.text
    }
    return text
  }

  /// The words with as many blanks as there is room for, as on a typewriter.
  static func typed(_ row: WordRow, from left: Double, width: Double) -> String {
    var text = ""
    var column = 0
    for (index, word) in row.words.enumerated() {
      let gap = index > 0 ? row.gaps[index - 1].right - row.gaps[index - 1].left : row.em
      var target = column
      if index == 0 || gap >= 0.9 * row.em {
        target = max(column + (index == 0 ? 0 : 3), Int((word.left - left) / width))
      } else {
        target = column + 1
      }
      text += String(repeating: " ", count: min(max(0, target - column), 400))
      text += word.text
      column = max(target, column) + word.text.unicodeScalars.count
    }
    return text
  }

  /// Rows of cells with as many blanks as make the cells of each column begin below each other.
  static func aligned(_ rows: [[WordRow?]]) -> [String] {
    let texts = rows.map { $0.map { $0.map(text) ?? "" } }
    var widths: [Int] = []
    for row in texts {
      for (column, text) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], min(400, text.unicodeScalars.count))
      }
    }
    return texts.map { row in
      var line = ""
      var place = 0
      for (text, width) in zip(row, widths) {
        if !text.isEmpty {
          line += String(repeating: " ", count: max(0, place - line.unicodeScalars.count))
          line += text
        }
        place += width + 3
      }
      return line
    }
  }

  /// The words that recognition is hardly sure of; those of a text layer it never read.
  static func doubts(_ words: [PlacedWord]) -> [(word: String, confidence: Int)] {
    words.filter { $0.confidence < 60 && $0.text.contains { $0.isLetter || $0.isNumber } }
      .map { ($0.text, max(0, Int($0.confidence))) }
  }

  private static func hasLetter(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }
}
