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
