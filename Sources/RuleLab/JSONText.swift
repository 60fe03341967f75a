/// JSON of the laboratory's own results.
struct JSONText {
  private(set) var text = ""
  private var follows = false

  /// A record: what `fill` writes, in braces.
  mutating func record(_ fill: (inout JSONText) -> Void) { enclose("{", "}", fill) }

  /// A list: what `fill` writes, in brackets.
  mutating func list(_ fill: (inout JSONText) -> Void) { enclose("[", "]", fill) }

  /// The name of the value that comes next.
  mutating func name(_ name: String) {
    separate()
    text += Self.quoted(name) + ": "
    follows = false
  }

  /// A text.
  mutating func value(_ value: String?) {
    separate()
    text += value.map { Self.quoted($0) } ?? "null"
  }

  /// A whole number.
  mutating func value(_ value: Int) {
    separate()
    text += String(value)
  }

  /// A figure between 0 and 1 with six digits.
  mutating func value(_ value: Double?) {
    separate()
    guard let value else {
      text += "null"
      return
    }
    let millionths = Int((value * 1_000_000).rounded())
    let digits = String(millionths.magnitude % 1_000_000)
    text +=
      (millionths < 0 ? "-" : "") + "\(millionths.magnitude / 1_000_000)."
      + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// A number as it is spelt.
  mutating func number(_ spelling: String?) {
    separate()
    text += spelling ?? "null"
  }

  /// A yes or no.
  mutating func value(_ value: Bool) {
    separate()
    text += value ? "true" : "false"
  }

  /// Breaks the line before the next value.
  mutating func breakLine() {
    if follows { text += "," }
    follows = false
    text += "\n"
  }

  private mutating func separate() {
    if follows { text += ", " }
    follows = true
  }

  private mutating func enclose(
    _ open: String, _ close: String, _ fill: (inout JSONText) -> Void
  ) {
    separate()
    text += open
    follows = false
    fill(&self)
    text += close
    follows = true
  }

  private static func quoted(_ value: String) -> String {
    var quoted = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
