import PlanModel
import PlanText
import Synchronization

/// Reads one document: lines, zones and blocks, sections, plan.
///
/// Each zone of the document is read by its own extension: `Zones/` for the head, the outline
/// and the ending, `Tables/` for tables, `Output/` for what becomes the plan. It holds all that is
/// known of a document, so it is never copied.
struct PlanReader: ~Copyable {
  /// The canonical text.
  let text: CanonicalText
  /// Its bytes as rules see them: with digits where recognition gave letters for them.
  let bytes: [UInt8]
  /// The words that hold such digits.
  let misreadDigits: MisreadDigits
  /// The rules.
  let grammar: Grammar
  /// Makes texts of spans.
  var folder: TextFolder
  /// Reads markers.
  let markers: MarkerReader
  /// How the document breaks its lines.
  let wrap: Wrap
  /// The bullet kinds from outside in, and what stars say below dashes.
  let bulletOrder: BulletOrder
  /// The lines of bullets that head the parts of one numbered list, and of the first number in each.
  let numberedBullets: Set<Int>
  /// Whether nodes and facts tell their rules.
  let trace: Bool
  /// Where cells of tables begin further paragraphs.
  let paragraphs: CellParagraphs
  /// Where lines of aligned cells begin that a hand began.
  var hardBreaks: Set<Int> = []
  /// The lines that are not blank.
  var lines: [Line]
  /// The plan so far.
  var plan: Plan
  /// Where the names of the issuers stand, each in pieces when it runs over lines.
  var issuerPieces: [[ByteSpan]] = []
  /// Where the name of the body above the issuer stands.
  var superiorPieces: [ByteSpan] = []
  /// Where the titles of the appendices stand, each in its pieces.
  var appendixTitles: [[ByteSpan]] = []
  /// The first word of the label of a form that names an appendix: those behind it do too.
  var formWord: UInt32?
  /// Whether the document's paragraphs were poured into one another, so that its lines mean
  /// nothing.
  var isPoured = false
  /// The keys of words in capitals that stand in the document with other marks, by their offsets.
  var misread = PlaceMap<UInt32>()
  /// The markers of labels that recognition gave other strokes, by the offset of their lines.
  var settled: [Int: Marker] = [:]
  /// What only a look at all lines tells of single lines.
  var pages = PageMarks()
  /// Whether a table of contents was looked for.
  var readsContents = false
  /// Whether the text below the title is being read.
  var readsText = false
  /// How many endings were cut out of tables.
  var endingsCut = 0
  /// Whether the document was taken from a web page, links and all.
  var isWebPage = false
  /// How often an id was asked for outside appendices, by a hash of its bytes.
  var usedIds: [UInt64: Int] = [:]
  /// Whether zones are kept for the stage of blocks.
  var observes = false
  /// The zones that were read, each with the prefix of its ids.
  var observed: [(prefix: String, zone: Zone)] = []

  private let tokenizer: Tokenizer
  private var matcher: Matcher
  var readings = Readings()
  /// Which words of the text stand next to each other, once that is asked.
  var wordPairs: WordPairs?
  /// How many rows of torn tables were weighed as wholes.
  var weighedRows = 0
  private var textTokens = TextTokens()
  /// Keeps the reader where it stands: else its bits, being so many, are copied before each call of
  /// a method that only reads it.
  private let pin = Mutex(())

  /// How much of a line the rules see: enough for any rule that reads a line's beginning.
  static let prefix = 240

