/// A word and its place on a page: points from the page's top left corner.
struct PlacedWord: Equatable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double
  var text: String
  /// Whether its letters are bold.
  var bold = false
  /// Whether its letters are italic.
  var italic = false
  /// The size of its letters in points; 0 when not known.
  var size = 0.0
  /// How sure recognition is of it, in percent; 100 for a text layer.
  var confidence = 100.0
  /// What a word belongs to.
  enum Role { case text, noteBegin, note, edge }
  /// Whether it belongs to a footnote, or begins one, or stands at the edge of a page as no text.
  var role = Role.text
  /// The number of the line on the page that recognition put it on.
  var line = 0

  var height: Double { bottom - top }
  var centre: Double { (top + bottom) / 2 }
  var middle: Double { (left + right) / 2 }
}
