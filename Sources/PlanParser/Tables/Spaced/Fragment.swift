import PlanModel

/// A run of words in a line, held apart from the next by two blanks or more.
struct Fragment {
  /// Where it stands in the text.
  var span: ByteSpan
  /// The column of its first character, from 0.
  var start: Int
  /// The column after its last character.
  var end: Int

  /// Whether its columns meet those from `start` to `end`.
  func meets(_ start: Int, _ end: Int) -> Bool { self.start < end && start < self.end }
}

extension PlanReader {
  /// The runs of words of a line.
  func fragments(of line: Line) -> [Fragment] {
    var fragments: [Fragment] = []
    var column = 0
    var offset = line.raw.start
    var open: Fragment?
    var blanks = 0
    let end = min(line.raw.end, line.content.end)
    while offset < end {
      if Blank.length(bytes, at: offset, end: end) > 0 {
        if bytes[offset] != 0x0C { column += 1 }
        blanks += 1
        if blanks == 2, let fragment = open {
          fragments.append(fragment)
          open = nil
        }
        offset += Blank.length(bytes, at: offset, end: end)
        continue
      }
      let length = Scalars.decode(bytes, at: offset).length
      if open == nil {
        open = Fragment(span: ByteSpan(offset, offset), start: column, end: column)
      }
      offset += length
      column += 1
      open?.span.end = offset
      open?.end = column
      blanks = 0
    }
    if let fragment = open { fragments.append(fragment) }
    return fragments
  }

  /// The parts of a fragment left and right of the blank at column `column`.
  func split(_ fragment: Fragment, at column: Int) -> (left: Fragment, right: Fragment)? {
    guard column > fragment.start, column + 1 < fragment.end else { return nil }
    var offset = fragment.span.start
    var place = fragment.start
    while offset < fragment.span.end, place < column {
      offset += Scalars.decode(bytes, at: offset).length
      place += 1
    }
    let blank = Blank.length(bytes, at: offset, end: fragment.span.end)
    guard blank > 0 else { return nil }
    let left = Fragment(
      span: ByteSpan(fragment.span.start, offset), start: fragment.start, end: column)
    let right = Fragment(
      span: ByteSpan(offset + blank, fragment.span.end), start: column + 1, end: fragment.end)
    return (left, right)
  }

  /// The columns of the blanks inside a fragment.
  func blanks(in fragment: Fragment) -> [Int] {
    var columns: [Int] = []
    var offset = fragment.span.start
    var place = fragment.start
    while offset < fragment.span.end {
      let blank = Blank.length(bytes, at: offset, end: fragment.span.end)
      if blank > 0 { columns.append(place) }
      offset += blank > 0 ? blank : Scalars.decode(bytes, at: offset).length
      place += 1
    }
    return columns
  }
}
