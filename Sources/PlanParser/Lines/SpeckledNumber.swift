import PlanModel
import PlanText

/// The number that opens a line, with the specks beside and in it.
struct SpeckledNumber {
  /// The numbers of its label.
  private(set) var values: [Int] = []
  /// Where its label stands, without specks.
  private(set) var label: ByteSpan
  /// Where the text behind it begins.
  private(set) var text: Int
  /// Whether another mark stands for a dot in it: "2,1.".
  private(set) var isMisread = false
  /// Whether nobody writes it so.
  private(set) var isSpeckled = false
  /// Whether a letter or a dash stands before it, which may be a label and a bullet too.
  private(set) var isPreceded = false
  /// The letter alone that stands before it.
  private(set) var scrap: ByteSpan?

  /// How many signs stand before a label or behind it at most, and how many numbers it has.
  private static let mostSpecks = 2
  private static let mostMarks = 5
  private static let mostNumbers = 4

  /// The number that opens the line under `content` before a capital; `nil` when none does.
  init?(_ bytes: [UInt8], _ content: ByteSpan) {
    var offset = content.start
    for _ in 0..<Self.mostSpecks where offset < content.end {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      guard Self.isSpeck(scalar) else { break }
      isSpeckled = true
      offset = Blank.trimStart(bytes, from: offset + length, to: content.end)
    }
    if let next = Self.behindScrap(bytes, offset, content.end) {
      (isSpeckled, isPreceded) = (true, true)
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      if LetterCase(scalar) != .none { scrap = ByteSpan(offset, offset + length) }
      offset = next
    }
    label = ByteSpan(offset, offset)
    text = offset
    while let (value, end) = Self.number(bytes, offset, content.end) {
      values.append(value)
      label.end = end
      guard values.count < Self.mostNumbers, end < content.end else { break }
      let (mark, length) = Scalars.decode(bytes, at: end)
      guard mark == 0x2E || mark == 0x2C || mark == 0x2044,
        Self.number(bytes, end + length, content.end) != nil
      else { break }
      if mark != 0x2E { (isMisread, isSpeckled) = (true, true) }
      offset = end + length
    }
    guard !values.isEmpty, close(bytes, content.end) else { return nil }
    let (scalar, _) = Scalars.decode(bytes, at: text)
    guard LetterCase(scalar) == .upper else { return nil }
  }

  /// Goes on to the text behind the marks of the label; `false` when no mark ends it.
  private mutating func close(_ bytes: [UInt8], _ end: Int) -> Bool {
    text = label.end
    guard text < end else { return false }
    switch bytes[text] {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"): break
    // "2.2, Ban hành": who closes all labels with commas has no numbers in them.
    case UInt8(ascii: ",") where values.count > 1, UInt8(ascii: ";"): isSpeckled = true
    default:
      text = Blank.trimStart(bytes, from: text, to: end)
      return values.count > 1 && text > label.end && text < end
    }
    let isDotted = bytes[text] == UInt8(ascii: ".")
    text = Blank.trimStart(bytes, from: text + 1, to: end)
    for _ in 0..<Self.mostMarks where text < end {
      let (scalar, length) = Scalars.decode(bytes, at: text)
      switch scalar {
      case 0x2E, 0x5F, 0x27, 0x60, 0x2019: isSpeckled = true
      case 0x2D, 0x2013, 0x2014: break
      default: return true
      }
      guard isDotted else { return false }
      text = Blank.trimStart(bytes, from: text + length, to: end)
    }
    return text < end
  }

  /// Where a number begins behind a letter alone, or a dash.
  private static func behindScrap(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    let (scalar, length) = Scalars.decode(bytes, at: start)
    let isDash = MarkerReader.bulletKind(scalar) == 0x2D
    guard isDash || LetterCase(scalar) != .none else { return nil }
    let next = Blank.trimStart(bytes, from: start + length, to: end)
    guard next < end, isDash || next > start + length, bytes[next].isDigit else {
      return nil
    }
    return next
  }

  /// Whether it is the next after the last number, or the first below it.
  func follows(_ last: [Int]) -> Bool {
    if values.count == last.count + 1 { return values.dropLast() == last[...] && values.last == 1 }
    guard values.count <= last.count, let own = values.last else { return false }
    return values.dropLast() == last.prefix(values.count - 1) && own == last[values.count - 1] + 1
  }

  /// Whether it is the first of a series that `next` goes on with.
  func opens(before next: SpeckledNumber, _ last: [Int]) -> Bool {
    values.last == 1 && next.values.count == values.count && next.follows(values)
  }

  /// : | . _ ' ` ‘ ’ ~ ^ ¬ ,
  static func isSpeck(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3A, 0x7C, 0x2E, 0x5F, 0x27, 0x60, 0x2018, 0x2019, 0x7E, 0x5E, 0xAC, 0x2C: true
    default: false
    }
  }

  /// A number of one or two digits, and where it ends.
  private static func number(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (Int, Int)? {
    var offset = start
    var value = 0
    while offset < end, bytes[offset].isDigit {
      guard offset < start + 2 else { return nil }
      value = 10 * value + Int(bytes[offset]) - 48
      offset += 1
    }
    return value > 0 ? (value, offset) : nil
  }
}
