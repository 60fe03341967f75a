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
    let code = issuingCode(number, leaf.tokens)
    if let open = reading.open.last {
      let isNext =
        open.end == range.lowerBound - 1
        && (parts.match(.and, at: open.end) != nil
          || isMark(leaf.tokens[open.end], 0x2C)
          // "Nghị định số 61/2018/NĐ-CP ngày …; Nghị định số 107/2021/NĐ-CP ngày … của Chính phủ"
          || isMark(leaf.tokens[open.end], 0x3B) && open.issuerCode == code)
      if !isNext || open.issuerCode != code { reading.open = [] }
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
      reading.open.append((place, range.upperBound, code))
    } else {
      reading.open = []
    }
  }

  /// The part of a number that stands for the issuer: what stands behind the code of the kind, or first
  /// in a letter, which has none: "UBND" of "78/TB-UBND" and of "76/UBND-NC".
  private func issuingCode(_ number: DocumentNumber, _ tokens: [Token]) -> String {
    guard let codes = grammar.list("document-codes"),
      let first = number.range.first(where: { tokens[$0].kind == .syllable }),
      grammar.entry(in: codes, tokens, at: first) == nil,
      let letters = number.text.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
        .first(where: { $0.contains(where: \.isLetter) })
    else { return number.issuerCode }
    return DocumentNumber.key(String(letters))
  }

  /// "các Quyết định số 56-QĐ/ĐU, 57-QĐ/ĐU ngày 15/8/2026 của Đảng ủy": the one day behind several
  /// numbers of one kind is that of them all, as the issuer is.
  mutating func shareDay(
    _ listed: [(reference: Int, tail: (date: String?, hasIssuer: Bool))], behind start: Int,
    _ leaf: FactLeaf, _ reading: inout ReferenceReading
  ) {
    guard listed.count > 1, let last = listed.last, let date = last.tail.date, last.tail.hasIssuer,
      listed.dropLast().allSatisfy({ $0.tail.date == nil && !$0.tail.hasIssuer }), start > 0,
      let several = grammar.list("several-documents"),
      grammar.entry(in: several, leaf.tokens, at: start - 1)?.end == start
    else { return }
    for entry in listed.dropLast() { reading.ledger.share(date: date, with: entry.reference) }
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
