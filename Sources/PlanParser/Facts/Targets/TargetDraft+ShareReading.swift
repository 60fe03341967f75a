import PlanModel
import PlanText

/// Finds out what a share is of, by what stands before its number and behind it.
extension TargetDraft {
  /// Finds out what a share is of; false when it sets out no target.
  mutating func readShare(_ before: Range<Int>) -> Bool {
    let behind = self.behind(percent: true)
    // "…, chiếm 31,6% tổng kim ngạch": the share of what the clause before measures.
    if !quantity.compares, let told = boundBehind(behind) { comparator = told }
    if before.isEmpty, let isTarget = readShareAlone(behind) { return isTarget }
    if before.isEmpty || quantity.has { return readShareOfOthers(before, behind) }
    return readRate(before, behind) ?? readShareOfVerb(before, behind)
      ?? readShareOfName(before, behind) ?? readShareDone(before, behind)
  }

  /// A share that no words stand before in its clause; `nil` when what stands behind it tells.
  private mutating func readShareAlone(_ behind: Range<Int>) -> Bool? {
    // "Giảm tỷ lệ rừng bị cháy (dưới 0,1% diện tích rừng)"
    // "Một nửa số thôn (50%) đạt chuẩn"
    if clause.whole != nil, quantity.compares || !isStriven && behind.isEmpty {
      indicator = nil
      return true
    }
    // "Tổng đàn lợn 500 con, đạt 102% kế hoạch"
    // "…, bằng 108% dự toán"
    if quantity.isOfPlan, quantity.reaches || quantity.equals && isBehindAnother {
      if isBehindAnother { return true }
      if clause.range.lowerBound > clause.sentence.lowerBound, lead == nil { return false }
    }
    // "20% đối với đô thị loại V" behind a share of all that is like it
    if isBehindAnother, quantity.lead == quantity.number,
      words.countEnds.contains(behind.lowerBound), quantityBefore?.kind == .percent,
      !isListedByWhom
    {
      return true
    }
    // "Nhà trẻ: 45/120 cháu, đạt 37,5%"
    if behind.isEmpty, isShareOfCount { return true }
    // "Kinh tế số: đạt 20% GRDP", "…; năm 2028 đạt 96% dân số"
    if quantity.isOfBase, quantity.reaches, isShareOfBase(lead) { return true }
    if quantity.isShare || quantity.equals,
      !isStriven || behind.isEmpty || quantity.isShare && isBehindAnother
    {
      if isBehindAnother { return true }
      if quantity.isShare || !behind.isEmpty { return false }
    }
    return nil
  }

  /// A share of those who stand behind it, or of what stands before its clause.
  private mutating func readShareOfOthers(_ before: Range<Int>, _ behind: Range<Int>) -> Bool {
    if !behind.isEmpty {
      // "97% đối với trẻ mẫu giáo"
      indicator = withoutWhom(behind)
      return isSetOut || quantity.reaches || quantity.value == ExactDecimal(digits: 100)
        || isLeadingAlone
    }
    if let lead, quantity.reaches || quantity.compares || context.around.isGoal,
      words.measured[lead.lowerBound] != nil
    {
      indicator = lead
      return true
    }
    indicator = nil
    return before.isEmpty && (quantity.reaches || isContinued || isToldAgain || isOfOtherPart)
  }

  /// A share that nothing but "tỷ lệ" stands before.
  private mutating func readRate(_ before: Range<Int>, _ behind: Range<Int>) -> Bool? {
    // "Duy trì tỷ lệ 95% hộ dân dùng nước sạch"
    if before.count == 2, words.ratios.contains(before.lowerBound), !behind.isEmpty,
      quantity.direction == nil
    {
      indicator = behind
      return isSetOut || quantity.reaches || quantity.compares || isTask
    }
    // "18/22 thợ, tỷ lệ 81,8%": the rate of what the clause before tells.
    if before.count == 2, words.ratios.contains(before.lowerBound), behind.isEmpty,
      isBehindAnother
    {
      indicator = nil
      return true
    }
    return nil
  }

