/// The part of a sentence that one quantity belongs to.
struct TargetClause {
  /// The quantity, as a place in the context.
  var quantity: Int
  /// The clause's tokens.
  var range: Range<Int>
  /// The tokens of the sentence it stands in.
  var sentence: Range<Int>
  /// The token at which the stretch between semicolons begins that it stands in.
  var segment: Int
  /// The run-in lead of the sentence: "Chăn nuôi dê" of "Chăn nuôi dê: Tổng đàn đạt 2.300 con".
  var lead: Range<Int>?
  /// The quantity that a bracketed one breaks down.
  var parent: Int?
  /// Whether it stands in a bracket in which each share stands before its name.
  var isNamedBehind = false
}
