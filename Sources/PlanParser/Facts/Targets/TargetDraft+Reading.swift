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

  private mutating func readShare(_ before: Range<Int>) -> Bool {
    let behind = self.behind(percent: true)
    // "…, chiếm 31,6% tổng kim ngạch": the share of what the clause before measures.
    if !quantity.compares, let told = boundBehind(behind) { comparator = told }
    // "Giảm tỷ lệ rừng bị cháy (dưới 0,1% diện tích rừng)"
    // "Một nửa số thôn (50%) đạt chuẩn"
    if before.isEmpty, clause.whole != nil, quantity.compares || !isStriven && behind.isEmpty {
      indicator = nil
      return true
    }
    // "Tổng đàn lợn 500 con, đạt 102% kế hoạch"
    // "…, bằng 108% dự toán"
    if before.isEmpty, quantity.isOfPlan, quantity.reaches || quantity.equals && isBehindAnother {
      if isBehindAnother { return true }
      if clause.range.lowerBound > clause.sentence.lowerBound, lead == nil { return false }
    }
    // "20% đối với đô thị loại V" behind a share of all that is like it
    if before.isEmpty, isBehindAnother, quantity.lead == quantity.number,
      words.countEnds.contains(behind.lowerBound), quantityBefore?.kind == .percent,
      !isListedByWhom
    {
      return true
    }
    // "Nhà trẻ: 45/120 cháu, đạt 37,5%"
    if before.isEmpty, behind.isEmpty, isShareOfCount { return true }
    // "Kinh tế số: đạt 20% GRDP", "…; năm 2028 đạt 96% dân số"
    if before.isEmpty, quantity.isOfBase, quantity.reaches, isShareOfBase(lead) { return true }
    if before.isEmpty, quantity.isShare || quantity.equals,
      !isStriven || behind.isEmpty || quantity.isShare && isBehindAnother
    {
      if isBehindAnother { return true }
      if quantity.isShare || !behind.isEmpty { return false }
    }
    if before.isEmpty || quantity.has {
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

  /// Whether nothing but a verb that also names a measure stands before the number and its bound:
  /// "Huy động tối thiểu 80% quân số", but "Huy động đạt 80%".
  private func isVerbAlone(_ before: Range<Int>) -> Bool {
    quantity.action == before && words.measured[before.lowerBound] == before.upperBound
      && !quantity.reaches && !quantity.equals && !quantity.has && !quantity.bounds
  }

  /// How "trở lên" among or behind some words bounds their share: "85% cơ sở trở lên đạt khá".
  private func boundBehind(_ words: Range<Int>) -> Comparator? {
    (words.lowerBound...words.upperBound).first(where: self.words.bounds.contains)
      .flatMap { self.words.comparisons[$0] }
  }

  /// Whether words name a total or a mean, which a stretch of time is told of.
  private func isMean(_ before: Range<Int>) -> Bool { words.wholes.contains(before.lowerBound) }

  /// Whether nothing but "là" or a colon stands between a name and its number.
  private var isTold: Bool { quantity.equals || quantity.lead == quantity.number }

  private mutating func readAmount(_ before: Range<Int>) -> Bool {
    let isMeasured = !before.isEmpty && words.measured[before.lowerBound] != nil
    switch quantity.kind {
    case .time:
      // "Rút ngắn 05 ngày thời gian cấp phép"
      if before.isEmpty, quantity.direction == .decrease {
        let behind = self.behind(percent: true)
        indicator = behind
        return words.measured[behind.lowerBound] != nil
      }
      indicator = before
      guard !before.isEmpty else { return false }
      // "Tổng số ngày điều trị nội trú: 40.000 ngày", "Thời gian lưu trú bình quân 1,8 ngày"
      if isTold, isSetOut, isMean(before) { return true }
      if isPace(before) { return true }
      guard quantity.compares || quantity.reaches else { return false }
      return isMeasured || quantity.comparator == .le || isNorm(before)
    case .times:
      if quantity.isPaced { return readPace(before) }
      // "Kim ngạch đạt 250 triệu USD, gấp 1,6 lần năm 2025"
      if before.isEmpty, isBehindAnother, quantity.direction != nil, quantity.unit.count == 1 {
        indicator = nil
        return true
      }
      if before.isEmpty { return isPaceOfAnother }
      indicator = workBeforeColon(before) ?? workBehindPartner(before) ?? before
      if indicator != before || isPaceOfWork(before) { return true }
      // "Hệ số sử dụng đất đạt 2,1 lần", "Nâng hệ số sử dụng đất lên 2,1 lần"
      if isMeasured, quantity.reaches || direction != nil && quantity.isUp { return true }
      // "Doanh thu bằng 1,5 lần năm 2025", "Hệ số sử dụng đất 2,1 lần"
      if isMeasured, isTold || quantity.compares, isSetOut { return true }
      // "Phát thanh ít nhất 02 lần/tuần trên loa xã"; a longer sentence is a duty.
      let isOfEach = words.aims[before.lowerBound]?.kind == "each"
      if quantity.comparator == .ge, quantity.unit.count > 1,
        before.count <= (isOfEach ? 20 : isTask && opensTask(before) ? 10 : 8)
      {
        return true
      }
      return quantity.direction != nil || isSetOut && quantity.unit.count > 1 && endsClause
    case .age:
      indicator = before
      // "Tuổi thọ trung bình: 75 tuổi"
      return isMeasured
        && (quantity.reaches || (isTold || quantity.compares) && isSetOut && isMean(before))
    default: break
    }
    if quantity.has {
      if isMeasured, before.count > 2 || words.measured[before.lowerBound] == before.upperBound - 1
      {
        // "Số hộ kinh doanh cá thể có ít nhất 240 hộ", "Đàn trâu có 1.200 con"
        indicator = before
        return isSetOut || quantity.compares
      }
      return readCounted() && (isSetOut || quantity.compares || isPartOfCount)
    }
    // "Tổng số 5 xã" counts, "đàn lợn 4.500 con" measures.
    // In "đàn bò: tổng đàn 1.200 con" what is counted stands before the colon.
    let isBare =
      words.measured[before.lowerBound].map { $0 >= before.upperBound } ?? false
      && !(words.owns.contains(before.lowerBound) && self.behind(percent: false).isEmpty)
      && !(lead != nil && !words.wholes.contains(before.lowerBound))
    if isBare, quantity.noun != nil, !quantity.reaches, !quantity.equals {
      return readCounted() && (isSetOut || quantity.compares || isSumOfWork(before))
    }
    if quantity.isInWords, !quantity.compares, !isSetOut { return false }
    if let verb = quantity.action, verb.lowerBound >= quantity.lead, quantity.direction != nil,
      !before.isEmpty, behind(percent: false).isEmpty, !words.places.contains(before.lowerBound + 1)
    {
      // "các xã còn lại tăng từ 2 đến 3 tiêu chí"
      indicator = before
      return true
    }
    if quantity.isUnnamed, countVerb == nil, opensWithDeed(before) { return readDeed(before) }
    if quantity.isUnnamed, (countVerb ?? inherited) == nil || !isSetOut && !isTask {
      return false
    }
    if isChangeOfSame(before) || before.isEmpty && isToldAgain || isDoneAgain(before)
      || before.isEmpty && isSumOfAnother || before.isEmpty && tellsWhole
    {
      indicator = nil
      return true
    }
    // "Huy động 250 tỷ đồng vốn đầu tư toàn xã hội"
    if quantity.kind == .money, isVerbAlone(before) {
      let behind = self.behind(percent: false)
      // "Huy động được 3,5 tỷ đồng vốn xã hội hóa"
      let isNamed =
        behind.count > 1 && !words.acts.contains(behind.lowerBound)
        && !words.actions.contains(behind.lowerBound)
      if isNamed || words.measured[behind.lowerBound] != nil {
        indicator = behind
        action = before
        return isSetOut || isTask
      }
    }
    if isMostOfEach(before) {
      indicator = before
      return true
    }
    if isPace(before) {
      indicator = deedOfPace(before) ?? lastDeedOfPace(before) ?? before
      return true
    }
    if let verb = countVerb, !isMeasured, !quantity.reaches || quantity.direction != nil {
      let isRolledOut = quantity.isRollout && (isTask || isPlanned)
      guard
        !quantity.isWeakAction || isSetOut || quantity.compares || isRolledOut
          || opensTask(verb) || isChosenByEach
      else {
        return false
      }
      guard quantity.kind != .money || isSetOut || isRaisedMoney else { return false }
      if isVerbOfPace(before) {
        indicator = before
        return true
      }
      if let deed = lastDeedOfPace(before) {
        indicator = deed
        return true
      }
      if let object = objectOfBare(before) {
        indicator = object
        action = quantity.action
      } else if readCounted() {
        action = verb
      } else if quantity.isWeakAction, let word = quantity.action,
        word.lowerBound == before.lowerBound, word.upperBound < before.upperBound
      {
        // "bố trí đất trồng cây hằng năm 6 ha"
        indicator = word.upperBound..<before.upperBound
        action = word
      } else {
        indicator = before
      }
      return indicator?.isEmpty == false
    }
    if quantity.reaches || isMoved, !before.isEmpty {
      indicator = before
      return true
    }
    if quantity.equals, !before.isEmpty {
      indicator = before
      return isSetOut || isListed || isWork(before)
    }
    // "Mỗi tháng tối thiểu 01 buổi tập huấn"
    if quantity.compares, quantity.comparator != .le, quantity.upper == nil, quantity.noun != nil,
      before.count <= 4, words.aims[before.lowerBound]?.kind == "each"
    {
      if let deed = deedOfPace(before) {
        indicator = deed
        return true
      }
      return readCounted()
    }
    // "Mỗi xã có tối thiểu 02 mô hình, mỗi thôn 01 mô hình", "Mỗi trường ít nhất 02 nhân viên, mỗi
    // lớp 01 thùng rác"
    let goesOn = isSameUnit || words.aims[clause.sentence.lowerBound]?.kind == "each"
    if isSetOut, isBehindAnother, goesOn, quantity.noun != nil, before.count <= 4,
      words.aims[before.lowerBound]?.kind == "each"
    {
      return readCounted()
    }
    if isMeasured || quantity.comparator == .le && !before.isEmpty || isNorm(before) {
      indicator = before
      action = leadVerb
      return isSetOut || quantity.compares
    }
    // "Trạm Y tế tăng 5 giường, từ 10 lên 15 giường": the level that the change leads to.
    if before.isEmpty, quantity.isLeft, isBehindAnother, isSameUnit { return true }
    if before.isEmpty, isLevelOfChange { return true }
    if before.isEmpty, isNextLevel {
      indicator = nil
      return true
    }
    // "Số hộ dệt năm 2027 là 150 hộ, năm 2028 là 180 hộ"
    if before.isEmpty, hasTime, quantity.equals || quantity.reaches, isBehindAnother, isSameUnit,
      behind(percent: false).isEmpty
    {
      indicator = nil
      return true
    }
    if before.isEmpty, isSameRate {
      indicator = nil
      return isSetOut
    }
    // "nghề nông nghiệp 14 lớp/420 người": of what the count before the stroke measures.
    if before.isEmpty, quantity.isBehindStroke, isBehindAnother, quantity.noun == quantity.unit,
      inherited == nil, behind(percent: false).isEmpty
    {
      indicator = nil
      return true
    }
    if before.isEmpty {
      // "Số hộ làm nghề: năm 2026 đạt 40 hộ, năm 2027 đạt 45 hộ"
      if let name = leadOfYears, words.measured[name.lowerBound] != nil {
        indicator = name
        return isSetOut || quantity.reaches
      }
      // "Khám bệnh: 85.000 lượt"
      if isSetOut, let label = labelOfBare {
        indicator = label
        return true
      }
      // "Số hộ dệt: năm 2027 đạt 150 hộ, năm 2028 đạt 180 hộ"
      if let lead, words.measured[lead.lowerBound] != nil, quantity.reaches, hasTime,
        quantity.noun == quantity.unit, behind(percent: false).isEmpty
      {
        indicator = lead
        return true
      }
      // "Điểm trung bình thi tốt nghiệp: đạt 6,1 điểm toàn trường"
      if let name = leadOfUnit {
        indicator = name
        return isSetOut || quantity.reaches
      }
      if readCounted() {
        action = deedOfGiving ?? inherited
        return isSetOut || action != nil || isBoundBehindAim || isForeseenWork || isReachedTask
          || quantity.compares && isBehindAnother && (isSameUnit || isJoinedBound)
      }
      if let lead, words.measured[lead.lowerBound] != nil {
        indicator = lead
        return isSetOut || quantity.compares || quantity.reaches
      }
      indicator = nil
      return quantity.reaches && quantity.direction != nil || isContinued || clause.whole != nil
    }
    return readDeed(before) || readNamed(before) || readNamedPart(before)
  }

  /// Some of those that a count told before: "20 đảng viên, trong đó: nữ 8 đảng viên".
  private mutating func readNamedPart(_ before: Range<Int>) -> Bool {
    guard isBehindAnother, isSameUnit, quantity.kind == .count, quantity.lead == quantity.number,
      before.count <= 6, before.allSatisfy({ tokens[$0].kind == .syllable }), endsClause,
      !words.places.contains(quantity.lead), words.aims[before.lowerBound] == nil,
      behind(percent: false).count <= quantity.unit.count,
      !words.parts.starting(in: clause.sentence.lowerBound..<(clause.range.lowerBound + 1)).isEmpty
    else { return false }
    indicator = before
    return true
  }

  /// A name, its number and nothing else in a list of objectives: "Lúa 507 ha".
  private mutating func readNamed(_ before: Range<Int>) -> Bool {
    let first = clause.range.lowerBound
    let opens =
      first == clause.sentence.lowerBound || tokens[first - 1].kind == .mark
      || words.joints[first] != nil
    // "không để xảy ra cháy trên 10 ha", "mỗi tổ 5 người" name nothing.
    guard context.around.isGoal || isSister, opens, endsClause, before.count <= 24,
      words.joints[before.upperBound - 1] == nil, words.aims[before.lowerBound] == nil,
      !words.phraseEnds.contains(before.lowerBound), !words.places.contains(quantity.lead),
      tokens[before.upperBound - 1].kind != .number
    else { return false }
    if isBoundDeed(before) {
      action = before
      return readCounted()
    }
    // "Cấp nước ổn định tối thiểu 60 lít": how it is done, where a bound stands behind.
    let held = quantity.compares && words.holds[quantity.lead] == before.upperBound
    indicator = held ? before.lowerBound..<quantity.lead : before
    return true
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
