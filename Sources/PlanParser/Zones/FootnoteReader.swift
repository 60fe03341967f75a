import PlanModel
import PlanText

/// Footnotes: lines that begin with a number which the text before calls, "[1]", "(1)" under a rule,
/// or "¹".
extension PlanReader {
  /// How many lines of a footnote stand below its first at most.
  private static let footnoteLines = 12

  /// Finds the lines of footnotes.
  mutating func readFootnotes() {
    var calls = FootnoteCalls()
    // What the lines before one call is read when one may open a footnote: in most documents none.
    var unread = 0
    // The number of the footnote before.
    var last = 0
    var index = 0
    while index < lines.count {
      guard lines[index].tabs == 0, let call = mark(at: index) else {
        index += 1
        continue
      }
      for line in lines[unread..<index] { calls.read(line, bytes) }
      unread = index
      guard let place = calls.place(of: call, bytes),
        call.form != .round || isRuledOff(index) || isGlued(place),
        call.end < lines[index].content.end || call.form != .bare
          || markers.number(tokens(call.label)[0]) == last + 1
      else {
        index += 1
        continue
      }
      pages.footnotes[lines[index].number] = call.label
      last = markers.number(tokens(call.label)[0]) ?? last
      pages.calls[lines[index].content.start] = place
      index = goOn(from: index, call)
      unread = index
    }
    // Where the format of the document tells footnotes, they are taken already.
    if plan.footnotes.isEmpty { return }
    for line in lines[unread...] { calls.read(line, bytes) }
    for note in plan.footnotes {
      guard let call = FootnoteCall(bytes, at: note.span.start, note.span.end) else { continue }
      pages.calls[note.span.start] = calls.place(of: call, bytes)
    }
  }

  /// The mark with which line `index` opens a footnote, if the text before calls it.
  private func mark(at index: Int) -> FootnoteCall? {
    let line = lines[index]
    guard
      let call = FootnoteCall(bytes, at: line.content.start, line.content.end)
        ?? FootnoteCall(bareIn: bytes, at: line.content.start, line.content.end)
        ?? FootnoteCall(aloneIn: bytes, line.content)
    else { return nil }
    switch call.form {
    case .square: return links(call, at: index) ? nil : call
    case .raised: return call.end < line.content.end ? call : nil
    case .bare:
      if call.end == line.content.end { return opensNote(alone: index) ? call : nil }
      return isRuledOff(index) || pageEnds(below: index, orText: true) ? call : nil
    // Elsewhere "(1)" opens a unit.
    case .round:
      guard call.end < line.content.end else { return nil }
      return isRuledOff(index) || pageEnds(below: index) ? call : nil
    }
  }

  /// Whether a rule, or a footnote, stands right above line `index`.
  private func isRuledOff(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let above = lines[index - 1]
    return above.bare && above.width >= 3 || pages.footnotes[above.number] != nil
  }

  /// Whether the page of line `index` ends with its footnotes: each line up to the number of the page
  /// or the next page opens one or goes on with one.
  ///
  /// `orText` says that the end of the text is one of a page: below the signatures stand notes.
  private func pageEnds(below index: Int, orText: Bool = false) -> Bool {
    for next in (index + 1)..<min(lines.count, index + Self.footnoteLines) {
      if lines[next].pageBefore || isPageNumber(lines[next]) { return true }
      // A stamp or the letter of a draft stands between its notes and its number.
      if isStamp(next) { return true }
      if !opensNote(next), !goesOn(next) { return false }
    }
    return orText && index + Self.footnoteLines >= lines.count
  }

  /// How wide a stamp is at most that stands right above the number of a page: "HỎA TỐC".
  private static let stampWidth = 12

  /// Whether line `index` is a word or two in capitals right above the number of its page.
  private func isStamp(_ index: Int) -> Bool {
    let line = lines[index]
    return line.capitals && line.tabs == 0 && !line.pipe && !line.ended
      && line.width <= Self.stampWidth && index + 1 < lines.count
      && lines[index + 1].blanksBefore == 0 && isPageNumber(lines[index + 1])
  }

