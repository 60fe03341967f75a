import PlanModel
import PlanText

/// Tells sections from items: whether a numbered unit has a heading or is its text.
extension PlanReader {
  /// The words of a run-in title at most.
  static let runInWords = 12
  /// The words of the name of a body that stands in a list at most.
  static let namedWords = 7
  /// The words of a full sentence that makes a unit an item.
  static let sentenceWords = 20
  /// The words of a heading that a full stop ends at most.
  static let stoppedWords = 30
  /// The words of a heading without closing mark at most.
  static let headingWords = 60

  /// The bytes that a heading has at most; that a sentence of more than twenty words has at
  /// least; and in which a run-in title ends.
  static let headingBytes = 560
  static let sentenceBytes = 190
  static let runInBytes = 150

  /// How a unit is read.
  enum UnitReading: Equatable {
    /// A section whose heading is the unit's text.
    case section
    /// A section whose heading ends at an offset; the rest is its first paragraph.
    case runIn(heading: Int, rest: Int)
    /// An item.
    case item
    /// A section when a unit beside it is one, else an item.
    case likeOthers
    /// A section when most units beside it are sections, else an item.
    case likeMost
    /// An item when it ends a list of items, else a section.
    case unlessList
    /// As `runIn` when most units beside it are sections, else an item.
    case runInLikeMost(heading: Int, rest: Int)

    /// Whether the units beside it decide.
    var asksOthers: Bool {
      switch self {
      case .likeOthers, .likeMost, .unlessList, .runInLikeMost: true
      case .section, .runIn, .item: false
      }
    }
  }

  /// The reading of each of some drafts; `.item` for what is no unit.
  mutating func readings(of drafts: ArraySlice<Draft>, children: DraftChildren) -> [UnitReading] {
    var readings: [UnitReading] = []
    readings.reserveCapacity(drafts.count)
    var asksOthers = false
    for index in drafts.indices {
      var reading = reading(
        drafts[index], children: children.count(under: index), divided: isDivided(index, drafts))
      if reading == .section, isLabelledTask(index, drafts) { reading = .item }
      readings.append(reading)
      if reading.asksOthers { asksOthers = true }
    }
    guard asksOthers else { return readings }
    // Units of one parent and family hold together: a bare title beside sections is one.
    var units: [Series: (all: Int, sections: Int, titles: Int, items: Int, last: Int)] = [:]
    /// Those behind which the numbers begin anew, as they do behind a title.
    var before: Set<Int> = []
    for (index, (draft, reading)) in zip(drafts, readings).enumerated() {
      guard let series = Series(draft) else { continue }
      var known = units[series] ?? (0, 0, 0, 0, 0)
      let last = drafts[drafts.startIndex + known.last].marker
      if known.all > 0, let last, let own = draft.marker, own.value <= last.value {
        before.insert(known.last)
      }
      known.all += 1
      known.last = index
      switch reading {
      case .section, .runIn: known.sections += 1
      case .item: known.items += 1
      case .unlessList: known.titles += 1
      case .likeOthers, .likeMost, .runInLikeMost: break
      }
      units[series] = known
    }
    for (index, draft) in drafts.enumerated() {
      guard readings[index].asksOthers else { continue }
      let (all, sections, titles, items, last) =
        Series(draft).flatMap { units[$0] } ?? (0, 0, 0, 0, 0)
      switch readings[index] {
      // "3.4. Tổ đếm phiếu lập biên bản" beside sentences is one, whatever stands under another.
      case .likeOthers:
        let isTitle = sections >= items || before.contains(index)
        readings[index] = sections > 0 && isTitle ? .section : .item
      case .unlessList:
        // "2. Cán bộ thôn." / "Mỗi thôn cử hai người.": a remark under the last of a list.
        let next = drafts.startIndex + index + 1
        let remarked = next < drafts.endIndex && drafts[next].marker == nil
        let endsList = items > 0 && items == all - 1 && last == index && remarked
        readings[index] = endsList ? .item : .section
      case .likeMost:
        // "4. Chính sách hỗ trợ." beside sections is one.
        let most = sections > 0 ? sections + titles : 0
        readings[index] = most * 2 > all ? .section : .item
      case .runInLikeMost(let heading, let rest):
        readings[index] = sections * 2 > all ? .runIn(heading: heading, rest: rest) : .item
      case .section, .runIn, .item: continue
      }
    }
    return readings
  }

