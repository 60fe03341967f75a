import PlanModel
import PlanText

/// Headings that name bodies no rule knows, beside headings that name bodies: "3. Thôn đội trưởng"
/// between "2. Công an xã" and "4. Trạm Y tế".
extension PlanReader {
  /// How many tokens such a heading may have.
  private static var longestHead: Int { 8 }

  /// The places of such headings among the leaves.
  mutating func unknownHeads(_ leaves: FactLeaves) -> Set<Int> {
    /// How many headings under one parent name bodies, and which may.
    var sections: [Int: (known: Int, unknown: [Int])] = [:]
    for index in leaves.indices {
      let leaf = leaves[index]
      guard leaf.kind == .heading, leaf.role == .assignment || leaf.role == .implementation,
        leaf.source?.children.isEmpty == false, !leaf.tokens.isEmpty,
        let parent = leaf.ancestors.last
      else { continue }
      let unit = dutyUnit(leaf)
      if let clause = unit.clauses.first,
        let found = subject(of: clause, unit.tokens, unit.words)?.list
      {
        let isWhole = !found.stopped && found.end >= unit.tokens.count - 1
        if isWhole { sections[parent, default: (0, [])].known += 1 }
      } else if index + 1 < leaves.end, mayName(unit, leaf),
        opensDuties(leaves[index + 1], index)
      {
        sections[parent, default: (0, [])].unknown.append(index)
      }
    }
    return sections.values.reduce(into: []) { all, section in
      if section.known > 1, section.known >= section.unknown.count {
        all.formUnion(section.unknown)
      }
    }
  }

  /// Whether a heading is a few words that say nothing to do, and are no label.
  private func mayName(_ unit: DutyUnit, _ leaf: FactLeaf) -> Bool {
    let last = unit.tokens.count - 1
    return unit.tokens.count <= Self.longestHead && !leaf.tells(.noBody)
      && unit.tokens[0].shape.contains(.capitalized)
      && unit.tokens.indices.allSatisfy { place in
        let token = unit.tokens[place]
        return !unit.words.stops.contains(place)
          && (place > 0 || !unit.words.capitalStops.contains(place))
          && (token.kind == .syllable || isMark(token, 0x2C) || isDash(token)
            || place == last && isMark(token, 0x3A))
      }
  }

  /// Whether the first unit under the heading at a place tells what to do.
  private func opensDuties(_ leaf: FactLeaf, _ heading: Int) -> Bool {
    guard leaf.ancestors.last == heading, leaf.kind == .item || leaf.kind == .paragraph,
      !leaf.tokens.isEmpty
    else { return false }
    return bodyWords(leaf).stops.contains(0)
  }

  /// The heading as one name.
  func wholeHead(_ unit: DutyUnit) -> (list: BodyList, handedOut: Bool)? {
    let last = unit.tokens.count - 1
    let end = unit.tokens[last].kind == .mark ? last : last + 1
    return (BodyList(bodies: [0..<end], end: end, stopped: false), false)
  }
}
