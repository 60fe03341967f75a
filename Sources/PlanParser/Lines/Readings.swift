import PlanModel
import PlanText

/// What was found under the spans of a document, what line rules said of them and which markers
/// they open with: zones, blocks and tables ask about one line in turn.
///
/// It forgets freely, in bounded memory, and never answers wrongly: it compares spans and tokens.
struct Readings {
  private static let bits = 10

  private struct Cut {
    var span = ByteSpan(-1, -1)
    var tokens: [Token] = []
  }

  private struct Matched {
    var tokens: [Token] = []
    var matches: [RuleMatch] = []
  }

  private struct Marked {
    var tokens: [Token] = []
    var marker: Marker?
  }

  private var cut = [Cut](repeating: Cut(), count: 1 << Self.bits)
  private var matched = [Matched](repeating: Matched(), count: 1 << Self.bits)
  private var marked = [Marked](repeating: Marked(), count: 1 << Self.bits)

  /// Readings of nothing.
  init() {}

  /// The tokens under a span, when they are known.
  func tokens(under span: ByteSpan) -> [Token]? {
    let place = Self.place(span.start, span.end)
    return cut[place].span == span ? cut[place].tokens : nil
  }

  /// Keeps the tokens under a span.
  mutating func keep(_ tokens: [Token], under span: ByteSpan) {
    cut[Self.place(span.start, span.end)] = Cut(span: span, tokens: tokens)
  }

  /// The line rules that match some tokens, when they are known; there is at least one token.
  func matches(of tokens: [Token]) -> [RuleMatch]? {
    let place = Self.place(of: tokens)
    return matched[place].tokens == tokens ? matched[place].matches : nil
  }

  /// Keeps the line rules that match some tokens.
  mutating func keep(_ matches: [RuleMatch], of tokens: [Token]) {
    matched[Self.place(of: tokens)] = Matched(tokens: tokens, matches: matches)
  }

  /// The marker that some tokens open with, when it is known; there is at least one token.
  func marker(of tokens: [Token]) -> Marker?? {
    let place = Self.place(of: tokens)
    return marked[place].tokens == tokens ? .some(marked[place].marker) : nil
  }

  /// Keeps the marker that some tokens open with.
  mutating func keep(_ marker: Marker?, of tokens: [Token]) {
    marked[Self.place(of: tokens)] = Marked(tokens: tokens, marker: marker)
  }

  private static func place(of tokens: [Token]) -> Int {
    place(Int(tokens[0].start), Int(tokens[tokens.count - 1].end))
  }

  private static func place(_ start: Int, _ end: Int) -> Int {
    let mixed = UInt64(truncatingIfNeeded: start << 24 ^ end) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> UInt64(64 - bits))
  }
}
