/// What the lines beside a line of a table tell of the columns that it writes into.
struct AlignedNeighbours {
  /// What a line is to the row it stands in.
  enum Place {
    /// Not known.
    case unknown
    /// All cells of the row begin on it.
    case opens
    /// It goes on with cells that began above it.
    case goesOn
  }

  /// What it costs that a cell begins with a small letter where its row begins, in tenths.
  private static let small = 30

  /// The columns that the line above writes into.
  var above: Set<Int> = []
  /// What the line is to its row.
  var place = Place.unknown
  /// Whether its row is read for itself: columns begin elsewhere in each row.
  var isLoose = false
  /// The columns whose cells may begin with a small letter.
  var lower: Set<Int> = []

  /// What it costs that a cell begins with a word.
  func cost(ofBeginning word: AlignedWord, in column: Int) -> Int {
    place == .opens && word.isLower && !lower.contains(column) ? AlignedNeighbours.small : 0
  }
}
