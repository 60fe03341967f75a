import ArgumentParser
import PlanCorpus

/// One or more forms, as in `--format json,xml`.
struct FormatList: ExpressibleByArgument {
  /// The forms, none twice.
  let formats: [OutputFormat]

  init(_ formats: [OutputFormat]) { self.formats = formats }

  var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }

  init?(argument: String) {
    var formats: [OutputFormat] = []
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = OutputFormat(rawValue: String(name)), !formats.contains(format) else {
        return nil
      }
      formats.append(format)
    }
    self.formats = formats
  }
}
