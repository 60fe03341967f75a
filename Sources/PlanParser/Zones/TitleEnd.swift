import PlanModel
import PlanText

/// Where a title gives way to the text under it, whose lines were cut by hand.
extension PlanReader {
  /// How many lines of a paragraph are looked at for the end of its first sentence.
  private static let sentenceLines = 10

  /// Whether line `index` begins the first paragraph of the text, whatever words it opens with:
  /// "Nhằm nâng cao hiệu quả của các chợ" / "trên địa bàn, …", "Thực hiện Nghị" / "quyết số 12 …".
  ///
  /// Under a title in capitals it does when it goes on in small letters or is a sentence; under one
  /// in small letters it must open as a sentence does, too.
  mutating func beginsText(at index: Int, after previous: Line?) -> Bool {
    let line = lines[index]
    guard let previous, !line.capitals, !line.startsLower, !line.bold else { return false }
    // "… MÙA KHÔ NĂM 2030 -" / "2031": the years of the title.
    if bytes[previous.content.end - 1] == 0x2D, beginsWithNumber(line) { return false }
    let run = paragraph(from: index)
    guard run.upperBound > index + 1 || line.width >= 60 || line.ended else { return false }
    let whole = ByteSpan(line.content.start, lines[run.upperBound - 1].content.end)
    if previous.capitals, run.count > 1, lines[index + 1].startsLower { return true }
    guard previous.capitals || lineMatch(.opener, tokens(line.content)) != nil else { return false }
    return isText(whole)
  }

  /// How many lines a name in quotation marks takes at most inside a title.
  private static let quotedLines = 5

  /// The line that ends the name in quotation marks with which line `index` goes on with a title in
  /// capitals: "THỂ LỆ HỘI THI" / "“Tìm hiểu nghề dệt," / "nghề mây” xã Sơn Hà".
  mutating func quotationEnd(at index: Int, after previous: Line?) -> Int? {
    guard let previous, previous.capitals, lines[index].blanksBefore == 0,
      opensQuotation(lines[index])
    else { return nil }
    var quotes = 0
    for end in index..<min(lines.count, index + PlanReader.quotedLines) {
      let line = lines[end]
      guard end == index || line.blanksBefore == 0, line.tabs == 0, !line.pipe,
        end == index || lineMatch(.note, tokens(line.content)) == nil
      else { return nil }
      quotes += quoteCount(line)
      if quotes > 1, quotes.isMultiple(of: 2) { return line.ended ? nil : end }
    }
    return nil
  }

  /// Whether a line begins with a quotation mark, straight or curved.
  private func opensQuotation(_ line: Line) -> Bool {
    [0x22, 0x201C].contains(Scalars.decode(bytes, at: line.content.start).scalar)
  }

  /// How many quotation marks stand in a line.
  private func quoteCount(_ line: Line) -> Int {
    var count = 0
    var offset = line.content.start
    while offset < line.content.end {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      if [0x22, 0x201C, 0x201D].contains(scalar) { count += 1 }
      offset += length
    }
    return count
  }

  /// The lines from line `index` to the end of its sentence, of its paragraph, or to a line that
  /// opens something of its own.
  private mutating func paragraph(from index: Int) -> Range<Int> {
    var end = index + 1
    while end < lines.count, end - index < PlanReader.sentenceLines, !lines[end - 1].ended {
      let line = lines[end]
      guard line.blanksBefore == 0, !line.pageBefore, line.tabs == 0, !line.pipe, !line.bare,
        line.heading == 0, !line.capitals || line.width < 12
      else { break }
      let tokens = tokens(line.content)
      if lineMatch(.preamble, tokens) != nil || marker(tokens) != nil { break }
      end += 1
    }
    return index..<end
  }

  /// Whether some words are a sentence, as no title is: one ends among them or at their end, a
  /// list stands in them, or they lead into the plan.
  private mutating func isText(_ span: ByteSpan) -> Bool {
    switch LineReader.ending(bytes, span) {
    case .stop, .semicolon: return true
    case .colon where lineMatchAtEnd(.leadIn, allTokens(span)) != nil: return true
    case .colon, .comma, .open: break
    }
    let words = allTokens(span)
    return zip(words, words.dropFirst()).contains { mark, next in
      guard mark.kind == .mark, next.shape.contains(.spaced) else { return false }
      let scalar = markers.scalar(mark)
      return scalar == 0x3B || scalar == 0x2E && next.shape.contains(.capitalized)
    }
  }

  /// Whether a legal basis or lead-in begins with line `index`, of which a narrow column may have
  /// left the first word alone: "Căn" / "cứ Luật …".
  mutating func opensPreamble(at index: Int) -> Bool {
    let line = lines[index]
    let tokens = tokens(line.content)
    if lineMatch(.preamble, tokens) != nil { return true }
    // "- Căn cứ Luật …": the basis may be a list.
    if let marker = markers.read(tokens), marker.family == .bullet,
      let first = tokens.firstIndex(where: { Int($0.start) >= marker.textStart }),
      lineMatch(.preamble, tokens, from: first) != nil
    {
      return true
    }
    guard line.width <= 12, index + 1 < lines.count, lines[index + 1].blanksBefore == 0 else {
      return false
    }
    let both = ByteSpan(line.content.start, lines[index + 1].content.end)
    return lineMatch(.preamble, self.tokens(both)) != nil
  }
}
