import PlanCorpus
import PlanExport
import PlanParser

/// Reads a document anew each time a grammar or the document changes.
package struct GrammarWatch: Sendable {
  private let folder: String
  private let document: String
  private var seen: [UInt8] = []
  private var tree = ""

  /// A watch over a folder of grammar files and one document.
  package init(folder: String, document: String) {
    self.folder = folder
    self.document = document
  }

  /// What to print after a look: nothing when no file changed since the last one.
  package mutating func look() -> String? {
    do throws(CorpusError) {
      let files = try GrammarFolder.files(in: folder)
      let bytes = files.flatMap { Array($0.name.utf8) + $0.bytes } + (try FileSystem.read(document))
      if bytes == seen { return nil }
      seen = bytes
      return try read(files)
    } catch {
      // A file that is being saved may be away for a moment.
      return nil
    }
  }

  private mutating func read(_ files: [GrammarFile]) throws(CorpusError) -> String {
    let grammar: Grammar
    do throws(GrammarErrors) {
      grammar = try Grammar(files: files)
    } catch {
      return error.errors.map { $0.description + "\n" }.joined()
    }
    let faults = grammar.check().map { $0.description + "\n" }.joined()
    let plan = try DocumentReader(grammar: grammar, trace: true).read(document).plan
    let now = PlanTree.write(plan, trace: true)
    let isFirst = tree.isEmpty
    let change = UnifiedDiff.text(old: tree, new: now, oldName: "before", newName: "now")
    tree = now
    if isFirst {
      return faults + "watching \(folder): \(document) is read, save a file to see more\n"
    }
    return faults + (change.isEmpty ? "saved: \(document) is read as before\n" : change)
  }
}
