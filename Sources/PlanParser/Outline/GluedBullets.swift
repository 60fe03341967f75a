import PlanModel
import PlanText

/// Bullets that are glued to a number.
///
/// "-100% thôn có tủ sách", "-02 lớp dệt": a dash before a number is else its sign or the rest of a
/// range, and only the lines beside it tell.
enum GluedBullets {
  /// How many characters the line of such a bullet has at least.
  private static var narrowest: Int { 12 }

  /// Where the bullets stand, in a text that glues bullets to its words, or to several numbers.
  static func beforeNumbers(in lines: [Line], _ bytes: [UInt8]) -> Set<Int> {
    var found: [Int] = []
    var isUsed = false
    for line in lines where line.tabs == 0 && !line.pipe && line.width >= narrowest {
      let start = line.content.start
      let mark = bytes[start]
      guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+") else { continue }
      let digits = bytes[(start + 1)..<line.content.end].prefix { $0.isDigit }.count
      if digits == 0 {
        if LetterCase(Scalars.decode(bytes, at: start + 1).scalar) == .upper { isUsed = true }
      } else if digits < 4, !line.bare {
        found.append(start)
      }
    }
    return isUsed || found.count > 1 ? Set(found) : []
  }
}
