import PlanModel

/// A word of a line of a table: what tells which column it stands in.
struct AlignedWord {
  /// Where it stands in the text.
  var span: ByteSpan
  /// The column of the page in which it begins, and the one after it.
  var start: Int
  var end: Int
  /// How wide it is printed.
  var width: Int
  /// How many blanks stand before it; many at the beginning of a line.
  var gap: Int
  /// Whether it begins with a small letter.
  var isLower: Bool
  /// Whether it is an ordinal.
  var isNumber: Bool
  /// Whether it and the word before it are one time: "IV/2026" behind "Quý".
  var isBound = false
  /// What it is counted as where cells begin with it; empty for words in small letters.
  var key: [UInt8]
  /// The word itself.
  var text: [UInt8]
}

/// Where the columns of a table begin on a page, and how wide their text is at most.
struct AlignedColumns {
  /// The column of the page in which each column of the table begins.
  var starts: [Int]
  /// Where each may begin to the left of that: behind the name before its own.
  var earliest: [Int]
  /// How far to the right each may begin: under its name.
  var latest: [Int]
  /// How wide the text of each column is; `nil` where the lines do not tell.
  var widths: [Int?]
  /// How wide each is at least.
  var least: [Int?] = []
  /// The words that several cells of each column begin with.
  var firsts: [Set<[UInt8]>] = []
  /// Words with a capital and those behind them that stand beside each other in cells more often
  /// than in two: "Sở Công", "Trong năm".
  var pairs: Set<[[UInt8]]> = []
  /// Whether the first column numbers the rows.
  var hasOrdinals: Bool
  /// Whether it tells when each row takes place.
  var isProgramme: Bool
}

/// Tells which words of a line stand in which column of a table: what costs least.
///
/// A page sets cells apart by blanks where it has room for them, by a single one where the text of
/// a cell fills its column. So a word behind several blanks begins a cell, most often where cells
/// of its column begin; behind a single blank it does where the text before it is as wide as its
/// column. A column may be empty.
struct AlignedLine {
  /// The words that stand in one column.
  struct Cell {
    var column: Int
    var words: Range<Int>
  }

  /// The longest line that is read, in words.
  static let longest = 64

  /// Costs, in tenths.
  private static let single = 6
  private static let small = 8
  private static let usual = 16
  private static let parted = 12
  private static let unfilled = 15
  private static let skipped = 20
  private static let inner = 8
  private static let wide = 3
  private static let bound = 30
  private static let unnumbered = 400
  private static let early = 100
  private static let misplaced = 15
  /// How much narrower than its column a text may be that a single blank parts from the next:
  /// a page may spread its words over the column.
  private static let room = 220
  /// How much letters may be wider than they are taken for.
  static let error = 18

  let words: [AlignedWord]
  let columns: AlignedColumns
  private let beside: AlignedNeighbours
  /// The printed width and the cost of inner blanks of the words up to each.
  private var widths = [0]
  private var inners = [0]

  init(
    _ words: [AlignedWord], in columns: AlignedColumns,
    beside: AlignedNeighbours = AlignedNeighbours()
  ) {
    self.words = words
    self.beside = beside
    self.columns = columns
    for word in words {
      widths.append((widths.last ?? 0) + word.width + LetterWidth.blank)
      var blanks = word.gap > 1 ? AlignedLine.inner + 2 * min(word.gap - 2, 16) : 0
      // No cell begins with it: the page spread the words of its line.
      if beside.place == .opens, word.isLower { blanks /= 3 }
      inners.append((inners.last ?? 0) + blanks)
    }
  }

  /// How wide some words are printed beside each other.
  func width(of range: Range<Int>) -> Int {
    widths[range.upperBound] - widths[range.lowerBound] - LetterWidth.blank
  }

  /// The cells of the line.
  func cells() -> [Cell] { ways(1, dear: .max / 2).first?.cells ?? [] }

  /// What it costs that a word begins the cell of a column.
  func beginning(_ word: Int, _ column: Int) -> Int {
    let start = words[word].start
    let offset = start - columns.starts[column]
    var cost = 0
    if offset < 0 {
      let isFree = words[word].gap > 1 && start >= columns.earliest[column]
      cost = (isFree || beside.isLoose && offset > -12 ? -1 : -4) * offset
      if words[word].gap == 1 { cost = min(cost, AlignedLine.early) }
    } else if column + 1 < columns.starts.count, start >= columns.starts[column + 1] {
      cost = 4 * offset
    } else {
      cost = offset
    }
    cost += beside.cost(ofBeginning: words[word], in: column)
    guard columns.hasOrdinals, word == 0 else { return cost }
    if column > 0, words[0].isNumber, columns.starts.count > 1, start < columns.starts[1] {
      cost += AlignedLine.misplaced
    }
    return cost
  }

  /// What it costs that some words stand in a column.
  func cost(of range: Range<Int>, in column: Int) -> Int {
    var cost = inners[range.upperBound] - inners[range.lowerBound + 1]
    if column == 0, columns.hasOrdinals, range.count > 1 || !words[range.lowerBound].isNumber {
      cost += AlignedLine.unnumbered
    }
    let width = width(of: range)
    if let most = columns.widths[column] {
      let over = width - most - AlignedLine.error
      if over > 0 { cost += AlignedLine.wide + over / 4 }
    } else if column + 1 < columns.starts.count {
      let letters = words[range.upperBound - 1].end - words[range.lowerBound].start
      let room = columns.starts[column + 1] - columns.starts[column]
      if letters > room { cost += 2 * (letters - room) }
    }
    return cost
  }

  /// What it costs that the cell after some words begins behind them.
  func seam(_ range: Range<Int>, _ column: Int, _ other: Int) -> Int {
    let word = words[range.upperBound]
    if word.isBound { return AlignedLine.bound }
    guard word.gap == 1, !(column == 0 && columns.hasOrdinals) else { return 0 }
    var cost = AlignedLine.single
    if word.isLower, beside.place != .goesOn {
      cost += beside.above.contains(other) ? AlignedLine.small / 2 : AlignedLine.small
    }
    if columns.pairs.contains([words[range.upperBound - 1].text, word.text]) {
      cost += AlignedLine.parted
    }
    if columns.firsts.indices.contains(other), columns.firsts[other].contains(word.key) {
      cost -= AlignedLine.usual
    }
    if other > column + 1 { cost += AlignedLine.skipped }
    if let most = columns.widths[column], width(of: range) < most - AlignedLine.room {
      cost += AlignedLine.unfilled
    }
    return cost
  }
}
