/// A number for a text, by which a table finds it without keeping it: FNV-1a.
///
/// Only where nothing is lost by it when, once in a blue moon, two texts have one number.
struct TextHash {
  /// The number.
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The number of a text.
  init(_ text: String) { add(text) }

  /// The number of a text under a parent.
  init(_ text: String, under parent: Int) {
    value = (value ^ UInt64(bitPattern: Int64(parent))) &* 0x9E37_79B9_7F4A_7C15
    add(text)
  }

  private mutating func add(_ text: String) {
    let bytes = text.utf8.span
    for index in bytes.indices { value = (value ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
  }
}
