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
  /// Whether recognition read it.
  var isRecognized = false

  /// The way that its text is turned.
  var turn = PageTurn.none
}
