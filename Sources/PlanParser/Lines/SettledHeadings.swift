import PlanModel
import PlanText

/// Headings in capitals whose numeral recognition gave other strokes, or set a speck before.
///
/// "'II. NHIỆM VỤ" after I is II, and so are "1I." and "TI."; "1. MỤC TIÊU" above "1. Mục tiêu chung"
/// and "II. NHIỆM VỤ" is I. Only the numeral that comes next is read so: the text stays as it is.
extension PlanReader {
  /// How wide a heading is at most, in characters.
  private static let widestHeading = 200

  /// Finds the headings from line `start` on whose numeral is the next one only when it is mended.
  mutating func settleHeadings(from start: Int) {
    guard text.recognition == nil, text.styles.isEmpty, !isPoured else { return }
    var last = 0
    // "1. MỤC TIÊU" before any numeral, and whether numbers began anew under it.
    var first: (line: Int, label: HeadingNumeral)?
    var restarts = false
    for index in lines.indices.dropFirst(start) where lines[index].tabs == 0 {
      let line = lines[index]
      guard !line.pipe, line.table == 0, line.width <= Self.widestHeading else { continue }
      guard line.capitals else {
        guard first != nil, !restarts, let number = plainNumber(line) else { continue }
        if number == 1 { restarts = true } else { first = nil }
        continue
      }
      if let known = settled[line.content.start] {
        if known.family == .roman { last = known.value }
        continue
      }
      let labels = HeadingNumeral.readings(bytes, line.content)
      if let sure = labels.first, let value = sure.exact {
        if value == 2, last == 0 { settle(first?.label, at: first?.line, as: 1) }
        last = value
      } else if let label = HeadingNumeral.best(labels, last + 1), last > 0 {
        settle(label, at: index, as: last + 1)
        last += 1
      } else if last == 0, let label = labels.first, label.isNumber {
        first = label.isFirst ? (index, label) : nil
        restarts = false
      } else if last == 0, let first, let label = HeadingNumeral.best(labels, 2) {
        settle(first.label, at: first.line, as: 1)
        settle(label, at: index, as: 2)
        last = 2
      } else if last == 0, let label = HeadingNumeral.best(labels, 1), label.speck {
        settle(label, at: index, as: 1)
        last = 1
      }
    }
  }

  private mutating func settle(_ label: HeadingNumeral?, at index: Int?, as value: Int) {
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
    while offset < line.content.end, bytes[offset] >= 48, bytes[offset] <= 57, value < 100 {
      value = 10 * value + Int(bytes[offset]) - 48
      offset += 1
    }
    guard offset + 1 < line.content.end, bytes[offset] == UInt8(ascii: "."),
      bytes[offset + 1] == 0x20
    else { return nil }
    return value
  }
}
