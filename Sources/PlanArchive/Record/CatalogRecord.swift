/// What the catalog keeps of one document that was read.
struct CatalogRecord: Equatable, Sendable {
  /// One row of a table of facts, without its id and document.
  struct Row: Equatable, Sendable {
    var table: FactTable
    /// The number of the fact among those of its table.
    var number: Int
    /// The values from `node` on.
    var values: [CatalogValue]
    /// The words for the full-text index; none are indexed when it is empty.
    var words: [UInt8]
    /// The words that have marks, as `SearchText.marked` tells them.
    var marked: [UInt8]
    /// The table and the years, as words of the index.
    var tags: String
  }

  /// The values of the columns `CatalogSchema.known`.
  var known: [CatalogValue]
  var rows: [Row]
}
