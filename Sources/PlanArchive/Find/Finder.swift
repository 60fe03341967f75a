import PlanCorpus

/// Looks facts up in a catalog.
///
/// The full-text index gives the ids of what matches in the order of documents; each is looked up
/// and compared until there are enough, so that an answer does not wait for all that is there.
package final class Finder {
  private let database: Database
  private let knowsMarks: Bool
  private var facts: [FactTable: Statement] = [:]

  /// Opens a catalog for reading.
  package init(_ path: String) throws(ArchiveError) {
    let remedy = "name the catalog.sqlite of a run"
    if FileSystem.isFolder(path) {
      let inside = Path.join(path, "catalog.sqlite")
      let place = FileSystem.exists(inside) ? "name \(inside)" : remedy
      throw .noCatalog(path: path, why: "this is a folder; \(place)")
    }
    if !FileSystem.exists(path) {
      throw .noCatalog(path: path, why: "no such file; \(remedy)")
    }
    database = try Database(path, readOnly: true)
    do throws(ArchiveError) {
      try CatalogSchema.check(database)
    } catch .foreign {
      throw .noCatalog(path: path, why: "no catalog of kehoach; \(remedy)")
    }
    knowsMarks = try database.number("PRAGMA user_version") ?? 0 > 1
  }

  /// Gives each finding to `take` until that says no; in the order of the catalog.
  func find(
    _ query: FindQuery, take: (Finding) throws(ArchiveError) -> Bool
  ) throws(ArchiveError) {
    let search = try database.prepare(
      "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid")
    search.begin([.text(knowsMarks ? query.match : query.matchWithoutMarks)])
    while try search.step() {
      let id = search.integer(0)
      guard let table = FactTable(id: id), let finding = try fact(id, table, query) else {
        continue
      }
      if try !take(finding) { return }
    }
  }

  private func fact(
    _ id: Int, _ table: FactTable, _ query: FindQuery
  ) throws(ArchiveError) -> Finding? {
    let statement = try statement(table)
    statement.begin([.integer(id)])
    guard try statement.step() else { return nil }
    // Path, node, span, text; then the table's own columns.
    func text(_ name: String) -> String? {
      table.columns.firstIndex(of: name).flatMap { statement.text($0 + 5) }
    }
    let time = DueRange(starts: text("starts"), ends: text("ends"))
    guard query.takes(time, recurs: text("repeats") != nil) else { return nil }
    let own = table.columns.enumerated().map { ($1, statement.value($0 + 5)) }
    let words = [statement.text(4)] + own.map { value in Self.text(value.1) }
    guard query.takes(words.compactMap { $0 }.joined(separator: " . ")) else { return nil }
    let who = text("lead") ?? text("body") ?? text("reporters") ?? text("issuer")
    let with = text("support") ?? text("receivers")
    let when = text("time") ?? text("due_by") ?? text("period") ?? text("before") ?? text("date")
    let common: [CatalogValue] = [
      statement.value(0), .text(table.name), statement.value(1), statement.value(4), .text(who),
      .text(with), .text(when), .text(time.starts), .text(time.ends),
    ]
    return Finding(common: common, own: own, span: [statement.value(2), statement.value(3)])
  }

  private static func text(_ value: CatalogValue) -> String? {
    guard case .text(let bytes) = value else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func statement(_ table: FactTable) throws(ArchiveError) -> Statement {
    if let statement = facts[table] { return statement }
    let columns = table.columns.map { ", fact.\($0)" }.joined()
    let statement = try database.prepare(
      "SELECT documents.path, fact.node, fact.span_start, fact.span_end, fact.text\(columns) "
        + "FROM \(table.name) AS fact JOIN documents ON documents.id = fact.document "
        + "WHERE fact.id = ?")
    facts[table] = statement
    return statement
  }
}
