import PlanModel

/// Bullets that are dots, as typists write them below "-" and "+".
///
/// ". Mức độ toàn trình" is one; elsewhere a dot before a line is a speck, or the end of the line above.
enum DotLabels {
  /// Whether two lines begin with a dot, a blank and a capital, behind lines that go on in no other.
  static func areUsed(in lines: [Line], _ bytes: [UInt8]) -> Bool {
    var isFirst = true
    var last: Line?
    for line in lines where !line.bare && line.content.count > 0 {
      let above = last
      last = line
      guard begins(line, bytes) else { continue }
      let isOwn =
        above.map { $0.ending != .open && $0.ending != .comma || begins($0, bytes) } ?? false
      if !isOwn { continue }
      if !isFirst { return true }
      isFirst = false
    }
    return false
  }

  private static func begins(_ line: Line, _ bytes: [UInt8]) -> Bool {
    let start = line.content.start
    guard line.content.count > 5, !line.pipe, line.tabs == 0, bytes[start] == UInt8(ascii: "."),
      bytes[start + 1] == 0x20, bytes[start + 2] != 0x20
    else { return false }
    return LetterCase(Scalars.decode(bytes, at: start + 2).scalar) == .upper
  }
}
