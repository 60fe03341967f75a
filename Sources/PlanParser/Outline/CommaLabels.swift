import PlanModel

/// Labels that a comma closes: "1, Thuận lợi", "a, Về trường lớp".
///
/// Few documents write so; elsewhere "2, Thôn 3" is the rest of a sentence.
enum CommaLabels {
  /// Whether lines begin with the first and the second label of a series, each before a comma, a
  /// blank and a capital.
  static func areUsed(in lines: [Line], _ bytes: [UInt8]) -> Bool {
    var seen: Set<UInt8> = []
    for line in lines where line.content.count > 4 && !line.pipe && line.tabs == 0 {
      let start = line.content.start
      guard bytes[start + 1] == UInt8(ascii: ","), bytes[start + 2] == 0x20 else { continue }
      switch bytes[start] {
      case UInt8(ascii: "1"), UInt8(ascii: "2"), UInt8(ascii: "a"), UInt8(ascii: "b"): break
      default: continue
      }
      let (scalar, _) = Scalars.decode(bytes, at: start + 3)
      if LetterCase(scalar) == .upper { seen.insert(bytes[start]) }
    }
    return seen.isSuperset(of: [UInt8(ascii: "1"), UInt8(ascii: "2")])
      || seen.isSuperset(of: [UInt8(ascii: "a"), UInt8(ascii: "b")])
  }
}
