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
  /// What announces the targets of its sentence: "các chỉ tiêu đến năm 2028 gồm:".
  var goalLead: Range<Int>?
  /// What stands before the bracket that sets it out: "Trồng rừng phòng hộ (chỉ tiêu 12 ha)".
  var whole: Range<Int>?
  /// Whether it stands in a bracket in which each share stands before its name.
  var isNamedBehind = false
}
