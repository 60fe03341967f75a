import PlanCorpus
import PlanExport

/// The report of a folder, made of its catalog alone: two runs that end in one state report alike.
enum BatchReport {
  private static let columns = [
    "path", "outcome", "reason", "message", "bytes", "bytes_read", "sha256", "media_type",
    "encoding", "issuer_name", "number", "symbol", "date", "kind", "title", "tasks", "targets",
    "assignments", "reports", "funding", "citations", "warnings", "notes",
  ]

  /// Writes `report.json` and `report.csv`.
  static func write(to folder: String, from database: Database) throws(ArchiveError) {
    try put(Array(try json(database).utf8), Path.join(folder, "report.json"))
    try table(database, Path.join(folder, "report.csv"))
  }

  private static func put(_ bytes: [UInt8], _ path: String) throws(ArchiveError) {
    do throws(CorpusError) { try OutputFile.write(bytes, to: path) } catch { throw .file(error) }
  }

  private static func json(_ database: Database) throws(ArchiveError) -> String {
    func count(_ query: String) throws(ArchiveError) -> Int {
      try database.number("SELECT \(query)") ?? 0
    }
    var text = "{\n"
    text += "  \"documents\": \(try count("count(*) FROM documents")),\n"
    text += "  \"done\": \(try count("count(*) FROM documents WHERE outcome = 'done'")),\n"
    text += "  \"failed\": \(try count("count(*) FROM documents WHERE outcome = 'failed'")),\n"
    text += "  \"bytes\": \(try count("coalesce(sum(bytes), 0) FROM documents")),\n"
    let totals = ["tasks", "targets", "assignments", "reports", "funding", "citations"]
    for name in totals {
      text += "  \"\(name)\": \(try count("coalesce(sum(\(name)), 0) FROM documents")),\n"
    }
    text += "  \"readings\": [\(try list(database, readings))],\n"
    text += "  \"reasons\": {\(try list(database, reasons))},\n"
    return text + "  \"quarantine\": [\(try list(database, quarantine))]\n}\n"
  }

  private static let readings = """
    SELECT '{"program":' || json_quote(program) || ',"grammar":' || json_quote(grammar)
      || ',"formats":' || json_quote(formats) || ',"documents":' || count(*) || '}'
    FROM readings JOIN documents ON reading = readings.id GROUP BY readings.id ORDER BY readings.id
    """

  private static let reasons = """
    SELECT json_quote(reason) || ': ' || count(*) FROM documents WHERE outcome = 'failed'
    GROUP BY reason ORDER BY reason
    """

  private static let quarantine = """
    SELECT json_object('path', CASE typeof(path) WHEN 'text' THEN path ELSE hex(path) END,
      'reason', reason, 'message', message, 'bytes', bytes, 'bytesRead', bytes_read)
    FROM documents WHERE outcome = 'failed' ORDER BY id
    """

  /// The rows of a query of one column, each on a line.
  private static func list(
    _ database: Database, _ query: String
  ) throws(ArchiveError) -> String {
    let statement = try database.prepare(query)
    var rows: [String] = []
    while try statement.step() { rows.append("\n    " + (statement.text(0) ?? "")) }
    return rows.isEmpty ? "" : rows.joined(separator: ",") + "\n  "
  }

  private static func table(_ database: Database, _ path: String) throws(ArchiveError) {
    let query = "SELECT \(columns.joined(separator: ", ")) FROM documents ORDER BY id"
    let statement = try database.prepare(query)
    do {
      var file = try OutputFile(path)
      var bytes = Array(columns.joined(separator: ",").utf8) + Array("\r\n".utf8)
      while try statement.step() {
        CSVRow.write(columns.indices.map { statement.value($0).cell }, into: &bytes)
        if bytes.count >= 1 << 16 {
          try file.write(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
      }
      try file.write(bytes)
      try file.commit()
    } catch let error as CorpusError {
      throw .file(error)
    } catch let error as ArchiveError {
      throw error
    } catch {
      throw .catalog(path: path, problem: "cannot be written")
    }
  }
}
