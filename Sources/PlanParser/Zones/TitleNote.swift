import PlanModel
import PlanText

/// The bracketed note under a title: "(Ban hành kèm theo Quyết định số …)".
extension PlanReader {
  /// Whether line `index` is a note under a title: wholly in brackets, with a capital, and no words
  /// of the title go on below it.
  func isOwnBracket(at index: Int) -> Bool {
    let line = lines[index]
    guard !line.capitals, !line.startsLower, line.width >= Self.noteWidth,
      let end = bracketEnd(at: index)
    else { return false }
    return end + 1 >= lines.count || !lines[end + 1].startsLower
  }

  /// How many lines such a note takes at most.
  private static let noteLines = 3

  /// The line that ends the bracket which line `index` opens and which holds all that stands there:
  /// "(Theo Bộ tiêu chí phiên bản" / "3.0)"; `nil` where there is none.
  private func bracketEnd(at index: Int) -> Int? {
    if lines[index].bracketed { return index }
    let opening = bytes[lines[index].content.start..<lines[index].content.end]
    guard opening.first == 0x28, !opening.dropFirst().contains(where: { $0 == 0x28 || $0 == 0x29 })
    else { return nil }
    for end in (index + 1)..<min(lines.count, index + Self.noteLines) {
      let line = lines[end]
      guard line.blanksBefore == 0, !line.pageBefore, line.tabs == 0 else { return nil }
      let marks = bytes[line.content.start..<line.content.end].filter { $0 == 0x28 || $0 == 0x29 }
      if marks.isEmpty { continue }
      return marks == [0x29] && bytes[line.content.end - 1] == 0x29 ? end : nil
    }
    return nil
  }

  /// How many characters a note has at least: "(OCOP)" and "(Lần 2)" belong to the title.
  private static let noteWidth = 12

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
        match != nil
          || (line.bracketed || isOwnBracket(at: index)) && plan.header.title.status == .present
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
  ///
  /// What was poured in behind the bracket stays on its line: "(Kèm theo …) Căn cứ Luật …".
  mutating func bracket(from start: Int) -> (pieces: [ByteSpan], next: Int) {
    var pieces: [ByteSpan] = []
    var index = start
    var depth = 0
    while index < lines.count, index < start + 5 {
      let line = lines[index]
      if index > start, line.blanksBefore > 0, !closesBracket(line) { break }
      if let close = closing(line.content, &depth), opensSentence(behind: close, of: line) {
        pieces.append(ByteSpan(line.content.start, close))
        return (pieces, cutLine(index, at: close))
      }
      // A bracket that opens and closes further down is one of another sentence.
      if index > start, !closesFirst(line) { break }
      pieces.append(line.content)
      index += 1
      let closed = bytes[line.content.start..<line.content.end].contains(UInt8(ascii: ")"))
      if closed { break }
    }
    // Nothing closes it: the note is its first line, and what is centred below that.
    let closed = pieces.last.map { bytes[$0.start..<$0.end].contains(UInt8(ascii: ")")) } ?? false
    if closed { return (pieces, index) }
    let count = hangsCentred(below: start) ? 2 : 1
    return (Array(pieces.prefix(count)), start + count)
  }

  /// How far the end of a note is set in below its first line at least.
  private static let centring = 8

  /// Whether the line right below an open bracket goes on with it: it is shorter, has the same middle,
  /// and blank lines or a rule stand below it.
  private mutating func hangsCentred(below start: Int) -> Bool {
    guard start + 1 < lines.count else { return false }
    let (first, own) = (lines[start], lines[start + 1])
    guard own.blanksBefore == 0, !own.pageBefore, !own.spaced, own.tabs == 0, !own.capitals,
      own.indent >= first.indent + Self.centring, own.right + Self.centring <= first.right,
      abs(first.indent + first.right - own.indent - own.right) <= Self.centring,
      markers.read(tokens(own.content)) == nil
    else { return false }
    guard start + 2 < lines.count else { return true }
    let next = lines[start + 2]
    return next.blanksBefore > 0 || next.pageBefore || next.bare
  }

  /// The line after the note in brackets that opens at line `index` and stands on lines of its own;
  /// `nil` when none does.
  mutating func noteEnd(at index: Int, _ tokens: [Token]) -> Int? {
    guard bytes[lines[index].content.start] == 0x28, lineMatch(.note, tokens) != nil else {
      return nil
    }
    return bracketEnd(at: index).map { $0 + 1 }
  }

  /// Whether no bracket opens on a line before the first one that closes there.
  private func closesFirst(_ line: Line) -> Bool {
    bytes[line.content.start..<line.content.end].first { $0 == 0x28 || $0 == 0x29 } != 0x28
  }

  /// Whether a line behind one blank line is the rest of a bracket, as markdown parts lines.
  private func closesBracket(_ line: Line) -> Bool {
    guard line.blanksBefore == 1, line.width < 120 else { return false }
    let marks = bytes[line.content.start..<line.content.end].filter { $0 == 0x28 || $0 == 0x29 }
    return marks.first == 0x29 && bytes[line.content.end - 1] == 0x29
  }

  /// The offset behind the mark that closes the outermost bracket within a span.
  private func closing(_ span: ByteSpan, _ depth: inout Int) -> Int? {
    for offset in span.start..<span.end {
      if bytes[offset] == UInt8(ascii: "(") { depth += 1 }
      if bytes[offset] == UInt8(ascii: ")") {
        depth -= 1
        if depth <= 0 { return offset + 1 }
      }
    }
    return nil
  }

  /// Whether words behind a place of a line begin with a capital.
  private mutating func opensSentence(behind place: Int, of line: Line) -> Bool {
    let rest = Blank.trim(bytes, ByteSpan(place, max(place, line.content.end)))
    return rest.count > 3 && tokens(rest).first?.shape.contains(.capitalized) == true
  }
}
