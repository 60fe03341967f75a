/// A line of an invented document, with what may be done to it.
struct PrintedLine: Sendable {
  /// What the line is part of.
  enum Part: Sendable {
    /// The head, the endings and headings, which a page prints on lines of their own.
    case fixed
    /// Running text, which a page may break anywhere.
    case running
    /// The column row of a table.
    case columns
    /// A row of a table.
    case row
    /// Nothing between two units.
    case blank
  }

  var text: String
  var part: Part
}
