import PlanModel
import PlanText

/// The articles of a decision that hand out work: "Điều 2. Giao Phòng Kinh tế chủ trì …".
extension PlanReader {
  /// Whether a leaf is such an article, or stands under one that ends with a colon, or is a
  /// paragraph of one and hands out work itself.
  ///
  /// The last article, which says who enforces the decision, hands out no work.
  mutating func isDeciding(_ leaf: FactLeaf, _ leaves: FactLeaves) -> Bool {
    guard leaf.zone == .body, leaf.role == nil || leaf.role == .other, !leaf.tells(.noDuty) else {
      return false
    }
    guard let parent = leaf.ancestors.last else {
      // "Điều 2. Sở Y tế có nhiệm vụ giúp UBND tỉnh như sau:"
      let announces = leaf.tokens.last.map { isMark($0, 0x3A) } ?? false
      return (leaf.isLowest || announces || namesBodies(leaf)) && handsOut(leaf) && isArticle(leaf)
    }
    guard leaf.ancestors.count == 1, let last = leaves[parent].tokens.last else { return false }
    // Of "Điều 2. Giao Phòng Kinh tế …." a second paragraph may charge another body.
    guard
      isMark(last, 0x3A) || leaf.kind == .paragraph && leaf.isLowest && handsOut(leaf)
        || namesBodies(leaves[parent])
    else { return false }
    return !leaves[parent].tells(.noDuty) && handsOut(leaves[parent]) && isArticle(leaves[parent])
  }

  /// Whether a leaf only hands out to bodies and says nothing to do: "Giao Trưởng phòng Kinh tế".
  private func namesBodies(_ leaf: FactLeaf) -> Bool {
    let words = bodyWords(leaf)
    guard let hand = words.handOuts[0],
      let list = bodyList(at: hand, before: leaf.tokens.count, leaf.tokens, words)
    else { return false }
    return !list.stopped && list.end >= leaf.tokens.count - 1
  }

  /// Whether a leaf says who is charged.
  private func handsOut(_ leaf: FactLeaf) -> Bool {
    if leaf.matches(from: 0, to: 1).contains(where: { meaning($0) == .handOut }) { return true }
    return leaf.matches(from: 0, to: 40).contains {
      meaning($0) == .charge && value("role", of: $0) != "support"
    }
  }

  /// Whether the label of a unit is that of an article.
  private mutating func isArticle(_ leaf: FactLeaf) -> Bool {
    guard let node = leaf.source, node.label != nil else { return false }
    let start = node.span.start
    let tokens = allTokens(ByteSpan(start, min(node.span.end, start + 64)))
    return marker(tokens)?.family == .article
  }
}
