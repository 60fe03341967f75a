/// The label of a paragraph that the format counts, as it is printed.
struct FlowLabel: Equatable {
  /// "1.", "a)", "-".
  var text: String
  /// Whether a blank stands between it and the text.
  var gap: Bool

  /// Whether it counts, as "1." does and "-" does not.
  var counts: Bool { text.contains { $0.isLetter || $0.isNumber } }
}
