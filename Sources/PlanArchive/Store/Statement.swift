import CSQLite

/// A prepared statement; it ends when nobody holds it.
@safe
final class Statement {
  private let handle: OpaquePointer
  private let database: Database

  init(_ handle: OpaquePointer, of database: Database) {
    unsafe self.handle = unsafe handle
    self.database = database
  }

  deinit { unsafe csqlite_end(handle) }

  /// Gives the parameter at a place, counted from 1, its value.
  func bind(_ index: Int, _ value: CatalogValue) {
    let index = Int32(index)
    switch value {
    case .null: unsafe csqlite_bind_null(handle, index)
    case .integer(let number): unsafe csqlite_bind_integer(handle, index, Int64(number))
    case .real(let number): unsafe csqlite_bind_real(handle, index, number)
    case .text(let bytes): unsafe csqlite_bind_text(handle, index, bytes, bytes.count)
    case .blob(let bytes): unsafe csqlite_bind_blob(handle, index, bytes, bytes.count)
    }
  }

  /// Runs a statement that gives no rows with these values as its parameters.
  func run(_ values: [CatalogValue]) throws(ArchiveError) {
    begin(values)
    defer { reset() }
    _ = try step()
  }

  /// Makes the statement ready to give its rows for these values.
  func begin(_ values: [CatalogValue]) {
    reset()
    for (index, value) in values.enumerated() { bind(index + 1, value) }
  }

  /// Ends the reading of rows.
  func reset() { unsafe csqlite_reset(handle) }

  /// Goes to the next row; whether there is one.
  func step() throws(ArchiveError) -> Bool {
    let code = unsafe csqlite_step(handle)
    if code < 0 { throw database.failure }
    return code == 1
  }

  /// What the row has in a column, counted from 0.
  func value(_ column: Int) -> CatalogValue {
    switch unsafe csqlite_column_type(handle, Int32(column)) {
    case Int32(CSQLITE_INTEGER): .integer(integer(column))
    case Int32(CSQLITE_REAL): .real(unsafe csqlite_column_real(handle, Int32(column)))
    case Int32(CSQLITE_TEXT): .text(bytes(column))
    case Int32(CSQLITE_BLOB): .blob(bytes(column))
    default: .null
    }
  }

  /// The whole number in a column; 0 when there is none.
  func integer(_ column: Int) -> Int {
    unsafe Int(csqlite_column_integer(handle, Int32(column)))
  }

  /// The bytes of the text in a column.
  func bytes(_ column: Int) -> [UInt8] {
    var length = 0
    guard let start = unsafe csqlite_column_bytes(handle, Int32(column), &length) else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: length))
  }

  /// The text in a column, or `nil` when it has none.
  func text(_ column: Int) -> String? {
    if unsafe csqlite_column_type(handle, Int32(column)) == Int32(CSQLITE_NULL) { return nil }
    return String(decoding: bytes(column), as: UTF8.self)
  }
}
