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
  var indicator: Range<Int>?
  /// What the number is per, where it stands behind what is counted.
  var rate: Range<Int>?
  /// The verb of a count.
  var action: Range<Int>?
  /// How the quantity compares.
  var comparator: Comparator
  /// Which way the quantity changes.
  var direction: Direction?
  /// When.
  var time: TargetTime?

  /// Whether a word before the clause sets it out ("Phấn đấu").
  var isAimed = false
  /// Whether the sentence strives for what it has told before: "Phấn đấu tỷ lệ … còn 3%; số … là 5".
  var isListed = false
  /// Whether "Phấn đấu" sets it out, or the list that it stands in.
  var isStriven = false
  /// What the target before tells of those that its sentence joins to it.
  var known: TargetSibling?
  /// Whether the target before sets it out: "Tỷ lệ … đạt 95%, trong đó học sinh 100%".
  var isSister = false
  /// The verb that hands a measure out: "Thực hiện tổng diện tích gieo trồng 772 ha".
  var leadVerb: Range<Int>?
  /// Where the words of the clause begin behind what opens it.
  var clauseStart = 0
  /// Where they begin behind what strives for them or tells when: what stands before says nothing
  /// of them.
  var goalStart = 0
  /// Where what is measured begins behind the time of another verb.
  var ownStart: Int?
  /// Where "phấn đấu" stands behind the name of what is measured.
  var strivenName: Int?
  /// Whether the clause tells a time itself.
  var hasTime = false
  /// Whether the clause begins with a verb of change ("Giảm tai nạn giao thông …").
  var isMoved = false
  /// Whether it is a part told behind "trong đó" of what an entry of a list tells in words.
  var isPart = false
  /// Whether what it is compared with opens its clause: "So với năm 2024, số vụ cháy giảm 12%".
  var isCompared = false
  /// Whether it sums up what was told before: "lũy kế 3 năm đạt 500 người".
  var isSum = false
  /// Whether it begins with a verb that brings a measure somewhere ("Đưa tỷ lệ … lên 47%").
  var isBrought = false

  /// What is measured where the clause only describes: "hiện nay tỷ lệ hộ nghèo 5%, phấn đấu …".
  private(set) var described: Range<Int>?

  /// Whether the sentence has told what another quantity measures.
  let isBehindAnother: Bool
  /// Whether that other has a time of its own and the same unit: "40% năm 2027, 45% năm 2030".
  let isBehindTimed: Bool
  /// The verb of the count before, which this count shares: "01 hợp tác xã, 03 tổ hợp tác".
  let inherited: Range<Int>?

  init(
    context: TargetContext, words: TargetWords, clause: TargetClause, bytes: [UInt8],
    sharing inherited: Range<Int>?, behind another: Bool,
    timed: Bool
  ) {
    isBehindAnother = another
    isBehindTimed = another && timed
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
    guard let range = clause.lead, !range.isEmpty else { return nil }
    // "… 38 triệu tấn (lúa 35 triệu tấn, …)": a part with its own unit is whole.
    if clause.parent != nil, !clause.isNamedBehind, !quantity.isListedPart { return nil }
    // Nor does "Quý II/2026: …".
    if let time = context.times.range(at: range.lowerBound), time.upperBound >= range.upperBound {
      return nil
    }
    // "Chỉ tiêu: …" names nothing.
    if let aim = words.aims[range.lowerBound], aim.end == range.upperBound { return nil }
    // "Sản lượng một số cây như sau: …"
    let end = range.first {
      $0 > range.lowerBound && words.countEnds.contains($0) && $0 + 2 >= range.upperBound
    }
    // "Về doanh thu: phấn đấu đạt …"
    let about = words.aims[range.lowerBound].flatMap { aim in
      ["reach", "hold", "strive"].contains(aim.kind) && words.measured[aim.end] != nil
        ? aim.end : nil
    }
    let start = about ?? range.lowerBound
    let name = start..<endOfName(start..<max(start, end ?? range.upperBound))
    guard let first = tokens[name].first, let last = tokens[name].last,
      Int(last.end) - Int(first.start) <= TargetSurroundings.longestName
    else { return nil }
    return name
  }
  /// Where the words of a lead end before the time and the verb behind them: "Tỷ lệ trẻ ra lớp năm 2027
  /// đạt: …".
  private func endOfName(_ lead: Range<Int>) -> Int {
    var end = lead.upperBound
    while end > lead.lowerBound + 1 {
      if let aim = words.aims[end - 1], aim.kind == "reach", aim.end == end {
        end -= 1
      } else if let time = context.times.start(endingAt: end), time > lead.lowerBound {
        end = time
      } else {
        break
      }
    }
    // "Chỉ tiêu năm 2027: …" names nothing without its time.
    let isBare =
      words.aims[lead.lowerBound]?.end == end || words.joints[lead.lowerBound] == end
    return isBare ? lead.upperBound : end
  }
  /// The run-in lead of bare names: it says what is measured of each.
  var leadOfNames: Range<Int>? {
    guard let lead, let indicator, words.measured[indicator.lowerBound] == nil,
      words.measured[lead.lowerBound] != nil || words.wholes.contains(lead.lowerBound)
    else { return nil }
    return lead
  }
  /// The run-in lead that is the name of a place: "Thôn Bãi: hộ nghèo 5%".
  var leadOfPlace: Range<Int>? {
    lead.flatMap { words.placeNames.contains($0.lowerBound) ? $0 : nil }
  }
  /// The run-in lead of a total: it says of whom it is.
  var leadOfTotal: Range<Int>? {
    guard let lead, let indicator, quantity.kind == .count, lead.count <= Self.longestHolder,
      words.wholes.contains(indicator.lowerBound), words.measured[lead.lowerBound] == nil,
      lead.upperBound < indicator.lowerBound,
      lead.allSatisfy({ tokens[$0].kind == .syllable && !words.actions.contains($0) })
    else { return nil }
    return lead
  }
  /// How many words name whom a total is of.
  private static var longestHolder: Int { 6 }
  /// The run-in lead of numbers that only years stand beside: "Bảo hiểm hưu trí: năm 2026 đạt 5%,
  /// năm 2027 đạt 6%".
  var leadOfYears: Range<Int>? {
    guard hasTime, !isBehindAnother, leadOfPlace == nil, quantity.reaches || quantity.equals,
      clauseStart >= quantity.lead, endsClause, let lead, words.money.starting(in: lead).isEmpty,
      words.conditions.starting(in: lead).isEmpty
    else { return nil }
    // "Trong đó, xã Nà Khoai: năm 2026 đạt 40%", "Chỉ tiêu bảo hiểm giai đoạn 2026 - 2030 như sau:"
    var (start, end) = (lead.lowerBound, lead.upperBound)
    while start < end, let next = words.joints[start] ?? words.aims[start]?.end { start = next }
    while let time = context.times.start(endingAt: end), time > start { end = time }
    return end > start + (isGoal ? 1 : 2) ? start..<end : nil
  }
  /// The run-in lead that measures what the unit names: "Điểm trung bình: đạt 6,1 điểm".
  var leadOfUnit: Range<Int>? {
    guard let lead, let noun = quantity.noun, noun.count == 1, quantity.reaches,
      words.measured[lead.lowerBound] != nil,
      tokens[lead.lowerBound].key == tokens[noun.lowerBound].key
    else { return nil }
    var end = lead.upperBound
    while let time = context.times.start(endingAt: end), time > lead.lowerBound { end = time }
    return lead.lowerBound..<end
  }
  /// Whether a bare name stands before the number, and nothing of its own measures it.
  var isNamed: Bool {
    guard let indicator, lead == nil, indicator.upperBound <= quantity.lead else { return false }
    return indicator.count <= 6 && !quantity.reaches && !quantity.has
      && words.measures.starting(in: indicator).isEmpty
  }
  /// Whether the clause leaves what it measures to the one before it.
  var isElliptical: Bool { indicator == nil }

  /// Takes what the number is per from the end of what is counted: "02 buổi sinh hoạt/năm".
  ///
  /// `end` gives the end of a rate that begins at a stroke, and `period` of one that a month or a year
  /// ends, which may stand among the words: "02 buổi ngoại khóa/năm về an toàn".
  mutating func takeRate(end: (Int) -> Int, period: (Int) -> Int) {
    takePeriod(period)
    if let rate = rateBehindStuff(end) { self.rate = rate }
    guard quantity.rate == nil, let whole = indicator, whole.lowerBound > quantity.number,
      let stroke = whole.suffix(8).first(where: { mark($0) == UInt8(ascii: "/") }),
      stroke > whole.lowerBound, end(stroke) == whole.upperBound,
      // "100% trẻ được cân ít nhất 03 lần/năm": the rate is the frequency's.
      !(whole.lowerBound..<stroke).contains(where: { tokens[$0].kind == .number }),
      !quantity.unit.contains(where: { mark($0) == UInt8(ascii: "/") })
    else { return }
    rate = stroke..<whole.upperBound
    indicator = whole.lowerBound..<stroke
  }

  /// Takes a rate that other words follow.
  private mutating func takePeriod(_ end: (Int) -> Int) {
    guard rate == nil, quantity.rate == nil, quantity.kind == .count, let whole = indicator,
      whole.lowerBound > quantity.number,
      !quantity.unit.contains(where: { mark($0) == UInt8(ascii: "/") }),
      let stroke = whole.first(where: { mark($0) == UInt8(ascii: "/") }), stroke > whole.lowerBound
    else { return }
    let end = end(stroke)
    guard end > stroke, end < whole.upperBound, tokens[end].kind == .syllable else { return }
    rate = stroke..<end
  }

  /// What a measure is per, behind what is measured: "Năng suất đạt 60 tạ thóc/ha".
  private func rateBehindStuff(_ end: (Int) -> Int) -> Range<Int>? {
    guard quantity.kind == .measure, quantity.rate == nil, let whole = indicator,
      whole.upperBound <= quantity.number,
      !quantity.unit.contains(where: { mark($0) == UInt8(ascii: "/") })
    else { return nil }
    var stroke = quantity.end
    while stroke < tokens.count, stroke < quantity.end + 2, tokens[stroke].kind == .syllable,
      !tokens[stroke].shape.contains(.capitalized)
    {
      stroke += 1
    }
    guard stroke > quantity.end, stroke < tokens.count, mark(stroke) == UInt8(ascii: "/") else {
      return nil
    }
    let behind = end(stroke)
    let endsClause = behind == tokens.count || tokens[behind].kind == .mark
    return behind > stroke && endsClause ? stroke..<behind : nil
  }

  /// Where the indicator stands, without the brackets in it.
  var indicatorSpans: [ByteSpan] {
    guard let indicator = indicator.map(withOpeningQuote) else { return [] }
    var spans: [ByteSpan] = []
    var start = indicator.lowerBound
    func add(_ end: Int) {
      if start < end {
        spans.append(ByteSpan(Int(tokens[start].start), Int(tokens[end - 1].end)))
      }
    }
    // "02 nghệ nhân trở lên được phong tặng"
    if let noun = quantity.noun, noun.lowerBound == indicator.lowerBound,
      quantity.unit.upperBound < quantity.end, quantity.end < indicator.upperBound
    {
      add(quantity.unit.upperBound)
      start = quantity.end
    }
    // "85% cơ sở trở lên đạt khá"
    if let bound = indicator.first(where: words.bounds.contains), bound >= quantity.end {
      add(bound)
      start = bound + Self.boundLength
    }
    // "02 buổi ngoại khóa/năm về an toàn"
    if let rate, rate.lowerBound > start, rate.upperBound < indicator.upperBound {
      add(rate.lowerBound)
      start = rate.upperBound
    }
    let rest = start..<max(start, indicator.upperBound)
    for bracket in words.brackets.starting(in: rest) where isAside(bracket, of: indicator) {
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
    // In "(B2C)" the number is part of a word.
    if let number = bracket.first(where: { tokens[$0].kind == .number }),
      tokens[number].shape.contains(.spaced) || tokens[number - 1].kind != .syllable
    {
      return true
    }
    // "(bao gồm cả hồ sơ một phần)"
    let first = bracket.lowerBound + 1
    if !words.parts.starting(in: first..<(first + 1)).isEmpty { return true }
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
    // "≥ 80% thuyền có phao": the mark that compares stands in the words before the number.
    let opening = start <= quantity.lead ? quantity.lead : quantity.number
    while start < opening, tokens[start].kind == .mark { start += 1 }
    var end = clause.range.upperBound
    while end > quantity.end, endsNothing(end - 1) { end -= 1 }
    return withOpeningQuote(start..<max(end, quantity.end))
  }

  /// Where the words end that go on behind the bracket of a share: "Một nửa số thôn (50%) đạt chuẩn".
  private var endBehindBracket: Int? {
    guard quantity.kind == .percent, let bracket = words.brackets.holding(quantity.number) else {
      return nil
    }
    let end =
      (bracket.upperBound..<tokens.count).first {
        tokens[$0].kind != .syllable || words.phraseEnds.contains($0) || words.joints[$0] != nil
          || context.times.times[$0] != nil
      } ?? tokens.count
    return end > bracket.upperBound ? end : nil
  }

  // MARK: Reading

  /// Reads the clause; false when it sets out no target.
  mutating func read() -> Bool {
    var start = strip(clause.range.lowerBound)
    clauseStart = start
    start = laterStart(from: start)
    var end = strivenName ?? quantity.lead
    start = min(start, end)
    end = trimmedEnd(start, end)
    noteChange(at: end)
    isSister = isJoined(start..<end)
    if isCompared, !isGoal, !isStriven { return false }
    // "không còn nhà tạm, 97% hộ dân dùng nước sạch": what stands before the comma is told.
    if quantity.kind == .percent, mark(quantity.lead - 1) == UInt8(ascii: ","),
      words.measured[start] == nil, !behind(percent: true).isEmpty
    {
      start = end
    }
    if endsWithPart(quantity.lead), words.measured[start] == nil, !behind(percent: true).isEmpty {
      start = end
      isPart = true
    }
    // "…, bình quân tăng 15%/năm": of what the clause before measures.
    // In "Khá 50%; Trung bình 24,5%" it is a name.
    // In "quỹ với mức bình quân 50 ngàn" it begins what is measured.
    // "Trung bình giảm 1,5%/năm" names nothing.
    if let beside = quantity.beside, beside <= start,
      isBehindAnother || quantity.direction != nil && quantity.kind == .percent,
      quantity.kind == .percent || words.measured[beside] == nil,
      quantity.lead != quantity.number && mark(quantity.lead) != UInt8(ascii: ":")
        || !tokens[beside].shape.contains(.capitalized)
    {
      end = start
    }
    if isMeanOfRate(start) { end = start }
    // "Giảm tỷ lệ hộ nghèo bình quân 1,7%/năm"
    if let beside = quantity.beside, beside > start, beside < end, quantity.kind == .percent,
      quantity.isPeriodic, quantity.lead == quantity.number, direction != nil
    {
      end = beside
    }
    readTime()
    // "năm 2025 đạt 61%, phấn đấu …": the level of a year that is over.
    if isDescribed || !isAhead {
      if let measure = words.measures.starting(in: start..<max(start, end)).first {
        described = measure.lowerBound..<end
      } else if start >= end, let lead, words.measured[lead.lowerBound] != nil {
        described = lead
      } else if start >= end, quantity.kind == .percent {
        // "Còn 15% hộ chưa dùng nước sạch, phấn đấu còn 5%"
        let behind = self.behind(percent: true)
        described = behind.isEmpty ? nil : behind
      }
      return false
    }
    guard read(start..<end) else { return false }
    if indicator == nil, let name = leadOfYears { indicator = name }
    // "Trồng rừng phòng hộ (chỉ tiêu 12 ha)"
    if indicator == nil, !isBehindAnother, let whole = clause.whole, whole.count <= 16 {
      let start = strip(whole.lowerBound, to: whole.upperBound)
      indicator =
        min(start, whole.upperBound)..<(endBehindBracket ?? trimmedEnd(start, whole.upperBound))
    }
    // A name has words: "5% 25,000,000" names nothing, nor does "năm 2028: 80%".
    guard let indicator else { return true }
    if let time = context.times.start(endingAt: indicator.upperBound), time <= indicator.lowerBound
    {
      return false
    }
    return indicator.first.map { tokens[$0].kind == .syllable } ?? false
  }
}
