import PlanModel
import PlanText

/// Reads the form of each line of a text: one pass over the bytes, no rules.
struct LineReader {
  private let bytes: [UInt8]
  /// Whether marks of markdown are marks: where the format tells styles they are text.
  private let markdown: Bool

  /// The lines of `text` that are not blank.
  ///
  /// Of each the first `quotes` bytes mark a block quote.
  static func read(_ text: CanonicalText, quotes: [Int] = []) -> [Line] {
    let isStyled = text.styles.count == text.lines.count && !text.styles.isEmpty
    let reader = LineReader(bytes: text.bytes, markdown: !isStyled)
    var lines: [Line] = []
    lines.reserveCapacity(text.lines.count)
    var blanks = 0
    var page = false
    for (index, var span) in text.lines.enumerated() {
      if !quotes.isEmpty { span.start += quotes[index] }
      if var line = reader.line(span, number: index + 1, blanks: blanks, page: page) {
        if isStyled { line.take(text.styles[index]) }
        lines.append(line)
        blanks = 0
        page = false
      } else {
        blanks += 1
        for offset in span.start..<span.end where text.bytes[offset] == 0x0C { page = true }
      }
    }
    return lines
  }

  private init(bytes: [UInt8], markdown: Bool = true) {
    self.bytes = bytes
    self.markdown = markdown
  }

  private func line(_ raw: ByteSpan, number: Int, blanks: Int, page: Bool) -> Line? {
    var start = raw.start
    var indent = 0
    var leadingTabs = 0
    var page = page
    while start < raw.end {
      let blank = Blank.length(bytes, at: start, end: raw.end)
      guard blank > 0 else { break }
      switch bytes[start] {
      case 0x09:
        indent = (indent / 8 + 1) * 8
        leadingTabs += 1
      case 0x0C: page = true
      default: indent += 1
      }
      start += blank
    }
    let end = Blank.trimEnd(bytes, from: start, to: raw.end)
    guard start < end else { return nil }
    var line = Line(
      raw: raw, content: ByteSpan(start, end), number: number, blanksBefore: blanks,
      indent: indent, width: 0, tabs: 0, leadingTabs: leadingTabs, heading: 0, table: 0, bars: 0,
      pageBefore: page, bold: false, centred: nil, zone: .body, pipe: false, capitals: false,
      startsLower: false, bare: true, gapped: false, spaced: false, ending: .open)
    line.tabs = ByteWord.count(0x09, in: bytes, from: start, to: raw.end)
    line.bars = ByteWord.count(UInt8(ascii: "|"), in: bytes, from: start, to: raw.end)
    if markdown, line.bars > 1 { line.pipe = bytes[start] == UInt8(ascii: "|") }
    if markdown { strip(&line) }
    measure(&line)
    return line
  }

  /// A part of a line that is read as a line of its own.
  static func piece(
    of line: Line, from start: Int, to end: Int, _ bytes: [UInt8], poured: Bool = false
  ) -> Line {
    var piece = line
    piece.raw = ByteSpan(
      start == line.content.start ? line.raw.start : start,
      end == line.content.end ? line.raw.end : end)
    piece.content = Blank.trim(bytes, ByteSpan(start, end))
    piece.bare = true
    // What was cut out of a row begins with no bar, and is none.
    if start > line.content.start, !piece.content.isEmpty {
      piece.pipe = line.pipe && bytes[piece.content.start] == UInt8(ascii: "|")
      // "… VIỆT NAM<TAB>Số: …": what stands behind the last TAB of a head has no cells.
      if piece.tabs > 0, ByteWord.count(0x09, in: bytes, from: start, to: piece.raw.end) == 0 {
        piece.tabs = 0
      }
    }
    LineReader(bytes: bytes).measure(&piece)
    // What ends where its line ends is as wide as the line: the margin cut it.
    if end == line.content.end, !poured { piece.width = max(piece.width, line.width) }
    return piece
  }

  /// A part of a line that is read as a line of its own, its emphasis taken off.
  static func part(of line: Line, from start: Int, to end: Int, _ bytes: [UInt8]) -> Line {
    var part = line
    part.raw = ByteSpan(start, end)
    part.content = Blank.trim(bytes, part.raw)
    part.pipe = false
    part.bars = 0
    part.bold = false
    part.bare = true
    part.gapped = false
    part.spaced = false
    let reader = LineReader(bytes: bytes)
    reader.strip(&part)
    reader.measure(&part)
    return part
  }

