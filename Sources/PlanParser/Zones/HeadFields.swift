import PlanModel
import PlanText

/// The number, and the place and date, of a head.
extension PlanReader {
  mutating func number(_ part: HeadPart, _ tokens: [Token]) {
    // "1 07": recognition cut the number in two; "l07": it took a digit for a letter.
    let digits = TextFolder(bytes: bytes, markdown: folder.markdown)
    let sequence = capture("sequence", of: part.match, tokens).map { range in
      digits.fold(span(tokens, range)).filter { $0 != " " }
    }
    let symbol = capture("symbol", of: part.match, tokens).map { range -> String in
      // "62/KH- UBND": the symbol is one word.
      let initials = Blank.trim(
        bytes, ByteSpan(Int(tokens[part.match.end - 1].end), part.span.end))
      // The bracket of who drafted it and a stop are none of the symbol's.
      let isOther = initials.isEmpty || [0x28, 0x2E, 0x2C].contains(bytes[initials.start])
      let symbol = plainDashes(folder.fold(span(tokens, range)).filter { $0 != " " })
      return DocumentNumber.mended(symbol) + (isOther ? "" : " " + folder.fold(initials))
    }
    // What stands there and cannot be read is no number to be filled in.
    let isBlank = sequence == nil && value("form", of: part.match) != "damaged"
    plan.header.number = NumberField(
      text: folder.fold(part.span), sequence: sequence, symbol: symbol,
      status: isBlank ? .blank : .present, span: part.span,
      rule: traced(part.match.rule))
  }

  /// Whether something was written in the place of a day, and not only dots to write it on.
  private func isWritten(_ day: Range<Int>?, _ tokens: [Token]) -> Bool {
    day.map { tokens[$0].contains { $0.kind != .mark || !isRule($0) } } ?? false
  }

  /// Whether a mark is one of those that a form has where it is to be filled in.
  private func isRule(_ mark: Token) -> Bool {
    let scalar = markers.scalar(mark)
    return [0x2E, 0x2026, 0x5F, 0x2C, 0x2F].contains(scalar)
      || MarkerReader.bulletKind(scalar) == 0x2D
  }

  /// A symbol with the dash that symbols are written with, whatever dash was typed.
  private func plainDashes(_ symbol: String) -> String {
    String(
      String.UnicodeScalarView(
        symbol.unicodeScalars.map { MarkerReader.bulletKind($0.value) == 0x2D ? "-" : $0 }))
  }

  mutating func placeDate(_ part: HeadPart, _ tokens: [Token]) {
    var dateStart = part.span.start
    if let place = capture("place", of: part.match, tokens) {
      var where_ = span(tokens, place)
      where_.start = max(where_.start, part.span.start)
      plan.header.place = HeaderField(
        text: folder.fold(where_), status: .present, span: where_, rule: traced(part.match.rule))
      var next = place.upperBound
      while next < part.match.end, tokens[next].kind == .mark { next += 1 }
      if next < part.match.end { dateStart = Int(tokens[next].start) }
    }
    let read = { (reader: inout PlanReader, name: String) -> Int? in
      reader.capture(name, of: part.match, tokens).flatMap { range in
        range.count == 1 ? reader.markers.number(tokens[range.lowerBound]) : nil
      }
    }
    let day = read(&self, "day")
    let month = read(&self, "month")
    let year = read(&self, "year")
    let dateSpan = ByteSpan(dateStart, part.span.end)
    let value = HeadDate.value(day: day, month: month, year: year)
    let isWritten = isWritten(capture("written", of: part.match, tokens), tokens)
    plan.header.date = DateField(
      text: folder.fold(dateSpan), value: value,
      status: value?.utf8.count == 10 || isWritten ? .present : .blank, span: dateSpan,
      rule: traced(part.match.rule))
    if isWritten {
      diagnose(
        .ocrSuspect, .recognition, .warning,
        "the date cannot be read as it stands; compare it with the original", dateSpan,
        node: "header")
    }
    if let day, let month, let year, !HeadDate.exists(day: day, month: month, year: year) {
      diagnose(
        .dateInvalid, .document, .warning,
        "the calendar has no such date; check day and month", dateSpan, node: "header")
    }
  }
}
