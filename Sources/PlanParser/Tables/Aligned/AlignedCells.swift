import PlanModel
import PlanText

/// Tells the cells of pages on which one blank holds many of them apart.
///
/// Where columns begin, how wide they are and what their cells begin with is told by the cells, and
/// the cells by these: they are read a few times, each time with what the time before told.
extension PlanReader {
  /// How often the lines are read.
  private static var readings: Int { 5 }
  /// How often rows are, whose lines are read together.
  private static var rowReadings: Int { 4 }
  /// How many cells tell where a column begins.
  private static var fewestStarts: Int { 3 }

  /// The cells of each line of each page: the column and the text in it; `nil` where a line is too
  /// long to be read so.
  mutating func alignedCells(of pages: [CellPage], under head: SpacedHead)
    -> [[[(column: Int, fragment: Fragment)]]]?
  {
    var words: [[[AlignedWord]]] = []
    for page in pages {
      var lines: [[AlignedWord]] = []
      for line in page.lines { lines.append(self.words(of: line)) }
      words.append(lines)
    }
    let count = head.columns.count
    guard count < 16,
      words.joined().allSatisfy({ $0.count <= AlignedLine.longest }),
      pages.allSatisfy({ $0.grid.gutters.count + 1 == count })
    else { return nil }
    let least = head.columns.map { $0.pieces.map { width(of: $0) }.max() ?? 0 }
    var columns = pages.map { alignedColumns(of: $0, under: head) }
    let opens =
      opensWithNumbers(words, columns)
      ? zip(words, columns).map { page, columns in page.map { isNumbered($0, columns) } } : nil
    var cells = read(words, columns, opens: opens)
    for reading in 1..<(opens == nil ? PlanReader.readings : PlanReader.rowReadings) {
      let evidence = AlignedEvidence(words, cells, columns, opens: opens)
      let firsts = firsts(of: cells, words, count: count)
      let pairs = pairs(of: cells, words)
      for page in columns.indices {
        if reading > 1 { move(&columns[page], to: cells[page], words[page]) }
        if reading > 2 {
          columns[page].firsts = firsts
          columns[page].pairs = pairs
        }
        for column in 0..<count {
          guard let width = evidence.widths[column] else { continue }
          columns[page].widths[column] = max(width, least[column])
          columns[page].least[column] = evidence.least[column]
        }
      }
      cells = read(words, columns, opens: opens, after: cells)
    }
    return zip(cells, words).map { cells, words in
      zip(cells, words).map { cells, words in
        cells.map { ($0.column, fragment(of: words[$0.words])) }
      }
    }
  }

  private func alignedColumns(of page: CellPage, under head: SpacedHead) -> AlignedColumns {
    let left = page.lines.compactMap(\.first?.start).min() ?? 0
    let ends = (page.ranges ?? page.grid.gutters).map(\.end)
    return AlignedColumns(
      starts: [left] + ends,
      earliest: [left] + (page.ranges ?? page.grid.gutters).map(\.start),
      latest: [left] + ends.map { page.ranges == nil ? $0 + 12 : $0 + 1 },
      widths: Array(repeating: nil, count: ends.count + 1),
      least: Array(repeating: nil, count: ends.count + 1), hasOrdinals: head.hasOrdinals,
      isProgramme: head.isProgramme)
  }

  /// The cells of the lines; `earlier` is what was read before.
  private func read(
    _ words: [[[AlignedWord]]], _ columns: [AlignedColumns], opens: [[Bool]]?,
    after earlier: [[[AlignedLine.Cell]]]? = nil
  ) -> [[[AlignedLine.Cell]]] {
    if let opens {
      return rows(words, columns, opens, lower: lowerColumns(words, earlier, opens))
    }
    return words.indices.map { page in
      words[page].indices.map { line in
        var beside = AlignedNeighbours()
        if line > 0 { beside.above = Set(earlier?[page][line - 1].map(\.column) ?? []) }
        return AlignedLine(words[page][line], in: columns[page], beside: beside).cells()
      }
    }
  }

  /// The cells of lines, row by row.
  private func rows(
    _ words: [[[AlignedWord]]], _ columns: [AlignedColumns], _ opens: [[Bool]], lower: Set<Int>
  ) -> [[[AlignedLine.Cell]]] {
    words.indices.map { page in
      var cells: [[AlignedLine.Cell]] = []
      var start = 0
      while start < words[page].count {
        var end = start + 1
        while end < words[page].count, !words[page][start].isEmpty, !words[page][end].isEmpty,
          !opens[page][end]
        {
          end += 1
        }
        cells += AlignedRow(Array(words[page][start..<end]), in: columns[page])
          .cells(opens: opens[page][start], lower: lower)
        start = end
      }
      return cells
    }
  }

  /// Whether the first word of a line numbers a row.
  private func isNumbered(_ words: [AlignedWord], _ columns: AlignedColumns) -> Bool {
    guard let first = words.first, words.count > 1, first.start < columns.starts[1] else {
      return false
    }
    return columns.hasOrdinals ? first.isNumber : columns.isProgramme && first.key == [48]
  }

