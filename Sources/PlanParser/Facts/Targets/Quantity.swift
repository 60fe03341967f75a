import PlanModel

/// A number with its unit, and what the words beside it say of it.
struct Quantity {
  /// What kind of unit it has.
  enum Kind: String {
    case percent
    case measure
    case money
    case count
    case time
    case times
    case age
  }

  /// What kind of unit it has.
  var kind: Kind
  /// The number, of a range the lower one.
  var value: ExactDecimal
  /// The upper end of a range.
  var upper: ExactDecimal?
  /// The token where the words before the number begin ("đạt khoảng").
  var lead: Int
  /// The first token of the number, of a range of the lower one.
  var number: Int
  /// The tokens of the unit.
  var unit: Range<Int>
  /// What the unit is per where a bound parts the two: "/người" of "45 triệu đồng trở lên/người".
  var rate: Range<Int>?
  /// The noun of a count.
  var noun: Range<Int>?
  /// The token behind the unit and what follows it ("trở lên").
  var end: Int
  /// How it compares.
  var comparator = Comparator.eq
  /// Whether a word beside the number compares.
  var compares = false
  /// Whether "từ" does, with which a "trở lên" further on belongs.
  var isFrom = false
  /// Whether the number is approximate ("khoảng").
  var approximate = false
  /// Which way the quantity changes.
  var direction: Direction?
  /// Whether a verb of measure stands before the number ("đạt", "giảm").
  var reaches = false
  /// Whether only "đến" stands before the number: "quán triệt đến 100% cán bộ".
  var isToward = false
  /// Where the words beside the number begin that stand on the left of its verb ("bình quân tăng").
  var beside: Int?
  /// Whether it tells the share that something has in something else ("chiếm 10% GDP").
  var isShare = false
  /// Whether only "là" or a colon does.
  var equals = false
  /// Whether "có" or its like stands before the number.
  var has = false
  /// Where the verb of a count begins and ends, and whether it is one of everyday work.
  var action: Range<Int>?
  /// Whether the action is one of everyday work.
  var isWeakAction = false
  /// Whether "lên" stands before the number.
  var isUp = false
  /// The noun that only measures what stands before: "Kết nạp đoàn viên mới 12 em"; `label` where
  /// it does so behind a colon alone.
  var bareNoun: String?
  /// Whether the noun only tells how often a thing is done: "120 buổi".
  var isOccasion = false
  /// Whether it tells how often in a month, a year or the like: "1 lần/năm".
  var isPeriodic = false
  /// Whether its verb reaches money itself: "Cho vay 30 tỷ đồng".
  var isRaised = false
  /// Whether its verb tells what each of some chooses or takes upon itself: "Mỗi thôn chọn 02 hộ".
  var isChosen = false
  /// Whether its verb says nothing of what is done: "Tổ chức 02 đợt/năm".
  var hasEmptyVerb = false
  /// Whether a stroke sets it behind another count: "14 lớp/420 người".
  var isBehindStroke = false
  /// Whether the unit is a point of a share: "1,2 điểm phần trăm".
  var isPoints = false
  /// Whether the action brings something to so many places ("Thí điểm … tại 03 thư viện").
  var isRollout = false
  /// What is made so large: "vùng trồng tre" of "Xây dựng vùng trồng tre với quy mô 350 ha".
  var extended: Range<Int>?
  /// Whether another number is left for it: "từ 10 lên 15 giường".
  var isLeft = false
  /// Whether "không quá" or "không dưới" bounds what stands before it, or another bound beside a share of a
  /// whole: "chi cho chuyển đổi số tối thiểu 3% tổng chi".
  var bounds = false
  /// Whether it is a share of a whole that is no name for it: "20% GRDP".
  var isOfBase = false
  /// Whether it tells how far something gets of what was planned: "đạt 102% kế hoạch".
  var isOfPlan = false
  /// Whether the numbers that follow belong to the names before, in their order ("lần lượt").
  var isInOrder = false
  /// Whether it tells how often in each month or year: "mỗi quý ít nhất 01 lần".
  var isPaced = false
  /// Whether no list names what it counts.
  var isUnnamed = false
  /// Whether it has no unit: "Số vụ cháy: 0".
  var isBare = false
  /// Whether it is one of the parts that a bracket lists without their unit: "18 giải (Toán: 01, …)".
  var isListedPart = false
  /// Whether a blank stands in the number, so that nobody knows how much it is.
  var isTorn = false
  /// Whether the number is written in words.
  var isInWords = false
  /// The rule that read it; none for a bare number.
  var rule: Int?
}
