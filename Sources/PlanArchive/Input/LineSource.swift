import Glibc

/// The lines of an open file, one by one; a line that is too long is passed over, not kept.
package struct LineSource {
  /// A line without its end.
  package enum Line: Equatable, Sendable {
    case whole([UInt8])
    case tooLong
  }

  private let file: Int32
  private let limit: Int
  private var room = [UInt8](repeating: 0, count: 1 << 16)
  private var start = 0
  private var end = 0
  private var ended = false

  /// Lines of a file that has been opened; no line may have more than `limit` bytes.
  package init(_ file: Int32, limit: Int) {
    self.file = file
    self.limit = limit
  }

  /// The next line, waited for; `nil` at the end.
  package mutating func next() -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if start == end, !fill() {
        if line.isEmpty, !isTooLong { return nil }
        break
      }
      let piece = room[start..<end]
      let stop = piece.firstIndex(of: UInt8(ascii: "\n"))
      let taken = piece[..<(stop ?? end)]
      if line.count + taken.count > limit {
        isTooLong = true
        line = []
      }
      if !isTooLong { line += taken }
      start = (stop ?? end - 1) + 1
      if stop != nil { break }
    }
    return isTooLong ? .tooLong : .whole(line)
  }

  private mutating func fill() -> Bool {
    while !ended {
      let got = unsafe Glibc.read(file, &room, room.count)
      if got > 0 {
        start = 0
        end = got
        return true
      }
      if got == 0 || errno != EINTR { ended = true }
    }
    return false
  }
}
