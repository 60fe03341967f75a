/// What was found of what there is.
package struct Counts: Equatable, Sendable {
  /// What gold and plan both say.
  package var hit = 0
  /// What gold says and the plan does not.
  package var miss = 0
  /// What the plan says and gold does not.
  package var extra = 0

  /// Counts from their parts.
  package init(hit: Int = 0, miss: Int = 0, extra: Int = 0) {
    self.hit = hit
    self.miss = miss
    self.extra = extra
  }

  /// How much gold asks for.
  package var gold: Int { hit + miss }

  /// The share of what the plan says that is right; `nil` when it says nothing.
  package var precision: Double? {
    hit + extra > 0 ? Double(hit) / Double(hit + extra) : nil
  }

  /// The share of gold that the plan says; `nil` when there is none.
  package var recall: Double? { gold > 0 ? Double(hit) / Double(gold) : nil }

  /// The harmonic mean of precision and recall; `nil` when there is nothing on either side.
  package var f1: Double? {
    let all = 2 * hit + miss + extra
    return all > 0 ? Double(2 * hit) / Double(all) : nil
  }

  /// Both together.
  package static func += (left: inout Counts, right: Counts) {
    left.hit += right.hit
    left.miss += right.miss
    left.extra += right.extra
  }
}
