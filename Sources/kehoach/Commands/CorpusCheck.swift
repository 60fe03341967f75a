import ArgumentParser
import PlanCorpus
import RuleLab

/// `kehoach corpus check`: compares.
struct CorpusCheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Print what differs from the goldens.",
    discussion: """
      Prints a unified diff for each difference, the rules behind it and the command that \
      accepts it. A document in a folder NAME.bug is known to be read wrongly: it is told when \
      it is read rightly. The exit code is 1 when something differs.

      Examples:
        kehoach corpus check
        kehoach corpus check spec/headings plans/commune-macadamia
      """)

  @OptionGroup var selection: CorpusSelection
  @OptionGroup var work: WorkOption

  func run() async throws {
    let (corpus, entries) = try selection.load()
    let found = try await Leaving.orExplain {
      try await Laboratory.each(entries, jobs: work.jobs, progress: work.progress("checked")) {
        entry throws(CorpusError) in try corpus.check(entry)
      }
    }
    let differences = found.flatMap { $0 }
    try Leaving.orExplain {
      for difference in differences {
        try ByteStream.standardOutput.write("\(difference)\n")
      }
      let bugs = entries.count(where: \.isKnownBug)
      let known = bugs > 0 ? ", \(bugs) known to be read wrongly" : ""
      try ByteStream.standardOutput.write(
        "\(entries.count) checked\(known), \(differences.count) differ\n")
    }
    if !differences.isEmpty { throw Leaving.differs }
  }
}
