import PlanModel
import PlanText

/// A clause on its way to a target: what it measures, and whether it sets out to reach it.
struct TargetDraft {
  /// The leaf and what stands around it.
  let context: TargetContext
  /// What the words of the leaf tell.
  let words: TargetWords
  /// The clause.
  let clause: TargetClause
  /// The bytes of the text.
  let bytes: [UInt8]

  /// What is measured; `nil` when the clause leaves it to the one before it.
  private(set) var indicator: Range<Int>?
  /// The verb of a count.
  private(set) var action: Range<Int>?
  /// How the quantity compares.
  var comparator: Comparator
  /// Which way the quantity changes.
  var direction: Direction?
  /// When.
  var time: TargetTime?

  /// Whether a word before the clause sets it out ("Phấn đấu").
  var isAimed = false
  /// The verb that hands a measure out: "Thực hiện tổng diện tích gieo trồng 772 ha".
  var leadVerb: Range<Int>?
  /// Where the words of the clause begin behind what opens it.
  var clauseStart = 0
  /// Whether the clause tells a time itself.
  var hasTime = false
  /// Whether the clause begins with a verb of change ("Giảm tai nạn giao thông …").
  var isMoved = false

  /// What is measured where the clause only describes: "hiện nay tỷ lệ hộ nghèo 5%, phấn đấu …".
  private(set) var described: Range<Int>?

  /// Whether the sentence has told what another quantity measures.
  private let isBehindAnother: Bool
  /// The verb of the count before, which this count shares: "01 hợp tác xã, 03 tổ hợp tác".
  private let inherited: Range<Int>?

  init(
    context: TargetContext, words: TargetWords, clause: TargetClause, bytes: [UInt8],
    sharing inherited: Range<Int>?, behind another: Bool
  ) {
    isBehindAnother = another
    self.inherited = inherited
    self.context = context
    self.words = words
    self.clause = clause
    self.bytes = bytes
    comparator = context.quantities[clause.quantity].comparator
  }

  /// The tokens of the leaf.
  var tokens: [Token] { context.leaf.tokens }
  /// The quantity of the clause.
  var quantity: Quantity { context.quantities[clause.quantity] }
  /// The run-in lead of the sentence, unless it is too long to name anything.
  var lead: Range<Int>? {
    guard let range = clause.lead, let first = tokens[range].first, let last = tokens[range].last,
      Int(last.end) - Int(first.start) <= TargetSurroundings.longestName
    else { return nil }
    // "Sản lượng một số cây như sau: …"
    let end = range.first {
      $0 > range.lowerBound && words.countEnds.contains($0) && $0 + 2 >= range.upperBound
    }
    return range.lowerBound..<(end ?? range.upperBound)
  }
  /// The run-in lead of bare names: it says what is measured of each.
  var leadOfNames: Range<Int>? {
    guard let lead, let indicator, words.measured[indicator.lowerBound] == nil,
      words.measured[lead.lowerBound] != nil || words.wholes.contains(lead.lowerBound)
    else { return nil }
    return lead
  }
  /// Whether a bare name stands before the number, and nothing of its own measures it.
  var isNamed: Bool {
    guard let indicator, lead == nil, indicator.upperBound <= quantity.lead else { return false }
    return indicator.count <= 6 && !quantity.reaches && !quantity.has
      && words.measures.starting(in: indicator).isEmpty
  }
  /// Whether the clause leaves what it measures to the one before it.
  var isElliptical: Bool { indicator == nil }

  /// Where the indicator stands, without the brackets in it.
  var indicatorSpans: [ByteSpan] {
    guard let indicator else { return [] }
    var spans: [ByteSpan] = []
    var start = indicator.lowerBound
    func add(_ end: Int) {
      if start < end {
        spans.append(ByteSpan(Int(tokens[start].start), Int(tokens[end - 1].end)))
      }
    }
    for bracket in words.brackets.starting(in: indicator) where isAside(bracket, of: indicator) {
      add(bracket.lowerBound)
      start = bracket.upperBound
    }
    add(indicator.upperBound)
    return spans
  }

  /// Whether a bracket only adds to a name: one with numbers, or one behind what is counted.
  ///
  /// In "02 tiêu chí (giao thông, trường học)" it does; "(GRDP)" and "(trừ sách quý)" are part of a
  /// name.
  private func isAside(_ bracket: Range<Int>, of name: Range<Int>) -> Bool {
    if bracket.contains(where: { tokens[$0].kind == .number }) { return true }
    return bracket.upperBound == name.upperBound && bracket.lowerBound > quantity.number
  }

  /// Takes what one of several names measures whose numbers follow in their order.
  mutating func take(_ name: Range<Int>, from first: TargetDraft) {
    indicator = name
    readTime()
    if time == nil { time = first.time }
    direction = quantity.direction ?? first.direction
  }

