import PlanModel
import PlanText

/// Where the cells of tables begin further paragraphs, as the format of the document tells.
struct CellParagraphs {
  /// The byte offsets, in order.
  private var starts: [Int] = []

  /// Takes what the styles of the lines tell.
  init(_ text: CanonicalText) {
    for (line, style) in zip(text.lines, text.styles) where !style.paragraphs.isEmpty {
      take(style, of: line, text.bytes)
    }
    for (index, style) in text.rows.sorted(by: { $0.key < $1.key }) where index < text.lines.count {
      take(style, of: text.lines[index], text.bytes)
    }
  }

  private mutating func take(_ style: LineStyle, of line: ByteSpan, _ bytes: [UInt8]) {
    var due = style.paragraphs[...]
    var blanks = 0
    for offset in line.start..<line.end {
      if due.first == blanks {
        starts.append(offset)
        due.removeFirst()
      }
      if bytes[offset] == 0x20 { blanks += 1 }
    }
  }

  /// The places of the tokens of one cell that begin a paragraph behind others.
  func places(in tokens: [Token]) -> PlaceSet {
    var places = PlaceSet()
    guard let first = tokens.first, let last = tokens.last else { return places }
    var place = 1
    for start in starts[firstStart(behind: Int(first.start))...] {
      guard start < Int(last.end) else { break }
      while place < tokens.count, Int(tokens[place].start) < start { place += 1 }
      if place < tokens.count { places.insert(place) }
    }
    return places
  }

  /// The paragraphs of a cell, without blanks at their ends.
  func parts(of cell: ByteSpan, _ bytes: [UInt8]) -> [ByteSpan] {
    var parts: [ByteSpan] = []
    var begin = cell.start
    for start in starts[firstStart(behind: cell.start)...] {
      guard start < cell.end else { break }
      parts.append(Blank.trim(bytes, ByteSpan(begin, start)))
      begin = start
    }
    parts.append(Blank.trim(bytes, ByteSpan(begin, cell.end)))
    return parts.filter { !$0.isEmpty }
  }

  private func firstStart(behind offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
