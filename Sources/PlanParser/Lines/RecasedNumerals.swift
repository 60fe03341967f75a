import PlanModel
import PlanText

/// Roman numerals of headings that an old font of capitals printed from small letters: "iV." after
/// "III.", "ii. NHIỆM VỤ" after "I.", "IIi.".
extension PlanReader {
  /// How many letters such a numeral has at most.
  private static let longestNumeral = 5

  /// Finds the numerals from line `start` on that go on in other letters with the one before them.
  mutating func settleRecased(from start: Int) {
    var last = 0
    for index in lines.indices.dropFirst(start) where lines[index].table == 0 {
      let line = lines[index]
      if let known = settled[line.content.start] {
        if known.family == .roman { last = known.value }
        continue
      }
      guard !line.pipe, let numeral = numeral(line.content) else { continue }
      if !numeral.isRecased {
        last = numeral.value
      } else if numeral.value == last + 1, last > 0,
        numeral.isMixed
          || LineReader.piece(of: line, from: numeral.text, to: line.content.end, bytes).capitals
      {
        var marker = Marker(
          family: .roman, style: 0x2E, values: [numeral.value],
          span: ByteSpan(line.content.start, numeral.label.end + 1), label: numeral.label,
          textStart: numeral.text)
        marker.suspect = true
        marker.isSettled = true
        settled[line.content.start] = marker
        last = numeral.value
      }
    }
  }

  /// A numeral of I, V and X in letters of any case that a dot ends before a capital.
  private func numeral(_ content: ByteSpan) -> (
    value: Int, isRecased: Bool, isMixed: Bool, label: ByteSpan, text: Int
  )? {
    var offset = content.start
    var letters: [UInt8] = []
    var small = 0
    while offset < content.end, letters.count <= Self.longestNumeral {
      let byte = bytes[offset]
      guard [0x49, 0x56, 0x58].contains(byte & 0xDF), byte > 0x40 else { break }
      if byte > 0x60 { small += 1 }
      letters.append(byte & 0xDF)
      offset += 1
    }
    guard !letters.isEmpty, offset + 1 < content.end, bytes[offset] == UInt8(ascii: "."),
      let value = Letters.roman(letters)
    else { return nil }
    let text = Blank.trimStart(bytes, from: offset + 1, to: content.end)
    guard text < content.end,
      LetterCase(Scalars.decode(bytes, at: text).scalar) == .upper
    else { return nil }
    return (
      value, small > 0, small > 0 && small < letters.count, ByteSpan(content.start, offset), text
    )
  }
}
