/// Something in a document that a person should look at.
public struct Diagnostic: Equatable, Sendable {
  /// What was met; the raw value is the code in the format.
  public enum Code: String, CaseIterable, Sendable {
    /// A number of a series is missing.
    case numberingGap = "numbering-gap"
    /// A number stands twice under one parent.
    case numberingDuplicate = "numbering-duplicate"
    /// A section with nothing under it.
    case sectionEmpty = "section-empty"
    /// The document's number is still to be filled in.
    case numberBlank = "number-blank"
    /// The document has no number.
    case numberAbsent = "number-absent"
    /// The document's date is not complete.
    case dateIncomplete = "date-incomplete"
    /// The document has no date.
    case dateAbsent = "date-absent"
    /// Nobody signs.
    case signatureMissing = "signature-missing"
    /// No recipients.
    case recipientsMissing = "recipients-missing"
    /// An appendix is announced and not there.
    case appendixMissing = "appendix-missing"
    /// A row has fewer cells than its table has columns.
    case rowShort = "row-short"
    /// A row broken by a page was joined.
    case rowJoined = "row-joined"
    /// A paragraph broken by a line or page was joined.
    case paragraphJoined = "paragraph-joined"
    /// One document number with two dates or issuers.
    case referenceConflict = "reference-conflict"
    /// The plan names a place of itself that it does not have.
    case referenceUnresolved = "reference-unresolved"
    /// One indicator with two values.
    case targetConflict = "target-conflict"
    /// A total that is not the sum of its rows.
    case totalMismatch = "total-mismatch"
    /// A date that the calendar does not have.
    case dateInvalid = "date-invalid"
    /// A date to do something by that lies outside the years of the plan.
    case dateOutsidePeriod = "date-outside-period"
    /// A word that recognition may have damaged.
    case ocrSuspect = "ocr-suspect"
    /// How sure recognition is of a page or of a word.
    case ocrConfidence = "ocr-confidence"
    /// The encoding was guessed.
    case encodingGuessed = "encoding-guessed"
    /// The text does not look like a plan.
    case notAPlan = "not-a-plan"
  }

  /// Where the cause lies.
  public enum Category: String, CaseIterable, Sendable {
    /// In the document as its author wrote it.
    case document
    /// In its recognition from an image.
    case recognition
    /// In what the parser could tell.
    case parser
    /// In the file format.
    case format
  }

  /// How much it matters.
  public enum Severity: String, CaseIterable, Sendable {
    /// The plan is wrong or lacks something essential.
    case error
    /// A person should look.
    case warning
    /// Good to know.
    case note
  }

  /// What was met.
  public var code: Code
  /// Where the cause lies.
  public var category: Category
  /// How much it matters.
  public var severity: Severity
  /// The fact and then the remedy, lower case, no full stop.
  public var message: String
  /// The id of the node, or `header`.
  public var node: String?
  /// Where in the canonical text.
  public var span: ByteSpan?
  /// The rule that raised it.
  public var rule: String?

  /// A diagnostic from its parts.
  public init(
    _ code: Code, _ category: Category, _ severity: Severity, _ message: String,
    node: String? = nil, span: ByteSpan? = nil, rule: String? = nil
  ) {
    self.code = code
    self.category = category
    self.severity = severity
    self.message = message
    self.node = node
    self.span = span
    self.rule = rule
  }
}
