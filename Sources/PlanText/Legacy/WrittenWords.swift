/// Words of two syllables by which marks are put back that recognition lost: "kê hoạch".
package struct WrittenWords: Sendable {
  package static let shared = WrittenWords()

  /// The words by their letters without marks.
  private var alike: [[UInt32]: [(first: [MarkedLetter], second: [MarkedLetter])]] = [:]
  private var known: Set<[MarkedLetter]> = []

  /// Reads `encodings/words.list`.
  private init() {
    for line in EncodingFile("words.list").lines where line.count == 2 {
      let syllables = line.map { MarkedLetter.letters(of: String(decoding: $0, as: UTF8.self)) }
      guard let first = syllables[0], let second = syllables[1] else { continue }
      alike[Self.plain(first, second), default: []].append((first, second))
      known.insert(Self.whole(first, second))
    }
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
    guard let one = MarkedLetter.letters(of: first), let two = MarkedLetter.letters(of: second),
      let words = alike[Self.plain(one, two)], !known.contains(Self.whole(one, two)),
      // A capital begins something else.
      first.first?.isUppercase == true || second.first?.isUppercase != true
    else { return nil }
    // What is a word with its other neighbour stays.
    if isKnown(before, one) || isKnown(two, after) { return nil }
    let meant = words.filter { word in
      word.first == one
        ? isHeading || MarkedLetter.isDamage(two, of: word.second, capitals: isCapitals(second))
        : word.second == two
          && (isHeading || MarkedLetter.isDamage(one, of: word.first, capitals: isCapitals(first)))
    }
    guard meant.count == 1, let word = meant.first else { return nil }
    return word.first == one
      ? (first, MarkedLetter.text(word.second, as: second))
      : (MarkedLetter.text(word.first, as: first), second)
  }

  private func isKnown(_ before: String, _ letters: [MarkedLetter]) -> Bool {
    MarkedLetter.letters(of: before).map { known.contains(Self.whole($0, letters)) } ?? false
  }

  private func isKnown(_ letters: [MarkedLetter], _ after: String) -> Bool {
    MarkedLetter.letters(of: after).map { known.contains(Self.whole(letters, $0)) } ?? false
  }

  private func isCapitals(_ text: String) -> Bool { !text.contains(where: \.isLowercase) }

  private static func plain(_ first: [MarkedLetter], _ second: [MarkedLetter]) -> [UInt32] {
    first.map(\.base) + [0x20] + second.map(\.base)
  }

  private static func whole(
    _ first: [MarkedLetter], _ second: [MarkedLetter]
  ) -> [MarkedLetter] {
    first + [.space] + second
  }
}
