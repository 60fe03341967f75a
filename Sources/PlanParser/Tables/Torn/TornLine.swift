import PlanModel
import PlanText

/// A line of a table whose drawn lines recognition tore: its words, and what is left of the borders
/// between them.
struct TornLine {
  /// A run of characters between blanks or bars.
  struct Word {
    var span: ByteSpan
    /// Whether a bar stands before it.
    var bar = false
    /// Whether two blanks or more do.
    var gap = false
    /// The column that it begins in.
    var column: Int
    /// Where it ends.
    var right: Int
    /// How it begins.
    var isUpper = false
    var isNumber = false
    var isSign = false
    /// Whether the name of a body begins with it, or a time.
    var opensBody = false
    var opensTime = false
    /// Whether several bodies of one kind do: "Các thôn".
    var opensGroup = false
    /// Whether it stands inside of either.
    var isInner = false
    /// Whether a comma, a semicolon or a dash ends it.
    var isOpen = false
    /// Whether a stop ends it.
    var isStop = false
  }

  var words: [Word] = []
  /// Whether the blanks before it are kept, so that it tells itself where it begins.
  var isPlaced = false
  /// How many bars stand between words.
  var bars: Int { words.dropFirst().count { $0.bar } }
  /// How many borders are seen.
  var borders: Int { words.dropFirst().count { $0.bar || $0.gap } }

  /// The pieces of text that some words are.
  func cell(_ range: Range<Int>) -> TableDraft.Cell {
    var pieces: TableDraft.Cell = []
    for index in range {
      if index > range.lowerBound, !words[index].bar, let last = pieces.indices.last {
        pieces[last].end = words[index].span.end
      } else {
        pieces.append(words[index].span)
      }
    }
    return pieces
  }

  /// How many characters the longest word has.
  var longestWord: Int { words.reduce(0) { max($0, $1.right - $1.column) } }

  /// How many characters some words take.
  func width(of range: Range<Int>) -> Int {
    range.isEmpty ? 0 : words[range.upperBound - 1].right - words[range.lowerBound].column
  }
}

extension PlanReader {
  /// How many bytes of a line are read at most: no page is as wide.
  private static let tornReach = 1000

  /// The words under a span, bars and what recognition made of them taken out.
  mutating func tornLine(_ span: ByteSpan) -> TornLine {
    var line = TornLine()
    guard span.count <= Self.tornReach else { return line }
    var (bar, blanks, column) = (false, 0, 0)
    var offset = span.start
    while offset < span.end {
      let blank = Blank.length(bytes, at: offset, end: span.end)
      if blank > 0 {
        blanks += 1
        column += 1
        offset += blank
        continue
      }
      if isTornBar(offset, in: span) {
        dropSpecks(&line)
        bar = true
        let length = Scalars.decode(bytes, at: offset).length
        offset += length
        column += 1
        blanks = 0
        continue
      }
      let start = offset
      let first = column
      while offset < span.end, Blank.length(bytes, at: offset, end: span.end) == 0,
        bytes[offset] != UInt8(ascii: "|")
      {
        offset += Scalars.decode(bytes, at: offset).length
        column += 1
      }
      let word = ByteSpan(start, offset)
      // "_ |Học sinh": a speck beside a border.
      if isSpeck(word), bar || line.words.isEmpty && !isTornBullet(word) { continue }
      line.words.append(tornWord(word, from: first, to: column, bar: bar, gap: blanks > 1))
      (bar, blanks) = (false, 0)
    }
    if bar { dropSpecks(&line) }
    noteNames(in: &line)
    return line
  }

  private func tornWord(
    _ span: ByteSpan, from column: Int, to right: Int, bar: Bool, gap: Bool
  ) -> TornLine.Word {
    var word = TornLine.Word(span: span, bar: bar, gap: gap, column: column, right: right)
    var scalar = Scalars.decode(bytes, at: span.start).scalar
    if span.count > 1, [0x22, 0x28, 0x201C].contains(scalar) {
      let length = Scalars.decode(bytes, at: span.start).length
      scalar = Scalars.decode(bytes, at: span.start + length).scalar
    }
    word.isUpper = LetterCase(scalar) == .upper
    word.isNumber = scalar.isDigit
    word.isSign = !word.isNumber && LetterCase(scalar) == .none
    word.isStop = bytes[span.end - 1] == 0x2E
    word.isOpen = [0x2C, 0x3B, 0x2D].contains(bytes[span.end - 1])
    return word
  }

