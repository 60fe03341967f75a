import PlanText

/// A unit of the outline as duties are read from it.
struct DutyUnit {
  /// Its tokens.
  var tokens: [Token]
  /// What its phrases say.
  var words: BodyWords
  /// Its clauses, each up to a ";" or a full stop.
  var clauses: [Range<Int>]
}
