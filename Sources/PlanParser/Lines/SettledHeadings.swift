import PlanModel
import PlanText

/// Headings in capitals whose numeral recognition gave other strokes, or set a speck before.
///
/// "'II. NHIỆM VỤ" after I is II, and so are "1I." and "TI."; "1. MỤC TIÊU" above "1. Mục tiêu chung"
/// and "II. NHIỆM VỤ" is I. Only the numeral that comes next is read so: the text stays as it is.
extension PlanReader {
  /// How wide a heading is at most, in characters.
  private static let widestHeading = 200

  /// A line that may head the first section, before any numeral.
  private struct First {
    var line: Int
    var label: HeadingNumeral
    /// Whether its words alone are those of a heading: "LMỤC ĐÍCH, YÊU CẦU".
    var isNamed = false
    /// Whether numbers began anew under it.
    var restarts = false
  }

  /// Finds the headings from line `start` on whose numeral is the next one only when it is mended.
  mutating func settleHeadings(from start: Int) {
    var last = 0
    var first: First?
    for index in lines.indices.dropFirst(start) where lines[index].tabs == 0 {
      let line = lines[index]
      guard !line.pipe, line.table == 0, line.width <= Self.widestHeading else { continue }
      guard isHeading(line) else {
        guard let known = first, known.label.isFirst, !known.restarts,
          let number = plainNumber(line)
        else { continue }
        if number == 1 { first?.restarts = true } else { first = nil }
        continue
      }
      if let known = settled[line.content.start] {
        if known.family == .roman { last = known.value }
        continue
      }
      let labels = HeadingNumeral.readings(bytes, line.content)
        .filter { !$0.isBare || beginsHeading(index) }
      if let sure = labels.first, let value = sure.exact, !sure.isBare || value == last + 1 {
        if value == 2, last == 0 { settle(first?.label, at: first?.line, as: 1) }
        if sure.isScrapped, value == last + 1 { settle(sure, at: index, as: value) }
        last = value
      } else if let label = HeadingNumeral.best(labels, last + 1), last > 0 {
        settle(label, at: index, as: last + 1)
        last += 1
      } else if last == 0 {
        last = settleFirst(labels, at: index, &first)
      }
    }
  }

  /// Looks for the first numeral of a document in a line in capitals, and tells how far it came: 0
  /// until a numeral is certain.
  private mutating func settleFirst(
    _ labels: [HeadingNumeral], at index: Int, _ first: inout First?
  ) -> Int {
    if let label = labels.first, label.isNumber {
      if first?.isNamed != true { first = label.isFirst ? First(line: index, label: label) : nil }
      return 0
    }
    if let known = first, let label = HeadingNumeral.best(labels, 2) {
      settle(known.label, at: known.line, as: 1)
      settle(label, at: index, as: 2)
      return 2
    }
    if let label = HeadingNumeral.best(labels, 1), !label.isBare {
      if label.speck {
        settle(label, at: index, as: 1)
        return 1
      }
      first = first ?? First(line: index, label: label)
    } else if first?.isNamed != true, let label = namedFirst(lines[index]) {
      first = First(line: index, label: label, isNamed: true)
    }
    return 0
  }

  /// What recognition left of the first label, where the words behind it are those of a heading.
  private mutating func namedFirst(_ line: Line) -> HeadingNumeral? {
    guard let label = HeadingNumeral(firstIn: bytes, line.content) else { return nil }
    let words = tokens(ByteSpan(label.text, line.content.end))
    return lineMatch(.role, words) != nil ? label : nil
  }

  /// Whether a line stands in capitals, but for a label such as "vi".
  private func isHeading(_ line: Line) -> Bool {
    if line.capitals { return true }
    guard !line.ended, Self.mayBeNumeral(bytes[line.content.start]),
      let label = HeadingNumeral.readings(bytes, line.content).first, !label.isBare
    else { return false }
    return LineReader.piece(of: line, from: label.text, to: line.content.end, bytes).capitals
  }

  /// Whether a numeral may begin with a byte and yet not be one in capitals: I, V, i, l, v, x.
  private static func mayBeNumeral(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x49, 0x56, 0x69, 0x6C, 0x76, 0x78: true
    default: false
    }
  }

  /// Whether a line in capitals is no more of the heading above it.
  private func beginsHeading(_ index: Int) -> Bool {
    guard index > 0, lines[index].blanksBefore == 0 else { return true }
    return !lines[index - 1].capitals
  }

  /// Reads the label of a line as a value.
  mutating func settle(_ label: HeadingNumeral?, at index: Int?, as value: Int) {
    guard let label, let index else { return }
    let start = lines[index].content.start
    var marker = Marker(
      family: .roman, style: 0x2E, values: [value], span: ByteSpan(start, label.end),
      label: label.label, textStart: label.text)
    marker.suspect = label.plain != value
    marker.isSettled = true
    settled[start] = marker
  }

  /// The number that opens a line in small letters; `nil` when none does.
  private func plainNumber(_ line: Line) -> Int? {
    var offset = line.content.start
    var value = 0
    while offset < line.content.end, bytes[offset].isDigit, value < 100 {
      value = 10 * value + Int(bytes[offset]) - 48
      offset += 1
    }
    guard offset + 1 < line.content.end, bytes[offset] == UInt8(ascii: "."),
      bytes[offset + 1] == 0x20
    else { return nil }
    return value
  }
}
