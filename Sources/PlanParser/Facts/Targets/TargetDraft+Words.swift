import PlanModel
import PlanText

/// Finds where the words of a clause begin and end: before the number and behind it.
extension TargetDraft {
  // MARK: Before the number

  /// Where the words of a clause begin behind what only opens it.
  mutating func strip(_ from: Int, to limit: Int? = nil) -> Int {
    var start = from
    while start < limit ?? quantity.lead {
      if let end = words.joints[start], end <= quantity.lead {
        start = end
      } else if let end = words.joints[start], end <= quantity.number, quantity.has {
        // "(trong đó có 30 lao động nữ)", "(trong đó có thêm 05 xã)": "có" ends the joint, too.
        start = quantity.lead
      } else if words.served.contains(start) {
        start += 1
      } else if let time = context.times.range(at: start), context.times.times[start] != nil,
        time.upperBound <= quantity.lead
      {
        // "đến cuối năm 2030" is a time before it is "đến cuối năm".
        start = time.upperBound
      } else if let aim = words.aims[start], aim.opens, aim.end <= quantity.lead {
        note(aim)
        start = aim.end
      } else if let aim = words.aims[start], aim.kind == "strive", quantity.equals,
        aim.end == quantity.number
      {
        // "Mục tiêu là 100% hồ sơ được số hóa"
        note(aim)
        start = quantity.lead
      } else if let aim = words.aims[start], aim.kind == "reach", words.measured[aim.end] != nil {
        start = aim.end
      } else if tokens[start].kind == .mark, mark(start) != UInt8(ascii: "(") {
        start += 1
      } else {
        break
      }
    }
    return start
  }

  mutating func note(_ aim: TargetWords.Aim) {
    if aim.kind == "sum" { isSum = true }
    if aim.kind == "compared" { isCompared = true }
    if !["loose", "sum", "compared"].contains(aim.kind) { isAimed = true }
    if aim.kind == "strive" { isStriven = true }
    if aim.kind == "bring" { isBrought = true }
    if aim.kind == "raise" || aim.kind == "lower" {
      isMoved = true
      direction = aim.direction
    }
  }

