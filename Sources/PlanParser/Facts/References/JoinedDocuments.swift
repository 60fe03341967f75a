import PlanModel
import PlanText

/// Documents that share the issuer named behind the last of them.
extension PlanReader {
  /// "Chỉ thị số 10/CT-TTg ngày … và Công điện số 481/CĐ-TTg ngày … của Thủ tướng Chính phủ": the
  /// issuer behind the last of documents that "và", a comma or a semicolon joins, and whose numbers end alike,
  /// issued them all.
  func shareIssuer(
    of place: Int, _ range: Range<Int>, _ citation: ReferenceLedger.Citation,
    _ number: DocumentNumber, _ leaf: FactLeaf, _ parts: DocumentParts,
    _ reading: inout ReferenceReading
  ) {
    if let open = reading.open.last {
      let isNext =
        open.end == range.lowerBound - 1
        && (parts.match(.and, at: open.end) != nil
          || isMark(leaf.tokens[open.end], 0x2C)
          // "Nghị định số 61/2018/NĐ-CP ngày …; Nghị định số 107/2021/NĐ-CP ngày … của Chính phủ"
          || isMark(leaf.tokens[open.end], 0x3B) && open.issuerCode == number.issuerCode)
      if !isNext || open.issuerCode != number.issuerCode { reading.open = [] }
    }
    if let issuer = citation.issuer {
      // "số 45/QĐ-UBND và Quyết định số 46/QĐ-UBND cùng ngày 20/01/2026"
      let behind = skippingComma(leaf.tokens, number.range.upperBound)
      let isSameDay = parts.match(.sameDay, at: behind) != nil
      for earlier in reading.open {
        reading.ledger.share(issuer, citation.issuerWords, with: earlier.reference)
        if isSameDay { reading.ledger.share(date: citation.date, with: earlier.reference) }
      }
      reading.open = []
    } else if citation.subject == nil {
      reading.open.append((place, range.upperBound, number.issuerCode))
    } else {
      reading.open = []
    }
  }

  /// "tại Tờ trình số 4/TTr-STC ngày … và Công văn số 8/STC-NS ngày … về giá nước": what the second of
  /// two documents is about that "và" joins, the first is about too, where they are of one kind or
  /// somebody is said to have written both.
  func shareSubject(
    of place: Int, _ range: Range<Int>, _ citation: ReferenceLedger.Citation,
    _ parts: DocumentParts,
    _ reading: inout ReferenceReading
  ) {
    if let first = reading.untold, citation.subject != nil,
      parts.match(.and, at: first.end)?.end == range.lowerBound,
      first.kind == citation.kind || reading.written != nil
    {
      reading.ledger.share(subject: citation.subject, with: first.reference)
    }
    reading.untold = citation.subject == nil ? (place, range.upperBound, citation.kind) : nil
  }
}
