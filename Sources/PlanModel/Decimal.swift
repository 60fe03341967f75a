/// An exact decimal number, as a document prints it: "11.261,6" is `11261.6`.
public struct ExactDecimal: Hashable, Sendable {
  /// All digits, without point: 112616.
  public var digits: Int
  /// How many of the digits stand after the point: 1.
  public var scale: Int

  /// The number `digits` / 10^`scale`, with no closing zeros after the point.
  public init(digits: Int, scale: Int = 0) {
    var digits = digits
    var scale = scale
    while scale > 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    self.digits = digits
    self.scale = scale
  }

  /// A number from its spelling with a point: "11261.6", "-3"; `nil` when it is none.
  public init?(_ spelling: String) {
    var digits = 0
    var scale = 0
    var afterPoint = false
    var negative = false
    var seen = false
    for (index, byte) in spelling.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: negative = true
      case UInt8(ascii: ".") where !afterPoint: afterPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(Int(byte) - 48)
        if overflow || carry { return nil }
        digits = sum
        if afterPoint { scale += 1 }
        // No quantity needs more; "0.000…" over a whole page is none.
        if scale > 18 { return nil }
        seen = true
      default: return nil
      }
    }
    guard seen else { return nil }
    self.init(digits: negative ? -digits : digits, scale: scale)
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The spelling with a point, as in JSON: "11261.6".
  public var description: String {
    guard scale > 0 else { return String(digits) }
    var text = String(digits.magnitude)
    while text.utf8.count <= scale { text = "0" + text }
    let point = text.index(text.endIndex, offsetBy: -scale)
    return (digits < 0 ? "-" : "") + text[..<point] + "." + text[point...]
  }
}