  /// Where what is measured begins when other words stand before it: "…, phấn đấu tỷ lệ …".
  mutating func laterStart(from: Int) -> Int {
    var start = from
    if words.actions.contains(from), words.aims[from]?.kind != "none",
      let measure = (from + 1..<from + 4).first(where: { words.measured[$0] != nil }),
      measure < quantity.lead
    {
      leadVerb = from..<measure
      start = measure
    }
    // "Biên chế 45 người, trong đó đảng viên 20 đồng chí": the part alone.
    // In "Tỷ lệ hồ sơ (bao gồm cả hồ sơ một phần) đạt 70%" the bracket only adds to the name.
    if let part = words.parts.starting(in: start..<quantity.lead).last,
      part.lowerBound > start, part.upperBound < quantity.lead,
      words.brackets.holding(part.lowerBound).map({ $0.contains(quantity.number) }) ?? true
    {
      // "Giảm tai nạn, trong đó xử lý 100% vụ vi phạm": the part has a verb of its own.
      if isMoved, words.actions.contains(part.upperBound) {
        (isMoved, direction, clauseStart) = (false, nil, part.upperBound)
      }
      start = part.upperBound
    }
    var index = max(start + 1, words.measured[start] ?? 0)
    while index < quantity.lead {
      if let bracket = words.brackets.holding(index), !bracket.contains(quantity.number) {
        index = bracket.upperBound
      } else if let aim = words.aims[index], aim.opens, aim.end <= quantity.lead,
        aim.kind == "strive" || words.measured[aim.end] != nil
      {
        note(aim)
        if aim.kind == "strive", leadsToNumber(aim.end, from: start), isName(start..<index) {
          strivenName = index
          break
        }
        if aim.kind == "strive", let measure = measureStriven(start..<index, to: aim.end) {
          (start, strivenName) = (measure, index - 1)
          break
        }
        start = strip(aim.end)
        goalStart = aim.kind == "strive" ? start : goalStart
        index = max(start, index + 1)
      } else if let aim = words.aims[index], aim.kind == "raise" || aim.kind == "lower",
        quantity.reaches, quantity.direction == nil, aim.end + 1 < quantity.lead,
        words.measured[start] == nil, isBehindJoint(index)
      {
        // "nâng cao chất lượng các tiêu chí, đồng thời nâng tiêu chí bình quân đạt trên 12 tiêu chí"
        note(aim)
        start = aim.end
        goalStart = start
        index = start
      } else if let aim = words.aims[index], aim.kind == "hold", quantity.isShare,
        quantity.kind == .percent, mark(index - 1) == UInt8(ascii: ","), aim.end < quantity.lead,
        words.measured[start] == nil
      {
        // "Đẩy mạnh dạy nghề, bảo đảm nghề gốm chiếm 20% giá trị sản xuất"
        note(aim)
        start = aim.end
        goalStart = start
        index = start
      } else if let aim = words.aims[index], aim.kind == "hold", aim.end == quantity.number,
        quantity.value == ExactDecimal(digits: 100), quantity.kind == .percent,
        index - start <= 6, words.measured[start] == nil, !words.acts.contains(start),
        !words.actions.contains(start), !behind(percent: true).isEmpty
      {
        // "Công an xã bảo đảm 100% tin báo được tiếp nhận"
        note(aim)
        start = aim.end
        index = start
      } else if words.aims[index]?.kind == "each", mark(index - 1) == UInt8(ascii: ","),
        quantity.comparator == .le, quantity.lead - index <= 5,
        tokens[start..<index].contains(where: { $0.kind == .number })
      {
        // "Bố trí học 6 ngày/tuần, mỗi ngày không quá 7 tiết"
        (start, ownStart) = (index, index)
        index += 1
      } else if let time = dueTime(at: index) {
        // "Đẩy mạnh tuyên truyền để đến năm 2026 tỷ lệ …"
        (start, goalStart) = (time.upperBound, time.upperBound)
        index = start
      } else if let aim = words.aims[index], aim.kind == "reach", words.measured[start] == nil,
        words.measured[aim.end] != nil, aim.end < quantity.lead
      {
        // "các nhà máy đạt tổng công suất từ 55.000 tấn/năm"
        start = aim.end
        index = start
      } else if isWithMeasure(index, from: start) {
        // "Gieo cấy xong trước ngày 28/02 với cơ cấu giống mới chiếm 65%": the day is that of another.
        (start, ownStart) = (index, index)
        index = max(index + 1, words.measured[index] ?? 0)
      } else if words.measured[index] != nil,
        mark(index - 1) == UInt8(ascii: ",") || words.joints[index - 2] == index
      {
        // "Xã có mức sống cao, với thu nhập bình quân đạt trên 70 triệu đồng"
        start = index
        index = max(index + 1, words.measured[index] ?? 0)
      } else if let name = nameBehindJoint(index, from: start) {
        (start, index) = (name, quantity.lead)
      } else {
        index += 1
      }
    }
    return start
  }

  /// Where a name of few words begins that reaches the number behind a comma and "với": "Xã là trung tâm
  /// của vùng, hiện đại, với GRDP bình quân đạt 9.000 USD".
  private func nameBehindJoint(_ comma: Int, from start: Int) -> Int? {
    guard mark(comma) == UInt8(ascii: ","), let name = words.joints[comma], name > comma + 1,
      quantity.reaches, words.measured[start] == nil, words.aims[name] == nil,
      (1...Self.longestJoined).contains(quantity.lead - name),
      (name..<quantity.lead).allSatisfy({
        tokens[$0].kind == .syllable && words.joints[$0] == nil && !words.acts.contains($0)
      })
    else { return nil }
    return name
  }

  /// How many words may name what a number behind a comma and "với" is of.
  private static var longestJoined: Int { 8 }

  /// Whether a measure begins at a token behind "với" and a time of what stands before them.
  private func isWithMeasure(_ index: Int, from start: Int) -> Bool {
    guard words.measured[index] != nil || words.wholes.contains(index),
      words.joints[index - 1] == index,
      let time = context.times.start(endingAt: index - 1)
    else { return false }
    return time > start
  }

  /// Whether nothing but times stands between a token and the words before the number, which is the
  /// level of what is named from another token on.
  private func leadsToNumber(_ from: Int, from start: Int) -> Bool {
    var place = from
    while place < quantity.lead, let time = context.times.range(at: place) {
      place = time.upperBound
    }
    guard place == quantity.lead else { return false }
    // "Tỷ lệ hộ nghèo phấn đấu dưới 2%"
    return quantity.reaches
      || words.measured[start] != nil && behind(percent: quantity.kind == .percent).isEmpty
  }

