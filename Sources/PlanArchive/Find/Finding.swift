/// A fact that was found.
struct Finding: Sendable {
  /// The columns that every finding has, in the order of a table.
  static let columns = ["path", "kind", "node", "text", "who", "with", "when", "starts", "ends"]

  /// The values of these columns.
  var common: [CatalogValue]
  /// All columns of its own table behind the text, by their names.
  var own: [(name: String, value: CatalogValue)]
  /// Its place in the text.
  var span: [CatalogValue]
}
