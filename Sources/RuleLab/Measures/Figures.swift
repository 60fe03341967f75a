/// Figures as tables show them.
package enum Figures {
  /// Three digits after the point, rounded down so that what is written has been reached; "-"
  /// without a figure.
  package static func three(_ figure: Double?) -> String {
    guard let figure else { return "-" }
    let whole = Int((figure * 1000 + 1e-9).rounded(.down))
    let sign = whole < 0 ? "-" : ""
    let digits = String(whole.magnitude % 1000)
    return "\(sign)\(whole.magnitude / 1000)."
      + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// A text with blanks before it.
  package static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A text with blanks after it.
  package static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
