import PlanModel
import PlanText

/// Names and years to which as many numbers belong in their order: "nông nghiệp, công nghiệp lần lượt
/// đạt 43%, 31%".
extension PlanReader {
  /// The years to which as many numbers belong in their order: "Tỷ lệ hộ nghèo các năm 2026, 2027
  /// lần lượt là 5% và 4%".
  func yearsInOrder(_ draft: TargetDraft, for count: Int) -> [Int]? {
    let last = draft.context.quantities[draft.clause.quantity + count - 1]
    let near = max(draft.clause.sentence.lowerBound, draft.quantity.lead - 12)
    let places =
      draft.context.times.told(in: near..<draft.quantity.lead)
      + draft.context.times.told(in: last.end..<(last.end + 4))
    return places.lazy.compactMap { draft.context.times.times[$0.lowerBound]?.years }
      .first { $0.count == count && count > 1 }
  }

  /// How many quantities stand in a row from one on, with nothing between them but joints and marks
  /// that part a list.
  func followers(of first: Int, _ context: TargetContext, _ words: TargetWords) -> Int {
    var count = 1
    while first + count < context.quantities.count {
      let previous = context.quantities[first + count - 1]
      let next = context.quantities[first + count]
      var place = previous.end
      while place < next.lead {
        if let end = words.joints[place] {
          place = end
        } else if partsList(context.tokens[place]) {
          place += 1
        } else {
          break
        }
      }
      guard place == next.lead else { break }
      count += 1
    }
    return count
  }

  /// Whether a quantity is the first of several shares that dashes part, as their names are: "nông
  /// nghiệp - công nghiệp - dịch vụ là 43% - 31% - 26%".
  func isChain(_ draft: TargetDraft, _ words: TargetWords) -> Bool {
    let (tokens, end) = (draft.tokens, draft.quantity.end)
    guard draft.quantity.kind == .percent, draft.quantity.upper == nil, end < tokens.count,
      isDash(tokens[end]), let whole = draft.indicator,
      whole.contains(where: { isDash(tokens[$0]) })
    else { return false }
    return followers(of: draft.clause.quantity, draft.context, words) > 2
  }

  /// The names that commas and "và" part, or dashes, when there are as many as asked for.
  func names(in whole: Range<Int>, for count: Int, _ words: TargetWords, _ tokens: [Token])
    -> [Range<Int>]
  {
    guard count > 1 else { return [] }
    // "Nông, lâm nghiệp - Công nghiệp, xây dựng - Dịch vụ"
    let chained = names(in: whole, words) { isDash(tokens[$0]) ? $0 + 1 : nil }
    if chained.count == count { return chained }
    let listed = names(in: whole, words) { words.joints[$0] }
    return listed.count == count ? listed : []
  }

  /// The names between the places of a list at which they are parted.
  private func names(
    in whole: Range<Int>, _ words: TargetWords, partedBy part: (Int) -> Int?
  ) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var start = whole.lowerBound
    var place = start
    while place < whole.upperBound {
      if let bracket = words.brackets.holding(place) {
        place = bracket.upperBound
      } else if let end = part(place) {
        if place > start { names.append(start..<place) }
        start = end
        place = end
      } else {
        place += 1
      }
    }
    if start < whole.upperBound { names.append(start..<whole.upperBound) }
    return names
  }

  /// The names told before in the sentence, which as many shares in a row repeat for another year:
  /// "Năm 2026 tỷ lệ A đạt 42%, B 3,5%; năm 2030 đạt 55% và 7%".
  func namesAgain(for draft: TargetDraft, _ told: [TargetDraft], _ words: TargetWords)
    -> [Range<Int>]?
  {
    let kind = draft.quantity.kind
    guard draft.isElliptical, draft.hasTime, draft.quantity.reaches, told.count > 1,
      told[0].clause.sentence.lowerBound == draft.clause.sentence.lowerBound,
      told.allSatisfy({ $0.quantity.kind == kind && $0.time == told[0].time }),
      told[0].time != draft.time,
      followers(of: draft.clause.quantity, draft.context, words) == told.count
    else { return nil }
    let names = told.compactMap(\.indicator)
    return names.count == told.count ? names : nil
  }

  /// Whether a token parts the entries of a list: ";", "/", a dash.
  private func partsList(_ token: Token) -> Bool {
    isMark(token, 0x3B) || isMark(token, 0x2F) || isDash(token)
  }
}
