import PlanModel
import PlanText

/// Reads the files of a grammar into rules, sub-patterns and lists that nothing is made of yet.
///
/// Lines that begin at the margin open a `rule`, a `pattern` or a `list`; what is indented under
/// them belongs to it.
struct GrammarReader {
  /// A place in a file.
  struct Place {
    var file: Int
    var offset: Int
  }

  /// A sub-pattern: its name, the root of its pattern (`PatternTree.none` when faulty), and the
  /// references it makes.
  struct SubPattern {
    var name: Int32
    var place: Place
    var root: Int32
    var references: Range<Int>
    var hasGap: Bool
  }

  /// A use of the name of a sub-pattern or list.
  struct Reference {
    var name: Int32
    var place: Place
    /// Whether it was written `{name}`, or else `<name>`.
    var braces: Bool
  }

  /// A rule as written.
  struct RuleDraft {
    var id: String
    var place: Place
    var line: Int
    var kind: Rule.Kind?
    var roots: [Int32] = []
    var upper = false
    var capital = false
    var hasCase = false
    var meaning: Meaning?
    var values = RuleValues()
    var hasExample = false
    var references = 0..<0
    var lazy = false
    var end = 0
    /// Set when a fault of a field was reported, so that none is reported for lacking it.
    var faulty = false
  }

  let files: [GrammarFile]
  /// Whether examples are looked at: those of files that the program carries were.
  let looksAtExamples: Bool
  var vocabulary = Vocabulary()
  var names = NameTable()
  var tree = PatternTree()
  var rules: [RuleDraft] = []
  var patterns: [SubPattern] = []
  var lists: [WordList] = []
  var references: [Reference] = []
  var errors: [GrammarError] = []

  /// The file being read.
  var file = 0
  var bytes: [UInt8] = []
  /// Its lines, and the first of them that nothing has taken.
  private var lines: [Line] = []
  private var nextLine = 0
  /// Whether the pattern being read holds `...`.
  var sawGap = false
  /// Cuts literals into words; their keys come from `vocabulary`, which still grows.
  private let plain = Tokenizer(vocabulary: Vocabulary())
  private var tokens: [Token] = []
  private var seen = SeenWords()
  /// The words of the literal being read.
  var words: [WordList.Word] = []

  init(files: [GrammarFile], looksAtExamples: Bool) {
    self.files = files
    self.looksAtExamples = looksAtExamples
    // Room that is not used is never touched; growing would touch every page twice.
    tree.reserve(files.reduce(0) { $0 + min($1.count, Self.mostBytes) } / 3)
  }

  /// Reads all files.
  mutating func read() {
    for index in files.indices {
      open(index)
      // Positions are 32 bits, and nobody writes so much by hand.
      if bytes.count > Self.mostBytes {
        report(0, "more than \(Self.mostBytes) bytes; split the file")
        continue
      }
      if files[index].name.hasSuffix(".list") {
        readListFile()
      } else if files[index].name.hasSuffix(".grammar") {
        readGrammarFile()
      } else {
        report(0, "unknown kind of file; a grammar's files end in .grammar or .list")
      }
    }
  }

  private static let mostBytes = 1 << 24

  /// Goes to the beginning of a file.
  private mutating func open(_ index: Int) {
    file = index
    bytes = files[index].bytes
    findLines(in: bytes.indices, from: 1)
  }

  /// Goes to the beginning of a rule of the only file; the line with its name belongs to none.
  mutating func open(_ rule: Rule) {
    bytes = files[0].bytes
    findLines(in: rule.source, from: rule.line)
    nextLine = 1
  }

  /// Notes a fault at a byte of the file being read.
  mutating func report(_ offset: Int, _ message: String) {
    report(Place(file: file, offset: offset), message)
  }

  /// Notes a fault.
  mutating func report(_ place: Place, _ message: String) {
    errors.append(GrammarError(files[place.file], at: place.offset, message))
  }

  // MARK: Lines

  /// A line that is neither blank nor a comment.
  struct Line {
    /// The byte after its indentation.
    var start: Int
    /// The byte after its last that is not white space.
    var end: Int
    var indent: Int
    var number: Int
  }

  /// Finds the lines of a stretch of the file being read that say something; its first line has
  /// a number.
  private mutating func findLines(in stretch: Range<Int>, from first: Int) {
    lines.removeAll(keepingCapacity: true)
    nextLine = 0
    var number = first
    var begin = stretch.lowerBound
    let limit = stretch.upperBound
    while begin < limit {
      var start = begin
      while start < limit, bytes[start] == UInt8(ascii: " ") { start += 1 }
      let newline =
        ByteWord.first(UInt8(ascii: "\n"), in: bytes, from: start, to: limit) ?? limit
      var end = newline
      while start < end, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
      if start < end, bytes[start] != UInt8(ascii: "#") {
        lines.append(Line(start: start, end: end, indent: start - begin, number: number))
      }
      number += 1
      begin = newline + 1
    }
  }

