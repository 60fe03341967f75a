import PlanModel
import PlanText

/// What the grammar says of the words of a leaf that holds quantities, by the token they begin at.
///
/// A class for the same reason as `BodyWords`.
@dynamicMemberLookup
final class TargetWords {
  /// A word that opens a clause of a target.
  struct Aim {
    /// The token behind it.
    var end: Int
    /// "strive", "hold", "raise", "lower", "bring", "sum", "loose"; "each" and "none" open no clause, and
    /// "reach" only what is measured.
    var kind: String
    /// Which way it sends what is measured.
    var direction: Direction?

    /// Whether it opens a clause.
    var opens: Bool { kind != "none" && kind != "each" && kind != "reach" }
  }

  /// The tables.
  struct Tables {
    /// The words that open a clause.
    var aims = PlaceMap<Aim>()
    /// Where the leaf first says that it strives ("phấn đấu").
    var firstStrive: Int?
    /// The end of each first words of a measure.
    var measured = PlaceMap<Int>()
    /// The same, in order.
    var measures = SortedRanges()
    /// The end of each joint.
    var joints = PlaceMap<Int>()
    /// Joints behind which parts of what stands before them are told: "trong đó".
    var parts = SortedRanges()
    /// Words before the number of those whom a count serves: "cho" of "14 lớp cho 431 người".
    var served = PlaceSet()
    /// Where "đối với" begins.
    var whoms = PlaceSet()
    /// The end of the name of an office, a person or a body, by where it begins.
    var holders = PlaceMap<Int>()
    /// The tokens at which verbs of counts begin.
    var actions = PlaceSet()
    /// The tokens that end the words which name what a number is of.
    var phraseEnds = PlaceSet()
    /// Those of them that say the same in another unit.
    var sames = PlaceSet()
    /// The tokens that end the words which name what is counted.
    var countEnds = PlaceSet()
    /// Where prepositions begin, by where they end.
    var prepositions = PlaceMap<Int>()
    /// The tokens behind prepositions of place ("tại 03 thôn").
    var places = PlaceSet()
    /// The words that compare the number before them ("trở lên"), by where they begin.
    var comparisons = PlaceMap<Comparator>()
    /// Where words for a set begin, by where they end: "hệ thống" of "hệ thống 12 xưởng".
    var sets = PlaceMap<Int>()
    /// Those of them behind which it is told what becomes of those that are counted: "85% cơ sở trở
    /// lên đạt khá".
    var bounds = PlaceSet()
    /// Those that bound a rank, not a number: "đô thị loại V trở lên".
    var ranked = PlaceSet()
    /// Where examples of what stands before begin: "như".
    var suches = PlaceSet()
    /// Where verbs of keeping begin, by where they end: "tỷ lệ che phủ rừng duy trì 61,4%".
    var holds = PlaceMap<Int>()
    /// Words that tell of the past.
    var past = SortedRanges()
    /// Where words of a level of today begin, by where they end: "hiện" of "hiện đạt 80%".
    var levels = PlaceMap<Int>()
    /// Words that make their sentence a report: "thời gian qua".
    var reports = SortedRanges()
    /// Words of what is left where no time says by when: "toàn xã còn 12 hộ".
    var rests = SortedRanges()
    /// Words for the use of what is there: "phát huy đội ngũ 42 cán bộ".
    var means = SortedRanges()
    /// Where a unit begins that sends people or cars: "Cử 02 cán bộ".
    var sent = PlaceSet()
    /// Words of what is ahead, in order.
    var aheads = SortedRanges()
    /// Words that tell what is reckoned ("ước đạt") or which ("đã qua đào tạo"): past in a report,
    /// ahead in an objective.
    var estimates = SortedRanges()
    /// Where the leaf begins to tell of today; the rest of it does so too.
    var present: Int?
    /// Words that tell of what is ahead ("dự kiến", "với mục tiêu").
    var ahead = PlaceSet()
    /// Where names of several bodies begin, and where it is told what somebody does.
    var groups = PlaceSet()
    var acts = PlaceSet()
    /// Where words begin that name with whom something is done ("phối hợp với").
    var partners = PlaceSet()
    /// Where measures begin that name what is counted ("tổng đàn").
    var owns = PlaceSet()
    /// Where a bare ratio begins ("tỷ lệ").
    var ratios = PlaceSet()
    /// The end of each head that names of parts share: "tỷ trọng" of "tỷ trọng nông nghiệp".
    var proportions = PlaceMap<Int>()
    /// Where the words of a whole begin ("tổng số", "cơ cấu").
    var wholes = PlaceSet()
    /// Where the name of a place begins ("Thôn Bãi").
    var placeNames = PlaceSet()
    /// Where the leaf begins to tell of the whole commune ("toàn xã có").
    var whole: Int?
    /// Where "là" stands right behind a share.
    var copulas = PlaceSet()
    /// The places of words that say that a target follows ("mục tiêu", "phấn đấu").
    var goals = PlaceSet()
    /// What announces targets up to a colon: "các chỉ tiêu đến năm 2028 gồm:".
    var goalLeads = SortedRanges()
    /// Words that tell of help up to its amount: "hỗ trợ tối đa 70%".
    var helps = SortedRanges()
    /// Words that describe or lay down a condition.
    var conditions = SortedRanges()
    /// Those that tell of the number in them alone.
    var ownConditions = SortedRanges()
    /// Where a share of a burden stands, which is set out: "10% chi phí tuân thủ".
    var burdens = PlaceSet()
    /// Where shares end that are laid down for something: "học phí 50%".
    var laid = PlaceSet()
    /// Where words begin that tell the share of those whom help reaches.
    var reached = PlaceSet()
    /// Words for money that is set aside.
    var money = SortedRanges()
    /// The commas between two verbs that one thing follows: "phòng ngừa, giảm thiểu rủi ro".
    var pairs = PlaceSet()
    /// Whether the leaf opens with the name of what is measured: "Dê 300 con".
    var opensWithName = false
    /// Where words stand beside a verb: "thêm", "mới".
    var besides = PlaceSet()
    /// The brackets with both marks.
    var brackets = SortedRanges()
    /// Where the number of a clause ends, by where it begins: "(1)", "(i)".
    var labels = PlaceMap<Int>()
  }

