/// What recognition and habits of spelling make of the words of a document.
///
/// A word is spelt one way throughout a document, in its text and in its gold.
struct WordDamage: Sendable {
  private let misread: [Character: [Character]]
  private let tones: [(from: String, to: String)]
  private let rate: Double
  private let seed: UInt64

  /// Damage of words at a rate; `tones` says whether tone marks stand on the other vowel.
  init(book: PhraseBook, rate: Double, tones: Bool, seed: UInt64) {
    func pairs(_ name: String) -> [(String, String)] {
      (book.lists[name] ?? []).compactMap { entry in
        guard case .text(let text) = entry.pieces.first else { return nil }
        let parts = text.split(separator: " ").map { String($0) }
        return parts.count > 1 ? (parts[0], parts[1...].joined()) : nil
      }
    }
    var misread: [Character: [Character]] = [:]
    for (from, to) in pairs("misread") {
      if let letter = from.first { misread[letter, default: []] += Array(to) }
    }
    self.misread = misread
    self.tones = tones ? pairs("tone").map { (from: $0, to: $1) } : []
    self.rate = rate
    self.seed = seed
  }

  /// A text as the document prints it.
  func damaged(_ text: String) -> String {
    if rate == 0, tones.isEmpty { return text }
    var output = ""
    var word = ""
    for character in text {
      if character.isLetter {
        word.append(character)
      } else {
        output += spelling(word)
        word = ""
        output.append(character)
      }
    }
    return output + spelling(word)
  }

  private func spelling(_ word: String) -> String {
    if word.isEmpty { return word }
    var word = word
    for (from, to) in tones where word.hasSuffix(from) {
      word = word.dropLast(from.count) + to
      break
    }
    // The same word meets the same fate wherever it stands.
    var random = SeededRandom(seed: word.utf8.reduce(seed) { ($0 &* 31) &+ UInt64($1) })
    guard random.happens(rate) else { return word }
    let letters = Array(word)
    let places = letters.indices.filter { misread[letters[$0]] != nil }
    guard let place = random.pick(places), let other = random.pick(misread[letters[place]] ?? [])
    else { return word }
    var damaged = letters
    damaged[place] = other
    return String(damaged)
  }
}
