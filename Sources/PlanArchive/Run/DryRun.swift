import PlanCorpus

/// Tells which inputs a run would take, and writes nothing.
package struct DryRun {
  private let settings: RunSettings

  /// A run with its settings.
  package init(_ settings: RunSettings) { self.settings = settings }

  /// Prints a path a line; a packed file counts as one.
  package func run() throws(ArchiveError) {
    try settings.refuseOutputs()
    var source = InputSource(settings, unpacks: false)
    var lines = ""
    while let item = try source.next() {
      var line = String(decoding: item.path, as: UTF8.self)
      if case .failed(let failure) = item.body { line += ": \(failure.message)" }
      lines += line + "\n"
      if lines.utf8.count > 1 << 16 { try print(&lines) }
    }
    try print(&lines)
  }

  private func print(_ lines: inout String) throws(ArchiveError) {
    do throws(CorpusError) {
      try ByteStream.standardOutput.write(lines)
    } catch {
      throw .file(error)
    }
    lines = ""
  }
}
