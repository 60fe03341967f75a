/// The tables of the catalog, and how an older catalog becomes one of today.
enum CatalogSchema {
  /// The version that this program writes, kept in `user_version`.
  static let version = 2
  /// What marks a database as a catalog: "KHct" in `application_id`.
  static let application = 0x4B48_6374

  /// The columns of `documents` that are known once a document was read, in the order in which
  /// a worker tells them.
  static let known = [
    "media_type", "encoding", "pages", "superior", "issuer", "issuer_name", "number", "symbol",
    "place", "date", "kind", "title", "sections", "items", "paragraphs", "table_rows", "tasks",
    "targets", "assignments", "reports", "funding", "citations", "warnings", "notes",
  ]

  /// Brings a database to the version of today, or says that it cannot be done.
  static func prepare(_ database: Database) throws(ArchiveError) {
    let found = try database.number("PRAGMA user_version") ?? 0
    let mark = try database.number("PRAGMA application_id") ?? 0
    if found > 0 || mark != 0 { try check(database) }
    if found == version { return }
    let tables = try database.number("SELECT count(*) FROM sqlite_master") ?? 0
    if found == 0, tables > 0 { throw .foreign(path: database.path) }
    try database.run("BEGIN IMMEDIATE")
    for step in found..<version { try renew(database, from: step) }
    try database.run(
      "PRAGMA application_id = \(application); PRAGMA user_version = \(version); COMMIT")
  }

  /// Whether a database is a catalog that this program can read.
  static func check(_ database: Database) throws(ArchiveError) {
    if try database.number("PRAGMA application_id") != application {
      throw .foreign(path: database.path)
    }
    let found = try database.number("PRAGMA user_version") ?? 0
    if found > version { throw .newer(path: database.path, version: found) }
  }

  /// What makes a catalog of version n + 1 out of one of version n.
  private static func renew(_ database: Database, from version: Int) throws(ArchiveError) {
    switch version {
    case 0: try first(database)
    default: try marks(database)
    }
  }

  private static func first(_ database: Database) throws(ArchiveError) {
    var sql = """
      CREATE TABLE readings (
        id INTEGER PRIMARY KEY, program TEXT NOT NULL, grammar TEXT NOT NULL,
        formats TEXT NOT NULL, UNIQUE (program, grammar, formats));
      CREATE TABLE documents (
        id INTEGER PRIMARY KEY, path NOT NULL UNIQUE, modified INTEGER, bytes INTEGER,
        sha256 TEXT, outcome TEXT NOT NULL, reason TEXT, message TEXT, bytes_read INTEGER,
        limits TEXT,
        reading INTEGER REFERENCES readings (id),
        \(known.joined(separator: ", ")));
      CREATE INDEX documents_outcome ON documents (outcome) WHERE outcome <> 'done';
      CREATE TABLE packed (
        path NOT NULL PRIMARY KEY, modified INTEGER, bytes INTEGER, entries INTEGER,
        reading INTEGER) WITHOUT ROWID;
      CREATE VIRTUAL TABLE search USING fts5 (
        words, tags, tokenize = 'unicode61 remove_diacritics 2');
      CREATE TABLE timings (document INTEGER PRIMARY KEY, milliseconds REAL);
      CREATE TABLE runs (
        id INTEGER PRIMARY KEY, started TEXT, ended TEXT, jobs INTEGER, converted INTEGER,
        failed INTEGER, skipped INTEGER);
      CREATE VIEW overview AS
        SELECT documents.*, readings.program, readings.grammar, readings.formats,
          timings.milliseconds
        FROM documents LEFT JOIN readings ON readings.id = documents.reading
          LEFT JOIN timings ON timings.document = documents.id;

      """
    for table in FactTable.allCases {
      let columns = (["id INTEGER PRIMARY KEY"] + FactTable.common.dropFirst() + table.columns)
      sql += "CREATE TABLE \(table.name) (\(columns.joined(separator: ", ")));\n"
      for column in table.indexed {
        sql +=
          "CREATE INDEX \(table.name)_\(column) ON \(table.name) (\(column)) "
          + "WHERE \(column) IS NOT NULL;\n"
      }
    }
    try database.run(sql)
  }

  /// The index of version 1 did not know the marks of words.
  private static func marks(_ database: Database) throws(ArchiveError) {
    try database.run(
      """
      ALTER TABLE search RENAME TO search_1;
      CREATE VIRTUAL TABLE search USING fts5 (
        words, tags, marked, tokenize = 'unicode61 remove_diacritics 2');
      """)
    let old = try database.prepare("SELECT rowid, words, tags FROM search_1 ORDER BY rowid")
    let new = try database.prepare(
      "INSERT INTO search (rowid, words, tags, marked) VALUES (?, ?, ?, ?)")
    while try old.step() {
      let marked = SearchText.marked(old.text(1) ?? "")
      try new.run([old.value(0), old.value(1), old.value(2), .text(marked)])
    }
    old.reset()
    try database.run("DROP TABLE search_1")
  }
}
