import PlanModel
import PlanText

/// What the matches of a leaf tell of its numbers, by the number's first token.
///
/// A class for the same reason as `BodyWords`.
@dynamicMemberLookup
final class QuantityWords {
  /// The tables.
  struct Tables {
    /// What stands before a number.
    var before = PlaceMap<RuleMatch>()
    /// What stands behind a unit, by the token behind the unit.
    var behind = PlaceMap<RuleMatch>()
    /// The lower number of a range, by the token of the upper.
    var lower = PlaceMap<Int>()
    /// The tokens of those lower numbers.
    var lowers = PlaceSet()
    /// The numerator, by the token of the denominator.
    var part = PlaceMap<Int>()
    /// The number that another one is left for: 38 of "từ 38% xuống dưới 20%", by the other.
    var change = PlaceMap<Int>()
    /// Numbers behind a measure that ends like the word of an ordinal ("dân số 83 triệu").
    var free = PlaceSet()
    /// Numbers that count nothing.
    var barred = PlaceMap<String>()
    /// The verb of a count.
    var action = PlaceMap<RuleMatch>()
    /// The verb and what is made so large as a number says.
    var extents = PlaceMap<RuleMatch>()
    /// Numbers of places that something is brought to.
    var rollouts = PlaceSet()
    /// Those of them that a verb of counts stands before too, in what is brought.
    var deeds = PlaceSet()
    /// Numbers of shares of a whole that the clause does not measure: "3% tổng chi".
    var bases = PlaceSet()
    /// Numbers that tell by how much something differs: "ít hơn 30% so với năm 2020".
    var compared = PlaceSet()
    /// Numbers of shares of what was planned, behind which nothing else is named.
    var planned = PlaceSet()
    /// Numbers of shares of what was planned: "100% kế hoạch".
    var ofPlan = PlaceSet()
    /// The words that tell in each of which times a thing is done so often: "mỗi quý … 01 lần".
    var paces = PlaceMap<Range<Int>>()
    /// Where the words of an age, a stretch of time or a factor end that is told as a figure: "Tuổi
    /// thọ"; of a factor the number itself.
    var spans = PlaceSet()
    /// The end of each joint ("và", a comma).
    var joints = PlaceMap<Int>()
    /// Where times begin.
    var times = PlaceSet()
    /// Where the name of a measure begins, by each further token of it.
    var measured = PlaceMap<Int>()
    /// Where the words of a score begin ("điểm", "chỉ số"), which has no unit.
    var scores = PlaceSet()
    /// Where the first words of a measure end.
    var measuredEnds = PlaceSet()
  }

  private let tables: Tables

  init(_ tables: consuming Tables) { self.tables = tables }

  /// A table.
  @inline(__always)
  subscript<Table>(dynamicMember table: KeyPath<Tables, Table>) -> Table {
    tables[keyPath: table]
  }
}

extension PlanReader {
  /// Whether a dash stands between two measures, each with a unit of its own: "Ngô cả năm: 15 ha - 60
  /// tấn" is no range.
  private func measuresTwice(_ unit: Int, _ upper: Int, _ tokens: [Token]) -> Bool {
    guard unit < upper - 1, isDash(tokens[upper - 1]), let units = grammar.list("measure-units"),
      let first = grammar.entry(in: units, tokens, at: unit), first.end == upper - 1
    else { return false }
    let end = numberEnd(upper, tokens)
    guard end < tokens.count, let second = grammar.entry(in: units, tokens, at: end) else {
      return false
    }
    return first.value != second.value
  }

  /// Where words end that join what stands behind them to what stands before; `nil` where nothing
  /// does: "Đối với các bản, …".
  func jointEnd(_ match: RuleMatch, _ tokens: [Token]) -> Int? {
    switch value("kind", of: match) {
    case "whom" where match.start == 0 || tokens[match.start - 1].kind == .mark: nil
    // "hoặc ít nhất 40 người": the comparator is the number's.
    case "or": match.start + 1
    default: match.end
    }
  }

