import PlanModel
import PlanText

/// Lines that stand on the page and are no part of the plan: page numbers, rules, stamps.
extension PlanReader {
  /// What kind of furniture a line is by its form or a rule; `nil` when it is text.
  mutating func furniture(of line: Line) -> (kind: FurnitureKind, rule: Int?)? {
    if pages.footnotes[line.number] != nil { return (.noise, nil) }
    if line.number >= pages.tail { return (.portal, nil) }
    if pages.numbers.contains(line.number) || pages.rows.contains(line.number) { return nil }
    if line.bare { return isBlankBullet(line) ? nil : bare(line) }
    // "© Không bỏ nghề" among bullets is one of them.
    if !settled.isEmpty, settled[line.content.start]?.family == .bullet { return nil }
    if let kind = tags(line) { return (kind, nil) }
    if line.width > 160 || (line.pipe && line.width >= 40) { return nil }
    if isPageNumber(line) || pages.stained.contains(line.number) { return (.pageNumber, nil) }
    if isSpeck(line), !pages.words.contains(line.number) { return (.noise, nil) }
    guard line.tabs == 0 || line.leadingTabs > 0 else { return nil }
    if numbersColumns(line) { return (.columns, nil) }
    let tokens = tokens(line.content)
    if isNoise(line, tokens) { return (.noise, nil) }
    for match in lineMatches(tokens) {
      switch meaning(match) {
      case .pageNumber where value("form", of: match) == nil: return (.pageNumber, match.rule)
      case .pageNumber where value("form", of: match) == "running":
        return (.runningHeader, match.rule)
      case .stamp where value("zone", of: match) != "head": return (.stamp, match.rule)
      case .draftMark: return (.draftMark, match.rule)
      case .portal
      where value("zone", of: match) == nil && !isSignedMark(tokens) && !isSource(line, match):
        return (.portal, match.rule)
      case .noise: return (.noise, match.rule)
      default: continue
      }
    }
    return nil
  }

  /// Whether a line says that the document is signed: "[đã ký]" is no link.
  private mutating func isSignedMark(_ tokens: [Token]) -> Bool {
    lineMatch(.signed, tokens) != nil
  }

  /// Whether a line within the text tells where a figure or the money comes from: "Nguồn: Ngân sách
  /// tỉnh."; a page tells above or below a document where it was taken from.
  private func isSource(_ line: Line, _ match: RuleMatch) -> Bool {
    value("form", of: match) == "origin" && readsText
      && (lines.last?.number ?? 0) - line.number > PlanReader.originReach
  }

  /// How many lines a page has below a document at most where it tells where it was taken from.
  private static let originReach = 5

  /// Whether a line of marks in the text is a bullet with a row of dots to write on: "- ........".
  private func isBlankBullet(_ line: Line) -> Bool {
    let span = line.content
    guard readsText, span.count > 4, bytes[span.start + 1] == 0x20,
      bytes[span.start] == UInt8(ascii: "-") || bytes[span.start] == UInt8(ascii: "+")
    else { return false }
    let dots = bytes[(span.start + 2)..<span.end]
    return dots.allSatisfy { $0 == UInt8(ascii: ".") || $0 == 0xE2 || $0 == 0x80 || $0 == 0xA6 }
      && dots.contains { $0 == UInt8(ascii: ".") || $0 == 0xA6 }
  }

  /// Adds a line as the furniture it is.
  mutating func take(furniture line: Line) {
    if let label = pages.footnotes[line.number] {
      take(footnote: line, label)
      return
    }
    guard let (kind, rule) = furniture(of: line) else { return }
    if kind == .pageNumber || kind == .runningHeader { pages.edges.insert(line.number) }
    addFurniture(kind, trimmedRaw(line), rule: rule)
  }

  /// The whole line without blanks at its ends.
  func trimmedRaw(_ line: Line) -> ByteSpan { Blank.trim(bytes, line.raw) }

  /// A line of marks: a rule, a code fence, or what recognition made of lines.
  private func bare(_ line: Line) -> (kind: FurnitureKind, rule: Int?) {
    (isRuling(line.content) ? .separator : .noise, nil)
  }

  /// Whether a row of dashes stands under a span: "————".
  func isDrawn(_ span: ByteSpan) -> Bool {
    span.count > 2 * 3 && isRuling(span)
      && MarkerReader.bulletKind(Scalars.decode(bytes, at: span.start).scalar) == 0x2D
  }

  /// Whether nothing but marks with which rules are drawn stands under a span.
  func isRuling(_ span: ByteSpan) -> Bool {
    var kinds: Set<UInt8> = []
    for byte in bytes[span.start..<span.end] where byte != 0x20 && byte != 0x09 {
      kinds.insert(byte)
    }
    return kinds.isSubset(of: [
      0x2D, 0x5F, 0x2A, 0x3D, 0x7E, 0x60, 0x2E, 0xE2, 0x80, 0x93, 0x94, 0x90, 0x91, 0x95, 0x23,
      0x2B,
      0x81, 0x83, 0xAF, 0xC2, 0xEF, 0x82, 0xB7, 0xA2, 0xA6, 0x7C,
    ])
  }

  /// A line of tags and comments without text, which converters leave where a page ends:
  /// "<!-- page 3 -->", "<a id="p5"></a>".
  private func tags(_ line: Line) -> FurnitureKind? {
    guard bytes[line.content.start] == UInt8(ascii: "<"),
      bytes[line.content.end - 1] == UInt8(ascii: ">"), line.tabs == 0
    else { return nil }
    var isInside = false
    var holdsNumber = false
    for byte in bytes[line.content.start..<line.content.end] {
      switch byte {
      case UInt8(ascii: "<"): isInside = true
      case UInt8(ascii: ">"): isInside = false
      case 48...57: holdsNumber = true
      case 0x20: continue
      // "<ký số>" is to be filled in.
      case 0x80...: return nil
      default: if !isInside { return nil }
      }
    }
    return holdsNumber ? .pageNumber : .separator
  }

  /// A line of at most two small letters: what recognition made of a speck or a rule.
  func isSpeck(_ line: Line) -> Bool {
    guard line.width <= 4, line.tabs == 0, line.startsLower else { return false }
    var letters = 0
    var offset = line.content.start
    while offset < line.content.end {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      if scalar.isDigit { return false }
      if LetterCase(scalar) != .none { letters += 1 }
      offset += length
    }
    // "c/c:" names a group of recipients.
    let isName =
      bytes[line.content.end - 1] == 0x3A
      && bytes[line.content.start..<line.content.end].contains(0x2F)
    return letters <= 2 && bytes[line.content.end - 1] != 0x29
      && bytes[line.content.end - 1] != 0x2E && !isName
  }

  /// A line that is one number of at most three digits, alone or between dashes: "8 - 10" are two.
  func isPageNumber(_ line: Line) -> Bool {
    guard line.width <= 9, line.tabs == 0 || line.raw.count - line.content.count >= line.tabs else {
      return false
    }
    var digits = 0
    var last = line.content.start
    var offset = line.content.start
    while offset < line.content.end {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      if scalar.isDigit {
        if digits > 0, last < offset { return false }
        digits += 1
        last = offset + length
      } else if MarkerReader.bulletKind(scalar) != 0x2D,
        Blank.length(bytes, at: offset, end: line.content.end) == 0
      {
        return false
      }
      offset += length
    }
    return digits > 0 && digits <= 3
  }
}
