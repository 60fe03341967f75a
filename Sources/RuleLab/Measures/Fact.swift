/// One thing that gold or a plan says, as it is counted.
struct Fact: Sendable {
  /// The field of its category: "number.symbol", "lead"; "" where a category has none.
  var field = ""
  /// Everything that must be equal beside the text: where it stands, its label.
  var frame = ""
  /// Its text or value, in comparison form.
  var text: String
  /// The rule of the plan that made it.
  var rule: String?
}

extension Fact: Hashable {
  static func == (left: Fact, right: Fact) -> Bool {
    left.text == right.text && left.frame == right.frame && left.field == right.field
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(frame)
    hasher.combine(field)
  }
}

extension Fact: CustomStringConvertible {
  /// The fact on one line.
  var description: String {
    [field, frame, "\"\(text)\""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