  /// A share that a verb alone stands before, or of what is measured.
  private mutating func readShareOfVerb(_ before: Range<Int>, _ behind: Range<Int>) -> Bool? {
    // "Kết quả kiểm tra 100% đạt yêu cầu": what stands before is measured, and not done.
    // In "chỉ đạo 100% thôn có tổ hòa giải" the villages are.
    if !before.isEmpty, !behind.isEmpty, let aim = words.aims[behind.lowerBound],
      aim.kind == "reach", aim.end == behind.lowerBound + 1,
      // "kiểm tra bắn cung 100% đạt yêu cầu" tells the share of what is tested.
      quantity.action.map({ quantity.isWeakAction && $0 != before }) ?? true,
      !isMoved, quantity.lead == quantity.number
    {
      indicator = before
      return isSetOut || quantity.value == ExactDecimal(digits: 100)
    }
    // "Phấn đấu huy động 100% trẻ 6 tuổi": "huy động" measures elsewhere.
    if isVerbAlone(before), !behind.isEmpty {
      indicator = behind
      action = before
      return isSetOut || isTask || quantity.value == ExactDecimal(digits: 100)
    }
    // "năm 2028 hoàn thành 60% khối lượng; năm 2030 hoàn thành 100%"
    if behind.isEmpty, hasTime, isBehindTimed, let verb = quantity.action, verb == before {
      indicator = nil
      return true
    }
    // "Hoàn thành 100% và duy trì 100% số thôn …": what the verb alone reaches is named behind.
    if behind.isEmpty, let verb = quantity.action, verb == before,
      words.joints[quantity.end] != nil, mark(quantity.end) == 0
    {
      return false
    }
    return nil
  }

  /// A share whose name stands before it, or of those whom something reaches.
  private mutating func readShareOfName(_ before: Range<Int>, _ behind: Range<Int>) -> Bool? {
    // "Quán triệt Nghị quyết đến 100% cán bộ": whom it reaches, not how far.
    if quantity.isToward, !behind.isEmpty, words.measured[before.lowerBound] == nil, !isMoved {
      indicator = behind
      // "Phủ sóng 5G tới 99% dân số"
      if quantity.isRollout, quantity.action == before { action = before }
      return isSetOut || quantity.value == ExactDecimal(digits: 100) || opensShare(before)
    }
    // "Chi hành chính không quá 10% tổng chi"; but "bố trí không dưới 2% tổng chi".
    if quantity.bounds, before.count > 1, quantity.action?.upperBound != before.upperBound,
      // "Cấp nước sạch cho trên 95% tổng số hộ"
      !words.served.contains(before.upperBound)
    {
      indicator = before
      return isSetOut || isTask || isBoundedAgain || words.measured[before.lowerBound] != nil
    }
    if quantity.reaches || isMoved && behind.count <= 8 || words.measured[before.lowerBound] != nil
    {
      indicator = before
      return true
    }
    // "Thu gom rác trên 90% tổng lượng phát sinh"
    if isDeedOfBase(before, behind) {
      indicator = before
      return isSetOut || isTask
    }
    return nil
  }

  /// A share of those with whom something is done.
  private mutating func readShareDone(_ before: Range<Int>, _ behind: Range<Int>) -> Bool {
    if let verb = countVerb, !behind.isEmpty,
      !quantity.isWeakAction || isSetOut || quantity.compares || opensShare(verb),
      before.lowerBound == verb.lowerBound
        || quantity.compares && words.aims[before.lowerBound]?.kind == "each"
    {
      // "Kiểm tra 100% đối với các lò gốm"
      indicator = withoutWhom(behind)
      action = verb
      return true
    }
    if !behind.isEmpty, quantity.value == ExactDecimal(digits: 100) || isSetOut {
      indicator = withoutWhom(behind)
      // "Giải ngân 83,46% kế hoạch vốn": a verb that no list holds.
      // In "Duy trì danh hiệu và 90% thôn đạt chuẩn" another thing is kept besides.
      if before.count <= 4, context.around.isGoal, !isMoved,
        words.joints[before.upperBound - 1] != before.upperBound
      {
        action = before
      }
      return true
    }
    indicator = before
    if behind.isEmpty, isGoal || isSister || isBoundedTask(before) || isShareOfWork(before) {
      return true
    }
    return quantity.compares && isSetOut || isBoundedAgain
  }

  /// Whether the share of a whole is told of what the clause before measures, or the run-in lead names.
  private mutating func isShareOfBase(_ lead: Range<Int>?) -> Bool {
    if isBehindTimed, hasTime { return true }
    indicator = lead
    return lead != nil
  }

  /// How "trở lên" among or behind some words bounds their share: "85% cơ sở trở lên đạt khá".
  private func boundBehind(_ words: Range<Int>) -> Comparator? {
    (words.lowerBound...words.upperBound).first(where: self.words.bounds.contains)
      .flatMap { self.words.comparisons[$0] }
  }
}
