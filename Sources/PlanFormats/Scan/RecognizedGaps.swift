import PlanText

/// Blanks between recognised words that were lost, or stand within a word.
enum RecognizedGaps {
  /// The words of a page, those parted that stand together and those joined that belong together.
  static func mend(_ words: [PlacedWord]) -> [PlacedWord] {
    var mended: [PlacedWord] = []
    for word in words {
      if let last = mended.last, last.line == word.line, isOne(last, word) {
        let index = mended.count - 1
        mended[index].text += word.text
        mended[index].right = max(last.right, word.right)
        mended[index].top = min(last.top, word.top)
        mended[index].bottom = max(last.bottom, word.bottom)
        continue
      }
      mended += parted(word)
    }
    return mended
  }

  /// Whether two words are one that was cut: a number "12/KH-" and "UBND".
  private static func isOne(_ first: PlacedWord, _ second: PlacedWord) -> Bool {
    let gap = second.left - first.right
    guard gap >= -1, gap < 0.5 * max(first.height, second.height) else { return false }
    guard let mark = first.text.last, mark == "-" || mark == "/",
      first.text.dropLast().contains(where: \.isLetter),
      first.text.contains(where: \.isNumber) || first.text.contains("/"),
      let next = second.text.first
    else { return false }
    return next.isUppercase
  }

  /// Words that stand together without a blank: "tưliệu", "ViệnBảo".
  private static func parted(_ word: PlacedWord) -> [PlacedWord] {
    let text = bare(word.text)
    guard text.count >= 5, text.allSatisfy(\.isLetter), !Syllables.isOne(text),
      text.contains(where: { !$0.isASCII }), let parts = syllables(Array(text))
    else { return [word] }
    let tail = word.text.dropFirst(text.count)
    var left = word.left
    let width = (word.right - word.left) / Double(word.text.count)
    return parts.enumerated().map { index, part in
      var piece = word
      piece.text = part + (index == parts.count - 1 ? String(tail) : "")
      piece.left = left
      left += width * Double(piece.text.count)
      piece.right = index == parts.count - 1 ? word.right : left - 0.2 * width
      return piece
    }
  }

  /// The one way to cut letters into the fewest syllables; `nil` when there is none or a second.
  private static func syllables(_ letters: [Character]) -> [String]? {
    guard letters.count <= 40 else { return nil }
    // The fewest syllables that lead to each place, in how many ways, and where the last begins.
    var fewest = [Int](repeating: letters.count + 1, count: letters.count + 1)
    var ways = [Int](repeating: 0, count: letters.count + 1)
    var begins = ways
    (fewest[0], ways[0]) = (0, 1)
    for end in 1...letters.count {
      for begin in max(0, end - 7)..<end where ways[begin] > 0 && fewest[begin] < fewest[end] {
        // A capital begins a syllable, and all are capitals or none is inside.
        let part = letters[begin..<end]
        guard part.dropFirst().allSatisfy({ $0.isUppercase == letters[end - 1].isUppercase }),
          part.count > 1, Syllables.isOne(String(part))
        else { continue }
        if fewest[begin] + 1 < fewest[end] {
          (fewest[end], ways[end], begins[end]) = (fewest[begin] + 1, ways[begin], begin)
        } else {
          ways[end] += ways[begin]
        }
      }
    }
    guard ways[letters.count] == 1 else { return nil }
    var parts: [String] = []
    var end = letters.count
    while end > 0 {
      parts.insert(String(letters[begins[end]..<end]), at: 0)
      end = begins[end]
    }
    return parts
  }

  /// A word without the marks behind it.
  private static func bare(_ text: String) -> String {
    var bare = text[...]
    while let last = bare.last, ",.;:)".contains(last) { bare.removeLast() }
    return String(bare)
  }
}