  /// What the matches of a leaf tell of its numbers.
  mutating func wordsAroundNumbers(_ leaf: FactLeaf) -> QuantityWords {
    let tokens = leaf.tokens
    var words = QuantityWords.Tables()
    var changes: [RuleMatch] = []
    for match in leaf.matches {
      switch meaning(match) {
      case .beforeNumber: words.before[match.end - 1] = match
      case .behindNumber: words.behind[match.start] = match
      case .targetTime: words.times.insert(match.start)
      case .joint where words.joints[match.start] == nil:
        if let end = jointEnd(match, tokens) { words.joints[match.start] = end }
      case .range:
        let end = numberEnd(match.start, tokens)
        let digits = (end..<match.end).first { tokens[$0].kind == .number }
        // "từ một đến hai công trình"
        let inWords = (end..<match.end).first { isNumberInWords($0, tokens) }
        if let upper = digits ?? inWords, !isChained(match.start, upper, tokens),
          !measuresTwice(end, upper, tokens)
        {
          words.lower[upper] = match.start
          words.lowers.insert(match.start)
        }
      case .fraction:
        let end = numberEnd(match.start, tokens)
        if end + 1 < match.end { words.part[end + 1] = match.start }
      case .measured where value("kind", of: match) == "score": words.scores.insert(match.start)
      case .measured:
        if value("of", of: match) == "span" { words.spans.insert(match.end) }
        words.measuredEnds.insert(match.end)
        for index in (match.start + 1)..<max(match.start + 1, match.end) {
          words.measured[index] = match.start
        }
      case .notQuantity where value("kind", of: match) == "from": changes.append(match)
      case .notQuantity where value("kind", of: match) == "pace":
        if let pace = capture("each", of: match, tokens) { words.paces[match.end - 2] = pace }
      case .notQuantity: bar(match, tokens, &words)
      case .action where value("kind", of: match) == "extent":
        words.extents[match.end - 1] = match
      case .action:
        let number = match.end - 1
        // A verb whose count is set out weighs more than one of everyday work.
        let kind = value("kind", of: match)
        if kind == "rollout" { words.rollouts.insert(number) }
        // "giảm" of "miễn giảm" is no verb of its own.
        if kind == nil, let outer = words.action[number],
          let verb = capture("action", of: outer, tokens), verb.lowerBound < match.start,
          let inner = capture("action", of: match, tokens), inner.upperBound <= verb.upperBound
        {
          continue
        }
        if kind == nil, isWithinRollout(match, words, tokens) {
          words.deeds.insert(number)
          continue
        }
        if words.action[number] == nil || kind == nil { words.action[number] = match }
      default: continue
      }
    }
    // "từ 15 tuổi trở lên biết chữ đạt 99%" changes nothing.
    for match in changes
    where !words.behind.contains(where: { $0.place > match.start && $0.value.end < match.end }) {
      bar(match, tokens, &words)
    }
    return QuantityWords(consume words)
  }

  /// Whether a verb belongs to what another brings to so many places: "Triển khai phần mềm quản lý vé cho
  /// 30 bến".
  private mutating func isWithinRollout(
    _ match: RuleMatch, _ words: QuantityWords.Tables, _ tokens: [Token]
  ) -> Bool {
    guard let outer = words.action[match.end - 1], value("kind", of: outer) == "rollout",
      let verb = capture("action", of: outer, tokens), verb.upperBound < match.start
    else { return false }
    return !(verb.upperBound..<match.start).contains { words.joints[$0] != nil }
  }

  /// Whether a range goes on or goes on with another number: "43% - 31% - 26%" are three shares.
  private func isChained(_ start: Int, _ upper: Int, _ tokens: [Token]) -> Bool {
    var end = numberEnd(upper, tokens)
    if end < tokens.count, isMark(tokens[end], 0x25) { end += 1 }
    if end + 1 < tokens.count, isDash(tokens[end]), tokens[end + 1].kind == .number { return true }
    return start > 1 && isDash(tokens[start - 1]) && isMark(tokens[start - 2], 0x25)
  }

  private func isNumberInWords(_ place: Int, _ tokens: [Token]) -> Bool {
    tokens[place].kind == .syllable
      && grammar.value(list: "number-words", tokens, from: place, to: place + 1) != nil
  }

  private mutating func bar(
    _ match: RuleMatch, _ tokens: [Token], _ words: inout QuantityWords.Tables
  ) {
    let kind = value("kind", of: match) ?? ""
    switch kind {
    case "year":
      for index in match.start..<match.end where isYear(tokens[index]) {
        words.barred[index] = kind
      }
    case "from":
      guard match.start + 1 < match.end else { return }
      words.barred[match.start + 1] = kind
      var index = match.start + 1
      while index < match.end {
        let end = tokens[index].kind == .number ? numberEnd(index, tokens) : index + 1
        if end >= match.end { words.change[index] = match.start + 1 }
        index = end
      }
    case "plan": words.ofPlan.insert(match.start)
    case "planned": words.planned.insert(match.start)
    case "base": words.bases.insert(match.start)
    case "change": words.compared.insert(match.start)
    case "held":
      // The number alone: what stands behind the verb is another.
      if let number = capture("number", of: match, tokens) {
        words.barred[number.lowerBound] = kind
      }
    case "span": words.spans.insert(match.end - 1)
    case "free":
      words.free.insert(capture("number", of: match, tokens)?.lowerBound ?? match.end - 1)
    case "list": words.barred[match.start] = kind
    default:
      for index in match.start..<match.end {
        if words.barred[index] == nil { words.barred[index] = kind }
      }
    }
  }
}
