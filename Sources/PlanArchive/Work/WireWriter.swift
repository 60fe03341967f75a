/// Spells what a run and its workers tell each other.
struct WireWriter {
  /// What was spelled; a frame begins with its length, which `frame` puts in.
  private(set) var bytes = [UInt8](repeating: 0, count: 8)

  mutating func integer(_ value: Int) {
    let bits = UInt64(bitPattern: Int64(value))
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
  }

  mutating func number(_ value: Int?) {
    bytes.append(value == nil ? 0 : 1)
    if let value { integer(value) }
  }

  mutating func run(_ run: [UInt8]) {
    integer(run.count)
    bytes += run
  }

  mutating func text(_ text: String) { run(Array(text.utf8)) }

  mutating func optional(_ text: String?) {
    bytes.append(text == nil ? 0 : 1)
    if let text { self.text(text) }
  }

  mutating func value(_ value: CatalogValue) {
    switch value {
    case .null: bytes.append(0)
    case .integer(let number):
      bytes.append(1)
      integer(number)
    case .real(let number):
      bytes.append(2)
      integer(Int(Int64(bitPattern: number.bitPattern)))
    case .text(let text):
      bytes.append(3)
      run(text)
    case .blob(let blob):
      bytes.append(4)
      run(blob)
    }
  }

  /// The frame: its length, then what was spelled.
  consuming func frame() -> [UInt8] {
    let length = UInt64(bytes.count - 8)
    for index in 0..<8 {
      bytes[index] = UInt8(truncatingIfNeeded: length >> UInt64(index * 8))
    }
    return bytes
  }
}
