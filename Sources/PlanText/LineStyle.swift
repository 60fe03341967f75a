/// What the format of a document knows of one line beside its characters.
///
/// Plain text knows nothing of it. A style is weak evidence: real documents set it at random.
public struct LineStyle: Equatable, Sendable {
  /// Where on its page a line stands.
  public enum Zone: UInt8, Sendable {
    /// In the text itself.
    case body
    /// In the header of the page (đầu trang).
    case pageHeader
    /// In the footer of the page (chân trang).
    case pageFooter
    /// Among the notes at the foot of the page (chú thích).
    case footnote
    /// Over, under or beside the text, and no line of it: a watermark, a mark in the margin.
    case aside
    /// In a mark that an electronic signature left on the page.
    case stamp
  }

  /// Where on its page the line stands.
  public var zone = Zone.body
  /// Whether all of its letters are bold.
  public var bold = false
  /// Whether all of its letters are italic.
  public var italic = false
  /// Whether it is centred between the margins.
  public var centred = false
  /// The size of its letters in half-points; 0 when not known.
  public var size = 0
  /// The level of its heading style, from 1; 0 when it has none.
  public var headingLevel = 0
  /// The number of the table that it is a row of, from 1 in document order; 0 outside tables.
  public var table = 0
  /// Where further paragraphs begin in the cells of a row: the number of blanks (U+0020) of the
  /// line up to the first letter of each, in order.
  public var paragraphs: [Int] = []
  /// Whether it is a row that a page repeats at its top.
  public var repeated = false
  /// The columns of a row, from 0, in which a cell of the row above goes on (ô gộp).
  public var merged: [Int] = []
  /// The number of the page that it begins on, from 1; 0 when not known.
  public var page = 0

  /// A line of the text of which nothing is known.
  public init() {}
}
