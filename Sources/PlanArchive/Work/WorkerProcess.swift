import CWorker
import Glibc

/// The near side of a worker: a process that is given one order at a time.
final class WorkerProcess {
  /// How a process came to its end.
  struct Ending {
    var signal: Int
    var code: Int
    var peak: Int
  }

  let process: Int64
  /// Where its answers come from.
  let answers: WireFile
  private let orders: WireFile
  private var received: [UInt8] = []
  private var isOver = false

  /// Starts this program with other arguments.
  init(_ arguments: [String]) throws(ArchiveError) {
    var input: Int32 = -1
    var output: Int32 = -1
    let copies = unsafe arguments.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    let pointers = unsafe copies.map { unsafe $0.map { unsafe UnsafePointer($0) } } + [nil]
    process = unsafe cworker_start(pointers, &input, &output)
    guard process > 0 else { throw .worker(problem: StableFile.failure(errno).message) }
    orders = WireFile(file: input)
    answers = WireFile(file: output)
  }

  deinit { if !isOver { _ = end() } }

  /// Gives it an order; whether it took it.
  func give(_ order: WorkOrder) -> Bool { orders.write(order.frame()) }

  /// Gives it bytes as they are; whether it took them.
  func send(_ bytes: [UInt8]) -> Bool { orders.write(bytes) }

  /// The bytes that have come, which are taken away.
  func take() -> [UInt8] {
    defer { received.removeAll(keepingCapacity: true) }
    return received
  }

  /// Gives it bytes in a frame; whether it took them.
  func start(_ bytes: [UInt8]) -> Bool {
    let length = UInt64(bytes.count)
    return orders.write((0..<8).map { UInt8(truncatingIfNeeded: length >> ($0 * 8)) } + bytes)
  }

  /// Takes what has come; whether the process is still there.
  func receive() -> Bool {
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = unsafe Glibc.read(answers.file, &room, room.count)
      if got > 0 {
        received += room[..<got]
        return true
      }
      if got == 0 || errno != EINTR { return false }
    }
  }

  /// The frame that has come whole, if any.
  func frame() -> [UInt8]? {
    guard received.count >= 8 else { return nil }
    let length = WireReader.integer(received, at: 0)
    guard length >= 0, received.count - 8 >= length else { return nil }
    let frame = Array(received[8..<8 + length])
    received.removeFirst(8 + length)
    return frame
  }

  /// Ends the process, if it has not ended itself, and tells how it ended.
  func end(kill: Bool = true) -> Ending {
    if isOver { return Ending(signal: 0, code: 0, peak: 0) }
    isOver = true
    if kill { cworker_kill(process) }
    close(orders.file)
    close(answers.file)
    var ending = cworker_ending()
    _ = unsafe cworker_wait(process, &ending)
    return Ending(signal: Int(ending.signal), code: Int(ending.code), peak: Int(ending.peak))
  }
}
