import PlanModel
import PlanText

/// The marks ">" before the lines of block quotes, which converters make of indented paragraphs.
enum BlockQuotes {
  /// How many lines have text behind the mark at least where lines are quoted.
  private static let leastLines = 2

  /// How many bytes the marks before each line of `text` take; empty where no lines are quoted, as a
  /// line with the mark alone between quoted ones shows.
  static func marks(in text: CanonicalText) -> [Int] {
    guard text.styles.isEmpty else { return [] }
    var quoted = 0
    var alone = 0
    for line in text.lines where line.start < line.end && text.bytes[line.start] == mark {
      if length(in: text, of: line) == 0 { continue }
      if Blank.trimEnd(text.bytes, from: line.start, to: line.end) == line.start + 1 {
        alone += 1
      } else {
        quoted += 1
      }
    }
    guard alone > 0, quoted >= leastLines else { return [] }
    return text.lines.map { length(in: text, of: $0) }
  }

  private static let mark = UInt8(ascii: ">")

  /// How many bytes the marks before a line take, up to the last one: "> > Mục đích".
  private static func length(in text: CanonicalText, of line: ByteSpan) -> Int {
    var end = line.start
    var offset = line.start
    while offset < line.end, text.bytes[offset] == mark {
      let next = offset + 1
      guard next == line.end || Blank.length(text.bytes, at: next, end: line.end) > 0 else { break }
      end = next
      offset = Blank.trimStart(text.bytes, from: next, to: line.end)
    }
    return end - line.start
  }
}
