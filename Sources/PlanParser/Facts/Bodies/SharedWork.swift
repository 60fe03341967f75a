import PlanModel
import PlanText

/// Work that several share, and who a colon parts from it.
extension PlanReader {
  /// Where the work begins that one who leads and one who helps share: "Phòng Kinh tế chủ trì, Công
  /// an xã phối hợp tuần tra"; `nil` where each has words of its own.
  func sharedWords(
    _ duty: Duty, with helpers: BodyList, in clause: Range<Int>, _ unit: DutyUnit
  ) -> Int? {
    let words = unit.words
    guard duty.role == .lead, duty.explicit, duty.partners.isEmpty,
      words.charges.contains(where: { $0.role == .lead && $0.range.lowerBound == duty.start })
    else { return nil }
    let help = self.duty(
      of: clause, from: helpers.end, otherwise: .responsible, unit.tokens, words)
    guard help.role == .support, help.explicit, help.partners.isEmpty,
      help.start < clause.upperBound,
      words.charges.contains(where: { $0.range.upperBound == help.start }),
      unit.tokens[help.start].kind == .syllable
    else { return nil }
    return help.start
  }

  /// Takes the role that the next clause says of the same bodies: "Sở Nội vụ là cơ quan đầu mối theo
  /// dõi; chủ trì thẩm định".
  func leadLater(_ duty: inout Duty, behind place: Int, _ unit: DutyUnit) {
    guard !duty.explicit, place + 1 < unit.clauses.count,
      case let next = unit.clauses[place + 1].lowerBound, isMark(unit.tokens[next - 1], 0x3B),
      case let index = unit.words.charge(from: next), index < unit.words.charges.count,
      case let charge = unit.words.charges[index], charge.range.lowerBound == next,
      charge.role == .lead
    else { return }
    duty.role = .lead
    duty.rule = charge.rule
  }

  /// Whether a colon parts bodies that are known from words that name nobody: "Đ/c Lan: Phó ban,
  /// phụ trách hậu cần", "Chi cục Kiểm lâm, các chủ rừng: trực cháy".
  func labels(_ list: BodyList, _ unit: DutyUnit, _ leaf: FactLeaf) -> Bool {
    let (tokens, words, place) = (unit.tokens, unit.words, list.end)
    guard leaf.role == .assignment || leaf.role == .implementation, place + 2 < tokens.count,
      isMark(tokens[place], 0x3A), tokens[place + 1].kind == .syllable,
      let first = list.bodies.first, let head = words.heads[first.lowerBound]
    else { return false }
    if namesField(place + 1, tokens, words), leaf.role == .assignment {
      if head.isNamed { return true }
      // "Tổ 1: Thôn Đông, thôn Đoài"
      if let teams = grammar.list("field-teams"), tokens[first.upperBound - 1].kind == .number,
        grammar.entry(in: teams, tokens, at: first.lowerBound) != nil
      {
        return true
      }
    }
    if head.isNamed {
      // "Trưởng ban" alone is an office.
      return (place + 1..<tokens.count).contains {
        words.stops.contains($0) || words.capitalStops.contains($0)
      }
    }
    return head.kind != .bare && words.heads[place + 1] == nil
      && !tokens[place + 1].shape.contains(.capitalized)
  }

  /// Whether a place with a name or a class stands at a token, which somebody may look after: "Thôn
  /// Đông", "Khối 1".
  private func namesField(_ place: Int, _ tokens: [Token], _ words: BodyWords) -> Bool {
    guard let head = words.heads[place], head.kind == .named, place + 1 < tokens.count else {
      return false
    }
    return tokens[place + 1].kind == .number
      || words.places.contains(place) && tokens[place + 1].shape.contains(.capitalized)
  }

  /// Whether a list is an office behind the name of a person: "Đ/c Lan: Phó ban, phụ trách hậu cần".
  func isOffice(_ list: BodyList, _ unit: DutyUnit, _ leaf: FactLeaf) -> Bool {
    guard leaf.kind == .paragraph, list.bodies.count == 1,
      let head = unit.words.heads[list.bodies[0].lowerBound]
    else { return false }
    return head.kind == .person && !head.isNamed
  }

  /// How many tokens before a charge the name of another body is looked for.
  private static var longestOther: Int { 24 }

  /// Whether a body that the duty names stands right before a charge; without `people` none that is
  /// of persons, as the staff of a body is: "Cử cán bộ phối hợp với Công an xã".
  func isOfAnother(
    _ charge: BodyWords.Charge, from start: Int, _ tokens: [Token], _ words: BodyWords,
    people: Bool = true
  ) -> Bool {
    let place = charge.range.lowerBound
    guard place > start, tokens[place - 1].kind == .syllable, words.joins[place - 1] != place
    else { return false }
    return (max(start, place - Self.longestOther)..<place).contains { name in
      words.heads[name].map { $0.kind != .bare && (people || $0.kind != .person) } ?? false
        && bodyList(at: name, before: place, tokens, words)?.end == place
    }
  }
}
