import PlanModel
import PlanText

/// Labels that a dash closes, where a number follows: "2- 100% chi bộ …", "a- 12 thôn …".
///
/// A number, a dash and a number are else a range ("2 - 3 tháng"): only the series tells.
enum DashedLabels {
  /// A line that begins with a label and a dash.
  private struct Place {
    /// Where the label begins.
    var start: Int
    /// Its last number or letter.
    var value: Int
    /// Whether what follows is a number, and the text may be a range.
    var isNumber: Bool
    /// Whether it is the next number, as in a series of ranges: "1 - 2 tuổi", "2 - 3 tuổi".
    var isNext: Bool
  }

  /// How many bytes a label has at most.
  private static var longest: Int { 8 }

  /// Where the labels begin that stand before numbers, in a series of labels with dashes.
  static func beforeNumbers(in lines: [Line], _ bytes: [UInt8]) -> Set<Int> {
    var result: Set<Int> = []
    var last: [[UInt8]: Place] = [:]
    for line in lines where !line.pipe && line.tabs == 0 {
      guard let (place, series) = place(line.content, bytes) else { continue }
      if let before = last[series], before.value + 1 == place.value,
        !(before.isNext && place.isNext)
      {
        if before.isNumber { result.insert(before.start) }
        if place.isNumber { result.insert(place.start) }
      }
      last[series] = place
    }
    return result
  }

  /// The label that a line begins with, and what the labels of its series have before their last
  /// number; `nil` without a label, a dash and a blank.
  private static func place(_ line: ByteSpan, _ bytes: [UInt8]) -> (Place, series: [UInt8])? {
    var end = line.start
    var last = line.start
    while end < line.end, end - line.start <= longest, isLabel(bytes[end]) {
      end += 1
      if bytes[end - 1] == UInt8(ascii: ".") { last = end }
    }
    guard last < end, end < line.end, let value = value(bytes[last..<end]) else { return nil }
    var next = end + Blank.length(bytes, at: end, end: line.end)
    guard next < line.end else { return nil }
    let (mark, length) = Scalars.decode(bytes, at: next)
    guard MarkerReader.bulletKind(mark) == 0x2D else { return nil }
    next += length
    let blank = next < line.end ? Blank.length(bytes, at: next, end: line.end) : 0
    guard blank > 0 else { return nil }
    next = Blank.trimStart(bytes, from: next, to: line.end)
    var number = 0
    var digits = next
    while digits < line.end, digits < next + 4, bytes[digits].isDigit {
      number = number * 10 + Int(bytes[digits]) - 48
      digits += 1
    }
    let place = Place(
      start: line.start, value: value, isNumber: digits > next,
      isNext: digits > next && number == value + 1 && bytes[next] != 48)
    // Letters are a series of their own beside numbers.
    return (place, Array(bytes[line.start..<last]) + (bytes[last].isDigit ? [] : [0]))
  }

  private static func isLabel(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == UInt8(ascii: ".") || byte >= 97 && byte <= 122
  }

  /// The number that some digits are, or the place of a letter.
  private static func value(_ label: ArraySlice<UInt8>) -> Int? {
    guard let first = label.first else { return nil }
    if !first.isDigit { return label.count == 1 ? Letters.value(UInt32(first)) : nil }
    guard label.count <= 3, label.allSatisfy({ $0.isDigit }) else { return nil }
    return label.reduce(0) { $0 * 10 + Int($1) - 48 }
  }
}
