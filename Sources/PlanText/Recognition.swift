/// How sure recognition is of the text that it read.
package struct Recognition: Equatable, Sendable {
  /// A page that was recognised.
  package struct Page: Equatable, Sendable {
    /// The number of the page, from 1.
    package var number: Int
    /// How sure recognition is of its words on the whole, in percent.
    package var confidence: Int

    package init(number: Int, confidence: Int) {
      (self.number, self.confidence) = (number, confidence)
    }
  }

  /// A word that recognition is hardly sure of.
  package struct Doubt: Equatable, Sendable {
    /// The line that it stands on, from 0.
    package var line: Int
    /// The word as it was read.
    package var word: String
    /// How sure recognition is of it, in percent.
    package var confidence: Int

    package init(line: Int, word: String, confidence: Int) {
      (self.line, self.word, self.confidence) = (line, word, confidence)
    }
  }

  /// The pages that were recognised.
  package var pages: [Page] = []
  /// The numbers of those whose file tells a text that is not what they print.
  package var replaced: Set<Int> = []
  /// The numbers of pages with such a text that were not recognised.
  package var unreadable: [Int] = []
  /// Words to look at, in the order of the text; the least sure ones of each page.
  package var doubts: [Doubt] = []

  package init() {}
}
