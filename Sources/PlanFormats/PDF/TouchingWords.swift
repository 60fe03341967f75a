/// Puts words together that touch: where the type changes inside of a word, as it does when a font
/// lacks a letter, Poppler gives two.
enum TouchingWords {
  /// The words of a page with no word cut.
  static func join(_ words: [PlacedWord]) -> [PlacedWord] {
    WordRow.rows(of: words).flatMap { row -> [PlacedWord] in
      var joined: [PlacedWord] = []
      for word in row.words {
        guard let last = joined.last, abs(word.left - last.right) < 0.1 * row.em,
          word.left > last.left
        else {
          joined.append(word)
          continue
        }
        let index = joined.count - 1
        joined[index].text += word.text
        joined[index].right = max(last.right, word.right)
        joined[index].top = min(last.top, word.top)
        joined[index].bottom = max(last.bottom, word.bottom)
        joined[index].bold = last.bold && word.bold
        joined[index].italic = last.italic && word.italic
      }
      return joined
    }
  }
}
