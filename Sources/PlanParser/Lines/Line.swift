import PlanModel
import PlanText

/// A number in half the memory that others take: what is counted in a text, which has less than
/// 2³¹ bytes.
@propertyWrapper
struct Small {
  private var stored: Int32

  init(wrappedValue: Int) { stored = Int32(truncatingIfNeeded: wrappedValue) }

  var wrappedValue: Int {
    get { Int(stored) }
    set { stored = Int32(truncatingIfNeeded: newValue) }
  }
}

/// A line of the canonical text and what its form shows, before any rule is asked.
///
/// A long document has a million of them: the small fields stand together.
struct Line {
  /// The whole line without its LF, blanks at both ends included.
  var raw: ByteSpan
  /// The line without blanks at its ends and without markdown heading and emphasis marks there.
  var content: ByteSpan
  /// The line's number, from 1.
  @Small var number: Int
  /// How many blank lines stand before it.
  @Small var blanksBefore: Int
  /// The column its content begins in, a TAB counting to the next multiple of eight.
  @Small var indent: Int
  /// The number of characters of its content.
  @Small var width: Int
  /// The number of TABs after its first character that is no blank, up to the end of `raw`.
  @Small var tabs: Int
  /// The number of TABs before its content.
  @Small var leadingTabs: Int
  /// The level of its markdown heading mark or heading style; 0 without.
  @Small var heading: Int
  /// The number of the table that the format says it is a row of; 0 when it says none.
  @Small var table: Int
  /// The number of its bars ("|").
  @Small var bars: Int
  /// Whether a form feed stands between it and the line before it.
  var pageBefore: Bool
  /// Whether markdown or the format of the document sets the whole line in bold.
  var bold: Bool
  /// Whether the format centres it; `nil` when the document's format does not tell.
  var centred: Bool?
  /// Whether the format says that it is a row which a page repeats.
  var repeated = false
  /// Where the format says it stands on the page.
  var zone: LineStyle.Zone
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
  /// Whether markdown escapes the mark that it begins with: "\\- Trồng rừng".
  var escaped = false
  /// Whether it was cut out of running text, where its first word opens a unit or a paragraph.
  var cut = false
  /// Whether it opens with a round bracket and closes with one.
  var bracketed = false
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

  /// How long a heading may be that only a style makes one.
  private static let headingWidth = 200

  /// Takes what the format of the document says of the line; it is weak evidence, as real
  /// documents set type at random.
  mutating func take(_ style: LineStyle) {
    zone = style.zone
    table = style.table
    repeated = style.repeated
    guard table == 0 else { return }
    bold = style.bold
    centred = style.centred
    // A whole sentence in a heading style is none.
    if ending != .stop, ending != .semicolon, width <= Line.headingWidth {
      heading = min(style.headingLevel, 4)
    }
  }
}
