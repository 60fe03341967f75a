package import PlanCorpus

/// An invented document with its gold.
package struct InventedDocument: Sendable {
  /// The document, as bytes of a file.
  package let bytes: [UInt8]
  /// The gold, as JSON.
  package let gold: String
  /// Whether it is markdown.
  package let isMarkdown: Bool

  /// The document of a seed: `damage` is the share of words that recognition misread, `noise`
  /// what its pages do to it.
  package init(
    book: PhraseBook, seed: UInt64, damage: Double = 0, otherTones: Bool = false,
    noise: PageNoise = []
  ) {
    var composer = PlanComposer(book: book, seed: seed)
    var plan = composer.compose()
    for (name, kind) in PageNoise.all where noise.contains(kind) {
      plan.strata.append(("noise " + name, "yes"))
    }
    let words = WordDamage(book: book, rate: damage, tones: otherTones, seed: seed)
    var fixed: [String: String] = [:]
    for name in ["motto", "device", "number", "slash", "kind", "recipients", "appendix"] {
      fixed[name] = composer.writer.phrase("fixed-" + name).text
    }
    var printer = PlanPrinter(layout: composer.layout, words: words, fixed: fixed)
    printer.print(plan)
    var random = SeededRandom(seed: seed &* 31 &+ 7)
    let stamps = composer.writer.phrases("stamp", 3).map(\.text)
    let lines = noise.applied(to: printer.lines, stamps: stamps, &random)
    var text = lines.joined(separator: noise.contains(.carriageReturns) ? "\r\n" : "\n") + "\n"
    if noise.contains(.decomposed) { text = Decomposition(book: book).decomposed(text) }
    bytes = Array(text.utf8)
    gold = GoldWriter.text(plan, words: words)
    isMarkdown = composer.layout.isMarkdown
  }

  /// The document of a seed with noise of all kinds, each at a rate from 0 to 1; words are misread
  /// at a tenth of it.
  package init(book: PhraseBook, seed: UInt64, rate: Double) {
    var random = SeededRandom(seed: seed ^ 0x6E6F_6973_65)
    var noise: PageNoise = []
    for (_, kind) in PageNoise.all where random.happens(rate) { noise.insert(kind) }
    let otherTones = random.happens(rate)
    self.init(
      book: book, seed: seed, damage: rate / 10, otherTones: otherTones, noise: noise)
  }

  /// Writes it as `folder/input.txt` or `.md` and `folder/gold.json`.
  package func write(to folder: String) throws(CorpusError) {
    try FileSystem.makeFolder(folder)
    let name = isMarkdown ? "input.md" : "input.txt"
    try OutputFile.write(bytes, to: Path.join(folder, name))
    try OutputFile.write(Array(gold.utf8), to: Path.join(folder, "gold.json"))
  }
}
