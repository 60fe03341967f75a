import PlanModel
import PlanText

/// Finds the figures of plans that are lists of them: "KẾ HOẠCH SẢN XUẤT …", "A. CHĂN NUÔI",
/// "Trâu: 1.200 con". Nothing but the title says there that they are to be reached.
extension PlanReader {
  /// How many such lines make a list.
  private static var fewestFigures: Int { 3 }

  /// How many tokens may name a figure.
  private static var longestLabel: Int { 16 }

  /// Whether the title says that the plan is one of figures.
  func listsFigures(_ title: FactLeaf) -> Bool {
    title.kind == .title && isGoal("figures", title)
  }

  /// Where such figures stand: line after line below headings that name a sector, and few other
  /// lines among them.
  mutating func figureList(
    _ leaves: FactLeaves, _ surroundings: [TargetSurroundings], titleYear: Int?
  ) -> Set<Int> {
    var figures: Set<Int> = []
    var others = 0
    for place in leaves.indices {
      let leaf = leaves[place]
      guard leaf.kind == .item || leaf.kind == .paragraph, leaf.role == nil || leaf.role == .other,
        leaf.zone == .body || leaf.zone == .appendix,
        !surroundings[place - leaves.first].isPast, let top = leaf.ancestors.first,
        leaves[top].kind == .heading, isGoal("sector", leaves[top])
      else { continue }
      if isFigure(leaf, titleYear) {
        figures.insert(place)
      } else if let last = leaf.tokens.last, !isMark(last, 0x3A) {
        others += 1
      }
    }
    return figures.count >= max(Self.fewestFigures, others) ? figures : []
  }

  /// Whether a leaf is a name, a colon and a number with its unit, which is no money and of no year
  /// before that of the title.
  private mutating func isFigure(_ leaf: FactLeaf, _ titleYear: Int?) -> Bool {
    guard
      let colon = leaf.tokens.prefix(Self.longestLabel).firstIndex(where: { isMark($0, 0x3A) }),
      colon > 0, colon + 1 < leaf.tokens.count, leaf.tokens[colon + 1].kind == .number,
      let figure = quantities(leaf).first, figure.number == colon + 1, !figure.isBare
    else { return false }
    let times = times(leaf)
    let isPast = times.told(in: 0..<colon).contains { place in
      times.times[place.lowerBound]?.lastYear.map { $0 < titleYear ?? .max } ?? false
    }
    return !isPast && [.measure, .count, .percent].contains(figure.kind)
  }

  /// Whether words of a leaf say what a kind of goals does.
  private func isGoal(_ kind: String, _ leaf: FactLeaf) -> Bool {
    leaf.tells(.goal)
      && leaf.matches.contains { meaning($0) == .goal && value("kind", of: $0) == kind }
  }
}
