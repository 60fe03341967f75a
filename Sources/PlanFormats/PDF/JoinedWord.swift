import PlanText

/// Two neighbours on a line that may be one word: what their letters say of it.
struct JoinedWord {
  private let left: Substring
  private let right: Substring
  /// Whether letters stand on both sides of where they meet.
  let isOfLetters: Bool
  /// Whether the letters that meet are of two kinds, of which a font may lack one: those that
  /// Western European text is written with, and others.
  let changesType: Bool

  init(_ text: String, _ next: String) {
    left = text.suffix(while: \.isLetter)
    right = next.prefix(while: \.isLetter)
    isOfLetters = !left.isEmpty && !right.isEmpty
    guard let last = text.unicodeScalars.last, let first = next.unicodeScalars.first else {
      changesType = false
      return
    }
    changesType = (last.value < 0x100) != (first.value < 0x100)
  }

  /// Whether a capital stands behind a small letter.
  var beginsAgain: Bool {
    left.last?.isLowercase == true && right.first?.isUppercase == true
  }

  /// Whether a consonant stands apart from the syllable that it begins: "v" before "ụ".
  var isCutSyllable: Bool {
    guard left.count == 1, let first = left.unicodeScalars.first, !Self.isVowel(first) else {
      return false
    }
    return right.unicodeScalars.first.map(Self.isVowel) == true && isSyllable
  }

  /// Whether both together are a syllable.
  var isSyllable: Bool { Syllables.isOne(String(left + right)) }

  /// Whether each is a syllable of several letters and both together are none.
  var areSyllables: Bool {
    left.count > 1 && right.count > 1 && Syllables.isOne(String(left))
      && Syllables.isOne(String(right)) && !isSyllable
  }

  /// Whether vowels, consonants and vowels again stand in both together, as in no syllable, and
  /// vowels on both sides.
  var isTwo: Bool {
    var groups = 0
    var isInside = false
    for scalar in (left + right).unicodeScalars {
      let isVowel = Self.isVowel(scalar)
      if isVowel, !isInside { groups += 1 }
      isInside = isVowel
    }
    return groups > 1 && left.unicodeScalars.contains(where: Self.isVowel)
      && right.unicodeScalars.contains(where: Self.isVowel)
  }

  /// Every letter of Vietnamese beyond ASCII is a vowel but one.
  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? vowels.contains(scalar) : scalar.value | 1 != 0x111
  }

  private static let vowels = Set("aeiouyAEIOUY".unicodeScalars)
}

extension String {
  /// The characters at the end that all fulfil a condition.
  fileprivate func suffix(while condition: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, condition(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