  /// A reader of `text`.
  init(_ text: CanonicalText, grammar: Grammar, plan: Plan, trace: Bool) {
    self.text = text
    let tokenizer = Tokenizer(vocabulary: grammar.vocabulary)
    misreadDigits = MisreadDigits(text.bytes) {
      Self.isDay($0, in: text.bytes, grammar, tokenizer)
    }
    bytes = misreadDigits.bytes
    self.tokenizer = tokenizer
    self.grammar = grammar
    self.plan = plan
    self.trace = trace
    paragraphs = CellParagraphs(text)
    let quotes = BlockQuotes.marks(in: text)
    var lines = OpenCells.cut(LineReader.read(text, quotes: quotes), text.bytes)
    if text.styles.isEmpty { OpenEmphasis.strip(&lines, text.bytes) }
    lines = GluedRules.cut(lines, text.bytes)
    lines = BulletedLabels.strip(lines, text.bytes)
    self.lines = lines
    wrap = Wrap(lines, text.bytes)
    bulletOrder = BulletOrder(lines, text.bytes)
    numberedBullets = NumberedBullets.read(lines, text.bytes)
      .union(RestartedNumbers.read(lines, text.bytes))
    markers = MarkerReader(
      bytes: misreadDigits.bytes, commas: CommaLabels.areUsed(in: lines, text.bytes),
      dots: DotLabels.areUsed(in: lines, text.bytes),
      dashed: DashedLabels.beforeNumbers(in: lines, text.bytes),
      glued: GluedBullets.beforeNumbers(in: lines, text.bytes))
    folder = TextFolder(
      bytes: text.bytes, markdown: text.styles.isEmpty && Markdown.isUsed(lines, text.bytes))
    matcher = grammar.takeMatcher()
    for (line, length) in zip(text.lines, quotes) where length > 0 {
      addFurniture(.separator, ByteSpan(line.start, line.start + length))
    }
  }

  // MARK: Asking the grammar

