/// The form of Vietnamese syllables (âm tiết).
package enum Syllable {
  /// Whether a word has Vietnamese marks and yet a form that no Vietnamese syllable has: "kêt" ends
  /// in a stop and has neither the acute tone nor the dot, "nghành" has ngh before a.
  ///
  /// Words with letters of other languages are never told impossible.
  package static func isImpossible(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    guard end - start <= longest, bytes[start..<end].contains(where: { $0 >= 0x80 }) else {
      return false
    }
    var letters = foldedScalars(bytes, start, end)
    var tone: UInt32 = 0
    if let last = letters.last, (1...5).contains(last) {
      tone = last
      letters.removeLast()
    }
    guard letters.count > 1, letters.allSatisfy(isLetter) else { return false }
    return endsInStop(letters) && tone != acute && tone != dot || beginsWrong(letters)
  }

  /// No syllable has more bytes: seven letters, a mark or two on the vowels.
  private static let longest = 16
  private static let acute: UInt32 = 2
  private static let dot: UInt32 = 5

  /// Whether the letters end in c, ch, p or t behind a vowel.
  private static func endsInStop(_ letters: [UInt32]) -> Bool {
    var end = letters.count - 1
    if letters[end] == 0x68, letters[end - 1] == 0x63 { end -= 1 }
    guard end > 0, letters[end] == 0x63 || letters[end] == 0x70 || letters[end] == 0x74 else {
      return false
    }
    if end == letters.count - 2, letters[end] != 0x63 { return false }
    return isVowel(letters[end - 1])
  }

  /// Whether ngh or gh stands before another letter than e, ê, i, or c before one of these.
  private static func beginsWrong(_ letters: [UInt32]) -> Bool {
    var next = 0
    switch letters[0] {
    case 0x6E where letters.count > 3 && letters[1] == 0x67 && letters[2] == 0x68: next = 3
    case 0x67 where letters.count > 2 && letters[1] == 0x68: next = 2
    case 0x63: return isFront(letters[1])
    default: return false
    }
    return isVowel(letters[next]) && !isFront(letters[next])
  }

  private static func isFront(_ letter: UInt32) -> Bool {
    letter == 0x65 || letter == 0xEA || letter == 0x69
  }

  private static func isVowel(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0xE2, 0xEA, 0xF4, 0x103, 0x1A1, 0x1B0: true
    default: false
    }
  }

  /// Whether Vietnamese is written with a letter: no f, j, w, z.
  private static func isLetter(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x66, 0x6A, 0x77, 0x7A: false
    case 0x61...0x7A, 0x111: true
    default: isVowel(letter)
    }
  }
}
