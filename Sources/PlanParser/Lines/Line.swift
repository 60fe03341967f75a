import PlanModel

/// A line of the canonical text and what its form shows, before any rule is asked.
struct Line {
  /// The whole line without its LF, blanks at both ends included.
  var raw: ByteSpan
  /// The line without blanks at its ends and without markdown heading and emphasis marks there.
  var content: ByteSpan
  /// The line's number, from 1.
  var number: Int
  /// How many blank lines stand before it.
  var blanksBefore: Int
  /// Whether a form feed stands between it and the line before it.
  var pageBefore: Bool
  /// The column its content begins in, a TAB counting to the next multiple of eight.
  var indent: Int
  /// The number of characters of its content.
  var width: Int
  /// The number of TABs after its first character that is no blank, up to the end of `raw`.
  var tabs: Int
  /// The number of TABs before its content.
  var leadingTabs: Int
  /// The level of its markdown heading mark; 0 without.
  var heading: Int
  /// Whether markdown sets the whole line in bold.
  var bold: Bool
  /// Whether it is a row of a markdown table.
  var pipe: Bool
  /// Whether it has letters and all of them are capitals.
  var capitals: Bool
  /// Whether it begins with a small letter, before any digit.
  var startsLower: Bool
  /// Whether it holds neither letter nor digit.
  var bare: Bool
  /// Whether four blanks stand in a row inside it: two columns on one line.
  var gapped: Bool
  /// Whether two blanks stand in a row inside it.
  var spaced: Bool
  /// What it ends with.
  var ending: Ending

  /// How a line ends, seen past closing quotes, brackets and emphasis.
  enum Ending: UInt8 {
    /// Full stop, exclamation or question mark: a sentence ends.
    case stop
    /// Semicolon: a member of a list ends.
    case semicolon
    /// Colon: something follows.
    case colon
    /// Comma: the sentence goes on.
    case comma
    /// Anything else.
    case open
  }

  /// The column its content ends in.
  var right: Int { indent + width }

  /// Whether the line ends a sentence or a member of a list.
  var ended: Bool { ending == .stop || ending == .semicolon || ending == .colon }
}
