import PlanModel

/// A way to read the label of a line in capitals, whose strokes recognition may have mistaken.
struct HeadingNumeral {
  /// Where the label stands, without specks and mark.
  var label: ByteSpan
  /// Where its mark ends.
  var end: Int
  /// Where the heading begins.
  var text: Int
  /// Whether a speck stands before the label.
  var speck: Bool
  /// The label's letters, each stroke as "I" and each "H" as two.
  private var strokes: [UInt8] = []
  /// Whether a stroke may stand at its end or not: "IL.".
  private var isOpen = false
  /// Whether it has a letter or sign that no numeral is written with.
  private var isDamaged = false
  /// Whether it is a digit.
  private(set) var isNumber = false
  /// Whether that digit is 1.
  private(set) var isFirst = false
  /// Whether no mark stands between it and the heading: "HI NHIỆM VỤ".
  private(set) var isBare = false
  /// Whether a letter has a mark that words have too: "VỊ.".
  private var isAccented = false
  /// Whether specks stand between its mark and the heading.
  private(set) var isScrapped = false

  /// How many signs may stand before a label, and how long it is at most.
  private static let mostSpecks = 3
  private static let longest = 6

  /// The ways to read the label under `content`: as it stands, and without specks before it.
  static func readings(_ bytes: [UInt8], _ content: ByteSpan) -> [HeadingNumeral] {
    var readings: [HeadingNumeral] = []
    var offset = content.start
    for speck in 0...mostSpecks {
      if let reading = HeadingNumeral(bytes, offset, content.end, speck: speck > 0) {
        readings.append(reading)
      }
      guard offset < content.end else { break }
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      guard isSpeck(scalar) else { break }
      offset = Blank.trimStart(bytes, from: offset + length, to: content.end)
    }
    return readings
  }

