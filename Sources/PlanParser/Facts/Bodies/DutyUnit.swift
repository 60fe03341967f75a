import PlanText

/// A unit of the outline as duties are read from it.
///
/// A class, since what its phrases say fills many tables: none copies them.
final class DutyUnit {
  /// Its tokens.
  let tokens: [Token]
  /// What its phrases say.
  let words: BodyWords
  /// Its clauses, each up to a ";" or a full stop.
  let clauses: [Range<Int>]

  init(tokens: [Token], words: BodyWords, clauses: [Range<Int>]) {
    self.tokens = tokens
    self.words = words
    self.clauses = clauses
  }

  /// The same unit where a duty may begin at some further places.
  func stopping(at places: some Sequence<Int>) -> DutyUnit {
    if places.allSatisfy({ words.stops.contains($0) }) { return self }
    var tables = words.tables
    tables.stops.formUnion(places)
    return DutyUnit(tokens: tokens, words: BodyWords(consume tables), clauses: clauses)
  }
}

extension PlanReader {
  /// A leaf as duties are read from it; several readers ask, and it is read once.
  func dutyUnit(_ leaf: FactLeaf) -> DutyUnit {
    if let known = leaf.unit { return known }
    let unit = DutyUnit(
      tokens: leaf.tokens, words: findBodyWords(leaf), clauses: clauses(leaf.tokens))
    leaf.unit = unit
    return unit
  }

  /// What the phrases of a leaf say about bodies and their duties.
  func bodyWords(_ leaf: FactLeaf) -> BodyWords { dutyUnit(leaf).words }
}
