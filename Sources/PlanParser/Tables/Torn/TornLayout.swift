import PlanModel
import PlanText

/// The cells of the rows of a torn table whose text keeps no blanks: how wide their columns are, and
/// which words of each line then stand in which.
extension PlanReader {
  /// The cut of each row, and which of its cells are sure.
  mutating func tornWays(_ rows: [TornRow], _ cells: TornCells)
    -> [(cuts: [[Range<Int>]], sure: [Bool])]
  {
    let pairs = wordPairs ?? WordPairs(lines, bytes)
    wordPairs = pairs
    let known = rows.map { $0.number == nil ? [] : $0.lines.map { wayLine($0) } }
    var widths = toldWidths(rows, known, cells)
    var found = zip(rows, known).map {
      way(of: $0, $1, TornWays(cells: cells, widths: widths, pairs: pairs))
    }
    widths = grownWidths(widths, zip(known, found).map { ($0, $1.cuts) })
    found = zip(rows, known).map {
      way(of: $0, $1, TornWays(cells: cells, widths: widths, pairs: pairs))
    }
    return found
  }

  private func way(
    of row: TornRow, _ lines: [TornWays.Line], _ ways: TornWays
  ) -> (cuts: [[Range<Int>]], sure: [Bool]) {
    if row.number != nil, let found = ways.cut(lines) {
      return found
    }
    let rest = ways.cells.roles.dropFirst().map { _ in 0..<0 }
    return (row.lines.map { [0..<$0.words.count] + rest }, ways.cells.roles.map { _ in true })
  }

  /// What is known of the words of a line.
  private mutating func wayLine(_ line: TornLine) -> TornWays.Line {
    var found = TornWays.Line(words: line.words, widths: [], isOpen: [], isYear: [], keys: [])
    for (index, word) in line.words.enumerated() {
      var width = 0
      var offset = word.span.start
      while offset < word.span.end {
        let (scalar, length) = Scalars.decode(bytes, at: offset)
        width += LetterWidth.of(scalar)
        offset += length
      }
      found.widths.append(width)
      found.keys.append(WordPairs.key(bytes[word.span.start..<word.span.end]))
      found.isOpen.append(staysOpen(line, max(0, index - 1)..<index + 1))
      let digits = bytes[word.span.start..<word.span.end].reversed().prefix { $0 >= 48 && $0 <= 57 }
      found.isYear.append(digits.count == 4)
    }
    return found
  }

  /// How wide columns are by the pieces of first lines that borders part on both sides.
  private func toldWidths(_ rows: [TornRow], _ known: [[TornWays.Line]], _ cells: TornCells)
    -> [Int]
  {
    var told = Array(repeating: 0, count: cells.roles.count)
    var guessed = [[Int]](repeating: [], count: cells.roles.count)
    for (row, lines) in zip(rows, known) {
      guard let line = row.lines.first, let first = lines.first else { continue }
      for (column, range) in cells.cut(line, below: nil).enumerated() where !range.isEmpty {
        let width = first.width(of: range)
        guessed[column].append(width)
        let begins = range.lowerBound == 0 || line.words[range.lowerBound].bar
        let ends = range.upperBound == line.words.count || line.words[range.upperBound].bar
        if begins, ends { told[column] = max(told[column], width) }
      }
    }
    return told.indices.map { column in
      let sorted = guessed[column].sorted()
      let guess = sorted.isEmpty ? 0 : sorted[(sorted.count - 1) * 3 / 4]
      return max(told[column], guess)
    }
  }

  /// The widths of columns where nine of ten pieces have room.
  private func grownWidths(
    _ widths: [Int], _ rows: [(lines: [TornWays.Line], cuts: [[Range<Int>]])]
  ) -> [Int] {
    widths.indices.map { column in
      var pieces: [Int] = []
      for row in rows {
        for (line, cut) in zip(row.lines, row.cuts) where !cut[column].isEmpty {
          pieces.append(line.width(of: cut[column]))
        }
      }
      pieces.sort()
      return pieces.isEmpty
        ? widths[column] : max(widths[column], pieces[(pieces.count - 1) * 9 / 10])
    }
  }
}

extension TornWays.Line {
  /// How wide some words are printed.
  func width(of range: Range<Int>) -> Int {
    range.isEmpty ? 0 : widths[range].reduce(0, +) + LetterWidth.blank * (range.count - 1)
  }
}