  /// The units of one parent and one numbering.
  private struct Series: Hashable {
    var parent: Int
    var family: Int

    /// The units beside a draft; `nil` for what is no unit.
    init?(_ draft: Draft) {
      guard let marker = draft.marker else { return nil }
      parent = draft.parent
      family = marker.family.rawValue
    }
  }

  /// Whether the numbers right below a unit go on with its own, as "2.1." does with "2.".
  private func isDivided(_ index: Int, _ drafts: ArraySlice<Draft>) -> Bool {
    guard let own = drafts[index].marker, own.family == .number || own.family == .dotted,
      index + 1 < drafts.endIndex, drafts[index + 1].parent == index,
      let inner = drafts[index + 1].marker
    else { return false }
    return inner.family == .dotted && inner.values.dropLast().elementsEqual(own.values)
  }

  /// Whether a unit of more than twenty words without a closing mark tells work, and the bullet
  /// below it tells who leads it.
  ///
  /// "1. Hoàn thành việc …" / "- Đơn vị chủ trì: …".
  private mutating func isLabelledTask(_ index: Int, _ drafts: ArraySlice<Draft>) -> Bool {
    let draft = drafts[index]
    guard let marker = draft.marker, !isHigh(marker), marker.family != .article,
      draft.ending == .open, !draft.bold, !draft.capitals, index + 1 < drafts.endIndex,
      drafts[index + 1].parent == index, drafts[index + 1].marker?.family == .bullet,
      let first = draft.pieces.first, let last = draft.pieces.last,
      let label = drafts[index + 1].pieces.first
    else { return false }
    let tokens = allTokens(ByteSpan(first.start, last.end))
    let words = tokens.count { $0.shape.contains(.spaced) && $0.kind != .mark }
    guard words > Self.sentenceWords else { return false }
    return phrases(self.tokens(label)).contains {
      meaning($0) == .taskLabel && $0.start == 0 && value("field", of: $0) == "lead"
    }
  }

  /// The tokens of a unit without those that stand between its pieces, as the number of a page does.
  private func own(_ tokens: [Token], of draft: Draft) -> [Token] {
    guard draft.pieces.count > 1 else { return tokens }
    var index = 0
    return tokens.filter { token in
      while index < draft.pieces.count, draft.pieces[index].end <= Int(token.start) { index += 1 }
      return index < draft.pieces.count && draft.pieces[index].start <= Int(token.start)
    }
  }

