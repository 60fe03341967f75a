package import PlanCorpus

/// What a run over an archive is asked to do.
package struct RunSettings: Sendable {
  /// Files and folders, in the order in which they are to be done.
  package var inputs: [String]
  /// Whether further paths stand on the standard input, one a line.
  package var readsList: Bool
  /// The folder for everything that the run writes.
  package var output: String
  /// The forms in which plans are written.
  package var formats: [OutputFormat]
  /// How many documents are in work at a time.
  package var jobs: Int
  /// Whether to go on with the catalog of an earlier run.
  package var resumes: Bool
  package var filter: InputFilter
  package var limits: RunLimits
  /// The folder of the grammar, when it is not the one in the program.
  package var grammars: String?

  /// Settings from their parts.
  package init(
    inputs: [String], readsList: Bool, output: String, formats: [OutputFormat], jobs: Int,
    resumes: Bool, filter: InputFilter, limits: RunLimits, grammars: String?
  ) {
    self.inputs = inputs
    self.readsList = readsList
    self.output = output
    self.formats = formats
    self.jobs = jobs
    self.resumes = resumes
    self.filter = filter
    self.limits = limits
    self.grammars = grammars
  }

  /// The formats in one word, as the catalog keeps them.
  var formatNames: String { formats.map(\.rawValue).joined(separator: ",") }

  /// How a worker is started; what it is told begins with its name.
  var workerArguments: [String] {
    var arguments = [
      "kehoach", "batch-worker", "--format", formatNames, "--max-bytes", "\(limits.bytes)",
      "--max-seconds", "\(limits.seconds)", "--max-memory", "\(limits.memory)",
    ]
    if let grammars { arguments += ["--grammars", grammars] }
    return arguments
  }
}
