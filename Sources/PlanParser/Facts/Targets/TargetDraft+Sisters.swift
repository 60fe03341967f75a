import PlanModel
import PlanText

/// What the target before tells of those that its sentence joins to it.
struct TargetSibling {
  /// Whether another target set it out in its turn.
  var isSister: Bool
  /// Whether its number stands behind the name of what it measures.
  var isNamed: Bool
  /// Whether its verb opens its clause and tells what is done.
  var isDeed: Bool
  /// Whether a verb of measure stands before its number: "đạt".
  var reaches: Bool
}

/// Tells which quantities are set out because one that their sentence joins them to is.
extension TargetDraft {
  /// How many tokens may name another of several.
  private static var longestSister: Int { 12 }

  /// What it tells of those that are joined to it.
  var sibling: TargetSibling {
    TargetSibling(
      isSister: isSister,
      isNamed: indicator.map {
        $0.upperBound <= quantity.lead
          && (quantity.reaches || isSister || words.measured[$0.lowerBound] != nil)
      } ?? false,
      isDeed: action.map { verb in
        verb.lowerBound == clauseStart && verb.upperBound <= quantity.number
      } ?? false,
      reaches: quantity.reaches)
  }

  /// Whether a target of the sentence sets out the quantity behind some words: a part of it, the next
  /// name of a list or the next deed.
  func isJoined(_ before: Range<Int>) -> Bool {
    guard let known, isUnit, clause.parent == nil, let other = quantityBefore,
      other.number >= clause.sentence.lowerBound, quantity.direction == nil,
      // "tăng 4,1 - 4, 3%": a number that a blank tore.
      !before.contains(where: { tokens[$0].kind == .number })
    else { return false }
    if !words.parts.starting(in: clause.range.lowerBound..<clause.range.lowerBound + 1).isEmpty {
      return isPart(of: other) || !before.isEmpty && isNextName(before, behind: other)
    }
    guard opensBehindJoint(before) else { return false }
    if before.isEmpty {
      return (known.isSister || known.reaches) && quantity.kind == .count && isPart(of: other)
    }
    if known.isSister, isPart(of: other), isName(before) { return true }
    return known.isNamed && isNextName(before, behind: other)
      || known.isDeed && isNextDeed(before)
  }

  /// Whether nothing but a comma, a semicolon or a joint stands before some words.
  private func opensBehindJoint(_ before: Range<Int>) -> Bool {
    let start = clause.range.lowerBound
    return start == clause.segment && mark(start - 1) == UInt8(ascii: ";")
      || words.joints[start] == before.lowerBound
  }

  /// Whether the number counts or measures what another one does: "3 triệu lượt khách, trong đó khách
  /// quốc tế 150.000 lượt".
  private func isPart(of other: Quantity) -> Bool {
    guard quantity.kind == other.kind, quantity.kind != .money else { return false }
    if quantity.kind == .percent { return true }
    let (own, known) = (quantity.noun ?? quantity.unit, other.noun ?? other.unit)
    return !own.isEmpty && own.count <= known.count
      && sameWords(own, known.prefix(own.count))
  }

  /// Whether words are the short name of what the number behind them measures.
  private func isName(_ words: Range<Int>) -> Bool {
    words.count <= Self.longestSister && endsClause && quantity.lead == words.upperBound
      && !self.words.laid.contains(quantity.unit.lowerBound + 1)
      && words.allSatisfy { place in
        tokens[place].kind == .syllable && !self.words.acts.contains(place)
          && !self.words.actions.contains(place) && self.words.aims[place] == nil
          && !self.words.phraseEnds.contains(place)
      }
  }

  /// Whether words name the next measure of a list, or the next share of one: "Tỷ lệ hài lòng đạt
  /// 90%, lĩnh vực đất đai 85%".
  private func isNextName(_ before: Range<Int>, behind other: Quantity) -> Bool {
    guard isName(before) else { return false }
    if words.measured[before.lowerBound] != nil { return true }
    return quantity.kind == .percent && before.count > 1
      && (other.kind == .percent || quantity.compares)
  }

  /// Whether a verb and its number follow another deed: "Kiểm tra 12 lò gốm, giám sát 05 chợ".
  private func isNextDeed(_ before: Range<Int>) -> Bool {
    guard let verb = quantity.action, verb.lowerBound == before.lowerBound,
      quantity.lead - verb.upperBound <= 2,
      !words.sent.contains(clause.range.lowerBound), !words.sent.contains(before.lowerBound)
    else { return false }
    switch quantity.kind {
    case .count: return !quantity.isOccasion || quantity.noun != quantity.unit || !endsClause
    case .measure: return true
    default: return false
    }
  }
}
