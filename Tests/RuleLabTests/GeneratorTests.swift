import PlanCorpus
import PlanExport
import PlanParser
import PlanText
import Testing

@testable import RuleLab

/// Invented documents, their gold, and noise that changes nothing.
@Suite struct GeneratorTests {
  private static let book: PhraseBook = {
    do {
      return try PhraseBook(folder: Lab.folder + "/corpus/generator")
    } catch {
      fatalError("the phrases cannot be read: \(error)")
    }
  }()

  /// What the program reads in a document, held against its gold.
  private func score(_ document: InventedDocument) throws -> Score {
    let name = document.isMarkdown ? "a.md" : "a.txt"
    let (text, source) = try DocumentReader.document(document.bytes, name: name)
    var bytes: [UInt8] = []
    PlanJSON.write(Lab.grammar.parse(text, source: source), pretty: false, into: &bytes)
    let plan = Told(try PlanJSON.fields(bytes))
    return Score(gold: try Lab.told(document.gold), plan: plan, text: text)
  }

  @Test func slotsAreFilledAndTold() throws {
    let book = try PhraseBook(
      """
      what
        {n:03..03} of {thing} | unit={thing} iso={n.2} name="a b" is={thing.kind}
      thing
        {large:2500..2500} apples | kind=fruit
      """)
    var writer = PhraseWriter(book: book, seed: 1)
    let phrase = writer.phrase("what")
    #expect(phrase.text == "03 of 2.500 apples")
    #expect(phrase["n"] == "3")
    #expect(phrase["unit"] == "2.500 apples")
    #expect(phrase["iso"] == "03")
    #expect(phrase["name"] == "a b")
    #expect(phrase["is"] == "fruit")
    #expect(phrase["thing.large"] == "2500")
    #expect(writer.phrase("nothing").text == "")
    #expect(throws: CorpusError.self) { try PhraseBook("  lost\n") }
    #expect(throws: CorpusError.self) { try PhraseBook("a\n  {open\n") }
    #expect(throws: CorpusError.self) { try PhraseBook("a\n  {n:9..2}\n") }
  }

  @Test func theSameSeedGivesTheSameDocument() {
    let one = InventedDocument(book: Self.book, seed: 7, rate: 0.5)
    let other = InventedDocument(book: Self.book, seed: 7, rate: 0.5)
    #expect(one.bytes == other.bytes)
    #expect(one.gold == other.gold)
    #expect(one.bytes != InventedDocument(book: Self.book, seed: 8, rate: 0.5).bytes)
  }

  @Test(arguments: 1...40) func goldIsWhatTheDocumentSays(_ seed: UInt64) throws {
    let score = try score(InventedDocument(book: Self.book, seed: seed))
    for category in [RuleLab.Category.header, .tables, .signature, .recipients, .references] {
      #expect(score.tallies[category]?.findings == [], "seed \(seed), \(category)")
    }
    let blocks = score.tallies[.blocks]?.counts ?? Counts()
    #expect(blocks.hit > 5)
    #expect((blocks.f1 ?? 0) > 0.9)
  }

  /// Kinds of noise that change no word: the plan stays what it is.
  @Test(arguments: PageNoise.all.map(\.name)) func pagesDoNotChangeAPlan(_ name: String) throws {
    let noise = try #require(PageNoise.all.first { $0.name == name }).noise
    for seed in UInt64(1)...24 {
      let clean = try score(InventedDocument(book: Self.book, seed: seed))
      let noisy = try score(InventedDocument(book: Self.book, seed: seed, noise: noise))
      // What stands on a page beside the plan is words of its own.
      for category in RuleLab.Category.allCases where category != .coverage {
        let known = clean.tallies[category]?.findings ?? []
        let added = noisy.tallies[category]?.findings.filter { !known.contains($0) } ?? []
        if name == "wraps", category == .blocks || category == .nesting {
          // A closing paragraph that is broken before "đề nghị các …" is read as two.
          withKnownIssue(isIntermittent: true) {
            #expect(added == [], "seed \(seed), \(category)")
          }
        } else {
          #expect(added == [], "seed \(seed), \(category)")
        }
      }
    }
  }

  @Test func damageSpellsAWordOneWay() {
    let words = WordDamage(book: Self.book, rate: 1, tones: false, seed: 3)
    let text = words.damaged("kế hoạch, kế hoạch")
    #expect(text != "kế hoạch, kế hoạch")
    let halves = text.split(separator: ", ")
    #expect(halves.count == 2)
    #expect(halves.first == halves.last)
    let tones = WordDamage(book: Self.book, rate: 0, tones: true, seed: 3)
    #expect(tones.damaged("hòa, ủy ban, hoàn") == "hoà, uỷ ban, hoàn")
  }

  @Test func lettersComeApartAndTogether() throws {
    let text = "Độc lập - Tự do - Hạnh phúc, ưỡn ẩu ỷ"
    let apart = Decomposition(book: Self.book).decomposed(text)
    #expect(apart.unicodeScalars.count > text.unicodeScalars.count)
    let canonical = try CanonicalText(decoding: Array(apart.utf8))
    #expect(canonical.bytes == Array(text.utf8))
  }
}
