import PlanModel
import PlanText

/// Cuts a leaf into the clauses of its quantities.
struct TargetClauses {
  /// The leaf and its quantities.
  let context: TargetContext
  /// What its words tell.
  let words: TargetWords
  /// The bytes of the text.
  let bytes: [UInt8]

  /// The brackets that only add to what stands before them.
  private let asides: SortedRanges

  init(context: TargetContext, words: TargetWords, bytes: [UInt8]) {
    self.context = context
    self.words = words
    self.bytes = bytes
    asides = Self.asides(context, words, bytes)
  }

  var tokens: [Token] { context.leaf.tokens }

  /// The longest run-in lead, in tokens.
  private static let longestLead = 14

  /// A stretch between semicolons, colons and full stops.
  struct Segment {
    var range: Range<Int>
    var sentence: Range<Int>
    var lead: Range<Int>?
    /// What announces its targets.
    var goalLead: Range<Int>?
    /// What stands before the bracket that it is.
    var whole: Range<Int>?
  }

  /// One clause for each quantity that has one, in order.
  func cut() -> [TargetClause] {
    var clauses: [TargetClause] = []
    var next = 0
    for segment in segments() {
      var outer: [Int] = []
      var inner: [(quantity: Int, bracket: Range<Int>)] = []
      while next < context.quantities.count,
        context.quantities[next].number < segment.range.upperBound
      {
        let number = context.quantities[next].number
        if number >= segment.range.lowerBound {
          if let bracket = asides.holding(number) {
            inner.gather((next, bracket))
          } else {
            outer.gather(next)
          }
        }
        next += 1
      }
      clauses += cut(segment, outer)
      clauses += breakdown(segment, outer, inner)
    }
    return clauses.sorted { $0.quantity < $1.quantity }
  }

  // MARK: Segments

  private func segments() -> [Segment] {
    var result: [Segment] = []
    var pending = 0
    var start = 0
    var sentenceStart = 0
    var lead: Range<Int>?
    var goalLead: Range<Int>?
    var whole: Range<Int>?
    /// Whether the lead is a total that is told in parts: "Tổng đàn: 900 con, trong đó: …".
    var isTotal = false
    var quantity = 0
    func close(_ end: Int) {
      if start < end {
        result.gather(
          Segment(
            range: start..<end, sentence: sentenceStart..<end, lead: lead, goalLead: goalLead,
            whole: whole))
      }
    }
    func endSentence(_ index: Int) {
      close(index)
      for place in pending..<result.count { result[place].sentence = sentenceStart..<index }
      pending = result.count
      start = index + 1
      sentenceStart = start
      (lead, goalLead, whole) = (nil, nil, nil)
    }
    for index in tokens.indices where tokens[index].kind == .mark {
      if asides.holding(index) != nil || isOfNumber(index) { continue }
      if let end = words.labels[index] {
        close(index)
        start = end
        continue
      }
      if index < start { continue }
      if partsQuantities(index) {
        close(index)
        start = index + 1
        continue
      }
      while quantity < context.quantities.count, context.quantities[quantity].end <= index {
        quantity += 1
      }
      switch bytes[Int(tokens[index].start)] {
      case UInt8(ascii: ";"):
        if joinsSubjects(index, from: start) { continue }
        close(index)
        start = index + 1
        if isTotal, endsParts(index) { lead = nil }
      case UInt8(ascii: "(") where words.brackets.holding(index) != nil:
        let before = start..<index
        endSentence(index)
        let isMeasured =
          quantity < context.quantities.count && context.quantities[quantity].lead == index + 1
        if isMeasured || words.setsOut(index + 1) { whole = before }
      case UInt8(ascii: ")") where words.brackets.holding(index) != nil: endSentence(index)
      case UInt8(ascii: ":"):
        // "tỷ lệ bản đồ 1:50.000"
        if isInsideNumber(index) { continue }
        // "Số lớp: 12 lớp" is one clause.
        if quantity < context.quantities.count, context.quantities[quantity].lead <= index {
          continue
        }
        let opens = start == sentenceStart && result.count == pending
        close(index)
        goalLead = words.goalLeads.starting(in: start..<index).last { $0.upperBound == index + 1 }
        if opens, wordsBesideTimes(start..<index) <= Self.longestLead, index > start {
          (lead, isTotal) = (start..<index, false)
          if let total = self.quantity(endingBy: index), total.number >= start, total.lead > start {
            (lead, isTotal) = (start..<total.lead, true)
          }
        } else if lead != nil, names(start..<index) {
          // "Cây lúa: diện tích 207 ha; cây ngô: diện tích 40 ha"
          (lead, isTotal) = (start..<index, false)
        }
        start = index + 1
      case UInt8(ascii: ".") where endsSentence(index): endSentence(index)
      case UInt8(ascii: "+") where isBullet(index), UInt8(ascii: "*") where isBullet(index),
        UInt8(ascii: "-") where isBullet(index):
        endSentence(index)
      default: continue
      }
    }
    close(tokens.count)
    for place in pending..<result.count { result[place].sentence = sentenceStart..<tokens.count }
    return result
  }