  /// Takes the next line if there is one indented deeper.
  mutating func takeLine(deeperThan indent: Int = -1) -> Line? {
    guard nextLine < lines.count, lines[nextLine].indent > indent else { return nil }
    defer { nextLine += 1 }
    return lines[nextLine]
  }

  /// Takes the next line if it is indented, together with the deeper indented lines after it.
  mutating func takeField() -> Line? {
    guard var line = takeLine(deeperThan: 0) else { return nil }
    while let more = takeLine(deeperThan: line.indent) { line.end = more.end }
    return line
  }

  private mutating func readGrammarFile() {
    while let line = takeLine() {
      if line.indent > 0 {
        report(line.start, "an indented line belongs to nothing; begin it at the margin")
        skipIndented()
        continue
      }
      var text = ByteCursor(bytes: bytes, index: line.start, end: line.end)
      let keyword = text.text(text.word())
      text.skipBlanks()
      switch keyword {
      case "rule": readRule(line, text)
      case "pattern": readSubPattern(line, text)
      case "list": readList(text)
      default:
        report(
          line.start,
          "unknown word \"\(keyword)\"" + suggestion(keyword, ["rule", "pattern", "list"]))
        skipIndented()
      }
    }
  }

  /// Leaves out the lines that belong to something that cannot be read.
  mutating func skipIndented() {
    while takeLine(deeperThan: 0) != nil {}
  }

  /// Takes a name that a rule, sub-pattern or list is given; nil, and reported, if it is none.
  mutating func takeName(_ what: String, _ text: inout ByteCursor) -> String? {
    let start = text.index
    let name = text.name()
    let whole = name.lowerBound..<max(name.upperBound, text.word().upperBound)
    guard !name.isEmpty, whole == name, bytes[start] >= UInt8(ascii: "a") else {
      report(
        start,
        whole.isEmpty
          ? "a \(what) needs a name"
          : "\"\(text.text(whole))\" is no name; "
            + "write small letters, digits and hyphens, a letter first")
      return nil
    }
    return text.text(name)
  }

  // MARK: Words

  /// The word that fills a stretch, if it was met before.
  func seenWord(_ range: Range<Int>) -> WordList.Word? {
    SeenWords.Spelling(range, in: bytes).flatMap { seen[$0] }
  }

  /// Puts the words and marks of a stretch into `words`.
  mutating func cut(_ range: Range<Int>) {
    words.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, bytes[end] != UInt8(ascii: " ") { end += 1 }
      if end > start { cut(piece: start..<end) }
      start = end + 1
    }
  }

  /// Adds the words and marks of a stretch without spaces.
  private mutating func cut(piece: Range<Int>) {
    let spelling = SeenWords.Spelling(piece, in: bytes)
    if let spelling, let known = seen[spelling] {
      words.append(known)
      return
    }
    tokens.removeAll(keepingCapacity: true)
    plain.tokenize(bytes, ByteSpan(piece.lowerBound, piece.upperBound), into: &tokens)
    for token in tokens {
      let key = vocabulary.key(adding: bytes, from: Int(token.start), to: Int(token.end))
      words.append(WordList.Word(key: key, isSyllable: token.kind == .syllable))
    }
    if let spelling, tokens.count == 1, let word = words.last { seen[spelling] = word }
  }

  // MARK: Sub-patterns

  private mutating func readSubPattern(_ line: Line, _ text: ByteCursor) {
    var end = line.end
    while let more = takeLine(deeperThan: 0) { end = more.end }
    var text = ByteCursor(bytes: bytes, index: text.index, end: end)
    let start = text.index
    guard let name = takeName("pattern", &text) else { return }
    text.skipBlanks()
    let firstReference = references.count
    var root = PatternTree.none
    sawGap = false
    if text.take(UInt8(ascii: "=")) {
      do {
        root = try readPattern(&text)
      } catch {
        report(error.offset, error.message)
      }
    } else {
      report(text.index, "a pattern needs a \"=\" after its name")
    }
    // A faulty one is kept too, so that its uses are not reported as well.
    patterns.append(
      SubPattern(
        name: names.number(of: name), place: Place(file: file, offset: start), root: root,
        references: firstReference..<references.count, hasGap: sawGap))
  }
}