  private mutating func reading(
    _ draft: Draft, children: Int, divided: Bool
  ) -> UnitReading {
    guard let marker = draft.marker, marker.family != .bullet else { return .item }
    guard let first = draft.pieces.first, let last = draft.pieces.last else {
      // "4." alone, as an empty paragraph of a list leaves it: without a heading it is no section.
      return children == 0 && !namesItself(marker) ? .item : .section
    }
    let whole = ByteSpan(first.start, last.end)
    // "Giám đốc các Sở: Nông nghiệp …" is an article's sentence, whatever colon it holds.
    if marker.family == .article, lineMatch(.provision, tokens(whole)) != nil,
      children == 0 || draft.ending != .open && draft.ending != .colon
    {
      return .item
    }
    // A long sentence is an item unless a title runs into it; that shows in its first words.
    if isPoured {
      let opening = tokens(
        ByteSpan(whole.start, min(whole.end, whole.start + PlanReader.headingBytes)))
      if let title = pouredTitle(opening) ?? flowTitle(opening) { return title }
    }
    if children > 0, isStoppedTitle(draft, marker, whole) { return .section }
    let plainSentence =
      draft.ending == .stop && !draft.bold && whole.count > PlanReader.sentenceBytes
    if whole.count > PlanReader.headingBytes || plainSentence {
      let opening = tokens(
        ByteSpan(whole.start, min(whole.end, whole.start + PlanReader.runInBytes)))
      return runIn(own(opening, of: draft), whole) ?? .item
    }
    let tokens = own(allTokens(whole), of: draft)
    let words = tokens.count { $0.shape.contains(.spaced) && $0.kind != .mark }
    let titled = draft.capitals
    if !titled, let runIn = runIn(tokens, whole) { return runIn }
    if titled { return .section }
    let high = isHigh(marker)
    switch draft.ending {
    case .colon:
      if words <= PlanReader.sentenceWords || listsBodies(tokens) { return .section }
      return draft.bold && words <= PlanReader.headingWords
        && (lineMatchAtEnd(.leadIn, tokens) == nil || !namesBody(tokens))
        ? .section : .item
    case .stop, .semicolon:
      if draft.ending == .stop, !high, !draft.bold, !divided, tellsDuty(tokens) { return .item }
      if draft.ending == .stop, words <= PlanReader.runInWords {
        if children > 0 {
          return high || lineMatch(.role, tokens) != nil ? .section : .unlessList
        }
        return high && words <= 8 ? .section : .item
      }
      if draft.ending == .stop, words <= PlanReader.sentenceWords, children > 0 {
        return .likeMost
      }
      return draft.bold && children > 0 && words <= PlanReader.headingWords ? .section : .item
    case .comma, .open:
      guard words <= PlanReader.headingWords, draft.bold || high || words <= 45 else {
        return .item
      }
      if children > 0 || high { return .section }
      if words > PlanReader.sentenceWords, !draft.bold, tellsLevel(tokens) { return .item }
      // "2. Yêu cầu" as the last line that was delivered.
      return endsText(draft) && isBareTitle(whole) ? .section : .likeOthers
    }
  }

  /// Whether words before a colon are a kind of bodies and the names of some, which is no sentence: "Các
  /// Bộ: Công Thương, Xây dựng, Nông nghiệp và Môi trường:".
  private mutating func listsBodies(_ tokens: [Token]) -> Bool {
    guard tokens.count <= PlanReader.headingWords,
      let colon = tokens.prefix(PlanReader.namedWords).firstIndex(where: {
        markers.scalar($0) == 0x3A
      }), colon + 1 < tokens.count, lineMatchAtEnd(.bodyKinds, Array(tokens[..<colon])) != nil
    else { return false }
    let names = tokens[(colon + 1)...].split { [0x2C, 0x3B].contains(markers.scalar($0)) }
    return names.count > 1 && names.allSatisfy { $0.first?.shape.contains(.capitalized) ?? false }
  }

  /// Whether a body is named, which makes a sentence of what leads to a list: "…, Đảng ủy xác định
  /// các việc sau:", but not "Giáo dục nếp sống cho người dân gồm các chỉ tiêu sau:".
  private mutating func namesBody(_ tokens: [Token]) -> Bool {
    phrases(tokens).contains { meaning($0) == .actor && value("kind", of: $0) == "named" }
  }

  /// Whether a label has a word, which is all the heading that there may be: "Phần thứ nhất".
  private func namesItself(_ marker: Marker) -> Bool {
    switch marker.family {
    case .part, .chapter, .division, .article, .step, .form: true
    default: false
    }
  }

  /// Whether a marker heads the chapters of a text: a part, a letter, a Roman numeral.
  private func isHigh(_ marker: Marker) -> Bool {
    marker.rank <= 6 && marker.family != .article && marker.family != .dotted
  }

  /// Whether a unit of more than twelve words is a title though a full stop ends it: no verb makes
  /// a sentence of it, and it heads a chapter or says what its section is for.
  ///
  /// "II. Phân công và tiến độ xây dựng kế hoạch phát triển nghề dệt 5 năm 2026-2030."
  private mutating func isStoppedTitle(_ draft: Draft, _ marker: Marker, _ whole: ByteSpan) -> Bool
  {
    guard draft.ending == .stop, marker.family != .article,
      whole.count <= PlanReader.headingBytes
    else { return false }
    let tokens = allTokens(whole)
    let words = tokens.count { $0.shape.contains(.spaced) && $0.kind != .mark }
    let high = isHigh(marker)
    let named = lineMatch(.role, tokens) != nil
    guard words > PlanReader.runInWords,
      words <= PlanReader.sentenceWords ? high || named : high && named,
      words <= PlanReader.stoppedWords
    else { return false }
    return !phrases(tokens).contains { meaning($0) == .sentenceVerb }
      && !tokens.contains { markers.scalar($0) == 0x3B || markers.scalar($0) == 0x3A }
  }

