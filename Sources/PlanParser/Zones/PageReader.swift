import PlanModel
import PlanText

/// What only a look at all lines tells of single lines, by their numbers.
struct PageMarks {
  /// Lines of footnotes: the label where one begins, empty where one goes on.
  var footnotes: [Int: ByteSpan] = [:]
  /// Lines that are a number and stand inside a sentence: "… đạt" / "48" / "hộ …".
  var numbers: Set<Int> = []
  /// The number of the line from which on nothing is the document's.
  var tail = Int.max
}

/// Numbers that are no page's, and footnotes.
extension PlanReader {
  /// Looks over all lines once.
  mutating func readPages() {
    let numbers = lines.indices.filter { isPageNumber(lines[$0]) }
    if !numbers.isEmpty { readNumbers(numbers) }
    readTail()
    if ByteWord.first(UInt8(ascii: "]"), in: bytes, from: 0, to: bytes.count) != nil {
      readFootnotes()
    }
  }

  // MARK: Numbers

  /// Tells numbers inside a sentence from those of pages, which count on.
  private mutating func readNumbers(_ places: [Int]) {
    let values = Set(places.compactMap { number(on: lines[$0]) })
    for index in places where index > 0 && index + 1 < lines.count {
      let (before, line, after) = (lines[index - 1], lines[index], lines[index + 1])
      guard let value = number(on: line), value > 3,
        ![-2, -1, 1, 2].contains(where: { values.contains(value + $0) }),
        before.ending == .open, !before.capitals, before.tabs == 0, after.startsLower,
        line.blanksBefore == 0, after.blanksBefore == 0, !line.pageBefore, !after.pageBefore
      else { continue }
      pages.numbers.insert(line.number)
    }
  }

  /// The number that is the whole of a line; `nil` when dashes stand around it.
  private func number(on line: Line) -> Int? {
    Int(String(decoding: bytes[line.content.start..<line.content.end], as: UTF8.self))
  }

  /// Takes the numbers of pages that are glued to the first word of a line off the lines.
  mutating func takeGluedNumbers() {
    for index in lines.indices where lines[index].width > 8 && lines[index].tabs == 0 {
      let line = lines[index]
      guard gluesDigit(line.content) else { continue }
      let tokens = tokens(line.content)
      guard
        let match = lineMatches(tokens).first(where: {
          meaning($0) == .pageNumber && value("form", of: $0) != nil
        }), let number = capture("number", of: match, tokens)
      else { continue }
      let page = span(tokens, number)
      addFurniture(.pageNumber, page, rule: match.rule)
      lines[index] = LineReader.piece(of: line, from: page.end, to: line.content.end, bytes)
    }
  }

  /// Whether a digit stands right before a capital in the first words of a line.
  private func gluesDigit(_ span: ByteSpan) -> Bool {
    guard bytes[span.start] >= UInt8(ascii: "A") else { return false }
    for offset in span.start..<min(span.end - 2, span.start + 12)
    where bytes[offset] >= 48 && bytes[offset] <= 57 {
      return LetterCase(Scalars.decode(bytes, at: offset + 1).scalar) == .upper
        || (bytes[offset + 1] >= 48 && bytes[offset + 1] <= 57)
    }
    return false
  }

  // MARK: Footnotes

  /// Finds the lines that begin with a number in brackets which the text before refers to.
  private mutating func readFootnotes() {
    var mentions: Set<ArraySlice<UInt8>> = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      guard line.tabs == 0, let label = bracketed(at: line.content.start, line.content.end),
        mentions.contains(bytes[label.start..<label.end]), !links(label, line)
      else {
        mention(in: line, &mentions)
        index += 1
        continue
      }
      pages.footnotes[line.number] = label
      index += 1
      while index < lines.count, lines[index].blanksBefore == 0, lines[index].startsLower,
        !lines[index - 1].ended
      {
        pages.footnotes[lines[index].number] = ByteSpan(label.end, label.end)
        index += 1
      }
    }
  }

  /// Keeps the numbers in brackets that stand inside a line.
  private func mention(in line: Line, _ mentions: inout Set<ArraySlice<UInt8>>) {
    for offset in line.content.start..<line.content.end
    where bytes[offset] == UInt8(ascii: "[") && offset > line.content.start {
      if let label = bracketed(at: offset, line.content.end) {
        mentions.insert(bytes[label.start..<label.end])
      }
    }
  }

  /// The number in the brackets that open at `start`: "[1]", "[^1]".
  func bracketed(at start: Int, _ end: Int) -> ByteSpan? {
    guard start < end, bytes[start] == UInt8(ascii: "[") else { return nil }
    var first = start + 1
    if first < end, bytes[first] == UInt8(ascii: "^") { first += 1 }
    var last = first
    while last < end, last - first < 4, bytes[last] >= 48, bytes[last] <= 57 { last += 1 }
    guard last > first, last < end, bytes[last] == UInt8(ascii: "]") else { return nil }
    return ByteSpan(first, last)
  }

  /// Whether brackets are the text of a markdown link, or nothing follows them.
  private func links(_ label: ByteSpan, _ line: Line) -> Bool {
    let next = label.end + 1
    return next >= line.content.end || bytes[next] == UInt8(ascii: "(")
  }

  /// Adds a line of a footnote.
  mutating func take(footnote line: Line, _ label: ByteSpan) {
    var text = ByteSpan(line.content.start, line.content.end)
    if label.isEmpty, let last = plan.footnotes.indices.last {
      plan.footnotes[last].span = plan.footnotes[last].span.union(text)
      plan.footnotes[last].text += " " + folder.fold(text)
      return
    }
    if !label.isEmpty { text.start = min(label.end + 1, text.end) }
    if text.start < text.end, bytes[text.start] == UInt8(ascii: ":") { text.start += 1 }
    plan.footnotes.append(
      Footnote(
        label: folder.fold(label), text: folder.fold(Blank.trim(bytes, text)),
        span: ByteSpan(line.content.start, line.content.end)))
  }
}
