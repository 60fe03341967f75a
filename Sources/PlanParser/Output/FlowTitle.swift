import PlanModel
import PlanText

/// Titles without a mark into which their text was poured: "1. Đối tượng Hội thi dành cho …".
extension PlanReader {
  /// The title that ends where a capital begins no name: surely when what stands before or behind
  /// it says so, else as the units beside it; `nil` when there is no such capital.
  ///
  /// A long title, or one of several clauses, ends only where a verb has the capital: "…; siết
  /// chặt kỷ luật, kỷ cương trong thực thi công vụ Tập trung rà soát …".
  mutating func flowTitle(_ tokens: [Token]) -> UnitReading? {
    var words = 0
    var possible: UnitReading?
    var isLong = false
    for index in tokens.indices {
      let token = tokens[index]
      guard token.kind != .mark else {
        switch markers.scalar(token) {
        case 0x2C: continue
        case 0x3B: isLong = true
        default: return possible
        }
        continue
      }
      if token.shape.contains(.spaced) { words += 1 }
      isLong = isLong || words > PlanReader.runInWords
      if words > PlanReader.headingWords || isLong && possible != nil { return possible }
      guard index > 1, begins(sentenceAt: index, tokens) else { continue }
      if isLong {
        let window = Array(tokens[max(0, index - 8)..<min(tokens.count, index + 8)])
        guard endsTitle(before: min(8, index), window) == true,
          opensDuty(at: min(8, index), window) || isJoiner(token)
        else { continue }
        return .runIn(heading: Int(tokens[index - 1].end), rest: Int(token.start))
      }
      guard let sure = endsTitle(before: index, tokens) else { continue }
      let (heading, rest) = (Int(tokens[index - 1].end), Int(token.start))
      if sure { return .runIn(heading: heading, rest: rest) }
      possible = possible ?? .runInLikeMost(heading: heading, rest: rest)
    }
    return possible
  }

  /// Whether a document is named at a word, by a kind that is no verb, by its number or as the one
  /// at hand: "Luật", "Quyết định số 12", "Quyết định này", but not "Báo cáo kết quả".
  private func namesDocument(at index: Int, _ all: [RuleMatch], acts: Bool) -> Bool {
    all.contains { match in
      guard match.start == index else { return false }
      switch meaning(match) {
      case .place: return true
      case .documentKind:
        return !acts || all.contains { $0.start == match.end && meaning($0) == .documentPart }
      default: return false
      }
    }
  }

  /// Whether what somebody is to do begins at a word.
  private mutating func opensDuty(at index: Int, _ tokens: [Token]) -> Bool {
    phrases(tokens).contains { $0.start == index && opensDuty($0) }
  }

  /// Whether a word has a capital as the first of a sentence does: the next one has none, and the
  /// one before it can end a title.
  private mutating func begins(sentenceAt index: Int, _ tokens: [Token]) -> Bool {
    guard index + 1 < tokens.count, tokens[index].kind == .syllable,
      tokens[index].shape.contains([.capitalized, .spaced]),
      !tokens[index].shape.contains(.upper) || tokens[index].shape.contains(.single),
      tokens[index + 1].kind != .mark,
      !tokens[index + 1].shape.contains(.capitalized), tokens[index - 1].kind == .syllable
    else { return false }
    return !isJoiner(tokens[index - 1])
  }

  /// Whether a word joins others and begins or ends no name: "các", "của".
  private mutating func isJoiner(_ token: Token) -> Bool {
    lineMatch(.joiner, [token]) != nil
  }

  /// Whether a title surely ends before a word: the words before it are a title that rules know or
  /// a body, or those behind it begin as a sentence does; `nil` where none can end.
  private mutating func endsTitle(before index: Int, _ tokens: [Token]) -> Bool? {
    // "… thuộc Chính phủ" / "Các bộ, ngành …": no name has a capital there.
    if isJoiner(tokens[index]) { return true }
    let title = Array(tokens[..<index])
    let all = phrases(tokens)
    // "… chịu trách nhiệm thi hành" / "Quyết định này", "… xây dựng dự án" / "Luật": the name of a
    // document goes on with what is done about it.
    let acts = all.contains { $0.start == index && opensDuty($0) }
    if namesDocument(at: index, all, acts: acts) { return nil }
    // "Trung tâm" / "Kiểm soát bệnh tật": the name has yet to come.
    for start in max(0, index - 4)..<index
    where tokens[start].shape.contains(.capitalized)
      && lineMatch(.bodyHead, Array(tokens[start..<index])) != nil
    {
      return nil
    }
    // "Tổ quốc Việt" / "Nam tỉnh": capital beside capital is a name.
    if !acts, index > 1, tokens[index - 1].shape.contains(.capitalized),
      !tokens[index - 1].shape.contains(.upper)
    {
      return nil
    }
    let isBody = phrases(title).contains { $0.start == 0 && meaning($0) == .actor }
    if isBody, !acts { return nil }
    // "Yêu cầu Thủ trưởng các đơn vị …" asks somebody.
    let asks = all.contains { $0.start == 0 && $0.end == index && meaning($0) == .handOut }
    if asks, all.contains(where: { $0.start == index && meaning($0) == .actor }) { return nil }
    // "… Ủy ban Mặt trận Tổ quốc", "Ban Chỉ đạo", "Kế hoạch Tuyên truyền": a name goes on. Not in
    // "… nông thôn Tuyên truyền", where a name of one word would end within the verb.
    let inName = all.contains { match in
      switch meaning(match) {
      case .actor, .organisation:
        match.start < index && index < match.end && !(acts && match.end == index + 1)
      // "Chế độ báo cáo" / "Nhà trường …": in small letters it names no document.
      case .kind, .documentKind, .documentProgramme:
        match.start < index && index <= match.end
          && (index < match.end || tokens[match.start].shape.contains(.capitalized))
      default: false
      }
    }
    if inName { return nil }
    if acts || lineMatch(.role, title) != nil { return true }
    return all.contains { match in
      guard match.start == index else { return false }
      switch meaning(match) {
      case .time: return true
      case .actor:
        // "Ban tổ chức trao …", "Ban tổ chức sẽ trao …".
        return all.contains {
          meaning($0) == .act && ($0.start == match.end || $0.start == match.end + 1)
        }
      default: return false
      }
    }
  }
}
