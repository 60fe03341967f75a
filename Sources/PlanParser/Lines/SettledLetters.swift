import PlanModel
import PlanText

/// Labels in small letters and numbers that recognition gave another sign: "€)" between "b)" and
/// "d)" is c, "4)" before "b)" is a, "1," before "2." is 1.
///
/// Only the labels around one tell what it is; the text stays as it is.
extension PlanReader {
  /// What the sign of a label is.
  private enum Sign {
    case letter(Int)
    case number(Int)
    case odd(UInt32)
  }

  /// A label at the beginning of a line.
  private struct Beginning {
    var line: Int
    var sign: Sign
    var mark: UInt8
    var label: ByteSpan
    var text: Int
    /// Whether specks stand before it.
    var isSpeckled = false
  }

  /// How many labels are looked at for the number that comes next.
  private static let reach = 60

  /// Finds the labels from line `start` on that only their neighbours tell.
  mutating func settleLetters(from start: Int) {
    var labels: [Beginning] = []
    for index in lines.indices.dropFirst(start)
    where lines[index].tabs == 0 && !lines[index].pipe && lines[index].table == 0 {
      if let label = beginning(index) { labels.append(label) }
    }
    var letter = 0
    var number = 0
    for (place, label) in labels.enumerated() {
      let next = place + 1 < labels.count ? labels[place + 1] : nil
      if let read = misreadLetter(label, after: letter, before: next, number) {
        settle(label, .lower, read, style: 0x29)
        letter = read
        continue
      }
      switch label.sign {
      case .letter(let value):
        if label.isSpeckled, label.mark == UInt8(ascii: ")"),
          value == 1 || letter > 0 && Letters.follows(letter, value)
        {
          settle(label, .lower, value, style: 0x29)
        }
        letter = value
      case .number where label.isSpeckled: continue
      case .number(let value) where label.mark == UInt8(ascii: ","):
        guard goesOn(value, after: number, in: labels[(place + 1)...].prefix(Self.reach)),
          begins(label.line)
        else { continue }
        if !markers.commas { settle(label, .number, value, style: 0x2E) }
        (letter, number) = (0, value)
      case .number(let value): (letter, number) = (0, value)
      case .odd: break
      }
    }
  }

  /// The letter that a label was printed as when its neighbours tell; `nil` when it is what it seems
  /// to be, or nobody knows.
  private func misreadLetter(
    _ label: Beginning, after letter: Int, before next: Beginning?, _ number: Int
  ) -> Int? {
    guard label.mark == UInt8(ascii: ")") || label.mark == UInt8(ascii: "}") else { return nil }
    let candidates: [UInt32]
    var isNoLetter = false
    switch label.sign {
    case .odd(let scalar):
      candidates = Self.letters(of: scalar)
      isNoLetter = true
    case .number(let value):
      if number > 0, value == number + 1 { return nil }
      if case .number(value + 1)? = next?.sign { return nil }
      candidates = Self.letters(of: UInt32(48 + value % 10))
    case .letter(let value):
      guard label.mark == UInt8(ascii: "}"), letter == 0 || Letters.follows(letter, value) else {
        return nil
      }
      return value
    }
    return candidates.lazy.compactMap { Letters.value($0) }.first { value in
      let isNext = letter > 0 && Letters.follows(letter, value)
      guard isNext || value == 1 else { return false }
      if isNext, isNoLetter { return true }
      guard case .letter(let after)? = next?.sign, next?.mark == UInt8(ascii: ")") else {
        return false
      }
      return Letters.follows(value, after)
    }
  }

  /// The letters that recognition makes a sign of.
  private static func letters(of sign: UInt32) -> [UInt32] {
    switch sign {
    case 0x20AC, 0xA9, 0xA2: [0x63, 0x65]  // €, ©, ¢: c, e
    case 0x34, 0x38, 0x40, 0xE4, 0xE0, 0xE1, 0xE2, 0xE3, 0x1EA3: [0x61]  // 4, 8, @, ä, à …: a
    case 0x36: [0x62]  // 6: b
    case 0x39: [0x67]  // 9: g
    case 0xF8: [0x67, 0x6F]  // ø: g, o
    case 0xA1: [0x69]  // ¡: i
    case 0x30: [0x6F]  // 0: o
    default: []
    }
  }

  /// Whether a number goes on with the one before it, or the next one with it.
  private func goesOn(_ value: Int, after number: Int, in next: ArraySlice<Beginning>) -> Bool {
    if value == number + 1, value > 1 { return true }
    for label in next {
      guard case .number(let other) = label.sign else { continue }
      if other == 2 || label.mark != UInt8(ascii: ",") { return value == 1 && other == 2 }
    }
    return false
  }

  /// Whether a unit may begin at a line: the one before it has ended.
  private func begins(_ index: Int) -> Bool {
    guard index > 0, lines[index].blanksBefore == 0 else { return true }
    return lines[index - 1].ended || lines[index - 1].capitals
  }

  /// The label that a line opens with; `nil` when it opens with none.
  private func beginning(_ index: Int) -> Beginning? {
    let end = lines[index].content.end
    let start = withoutSpecks(lines[index].content)
    let (first, length) = Scalars.decode(bytes, at: start)
    var offset = start + length
    let sign: Sign
    switch first {
    case 0x31...0x39:
      var value = Int(first) - 48
      while offset < end, bytes[offset].isDigit, offset < start + 2 {
        value = 10 * value + Int(bytes[offset]) - 48
        offset += 1
      }
      sign = .number(value)
    case 0x61...0x7A, 0x111: sign = .letter(Letters.value(first) ?? 0)
    case 0x20AC, 0xA9, 0xA2, 0x40, 0xE4, 0xE0, 0xE1, 0xE2, 0xE3, 0x1EA3, 0x30, 0xF8, 0xA1:
      sign = .odd(first)
    default: return nil
    }
    guard offset + 2 < end else { return nil }
    let mark = bytes[offset]
    switch mark {
    case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "}"): break
    case UInt8(ascii: ","):
      guard case .number = sign else { return nil }
    default: return nil
    }
    let text = Blank.trimStart(bytes, from: offset + 1, to: end)
    let isNumber = mark == UInt8(ascii: "}") && wrap.isFlush && bytes[text].isDigit
    guard text > offset + 1, text < end,
      isNumber || LetterCase(Scalars.decode(bytes, at: text).scalar) == .upper
    else { return nil }
    return Beginning(
      line: index, sign: sign, mark: mark, label: ByteSpan(start, offset), text: text,
      isSpeckled: start > lines[index].content.start)
  }

  /// How many specks stand before a letter at most.
  private static let mostSpecks = 3

  /// Where a line begins behind specks before a letter: "'b) …", "._ a) …".
  private func withoutSpecks(_ content: ByteSpan) -> Int {
    guard wrap.isFlush else { return content.start }
    var offset = content.start
    for _ in 0..<Self.mostSpecks {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      guard SpeckledNumber.isSpeck(scalar) else { break }
      offset = Blank.trimStart(bytes, from: offset + length, to: content.end)
      guard offset < content.end else { return content.start }
    }
    return offset
  }

  private mutating func settle(
    _ label: Beginning, _ family: Marker.Family, _ value: Int, style: UInt32
  ) {
    let start = lines[label.line].content.start
    guard settled[start] == nil else { return }
    var marker = Marker(
      family: family, style: style, values: [value], span: ByteSpan(start, label.label.end + 1),
      label: label.label, textStart: label.text)
    marker.suspect = family == .lower && !label.isSpeckled
    marker.isSettled = true
    settled[start] = marker
  }
}