  /// Signs that recognition makes of specks: ' ` ’ ‘ “ ” " ‹ « » • . , : ; | ! _ ~ ^ * = - ¬ ° ·
  private static func isSpeck(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x22, 0x27, 0x2A, 0x2C, 0x2D, 0x2E, 0x3A, 0x3B, 0x3D, 0x5E, 0x5F, 0x60, 0x7C, 0x7E,
      0xAB, 0xAC, 0xB0, 0xB7, 0xBB, 0x2018...0x201E, 0x2022, 0x2039, 0x203A:
      true
    default: false
    }
  }

  private init?(_ bytes: [UInt8], _ start: Int, _ limit: Int, speck: Bool) {
    var offset = start
    var count = 0
    label = ByteSpan(start, start)
    end = start
    text = start
    self.speck = speck
    while offset < limit, count < Self.longest {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      let isBeforeStroke = offset + 1 < limit && bytes[offset + 1] == UInt8(ascii: "I")
      guard take(scalar, at: count, isBeforeStroke: isBeforeStroke) else { break }
      isOpen = scalar == 0x4C && count > 0
      offset += length
      count += 1
    }
    isFirst = isFirst && count == 1
    isNumber = (isNumber && count == 1) || isFirst
    guard count > 0, offset < limit, count == 1 || !isNumber else { return nil }
    label.end = offset
    guard close(bytes, limit) else { return nil }
    let (scalar, _) = Scalars.decode(bytes, at: text)
    guard LetterCase(scalar) == .upper || scalar == 0x22 || scalar == 0x201C else { return nil }
  }

  /// Takes a letter of the label; `false` when it is none.
  private mutating func take(_ scalar: UInt32, at count: Int, isBeforeStroke: Bool) -> Bool {
    switch scalar {
    case 0x49, 0x56, 0x58:  // I, V, X
      strokes.append(UInt8(scalar))
      return true
    // "LI." is "II.".
    case 0x4C where count == 0 && isBeforeStroke: strokes.append(73)
    case 0x4C where count > 0: break
    case 0x48: strokes += [73, 73]
    case 0x32...0x39 where count == 0:
      isNumber = true
      return true
    case _ where Self.isStroke(scalar):
      strokes.append(73)
      isFirst = count == 0 && scalar == 0x31
    case 0x59, 0x178, 0x76: strokes.append(86)  // Y, Ÿ, v
    case 0x78: strokes.append(88)  // x
    case 0x128...0x129, 0x1EC8...0x1ECB:  // Ĩ, Ỉ, Ị
      strokes.append(73)
      isAccented = true
    default: return false
    }
    isDamaged = true
    return true
  }

  /// Whether recognition makes a letter of one stroke: 1, l, |, !, ¡, T, J, i, í, ì, î, ï and their
  /// capitals.
  static func isStroke(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x31, 0x6C, 0x7C, 0x21, 0xA1, 0x54, 0x4A, 0x69, 0xEC...0xEF, 0xCC...0xCF: true
    default: false
    }
  }

  /// Finds the mark behind the label, and the heading behind the mark; `false` when there is none.
  private mutating func close(_ bytes: [UInt8], _ limit: Int) -> Bool {
    let (mark, length) = Scalars.decode(bytes, at: label.end)
    end = label.end + length
    switch mark {
    case 0x2E, 0x2F: break
    case 0x2C, 0x3B, 0x2044: isDamaged = true
    case 0x2D: break
    default:
      // "HI NHIỆM VỤ": what may be a word needs its mark.
      guard Blank.length(bytes, at: label.end, end: limit) > 0, !isNumber else { return false }
      isBare = true
      end = label.end
    }
    if isAccented, mark != 0x2E, mark != 0x2F { return false }
    text = Blank.trimStart(bytes, from: end, to: limit)
    guard text < limit, mark == 0x2E || mark == 0x2F || mark == 0x2044 || text > end else {
      return false
    }
    if !isBare { skipScraps(bytes, limit) }
    return text < limit
  }

  /// Goes on to the heading behind specks.
  ///
  /// "II. — CHỈ TIÊU", "IV- _ KINH PHÍ", "III... NHIỆM VỤ".
  private mutating func skipScraps(_ bytes: [UInt8], _ limit: Int) {
    for _ in 0..<Self.longest where text < limit {
      let (scalar, length) = Scalars.decode(bytes, at: text)
      guard Self.isScrap(scalar) else { return }
      isScrapped = true
      text = Blank.trimStart(bytes, from: text + length, to: limit)
    }
  }

  /// Signs that recognition sets behind the mark of a label: . , _ : ' ` ’ - – —
  static func isScrap(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x2C, 0x5F, 0x3A, 0x27, 0x60, 0x2019, 0x2D, 0x2013, 0x2014: true
    default: false
    }
  }

  /// The first label of a series, of which recognition left a stroke or a speck; `nil` when there is
  /// none.
  ///
  /// "LMỤC ĐÍCH", "- MỤC ĐÍCH", "1U MỤC ĐÍCH", "¡. MỤC ĐÍCH": only the heading behind it and the
  /// series tell that it was one.
  init?(firstIn bytes: [UInt8], _ content: ByteSpan) {
    label = ByteSpan(content.start, content.start)
    end = content.start
    text = content.start
    speck = true
    isDamaged = true
    strokes = [73]
    var count = 0
    while text < content.end, count < Self.mostSpecks {
      let (scalar, length) = Scalars.decode(bytes, at: text)
      let isLetter = Self.isStroke(scalar) || [0x49, 0x4C, 0x55].contains(scalar)  // I, L, U
      let isMark = Self.isSpeck(scalar) || Self.isScrap(scalar) || scalar == 0x2044
      guard isLetter || isMark, count == 0 || isMark || text == end else { break }
      text += length
      end = text
      if count == 0 || isLetter { label.end = end }
      count += 1
      text = Blank.trimStart(bytes, from: end, to: content.end)
      // "LMỤC": one stroke alone is glued to a word.
      if isLetter, text == end, text < content.end,
        LetterCase(Scalars.decode(bytes, at: text).scalar) == .upper
      {
        guard count == 1 else { return nil }
        break
      }
    }
    guard count > 0, text < content.end,
      LetterCase(Scalars.decode(bytes, at: text).scalar) == .upper
    else { return nil }
  }

  /// Its value where it is printed as numerals are and nothing stands before it.
  var exact: Int? { speck ? nil : plain }

  /// The value of its letters where they are those of a numeral; a speck may stand before them.
  var plain: Int? { isDamaged || isNumber ? nil : Letters.roman(strokes) }

  /// Of several ways to read a label the one that makes it the numeral of a value: best without a
  /// letter mistaken.
  static func best(_ readings: [HeadingNumeral], _ value: Int) -> HeadingNumeral? {
    readings.first { $0.plain == value } ?? readings.first { $0.mayBe(value) }
  }

  /// Whether it can be the numeral of a value: what is damaged may have a stroke too many, or one
  /// too few.
  func mayBe(_ value: Int) -> Bool {
    guard !isNumber || isFirst else { return false }
    let numeral = Array(Letters.numeral(value).utf8)
    if strokes == numeral || isOpen && strokes + [73] == numeral { return true }
    guard isDamaged, !isBare, strokes.count > 1 || numeral.count == 2, !isFirst else {
      return false
    }
    let (longer, shorter) = strokes.count > numeral.count ? (strokes, numeral) : (numeral, strokes)
    guard longer.count == shorter.count + 1 else { return false }
    return longer.indices.contains { index in
      longer[index] == 73 && longer[..<index] + longer[(index + 1)...] == shorter[...]
    }
  }
}
