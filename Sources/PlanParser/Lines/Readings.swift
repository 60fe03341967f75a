import PlanModel
import PlanText

/// What was found under the spans of a document, what line rules said of them and which markers
/// they open with: zones, blocks and tables ask about one line in turn.
///
/// It forgets freely, in bounded memory, and never answers wrongly: it compares spans and tokens.
struct Readings {
  private var cut = Answers<ByteSpan, [Token]>()
  private var matched = Answers<[Token], [RuleMatch]>()
  private var marked = Answers<[Token], Marker?>()

  /// Readings of nothing.
  init() {}

  /// The tokens under a span, when they are known.
  func tokens(under span: ByteSpan) -> [Token]? {
    cut.answer(to: span, at: Self.place(span.start, span.end))
  }

  /// Keeps the tokens under a span.
  mutating func keep(_ tokens: [Token], under span: ByteSpan) {
    cut.keep(tokens, to: span, at: Self.place(span.start, span.end))
  }

  /// The line rules that match some tokens, when they are known; there is at least one token.
  func matches(of tokens: [Token]) -> [RuleMatch]? {
    matched.answer(to: tokens, at: Self.place(of: tokens))
  }

  /// Keeps the line rules that match some tokens.
  mutating func keep(_ matches: [RuleMatch], of tokens: [Token]) {
    matched.keep(matches, to: tokens, at: Self.place(of: tokens))
  }

  /// The marker that some tokens open with, when it is known; there is at least one token.
  func marker(of tokens: [Token]) -> Marker?? {
    marked.answer(to: tokens, at: Self.place(of: tokens))
  }

  /// Keeps the marker that some tokens open with.
  mutating func keep(_ marker: Marker?, of tokens: [Token]) {
    marked.keep(marker, to: tokens, at: Self.place(of: tokens))
  }

  private static func place(of tokens: [Token]) -> Int {
    place(Int(tokens[0].start), Int(tokens[tokens.count - 1].end))
  }

  private static func place(_ start: Int, _ end: Int) -> Int {
    let mixed = UInt64(truncatingIfNeeded: start << 24 ^ end) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> UInt64(64 - bits))
  }

  fileprivate static let bits = 10
}

/// The answers to the questions asked last at each place.
private struct Answers<Question: Equatable, Answer> {
  private var known: [(question: Question, answer: Answer)] = []
  /// Which of them stands at a place, or -1: most places of a short document are never asked.
  private var numbers = [Int16](repeating: -1, count: 1 << Readings.bits)

  @inline(__always)
  func answer(to question: Question, at place: Int) -> Answer? {
    let number = Int(numbers[place])
    guard number >= 0, known[number].question == question else { return nil }
    return known[number].answer
  }

  @inline(__always)
  mutating func keep(_ answer: Answer, to question: Question, at place: Int) {
    let number = Int(numbers[place])
    if number >= 0 {
      known[number] = (question, answer)
    } else {
      numbers[place] = Int16(known.count)
      known.append((question, answer))
    }
  }
}