  /// Where the measure begins at the end of what stands before "phấn đấu" and a comma, which only a
  /// change follows: "Tập trung thu ngân sách, phấn đấu vượt dự toán giao 5%".
  private func measureStriven(_ before: Range<Int>, to end: Int) -> Int? {
    guard !isBehindAnother, quantity.direction != nil, mark(before.upperBound - 1) == 0x2C,
      leadsToNumber(end, from: before.lowerBound),
      behind(percent: quantity.kind == .percent).isEmpty
    else { return nil }
    return words.measures.starting(in: before).last?.lowerBound
  }

  /// Whether words name what "phấn đấu" behind them strives for: "Tỷ lệ hộ nghèo phấn đấu còn 5%",
  /// but not "Các trường phấn đấu đạt 90% học sinh khá".
  private func isName(_ range: Range<Int>) -> Bool {
    guard let last = range.last, mark(last) == 0 || words.brackets.holding(last) != nil,
      words.aims[range.lowerBound] == nil, !isBehindJoint(range.upperBound)
    else { return false }
    if words.measured[range.lowerBound] != nil { return true }
    return range.count > 1 && !words.actions.contains(range.lowerBound)
      && !words.groups.contains(range.lowerBound)
      && !words.placeNames.contains(range.lowerBound)
      && range.allSatisfy { tokens[$0].kind == .syllable && !words.phraseEnds.contains($0) }
      && behind(percent: quantity.kind == .percent).isEmpty
  }

  /// Whether a comma or a joint like "đồng thời" ends right before a token.
  private func isBehindJoint(_ index: Int) -> Bool {
    mark(index - 1) == UInt8(ascii: ",") || (2...3).contains { words.joints[index - $0] == index }
  }

  /// The time at a token by which what is measured right behind it is to be reached.
  private func dueTime(at token: Int) -> Range<Int>? {
    guard let time = context.times.range(at: token), context.times.times[token]?.by != nil,
      time.upperBound < quantity.lead, words.measured[time.upperBound] != nil
    else { return nil }
    return time
  }

  /// Where the words before the number end, without times, prepositions and marks.
  func trimmedEnd(_ start: Int, _ from: Int) -> Int {
    var end = from
    while end > start {
      if endsNothing(end - 1) {
        end -= 1
      } else if quantity.reaches, !words.estimates.starting(in: (end - 1)..<end).isEmpty {
        // "tổng doanh thu ước đạt 6,5 tỷ đồng"
        end -= 1
      } else if isMoved, end - start > 2, let pace = words.aims[end - 2], pace.kind == "loose",
        pace.end == end, words.countEnds.contains(end - 2)
      {
        // "Giảm tỷ lệ hộ nghèo mỗi năm 2%"
        end -= 2
      } else if let level = words.levels[end], level >= start, !isInMeasure(level, from: start) {
        // "Thu nhập bình quân hiện đạt 52 triệu đồng"
        end = level
      } else if let time = context.times.start(endingAt: end), time >= start {
        end = time
      } else if quantity.lead == quantity.number, quantity.kind == .count,
        let set = words.sets[end], set >= start
      {
        // "Duy trì hệ thống 12 xưởng dệt"
        end = set
      } else if let word = words.prepositions[end] ?? words.holds[end], word >= start {
        // "Thu ngân sách trên địa bàn đạt 2 tỷ đồng": the verb parts the place from the number.
        // "Thu ngân sách nhà nước trên địa bàn 6.800 triệu đồng": an indicator of its own.
        if quantity.reaches || mark(quantity.number - 1) == UInt8(ascii: ":")
          || quantity.kind != .count && words.measured[start] != nil,
          words.places.contains(end), end - word > 2
        {
          break
        }
        // "tỷ lệ sinh con thứ 3 trở lên"
        if words.comparisons[word - 1] != nil { break }
        end = word
      } else {
        break
      }
    }
    return end
  }

