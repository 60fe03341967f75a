/// What pages, printers and portals do to a document without changing what it says.
package struct PageNoise: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Running text is broken at the width of a page.
  package static let wraps = PageNoise(rawValue: 1)
  /// Page numbers stand between lines.
  package static let pages = PageNoise(rawValue: 2)
  /// The column row stands again where a page breaks a table.
  package static let columns = PageNoise(rawValue: 4)
  /// Stamps stand above the head.
  package static let stamps = PageNoise(rawValue: 8)
  /// Letters and their marks are written apart (Unicode NFD).
  package static let decomposed = PageNoise(rawValue: 16)
  /// Lines end in CR LF.
  package static let carriageReturns = PageNoise(rawValue: 32)
  /// Lines end in blanks, and tables have empty lines around them.
  package static let blanks = PageNoise(rawValue: 64)

  /// Each kind of noise, by its name.
  package static let all: [(name: String, noise: PageNoise)] = [
    ("wraps", .wraps), ("pages", .pages), ("columns", .columns), ("stamps", .stamps),
    ("decomposed", .decomposed), ("carriage-returns", .carriageReturns), ("blanks", .blanks),
  ]

  /// The lines with this noise.
  func applied(
    to lines: [PrintedLine], stamps: [String], _ random: inout SeededRandom
  ) -> [String] {
    let lines = contains(.wraps) ? Self.wrapped(lines, width: 70 + random.below(25)) : lines
    var output = contains(.stamps) ? stamps : []
    var columns: String?
    var room = 30 + random.below(15)
    var page = 1
    for (index, line) in lines.enumerated() {
      if line.part == .columns { columns = line.text }
      room -= 1
      let breaks = line.part == .row ? contains(.columns) : contains(.pages)
      // A page is broken inside of something: in running text or in a table.
      let before = index > 0 ? lines[index - 1].part : .blank
      let isInside =
        (line.part == .row && before == .row) || (line.part == .running && before == .running)
      if breaks, isInside, room <= 0 {
        page += 1
        room = 30 + random.below(15)
        if contains(.pages) { output.append(String(page)) }
        if line.part == .row, let columns { output.append(columns) }
      }
      output.append(contains(.blanks) && !line.text.isEmpty ? line.text + "  " : line.text)
    }
    return output
  }

  private static func wrapped(_ lines: [PrintedLine], width: Int) -> [PrintedLine] {
    lines.flatMap { line -> [PrintedLine] in
      guard line.part == .running, line.text.count > width else { return [line] }
      var pieces: [String] = []
      var piece = ""
      for word in line.text.split(separator: " ") {
        // A line that began with a number or a mark would read as a unit of its own.
        let mayBegin = word.first.map { $0.isLetter } ?? false
        if piece.count + word.count + 1 > width, mayBegin {
          pieces.append(piece)
          piece = ""
        }
        piece += (piece.isEmpty ? "" : " ") + word
      }
      pieces.append(piece)
      return pieces.map { PrintedLine(text: $0, part: .running) }
    }
  }
}