  /// Whether the number that stands alone on line `index` opens the footnote below it, and is not
  /// that of the page: a blank line parts it from the text, and none from the footnote.
  ///
  /// "… đồi cỏ và nguồn nước" / "" / "1" / "  Theo Báo cáo số 12/BC-UBND."
  private func opensNote(alone index: Int) -> Bool {
    guard index > 0, index + 1 < lines.count, lines[index + 1].blanksBefore == 0,
      lines[index].blanksBefore > 0 || pages.footnotes[lines[index - 1].number] != nil
    else { return false }
    let text = lines[index + 1].content
    return LetterCase(Scalars.decode(bytes, at: text.start).scalar) == .upper
      && pageEnds(below: index)
  }

  /// Whether line `index` begins as a footnote does whose number has no mark or stands in brackets.
  private func opensNote(_ index: Int) -> Bool {
    let line = lines[index].content
    if FootnoteCall(bareIn: bytes, at: line.start, line.end) != nil { return true }
    return FootnoteCall(bytes, at: line.start, line.end).map { $0.form == .round } ?? false
  }

  /// Whether a mark stands right behind a word or number: "năm 2024(1)".
  private func isGlued(_ place: Int) -> Bool {
    place > 0 && (bytes[place - 1] > 0x3F || bytes[place - 1].isDigit)
  }

  /// Whether brackets are the text of a markdown link, or nothing follows them.
  private func links(_ call: FootnoteCall, at index: Int) -> Bool {
    let line = lines[index]
    if call.end < line.content.end { return bytes[call.end] == UInt8(ascii: "(") }
    guard index + 1 < lines.count else { return true }
    let next = lines[index + 1]
    return next.blanksBefore > 1 || next.bare
      || FootnoteCall(bytes, at: next.content.start, next.content.end) != nil
  }

  /// Takes the lines with which a footnote goes on; the result is the line after it.
  private mutating func goOn(from start: Int, _ call: FootnoteCall) -> Int {
    let rest = ByteSpan(call.label.end, call.label.end)
    var index = start + 1
    // "[1]" / "Chỉ thị số 27/CT-TTg …": its text stands on the next line.
    if call.end == lines[start].content.end, index < lines.count {
      pages.footnotes[lines[index].number] = rest
      index += 1
    }
    while index < lines.count, index <= start + Self.footnoteLines, goesOn(index) {
      pages.footnotes[lines[index].number] = rest
      index += 1
    }
    return index
  }

  /// Whether line `index` goes on with the footnote above it.
  private func goesOn(_ index: Int) -> Bool {
    let (before, line) = (lines[index - 1], lines[index])
    guard line.blanksBefore == 0, !before.ended || before.ending == .semicolon, !line.bare,
      !line.pageBefore, FootnoteCall(bytes, at: line.content.start, line.content.end) == nil,
      FootnoteCall(bareIn: bytes, at: line.content.start, line.content.end) == nil
    else { return false }
    return line.startsLower
      || !line.capitals && line.tabs == 0 && !isPageNumber(line)
        && !begins(bullet: line.content)
  }

  /// Adds a line of a footnote.
  mutating func take(footnote line: Line, _ label: ByteSpan) {
    var text = ByteSpan(line.content.start, line.content.end)
    if label.isEmpty, let last = plan.footnotes.indices.last {
      plan.footnotes[last].span = plan.footnotes[last].span.union(text)
      if !plan.footnotes[last].text.isEmpty { plan.footnotes[last].text += " " }
      plan.footnotes[last].text += folder.fold(text)
      return
    }
    if !label.isEmpty {
      let call = FootnoteCall(bytes, at: text.start, text.end)
      let isGlued =
        label.end < text.end
        && (bytes[label.end] > 0x40 && bytes[label.end] != 0x5D
          || bytes[label.end].isDigit)
      text.start = call?.end ?? min(label.end + (isGlued ? 0 : 1), text.end)
    }
    if text.start < text.end, bytes[text.start] == UInt8(ascii: ":") { text.start += 1 }
    plan.footnotes.append(
      Footnote(
        label: folder.fold(label), text: folder.fold(Blank.trim(bytes, text)),
        span: ByteSpan(line.content.start, line.content.end)))
  }

  /// The number in the brackets that open at `start`: "[1]", "[^1]".
  func bracketed(at start: Int, _ end: Int) -> ByteSpan? {
    guard let call = FootnoteCall(bytes, at: start, end), call.form == .square else { return nil }
    return call.label
  }
}
