/// The letters that number units, and Roman numerals.
enum Letters {
  /// The letters in the order they number: those that some offices leave out are optional.
  private static let order: [(scalar: UInt32, optional: Bool)] = [
    (97, false), (98, false), (99, false), (100, false), (0x111, true), (101, false),
    (102, true), (103, false), (104, false), (105, false), (106, true), (107, false),
    (108, false), (109, false), (110, false), (111, false), (112, false), (113, false),
    (114, false), (115, false), (116, false), (117, false), (118, false), (119, true),
    (120, false), (121, false), (122, true),
  ]

  /// The place of a letter, from 1, whatever its case; `nil` for another character.
  static func value(_ scalar: UInt32) -> Int? {
    var lower = scalar
    if scalar >= 65, scalar <= 90 { lower = scalar + 32 }
    if scalar == 0x110 || scalar == 0xD0 { lower = 0x111 }
    return order.firstIndex { $0.scalar == lower }.map { $0 + 1 }
  }

  /// The small letter that stands at a place, from 1.
  static func letter(_ value: Int) -> String? {
    guard order.indices.contains(value - 1), let scalar = Unicode.Scalar(order[value - 1].scalar)
    else { return nil }
    return String(Character(scalar))
  }

  /// Whether a letter numbers the unit after the one another letter numbers: d, đ, e and d, e.
  static func follows(_ previous: Int, _ next: Int) -> Bool {
    guard next > previous else { return false }
    return order[previous..<(next - 1)].allSatisfy { $0.optional }
  }

  /// The value of a Roman numeral in capitals, well formed and below 100; `nil` when it is none.
  static func roman(_ bytes: some Sequence<UInt8>) -> Int? {
    var total = 0
    var last = 1000
    var repeats = 0
    for byte in bytes {
      let digit: Int
      switch byte {
      case UInt8(ascii: "I"): digit = 1
      case UInt8(ascii: "V"): digit = 5
      case UInt8(ascii: "X"): digit = 10
      case UInt8(ascii: "L"): digit = 50
      default: return nil
      }
      repeats = digit == last ? repeats + 1 : 1
      if repeats > 3 || (repeats > 1 && (digit == 5 || digit == 50)) { return nil }
      if digit > last {
        guard digit == last * 5 || digit == last * 10, last == 1 || last == 10 else { return nil }
        total += digit - 2 * last
      } else {
        total += digit
      }
      last = digit
    }
    // "IIV", "VX" and their like do not survive being written back.
    return total > 0 && isNumeral(bytes, of: total) ? total : nil
  }

  /// The value of a sign that is a whole Roman numeral from 1 to 12, in capitals: "Ⅳ".
  static func sign(_ scalar: UInt32) -> Int? {
    (0x2160...0x216B).contains(scalar) ? Int(scalar) - 0x215F : nil
  }

  /// Whether some letters are the Roman numeral of a number.
  private static func isNumeral(_ bytes: some Sequence<UInt8>, of value: Int) -> Bool {
    var left = value
    var letters = bytes.makeIterator()
    for (amount, digits) in digits {
      while left >= amount {
        for digit in digits.utf8 where letters.next() != digit { return false }
        left -= amount
      }
    }
    return letters.next() == nil
  }

  /// The Roman numeral of a number from 1 to 99.
  static func numeral(_ value: Int) -> String {
    var left = value
    var text = ""
    for (amount, digits) in digits {
      while left >= amount {
        text += digits
        left -= amount
      }
    }
    return text
  }

  private static let digits = [
    (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]
}
