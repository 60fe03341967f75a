/// Marks that a word processor sets inside of words and never prints: soft hyphens, zero-width blanks
/// and joiners, marks of the writing direction.
enum InvisibleMarks {
  /// A text without them; old fonts, whose letters stand at such places, are read before.
  static func dropped(from text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }) else { return text }
    var result: [UInt8] = []
    var kept = 0
    var index = 0
    while index < text.count {
      let length = length(in: text, at: index)
      guard length > 0 else {
        index += 1
        continue
      }
      result += text[kept..<index]
      index += length
      kept = index
    }
    return kept == 0 ? text : result + text[kept...]
  }

  /// The length of the mark at a place; 0 when none stands there.
  private static func length(in text: [UInt8], at index: Int) -> Int {
    let length: Int
    switch text[index] {
    case 0xC2: length = 2
    case 0xE2, 0xEF: length = 3
    default: return 0
    }
    guard index + length <= text.count else { return 0 }
    var scalar = UInt32(text[index]) & (length == 2 ? 0x1F : 0x0F)
    for byte in text[(index + 1)..<(index + length)] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    return ScalarFolding.fold(scalar).is(.skipped) ? length : 0
  }
}
