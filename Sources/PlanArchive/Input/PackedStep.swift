/// What an unpacker tells of a packed file, step by step.
enum PackedStep: Sendable {
  /// A document.
  case entry(name: [UInt8], bytes: [UInt8], modified: Int?)
  /// A document that cannot be read.
  case failed(name: [UInt8], Outcome.Failure)
  /// The packed file cannot be read on.
  case damaged(String)
  /// All has been told.
  case end

  func frame() -> [UInt8] {
    var wire = WireWriter()
    switch self {
    case .entry(let name, let bytes, let modified):
      wire.integer(1)
      wire.run(name)
      wire.run(bytes)
      wire.number(modified)
    case .failed(let name, let failure):
      wire.integer(2)
      wire.run(name)
      wire.text(failure.reason.rawValue)
      wire.text(failure.message)
      wire.integer(failure.read)
      wire.number(failure.file?.bytes)
    case .damaged(let message):
      wire.integer(3)
      wire.text(message)
    case .end: wire.integer(0)
    }
    return wire.frame()
  }

  init(_ frame: [UInt8]) throws(WireReader.Garbled) {
    var wire = WireReader(frame)
    switch try wire.integer() {
    case 0: self = .end
    case 1:
      let name = try wire.run()
      let bytes = try wire.run()
      self = .entry(name: name, bytes: bytes, modified: try wire.number())
    case 2:
      let name = try wire.run()
      let reason = Outcome.Reason(rawValue: try wire.text()) ?? .unreadable
      let message = try wire.text()
      let read = try wire.integer()
      let file = try wire.number().map { FileFacts(modified: nil, bytes: $0) }
      self = .failed(name: name, Outcome.Failure(reason, message, file: file, read: read))
    case 3: self = .damaged(try wire.text())
    default: throw WireReader.Garbled()
    }
  }
}
