/// What the headings above a leaf say of the targets in it.
struct TargetSurroundings {
  /// The most words that name something for those below; more are a text of their own.
  static let longestHeading = 40

  /// The most bytes of a name that more than one target tells; a longer one is no name.
  static let longestName = 400

  /// Whether the part tells of what has been done.
  var isPast = false
  /// Whether the part lays down what somebody may have ("ĐIỀU KIỆN HỖ TRỢ"), or tells what the plan
  /// rests on.
  var setsNothing = false
  /// Whether the part sets out objectives.
  var isGoal = false
  /// The time that the nearest heading names.
  var time: TargetTime?
  /// The nearest heading, as a place among the leaves.
  var subject: Int?
}
