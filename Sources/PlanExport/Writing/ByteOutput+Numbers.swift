import PlanModel

extension ByteOutput {
  /// Adds a whole number in decimal digits.
  mutating func integer(_ value: Int) {
    if value < 0 { byte(UInt8(ascii: "-")) }
    digits(value.magnitude)
  }

  /// Adds a decimal number, exactly: "85.08", and "1e-40" where zeros would only fill the page.
  mutating func decimal(_ value: ExactDecimal) {
    guard value.scale != 0, value.digits != 0 else { return integer(value.digits) }
    guard (1...18).contains(value.scale) else {
      integer(value.digits)
      byte(UInt8(ascii: "e"))
      if value.scale > 0 { byte(UInt8(ascii: "-")) }
      return digits(value.scale.magnitude)
    }
    if value.digits < 0 { byte(UInt8(ascii: "-")) }
    var unit: UInt = 1
    for _ in 0..<value.scale { unit *= 10 }
    let (whole, fraction) = value.digits.magnitude.quotientAndRemainder(dividingBy: unit)
    digits(whole)
    byte(UInt8(ascii: "."))
    digits(fraction, count: value.scale)
  }

  private mutating func digits(_ value: UInt) {
    var count = 1
    var limit: UInt = 10
    // No number has more than 20 digits.
    while count < 20, value >= limit {
      count += 1
      limit &*= 10
    }
    digits(value, count: count)
  }

  /// Adds a byte as two hexadecimal digits.
  mutating func hexadecimal(_ value: UInt8) {
    for digit in [value >> 4, value & 15] {
      byte(digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "A"))
    }
  }
}
