/// What the lines of a table tell of how wide the text of its columns is.
///
/// Runs of words that single blanks hold together are asked, not the cells that they were cut
/// into: a cut at the wrong place would tell a wrong width, and the width the same cut again.
struct AlignedEvidence {
  /// How many runs tell how wide a column is.
  private static let fewest = 4
  /// How many of a hundred may disagree.
  private static let disagreeing = 40
  /// How far before the next column a run may be cut, in letters.
  private static let reach = 10
  /// How many words a line has at most that is taken for one cell where it runs over the next column
  /// and nothing stands behind it.
  private static let short = 10
  /// How much room the last line of a cell may leave before the next cell.
  private static let room = 120

  /// The width of each column; `nil` where the lines do not tell.
  private(set) var widths: [Int?] = []
  /// The least width of each that they agree with.
  private(set) var least: [Int?] = []
  private var columns: [ColumnWidth.Evidence]
  /// The columns for which cells are asked that one blank parts from the one before.
  private let known: Set<Int>

  /// What lines, cut into cells, tell.
  ///
  /// `opens` tells whether all cells of a row begin on a line.
  init(
    _ words: [[[AlignedWord]]], _ cells: [[[AlignedLine.Cell]]], _ places: [AlignedColumns],
    opens: [[Bool]]?
  ) {
    self.init(words, cells, places, opens, known: [])
    // Where a column whose width is known ends, the next begins.
    let known = widths.indices.filter { $0 > 0 && widths[$0] == nil && widths[$0 - 1] != nil }
    guard !known.isEmpty else { return }
    let others = AlignedEvidence(words, cells, places, opens, known: Set(known))
    for column in known {
      widths[column] = others.widths[column]
      least[column] = others.least[column]
    }
  }

  private init(
    _ words: [[[AlignedWord]]], _ cells: [[[AlignedLine.Cell]]], _ places: [AlignedColumns],
    _ opens: [[Bool]]?, known: Set<Int>
  ) {
    self.known = known
    let count = places.first?.starts.count ?? 0
    columns = Array(repeating: ColumnWidth.Evidence(), count: count)
    for page in words.indices {
      for line in words[page].indices {
        let below = line + 1 < words[page].count ? cells[page][line + 1] : []
        let next = line + 1 < words[page].count ? words[page][line + 1] : []
        for cell in cells[page][line] {
          let rest = below.first { $0.column == cell.column }.map { next[$0.words.lowerBound] }
          add(
            cell, of: words[page][line], opens: opens?[page][line] == true, in: places[page],
            goingOn: rest.flatMap { $0.isLower ? $0.width : nil })
        }
      }
    }
    let found = columns.map {
      ColumnWidth($0, fewest: AlignedEvidence.fewest, disagreeing: AlignedEvidence.disagreeing)
    }
    widths = found.map { $0?.value }
    least = found.map { $0?.least }
  }

  /// Adds what the run tells that begins with a cell.
  private mutating func add(
    _ cell: AlignedLine.Cell, of words: [AlignedWord], opens: Bool, in places: AlignedColumns,
    goingOn next: Int?
  ) {
    let first = cell.words.lowerBound
    let isBehindNumber = places.hasOrdinals && first == 1 && words[0].isNumber
    guard first == 0 || words[first].gap > 1 || isBehindNumber || known.contains(cell.column)
    else { return }
    var end = first + 1
    while end < words.count, words[end].gap == 1, !(places.hasOrdinals && cell.column == 0) {
      end += 1
    }
    let after = cell.column + 1
    let edge = after < places.starts.count ? places.starts[after] : Int.max
    let isAlone =
      cell.column <= 1 && end == words.count && (first == 0 || isBehindNumber)
      && end - first <= AlignedEvidence.short
    let run = AlignedLine(Array(words[first..<end]), in: places)
    let whole = run.width(of: 0..<(end - first))
    guard words[end - 1].end > edge, !isAlone else {
      columns[cell.column].lines.append(whole)
      if let next { columns[cell.column].wraps.append(whole + LetterWidth.blank + next) }
      return
    }
    let error = AlignedLine.error
    var choices: [(low: Int, high: Int)] = []
    for cut in (first + 1)..<max(end, first + 1)
    where words[cut].start >= edge - AlignedEvidence.reach && !(opens && words[cut].isLower) {
      let width = run.width(of: 0..<(cut - first))
      let open = next.map { $0 + LetterWidth.blank } ?? AlignedEvidence.room
      choices.append((width - error, width + open + error))
    }
    choices.append((whole - error, Int.max / 2))
    columns[cell.column].choices.append(choices)
  }
}
