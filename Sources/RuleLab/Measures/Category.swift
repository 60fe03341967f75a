/// What is measured of a plan, one figure each.
package enum Category: String, CaseIterable, Sendable {
  /// The fields of the head.
  case header
  /// Sections: the labels above and its own, and the heading.
  case headings
  /// The roles of the sections that gold and plan both have.
  case roles
  /// Items and paragraphs: the labels above and its own, and the text.
  case blocks
  /// The text above each item and paragraph.
  case nesting
  /// Columns and cells, by table, row and column.
  case tables
  /// The lines of the signatures.
  case signature
  case recipients
  /// Titles and notes of appendices.
  case appendices
  /// Numbered documents referred to.
  case references
  /// Date, issuer and relation of the documents that gold and plan both have.
  case referenceFields = "reference-fields"
  case targets
  /// The fields of task rows.
  case tasks
  case assignments
  case reports
  /// Whether the words of each leaf stand under its span.
  case spans
  /// Whether each word of the document is told.
  case coverage
  /// Sources and amounts of funding.
  case funding
  /// The fields of the targets that gold and plan both have.
  case targetFields = "target-fields"

  /// Whether it counts in the mean over all categories.
  package var isInMean: Bool { self != .funding && self != .targetFields }
}
