/// The label of a paragraph that the format counts, as it is printed.
struct FlowLabel: Equatable {
  /// "1.", "a)", "-".
  var text: String
  /// Whether a blank stands between it and the text.
  var gap: Bool
  /// Whether a marker that the text begins with counts more: a page's list draws bullets before
  /// lines that were typed with dashes and numbers.
  var yields = false

  /// Whether it counts, as "1." does and "-" does not.
  var counts: Bool { text.contains { $0.isLetter || $0.isNumber } }

  /// Whether it stands before a text: not before a marker that counts more, and no number twice.
  func stands(before text: String) -> Bool {
    guard yields, LineBegin.hasMarker(text) else { return true }
    return counts && text.split(separator: " ").first.map(String.init) != self.text
  }
}
