import PlanModel
import PlanText

/// What stands between the kind of a document and its number.
extension PlanReader {
  /// The day and the issuer that fill the place between a kind and its number, in any order:
  /// "Nghị quyết của Hội đồng nhân dân huyện số 25/NQ-HĐND", "Quyết định ngày 18/11/2020 của Thủ
  /// tướng Chính phủ số 1850/QĐ-TTg", "Kế hoạch của UBND tỉnh (số 44/KH-UBND …)"; `nil` when
  /// anything else stands there.
  func partsBetween(
    _ start: Int, _ end: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> (date: String?, issuer: Range<Int>?)? {
    var place = start
    var date: String?
    var issuer: Range<Int>?
    while place < end {
      if let time = time(at: place, leaf), date == nil, time.range.upperBound <= end {
        guard let value = day(time)?.value else { return nil }
        (date, place) = (value, time.range.upperBound)
        continue
      }
      let name = parts.match(.issuer, at: place)?.end ?? place
      if issuer == nil, let found = issuerName(leaf.tokens, from: name, parts),
        found.upperBound <= end
      {
        (issuer, place) = (found, found.upperBound)
        continue
      }
      // A comma or the bracket that the number opens: "của Sở Nội vụ, số 31/KH-SNV".
      let isMarked = isMark(leaf.tokens[place], 0x2C) || isMark(leaf.tokens[place], 0x28)
      guard place > start, isMarked else { return nil }
      place += 1
    }
    return (date, issuer)
  }

  /// Who issued the document that another one amends in the bracket behind it, where both have the
  /// same kind and symbol: "Nghị định số 52/2013/NĐ-CP … (đã được sửa đổi bởi Nghị định số
  /// 85/2021/NĐ-CP ngày 25/9/2021)".
  func issuerOfAmended(
    before start: Int, _ kind: String, _ number: DocumentNumber, _ leaf: FactLeaf,
    _ parts: DocumentParts, _ reading: ReferenceReading
  ) -> (name: String, words: [String])? {
    guard let last = reading.recent.last, last.kind == kind,
      let open = (max(0, start - Self.longestAmending)..<start).last(where: {
        parts.match(.revising, at: $0) != nil
      }), !(open..<start).contains(where: { isMark(leaf.tokens[$0], 0x29) }),
      reading.ledger.hasSymbol(of: number, at: last.reference)
    else { return nil }
    return reading.ledger.issuer(of: last.reference)
  }

  /// How many tokens may stand between the bracket and the amending document.
  private static var longestAmending: Int { 14 }
}
