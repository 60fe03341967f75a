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
  /// Where the units end that begin with a word.
  let units: [Int: Int]
  /// Whether its first line is the one on which its number stands.
  var isBesideNumber = false
  /// The words inside such names and inside times.
  let inner: Set<Int>
  /// The words before which they end.
  private let timeEnds: Set<Int>
  /// The words before which names of bodies end.
  private let bodyEnds: Set<Int>
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
    /// How many words with a capital stand right behind the name of a body.
    var ends = 0
    /// What tells the words apart from others.
    var digest: UInt64 = 0
  }

  /// The numbers with which digests of words are made.
  private static let digestSeed: UInt64 = 1_469_598_103_934_665_603
  private static let digestStep: UInt64 = 1_099_511_628_211

  init(
    tokens: [Token], opens: Set<Int>, times: [Int: Int] = [:], bodies: [Int: Int] = [:],
    groups: Set<Int> = [], units: [Int: Int] = [:], as role: Role, _ bytes: [UInt8]
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
      // "≥ 80%": a sign opens a figure, and "%" before it is a unit.
      let isShare = token.kind == .mark && first == 0x25
      let isSign =
        index > 0 && words[index - 1].isMark && places.last == index - 1
        && bytes[Int(tokens[index - 1].start)] != 0x25
      let isCompared = first > 0x7F || first == 0x3C || first == 0x3E
      let opensFigure =
        token.kind == .mark && isCompared && index + 1 < tokens.count
        && tokens[index + 1].kind != .syllable
        || isShare && index > 0 && tokens[index - 1].kind == .syllable
      if begins
        || token.shape.contains(.spaced) && !isLower
          && (token.kind != .mark && !(isSign && token.kind == .number) || opensFigure)
      {
        places.append(index)
      }
    }
    var sums = [Sums()]
    let bodyEnds = Set(bodies.values)
    for (index, (token, word)) in zip(tokens, words).enumerated() {
      var next = sums[sums.count - 1]
      next.width += word.width
      next.syllables += token.kind == .syllable ? 1 : 0
      let isFigure = token.kind == .number && (word.opens || token.shape.contains(.spaced))
      next.figures += isFigure ? 1 : 0
      let isAnew = token.kind == .syllable && token.shape.contains(.capitalized)
      next.ends += isAnew && bodyEnds.contains(index) ? 1 : 0
      var digest = WrappedRow.digestSeed
      for byte in bytes[Int(token.start)..<Int(token.end)] {
        digest = (digest ^ UInt64(byte)) &* WrappedRow.digestStep
      }
      next.digest = next.digest &* WrappedRow.digestStep &+ digest
      sums.append(next)
    }
    self.sums = sums
    self.words = words
    self.places = places + [tokens.count]
    self.times = times
    timeEnds = Set(times.values)
    self.bodies = Set(bodies.keys)
    self.groups = groups
    self.units = units
    self.bodyEnds = bodyEnds
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
    if units[word] != nil { return true }
    return words[word].isNumber || words[word].isMark || words[word - 1].isNumber
  }

  /// Whether the name of a body ends before a word.
  func endsBody(before word: Int) -> Bool { bodyEnds.contains(word) }

  /// Whether a name of a body ends or another begins before a word: what follows it begins with a capital
  /// as it ends, "Phòng Nội vụ" / "Công an xã", and one is written twice, "Văn phòng Sở" / "Sở Nội vụ".
  func partsBodies(before word: Int) -> Bool {
    if endsBody(before: word) { return true }
    guard word > 0, tokens[word - 1].shape.contains(.capitalized), bodies.contains(word) else {
      return false
    }
    return !inner.contains(word) || text(of: word) == text(of: word - 1)
  }

  /// Whether the name of a body ends within some words before a capital.
  func holdsTwoBodies(_ range: Range<Int>) -> Bool {
    sums[range.upperBound].ends > sums[range.lowerBound + 1].ends
  }

  /// What tells some words apart from others.
  func digest(of range: Range<Int>) -> UInt64 {
    let (from, to) = (sums[range.lowerBound], sums[range.upperBound])
    var growth: UInt64 = 1
    for _ in range { growth = growth &* WrappedRow.digestStep }
    return to.digest &- from.digest &* growth
  }

  /// Whether some words have their lines to themselves.
  func isAlone(_ range: Range<Int>) -> Bool {
    words[range.lowerBound].opens
      && (range.upperBound == tokens.count || words[range.upperBound].opens)
  }

  /// How many numbers stand apart among some words, letters or not.
  func numbers(in range: Range<Int>) -> Int {
    sums[range.upperBound].figures - sums[range.lowerBound].figures
  }

  /// Whether some words begin with a figure, or with the sign before one.
  func opensWithFigure(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    if words[first].isNumber { return true }
    return words[first].isMark && first + 1 < range.upperBound
      && bytes[Int(tokens[first].start)] != 0x25
      && (words[first + 1].isNumber || words[first + 1].isMark)
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
