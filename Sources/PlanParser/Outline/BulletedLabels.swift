import PlanModel

/// Bullets before labels, as converters and writers of markdown set them before each unit of a list.
///
/// "- **a)** Mở lớp." / "- **b)** Thi tay nghề." Where the labels behind bullets of one kind follow each other, they are the labels of the units,
/// and the bullets say nothing.
struct BulletedLabels {
  /// A label behind a bullet.
  private struct Label {
    /// What numbers it: "1", "a" or "I".
    var kind: UInt8
    /// The mark that closes it.
    var style: UInt8
    var value: Int
    /// Where it begins, with its emphasis.
    var start: Int
  }

  /// A series that is open: the last value, and the line that it stands on.
  private struct Run {
    var value: Int
    var line: Int
  }

  /// Takes such bullets off the lines of a document.
  static func strip(_ lines: [Line], _ bytes: [UInt8]) -> [Line] {
    var runs: [UInt64: Run] = [:]
    var starts: [Int: Int] = [:]
    var firsts: [(line: Int, start: Int)] = []
    var known: [Int: Int] = [:]
    for (index, line) in lines.enumerated() where line.tabs == 0 && !line.pipe {
      guard let (bullet, label) = label(line, bytes) else { continue }
      let key = UInt64(bullet) << 16 | UInt64(label.kind) << 8 | UInt64(label.style)
      known[index] = label.start
      if label.value == 1 { firsts.append((index, label.start)) }
      if let run = runs[key], follows(run.value, label) {
        starts[run.line] = known[run.line]
        starts[index] = label.start
      }
      runs[key] = Run(value: label.value, line: index)
    }
    guard !starts.isEmpty else { return lines }
    // Who sets bullets before labels does so before one that stands alone, too; beside a bullet
    // without a label it opens no series.
    for (line, start) in firsts where !isBesideBullet(line, lines, bytes) { starts[line] = start }
    var stripped = lines
    for (index, start) in starts {
      stripped[index] = LineReader.part(
        of: lines[index], from: start, to: lines[index].content.end, bytes)
    }
    return stripped
  }

  /// Whether a bullet of the same kind opens the line below, in the same column and without a label.
  private static func isBesideBullet(_ index: Int, _ lines: [Line], _ bytes: [UInt8]) -> Bool {
    guard index + 1 < lines.count, lines[index + 1].indent == lines[index].indent else {
      return false
    }
    let kind = { (line: Line) in
      MarkerReader.bulletKind(Scalars.decode(bytes, at: line.content.start).scalar)
    }
    return kind(lines[index]) == kind(lines[index + 1]) && label(lines[index + 1], bytes) == nil
  }

  private static func follows(_ value: Int, _ label: Label) -> Bool {
    label.kind == UInt8(ascii: "a")
      ? Letters.follows(value, label.value) : label.value == value + 1
  }

  /// The bullet and the label that a line opens with.
  private static func label(_ line: Line, _ bytes: [UInt8]) -> (bullet: UInt32, label: Label)? {
    let (scalar, length) = Scalars.decode(bytes, at: line.content.start)
    guard let bullet = MarkerReader.bulletKind(scalar) else { return nil }
    let end = line.content.end
    var offset = line.content.start + length
    guard offset < end, bytes[offset] == 0x20 else { return nil }
    while offset < end, bytes[offset] == 0x20 { offset += 1 }
    let start = offset
    skipEmphasis(&offset, end, bytes)
    let first = offset
    while offset < end, offset - first < 6, isLabel(bytes[offset]) { offset += 1 }
    let letters = bytes[first..<offset]
    guard !letters.isEmpty, offset + 1 < end, [0x2E, 0x29].contains(bytes[offset]) else {
      return nil
    }
    let style = bytes[offset]
    offset += 1
    skipEmphasis(&offset, end, bytes)
    guard offset < end, bytes[offset] == 0x20, let (kind, value) = value(letters) else {
      return nil
    }
    return (bullet, Label(kind: kind, style: style, value: value, start: start))
  }

  private static func skipEmphasis(_ offset: inout Int, _ end: Int, _ bytes: [UInt8]) {
    while offset < end, bytes[offset] == 0x2A || bytes[offset] == 0x5F { offset += 1 }
  }

  /// Whether a byte may stand in a label: a digit, an ASCII letter, a part of "đ".
  private static func isLabel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC4, 0x91: true
    default: false
    }
  }

  /// What numbers a label, and its number.
  private static func value(_ letters: ArraySlice<UInt8>) -> (kind: UInt8, value: Int)? {
    if let number = Int(String(decoding: letters, as: UTF8.self)) {
      return number < 100 ? (UInt8(ascii: "1"), number) : nil
    }
    if let numeral = Letters.roman(letters) { return (UInt8(ascii: "I"), numeral) }
    let (scalar, length) = Scalars.decode(Array(letters), at: 0)
    guard length == letters.count, scalar > 0x60, let letter = Letters.value(scalar) else {
      return nil
    }
    return (UInt8(ascii: "a"), letter)
  }
}
