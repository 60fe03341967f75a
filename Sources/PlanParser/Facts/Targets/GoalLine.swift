import PlanModel
import PlanText

/// A line without a number that says that targets follow: "CHỈ TIÊU CỤ THỂ NĂM 2026".
struct GoalLine {
  /// What it stands under, and what it heads with it.
  var ancestors: [Int]
  /// Whether it stands in an appendix.
  var isAppendix: Bool
  /// The role of the section that it stands in.
  var role: Role?
  /// What it says to those below it.
  var around: TargetSurroundings
}

/// Finding such lines and where their reach ends.
extension PlanReader {
  /// How many tokens such a line may have at most.
  private static var longestGoalLine: Int { 40 }

  /// The line that a leaf stands below, or that it is itself.
  mutating func goalLine(
    _ leaf: FactLeaf, after line: GoalLine?, _ around: TargetSurroundings
  ) -> GoalLine? {
    if let own = goalLine(leaf, around) { return own }
    guard let line else { return nil }
    if headsOtherPart(leaf) {
      // It ends the reach, also where it stands below the last unit of the part before.
      var outside = TargetSurroundings()
      outside.isPast = around.isPast
      return GoalLine(
        ancestors: leaf.ancestors, isAppendix: leaf.zone == .appendix, role: leaf.role,
        around: outside)
    }
    if leaf.ancestors.count > line.ancestors.count { return line }
    guard leaf.ancestors == line.ancestors, (leaf.zone == .appendix) == line.isAppendix else {
      return nil
    }
    return leaf.kind == .heading && isOtherPart(leaf.role, line) ? nil : line
  }

  /// The line that a leaf is; `nil` for others.
  private mutating func goalLine(_ leaf: FactLeaf, _ around: TargetSurroundings) -> GoalLine? {
    guard leaf.tells(.goal), isLine(leaf) else { return nil }
    let kinds = leaf.matches.filter { meaning($0) == .goal }.map { value("kind", of: $0) }
    // "các chỉ tiêu đã đạt được", but "các chỉ tiêu cần đạt được"
    let isAhead = !kinds.contains("reached") || kinds.contains("ahead")
    guard kinds.contains("line"), isAhead else { return nil }
    var inside = around
    inside.isGoal = true
    inside.subject = nil
    inside.time = times(leaf).latest ?? around.time
    return GoalLine(
      ancestors: leaf.ancestors, isAppendix: leaf.zone == .appendix, role: leaf.role,
      around: inside)
  }

  /// Whether a leaf is a paragraph that may head what stands beside it: a few words, no sentence.
  private func isLine(_ leaf: FactLeaf) -> Bool {
    guard leaf.kind == .paragraph, leaf.zone != .header, leaf.source?.children.isEmpty == true,
      leaf.tokens.count <= Self.longestGoalLine, let last = leaf.tokens.last
    else { return false }
    return last.kind != .mark || isMark(last, 0x3A) || isMark(last, 0x29)
  }

  /// Whether the role of a section is another than that of targets.
  private func isOtherPart(_ role: Role?, _ line: GoalLine) -> Bool {
    if role == line.role { return false }
    switch role {
    case nil, .other, .objectives, .specificObjectives, .generalObjective, .vision: return false
    default: return true
    }
  }

  /// Whether a line heads another part, as the words of its role say.
  private mutating func headsOtherPart(_ leaf: FactLeaf) -> Bool {
    isLine(leaf) && lineMatches(leaf.tokens).contains { meaning($0) == .role }
  }
}
