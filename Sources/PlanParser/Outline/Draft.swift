import PlanModel

/// A unit of the outline while it is read: what becomes a `Node`.
struct Draft {
  /// What it is before sections are told from items.
  enum Kind {
    /// A numbered, lettered or bulleted unit.
    case unit
    /// A paragraph.
    case paragraph
    /// A table; `table` is its place among the tables read.
    case table(Int)
  }

  /// What it is.
  var kind: Kind
  /// The mark it opens with; `nil` for a paragraph and a table.
  var marker: Marker?
  /// The label as the plan tells it.
  var label: String?
  /// Where its text stands, label excluded, in pieces between furniture.
  var pieces: [ByteSpan]
  /// From the label to the end of the text.
  var span: ByteSpan
  /// The place of its parent among the drafts; -1 at the top.
  var parent: Int
  /// How its text ends so far.
  var ending: Line.Ending
  /// The number of its last line, from 1.
  var lastLine: Int
  /// The width of its last line in characters.
  var lastWidth: Int
  /// The column its last line ends in.
  var lastRight: Int
  /// The columns that its first line and its last begin in.
  var indent = 0
  var lastIndent = 0
  /// Whether its first line is in capitals.
  var capitals: Bool
  /// Whether markdown sets its first line in bold or as a heading.
  var bold: Bool
  /// Whether it may go on in the next line.
  var open = true
}
