import PlanModel
import PlanText

/// A row of a table whose cells follow each other: its words, and what they tell of its columns.
struct WrappedRow {
  /// What a row is among the others.
  enum Role {
    case plain
    /// It goes on with cells of the page before.
    case goesOn
    /// It heads rows below it.
    case heads
    /// It adds up those above it.
    case total
  }

  /// A word as it is printed.
  struct Word {
    /// How wide it is, with the blank before it.
    var width: Int
    /// Whether it begins a line.
    var opens: Bool
    /// Whether it is in small letters, and no number.
    var isLower: Bool
    /// Whether it is a bullet or a bracket.
    var isMark: Bool
    /// Whether it is a number.
    var isNumber: Bool
  }

  /// Its words.
  let tokens: [Token]
  /// What is told of each.
  let words: [Word]
  /// The words that may begin a cell, and the end of the row.
  let places: [Int]
  /// Where the times end that begin with a word.
  let times: [Int: Int]
  /// The words that names of bodies and people begin with.
  let bodies: Set<Int>
  /// Those that several bodies of one kind begin with: "Các thôn".
  let groups: Set<Int>
  /// The words inside such names and inside times.
  let inner: Set<Int>
  /// The words before which they end.
  private let timeEnds: Set<Int>
  /// What it is among the rows.
  let role: Role
  private let bytes: [UInt8]
  /// The widths, and how many syllables and figures there are, up to each word.
  private let sums: [Sums]

  private struct Sums {
    var width = 0
    var syllables = 0
    /// How many numbers have a blank before them.
    var figures = 0
  }

  init(
    tokens: [Token], opens: Set<Int>, times: [Int: Int] = [:], bodies: [Int: Int] = [:],
    groups: Set<Int> = [], as role: Role, _ bytes: [UInt8]
  ) {
    self.tokens = tokens
    self.role = role
    self.bytes = bytes
    var words: [Word] = []
    var places: [Int] = []
    for (index, token) in tokens.enumerated() {
      let first = Scalars.decode(bytes, at: Int(token.start)).scalar
      let begins = opens.contains(index)
      let isLower = token.kind == .syllable && LetterCase(first) == .lower
      var width = begins || !token.shape.contains(.spaced) ? 0 : LetterWidth.blank
      var offset = Int(token.start)
      while offset < Int(token.end) {
        let (scalar, length) = Scalars.decode(bytes, at: offset)
        width += LetterWidth.of(scalar)
        offset += length
      }
      words.append(
        Word(
          width: width, opens: begins, isLower: isLower, isMark: token.kind == .mark,
          isNumber: token.kind == .number))
      // "≥ 80%": a sign opens a figure.
      let isSign = index > 0 && words[index - 1].isMark && places.last == index - 1
      let opensFigure =
        token.kind == .mark && first > 0x7F && index + 1 < tokens.count
        && tokens[index + 1].kind == .number
      if begins
        || token.shape.contains(.spaced) && !isLower
          && (token.kind != .mark && !(isSign && token.kind == .number) || opensFigure)
      {
        places.append(index)
      }
    }
    var sums = [Sums()]
    for (token, word) in zip(tokens, words) {
      var next = sums[sums.count - 1]
      next.width += word.width
      next.syllables += token.kind == .syllable ? 1 : 0
      let isFigure = token.kind == .number && (word.opens || token.shape.contains(.spaced))
      next.figures += isFigure ? 1 : 0
      sums.append(next)
    }
    self.sums = sums
    self.words = words
    self.places = places + [tokens.count]
    self.times = times
    timeEnds = Set(times.values)
    self.bodies = Set(bodies.keys)
    self.groups = groups
    inner = Set(bodies.flatMap { $0.key + 1..<max($0.value, $0.key + 1) })
      .union(times.flatMap { $0.key + 1..<max($0.value, $0.key + 1) })
  }

  /// The word with which a cell begins, as it is written.
  func text(of word: Int) -> [UInt8] {
    Array(bytes[Int(tokens[word].start)..<Int(tokens[word].end)])
  }

  /// The mark that ends the words before one; 0 when none does.
  func mark(before word: Int) -> UInt8 {
    guard word > 0, tokens[word - 1].kind == .mark else { return 0 }
    return bytes[Int(tokens[word - 1].start)]
  }

  /// How wide some words of a line are.
  func width(of range: Range<Int>) -> Int {
    sums[range.upperBound].width - sums[range.lowerBound].width
  }

  /// Whether some words hold letters.
  func isText(_ range: Range<Int>) -> Bool {
    sums[range.upperBound].syllables > sums[range.lowerBound].syllables
  }

  /// Whether a word on a line that another cell begins may begin one: several bodies, a time or a
  /// figure, or what stands behind these.
  func isParted(before word: Int) -> Bool {
    if groups.contains(word) || times[word] != nil || timeEnds.contains(word) { return true }
    return words[word].isNumber || words[word].isMark || words[word - 1].isNumber
  }