  /// Whether the cells of each row begin on the line with its number: no text beside a number
  /// begins with a small letter, and few others begin with a capital.
  private func opensWithNumbers(_ words: [[[AlignedWord]]], _ columns: [AlignedColumns]) -> Bool {
    var numbered = 0
    var lower = 0
    var others = 0
    var capitals = 0
    for page in words.indices {
      for line in words[page] where !line.isEmpty {
        if isNumbered(line, columns[page]) {
          numbered += 1
          if line[1].isLower { lower += 1 }
        } else if columns[page].starts.count > 2, line[0].start < columns[page].starts[2] {
          others += 1
          if !line[0].isLower { capitals += 1 }
        }
      }
    }
    return numbered > 1 && lower * 10 <= numbered && capitals * 3 <= max(others, 2)
  }

  /// The columns whose cells begin with small letters in many rows: "ha", "triệu đồng".
  private func lowerColumns(
    _ words: [[[AlignedWord]]], _ cells: [[[AlignedLine.Cell]]]?, _ opens: [[Bool]]
  ) -> Set<Int> {
    guard let cells else { return [] }
    var all: [Int: Int] = [:]
    var lower: [Int: Int] = [:]
    for page in words.indices {
      for (index, line) in words[page].enumerated() where opens[page][index] {
        for cell in cells[page][index] where line[cell.words.lowerBound].gap > 1 {
          all[cell.column, default: 0] += 1
          if line[cell.words.lowerBound].isLower { lower[cell.column, default: 0] += 1 }
        }
      }
    }
    return Set(lower.filter { $0.value * 2 > all[$0.key] ?? 0 }.keys)
  }

  /// The words of a line with the blanks before them.
  private mutating func words(of line: [Fragment]) -> [AlignedWord] {
    var words: [AlignedWord] = []
    for fragment in line {
      var rest = fragment
      while let (word, others) = firstWord(of: rest) {
        words.append(aligned(word, after: words.last))
        rest = others
      }
      words.append(aligned(rest, after: words.last))
    }
    for index in words.indices.dropFirst() where words[index].key == [48] || words[index].isNumber {
      words[index].isBound = isTime(ByteSpan(words[index - 1].span.start, words[index].span.end))
    }
    return words
  }

  /// Whether two words are one time: "Quý" and "IV/2026".
  mutating func isTime(_ span: ByteSpan) -> Bool {
    let tokens = tokens(span)
    return phrases(tokens, startingBefore: 1).contains {
      grammar.meaning(of: $0.rule) == .time && $0.end == tokens.count
    }
  }

  private func aligned(_ word: Fragment, after last: AlignedWord?) -> AlignedWord {
    let first = Scalars.decode(bytes, at: word.span.start).scalar
    let isDigit = first.isDigit
    let isUpper = LetterCase(first) == .upper
    let text = Array(bytes[word.span.start..<word.span.end])
    return AlignedWord(
      span: word.span, start: word.start, end: word.end, width: width(of: word.span),
      gap: last.map { word.start - $0.end } ?? 8, isLower: LetterCase(first) == .lower,
      isNumber: isOrdinal(word.span),
      key: isUpper ? text : isDigit ? [48] : [], text: text)
  }

  private func fragment(of words: ArraySlice<AlignedWord>) -> Fragment {
    Fragment(
      span: ByteSpan(words.first?.span.start ?? 0, words.last?.span.end ?? 0),
      start: words.first?.start ?? 0, end: words.last?.end ?? 0)
  }

  /// Moves the columns of a page to where most of their cells begin that stand behind several
  /// blanks.
  private func move(
    _ columns: inout AlignedColumns, to cells: [[AlignedLine.Cell]], _ words: [[AlignedWord]]
  ) {
    var places = [[Int]](repeating: [], count: columns.starts.count)
    for (line, words) in zip(cells, words) {
      for cell in line where words[cell.words.lowerBound].gap > 1 {
        places[cell.column].append(words[cell.words.lowerBound].start)
      }
    }
    for column in places.indices.dropFirst() {
      if places[column].count >= PlanReader.fewestStarts {
        let sorted = places[column].sorted()
        columns.starts[column] = min(sorted[sorted.count / 3], columns.latest[column])
      }
      columns.starts[column] = max(columns.starts[column], columns.starts[column - 1] + 1)
    }
  }

  /// The words that several cells of each column begin with.
  private func firsts(
    of cells: [[[AlignedLine.Cell]]], _ words: [[[AlignedWord]]], count: Int
  ) -> [Set<[UInt8]>] {
    var counts = [[[UInt8]: Int]](repeating: [:], count: count)
    for (lines, words) in zip(cells, words) {
      for (line, words) in zip(lines, words) {
        for cell in line {
          let key = words[cell.words.lowerBound].key
          if !key.isEmpty { counts[cell.column][key, default: 0] += 1 }
        }
      }
    }
    return counts.map { Set($0.filter { $0.value > 1 }.keys) }
  }

  /// The words with a capital that stand in one cell with the word behind them more often than not.
  private func pairs(of cells: [[[AlignedLine.Cell]]], _ words: [[[AlignedWord]]])
    -> Set<[[UInt8]]>
  {
    var counts: [[[UInt8]]: Int] = [:]
    for (line, words) in zip(cells.joined(), words.joined()) {
      for cell in line {
        for index in cell.words.dropFirst() where words[index].gap == 1 {
          if words[index - 1].key == words[index - 1].text {
            counts[[words[index - 1].text, words[index].text], default: 0] += 1
          }
        }
        let first = cell.words.lowerBound
        if first > 0, words[first].gap == 1, words[first - 1].key == words[first - 1].text {
          counts[[words[first - 1].text, words[first].text], default: 0] -= 1
        }
      }
    }
    return Set(counts.filter { $0.value >= 0 }.keys)
  }
}
