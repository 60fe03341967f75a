import PlanModel
import PlanText

/// Lines that are paragraphs of their own below a sentence that ends in a nearly full line: there the
/// margin does not tell that a paragraph ended.
extension PlanReader {
  /// How many lines a closing takes at most.
  private static var closingLines: Int { 8 }

  /// Whether a line below the end of a sentence is a remark in brackets and nothing else: "(Chi tiết
  /// tại Biểu số 01 kèm theo)".
  func remarks(_ line: Line, _ zone: Zone) -> Bool {
    guard let last = zone.drafts.last, last.ending == .stop, wrap.isHard, !isAtMargin(line),
      line.content.count > 4, bytes[line.content.start] == UInt8(ascii: "("),
      LetterCase(Scalars.decode(bytes, at: line.content.start + 1).scalar) == .upper
    else { return false }
    let text = bytes[line.content.start..<line.content.end]
    let end = text.last == UInt8(ascii: ".") ? text.dropLast() : text
    return end.last == UInt8(ascii: ")") && text.count { $0 == UInt8(ascii: ")") } == 1
  }

  /// Whether the lines from one on are the last paragraph before the signature, and open like a
  /// closing whose verb stands on the second: "Yêu cầu các đồng chí … nghiêm túc triển" / "khai …".
  mutating func closesText(at index: Int, _ zone: Zone) -> Bool {
    let line = lines[index]
    guard wrap.isHard, let last = zone.drafts.last, last.ending == .stop, !line.startsLower,
      !line.ended, !isAtMargin(line), !fillsLine(last, above: line), index + 1 < lines.count,
      lines[index + 1].blanksBefore == 0,
      let end = paragraphEnd(from: index),
      lineMatch(
        .closing, allTokens(ByteSpan(line.content.start, lines[index + 1].content.end))) != nil
    else { return false }
    return end + 1 == lines.count || endMeaning(lines[end + 1]) != nil
  }

  /// The line that ends the last sentence of some lines that nothing sets apart: nothing follows it,
  /// or a blank line does, or what ends a document; `nil` where that is far.
  private mutating func paragraphEnd(from index: Int) -> Int? {
    for end in index..<min(lines.count, index + Self.closingLines) {
      if end > index {
        guard lines[end].blanksBefore == 0, markers.read(tokens(lines[end].content)) == nil else {
          return nil
        }
      }
      if end + 1 == lines.count { return end }
      guard lines[end].ending == .stop else { continue }
      if lines[end + 1].blanksBefore > 0 || endMeaning(lines[end + 1]) != nil { return end }
    }
    return nil
  }
}

extension PlanReader {
  /// How many units are looked at for a bullet.
  private static let bulletReach = 40

  /// Whether a dash at the margin goes on with the full line above it, as all bullets are set in: "…
  /// phòng Bưu chính" / "- Viễn thông".
  func hangsOut(_ line: Line, _ marker: Marker, of zone: Zone) -> Bool {
    guard marker.family == .bullet, isAtMargin(line), let last = zone.drafts.last,
      last.ending == .open, !last.capitals, last.lastRight * 10 >= wrap.margin * 8
    else { return false }
    let bullets = zone.drafts.suffix(Self.bulletReach).filter { $0.marker?.family == .bullet }
    return !bullets.isEmpty && bullets.allSatisfy { $0.indent > line.indent + 2 }
  }
}
