import PlanModel
import PlanText

/// The motto of a head that its column cut, beside the bodies: "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ
/// NGHĨA VIỆT" / "XÃ SƠN HÀ NAM", where the blanks between the columns were lost.
extension PlanReader {
  /// How many words the halves have: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT" and "CHỦ NGHĨA VIỆT NAM" at
  /// most; a first half of fewer is told only when it stands alone.
  private static let firstHalf = 6...7
  private static let lastHalf = 1...4

  /// A piece of a head's line, the half of a motto at its end apart; `isCut` says that the first
  /// half stands above.
  mutating func partMotto(_ chunk: ByteSpan, isCut: Bool) -> [ByteSpan] {
    let tokens = allTokens(chunk)
    let end = (tokens.lastIndex { $0.kind != .mark } ?? -1) + 1
    for length in (isCut ? Self.lastHalf : Self.firstHalf).reversed() where end >= length {
      let half = Array(tokens[(end - length)..<end])
      guard let match = lineMatch(.mottoCut, half),
        value("part", of: match) == (isCut ? "last" : "first")
      else { continue }
      if length == end { break }
      let span = span(half, 0..<length)
      return [
        Blank.trim(bytes, ByteSpan(chunk.start, span.start)), span,
        Blank.trim(bytes, ByteSpan(span.end, chunk.end)),
      ].filter { !$0.isEmpty }
    }
    return [chunk]
  }
}