  /// The words that stand behind the verb of a duty at least.
  private static let dutyWords = 1

  /// Whether a unit is the sentence that says what a body does, which is no title.
  ///
  /// "Các trường thực hiện tốt phong trào trồng cây.", "Giao Văn phòng chuẩn bị hội trường."
  mutating func tellsDuty(_ tokens: [Token]) -> Bool {
    // What begins further on is of no matter.
    let order = phrases(tokens, startingBefore: 1).first { meaning($0) == .sentenceVerb }
    let start = order?.end ?? 0
    let bodies = phrases(tokens, startingBefore: start + 1)
    // "Hội nghị lấy ý kiến cử tri." names a meeting, and nobody.
    guard let body = bodies.first(where: { $0.start == start && meaning($0) == .actor }),
      value("kind", of: body) != "no"
    else { return false }
    var end = body.end
    for _ in 0..<Self.nameParts {
      if opensDuty(tokens, at: end) { return true }
      guard let next = nameEnd(tokens, from: start, behind: end) else { return false }
      end = next
    }
    return false
  }

  /// How many parts the name of a body has at most: "các chi bộ" + "thôn".
  private static let nameParts = 4

  /// Whether the verb of a duty begins at a token, and what is done stands behind it.
  private mutating func opensDuty(_ tokens: [Token], at place: Int) -> Bool {
    phrases(tokens, startingBefore: place + 1).contains {
      $0.start == place && [.act, .charge, .sentenceVerb].contains(meaning($0))
        && tokens[$0.end...].count { $0.kind != .mark } >= PlanReader.dutyWords
    }
  }

  /// Where a name that begins at `start` ends when it goes on behind a token: "Văn phòng" goes on
  /// with "Đảng ủy"; `nil` where it does not.
  private mutating func nameEnd(_ tokens: [Token], from start: Int, behind place: Int) -> Int? {
    phrases(tokens, startingBefore: place + 1).filter {
      $0.start > start && $0.start <= place && $0.end > place
        && (meaning($0) == .actorTail
          || meaning($0) == .actor && value("kind", of: $0) != "no")
    }.map(\.end).max()
  }

  /// Whether a unit begins with what is measured and tells which number it reaches, which no title
  /// does: "Tổng thu phí bến năm 2026 phấn đấu đạt 4.850 triệu đồng, …".
  private mutating func tellsLevel(_ tokens: [Token]) -> Bool {
    let found = phrases(tokens)
    return found.contains { $0.start == 0 && meaning($0) == .measured }
      && found.contains { match in
        meaning(match) == .beforeNumber
          && captures(of: match, tokens).contains { $0.name == "reach" }
      }
  }

  /// Whether nothing stands behind a draft in the whole document.
  private func endsText(_ draft: Draft) -> Bool {
    lines.last.map { draft.lastLine >= $0.number } ?? false
  }

  /// A title in capitals into which its text was poured: "KINH PHÍ Từ ngân sách …".
  private func pouredTitle(_ tokens: [Token]) -> UnitReading? {
    guard
      let text = tokens.firstIndex(where: { $0.kind == .syllable && !$0.shape.contains(.upper) }),
      text > 0, tokens[text].shape.contains([.capitalized, .spaced]),
      tokens[..<text].count(where: { $0.shape.contains(.upper) }) > 1,
      tokens[..<text].allSatisfy({ $0.kind != .number })
    else { return nil }
    return .runIn(heading: Int(tokens[text - 1].end), rest: Int(tokens[text].start))
  }

  /// A phrase of this meaning that ends where `tokens` end.
  mutating func lineMatchAtEnd(_ meaning: Meaning, _ tokens: [Token]) -> RuleMatch? {
    let from = max(0, tokens.count - 12)
    let tail = Array(tokens[from...])
    return phrases(tail).first { self.meaning($0) == meaning && $0.end >= tail.count - 1 }
  }
}
