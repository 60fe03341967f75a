import ArgumentParser
import PlanCorpus
import RuleLab

/// `kehoach corpus generate`: invented documents with gold.
struct CorpusGenerate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Make up documents whose gold is known, as many as are wanted.",
    discussion: """
      Each document has a folder with input.txt (or input.md) and gold.json. The same seed gives \
      the same documents. Noise is what pages, printers and recognition add: wraps, page \
      numbers, repeated column rows, stamps, marks written apart, misread letters.

      Examples:
        kehoach corpus generate --count 100 out
        kehoach corpus generate --seed 7 --count 1000 --noise 0.5 out
        kehoach corpus measure --gold out
      """)

  @Argument(help: "The folder to write to.")
  var out: String

  @Option(parsing: .unconditional, help: "What the documents depend on.")
  var seed: UInt64 = 1

  @Option(parsing: .unconditional, help: ArgumentHelp("How many documents.", valueName: "n"))
  var count = 10

  @Option(parsing: .unconditional, help: "How much noise, from 0 to 1.")
  var noise = 0.0

  @Option(help: ArgumentHelp("The folder of the phrases.", valueName: "dir"))
  var phrases = "corpus/generator"

  @OptionGroup var work: WorkOption

  func validate() throws {
    if count < 1 { throw ValidationError("--count must be 1 or more.") }
    if let names = try? FileSystem.names(in: out), !names.isEmpty {
      throw ValidationError(
        "\(out) holds something already, which would be measured too; name a new folder.")
    }
    if !(0...1).contains(noise) { throw ValidationError("--noise must be between 0 and 1.") }
  }

  func run() async throws {
    let (seed, noise, out) = (seed, noise, out)
    try await Leaving.orExplain {
      let book = try PhraseBook(folder: phrases)
      try FileSystem.makeFolder(out)
      _ = try await Laboratory.each(
        Array(0..<count), jobs: work.jobs, progress: work.progress("written")
      ) { index throws(CorpusError) in
        let digits = String(index + 1)
        let name = "g" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
        let document = InventedDocument(
          book: book, seed: seed &* 1_000_003 &+ UInt64(index), rate: noise)
        try document.write(to: Path.join(out, name))
      }
    }
    try Leaving.orExplain {
      try ByteStream.standardOutput.write("\(count) documents with gold in \(out)\n")
    }
  }
}