  /// Notes the change that a time parts from its number: "Năng suất tăng bình quân giai đoạn 2026 - 2030
  /// đạt 7%".
  mutating func noteChange(at end: Int) {
    guard quantity.kind == .percent, quantity.direction == nil, end < quantity.lead,
      let change = words.aims[end], change.direction != nil,
      (change.end + 2...change.end + 4).contains(where: { words.levels[$0] == end })
    else { return }
    note(change)
  }

  /// Whether a token goes on with the words of a measure: "tốc độ tăng bình quân".
  private func isInMeasure(_ token: Int, from start: Int) -> Bool {
    words.measures.starting(in: start..<token).last.map { $0.upperBound > token } ?? false
  }

  // MARK: Behind the number

  /// The words behind the quantity that name what is counted.
  func behind(percent: Bool) -> Range<Int> {
    var start = quantity.end
    var end = clause.range.upperBound
    // "100% (12/12) thôn có nhà văn hóa"
    // In "Tốt 36% (191 em)" nothing stands behind it.
    if percent, let bracket = words.brackets.holding(start), bracket.lowerBound == start {
      start = min(bracket.upperBound, max(start, end))
    }
    if percent, words.copulas.contains(start) { start += 1 }
    if percent, let name = nameBehindTime(at: start), name < end { start = name }
    // "trồng dặm 12,5 ha đã trồng năm 2025": which ones, and no name.
    if quantity.kind == .measure, quantity.noun == nil,
      !words.past.starting(in: start..<start + 1).isEmpty
    {
      return start..<start
    }
    // "Toàn bộ (100%) khu công nghiệp"
    if mark(start) == UInt8(ascii: ")"), words.brackets.holding(start) == nil {
      start = min(start + 1, max(start, end))
    }
    // "Trồng rừng 500 ha (rừng sản xuất)"
    if !percent, quantity.noun == nil, let bracket = words.brackets.holding(start),
      bracket.lowerBound == start, !tellsShare(bracket)
    {
      end = min(start, end)
    }
    for bracket in words.brackets.starting(in: start..<end) {
      // "10/12 thôn (83,3%) đạt danh hiệu …": the share of those that are counted.
      if bracket.lowerBound > start, !percent && !tellsShare(bracket) || bracket.upperBound >= end {
        end = bracket.lowerBound
        break
      }
    }
    var index = start
    var isNumbered = false
    while index < end {
      if words.phraseEnds.contains(index) { break }
      if !percent, words.countEnds.contains(index), !bounds(index) { break }
      if !percent, let bracket = words.brackets.holding(index), bracket.lowerBound == index,
        tellsShare(bracket)
      {
        index = bracket.upperBound
        continue
      }
      // "300 bản đồ và 50 văn bia"
      if !percent, let next = words.joints[index], next < end, tokens[next].kind == .number {
        break
      }
      // "từ 80 đảng viên mới trở lên", but "khách sạn đạt 3 sao trở lên", "từ 90% chi bộ hoàn thành tốt
      // nhiệm vụ trở lên"
      if words.comparisons[index] != nil,
        words.bounds.contains(index) || !percent && !isNumbered,
        !words.ranked.contains(index)
      {
        // "85% cơ sở trở lên đạt khá"
        let next = index + Self.boundLength
        guard percent, words.bounds.contains(index), next < end, tokens[next].kind == .syllable
        else { break }
        index = next
        continue
      }
      if tokens[index].kind == .number { isNumbered = true }
      if let time = context.times.range(at: index) {
        if context.times.times[index] != nil { break }
        index = time.upperBound
        continue
      }
      // "65 em = 25%": the same in another unit.
      if mark(index) == UInt8(ascii: "=") { break }
      // "Kiểm tra 100% cơ sở, xử lý vi phạm": another verb of the same list.
      if percent, mark(index) == UInt8(ascii: ","), quantity.action != nil,
        words.acts.contains(index + 1), !(start..<index).contains(where: words.acts.contains)
      {
        break
      }
      // "01 đội văn nghệ, sinh hoạt 02 buổi/tháng": what else is done, and how often.
      if !percent, mark(index) == UInt8(ascii: ","), words.acts.contains(index + 1),
        hasNumberSoon(behind: index + 1, before: end)
      {
        break
      }
      if percent, mark(index) == UInt8(ascii: ","), isOfSeveral(start, past: index, before: end) {
        index += 1
        continue
      }
      if percent, mark(index) == UInt8(ascii: ","),
        joinsMeasures(index, before: end) || namesFurther(index + 1, before: end)
      {
        index += 1
        continue
      }
      if let behind = quoteEnd(index, before: end) {
        index = behind
        continue
      }
      if mark(index) == UInt8(ascii: ","), !words.pairs.contains(index),
        !percent || !goesOn(index + 1, from: start),
        opensClause(index + 1) || !percent && index + 1 < end && tokens[index + 1].kind == .number
      {
        break
      }
      index += 1
    }
    end = min(index, end)
    while end > start, endsNothing(end - 1) || endsWithPace(start, &end) { end -= 1 }
    return start..<max(start, end)
  }

