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
    letters: while offset < limit, count < Self.longest {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      isOpen = false
      switch scalar {
      case 0x49, 0x56, 0x58: strokes.append(UInt8(scalar))  // I, V, X
      // 1, l, |, !, T, í, ì, Í, Ì
      case 0x31, 0x6C, 0x7C, 0x21, 0x54, 0xED, 0xEC, 0xCD, 0xCC:
        strokes.append(73)
        isDamaged = true
        isFirst = count == 0 && scalar == 0x31
      case 0x48:
        strokes += [73, 73]
        isDamaged = true
      case 0x59:
        strokes.append(86)
        isDamaged = true
      // "LI." is "II.".
      case 0x4C where count == 0 && offset + 1 < limit && bytes[offset + 1] == 0x49:
        strokes.append(73)
        isDamaged = true
      case 0x4C where count > 0:
        isOpen = true
        isDamaged = true
      case 0x32...0x39 where count == 0: isNumber = true
      default: break letters
      }
      offset += length
      count += 1
    }
    isFirst = isFirst && count == 1
    isNumber = (isNumber && count == 1) || isFirst
    guard count > 0, offset < limit, count == 1 || !isNumber else { return nil }
    label.end = offset
    let mark = bytes[offset]
    guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") || mark == UInt8(ascii: "/") else {
      return nil
    }
    if mark == UInt8(ascii: ",") { isDamaged = true }
    end = offset + 1
    text = Blank.trimStart(bytes, from: end, to: limit)
    guard text < limit, mark != UInt8(ascii: ",") || text > end else { return nil }
    let (scalar, _) = Scalars.decode(bytes, at: text)
    guard LetterCase(scalar) == .upper || scalar == 0x22 || scalar == 0x201C else { return nil }
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
    guard isDamaged, strokes.count > 1 || numeral.count == 2, !isFirst else { return false }
    let (longer, shorter) = strokes.count > numeral.count ? (strokes, numeral) : (numeral, strokes)
    guard longer.count == shorter.count + 1 else { return false }
    return longer.indices.contains { index in
      longer[index] == 73 && longer[..<index] + longer[(index + 1)...] == shorter[...]
    }
  }
}
