package import PlanExport
import PlanModel
import PlanText

/// Lists the facts of documents: reads them, picks the kinds asked for, spells them.
package struct FactListing: Sendable {
  /// What became of one document.
  package struct Outcome: Sendable {
    /// The rows of the document; of JSON its object.
    package var output: [UInt8] = []
    /// The facts as they go into the tables, a list for each kind.
    package var lists: [FactList] = []
    /// Why there are none.
    package var failure: CorpusError?
  }

  private let reader: DocumentReader
  private let kinds: [FactKind]
  private let format: FactFormat
  private let tellsFile: Bool
  private let trace: Bool

  /// A listing of some kinds of facts; with `tellsFile` the rows of tables tell their file.
  package init(
    reader: DocumentReader, kinds: [FactKind], format: FactFormat, tellsFile: Bool,
    trace: Bool = false
  ) {
    self.reader = reader
    self.kinds = kinds
    self.format = format
    self.tellsFile = tellsFile
    self.trace = trace
  }

  /// What stands before all documents.
  package var head: [UInt8] {
    switch format {
    case .table: []
    case .csv: kinds.first.map(FactCSV.head) ?? []
    case .json: [UInt8](ascii: "[")
    }
  }

  /// What stands between two documents.
  package var separator: [UInt8] { format == .json ? [UInt8](ascii: ",\n") : [] }

  /// What stands behind all documents.
  package var foot: [UInt8] { format == .json ? [UInt8](ascii: "]\n") : [] }

  /// Empty lists, to which those of the documents are added.
  package var lists: [FactList] {
    format == .table ? kinds.map { FactList($0, tellsFile: tellsFile) } : []
  }

  /// The facts of one document.
  package func facts(of path: String) -> Outcome {
    do throws(CorpusError) {
      let (plan, text) = try reader.read(path)
      let file = path == DocumentReader.standardInput ? plan.source.name : path
      let line = { text.lineIndex(at: $0) + 1 }
      var outcome = Outcome()
      switch format {
      case .csv:
        for kind in kinds { outcome.output += FactCSV.write(plan, kind, file: file, line: line) }
      case .json: outcome.output = FactJSON.write(plan, kinds, file: file, trace: trace)
      case .table:
        outcome.lists = lists
        for index in outcome.lists.indices {
          outcome.lists[index].add(plan, file: file, line: line)
        }
      }
      return outcome
    } catch {
      return Outcome(failure: error)
    }
  }
}

extension [UInt8] {
  fileprivate init(ascii text: StaticString) {
    self = Array(text.description.utf8)
  }
}
