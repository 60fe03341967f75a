import PlanModel
import PlanText

/// What the format of a document says stands around the text of its pages: headers, footers,
/// footnotes, and marks over or beside it.
extension PlanReader {
  /// Takes headers, footers and footnotes off the lines.
  mutating func takeMargins() {
    guard lines.contains(where: { $0.zone != .body }) else { return }
    takeHeadOutOfHeader()
    let all = lines
    lines.removeAll { $0.zone != .body }
    for line in all {
      switch line.zone {
      case .body: break
      case .pageHeader: take(margin: line, as: .runningHeader)
      case .pageFooter: take(margin: line, as: .runningFooter)
      case .footnote: take(footnote: line, noteLabel(line))
      case .aside: take(aside: line, as: .noise)
      case .stamp: take(aside: line, as: .stamp)
      }
    }
  }

  /// Takes the header above the text as text where it holds the motto: agencies' templates set the
  /// head of a document in the header of its first page.
  private mutating func takeHeadOutOfHeader() {
    let header = lines.prefix { $0.zone == .pageHeader }
    guard header.contains(where: { holdsMotto($0) }),
      !lines[header.endIndex...].prefix(PlanReader.pageTitleReach).contains(where: {
        holdsMotto($0)
      })
    else { return }
    for index in header.indices { lines[index].zone = .body }
  }

  /// Adds a line of a header or footer: a page number and a draft's mark stay what they are.
  private mutating func take(margin line: Line, as kind: FurnitureKind) {
    let known = furniture(of: line)
    switch known?.kind {
    case .pageNumber, .draftMark, .stamp, .separator:
      addFurniture(known?.kind ?? kind, trimmedRaw(line), rule: known?.rule)
    default: addFurniture(kind, trimmedRaw(line))
    }
  }

  /// Adds a line that stands beside the text: rules may know what it is.
  private mutating func take(aside line: Line, as kind: FurnitureKind) {
    let known = furniture(of: line)
    switch known?.kind {
    case .draftMark, .stamp, .portal:
      addFurniture(known?.kind ?? kind, trimmedRaw(line), rule: known?.rule)
    default: addFurniture(kind, trimmedRaw(line))
    }
  }

  /// How many bytes a label of a footnote has at most.
  private static let labelBytes = 6

  /// The label that a line of a footnote begins with: "[1]", "[ii]", "1 ", "1)"; an empty span
  /// when the line goes on with the footnote before it.
  private func noteLabel(_ line: Line) -> ByteSpan {
    let (start, end) = (line.content.start, line.content.end)
    if let label = bracketed(at: start, end) { return label }
    let none = ByteSpan(start, start)
    let isBracketed = bytes[start] == UInt8(ascii: "[")
    let first = isBracketed ? start + 1 : start
    var last = first
    while last < end, last - first < PlanReader.labelBytes {
      let byte = bytes[last]
      let isDigit = byte.isDigit
      let isLetter = byte >= 97 && byte <= 122
      guard isDigit || byte == UInt8(ascii: "*") || (isBracketed && isLetter) else { break }
      last += 1
    }
    guard last > first, last < end else { return none }
    switch bytes[last] {
    case UInt8(ascii: "]"): return isBracketed ? ByteSpan(first, last) : none
    case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ")"):
      return isBracketed ? none : ByteSpan(first, last)
    default: return none
    }
  }
}
