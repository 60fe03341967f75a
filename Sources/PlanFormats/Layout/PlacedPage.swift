/// The words of a page and the lines that are drawn on it.
struct PlacedPage: Sendable {
  /// The number of the page, from 1.
  var number: Int
  /// Width in points.
  var width: Double
  /// Height in points.
  var height: Double
  /// The words in no order.
  var words: [PlacedWord] = []
  /// Tables whose cells have drawn borders.
  var grids: [RuledGrid] = []
  /// Text that belongs to none of its lines.
  var asides: [PageAside] = []
  /// What its text layer is worth.
  var layer = Layer.good
  /// Whether recognition read it.
  var isRecognized = false

  /// The way that its text is turned.
  var turn = PageTurn.none

  /// What the text is worth that a file tells of a page.
  enum Layer: Sendable {
    /// It is what is printed, or there is none.
    case good
    /// It is no Vietnamese, and recognition read the page in its place.
    case replaced
    /// It is no Vietnamese, and nothing stands in its place.
    case unreadable
  }
}