  /// Whether a word is short for a name, as offices are written: "TCTL".
  func isShort(_ word: Int) -> Bool {
    tokens[word].kind == .syllable && tokens[word].shape.contains(.upper)
      && !tokens[word].shape.contains(.single)
  }

  /// Whether some words end with a time: "xong trước tháng 5/2031".
  func endsInTime(_ range: Range<Int>) -> Bool { timeEnds.contains(range.upperBound) }

  /// How many figures some words hold; `nil` where they hold letters.
  func figures(_ range: Range<Int>) -> Int? {
    isText(range) ? nil : sums[range.upperBound].figures - sums[range.lowerBound].figures
  }

  /// The pieces of text that some words are, one for each line.
  func pieces(of range: Range<Int>) -> TableDraft.Cell {
    WrappedRow.pieces(tokens, range, bytes)
  }

  /// The pieces of text that some words are, one for each line.
  static func pieces(_ tokens: [Token], _ range: Range<Int>, _ bytes: [UInt8]) -> TableDraft.Cell {
    var pieces: TableDraft.Cell = []
    for index in range {
      let span = ByteSpan(Int(tokens[index].start), Int(tokens[index].end))
      if let last = pieces.last, !bytes[last.end..<span.start].contains(0x0A) {
        pieces[pieces.count - 1].end = span.end
      } else {
        pieces.append(span)
      }
    }
    return pieces
  }
}

extension PlanReader {
  /// How many words of a row are read at most; all of a longer one stand in one cell.
  private static var mostWrappedWords: Int { 400 }

  /// The row whose lines are `pieces`.
  mutating func wrappedRow(_ pieces: [ByteSpan], as role: WrappedRow.Role) -> WrappedRow {
    var tokens: [Token] = []
    var opens: Set<Int> = []
    for piece in pieces {
      opens.insert(tokens.count)
      tokens += allTokens(piece)
    }
    guard tokens.count <= PlanReader.mostWrappedWords else {
      return WrappedRow(tokens: tokens, opens: [0], as: role, bytes)
    }
    var times: [Int: Int] = [:]
    var bodies: [Int: Int] = [:]
    var groups: Set<Int> = []
    for match in phrases(tokens) {
      switch meaning(match) {
      case .time: times[match.start] = max(match.end, times[match.start] ?? 0)
      case .actor where value("kind", of: match) != "no":
        guard match.end == tokens.count || tokens[match.end].kind != .number,
          tokens[match.start].shape.contains(.capitalized)
        else { continue }
        // "Văn phòng Sở" / "Sở Nội vụ": a name ends with its line before a capital.
        let next = (match.start + 1..<match.end).first {
          opens.contains($0) && tokens[$0].shape.contains(.capitalized)
        }
        bodies[match.start] = max(next ?? match.end, bodies[match.start] ?? 0)
        if value("kind", of: match) == "group" { groups.insert(match.start) }
      default: continue
      }
    }
    // "Tháng 4 -" / "tháng 5/2031": one time goes on with the next.
    for start in times.keys.sorted(by: >) {
      guard var end = times[start] else { continue }
      guard end < tokens.count, tokens[end].kind == .mark else { continue }
      end += 1
      if let further = times[end] { times[start] = further }
    }
    notePeople(in: tokens, opens, &bodies)
    return WrappedRow(
      tokens: tokens, opens: opens, times: times, bodies: bodies, groups: groups,
      as: role, bytes)
  }

  /// Takes note of the names of people: a surname or a letter with the names behind it.
  private func notePeople(
    in tokens: [Token], _ opens: Set<Int>, _ bodies: inout [Int: Int]
  ) {
    guard let surnames = grammar.list("surnames") else { return }
    for (index, token) in tokens.enumerated()
    where token.kind == .syllable && token.shape.contains(.capitalized) && bodies[index] == nil {
      var end = index + 1
      let isInitial =
        token.shape.contains(.single) && end < tokens.count && markers.scalar(tokens[end]) == 0x2E
      guard isInitial || grammar.entry(in: surnames, tokens, at: index) != nil else { continue }
      // "tỉnh Sơn Dương Sở Nội vụ": the second word of a place.
      if !opens.contains(index), index > 0, tokens[index - 1].shape.contains(.capitalized) {
        continue
      }
      if isInitial { end += 1 }
      while end < tokens.count, tokens[end].kind == .syllable, bodies[end] == nil,
        tokens[end].shape.contains(.capitalized), !tokens[end].shape.contains(.upper),
        end < index + 4
      {
        end += 1
      }
      if end > index + (isInitial ? 2 : 1) { bodies[index] = end }
    }
  }

  /// The cells of rows: they are read a few times, each time with what the time before told of the
  /// columns.
  func wrappedCells(of rows: [WrappedRow], roles: [String?]) -> [[WrappedCells.Cell]] {
    var columns = WrappedCells(roles: roles)
    var cells = rows.map { columns.cells(of: $0) }
    for _ in 0..<2 {
      columns.learn(from: cells, of: rows)
      cells = rows.map { columns.cells(of: $0) }
    }
    return cells
  }
}
