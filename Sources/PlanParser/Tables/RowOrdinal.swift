import PlanText

/// The ordinal of a row (số thứ tự) that stands alone: "1", "2.1.", "IV", "b)".
struct RowOrdinal: Equatable {
  /// What it counts with.
  enum Kind {
    case number
    case roman
    case letter
  }

  /// What it counts with.
  var kind: Kind
  /// Its numbers from outside in; a letter or Roman numeral has one.
  var values: [Int]

  /// The ordinal that a text is; `nil` when it is more than that.
  init?(_ text: some Collection<UInt8>) {
    var text = TableHead.ordinal(String(decoding: text, as: UTF8.self))
    if text.first == 0x28 { text.removeFirst() }
    guard !text.isEmpty, text.count <= 8 else { return nil }
    if let value = Letters.roman(text) {
      self.init(kind: .roman, values: [value])
      return
    }
    if let letter = Self.letter(of: text), let value = Letters.value(letter) {
      self.init(kind: .letter, values: [value])
      return
    }
    var values: [Int] = []
    for part in text.split(separator: 0x2E, omittingEmptySubsequences: false) {
      guard !part.isEmpty, part.count <= 3, part.allSatisfy({ $0.isDigit }),
        let value = Int(String(decoding: part, as: UTF8.self))
      else { return nil }
      values.append(value)
    }
    self.init(kind: .number, values: values)
  }

  /// The letter that a text is; `nil` when it is another character, or more than one.
  private static func letter(of text: [UInt8]) -> UInt32? {
    guard text[0] > 57, text.count <= 2 else { return nil }
    let (scalar, length) = Scalars.decode(text, at: 0)
    return length == text.count ? scalar : nil
  }

  /// The ordinal of a row that nothing numbers, by its place.
  init(counting place: Int) { self.init(kind: .number, values: [place]) }

  private init(kind: Kind, values: [Int]) {
    self.kind = kind
    self.values = values
  }

  /// Whether it can be the first of a series.
  var opens: Bool { values.allSatisfy { $0 == 1 } }

  /// Whether another ordinal counts on from it by one.
  func precedes(_ other: RowOrdinal) -> Bool {
    kind == other.kind && values.dropLast() == other.values.dropLast()
      && values[values.count - 1] + 1 == other.values[other.values.count - 1]
  }

  /// Whether one number is missing between another ordinal and it.
  func skipsOne(after other: RowOrdinal) -> Bool {
    kind == other.kind && values.dropLast() == other.values.dropLast()
      && other.values[other.values.count - 1] + 2 == values[values.count - 1]
  }

  /// Whether a row with it may follow rows whose last ordinals, each of its kind, are `earlier`,
  /// the latest at the end; one number may be missing.
  func follows(_ earlier: [RowOrdinal]) -> Bool {
    guard let latest = earlier.last else { return opens }
    if let same = earlier.last(where: { $0.kind == kind }) {
      let old = same.values
      // "3" → "3.1"; "3.2" → "3.3", "4".
      if kind == .number, latest == same, values.count == old.count + 1, values.starts(with: old) {
        return values.last == 1
      }
      if values.count <= old.count {
        let place = values.count - 1
        let step = values[place] - old[place]
        if values[..<place].elementsEqual(old[..<place]), step == 1 || step == 2 { return true }
      }
    }
    // A row of another kind heads a new series.
    return opens && latest.kind != kind
  }
}
