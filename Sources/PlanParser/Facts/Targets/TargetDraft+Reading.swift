import PlanModel
import PlanText

/// Finds out what a clause measures or counts, by what stands before its number and behind it.
extension TargetDraft {
  /// Finds out what the words before the number say it measures; false when it sets out no target.
  mutating func read(_ before: Range<Int>) -> Bool {
    let (start, end) = (before.lowerBound, before.upperBound)
    if clause.parent != nil { return readPart(start..<end) }
    if let extended = quantity.extended, let verb = quantity.action,
      verb.lowerBound >= clause.range.lowerBound, opensClause(verb), isSetOut || isTask,
      quantity.kind == .measure || quantity.kind == .count,
      let name = nameOfExtended(extended)
    {
      // "Xây dựng vùng trồng tre tập trung với quy mô 350 ha"
      indicator = name
      action = quantity.action
      return true
    }
    direction = quantity.direction ?? (isMoved ? direction : nil)
    if direction == nil, isBrought, quantity.isUp { direction = .increase }
    // "Tổng số là 5": told rather than set out, unless something sets it out.
    let isTotal = quantity.isBare && isTask && words.wholes.contains(before.lowerBound)
    let isListed = self.isListed && words.measured[before.lowerBound] != nil
    if quantity.equals, !quantity.reaches, !isSetOut, !isTotal, !isListed, !isWork(before),
      !isRateOfWork(before)
    {
      return false
    }
    if quantity.isBare {
      indicator = before
      return before.count > 1 && words.measured[before.lowerBound] != nil
    }
    if context.isReport, !isSetOut, !isPlanned { return false }
    if isBehindAnother, let other = quantityBefore, other.number >= clause.sentence.lowerBound,
      isEquivalent(to: other)
    {
      return readEquivalent()
    }
    return quantity.kind == .percent ? readShare(start..<end) : readAmount(withoutEach(before))
  }

  /// The name of what is made so large, without examples of it: "sản phẩm như mây, tre".
  private func nameOfExtended(_ range: Range<Int>) -> Range<Int>? {
    let end = range.first(where: words.suches.contains) ?? range.upperBound
    let name = range.lowerBound..<end
    return !name.isEmpty && name.allSatisfy { tokens[$0].kind == .syllable } ? name : nil
  }

  /// Whether nothing but a verb that also names a measure stands before the number and its bound:
  /// "Huy động tối thiểu 80% quân số", but "Huy động đạt 80%".
  func isVerbAlone(_ before: Range<Int>) -> Bool {
    quantity.action == before && words.measured[before.lowerBound] == before.upperBound
      && !quantity.reaches && !quantity.equals && !quantity.has && !quantity.bounds
  }

  /// The noun of a count with what belongs to it; of a measure what stands behind it.
  mutating func readCounted() -> Bool {
    let behind = self.behind(percent: false)
    // "giúp hai gia đình hội viên trở lên"
    if !quantity.compares, let told = words.comparisons[behind.upperBound] { comparator = told }
    if let noun = quantity.noun {
      // "01 bác sỹ/1.000 dân": the rate ends the noun.
      let ends = noun.upperBound < quantity.unit.upperBound
      indicator = noun.lowerBound..<(ends || behind.isEmpty ? noun.upperBound : behind.upperBound)
      return true
    }
    indicator = behind.isEmpty ? nil : behind
    return !behind.isEmpty
  }
}