  private let tables: Tables

  init(_ tables: consuming Tables) { self.tables = tables }

  /// A table.
  @inline(__always)
  subscript<Table>(dynamicMember table: KeyPath<Tables, Table>) -> Table {
    tables[keyPath: table]
  }

  /// Whether a token begins words that set out what stands behind them.
  func setsOut(_ place: Int) -> Bool {
    tables.aims[place]?.kind == "strive" || tables.goals.contains(place)
  }
}

extension PlanReader {
  /// The words of a leaf, sorted by what they tell.
  mutating func targetWords(_ leaf: FactLeaf) -> TargetWords {
    var words = TargetWords.Tables()
    read(leaf, into: &words)
    return TargetWords(consume words)
  }

  private mutating func read(_ leaf: FactLeaf, into words: inout TargetWords.Tables) {
    var latestMeasured = -1
    var kept = PlaceSet()
    /// Verbs of counts with others: "dạy nghề và thành lập".
    var chains: [Range<Int>] = []
    /// Where words end that are no prepositions: "chuyên cần", "nhà ở".
    var insides = PlaceSet()
    /// Where it is told which ones are meant: "các xưởng hiện có và …".
    var whiches = PlaceSet()
    /// Where verbs end whose last word is another verb elsewhere: "tạm giữ".
    var verbEnds = PlaceSet()
    /// The last words of time that lay nothing down: "đúng thời hạn".
    var inTime = 0..<0
    /// The last "thực hiện có", which tells nothing of what there is.
    var apart = 0..<0
    for match in leaf.matches {
      let range = match.start..<match.end
      if meaning(match) == .joint, value("kind", of: match) == "whom" {
        words.whoms.insert(match.start)
      }
      if meaning(match) == .actor, ["person", "named"].contains(value("kind", of: match)),
        words.holders[match.start] == nil
      {
        words.holders[match.start] = match.end
      }
      switch meaning(match) {
      case .aim where value("kind", of: match) == "inside": verbEnds.insert(match.end)
      case .aim where words.aims[match.start] == nil:
        if value("kind", of: match) == "hold", !verbEnds.contains(match.end) {
          words.holds[match.end] = match.start
        }
        if value("kind", of: match) == "strive" {
          words.firstStrive = words.firstStrive ?? match.start
        }
        // "hạ" of "hạ tỷ suất": the measure behind it is no part of the aim.
        let end = capture("aim", of: match, leaf.tokens)?.upperBound ?? match.end
        words.aims[match.start] = TargetWords.Aim(
          end: end, kind: value("kind", of: match) ?? "",
          direction: value("direction", of: match).flatMap(Direction.init(rawValue:)))
      case .measured where value("of", of: match) == "own": words.owns.insert(match.start)
      case .measured where value("of", of: match) == "ratio": words.ratios.insert(match.start)
      case .measured where value("of", of: match) == "proportion":
        words.proportions[match.start] = match.end
      case .measured where value("of", of: match) != nil: words.wholes.insert(match.start)
      case .measured where value("kind", of: match) == "score": break
      case .goal:
        switch value("kind", of: match) {
        case nil: words.goals.insert(match.start)
        case "time": words.goalLeads.append(range)
        default: break
        }
      case .measured where latestMeasured < match.start:
        // The longest match of a start comes first; "số hóa" takes the place of "số".
        // "lực lượng" is one word: no measure begins within it.
        let isWord = value("kind", of: match) == "word"
        latestMeasured = isWord ? match.end - 1 : match.start
        if value("kind", of: match) == nil {
          words.measured[match.start] = match.end
          words.measures.append(range)
        }
      case .joint where value("kind", of: match) == "for": words.served.insert(match.start)
      case .joint where value("kind", of: match) == "part":
        words.parts.append(range)
        if words.joints[match.start] == nil { words.joints[match.start] = match.end }
      case .joint
      where value("kind", of: match) == "whom"
        && (match.start == 0 || leaf.tokens[match.start - 1].kind == .mark):
        break  // "Đối với các bản, …"
      case .joint where words.joints[match.start] == nil:
        // "hoặc ít nhất 40 người": the comparator is the number's.
        let isWord = value("kind", of: match) == "or"
        words.joints[match.start] = isWord ? match.start + 1 : match.end
      case .action:
        words.actions.insert(match.start)
        if let verbs = capture("action", of: match, leaf.tokens), verbs.count > 2 {
          chains.append(verbs)
        }
      case .actor where value("kind", of: match) == "group": words.groups.insert(match.start)
      case .act where value("kind", of: match) != "no": words.acts.insert(match.start)
      case .partner: words.partners.insert(match.start)
      case .actorTail where value("of", of: match) == "place":
        if match.end < leaf.tokens.count, leaf.tokens[match.end].shape.contains(.capitalized) {
          words.placeNames.insert(match.start)
        }
      case .phraseEnd:
        switch value("scope", of: match) {
        case "all": words.phraseEnds.insert(match.start)
        case "done":
          if let done = capture("done", of: match, leaf.tokens) {
            words.phraseEnds.insert(done.lowerBound)
          }
        case "same":
          words.phraseEnds.insert(match.start)
          words.sames.insert(match.start)
        // "7 ha mặt bằng sạch"
        case "count" where insides.contains(match.end): break
        case "count": words.countEnds.insert(match.start)
        case "keep":
          kept.insert(capture("word", of: match, leaf.tokens)?.lowerBound ?? match.start)
        case "set": words.sets[match.end] = match.start
        case "such": words.suches.insert(match.start)
        case "inside": insides.insert(match.end)
        case "bound":
          if let bound = capture("bound", of: match, leaf.tokens) {
            words.bounds.insert(bound.lowerBound)
          }
        case "pair":
          if let comma = capture("pair", of: match, leaf.tokens) {
            words.pairs.insert(comma.lowerBound)
          }
        case "copula":
          if let copula = capture("copula", of: match, leaf.tokens) {
            words.copulas.insert(copula.lowerBound)
          }
        case "row":
          if let rank = capture("rank", of: match, leaf.tokens) {
            words.levels[rank.upperBound] = rank.lowerBound
          }
        case "rank": words.ranked.insert(match.end - TargetDraft.boundLength)
        case _ where insides.contains(match.end): break
        case "place":
          words.places.insert(match.end)
          words.prepositions[match.end] = match.start
        default: words.prepositions[match.end] = match.start
        }
      case .behindNumber:
        let isLeast = capture("least", of: match, leaf.tokens) != nil
        words.comparisons[match.start] = isLeast ? .ge : .le
      case .toldPast:
        switch value("kind", of: match) {
        case "estimate": words.estimates.append(range)
        case "whole": words.whole = words.whole ?? match.start
        case "ahead":
          words.ahead.insert(match.start)
          words.aheads.append(range)
        case "report": words.reports.append(range)
        case "rest": words.rests.append(range)
        case "which": whiches.insert(match.start)
        case "none": apart = range
        case let kind:
          // "đã" of "đã qua đào tạo", which is longer and comes first.
          if words.estimates.ranges.last?.lowerBound == match.start { continue }
          if whiches.contains(match.start) || apart.contains(match.start) { continue }
          if kind == "level", let level = capture("level", of: match, leaf.tokens) {
            words.past.append(level)
            words.levels[level.upperBound] = level.lowerBound
            continue
          }
          words.past.append(range)
          if words.present == nil, kind != nil { words.present = match.start }
        }
      case .condition:
        // "chiều dài 2,1 km" is measured, "dài 2,1 km" tells how long a thing is.
        if let last = words.measures.ranges.last, last.lowerBound < match.start,
          last.contains(match.start)
        {
          continue
        }
        // "không quá 01 trường hợp": counted, no condition.
        if match.start > 0, leaf.tokens[match.start - 1].kind == .number,
          let nouns = grammar.list("counted-nouns"),
          grammar.entry(in: nouns, leaf.tokens, at: match.start) != nil
        {
          continue
        }
        if inTime.contains(match.start) { continue }
        switch value("kind", of: match) {
        case "none": inTime = range
        case "laid": words.laid.insert(match.end)
        // It is longer than the share of costs that help pays, and comes first.
        case "burden":
          words.burdens.insert(capture("burden", of: match, leaf.tokens)?.lowerBound ?? match.start)
        // "Hỗ trợ 100% hộ nghèo": whom the help reaches.
        case "reached": words.reached.insert(match.start)
        case "help" where words.reached.contains(match.start): break
        case nil where words.burdens.contains(match.start): break
        case "money": words.money.append(range)
        case "help": words.helps.append(range)
        case "sent": words.sent.insert(match.start)
        case "means":
          words.means.append(range)
          words.conditions.append(range)
        case "own": words.ownConditions.append(range)
        default: words.conditions.append(range)
        }
      default: continue
      }
    }
    (words.labels, words.brackets) = labels(brackets(leaf.tokens), leaf.tokens)
    words.brackets = withoutFigures(words.brackets, words.aims)
    words.opensWithName = ["one-word-names", "counted-nouns"].contains { list in
      grammar.list(list).map { grammar.entry(in: $0, leaf.tokens, at: 0) != nil } ?? false
    }
    if let besides = grammar.list("verb-besides") {
      words.besides = PlaceSet(
        leaf.tokens.indices.prefix(4).filter {
          grammar.entry(in: besides, leaf.tokens, at: $0) != nil
        })
    }
    for verbs in chains {
      for place in verbs {
        if let next = words.joints[place], verbs.contains(next) { words.actions.insert(next) }
      }
    }
    if !kept.isEmpty { words.countEnds = PlaceSet(words.countEnds.filter { !kept.contains($0) }) }
  }
}
