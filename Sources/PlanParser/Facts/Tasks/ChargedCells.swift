import PlanText

/// Cells and lines that say of each body whether it leads or helps.
extension PlanReader {
  /// The tokens of those who lead and of those who help: "Văn phòng chủ trì, các thôn phối hợp",
  /// "Phòng Kinh tế (chủ trì); Công an xã (phối hợp)", "Chủ trì: Đoàn xã; phối hợp: các thôn",
  /// "Trạm Y tế; Công an xã phối hợp".
  ///
  /// Tokens in which nobody is charged are those of one who leads.
  func charged(
    in range: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> (lead: [Range<Int>], support: [Range<Int>]) {
    let charges = words.charges[words.charge(from: range.lowerBound)...].prefix {
      $0.range.upperBound <= range.upperBound
    }
    var lead: [Range<Int>] = []
    var support: [Range<Int>] = []
    func take(_ names: Range<Int>, _ charge: BodyWords.Charge) {
      if charge.role == .support { support.append(names) } else { lead.append(names) }
    }
    var start = range.lowerBound
    for (index, charge) in zip(charges.indices, charges) {
      let end = charge.range.upperBound
      let isLabel = end < range.upperBound && isMark(tokens[end], 0x3A)
      if isLabel || isMark(tokens[end - 1], 0x3A) {
        // "Chủ trì: …", "CT: …" up to the next such word.
        let next =
          index + 1 < charges.endIndex ? charges[index + 1].range.lowerBound : range.upperBound
        take((isLabel ? end + 1 : end)..<next, charge)
        start = next
      } else if closes(end, before: range.upperBound, tokens) {
        let open = charge.range.lowerBound - 1
        let isBracketed = open >= start && isMark(tokens[open], 0x28)
        let last = isBracketed ? open : charge.range.lowerBound
        guard last > start else { return ([range], []) }
        if index == charges.startIndex, charge.role == .support,
          let mark = (start..<last).last(where: { isMark(tokens[$0], 0x3B) }), mark > start
        {
          // "Sở Y tế; Sở Tài chính phối hợp": who stands before the semicolon does not help.
          lead.append(start..<mark)
          start = mark + 1
        }
        take(start..<last, charge)
        start = isBracketed ? min(end + 1, range.upperBound) : end
      } else {
        return ([range], [])
      }
    }
    // Whoever stands behind the last word is charged with nothing else.
    if start < range.upperBound, start > range.lowerBound,
      tokens[start..<range.upperBound].contains(where: { $0.kind == .syllable })
    {
      support.append(start..<range.upperBound)
    } else if start == range.lowerBound {
      lead.append(range)
    }
    return (lead, support)
  }

  /// The bodies of a cell, each without what the cell says that it does: "Vụ Pháp chế | tổng hợp
  /// chung", "Các đơn vị thuộc Sở | thực hiện phần việc của mình".
  func bodiesOfDuties(
    in range: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> [Range<Int>] {
    bodies(in: range, tokens, words).map { piece in
      guard let verbs = grammar.list("cell-duties"), let head = words.heads[piece.lowerBound],
        head.kind != .bare,
        let list = bodyList(at: piece.lowerBound, before: piece.upperBound, tokens, words),
        list.stopped, list.bodies.count == 1, list.end < piece.upperBound,
        !tokens[list.end].shape.contains(.capitalized),
        let verb = grammar.entry(in: verbs, tokens, at: list.end),
        head.kind != .group || verb.value == "any" || verb.end >= piece.upperBound,
        // "Tổ soạn thảo" is a name, "Phòng Kinh tế soạn thảo" has a duty.
        verb.value != "named" || list.end > head.end
          || list.bodies[0].count(where: { tokens[$0].shape.contains(.capitalized) }) > 1
      else { return piece }
      return list.bodies[0]
    }
  }

  /// Whether a mark or the end stands behind a word that charges.
  private func closes(_ place: Int, before limit: Int, _ tokens: [Token]) -> Bool {
    guard place < limit else { return true }
    return [0x29, 0x2C, 0x3B, 0x2E].contains { isMark(tokens[place], $0) }
  }
}
