/// Words of two syllables by which marks are put back that recognition lost: "kê hoạch".
package struct WrittenWords: Sendable {
  package static let shared = WrittenWords()

  /// The words by their letters without marks.
  private var alike: [UInt64: [(first: String, second: String)]] = [:]
  private var known: Set<UInt64> = []

  /// Reads `encodings/words.list`.
  private init() {
    for line in EncodingFile("words.list").lines where line.count == 2 {
      let syllables = line.map { SyllableKey($0, from: 0, to: $0.count) }
      guard let first = syllables[0], let second = syllables[1] else { continue }
      let word = line.map { String(decoding: $0, as: UTF8.self) }
      alike[SyllableKey.plain(first, second), default: []].append((word[0], word[1]))
      known.insert(SyllableKey.whole(first, second))
    }
  }

  /// Whether two syllables have the letters of a word and are none themselves; what is not can not
  /// be mended, and this is quickly known.
  package func isDoubtful(_ first: SyllableKey, _ second: SyllableKey) -> Bool {
    alike[SyllableKey.plain(first, second)] != nil
      && !known.contains(SyllableKey.whole(first, second))
  }

  /// The word that two syllables were printed as; `nil` when they stay as they were read.
  ///
  /// - Parameters:
  ///   - first: The first syllable, without the marks around it.
  ///   - second: The second one.
  ///   - before: The syllable before them; empty when there is none or a mark stands between.
  ///   - after: The syllable behind them, likewise.
  ///   - isHeading: Whether what the word says is asked for afterwards, so that any mark may have
  ///     been taken for another: "MỤC TIỂU".
  package func mended(
    _ first: String, _ second: String, before: String, after: String, isHeading: Bool = false
  ) -> (first: String, second: String)? {
    guard let one = SyllableKey(first), let two = SyllableKey(second), isDoubtful(one, two),
      let words = alike[SyllableKey.plain(one, two)],
      // A capital begins something else.
      first.first?.isUppercase == true || second.first?.isUppercase != true
    else { return nil }
    // What is a word with its other neighbour stays.
    if let before = SyllableKey(before), known.contains(SyllableKey.whole(before, one)) {
      return nil
    }
    if let after = SyllableKey(after), known.contains(SyllableKey.whole(two, after)) { return nil }
    guard let read = MarkedLetter.letters(of: first), let next = MarkedLetter.letters(of: second)
    else { return nil }
    var mended: [(first: String, second: String)] = []
    for word in words {
      guard let printed = MarkedLetter.letters(of: word.first),
        let other = MarkedLetter.letters(of: word.second)
      else { continue }
      if printed == read {
        if isHeading || MarkedLetter.isDamage(next, of: other, capitals: isCapitals(second)) {
          mended.append((first, MarkedLetter.text(other, as: second)))
        }
      } else if other == next,
        isHeading || MarkedLetter.isDamage(read, of: printed, capitals: isCapitals(first))
      {
        mended.append((MarkedLetter.text(printed, as: first), second))
      }
    }
    return mended.count == 1 ? mended[0] : nil
  }

  private func isCapitals(_ text: String) -> Bool { !text.contains(where: \.isLowercase) }
}
