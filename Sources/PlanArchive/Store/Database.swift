import CSQLite

/// A SQLite database that one thread works on.
@safe
final class Database {
  let path: String
  let handle: OpaquePointer

  /// Opens the database at a path; unless it is read only it is made when it is not there.
  init(_ path: String, readOnly: Bool) throws(ArchiveError) {
    guard let handle = unsafe csqlite_open(path, readOnly ? 1 : 0) else {
      throw .catalog(path: path, problem: "no memory to open it")
    }
    if let error = unsafe csqlite_error(handle) {
      let problem = unsafe String(cString: error)
      unsafe csqlite_close(handle)
      throw .catalog(path: path, problem: problem)
    }
    self.path = path
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe csqlite_close(handle) }

  /// Runs statements that give no rows.
  func run(_ sql: String) throws(ArchiveError) {
    if unsafe csqlite_run(handle, sql) != 0 { throw failure }
  }

  /// Prepares one statement.
  func prepare(_ sql: String) throws(ArchiveError) -> Statement {
    guard let statement = unsafe csqlite_prepare(handle, sql) else { throw failure }
    return unsafe Statement(statement, of: self)
  }

  /// The whole number that a query gives, or `nil` when it gives no row.
  func number(_ sql: String) throws(ArchiveError) -> Int? {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) : nil
  }

  /// The id of the row that was inserted last.
  var lastID: Int { unsafe Int(csqlite_last_id(handle)) }

  /// Why the last call failed.
  var failure: ArchiveError {
    let problem =
      unsafe csqlite_error(handle).map { unsafe String(cString: $0) } ?? "an unknown failure"
    let isFull = unsafe csqlite_is_full(handle) != 0
    return isFull ? .full(path: path, problem: problem) : .catalog(path: path, problem: problem)
  }
}
