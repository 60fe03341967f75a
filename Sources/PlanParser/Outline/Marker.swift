import PlanModel

/// The mark that opens a unit of the outline: "I.", "3.1.", "a)", "Điều 1.", "-".
struct Marker: Equatable {
  /// What kind of numbering a marker belongs to.
  enum Family: Int {
    /// Phần.
    case part
    /// Chương.
    case chapter
    /// Mục, before a number.
    case division
    /// Điều.
    case article
    /// Bước, Giai đoạn: a step, before a number.
    case step
    /// Biểu, Mẫu: a form in an appendix.
    case form
    /// A, B, C.
    case upper
    /// I, II, III.
    case roman
    /// 1, 2, 3.
    case number
    /// 1.1, 2.1.1.
    case dotted
    /// a, b, c, d, đ.
    case lower
    /// i, ii, iii.
    case lowerRoman
    /// -, +, *.
    case bullet
  }

  /// The kind of numbering.
  var family: Family
  /// The closing mark as ASCII, 0 without one; "(" for a label in brackets; for a bullet its kind.
  var style: UInt32
  /// The label's numbers: one for most, more for dotted; empty for a bullet.
  ///
  /// Where a dotted label begins with a letter or a Roman numeral ("A.1", "II.3"), the first is
  /// what `headValue` makes of it.
  var values: LabelNumbers
  /// Where the label with its marks stands.
  var span: ByteSpan
  /// The bare label.
  var label: ByteSpan
  /// Where the unit's text begins.
  var textStart: Int
  /// The value this label has in another family: "I" as the letter, "i" as the letter.
  var alternative: Alternative?
  /// Whether the label is a Roman numeral only when look-alikes are read as what they stand for.
  var suspect = false
  /// Whether all labels of the document together told what it stands for.
  var isSettled = false
  /// The rule that knows the word before the number.
  var rule: Int?

  /// Another reading of a label.
  struct Alternative: Equatable {
    var family: Family
    var value: Int
  }

  /// The last number of the label.
  var value: Int { values.last ?? 0 }

  /// Whether a dotted label begins with a letter or a Roman numeral.
  var isHeaded: Bool { family == .dotted && (values.first ?? 0) < 0 }

  /// The first value of the dotted labels under a unit: what no plain number is.
  static func headValue(_ family: Family, _ values: LabelNumbers) -> Int? {
    guard values.count == 1 else { return nil }
    switch family {
    case .roman: return -values[0]
    case .upper: return -1000 - values[0]
    case .lower: return -2000 - values[0]
    default: return nil
    }
  }

  /// The label as its numbers say it; `nil` where the words of the document are needed.
  var spelling: String? {
    if isHeaded { return nil }
    switch family {
    case .roman: return (1...99).contains(value) ? Letters.numeral(value) : nil
    case .number, .dotted: return values.map(String.init).joined(separator: ".")
    case .lower: return Letters.letter(value)
    default: return nil
    }
  }

  /// How high the numbering stands where nothing else tells: small is high.
  var rank: Int {
    switch family {
    case .part: 0
    case .chapter: 1
    case .form: 2
    case .division: style == 0 ? 3 : 4
    case .article: 4
    case .upper: 5
    case .roman: 6
    case .number: [0x2C, 0x2E, 0x2F].contains(style) ? 7 : 11
    // "a1" stands below "a", which stands below all numbers.
    case .dotted: isHeaded ? (values[0] <= -2000 ? 13 : 6) : 6 + min(values.count, 4)
    case .step: 11
    case .lower: 12
    case .lowerRoman: 13
    case .bullet: 20
    }
  }
}
