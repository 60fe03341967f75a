/// What a worker is asked: one document.
struct WorkOrder: Sendable {
  /// Where the bytes are.
  enum Body: Sendable {
    /// In the file of this path.
    case file([UInt8])
    /// Here, since they came out of a packed file.
    case bytes([UInt8], modified: Int?)
  }

  /// The document's name, without its folder.
  var name: String
  var body: Body
  /// The digest of what was converted before by the same program and grammar.
  var before: String?

  /// The frame of an order.
  func frame() -> [UInt8] {
    var wire = WireWriter()
    wire.text(name)
    wire.optional(before)
    switch body {
    case .file(let path):
      wire.integer(0)
      wire.run(path)
    case .bytes(let bytes, let modified):
      wire.integer(1)
      wire.number(modified)
      wire.run(bytes)
    }
    return wire.frame()
  }

  init(name: String, body: Body, before: String?) {
    self.name = name
    self.body = body
    self.before = before
  }

  /// The order that a frame holds.
  init(_ frame: [UInt8]) throws(WireReader.Garbled) {
    var wire = WireReader(frame)
    name = try wire.text()
    before = try wire.optional()
    switch try wire.integer() {
    case 0: body = .file(try wire.run())
    case 1:
      let modified = try wire.number()
      body = .bytes(try wire.run(), modified: modified)
    default: throw WireReader.Garbled()
    }
  }
}