  /// Narrows what is measured to the first of several names.
  mutating func narrow(to name: Range<Int>) { indicator = name }

  /// The clause as it is told: without joints before it and marks behind it.
  var text: Range<Int> {
    var start = clause.range.lowerBound
    while start < quantity.number, let end = words.joints[start], end <= quantity.number {
      start = end
    }
    while start < quantity.number, tokens[start].kind == .mark { start += 1 }
    var end = clause.range.upperBound
    while end > quantity.end, endsNothing(end - 1) { end -= 1 }
    return start..<max(end, quantity.end)
  }

  // MARK: Reading

  /// Reads the clause; false when it sets out no target.
  mutating func read() -> Bool {
    var start = strip(clause.range.lowerBound)
    clauseStart = start
    start = laterStart(from: start)
    var end = quantity.lead
    start = min(start, end)
    end = trimmedEnd(start, end)
    // "không còn nhà tạm, 97% hộ dân dùng nước sạch": what stands before the comma is told.
    if quantity.kind == .percent, mark(quantity.lead - 1) == UInt8(ascii: ","),
      words.measured[start] == nil, !behind(percent: true).isEmpty
    {
      start = end
    }
    // "…, bình quân tăng 15%/năm": of what the clause before measures.
    // In "Khá 50%; Trung bình 24,5%" it is a name.
    if let beside = quantity.beside, beside <= start, isBehindAnother,
      quantity.lead != quantity.number || !tokens[beside].shape.contains(.capitalized)
    {
      end = start
    }
    readTime()
    if isDescribed {
      if let measure = words.measures.starting(in: start..<max(start, end)).first {
        described = measure.lowerBound..<end
      }
      return false
    }
    guard isAhead, read(start..<end) else { return false }
    // A name has words: "5% 25,000,000" names nothing.
    guard let indicator else { return true }
    return indicator.first.map { tokens[$0].kind == .syllable } ?? false
  }

  private mutating func read(_ before: Range<Int>) -> Bool {
    let (start, end) = (before.lowerBound, before.upperBound)
    if clause.parent != nil { return readPart(start..<end) }
    direction = quantity.direction ?? (isMoved ? direction : nil)
    // "Tổng số là 5": told rather than set out, unless something sets it out.
    let isTotal = quantity.isBare && isTask && words.wholes.contains(before.lowerBound)
    if quantity.equals, !quantity.reaches, !isSetOut, !isTotal { return false }
    if quantity.isBare {
      indicator = before
      return before.count > 1 && words.measured[before.lowerBound] != nil
    }
    if context.isReport, !isSetOut, !isPlanned { return false }
    return quantity.kind == .percent ? readShare(start..<end) : readAmount(start..<end)
  }

  /// A part in brackets: a name, a number, nothing else.
  private mutating func readPart(_ before: Range<Int>) -> Bool {
    direction = nil
    // "còn 4% (bình quân mỗi năm giảm 1 - 2%)"
    if let beside = quantity.beside, before.isEmpty || beside == before.lowerBound,
      quantity.direction != nil, quantity.kind == .percent
    {
      direction = quantity.direction
      indicator = nil
      return true
    }
    guard !before.isEmpty, before.count <= 8,
      !quantity.equals || mark(quantity.number - 1) == UInt8(ascii: ":"),
      !quantity.reaches || quantity.direction == nil,
      clause.range.upperBound - quantity.end <= 6, quantity.kind != .time
    else { return false }
    if before.contains(where: { tokens[$0].kind == .number }) { return false }
    // "(tương đương 18 tỷ USD)" says the same in another unit.
    if before.contains(where: words.phraseEnds.contains) { return false }
    indicator = before
    return true
  }

