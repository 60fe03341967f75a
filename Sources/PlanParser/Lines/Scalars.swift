import PlanModel

/// Reads Unicode scalars from canonical text, which is valid UTF-8.
enum Scalars {
  /// The scalar at `offset` and its length in bytes.
  static func decode(_ bytes: [UInt8], at offset: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (first, 1) }
    let left = bytes.count - offset
    if first >= 0xC0, first < 0xE0, left >= 2 {
      return ((first & 0x1F) << 6 | UInt32(bytes[offset + 1]) & 0x3F, 2)
    }
    if first >= 0xE0, first < 0xF0, left >= 3 {
      let middle = (UInt32(bytes[offset + 1]) & 0x3F) << 6
      return ((first & 0x0F) << 12 | middle | UInt32(bytes[offset + 2]) & 0x3F, 3)
    }
    if first >= 0xF0, left >= 4 {
      let high = (UInt32(bytes[offset + 1]) & 0x3F) << 12
      let middle = (UInt32(bytes[offset + 2]) & 0x3F) << 6
      return ((first & 0x07) << 18 | high | middle | UInt32(bytes[offset + 3]) & 0x3F, 4)
    }
    return (0xFFFD, 1)
  }
}

extension Scalars {
  /// Whether a span has bytes, and begins and ends with whole characters.
  static func isWhole(_ bytes: [UInt8], _ span: ByteSpan) -> Bool {
    span.start < span.end && bytes[span.start] & 0xC0 != 0x80
      && (span.end == bytes.count || bytes[span.end] & 0xC0 != 0x80)
  }

  /// The text under a span.
  static func string(_ bytes: [UInt8], _ span: ByteSpan) -> String {
    // Canonical text is valid UTF-8, and so is what begins and ends with whole characters: to look
    // at all of it again takes longer than to copy it.
    guard isWhole(bytes, span) else {
      return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    }
    let characters = unsafe UTF8Span(unchecked: bytes.span.extracting(span.start..<span.end))
    return String(copying: characters)
  }
}

/// Whether a character is a capital, a small letter, or neither.
enum LetterCase {
  case upper
  case lower
  case none

  /// The case of a scalar: ASCII and the Latin blocks that Vietnamese is written with.
  init(_ scalar: UInt32) {
    if scalar >= 0x1E00, scalar < 0x1F00 {
      self = scalar & 1 == 0 ? .upper : .lower
      return
    }
    switch scalar {
    case 65...90: self = .upper
    case 97...122: self = .lower
    case 0..<0xC0, 0xD7, 0xF7: self = .none
    case 0xC0...0xDE: self = .upper
    case 0xDF...0xFF: self = .lower
    case 0x100...0x137: self = scalar & 1 == 0 ? .upper : .lower
    case 0x139...0x148: self = scalar & 1 == 1 ? .upper : .lower
    case 0x14A...0x177: self = scalar & 1 == 0 ? .upper : .lower
    case 0x1A0...0x1B0: self = scalar == 0x1A0 || scalar == 0x1AF ? .upper : .lower
    case 0x391...0x3A9, 0x410...0x42F: self = .upper
    case 0x3B1...0x3C9, 0x430...0x44F: self = .lower
    default: self = .none
    }
  }
}

/// White space and marks without width, in canonical text.
enum Blank {
  /// The length in bytes of the blank character at `offset`; 0 when it is none.
  static func length(_ bytes: [UInt8], at offset: Int, end: Int) -> Int {
    let first = bytes[offset]
    if first == 0x20 || (first >= 0x09 && first <= 0x0D) { return 1 }
    if first < 0xC2 { return 0 }
    if first == 0xC2 {
      guard offset + 1 < end else { return 0 }
      let second = bytes[offset + 1]
      return second == 0xA0 || second == 0xAD || second == 0x85 ? 2 : 0  // NBSP, soft hyphen, NEL
    }
    guard first >= 0xE1, offset + 2 < end else { return 0 }
    let second = bytes[offset + 1]
    let third = bytes[offset + 2]
    switch first {
    case 0xE1: return second == 0x9A && third == 0x80 ? 3 : 0
    case 0xE2:
      if second == 0x80 {
        // En quad … right-to-left mark, line and paragraph separators, narrow NBSP.
        return third <= 0x8F || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0
      }
      return second == 0x81 && (third == 0x9F || third == 0xA0) ? 3 : 0
    case 0xE3: return second == 0x80 && third == 0x80 ? 3 : 0
    case 0xEF: return second == 0xBB && third == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// Whether the blank character at `offset` takes no room: a soft hyphen, a zero-width space.
  static func isInvisible(_ bytes: [UInt8], at offset: Int) -> Bool {
    switch bytes[offset] {
    case 0xC2: return bytes[offset + 1] == 0xAD
    case 0xE2:
      return bytes[offset + 1] == 0x80
        ? bytes[offset + 2] >= 0x8B && bytes[offset + 2] <= 0x8F
        : bytes[offset + 1] == 0x81 && bytes[offset + 2] == 0xA0
    case 0xEF: return true
    default: return false
    }
  }

  /// The first offset from `start` that is not blank.
  static func trimStart(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var start = start
    while start < end {
      let blank = length(bytes, at: start, end: end)
      if blank == 0 { break }
      start += blank
    }
    return start
  }

  /// The offset after the last character before `end` that is not blank.
  static func trimEnd(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var end = end
    trimming: while end > start {
      let last = bytes[end - 1]
      if last == 0x20 || (last >= 0x09 && last <= 0x0D) {
        end -= 1
        continue
      }
      if last < 0x80 { break }
      for size in 2...3 where end - size >= start {
        if length(bytes, at: end - size, end: end) == size {
          end -= size
          continue trimming
        }
      }
      break
    }
    return end
  }

  /// `span` without blanks at its ends.
  static func trim(_ bytes: [UInt8], _ span: ByteSpan) -> ByteSpan {
    let start = trimStart(bytes, from: span.start, to: span.end)
    return ByteSpan(start, trimEnd(bytes, from: start, to: span.end))
  }
}
