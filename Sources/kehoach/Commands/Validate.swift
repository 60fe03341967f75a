import ArgumentParser
import PlanCorpus

/// `kehoach validate`: plans in JSON or XML against the format.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check that JSON or XML files are plans of the format.",
    discussion: """
      A file is told by its content. XML is read against the schema too. The exit code is 2 when \
      a file is no plan.

      Examples:
        kehoach validate out/*.json
        kehoach parse --format xml plan.txt | kehoach validate -
      """)

  @Argument(help: "JSON or XML files; - is the standard input.")
  var files: [String]

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false

  func run() throws {
    var ending = ExitCode.success
    for file in files {
      do throws(CorpusError) {
        let isInput = file == DocumentReader.standardInput
        let bytes = try isInput ? FileSystem.readStandardInput() : FileSystem.read(file)
        let name = isInput ? "standard input" : file
        switch PlanFile.validate(bytes) {
        case .valid(let form):
          if !quiet { try ByteStream.standardOutput.write("\(name): valid \(form.rawValue)\n") }
        case .invalid(let message):
          Leaving.complain("kehoach: error: \(name): \(message)\n")
          ending = Leaving.unreadable
        }
      } catch {
        let code = Leaving.report(error)
        if code == .success { return }
        ending = code
      }
    }
    if ending != .success { throw ending }
  }
}