  /// Takes the specks away that stand before a border: "3- |", "2 _|".
  private func dropSpecks(_ line: inout TornLine) {
    if let last = line.words.last, isSpeck(last.span) { line.words.removeLast() }
  }

  /// Whether a run of characters is marks of which no text is made: "_", "-", ".".
  private func isSpeck(_ span: ByteSpan) -> Bool {
    span.count <= 4
      && bytes[span.start..<span.end].allSatisfy { byte in
        byte < 0x30 && byte != UInt8(ascii: "%") || byte == UInt8(ascii: "_")
          || byte == UInt8(ascii: "`") || (0x3A...0x3B).contains(byte)
      }
  }

  private func isTornBullet(_ span: ByteSpan) -> Bool {
    span.count == 1 && (bytes[span.start] == 0x2D || bytes[span.start] == 0x2B)
  }

  /// Whether a border stands at an offset: a bar, or a mark between blanks that is read for one.
  private func isTornBar(_ offset: Int, in span: ByteSpan) -> Bool {
    let (scalar, length) = Scalars.decode(bytes, at: offset)
    if scalar == UInt32(UInt8(ascii: "|")) { return true }
    guard offset == span.start || bytes[offset - 1] == 0x20 || bytes[offset - 1] == 0x7C else {
      return false
    }
    let next = offset + length
    let isApart = next >= span.end || bytes[next] == 0x20
    switch scalar {
    case 0xA1, 0xA6, 0x21, 0x5D:  // ¡ ¦ ! ]
      return isApart || LetterCase(Scalars.decode(bytes, at: next).scalar) == .upper
    case 0x28: return isApart  // (
    case 0x5B, 0x7B:  // [ {
      return isApart || !bytes[next..<span.end].contains(scalar == 0x5B ? 0x5D : 0x7D)
    case 0x27:  // 'HĐND
      return isApart || !bytes[next..<span.end].contains(0x27)
    default: return false
    }
  }

  /// Tells where names of bodies and times begin.
  private mutating func noteNames(in line: inout TornLine) {
    var start = 0
    while start < line.words.count {
      var end = start + 1
      while end < line.words.count, !line.words[end].bar, !line.words[end].gap { end += 1 }
      noteNames(in: &line, start..<end)
      start = end
    }
  }

  private mutating func noteNames(in line: inout TornLine, _ range: Range<Int>) {
    let span = ByteSpan(
      line.words[range.lowerBound].span.start, line.words[range.upperBound - 1].span.end)
    let tokens = allTokens(span)
    var places: [Int: Int] = [:]
    for index in range { places[line.words[index].span.start] = index }
    var lone: [Int] = []
    for match in phrases(tokens) {
      let isTime = meaning(match) == .time
      guard isTime || meaning(match) == .actor && value("kind", of: match) != "no",
        let first = places[Int(tokens[match.start].start)],
        isTime || tokens[match.start].shape.contains(.capitalized)
      else { continue }
      if isTime {
        line.words[first].opensTime = true
      } else {
        line.words[first].opensBody = true
        if value("kind", of: match) == "group" { line.words[first].opensGroup = true }
        if match.end == match.start + 1 { lone.append(first) }
      }
      let end = Int(tokens[match.end - 1].end)
      var inner = first + 1
      while inner < range.upperBound, line.words[inner].span.start < end {
        line.words[inner].isInner = true
        inner += 1
      }
    }
    // "Thanh tra Sở": one word behind a name goes on with it.
    for index in lone where index > range.lowerBound {
      let before = line.words[index - 1]
      if before.opensBody || before.isInner, !before.isOpen {
        line.words[index].opensBody = false
        line.words[index].isInner = true
      }
    }
    // "Văn phòng Sở" / "Các phòng"; "> 10.200": a sign stands with its figure.
    for index in range {
      // "Văn phòng Sở Quý II/2026": no name goes on with a time.
      let opens = line.words[index].opensTime && line.words[index].isUpper
      if opens || line.words[index].opensGroup {
        line.words[index].isInner = false
        let before = index - 2
        if before >= range.lowerBound, line.words[index - 1].opensBody,
          line.words[before].opensBody || line.words[before].isInner, !line.words[before].isOpen
        {
          line.words[index - 1].opensBody = false
          line.words[index - 1].isInner = true
        }
      }
      if index > range.lowerBound, line.words[index - 1].isSign, line.words[index].isNumber {
        line.words[index].isInner = true
      }
    }
  }
}
