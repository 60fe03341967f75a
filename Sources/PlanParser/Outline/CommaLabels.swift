import PlanModel

/// Labels that a comma closes: "1, Thuận lợi", "a, Về trường lớp", "I, Mục đích".
///
/// Few documents write so; elsewhere "2, Thôn 3" is the rest of a sentence.
enum CommaLabels {
  /// What stands for "II" among the labels that were seen.
  private static var second: UInt8 { 0 }

  /// Whether lines begin with the first and the second label of a series, each before a comma, a
  /// blank and a capital.
  static func areUsed(in lines: [Line], _ bytes: [UInt8]) -> Bool {
    var seen: Set<UInt8> = []
    for line in lines where line.content.count > 5 && !line.pipe && line.tabs == 0 {
      var start = line.content.start
      let isSecond = bytes[start] == UInt8(ascii: "I") && bytes[start + 1] == UInt8(ascii: "I")
      if isSecond { start += 1 }
      guard bytes[start + 1] == UInt8(ascii: ","), bytes[start + 2] == 0x20 else { continue }
      switch bytes[start] {
      case UInt8(ascii: "1"), UInt8(ascii: "2"), UInt8(ascii: "a"), UInt8(ascii: "b"): break
      case UInt8(ascii: "I"): break
      default: continue
      }
      let (scalar, _) = Scalars.decode(bytes, at: start + 3)
      // "I, II và III": a numeral is no title.
      if bytes[start] == UInt8(ascii: "I"), [0x49, 0x56, 0x58].contains(scalar),
        bytes[start + 4] < 0x61
      {
        continue
      }
      if LetterCase(scalar) == .upper { seen.insert(isSecond ? second : bytes[start]) }
    }
    return seen.isSuperset(of: [UInt8(ascii: "1"), UInt8(ascii: "2")])
      || seen.isSuperset(of: [UInt8(ascii: "a"), UInt8(ascii: "b")])
      || seen.isSuperset(of: [UInt8(ascii: "I"), second])
  }
}
