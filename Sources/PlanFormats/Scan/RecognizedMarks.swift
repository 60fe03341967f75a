import PlanText

/// Puts marks of letters back that recognition lost, where a word is written in one way only.
enum RecognizedMarks {
  /// The words of a page, read in the order of its lines.
  static func mend(_ words: [PlacedWord]) -> [PlacedWord] {
    var mended = words
    for index in words.indices.dropLast() where goesOn(mended, index) {
      let (first, second) = (Parts(mended[index].text), Parts(mended[index + 1].text))
      guard first.tail.isEmpty, second.head.isEmpty else { continue }
      let before = index > 0 && first.head.isEmpty && goesOn(mended, index - 1)
      let after = index + 2 < words.count && second.tail.isEmpty && goesOn(mended, index + 1)
      let outer = (
        before ? Parts(mended[index - 1].text) : Parts(""),
        after ? Parts(mended[index + 2].text) : Parts("")
      )
      guard
        let word = WrittenWords.shared.mended(
          first.letters, second.letters, before: outer.0.tail.isEmpty ? outer.0.letters : "",
          after: outer.1.head.isEmpty ? outer.1.letters : "")
      else { continue }
      mended[index].text = first.head + word.first
      mended[index + 1].text = word.second + second.tail
    }
    return mended
  }

  /// Whether the next word goes on from a word: on its line, or at the begin of the next.
  private static func goesOn(_ words: [PlacedWord], _ index: Int) -> Bool {
    let (word, next) = (words[index], words[index + 1])
    let high = max(word.height, next.height)
    if next.line == word.line { return next.left - word.right < 1.5 * high }
    return next.left < word.left && next.centre > word.centre && next.top - word.bottom < high
  }

  /// A word and the marks around it.
  private struct Parts {
    var head = ""
    var letters = ""
    var tail = ""

    init(_ text: String) {
      for character in text {
        if character.isLetter, tail.isEmpty {
          letters.append(character)
        } else if letters.isEmpty {
          head.append(character)
        } else {
          tail.append(character)
        }
      }
    }
  }
}