  private mutating func readShare(_ before: Range<Int>) -> Bool {
    let behind = self.behind(percent: true)
    // "…, chiếm 31,6% tổng kim ngạch": the share of what the clause before measures.
    if before.isEmpty, quantity.isShare || quantity.equals {
      if isBehindAnother { return true }
      if quantity.isShare || !behind.isEmpty { return false }
    }
    if before.isEmpty || quantity.has {
      if !behind.isEmpty {
        indicator = behind
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
      return before.isEmpty && (quantity.reaches || isContinued)
    }
    // "Quán triệt Nghị quyết đến 100% cán bộ": whom it reaches, not how far.
    if quantity.isToward, !behind.isEmpty, words.measured[before.lowerBound] == nil, !isMoved {
      indicator = behind
      return isSetOut || quantity.value == ExactDecimal(digits: 100)
    }
    // "Chi hành chính không quá 10% tổng chi"; but "bố trí không dưới 2% tổng chi".
    if quantity.bounds, before.count > 1, quantity.action?.upperBound != before.upperBound {
      indicator = before
      return isSetOut || isTask
    }
    if quantity.reaches || isMoved && behind.count <= 8 || words.measured[before.lowerBound] != nil
    {
      indicator = before
      return true
    }
    if let verb = countVerb, !behind.isEmpty,
      !quantity.isWeakAction || isSetOut || quantity.compares,
      before.lowerBound == verb.lowerBound
    {
      indicator = behind
      action = verb
      return true
    }
    if !behind.isEmpty, quantity.value == ExactDecimal(digits: 100) || isSetOut {
      indicator = behind
      // "Giải ngân 83,46% kế hoạch vốn": a verb that no list holds.
      if before.count <= 4, context.around.isGoal { action = before }
      return true
    }
    indicator = before
    return behind.isEmpty && context.around.isGoal || quantity.compares && isSetOut
  }

  private mutating func readAmount(_ before: Range<Int>) -> Bool {
    let isMeasured = !before.isEmpty && words.measured[before.lowerBound] != nil
    switch quantity.kind {
    case .time:
      indicator = before
      guard !before.isEmpty, quantity.compares || quantity.reaches else { return false }
      return isMeasured || quantity.comparator == .le
    case .times:
      indicator = before
      return !before.isEmpty
        && (quantity.direction != nil || isSetOut && quantity.unit.count > 1 && endsClause)
    case .age:
      indicator = before
      return isMeasured && quantity.reaches
    default: break
    }
    if quantity.has {
      if isMeasured, before.count > 2 {
        // "Số hộ kinh doanh cá thể có ít nhất 240 hộ"
        indicator = before
        return isSetOut || quantity.compares
      }
      return readCounted() && (isSetOut || quantity.compares)
    }
    // "Tổng số 5 xã" counts, "đàn lợn 4.500 con" measures.
    let isBare = words.measured[before.lowerBound].map { $0 >= before.upperBound } ?? false
    if isBare, quantity.noun != nil, !quantity.reaches, !quantity.equals {
      return readCounted() && (isSetOut || quantity.compares)
    }
    if quantity.isInWords, !quantity.compares, !isSetOut { return false }
    if let verb = quantity.action, verb.lowerBound >= quantity.lead, quantity.direction != nil,
      !before.isEmpty, behind(percent: false).isEmpty, !words.places.contains(before.lowerBound + 1)
    {
      // "các xã còn lại tăng từ 2 đến 3 tiêu chí"
      indicator = before
      return true
    }
    if quantity.isUnnamed, (countVerb ?? inherited) == nil || !isSetOut && !isTask {
      return false
    }
    if let verb = countVerb, !isMeasured, !quantity.reaches || quantity.direction != nil {
      let isRolledOut = quantity.isRollout && (isTask || isPlanned)
      guard !quantity.isWeakAction || isSetOut || quantity.compares || isRolledOut else {
        return false
      }
      guard quantity.kind != .money || isSetOut else { return false }
      if readCounted() {
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
      return isSetOut
    }
    if isMeasured || quantity.comparator == .le && !before.isEmpty {
      indicator = before
      action = leadVerb
      return isSetOut || quantity.compares
    }
    if before.isEmpty {
      if readCounted() {
        action = inherited
        return isSetOut || action != nil
      }
      if let lead, words.measured[lead.lowerBound] != nil {
        indicator = lead
        return isSetOut || quantity.compares || quantity.reaches
      }
      indicator = nil
      return quantity.reaches && quantity.direction != nil || isContinued
    }
    return readNamed(before)
  }

  /// A name, its number and nothing else in a list of objectives: "Lúa 507 ha".
  private mutating func readNamed(_ before: Range<Int>) -> Bool {
    let first = clause.range.lowerBound
    let opens =
      first == clause.sentence.lowerBound || tokens[first - 1].kind == .mark
      || words.joints[first] != nil
    // "không để xảy ra cháy trên 10 ha", "mỗi tổ 5 người" name nothing.
    guard context.around.isGoal, opens, endsClause, before.count <= 24,
      words.joints[before.upperBound - 1] == nil, words.aims[before.lowerBound] == nil,
      !words.phraseEnds.contains(before.lowerBound), !words.places.contains(quantity.lead),
      tokens[before.upperBound - 1].kind != .number
    else { return false }
    // "Cấp nước ổn định tối thiểu 60 lít": how it is done, where a bound stands behind.
    let held = quantity.compares && words.holds[quantity.lead] == before.upperBound
    indicator = held ? before.lowerBound..<quantity.lead : before
    return true
  }

  /// The noun of a count with what belongs to it; of a measure what stands behind it.
  private mutating func readCounted() -> Bool {
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