  /// How many tokens tell no time.
  private func wordsBesideTimes(_ range: Range<Int>) -> Int {
    context.times.told(in: range).reduce(range.count) { $0 - $1.count }
  }

  /// Whether the tokens before a colon only name whose the quantities behind it are.
  private func names(_ range: Range<Int>) -> Bool {
    guard (1...8).contains(range.count), words.joints[range.lowerBound] == nil,
      words.aims[range.lowerBound] == nil
    else { return false }
    return range.allSatisfy { tokens[$0].kind == .syllable && !words.phraseEnds.contains($0) }
  }

  /// Whether a semicolon ends the parts of a total: behind it a name has a colon of its own, as the
  /// parts have not.
  private func endsParts(_ index: Int) -> Bool {
    let count = quantities(endingBy: index)
    guard count > 0, count < context.quantities.count else { return false }
    func hasColon(_ quantity: Quantity) -> Bool {
      quantity.number > 0 && bytes[Int(tokens[quantity.number - 1].start)] == UInt8(ascii: ":")
    }
    return hasColon(context.quantities[count]) && !hasColon(context.quantities[count - 1])
  }

  /// Whether a dash parts a quantity from the next: "Nông nghiệp 30% - Công nghiệp 40%".
  private func partsQuantities(_ index: Int) -> Bool {
    return isDash(index) && tokens[index].shape.contains(.spaced) && index + 1 < tokens.count
      && tokens[index + 1].shape.isSuperset(of: [.spaced, .capitalized])
      && endsQuantity(index)
  }

  /// Whether a token is a dash.
  private func isDash(_ index: Int) -> Bool {
    let first = Int(tokens[index].start)
    return bytes[first] == UInt8(ascii: "-")
      || tokens[index].end - tokens[index].start == 3 && bytes[first] == 0xE2
        && bytes[first + 1] == 0x80 && bytes[first + 2] == 0x93
  }

  /// Whether a quantity, or the bracket it stands in, ends before a token.
  private func endsQuantity(_ index: Int) -> Bool {
    guard let end = quantity(endingBy: index)?.end else { return false }
    return end == index
      || end == index - 1 && bytes[Int(tokens[index - 1].start)] == UInt8(ascii: ")")
  }

  /// The last quantity that ends at or before a token.
  private func quantity(endingBy place: Int) -> Quantity? {
    let count = quantities(endingBy: place)
    return count > 0 ? context.quantities[count - 1] : nil
  }

  /// Whether a mark stands in a number that blanks cut: "98, 5%".
  private func isOfNumber(_ index: Int) -> Bool {
    let count = quantities(endingBy: index)
    guard count < context.quantities.count else { return false }
    let quantity = context.quantities[count]
    return quantity.number < index && index < quantity.unit.lowerBound
  }

