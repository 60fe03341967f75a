import PlanModel

/// Converts documents to files: reads, parses, writes, and tells what happened.
package struct Conversion: Sendable {
  /// What became of one document.
  package struct Outcome: Sendable {
    /// The diagnostics for a person, or the error that ended the work on this document.
    package var report: String
    /// Bytes for the standard output, when no file was written.
    package var output: [UInt8]
    /// Whether the document has warnings or errors.
    package var hasWarnings: Bool
    /// Why there is no plan.
    package var failure: CorpusError?
  }

  private let reader: DocumentReader
  private let format: OutputFormat
  private let trace: Bool
  private let width: Int?
  private let report: DiagnosticReport?

  /// A conversion with its settings; without `report` outcomes tell failures only.
  package init(
    reader: DocumentReader, format: OutputFormat, trace: Bool = false, width: Int? = nil,
    report: DiagnosticReport?
  ) {
    self.reader = reader
    self.format = format
    self.trace = trace
    self.width = width
    self.report = report
  }

  /// Converts one document; without `output` the bytes come back in the outcome.
  package func convert(_ path: String, to output: String?) -> Outcome {
    do throws(CorpusError) {
      let (plan, text) = try reader.read(path)
      let shown = path == DocumentReader.standardInput ? plan.source.name : path
      var outcome = Outcome(
        report: report?.text(plan, of: text, path: shown) ?? "", output: [],
        hasWarnings: plan.diagnostics.contains { $0.severity != .note })
      if let output {
        try write(plan, to: output)
      } else {
        outcome.output = format.bytes(plan, trace: trace, width: width)
      }
      return outcome
    } catch {
      return Outcome(report: "", output: [], hasWarnings: false, failure: error)
    }
  }

  /// Converts one document straight to the standard output, piece by piece.
  package func stream(_ path: String) -> Outcome {
    do throws(CorpusError) {
      let (plan, text) = try reader.read(path)
      let shown = path == DocumentReader.standardInput ? plan.source.name : path
      try format.write(plan, trace: trace, width: width) { piece throws(CorpusError) in
        try ByteStream.standardOutput.write(piece)
      }
      return Outcome(
        report: report?.text(plan, of: text, path: shown) ?? "", output: [],
        hasWarnings: plan.diagnostics.contains { $0.severity != .note })
    } catch {
      return Outcome(report: "", output: [], hasWarnings: false, failure: error)
    }
  }

  private func write(_ plan: Plan, to path: String) throws(CorpusError) {
    var file = try OutputFile(path)
    try format.write(plan, trace: trace, width: width) { piece throws(CorpusError) in
      try file.write(piece)
    }
    try file.commit()
  }
}
