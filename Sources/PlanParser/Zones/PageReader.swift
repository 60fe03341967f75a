import PlanModel
import PlanText

/// What only a look at all lines tells of single lines, by their numbers.
struct PageMarks {
  /// Lines of footnotes: the label where one begins, empty where one goes on.
  var footnotes: [Int: ByteSpan] = [:]
  /// Where the text calls each footnote, by the offset of its first line.
  var calls: [Int: Int] = [:]
  /// Lines that are a number and stand inside a sentence: "… đạt" / "48" / "hộ …".
  var numbers: Set<Int> = []
  /// Lines that are a number and count the rows of a table.
  var rows: Set<Int> = []
  /// Lines that are the number of a page beside a stroke that recognition made of a stain.
  var stained: Set<Int> = []
  /// Lines that are one short word which ends the line above: "… Việt Nam" / "xã".
  var words: Set<Int> = []
  /// Lines that stand at the edge of a page: its number, and what each page repeats.
  var edges: Set<Int> = []
  /// The number of the line from which on nothing is the document's.
  var tail = Int.max
}

/// Numbers of pages and numbers that are none, and words that look like specks.
extension PlanReader {
  /// Looks over all lines once.
  mutating func readPages() {
    let numbers = lines.indices.filter { isPageNumber(lines[$0]) }
    if !numbers.isEmpty { readNumbers(numbers) }
    readStained(numbers)
    readRows(numbers)
    readWords()
    readTail()
    readBelow()
    readFootnotes()
    readSeries()
  }

  // MARK: Words

  /// Finds the lines of two letters that end the line above them: a consonant and a vowel with a
  /// mark are a word, and no speck; of words that begin with a vowel the grammar has a list.
  private mutating func readWords() {
    for index in lines.indices.dropFirst() where lines[index].width <= 3 {
      let (line, before) = (lines[index], lines[index - 1])
      guard line.blanksBefore == 0, line.startsLower, !line.pageBefore, isSpeck(line),
        before.ending == .open || before.ending == .comma, !before.capitals,
        before.width >= Self.leastBefore,
        before.tabs == 0, !before.pipe
      else { continue }
      if lineMatch(.shortWord, tokens(line.content)) != nil || closesFullLine(line, before) {
        pages.words.insert(line.number)
        continue
      }
      let (first, length) = Scalars.decode(bytes, at: line.content.start)
      let next = line.content.start + length
      guard first < 0x80 || first == 0x111, next < line.content.end else { continue }
      let vowel = Scalars.decode(bytes, at: next).scalar
      guard !Self.isVowel(first), vowel >= 0xC0, vowel != 0x111, LetterCase(vowel) == .lower else {
        continue
      }
      pages.words.insert(line.number)
    }
  }

  /// Whether a word without a mark stands behind a line that the margin cut, with the mark that closes
  /// its unit: "… Luật Thú" / "y;", "… mạng ngoại" / "vi:".
  private func closesFullLine(_ line: Line, _ before: Line) -> Bool {
    guard text.recognition == nil, wrap.isHard, !wrap.isFlush, line.ended,
      before.right * 10 >= wrap.margin * 9
    else { return false }
    let letters = bytes[line.content.start..<line.content.end].dropLast()
    guard letters.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return false }
    let vowels = letters.map { Self.isVowel(UInt32($0)) }
    return vowels == [false, true] || letters.elementsEqual("y".utf8)
  }

  /// How many characters a line has at least that a word of two letters ends.
  ///
  /// "2. Sở Y" / "tế".
  private static let leastBefore = 6

  private static func isVowel(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  // MARK: Numbers

  /// Tells numbers inside a sentence from those of pages, which count on.
  private mutating func readNumbers(_ places: [Int]) {
    let values = Set(places.compactMap { number(on: lines[$0]) })
    for index in places where index > 0 && endsSentence(at: index) {
      pages.numbers.insert(lines[index].number)
    }
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

  /// Whether the number at line `index` is the last word of the unit above it, whose full line ends in
  /// a word that wants one: "… dự án thành phần số" / "08", "… tháng 3, 6, 9," / "12.".
  private mutating func endsSentence(at index: Int) -> Bool {
    let (before, line) = (lines[index - 1], lines[index])
    guard line.blanksBefore == 0, !line.pageBefore, !before.capitals, before.tabs == 0,
      !before.spaced, before.width >= Self.leastFull,
      index + 1 == lines.count || !lines[index + 1].pageBefore && !lines[index + 1].startsLower
    else { return false }
    guard before.ending == .open else { return false }
    let words = Array(allTokens(before.content).suffix(3))
    return match(.counted, endOf: words).map { value("next", of: $0) == "yes" } ?? false
  }

  /// How many characters a line has at least that the margin cut before a number.
  private static let leastFull = 40

  /// Finds numbers of pages beside one stray mark (": 2", "| 3", "_5") in a text that was recognised
  /// or whose pages count on so.
  private mutating func readStained(_ numbers: [Int]) {
    let found = lines.indices.filter { stainedNumber(on: lines[$0]) != nil }
    guard !found.isEmpty else { return }
    var last = 0
    var counts = 0
    for index in (found + numbers).sorted() {
      guard let value = stainedNumber(on: lines[index]) ?? number(on: lines[index]) else {
        continue
      }
      if value > last, value <= last + Self.pageStep { counts += 1 }
      last = value
    }
    guard text.recognition != nil || text.styles.isEmpty && wrap.isFlush || counts > 1 else {
      return
    }
    for index in found { pages.stained.insert(lines[index].number) }
  }

  /// How many pages may have lost their numbers between two that have one.
  private static let pageStep = 3

  /// The number of at most three digits that stands on a line beside one stray mark.
  private func stainedNumber(on line: Line) -> Int? {
    guard line.width <= 5, line.tabs == 0, !line.bare else { return nil }
    var rest = line.content
    if Self.isStain(Scalars.decode(bytes, at: rest.start).scalar) {
      rest.start += Scalars.decode(bytes, at: rest.start).length
    } else {
      var last = rest.end - 1
      while last > rest.start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      guard Self.isStain(Scalars.decode(bytes, at: last).scalar) else { return nil }
      rest.end = last
    }
    rest = Blank.trim(bytes, rest)
    guard rest.count <= 3 else { return nil }
    return Int(String(decoding: bytes[rest.start..<rest.end], as: UTF8.self))
  }

  /// Marks that recognition makes of stains and edges, and no list opens with.
  private static func isStain(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x27, 0x3A, 0x5F, 0x60, 0x7C, 0x7E, 0xAF, 0xB4, 0xB7, 0x2014, 0x2018...0x201D, 0x2022:
      true
    default: false
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
    where bytes[offset].isDigit {
      return LetterCase(Scalars.decode(bytes, at: offset + 1).scalar) == .upper
        || bytes[offset + 1].isDigit
    }
    return false
  }
}
