import PlanModel
import PlanText

/// Finds out what an amount measures or counts, by what stands before its number and behind it.
extension TargetDraft {
  /// Finds out what an amount is of; false when it sets out no target.
  mutating func readAmount(_ before: Range<Int>) -> Bool {
    switch quantity.kind {
    case .time: return readDuration(before)
    case .times: return readTimes(before)
    case .age: return readAge(before)
    default: break
    }
    if quantity.has { return readHaving(before) }
    if let isTarget = readTotal(before) ?? readUnnamed(before) ?? readOfVerbAlone(before)
      ?? readOfVerb(before) ?? readOfName(before) ?? readOfEach(before) ?? readMeasure(before)
    {
      return isTarget
    }
    if before.isEmpty { return readGoingOn() ?? readNameless() }
    return readDeed(before) || readNamed(before) || readNamedPart(before)
  }

  /// Whether words begin with the name of a measure.
  private func isMeasured(_ before: Range<Int>) -> Bool {
    !before.isEmpty && words.measured[before.lowerBound] != nil
  }

  // MARK: Kinds

  /// "Thời gian lưu trú bình quân 1,8 ngày".
  private mutating func readDuration(_ before: Range<Int>) -> Bool {
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
    return isMeasured(before) || quantity.comparator == .le || isNorm(before)
  }

  /// "Hệ số sử dụng đất đạt 2,1 lần", "gấp 1,6 lần năm 2025".
  private mutating func readTimes(_ before: Range<Int>) -> Bool {
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
    if isMeasured(before), quantity.reaches || direction != nil && quantity.isUp { return true }
    // "Doanh thu bằng 1,5 lần năm 2025", "Hệ số sử dụng đất 2,1 lần"
    if isMeasured(before), isTold || quantity.compares, isSetOut { return true }
    // "Phát thanh ít nhất 02 lần/tuần trên loa xã"; a longer sentence is a duty.
    let isOfEach = words.aims[before.lowerBound]?.kind == "each"
    if quantity.comparator == .ge, quantity.unit.count > 1,
      before.count <= (isOfEach ? 20 : isTask && opensTask(before) ? 10 : 8)
    {
      return true
    }
    return quantity.direction != nil || isSetOut && quantity.unit.count > 1 && endsClause
  }

  /// "Tuổi thọ trung bình đạt 75 tuổi".
  private mutating func readAge(_ before: Range<Int>) -> Bool {
    indicator = before
    // "Tuổi thọ trung bình: 75 tuổi"
    return isMeasured(before)
      && (quantity.reaches || (isTold || quantity.compares) && isSetOut && isMean(before))
  }

  /// "Số hộ kinh doanh có ít nhất 240 hộ", "mỗi thôn có 01 tổ".
  private mutating func readHaving(_ before: Range<Int>) -> Bool {
    if isMeasured(before),
      before.count > 2 || words.measured[before.lowerBound] == before.upperBound - 1
    {
      // "Số hộ kinh doanh cá thể có ít nhất 240 hộ", "Đàn trâu có 1.200 con"
      indicator = before
      return isSetOut || quantity.compares
    }
    return readCounted() && (isSetOut || quantity.compares || isPartOfCount)
  }

  // MARK: Words before the number

  /// A total that counts what stands behind it, or a change of what stands before it.
  private mutating func readTotal(_ before: Range<Int>) -> Bool? {
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
    return nil
  }

  /// A number of something that it does not name itself.
  private mutating func readUnnamed(_ before: Range<Int>) -> Bool? {
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
    return nil
  }

  /// A verb that is a measure elsewhere, or what is done so often.
  private mutating func readOfVerbAlone(_ before: Range<Int>) -> Bool? {
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
    return nil
  }

  /// What a verb of counts counts; `nil` where none does.
  private mutating func readOfVerb(_ before: Range<Int>) -> Bool? {
    guard let verb = countVerb, !isMeasured(before),
      !quantity.reaches || quantity.direction != nil
    else { return nil }
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

  /// What a name reaches or equals.
  private mutating func readOfName(_ before: Range<Int>) -> Bool? {
    if quantity.reaches || isMoved, !before.isEmpty {
      indicator = before
      return true
    }
    if quantity.equals, !before.isEmpty {
      indicator = before
      return isSetOut || isListed || isWork(before)
    }
    return nil
  }

  /// What each of several has.
  private mutating func readOfEach(_ before: Range<Int>) -> Bool? {
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
    return nil
  }

  /// What is measured, bounded or a norm.
  private mutating func readMeasure(_ before: Range<Int>) -> Bool? {
    if isMeasured(before) || quantity.comparator == .le && !before.isEmpty || isNorm(before) {
      indicator = before
      action = leadVerb
      return isSetOut || quantity.compares
    }
    return nil
  }

  // MARK: Nothing before the number

  /// A number that goes on with what the clause before tells.
  private mutating func readGoingOn() -> Bool? {
    // "Trạm Y tế tăng 5 giường, từ 10 lên 15 giường": the level that the change leads to.
    if quantity.isLeft, isBehindAnother, isSameUnit { return true }
    if isLevelOfChange { return true }
    if isNextLevel {
      indicator = nil
      return true
    }
    // "Số hộ dệt năm 2027 là 150 hộ, năm 2028 là 180 hộ"
    if hasTime, quantity.equals || quantity.reaches, isBehindAnother, isSameUnit,
      behind(percent: false).isEmpty
    {
      indicator = nil
      return true
    }
    if isSameRate {
      indicator = nil
      return isSetOut
    }
    // "nghề nông nghiệp 14 lớp/420 người": of what the count before the stroke measures.
    if quantity.isBehindStroke, isBehindAnother, quantity.noun == quantity.unit,
      inherited == nil, behind(percent: false).isEmpty
    {
      indicator = nil
      return true
    }
    return nil
  }

  /// A number that its lead names, or the words behind it.
  private mutating func readNameless() -> Bool {
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

  // MARK: Helpers

  /// Whether words name a total or a mean, which a stretch of time is told of.
  private func isMean(_ before: Range<Int>) -> Bool { words.wholes.contains(before.lowerBound) }

  /// Whether nothing but "là" or a colon stands between a name and its number.
  private var isTold: Bool { quantity.equals || quantity.lead == quantity.number }

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
}
