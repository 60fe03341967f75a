import PlanModel
import PlanText

/// Capital letters of parts that recognition set a speck before: "'B. MỤC TIÊU" after "A.".
///
/// Only the letter that comes next is read so; the text stays as it is.
extension PlanReader {
  /// How many specks stand before a letter at most.
  private static let mostSpecks = 2

  /// Finds the lettered headings in capitals from line `start` on that are the next ones only
  /// without the specks before them.
  mutating func settleParts(from start: Int) {
    var last = 0
    for line in lines.dropFirst(start)
    where line.capitals && line.tabs == 0 && !line.pipe && line.table == 0 {
      guard let part = part(line.content) else { continue }
      if part.label.start > line.content.start {
        guard last > 0, Letters.follows(last, part.value), settled[line.content.start] == nil else {
          continue
        }
        var marker = Marker(
          family: .upper, style: 0x2E, values: [part.value],
          span: ByteSpan(line.content.start, part.label.end + 1), label: part.label,
          textStart: part.text)
        marker.isSettled = true
        settled[line.content.start] = marker
      }
      last = part.value
    }
  }

  /// The letter with its stop that opens a line, maybe behind specks, before a capital.
  private func part(_ content: ByteSpan) -> (value: Int, label: ByteSpan, text: Int)? {
    var offset = content.start
    for _ in 0..<Self.mostSpecks where offset < content.end {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      guard SpeckledNumber.isSpeck(scalar) else { break }
      offset = Blank.trimStart(bytes, from: offset + length, to: content.end)
    }
    guard offset < content.end else { return nil }
    let (letter, length) = Scalars.decode(bytes, at: offset)
    guard (0x41...0x5A).contains(letter) || letter == 0x110,
      let value = Letters.value(letter == 0x110 ? 0x111 : letter | 0x20),
      offset + length < content.end, bytes[offset + length] == UInt8(ascii: ".")
    else { return nil }
    let text = Blank.trimStart(bytes, from: offset + length + 1, to: content.end)
    guard text > offset + length + 1, text < content.end,
      LetterCase(Scalars.decode(bytes, at: text).scalar) == .upper
    else { return nil }
    return (value, ByteSpan(offset, offset + length), text)
  }
}
