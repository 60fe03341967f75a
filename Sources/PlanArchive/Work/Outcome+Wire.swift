extension Outcome {
  /// The frame in which a worker tells what became of a document.
  func frame() -> [UInt8] {
    var wire = WireWriter()
    switch self {
    case .same(let file):
      wire.integer(0)
      wire.number(file.modified)
      wire.integer(file.bytes)
    case .done(let reading):
      wire.integer(1)
      wire.number(reading.file.modified)
      wire.integer(reading.file.bytes)
      wire.text(reading.sha256)
      wire.integer(reading.outputs.count)
      for output in reading.outputs { wire.run(output) }
      wire.integer(reading.record.known.count)
      for value in reading.record.known { wire.value(value) }
      wire.integer(reading.record.rows.count)
      for row in reading.record.rows {
        wire.integer(row.table.rawValue)
        wire.integer(row.number)
        wire.integer(row.values.count)
        for value in row.values { wire.value(value) }
        wire.run(row.words)
        wire.run(row.marked)
        wire.text(row.tags)
      }
    case .failed(let failure):
      wire.integer(2)
      wire.text(failure.reason.rawValue)
      wire.text(failure.message)
      wire.optional(failure.sha256)
      wire.integer(failure.read)
      wire.integer(failure.file == nil ? 0 : 1)
      if let file = failure.file {
        wire.number(file.modified)
        wire.integer(file.bytes)
      }
    }
    return wire.frame()
  }

  /// The outcome that a frame tells.
  init(_ frame: [UInt8]) throws(WireReader.Garbled) {
    var wire = WireReader(frame)
    switch try wire.integer() {
    case 0: self = .same(try wire.file())
    case 1:
      let file = try wire.file()
      let sha256 = try wire.text()
      var outputs: [[UInt8]] = []
      for _ in 0..<(try wire.count()) { outputs.append(try wire.run()) }
      var record = CatalogRecord(known: [], rows: [])
      for _ in 0..<(try wire.count()) { record.known.append(try wire.value()) }
      for _ in 0..<(try wire.count()) { record.rows.append(try wire.row()) }
      self = .done(Reading(file: file, sha256: sha256, outputs: outputs, record: record))
    case 2:
      guard let reason = Reason(rawValue: try wire.text()) else { throw WireReader.Garbled() }
      var failure = Failure(reason, try wire.text())
      failure.sha256 = try wire.optional()
      failure.read = try wire.integer()
      if try wire.integer() == 1 { failure.file = try wire.file() }
      self = .failed(failure)
    default: throw WireReader.Garbled()
    }
  }
}

extension WireReader {
  fileprivate mutating func file() throws(Garbled) -> FileFacts {
    let modified = try number()
    return FileFacts(modified: modified, bytes: try integer())
  }

  fileprivate mutating func row() throws(Garbled) -> CatalogRecord.Row {
    guard let table = FactTable(rawValue: try integer()) else { throw Garbled() }
    let number = try integer()
    var values: [CatalogValue] = []
    for _ in 0..<(try count()) { values.append(try value()) }
    let words = try run()
    let marked = try run()
    return CatalogRecord.Row(
      table: table, number: number, values: values, words: words, marked: marked,
      tags: try text())
  }
}
