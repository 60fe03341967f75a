import PlanModel
import PlanText

/// Lines that only say who is told of the reports of their section: "Các báo cáo gửi về Sở Y tế".
extension PlanReader {
  /// How many tokens such a line may have.
  private static var longestLine: Int { 40 }

  /// Who is told of the reports of a section, where a leaf says that and nothing else.
  mutating func receivers(toldAt place: Int, _ leaves: FactLeaves) -> [String] {
    let leaf = leaves[place]
    guard leaf.kind == .paragraph || leaf.kind == .item && leaf.tells(.report), leaf.times.isEmpty,
      leaf.tokens.count <= Self.longestLine, standsWhereReportsAre(leaf)
    else { return [] }
    var start: Int?
    if let lead = receiverLead(leaf.tokens) {
      start = lead.upperBound
    } else if place > leaves.first, runsInto(leaves[place - 1], leaf),
      leaves[place - 1].tokens.count < Self.longestLine,
      // "2. Nơi nhận báo cáo: Sở Y tế": the colon is no token of the title.
      lineMatches(leaves[place - 1].tokens).contains(where: {
        meaning($0) == .reportColumn && value("part", of: $0) == "to"
      })
    {
      start = 0
    }
    guard let start, start < leaf.tokens.count else { return [] }
    return names(at: start, before: leaf.tokens.count, dutyUnit(leaf))
  }

  /// The words of a line before who is told.
  private mutating func receiverLead(_ tokens: [Token]) -> Range<Int>? {
    guard !tokens.isEmpty else { return nil }
    return lineMatches(tokens).first { meaning($0) == .reportReceiver }
      .flatMap { capture("lead", of: $0, tokens) }
  }

  /// The section whose reports a leaf belongs to: the outermost on reports, else the nearest.
  func reportSection(of leaf: FactLeaf, _ leaves: FactLeaves) -> Int? {
    leaf.ancestors.first { leaves[$0].role == .reporting } ?? leaf.ancestors.last
  }
}

/// Reading who is told of a report.
extension PlanReader {
  /// Who is told: the bodies at the first of some places where one is named, and those behind
  /// "đồng gửi".
  func recipients(
    from starts: ArraySlice<Int>, before limit: Int, _ unit: DutyUnit, _ reports: ReportWords
  ) -> [String] {
    for start in starts.prefix(8) where start < limit && !reports.papers.contains(start) {
      var names = names(at: start, before: limit, unit, reports)
      if names.isEmpty { continue }
      for also in reports.alsos(from: start, to: limit).prefix(4) {
        names += self.names(at: also, before: limit, unit).filter { !names.contains($0) }
      }
      return names
    }
    return []
  }

  /// Where it is said by when something is due, which no name holds.
  func deadlines(of leaf: FactLeaf) -> [Int] {
    leaf.times.filter { $0.bound == .before || $0.start?.day != nil }.map(\.range.lowerBound)
  }

  /// The bodies that are named at a place.
  func names(
    at start: Int, before limit: Int, _ unit: DutyUnit, _ reports: ReportWords? = nil
  ) -> [String] {
    guard let list = bodyList(at: start, before: limit, unit.tokens, unit.words, expected: true)
    else { return [] }
    return list.bodies.map { range in
      if let reports, let name = withCharge(range, before: limit, unit, reports) {
        return text(name, unit.tokens)
      }
      if let name = purposeName(at: range.lowerBound, before: limit, unit.tokens, unit.words) {
        return text(name, unit.tokens)
      }
      let whole = withoutBracket(range, unit.tokens)
      if mayBeWhole(whole, unit.tokens, unit.words) { return text(whole, unit.tokens) }
      let alone = nameAlone(whole, unit.tokens, unit.words)
      let name = withField(alone, in: whole, unit.tokens, unit.words)
      return text(withoutRest(name, unit.tokens, unit.words), unit.tokens)
    }
    .filter { !$0.isEmpty }
  }

  /// How many tokens may tell what an office is in charge of.
  private static var longestCharge: Int { 10 }

  /// The name of an office with what it is in charge of, up to what is told or when: "Phó Giám đốc phụ
  /// trách đào tạo | về kết quả"; `nil` where the name tells no charge.
  private func withCharge(
    _ name: Range<Int>, before limit: Int, _ unit: DutyUnit, _ reports: ReportWords
  ) -> Range<Int>? {
    let (tokens, words) = (unit.tokens, unit.words)
    guard words.heads[name.lowerBound]?.kind == .person,
      let ends = grammar.list("charge-ends"),
      let charge = (name.lowerBound..<min(limit, name.upperBound + 1)).first(
        where: words.offices.contains)
    else { return nil }
    let first = charge + 2
    var end = first
    while end < min(limit, first + Self.longestCharge), !reports.objects.contains(end),
      grammar.entry(in: ends, tokens, at: end) == nil
    {
      let ties = isDash(tokens[end]) && end > first && end + 1 < limit
      guard tokens[end].kind == .syllable || ties else { break }
      end += 1
    }
    return end > first ? name.lowerBound..<end : nil
  }

  /// How many words in small letters may follow the capitals of a name.
  private static var longestField: Int { 8 }

  /// Whether the words behind the capitals of a department go on with its name up to the day or the
  /// mark behind it: "Trung tâm Quan trắc tài nguyên và môi trường"; behind a place they tell
  /// something else: "UBND tỉnh tháo gỡ".
  private func mayBeWhole(
    _ name: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> Bool {
    guard let head = words.heads[name.lowerBound], head.kind == .named, !name.isEmpty,
      !name.dropLast().contains(where: words.places.contains)
    else { return false }
    let capitals = cut(name, tokens, words)
    let rest = capitals..<name.upperBound
    guard capitals > name.lowerBound + 1, rest.count <= Self.longestField,
      tokens[capitals - 1].kind == .syllable
    else { return false }
    return rest.allSatisfy {
      tokens[$0].kind == .syllable || isMark(tokens[$0], 0x2C) || isDash(tokens[$0])
    }
  }

  /// A name without the word or number that opens what follows: "Chi bộ số 2 tại kỳ họp", "Công an
  /// xã 15 ngày một lần".
  private func withoutRest(
    _ name: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> Range<Int> {
    let last = name.upperBound - 1
    guard name.count > 1, tokens[last].kind == .number, last + 1 < tokens.count,
      tokens[last + 1].kind == .syllable, !words.stops.contains(last + 1),
      !tokens[last - 1].shape.contains(.capitalized)
    else { return name }
    return name.lowerBound..<last
  }

  /// "UBND tỉnh (qua Sở Công Thương)": what is in brackets is the way, not the one who is told.
  private func withoutBracket(_ range: Range<Int>, _ tokens: [Token]) -> Range<Int> {
    let open = range.first { isMark(tokens[$0], 0x28) }
    return range.lowerBound..<(open ?? range.upperBound)
  }
}
