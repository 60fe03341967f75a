import CWorker
import Glibc
package import PlanCorpus
package import PlanParser

/// The far side of a run: reads orders from its standard input and answers each.
///
/// It is a process of its own, so that a document which hangs or crashes takes nothing else along.
package struct Worker {
  private let reader: DocumentReader
  private let grammar: String
  private let formats: [OutputFormat]
  private let limits: RunLimits

  /// A worker with its settings.
  package init(grammar: Grammar, formats: [OutputFormat], limits: RunLimits) {
    reader = DocumentReader(grammar: grammar)
    self.grammar = grammar.identity
    self.formats = formats
    self.limits = limits
  }

  /// Works until the standard input ends.
  package func run() {
    cworker_limit_memory(UInt64(limits.memory))
    let orders = WireFile(file: STDIN_FILENO)
    let answers = WireFile(file: STDOUT_FILENO)
    var hello = WireWriter()
    hello.text(grammar)
    guard answers.write(hello.frame()) else { return }
    CrashSilence.begin()
    while let frame = orders.read() {
      guard let order = try? WorkOrder(frame) else { return }
      // Ends a worker that hangs after its run has gone.
      alarm(UInt32(limits.seconds.rounded(.up)) + 5)
      let outcome = answer(order)
      alarm(0)
      guard answers.write(outcome.frame()) else { return }
    }
  }

  /// What becomes of one document.
  func answer(_ order: WorkOrder) -> Outcome {
    let bytes: [UInt8]
    let file: FileFacts
    switch order.body {
    case .bytes(let given, let modified):
      bytes = given
      file = FileFacts(modified: modified, bytes: given.count)
    case .file(let path):
      do throws(Outcome.Failure) {
        (bytes, file) = try StableFile.read(path, limit: limits.bytes)
      } catch {
        return .failed(error)
      }
    }
    let sha256 = sha256Hex(bytes)
    if sha256 == order.before { return .same(file) }
    do throws(CorpusError) {
      let plan = try reader.read(bytes, name: order.name).plan
      return .done(
        Outcome.Reading(
          file: file, sha256: sha256, outputs: formats.map { $0.bytes(plan) },
          record: RecordBuilder.record(plan)))
    } catch {
      var message = error.description
      // The path stands in the catalog already.
      if message.hasPrefix(order.name + ": ") {
        message.removeFirst(order.name.count + 2)
      }
      return .failed(
        Outcome.Failure(.format, message, file: file, read: bytes.count, sha256: sha256))
    }
  }
}

extension Outcome.Failure: Error {}