  /// The tokens under a span, of a long one only the first.
  mutating func tokens(_ span: ByteSpan) -> [Token] {
    if let known = readings.tokens(under: span) { return known }
    var tokens: [Token] = []
    var end = span.end
    if span.count > PlanReader.prefix {
      end = span.start + PlanReader.prefix
      while end > span.start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    textTokens.append(
      under: ByteSpan(span.start, end), of: bytes, to: &tokens, grammar, tokenizer,
      &matcher.memory.words)
    if folder.markdown { removeMarks(from: &tokens) }
    if !misread.isEmpty { mend(&tokens) }
    readings.keep(tokens, under: span)
    return tokens
  }

  /// The tokens under the whole of a span.
  mutating func allTokens(_ span: ByteSpan) -> [Token] {
    let pieces = folder.broken.pieces(of: span)
    if pieces == nil, span.count <= PlanReader.prefix { return tokens(span) }
    var tokens: [Token] = []
    for piece in pieces ?? [span] {
      textTokens.append(
        under: piece, of: bytes, to: &tokens, grammar, tokenizer, &matcher.memory.words)
    }
    if folder.markdown { removeMarks(from: &tokens) }
    if !misread.isEmpty { mend(&tokens) }
    return tokens
  }

  /// Takes a word for the one that rules know, from now on.
  mutating func read(_ token: Token, as key: UInt32) {
    misread[Int(token.start)] = key
    readings = Readings()
  }

  /// The words that begin at an offset and were read for others.
  func misreadWords(at offset: Int) -> MisreadWords.Slip? { textTokens.misread.slip(at: offset) }

  /// How many words of the text were read for others.
  var misreadCount: Int { textTokens.misread.count }

  private func mend(_ tokens: inout [Token]) {
    for index in tokens.indices {
      if let key = misread[Int(tokens[index].start)] { tokens[index].key = key }
    }
  }

  /// The first line rule with this meaning that matches `tokens` from `from` up to `to`.
  mutating func lineMatch(
    _ meaning: Meaning, _ tokens: [Token], from: Int = 0, to: Int? = nil
  ) -> RuleMatch? {
    let end = to ?? tokens.count
    guard from < end else { return nil }
    // Only of whole lines it is asked again.
    let isWhole = from == 0 && end == tokens.count
    let matches = isWhole ? lineMatches(tokens) : matcher.lines(tokens, from: from, to: end)
    return matches.first { grammar.meaning(of: $0.rule) == meaning }
  }

  /// Every line rule that matches `tokens`.
  mutating func lineMatches(_ tokens: [Token]) -> [RuleMatch] {
    guard !tokens.isEmpty else { return [] }
    if let known = readings.matches(of: tokens) { return known }
    let matches = matcher.lines(tokens, from: 0, to: tokens.count)
    readings.keep(matches, of: tokens)
    return matches
  }

  /// Every line rule that matches a text that does not stand in the document as it is.
  mutating func lineMatches(of text: String) -> [RuleMatch] {
    let tokens = tokens(of: Array(text.utf8))
    return tokens.isEmpty ? [] : matcher.lines(tokens, from: 0, to: tokens.count)
  }

  /// The tokens of a text that does not stand in the document as it is.
  mutating func tokens(of bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    tokenizer.tokenize(
      bytes, ByteSpan(0, bytes.count), into: &tokens, words: &matcher.memory.words)
    return tokens
  }

  /// Every phrase match in `tokens`, or of those that start before some token.
  mutating func phrases(
    _ tokens: [Token], from: Int = 0, startingBefore limit: Int = .max
  ) -> [RuleMatch] {
    matcher.phrases(tokens, from: from, to: tokens.count, startingBefore: limit)
  }

  /// The tokens that a match captured under `name`; `nil` when it captured none.
  mutating func capture(_ name: String, of match: RuleMatch, _ tokens: [Token]) -> Range<Int>? {
    matcher.capture(name, of: match, tokens)
  }

  /// Every part that a match captured, in the order of the tokens.
  mutating func captures(of match: RuleMatch, _ tokens: [Token]) -> [Capture] {
    matcher.captures(of: match, tokens)
  }

  /// The meaning of a rule.
  func meaning(_ match: RuleMatch) -> Meaning { grammar.meaning(of: match.rule) }

  /// A value that a rule yields.
  func value(_ name: String, of match: RuleMatch) -> String? {
    grammar.values(of: match.rule)[name]
  }

  /// The id of a rule, when rules are traced.
  func traced(_ rule: Int?) -> String? {
    guard trace, let rule else { return nil }
    return grammar.rules[rule].id
  }

  /// Keeps what each rule matches on from now on.
  mutating func keepUses() { matcher.uses = RuleUses() }

  /// How often each rule matched since.
  func takeUses() -> [Int] { matcher.uses?.counts(of: grammar.rules.count) ?? [] }

  /// Gives what the matcher worked out to the next document.
  consuming func finish() { grammar.give(matcher) }

  // MARK: Telling

  /// The span of some tokens.
  func span(_ tokens: [Token], _ range: Range<Int>) -> ByteSpan {
    ByteSpan(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
  }

  /// Adds a piece of furniture.
  mutating func addFurniture(_ kind: FurnitureKind, _ span: ByteSpan, rule: Int? = nil) {
    var text = folder.fold(span)
    // What markdown marks with is told with its other marks.
    if kind == .noise, folder.markdown, text.isEmpty { return }
    // The address of a link is furniture: there it stands as it is.
    if folder.markdown, holdsAddress(span) {
      text = TextFolder(bytes: bytes, markdown: false).fold(span)
    }
    plan.furniture.append(
      Furniture(
        kind: kind, text: text.isEmpty ? Scalars.string(self.text.bytes, span) : text, span: span,
        rule: traced(rule)))
  }

  /// The text under a span as rules see it.
  func raw(_ span: ByteSpan) -> String { Scalars.string(bytes, span) }

  /// Adds a diagnostic at a span.
  mutating func diagnose(
    _ code: Diagnostic.Code, _ category: Diagnostic.Category, _ severity: Diagnostic.Severity,
    _ message: String, _ span: ByteSpan?, node: String? = nil
  ) {
    plan.diagnostics.append(
      Diagnostic(code, category, severity, message, node: node, span: span))
  }
}
