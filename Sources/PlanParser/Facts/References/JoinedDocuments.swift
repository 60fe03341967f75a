import PlanModel
import PlanText

/// Documents that share the issuer named behind the last of them.
extension PlanReader {
  /// "Chỉ thị số 10/CT-TTg ngày … và Công điện số 481/CĐ-TTg ngày … của Thủ tướng Chính phủ": the
  /// issuer behind the last of documents that "và" or a comma joins, and whose numbers end alike,
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
          || bytes[Int(leaf.tokens[open.end].start)] == UInt8(ascii: ","))
      if !isNext || open.issuerCode != number.issuerCode { reading.open = [] }
    }
    if let issuer = citation.issuer {
      for earlier in reading.open {
        reading.ledger.share(issuer, citation.issuerWords, with: earlier.reference)
      }
      reading.open = []
    } else if citation.subject == nil {
      reading.open.append((place, range.upperBound, number.issuerCode))
    } else {
      reading.open = []
    }
  }
}
