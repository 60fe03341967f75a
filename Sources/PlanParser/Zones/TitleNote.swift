import PlanModel
import PlanText

/// The bracketed note under a title: "(Ban hành kèm theo Quyết định số …)".
extension PlanReader {
  /// Takes a bracketed note under the title and the furniture around it.
  mutating func note(from start: Int) -> Int {
    var index = start
    while index < lines.count {
      let line = lines[index]
      if furniture(of: line) != nil {
        take(furniture: line)
        index += 1
        continue
      }
      let match = lineMatch(.note, tokens(line.content))
      guard plan.header.note.status == .absent,
        match != nil || line.bracketed && plan.header.title.status == .present
      else { break }
      let (pieces, next) = bracket(from: index)
      if let first = pieces.first, let last = pieces.last {
        plan.header.note = HeaderField(
          text: folder.fold(pieces), status: .present, span: ByteSpan(first.start, last.end),
          rule: traced(match?.rule))
      }
      index = next
    }
    return index
  }

  /// The lines of a bracket that opens at line `start`, up to the one that closes it.
  func bracket(from start: Int) -> (pieces: [ByteSpan], next: Int) {
    var pieces: [ByteSpan] = []
    var index = start
    while index < lines.count, index < start + 5 {
      let line = lines[index]
      if index > start, line.blanksBefore > 0 { break }
      pieces.append(line.content)
      index += 1
      let closed = bytes[line.content.start..<line.content.end].contains(UInt8(ascii: ")"))
      if closed { break }
    }
    // Nothing closes it: the note is its first line.
    let closed = pieces.last.map { bytes[$0.start..<$0.end].contains(UInt8(ascii: ")")) } ?? false
    return closed ? (pieces, index) : (Array(pieces.prefix(1)), start + 1)
  }
}
