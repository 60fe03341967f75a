/// The catalog of an archive: what became of each document, and what its plan says.
final class Catalog {
  /// What the catalog knows of a document from earlier.
  struct Known {
    var id: Int
    var modified: Int?
    var bytes: Int?
    var sha256: String?
    var outcome: String
    var reason: String?
    var limits: String?
    var reading: Int?
  }

  let database: Database
  private let find: Statement
  private let add: Statement
  private let done: Statement
  private let failed: Statement
  private let touch: Statement
  private let timing: Statement
  private let index: Statement
  private let clear: [Statement]
  private let insert: [Statement]

  /// Opens the catalog at a path for writing; makes it when it is not there.
  init(_ path: String) throws(ArchiveError) {
    database = try Database(path, readOnly: false)
    try database.run(
      "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000"
    )
    try CatalogSchema.prepare(database)
    find = try database.prepare(
      "SELECT id, modified, bytes, sha256, outcome, reason, limits, reading FROM documents "
        + "WHERE path = ?")
    add = try database.prepare("INSERT INTO documents (path, outcome) VALUES (?, 'pending')")
    let known = CatalogSchema.known
    done = try database.prepare(
      "UPDATE documents SET modified = ?, bytes = ?, sha256 = ?, outcome = 'done', reason = NULL, "
        + "message = NULL, bytes_read = ?, limits = NULL, reading = ?, "
        + known.map { "\($0) = ?" }.joined(separator: ", ") + " WHERE id = ?")
    failed = try database.prepare(
      "UPDATE documents SET modified = ?, bytes = ?, sha256 = ?, outcome = 'failed', reason = ?, "
        + "message = ?, bytes_read = ?, limits = ?, reading = ?, "
        + known.map { "\($0) = NULL" }.joined(separator: ", ") + " WHERE id = ?")
    touch = try database.prepare("UPDATE documents SET modified = ? WHERE id = ?")
    timing = try database.prepare("INSERT OR REPLACE INTO timings VALUES (?, ?)")
    index = try database.prepare(
      "INSERT INTO search (rowid, words, tags, marked) VALUES (?, ?, ?, ?)")
    var clear: [Statement] = []
    var insert: [Statement] = []
    for table in FactTable.allCases {
      clear.append(
        try database.prepare("DELETE FROM \(table.name) WHERE id BETWEEN ? AND ?"))
      let places = [String](
        repeating: "?", count: FactTable.common.count + table.columns.count)
      insert.append(
        try database.prepare(
          "INSERT INTO \(table.name) VALUES (\(places.joined(separator: ", ")))"))
    }
    clear.append(try database.prepare("DELETE FROM search WHERE rowid BETWEEN ? AND ?"))
    self.clear = clear
    self.insert = insert
    try database.run("BEGIN")
  }

  /// Puts everything that was told since the last time on the disk, whole.
  func commit() throws(ArchiveError) { try database.run("COMMIT; BEGIN") }

  /// Ends the writing: the catalog is one file again, for places that may only be read too.
  func finish() throws(ArchiveError) {
    try database.run("COMMIT")
    try database.run("PRAGMA journal_mode = DELETE")
  }

  /// What is known of the document of a path.
  func known(_ path: [UInt8]) throws(ArchiveError) -> Known? {
    find.begin([.path(path)])
    // A statement that waits for its next row holds the database as it is.
    defer { find.reset() }
    guard try find.step() else { return nil }
    func number(_ column: Int) -> Int? {
      find.value(column) == .null ? nil : find.integer(column)
    }
    return Known(
      id: find.integer(0), modified: number(1), bytes: number(2), sha256: find.text(3),
      outcome: find.text(4) ?? "", reason: find.text(5), limits: find.text(6), reading: number(7))
  }

  /// A row for a document that is met for the first time; its id.
  func add(_ path: [UInt8]) throws(ArchiveError) -> Int {
    try add.run([.path(path)])
    return database.lastID
  }

  /// The id of how documents are read: by which program and grammar, to which formats.
  func reading(program: String, grammar: String, formats: String) throws(ArchiveError) -> Int {
    let values = [program, grammar, formats].map { CatalogValue.text($0) }
    let statement = try database.prepare(
      "SELECT id FROM readings WHERE program = ? AND grammar = ? AND formats = ?")
    statement.begin(values)
    if try statement.step() { return statement.integer(0) }
    try database.prepare("INSERT INTO readings (program, grammar, formats) VALUES (?, ?, ?)")
      .run(values)
    return database.lastID
  }

  /// Tells that a document was converted; what was known before of it goes.
  func tell(
    _ id: Int, file: FileFacts, sha256: String, reading: Int, record: CatalogRecord, before: Known?
  ) throws(ArchiveError) {
    if before != nil { try forget(id) }
    try done.run(
      [
        .number(file.modified), .integer(file.bytes), .text(sha256), .integer(file.bytes),
        .integer(reading),
      ]
        + record.known + [.integer(id)])
    for row in record.rows {
      let fact = row.table.id(document: id, number: row.number)
      try insert[row.table.rawValue].run([.integer(fact), .integer(id)] + row.values)
      if !row.words.isEmpty {
        try index.run([.integer(fact), .text(row.words), .text(row.tags), .text(row.marked)])
      }
    }
  }

  /// Tells that a document could not be converted.
  func tell(
    _ id: Int, file: FileFacts?, failure: Outcome.Failure, limits: String, reading: Int,
    before: Known?
  ) throws(ArchiveError) {
    if before != nil { try forget(id) }
    try failed.run([
      .number(file?.modified), .number(file?.bytes), .text(failure.sha256),
      .text(failure.reason.rawValue), .text(failure.message), .integer(failure.read),
      .text(limits), .integer(reading), .integer(id),
    ])
  }

  /// Tells that the same bytes have a newer date.
  func touch(_ id: Int, modified: Int?) throws(ArchiveError) {
    try touch.run([.number(modified), .integer(id)])
  }

  /// Tells how long a document took; no part of the state that runs are compared by.
  func time(_ id: Int, milliseconds: Double) throws(ArchiveError) {
    try timing.run([.integer(id), .real(milliseconds)])
  }

  /// What is known of a packed file whose every entry was settled: its facts and its reading.
  func packed(_ path: [UInt8]) throws(ArchiveError) -> (file: FileFacts, reading: Int)? {
    let statement = try database.prepare(
      "SELECT modified, bytes, reading FROM packed WHERE path = ?")
    statement.begin([.path(path)])
    guard try statement.step() else { return nil }
    let modified = statement.value(0) == .null ? nil : statement.integer(0)
    return (FileFacts(modified: modified, bytes: statement.integer(1)), statement.integer(2))
  }

  /// Tells that every entry of a packed file was settled.
  func tell(
    packed path: [UInt8], file: FileFacts, entries: Int, reading: Int
  ) throws(ArchiveError) {
    try database.prepare("INSERT OR REPLACE INTO packed VALUES (?, ?, ?, ?, ?)").run([
      .path(path), .number(file.modified), .integer(file.bytes), .integer(entries),
      .integer(reading),
    ])
  }

  private func forget(_ id: Int) throws(ArchiveError) {
    let ids = FactTable.ids(of: id)
    for statement in clear {
      try statement.run([.integer(ids.lowerBound), .integer(ids.upperBound)])
    }
  }
}
