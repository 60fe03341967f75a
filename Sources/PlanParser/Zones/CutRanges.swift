import PlanModel
import PlanText

/// Lines that begin with a dash and go on with the sentence of the line before.
extension PlanReader {
  /// Whether a dash at the beginning of a line belongs to the sentence of the line before:
  /// "… giai đoạn 2026" / "- 2030", "… hội thi Sơn Hà" / "– Thanh Lâm mở rộng".
  mutating func isCut(at marker: Marker, _ line: Line, _ zone: Zone) -> Bool {
    guard marker.style == 0x2D, marker.family == .bullet, line.blanksBefore == 0,
      let last = zone.drafts.last, last.ending == .open, !last.capitals,
      let piece = last.pieces.last, last.lastLine == line.number - 1
    else { return false }
    if last.lastWidth >= 30, isRange(piece, marker.textStart) { return true }
    if isSpan(ofYears: piece, marker.textStart) { return true }
    if joins(piece, behindDash: ByteSpan(marker.textStart, line.content.end)) { return true }
    guard zone.dash != nil, !dashIsBullet(marker, zone) else { return false }
    // "… lần thứ V" / "– Hoài Lam lần thứ II": where lines are cut by hand a short one may be too.
    return last.lastWidth >= 50 || wrap.isParted || (wrap.isHard && endsInNumeral(piece))
  }

  /// Whether the number that ends a piece and the one at `next` are the ends of a range: two
  /// years or two other numbers, not "… đến năm 2030" / "- 100% số hộ …".
  private func isRange(_ piece: ByteSpan, _ next: Int) -> Bool {
    let first = bytes[piece.start..<piece.end].reversed().prefix(while: \.isDigit).count
    let second = bytes[min(next, bytes.count)...].prefix(5).prefix(while: \.isDigit).count
    guard first > 0, second > 0 else { return false }
    let dated = next + second < bytes.count && bytes[next + second] == UInt8(ascii: "/")
    return dated || (first == 4) == (second == 4)
  }

  /// Whether a piece of text ends in a year and a later one stands at `next`.
  ///
  /// "- Thời gian: 2026" / "- 2028."
  private func isSpan(ofYears piece: ByteSpan, _ next: Int) -> Bool {
    guard let first = year(Array(bytes[max(piece.start, piece.end - 5)..<piece.end].suffix(4))),
      let second = year(Array(bytes[min(next, bytes.count)...].prefix(4)))
    else { return false }
    let behind = next + 4 < bytes.count ? bytes[next + 4] : UInt8(ascii: "\n")
    return first < second && second - first <= PlanReader.longestPeriod
      && !behind.isDigit
  }

  /// How many years a plan looks ahead at most.
  private static let longestPeriod = 30

  /// The year that four digits are.
  private func year(_ digits: [UInt8]) -> Int? {
    guard digits.count == 4, let year = Int(String(decoding: digits, as: UTF8.self)),
      (1980...2099).contains(year)
    else { return nil }
    return year
  }

  /// Whether a piece of text ends in a Roman numeral: "lần thứ V".
  private func endsInNumeral(_ piece: ByteSpan) -> Bool {
    let tail = bytes[max(piece.start, piece.end - 8)..<piece.end]
    guard let blank = tail.lastIndex(of: 0x20) else { return false }
    return Letters.roman(tail[(blank + 1)...]) != nil
  }
}