  /// Takes markdown's heading marks and the emphasis around the whole line off the content.
  private func strip(_ line: inout Line) {
    var start = line.content.start
    var end = line.content.end
    var level = 0
    while start + level < end, level < 7, bytes[start + level] == UInt8(ascii: "#") { level += 1 }
    if level > 0, level < 7, start + level < end,
      Blank.length(bytes, at: start + level, end: end) > 0
    {
      line.heading = level
      start = Blank.trimStart(bytes, from: start + level, to: end)
    }
    // "\\- Trồng rừng": what escapes the bullet is no text.
    if end - start > 2, bytes[start] == UInt8(ascii: "\\"), Markdown.mayEscape(bytes[start + 1]) {
      line.escaped = true
      start += 1
    }
    // "**Nơi nhận:**", "*1.1. Phát triển …*", "_V/v …_": the marks open and close the line.
    for mark in [UInt8(ascii: "*"), UInt8(ascii: "_")] where start < end && bytes[start] == mark {
      for count in [3, 2, 1] where end - start > 2 * count {
        let opens = (0..<count).allSatisfy { bytes[start + $0] == mark }
        let closes = (1...count).allSatisfy { bytes[end - $0] == mark }
        guard opens, closes, bytes[start + count] != mark,
          Blank.length(bytes, at: start + count, end: end) == 0
        else { continue }
        start += count
        end = Blank.trimEnd(bytes, from: start, to: end - count)
        if count >= 2 { line.bold = true }
        break
      }
    }
    if end > start { line.content = ByteSpan(start, end) }
  }

  /// How many bytes of a line are looked at for its case: a heading is shorter.
  private static let cased = 320

  /// Counts characters and looks at case and closing mark.
  private func measure(_ line: inout Line) {
    let span = bytes.span
    let end = line.content.end
    let casedEnd = min(end, line.content.start + LineReader.cased)
    var upper = 0
    var lower = 0
    var firstCase = LetterCase.none
    var width = 0
    var blanks = 0
    var offset = line.content.start
    while offset < casedEnd {
      let byte = span[offset]
      width &+= 1
      if byte < 0x80 {
        offset &+= 1
        // Most bytes are small letters.
        if byte >= 97, byte <= 122 {
          blanks = 0
          lower &+= 1
          if firstCase == .none { firstCase = .lower }
          continue
        }
        if byte == 0x20 {
          blanks &+= 1
          if blanks >= 2 {
            line.spaced = true
            if blanks == 4 { line.gapped = true }
          }
          continue
        }
        blanks = 0
        if byte >= 65, byte <= 90 {
          upper += 1
          if firstCase == .none { firstCase = .upper }
        } else if byte.isDigit {
          line.bare = false
        }
        continue
      }
      blanks = 0
      // Most others are U+1E00–U+1EFF, where capitals are even.
      if byte == 0xE1, offset + 2 < end, (0xB8...0xBB).contains(span[offset + 1]) {
        let isUpper = span[offset + 2] & 1 == 0
        if isUpper { upper += 1 } else { lower += 1 }
        if firstCase == .none { firstCase = isUpper ? .upper : .lower }
        offset += 3
        continue
      }
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      switch LetterCase(scalar) {
      case .upper:
        upper += 1
        if firstCase == .none { firstCase = .upper }
      case .lower:
        lower += 1
        if firstCase == .none { firstCase = .lower }
      case .none: break
      }
      offset += length
    }
    while offset < end {
      let byte = span[offset]
      width += byte & 0xC0 == 0x80 ? 0 : 1
      blanks = byte == 0x20 ? blanks + 1 : 0
      if blanks == 2 { line.spaced = true }
      if blanks == 4 { line.gapped = true }
      offset += 1
    }
    if end > casedEnd, line.bare {
      line.bare = !hasWord(ByteSpan(casedEnd, end))
    }
    line.width = width
    if upper + lower > 0 { line.bare = false }
    line.capitals = upper > 1 && lower * 8 < upper
    let first = line.content.start < end ? span[line.content.start] : 0
    line.startsLower = firstCase == .lower && !first.isDigit
    line.bracketed =
      first == UInt8(ascii: "(") && bytes[line.content.end - 1] == UInt8(ascii: ")")
    line.ending = LineReader.ending(bytes, line.content)
  }

  /// Whether a letter or digit stands under a span.
  private func hasWord(_ span: ByteSpan) -> Bool {
    var offset = span.start
    while offset < span.end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    while offset < span.end {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      if scalar.isDigit || LetterCase(scalar) != .none { return true }
      offset += length
    }
    return false
  }

  /// How the text under `span` ends, seen past closing quotes, brackets and emphasis.
  static func ending(_ bytes: [UInt8], _ span: ByteSpan) -> Line.Ending {
    var offset = span.end
    while offset > span.start {
      offset -= 1
      switch bytes[offset] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .stop
      case UInt8(ascii: ";"): return .semicolon
      case UInt8(ascii: ":"): return .colon
      case UInt8(ascii: ","): return .comma
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "\""), UInt8(ascii: "'"),
        UInt8(ascii: " "), UInt8(ascii: "\t"):
        continue
      case 0x9D where offset >= 2 && bytes[offset - 1] == 0x80 && bytes[offset - 2] == 0xE2:
        offset -= 2  // ”
      case 0xA6 where offset >= 2 && bytes[offset - 1] == 0x80 && bytes[offset - 2] == 0xE2:
        return .stop  // …
      default: return .open
      }
    }
    return .open
  }
}