  /// How many quantities end at or before a token.
  private func quantities(endingBy place: Int) -> Int {
    var low = 0
    var high = context.quantities.count
    while low < high {
      let middle = (low + high) / 2
      if context.quantities[middle].end <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a semicolon joins those that one share is of: "100% các thôn, tổ dân phố; các trường
  /// học xây dựng kế hoạch": nothing is told of them before it.
  private func joinsSubjects(_ index: Int, from start: Int) -> Bool {
    guard words.groups.contains(index + 1), !tokens[index + 1].shape.contains(.capitalized),
      let share = quantity(endingBy: index), share.number >= start, share.kind == .percent,
      words.groups.contains(share.end), index - share.end <= 16
    else { return false }
    return !(share.end..<index).contains {
      words.acts.contains($0) || words.phraseEnds.contains($0)
    }
  }

  /// Whether a mark begins an entry of a list in a cell: "…; - Tổng số mẫu: 28 * Tổng …".
  private func isBullet(_ index: Int) -> Bool {
    guard case .cell = context.leaf.kind, index > 0, index + 1 < tokens.count,
      tokens[index].shape.contains(.spaced),
      tokens[index + 1].shape.isSuperset(of: [.spaced, .capitalized])
    else { return false }
    return bytes[Int(tokens[index].start)] != UInt8(ascii: "-") || tokens[index - 1].kind == .mark
  }

  /// Whether a mark stands between two numbers without a space.
  private func isInsideNumber(_ index: Int) -> Bool {
    index > 0 && index + 1 < tokens.count && tokens[index - 1].kind == .number
      && tokens[index + 1].kind == .number && !tokens[index].shape.contains(.spaced)
      && !tokens[index + 1].shape.contains(.spaced)
  }

  /// Whether a full stop ends a sentence, not a numeral or an abbreviation.
  private func endsSentence(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return true }
    let next = tokens[index + 1]
    if !next.shape.contains(.spaced) { return false }
    if next.kind == .syllable {
      return next.shape.contains(.capitalized) && !tellsPart(index + 1)
    }
    // "… 2.640 ha. (trong đó: Ngô 1.500 ha; …)": the parts of what stands before the full stop.
    return bytes[Int(next.start)] != UInt8(ascii: "(")
      || words.parts.starting(in: index + 2..<index + 3).isEmpty
  }

  /// Whether "Trong đó" and a number begin at a token behind a full stop: "Trong đó 02 lớp dệt lụa".
  private func tellsPart(_ place: Int) -> Bool {
    guard let part = words.parts.starting(in: place..<(place + 1)).first else { return false }
    let quantities = context.quantities
    var (low, high) = (0, quantities.count)
    while low < high {
      let middle = (low + high) / 2
      if quantities[middle].number < part.upperBound { low = middle + 1 } else { high = middle }
    }
    return low < quantities.count && quantities[low].kind == .count
      && quantities[low].lead == part.upperBound
  }

  /// The brackets without those that hold all amounts of a list of objectives: "Cây trồng (Lúa:
  /// diện tích đạt 207 ha, sản lượng đạt 2.898 tấn)".
  private static func asides(
    _ context: TargetContext, _ words: TargetWords, _ bytes: [UInt8]
  ) -> SortedRanges {
    let own = ownBrackets(context, words, bytes)
    if !own.isEmpty {
      var rest = SortedRanges()
      for range in words.brackets.ranges where !own.contains(range.lowerBound) {
        rest.append(range)
      }
      return rest
    }
    guard context.around.isGoal, let bracket = words.brackets.ranges.first,
      context.quantities.count > 1,
      context.quantities.allSatisfy({ words.brackets.holding($0.number) == bracket })
    else { return words.brackets }
    var rest = SortedRanges()
    for range in words.brackets.ranges.dropFirst() { rest.append(range) }
    return rest
  }

  // MARK: Clauses

  private func cut(_ segment: Segment, _ quantities: [Int]) -> [TargetClause] {
    var starts: [(quantity: Int, start: Int)] = []
    for (place, number) in quantities.enumerated() {
      if place == 0 {
        starts.gather((number, segment.range.lowerBound))
        continue
      }
      let previous = context.quantities[quantities[place - 1]]
      let start = boundary(
        after: previous, before: context.quantities[number],
        leading: isLeading(previous, from: starts.last?.start ?? segment.range.lowerBound))
      if let start { starts.gather((number, start)) }
    }
    var clauses: [TargetClause] = []
    for (place, entry) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1].start : segment.range.upperBound
      clauses.gather(
        TargetClause(
          quantity: entry.quantity, range: entry.start..<max(end, entry.start),
          sentence: segment.sentence, segment: segment.range.lowerBound, lead: segment.lead,
          goalLead: segment.goalLead, whole: segment.whole))
    }
    return clauses
  }

  /// Whether what is counted stands behind the number.
  private func isLeading(_ quantity: Quantity, from start: Int) -> Bool {
    // "khu vực dịch vụ trên 40%, khu vực nông, lâm, thủy sản dưới 10%"
    // "rừng sản xuất 450 ha, rừng phòng hộ, đặc dụng 50 ha"
    let isNamedBefore =
      quantity.kind == .percent
      ? quantity.compares
      : quantity.kind == .measure && !hasVerb(quantity, from: start)
    if isNamedBefore, quantity.lead - start > 2,
      quantity.end < tokens.count,
      bytes[Int(tokens[quantity.end].start)] == UInt8(ascii: ",")
    {
      return false
    }
    if quantity.kind == .count || quantity.action != nil || quantity.has {
      return !quantity.reaches
    }
    if quantity.lead - start <= 2 { return true }
    return !quantity.reaches && words.measures.starting(in: start..<quantity.lead).isEmpty
  }

  /// Whether the verb of a quantity is none that ends a name: "rừng sản xuất 450 ha".
  private func hasVerb(_ quantity: Quantity, from start: Int) -> Bool {
    guard let verb = quantity.action else { return false }
    return verb.lowerBound <= start || tokens[verb.lowerBound - 1].kind == .mark
      || words.joints[verb.lowerBound - 1] != nil || verb.upperBound < quantity.lead
  }

  /// Where the clause of a quantity begins behind the one before it; `nil` when nothing parts
  /// them, so that the second belongs to the first.
  private func boundary(after previous: Quantity, before next: Quantity, leading: Bool) -> Int? {
    guard previous.end <= next.lead else { return nil }
    // "110/110 cháu đạt 100%": how many, and the share they are.
    if previous.end == next.lead, next.kind == .percent, next.reaches, isFraction(previous) {
      return previous.end
    }
    var joints: [Int] = []
    var index = previous.end
    // "nông nghiệp - công nghiệp - dịch vụ là 43% - 31% - 26%"
    if previous.kind == .percent, next.kind == .percent, previous.end + 1 == next.lead,
      isDash(previous.end)
    {
      return previous.end
    }
    while index < next.lead {
      if let bracket = asides.holding(index) {
        index = bracket.upperBound
      } else if words.pairs.contains(index) {
        index += 1
      } else if let end = words.joints[index] {
        let behind = min(end, next.lead)
        if behind == next.lead || opens(behind, next) {
          // "…, không còn tiêu chí mức 1, tăng thêm 05 tiêu chí": what is told without a number.
          let isBare = behind < next.lead && words.aims[behind]?.kind == "none"
          return isBare ? lastJoint(from: end, before: next) ?? index : index
        }
        joints.gather(index)
        index = max(end, index + 1)
      } else {
        index += 1
      }
    }
    if next.isBehindStroke { return next.number - 1 }
    // "100% xã, phường, thị trấn có từ 01 đến 02 cộng tác viên"
    if previous.kind == .percent, next.has, listsNames(previous.end..<next.lead) {
      return next.lead
    }
    if next.action.map({ $0.lowerBound == previous.end }) == true { return previous.end }
    // "Hỗ trợ 500.000 đồng/học sinh cho 120 học sinh nghèo": the sum is a norm, the pupils are counted.
    let isPerHead =
      previous.kind == .money
      && previous.unit.contains { bytes[Int(tokens[$0].start)] == UInt8(ascii: "/") }
    if previous.kind == .count || isPerHead, next.kind == .count,
      let word = (previous.end..<next.lead).last, words.served.contains(word)
    {
      // "lớp đón khách, nấu ăn, dẫn đường cho 160 người": the commas part what the first counts.
      guard let last = joints.last else { return word }
      return next.action.map { $0.lowerBound > last } ?? false ? last : word
    }
    return leading ? joints.last : joints.first ?? previous.end
  }

  /// Whether nothing but short names stand between joints.
  private func listsNames(_ range: Range<Int>) -> Bool {
    var (count, index, isList) = (0, range.lowerBound, false)
    while index < range.upperBound {
      if let end = words.joints[index] {
        guard (1...3).contains(count) else { return false }
        (count, isList) = (0, true)
        index = max(end, index + 1)
        continue
      }
      guard tokens[index].kind == .syllable, !words.acts.contains(index),
        !words.actions.contains(index), words.measured[index] == nil,
        !words.phraseEnds.contains(index), !words.countEnds.contains(index)
      else { return false }
      count += 1
      index += 1
    }
    return isList && (1...3).contains(count)
  }

  /// The joint behind a token that stands right before the verb of a count.
  private func lastJoint(from start: Int, before next: Quantity) -> Int? {
    guard next.action != nil, next.action?.lowerBound == next.lead else { return nil }
    return (start..<max(start, next.lead)).last { words.joints[$0] == next.lead }
  }

  /// Whether a count is some of a whole: "18/22 thợ".
  private func isFraction(_ count: Quantity) -> Bool {
    count.kind == .count && count.unit.lowerBound > count.number + 2
      && (count.number..<count.unit.lowerBound).contains {
        bytes[Int(tokens[$0].start)] == UInt8(ascii: "/")
      }
  }

  /// Whether a token begins something new: a measure, an aim, the verb of a count.
  private func opens(_ index: Int, _ next: Quantity) -> Bool {
    if words.measured[index] != nil { return true }
    // "công nghiệp và xây dựng tăng 11%": what the number's own verb stands behind is no verb.
    if words.actions.contains(index) { return !next.reaches || next.lead > index + 2 }
    return words.aims[index].map {
      $0.kind != "loose" && $0.kind != "sum" && ($0.opens || $0.kind == "none")
    } ?? false
  }
}
