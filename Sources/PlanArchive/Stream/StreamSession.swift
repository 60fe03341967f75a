import Glibc
package import PlanCorpus
import PlanExport
import PlanModel

/// Documents in, plans out, a line each, in order, until the input ends.
package struct StreamSession {
  private let reader: DocumentReader
  private let limit: Int
  private let firstLine: Int

  /// A session; no document may have more than `limit` bytes, and the first line has a number.
  package init(reader: DocumentReader, limit: Int, firstLine: Int = 1) {
    self.reader = reader
    self.limit = limit
    self.firstLine = firstLine
  }

  /// Whether a line asks for nothing.
  static func isBlank(_ line: [UInt8]) -> Bool {
    line.allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
  }

  /// The answer to a line that is too long to be read.
  static func tooLong(_ line: Int) -> [UInt8] {
    StreamAnswer.failure(
      id: "null", line: line, code: "too-large",
      message: "a line of more bytes than are read; raise --max-bytes")
  }

  /// Answers each line of the standard input with a line on the standard output.
  ///
  /// A line is answered before the next one is read: what is sent has been said, and no more than
  /// one document is in memory.
  package func run() throws(CorpusError) {
    var source = LineSource(STDIN_FILENO, limit: StreamRequest.lineLimit(text: limit))
    var number = firstLine - 1
    while let line = source.next() {
      number += 1
      switch line {
      case .whole(let bytes):
        if !Self.isBlank(bytes) { try answer(bytes, number) }
      case .tooLong:
        try ByteStream.standardOutput.write(Self.tooLong(number))
      }
    }
  }

  private func answer(_ line: [UInt8], _ number: Int) throws(CorpusError) {
    let request: StreamRequest
    do throws(ExportError) {
      request = try StreamRequest(line)
    } catch {
      return try refuse(StreamRequest.id(of: line), number, "bad-line", error.description)
    }
    let plan: Plan
    do throws(Outcome.Failure) {
      plan = try read(request)
    } catch {
      return try refuse(request.spelledID, number, error.reason.rawValue, error.message)
    }
    // One write for a plan of usual size.
    var gathered: [UInt8] = []
    try StreamAnswer.write(id: request.spelledID, plan) { piece throws(CorpusError) in
      gathered += piece
      if gathered.count >= 1 << 20 {
        try ByteStream.standardOutput.write(gathered)
        gathered.removeAll(keepingCapacity: true)
      }
    }
    try ByteStream.standardOutput.write(gathered)
  }

  private func read(_ request: StreamRequest) throws(Outcome.Failure) -> Plan {
    let bytes: [UInt8]
    let name: String
    switch request.body {
    case .text(let text):
      bytes = Array(text.utf8)
      name = request.name ?? request.id ?? "text"
      let file = FileFacts(modified: nil, bytes: bytes.count)
      guard bytes.count <= limit else { throw StableFile.tooLarge(file, limit) }
    case .path(let path):
      bytes = try StableFile.read(Array(path.utf8), limit: limit, isListed: false).bytes
      name = request.name ?? path
    }
    do throws(CorpusError) {
      return try reader.read(bytes, name: name).plan
    } catch {
      throw Outcome.Failure(.format, error.description)
    }
  }

  private func refuse(
    _ id: String, _ line: Int, _ code: String, _ message: String
  ) throws(CorpusError) {
    try ByteStream.standardOutput.write(
      StreamAnswer.failure(id: id, line: line, code: code, message: message))
  }
}
