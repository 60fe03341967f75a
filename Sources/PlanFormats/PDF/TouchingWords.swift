/// Puts words together that touch: where the type changes inside of a word, as it does when a font
/// lacks a letter, Poppler gives two.
///
/// Words with a blank between them touch as well where letters are set close (condensed), as they
/// are in many heads. By how much shows where the type changes inside of a word.
enum TouchingWords {
  /// The words of a page with no word cut, and no two in one.
  ///
  /// - Parameters:
  ///   - words: The words as Poppler gives them.
  ///   - grids: The tables of the page; words of two cells are not put together.
  static func join(_ words: [PlacedWord], between grids: [RuledGrid] = []) -> [PlacedWord] {
    WordRow.rows(of: words).flatMap { row -> [PlacedWord] in
      var joined: [PlacedWord] = []
      var last: PlacedWord?
      let space = letterSpace(row)
      // Half of a blank, which is set close as well.
      let widest = space < 0 ? min(0.1, max(0.04, 0.11 + space / row.em / 2)) : 0.1
      for word in row.words {
        defer { last = word }
        guard let before = last, let open = joined.last, word.left > open.left,
          before.role == word.role
        else {
          joined.append(word)
          continue
        }
        let gap = (word.left - open.right - space) / row.em
        guard isNear(gap, widest, open.text, word.text, isClose: space < 0),
          !parts(before, word, grids)
        else {
          joined.append(word)
          continue
        }
        let index = joined.count - 1
        joined[index].text += word.text
        joined[index].right = max(open.right, word.right)
        joined[index].top = min(open.top, word.top)
        joined[index].bottom = max(open.bottom, word.bottom)
        joined[index].bold = open.bold && word.bold
        joined[index].italic = open.italic && word.italic
      }
      return joined
    }
  }

  /// Whether two neighbours are parts of one word that stand close enough.
  private static func isNear(
    _ gap: Double, _ widest: Double, _ text: String, _ next: String, isClose: Bool
  ) -> Bool {
    if abs(gap) < widest { return isOne(text, next, gap, isClose: isClose) }
    // Places are rounded; a blank is wider still.
    return gap > 0 && gap < 0.15 && JoinedWord(text, next).isCutSyllable
  }

  /// What is added to the space between letters of a row: below zero where they are set close.
  ///
  /// It is seen where the type changes; places are rounded, so that a few near ones overlap anyway.
  private static func letterSpace(_ row: WordRow) -> Double {
    var spaces: [Double] = []
    for (word, next) in zip(row.words, row.words.dropFirst()) {
      let space = next.left - word.right
      guard abs(space) < 0.15 * row.em, JoinedWord(word.text, next.text).changesType else {
        continue
      }
      spaces.append(space)
    }
    guard spaces.count >= 2 else { return 0 }
    let space = spaces.sorted()[spaces.count / 2]
    return space < -0.03 * row.em ? space : 0
  }

  /// Whether two neighbours are parts of one word, by the gap between them in sizes of letters.
  private static func isOne(
    _ text: String, _ next: String, _ gap: Double, isClose: Bool
  ) -> Bool {
    let word = JoinedWord(text, next)
    guard word.isOfLetters else { return true }
    guard !word.beginsAgain else { return false }
    if word.changesType { return gap < 0.03 || !word.isTwo }
    // Poppler seldom parts a word that is set in one type.
    if gap < 0.03 { return !word.areSyllables }
    return isClose ? word.isSyllable : !word.isTwo && !word.areSyllables
  }

  /// Whether a border of a table stands between two words, and the second begins behind it.
  private static func parts(
    _ word: PlacedWord, _ next: PlacedWord, _ grids: [RuledGrid]
  ) -> Bool {
    grids.contains { grid in
      grid.contains(word) && grid.contains(next) && grid.cell(of: word) != grid.cell(of: next)
        && grid.columns.contains { $0 > word.middle && $0 < next.left + 2 }
    }
  }
}
