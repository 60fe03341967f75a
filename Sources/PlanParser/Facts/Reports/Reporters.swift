import PlanModel
import PlanText

/// Finds those who report in the words before the verb.
extension PlanReader {
  /// How many tokens before the verb the one who reports is looked for.
  private static var longestReporter: Int { 30 }

  /// The bodies right before the verb that are asked for a report there ("…, đề nghị các thôn báo
  /// cáo …"), whom another one drafts it for, or who stand behind a time where nobody else reports.
  func reporter(
    before verb: Int, _ clause: Range<Int>, _ unit: DutyUnit, _ known: [String]
  ) -> [String]? {
    let words = unit.words
    let first = max(clause.lowerBound, verb - Self.longestReporter)
    /// Who is asked to do something first: "đề nghị các thôn triển khai và báo cáo".
    var askedBefore: [String]?
    for start in first..<max(first, verb) {
      guard let head = words.heads[start] else { continue }
      if head.kind == .bare {
        // "Chậm nhất 10 ngày sau khi kết thúc, đơn vị gửi báo cáo"
        guard known.isEmpty, start > clause.lowerBound,
          let list = bodyList(at: start, before: verb, unit.tokens, words), list.end == verb
        else { continue }
        let isBehindTime = isMark(unit.tokens[start - 1], 0x2C)
        return isBehindTime ? bodyNames(list, unit.tokens, words) : askedBefore
      }
      let asked = start > 0 && (max(0, start - 3)..<start).contains { words.handOuts[$0] == start }
      // "…; kết thúc kiểm tra, Trưởng đoàn báo cáo Giám đốc"
      let isOwn =
        clause.lowerBound > unit.clauses[0].lowerBound && start > clause.lowerBound
        && isMark(unit.tokens[start - 1], 0x2C)
      // "Đôn đốc các thôn báo cáo"
      let isWatched = isWatched(start, from: first, unit.tokens)
      guard
        asked || known.isEmpty || isOwn || isWatched
          || isAdvised(start, from: first, unit.tokens),
        let list = bodyList(at: start, before: verb, unit.tokens, words)
      else { continue }
      if list.end == verb { return bodyNames(list, unit.tokens, words) }
      if asked, known.isEmpty, list.stopped, askedBefore == nil {
        askedBefore = bodyNames(list, unit.tokens, words)
      }
    }
    return askedBefore
  }

  /// Whether somebody watches over what those do who are named at a token: "Đôn đốc | các thôn báo
  /// cáo", "Phòng Kinh tế đôn đốc | các thôn báo cáo".
  private func isWatched(_ place: Int, from first: Int, _ tokens: [Token]) -> Bool {
    guard let verbs = grammar.list("watching-verbs") else { return false }
    return (max(first, place - 5)..<max(first, place)).contains {
      grammar.entry(in: verbs, tokens, at: $0)?.end == place
    }
  }

  /// Whether somebody drafts what those tell who are named at a token: "tham mưu | UBND xã báo cáo
  /// UBND tỉnh".
  private func isAdvised(_ place: Int, from first: Int, _ tokens: [Token]) -> Bool {
    guard let verbs = grammar.list("advising-verbs") else { return false }
    return (max(first, place - 4)..<max(first, place)).contains {
      grammar.entry(in: verbs, tokens, at: $0)?.end == place
    }
  }
}

extension BodyList {
  /// Whether the first body is each of those that a heading names together: "Các xã, thị trấn: Mỗi xã
  /// cử 30 người".
  func isShare(of heading: [String], _ tokens: [Token], _ reader: borrowing PlanReader) -> Bool {
    guard let first = bodies.first, let words = reader.grammar.list("each-words"),
      let each = reader.grammar.entry(in: words, tokens, at: first.lowerBound),
      each.end + 1 == first.upperBound
    else { return false }
    let unit = reader.raw(
      ByteSpan(Int(tokens[each.end].start), Int(tokens[each.end].end))
    ).lowercased()
    return heading.contains {
      $0.lowercased().split { !$0.isLetter }.dropFirst().first.map(String.init) == unit
    }
  }
}