  /// How many tokens a bound behind a noun has: "trở lên".
  static var boundLength: Int { 2 }

  /// Whether a number stands few words behind a token, and no mark between.
  private func hasNumberSoon(behind start: Int, before end: Int) -> Bool {
    (start..<max(start, min(end, start + 6))).first { tokens[$0].kind != .syllable }
      .map { tokens[$0].kind == .number } ?? false
  }

  /// Whether one share is set for several measures, the last behind a joint: "Giảm 5% số vụ, số
  /// người chết và số người bị thương".
  private func isOfSeveral(_ start: Int, past comma: Int, before end: Int) -> Bool {
    let rest = comma + 1..<max(comma + 1, end)
    guard quantity.direction != nil || isMoved, words.measured[start] != nil,
      words.measured[comma + 1] != nil, rest.allSatisfy({ tokens[$0].kind != .number })
    else { return false }
    return rest.contains { place in
      tokens[place].kind == .syllable
        && words.joints[place].map { words.measured[$0] != nil } ?? false
    }
  }

  /// Whether a measure goes on with the list that begins with one: "8% số vụ đuối nước, số trẻ đuối
  /// nước".
  private func goesOn(_ index: Int, from start: Int) -> Bool {
    words.measured[start] != nil && words.measured[index] != nil
      && !tokens[index].shape.contains(.capitalized)
      && sameWords(start..<(start + 1), index..<(index + 1))
  }

  /// How many tokens may stand behind a comma that parts two measures.
  private static var longestMeasures: Int { 40 }

  /// Whether a comma parts two measures of which no number is told: "có năng suất, thu nhập cao hơn".
  private func joinsMeasures(_ comma: Int, before end: Int) -> Bool {
    guard words.measured[comma + 1] != nil, comma > 4, quantity.end < comma - 1,
      end - comma <= Self.longestMeasures,
      words.measures.starting(in: comma - 4..<comma).contains(where: { $0.upperBound == comma })
    else { return false }
    return (comma + 1..<max(comma + 1, end)).allSatisfy { tokens[$0].kind != .number }
  }

  /// Whether the last words tell how often, which `end` then leaves but for one: "5% số hộ mỗi năm".
  private func endsWithPace(_ start: Int, _ end: inout Int) -> Bool {
    guard end - start > 3, let aim = words.aims[end - 2], aim.kind == "loose", aim.end == end,
      words.countEnds.contains(end - 2), context.times.range(at: end - 2) == nil
    else { return false }
    end -= 1
    return true
  }

  /// Whether a word opens a bound that belongs to the name: "khách sạn từ 3 sao trở lên".
  private func bounds(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .number else { return false }
    return (index + 2...index + 4).contains { words.comparisons[$0] != nil }
  }

  /// Whether nothing but marks, times and brackets stands behind the quantity.
  var endsClause: Bool {
    var index = quantity.end
    while index < clause.range.upperBound {
      if let time = context.times.range(at: index), context.times.times[index] != nil {
        index = time.upperBound
      } else if mark(index) == UInt8(ascii: "("),
        let bracket = words.brackets.holding(index), bracket.lowerBound == index
      {
        index = bracket.upperBound
      } else if endsNothing(index) {
        index += 1
      } else {
        // "772 ha, trong đó:"
        return words.joints[index].map { $0 >= clause.range.upperBound } ?? false
      }
    }
    return true
  }

  /// Whether a token begins a clause of its own.
  func opensClause(_ index: Int) -> Bool {
    words.measured[index] != nil || words.actions.contains(index)
      || words.aims[index].map { $0.kind != "reach" } ?? false
  }
}
