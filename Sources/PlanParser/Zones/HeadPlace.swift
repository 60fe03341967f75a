import PlanModel
import PlanText

/// The place before the date of a head: where it begins, and what only looks like one.
extension PlanReader {
  /// The token at which the place of a match begins: a name that ends the line above is no part of
  /// it where an empty line stands between, or where that line is a sentence.
  ///
  /// "V/v mở lớp dệt tại xã Vân Long" / "Sơn Hà, ngày 07 tháng 4 năm 2026". A narrow cell holds the
  /// name alone: "Sơn" / "Hà, ngày 07 tháng 4 năm 2026".
  mutating func placeLine(_ match: RuleMatch, _ tokens: [Token]) -> Int {
    guard let place = capture("place", of: match, tokens) else { return match.start }
    if let column = columnStart(place, tokens) { return column }
    let isCut = { (bytes: [UInt8], left: Token, right: Token, least: Int) in
      bytes[Int(left.end)..<Int(right.start)].count { $0 == 0x0A } >= least
    }
    guard
      let next = place.dropFirst().last(where: { isCut(bytes, tokens[$0 - 1], tokens[$0], 1) }),
      tokens[next].shape.contains(.capitalized)
    else { return match.start }
    if isCut(bytes, tokens[next - 1], tokens[next], 2) { return next }
    // "Số: 31/KH-UBND Sơn" / "Hà, ngày …": parts of a head that was poured into lines.
    guard match.start > 0, isOnLine(tokens[match.start - 1], tokens[match.start]),
      !tokens[match.start - 1].shape.contains(.upper)
    else { return match.start }
    return next
  }

  /// Where the right column begins inside of words taken for a place, whose first are the last of a name
  /// in capitals in the left one: "… VÀ THÚ Y<TAB>Sơn Hà, ngày 07 tháng 4 năm 2026".
  private func columnStart(_ place: Range<Int>, _ tokens: [Token]) -> Int? {
    place.dropFirst().last { index in
      let (left, right) = (tokens[index - 1], tokens[index])
      return left.shape.contains(.upper) && !right.shape.contains(.upper)
        && !isNear(Int(left.end), Int(right.start))
        && bytes[Int(left.end)..<Int(right.start)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
  }

  /// Whether a match is a time ("Hôm nay, ngày …", "Thứ tư, ngày …") or the date of one, or a place
  /// whose second word is in small letters ("Nà pán, ngày …") or whose date is loose inside a line.
  mutating func isTime(_ match: RuleMatch, _ tokens: [Token]) -> Bool {
    let form = value("form", of: match)
    if form == "time" || form == "bare" { return true }
    if form == "small", match.start > 0,
      isNear(Int(tokens[match.start - 1].end), Int(tokens[match.start].start))
    {
      return true
    }
    let words = Array(tokens[max(0, match.start - 3)..<match.end])
    return phrases(words).contains {
      $0.end == words.count && meaning($0) == .placeDate && value("form", of: $0) == "time"
    }
  }
}
