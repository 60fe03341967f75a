import CArchive
import CWorker
import Glibc
import PlanExport

/// Takes a packed file apart, in a process of its own: a hostile file takes nothing else along.
package struct Unpacker {
  private let limits: RunLimits
  private let steps = WireFile(file: STDOUT_FILENO)

  /// An unpacker with the limits of a run.
  package init(limits: RunLimits) { self.limits = limits }

  /// Reads from the standard input which file it is, and tells it step by step.
  package func run() {
    cworker_limit_memory(UInt64(limits.memory))
    CrashSilence.begin()
    guard let path = WireFile(file: STDIN_FILENO).read() else { return }
    let isWhole = PackedForm(path) == .lines ? lines(path) : archive(path)
    if isWhole { tell(.end) }
  }

  private func tell(_ step: PackedStep) {
    // Nobody listens any more: there is nothing left to do.
    if !steps.write(step.frame()) { exit(0) }
  }

  // MARK: - ZIP and tar

  private func archive(_ path: [UInt8]) -> Bool {
    let text = path.map { CChar(bitPattern: $0) } + [0]
    guard let reader = unsafe carchive_open_file(text, Int32(CARCHIVE_ZIP | CARCHIVE_TAR)) else {
      return damaged("no memory to open it")
    }
    defer { unsafe carchive_close(reader) }
    if let error = unsafe carchive_error(reader) { return unsafe damaged(String(cString: error)) }
    while true {
      let code = unsafe carchive_next(reader)
      if code == 0 { return true }
      if code < 0 {
        return unsafe damaged(carchive_error(reader).map { unsafe String(cString: $0) } ?? "")
      }
      guard unsafe carchive_type(reader) == Int32(CARCHIVE_FILE) else { continue }
      var length = 0
      let start = unsafe carchive_name(reader, &length)
      let raw = unsafe Array(UnsafeRawBufferPointer(start: start, count: length))
      unsafe entry(Self.safe(raw), reader)
    }
  }

  private func entry(_ name: [UInt8], _ reader: OpaquePointer) {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Int(carchive_read(reader, &piece, piece.count))
      if count == 0 { break }
      if count < 0 {
        let why =
          unsafe carchive_error(reader).map { unsafe String(cString: $0) } ?? "it is damaged"
        return tell(
          .failed(
            name: name,
            Outcome.Failure(.format, "\(why); pack it anew", read: bytes.count)))
      }
      bytes += piece[..<count]
      if bytes.count > limits.bytes {
        let size = unsafe Int(carchive_size(reader))
        let file = FileFacts(modified: nil, bytes: max(size, bytes.count))
        var failure = StableFile.tooLarge(file, limits.bytes)
        failure.read = bytes.count
        return tell(.failed(name: name, failure))
      }
    }
    let seconds = unsafe Int(carchive_modified(reader))
    // A file may state any time; one that would overflow is none.
    let modified = seconds >= 0 && seconds < 1 << 33 ? seconds * 1_000_000_000 : nil
    tell(.entry(name: name, bytes: bytes, modified: modified))
  }

  /// A name without what leads out of its folder: "../a", "/a", "./a" are "a".
  static func safe(_ name: [UInt8]) -> [UInt8] {
    let parts = name.split(separator: UInt8(ascii: "/")).filter {
      !$0.elementsEqual([0x2E]) && !$0.elementsEqual([0x2E, 0x2E])
    }
    return Array(parts.joined(separator: [UInt8(ascii: "/")]))
  }

  // MARK: - JSON Lines

  private func lines(_ path: [UInt8]) -> Bool {
    let text = path.map { CChar(bitPattern: $0) } + [0]
    let file = unsafe open(text, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return damaged(StableFile.failure(errno).message) }
    defer { close(file) }
    var source = LineSource(file, limit: StreamRequest.lineLimit(text: limits.bytes))
    var number = 0
    while let line = source.next() {
      number += 1
      let name = Array("line \(number)".utf8)
      switch line {
      case .tooLong:
        tell(
          .failed(
            name: name, StableFile.tooLarge(FileFacts(modified: nil, bytes: 0), limits.bytes)))
      case .whole(let bytes):
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
        request(bytes, name)
      }
    }
    return true
  }

  private func request(_ line: [UInt8], _ number: [UInt8]) {
    do throws(ExportError) {
      let request = try StreamRequest(line)
      let name = request.id.map { Self.safe(Array($0.utf8)) } ?? number
      guard case .text(let text) = request.body else {
        return tell(
          .failed(
            name: name, Outcome.Failure(.format, "a path in a packed file; put the text there")))
      }
      tell(.entry(name: name.isEmpty ? number : name, bytes: Array(text.utf8), modified: nil))
    } catch {
      tell(
        .failed(
          name: number, Outcome.Failure(.format, error.description, read: line.count)))
    }
  }

  private func damaged(_ message: String) -> Bool {
    tell(.damaged(message))
    return false
  }
}
