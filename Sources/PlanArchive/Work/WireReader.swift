/// Reads what `WireWriter` spelled.
struct WireReader {
  /// The bytes are not what a writer of this program makes.
  struct Garbled: Error {}

  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func byte() throws(Garbled) -> UInt8 {
    guard place < bytes.count else { throw Garbled() }
    place += 1
    return bytes[place - 1]
  }

  mutating func integer() throws(Garbled) -> Int {
    guard bytes.count - place >= 8 else { throw Garbled() }
    place += 8
    return Self.integer(bytes, at: place - 8)
  }

  /// How many parts follow: never more than there are bytes for.
  mutating func count() throws(Garbled) -> Int {
    let count = try integer()
    guard (0...bytes.count - place).contains(count) else { throw Garbled() }
    return count
  }

  mutating func number() throws(Garbled) -> Int? {
    try byte() == 0 ? nil : try integer()
  }

  mutating func run() throws(Garbled) -> [UInt8] {
    let count = try self.count()
    place += count
    return Array(bytes[place - count..<place])
  }

  mutating func text() throws(Garbled) -> String { String(decoding: try run(), as: UTF8.self) }

  mutating func optional() throws(Garbled) -> String? {
    try byte() == 0 ? nil : try text()
  }

  mutating func value() throws(Garbled) -> CatalogValue {
    switch try byte() {
    case 0: .null
    case 1: .integer(try integer())
    case 2: .real(Double(bitPattern: UInt64(bitPattern: Int64(try integer()))))
    case 3: .text(try run())
    case 4: .blob(try run())
    default: throw Garbled()
    }
  }

  /// The whole number that stands at a place.
  static func integer(_ bytes: [UInt8], at place: Int) -> Int {
    var bits: UInt64 = 0
    for index in (0..<8).reversed() { bits = bits << 8 | UInt64(bytes[place + index]) }
    return Int(Int64(bitPattern: bits))
  }
}
