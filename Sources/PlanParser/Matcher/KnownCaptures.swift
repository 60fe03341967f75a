import PlanText

/// The named parts of short matches met last, by rule and tokens: the same words come again.
///
/// Like `WordCache` it forgets freely and never answers wrongly: it compares all symbols, which
/// are all that an automaton sees of tokens.
struct KnownCaptures {
  /// The most tokens of a match that is kept.
  static let longest = 8
  private static let bits = 11

  /// What is asked: a rule and the symbols of its match.
  struct Question: Equatable {
    private var rule: Int32
    private var count: Int32
    private var symbols = SIMD8<UInt32>()
    fileprivate let place: Int

    /// The question about a match of at most `longest` tokens.
    init(_ match: RuleMatch, _ tokens: [Token]) {
      rule = Int32(truncatingIfNeeded: match.rule)
      count = Int32(truncatingIfNeeded: match.end - match.start)
      var hash = UInt64(UInt32(bitPattern: rule)) &* 0x9E37_79B9_7F4A_7C15
      for index in match.start..<match.end {
        let symbol = Symbol(tokens[index]).rawValue
        symbols[index - match.start] = symbol
        hash = (hash ^ UInt64(symbol)) &* 0xD6E8_FEB8_6659_FD93
      }
      place = Int(truncatingIfNeeded: hash >> UInt64(64 - KnownCaptures.bits))
    }
  }

  /// What was asked and the parts of that match, if it began at token 0.
  private struct Answer {
    var question: Question
    var captures: [Capture]
  }

  private var answers = [Answer?](repeating: nil, count: 1 << Self.bits)

  init() {}

  /// The parts of a match as if it began at token 0, when they are known.
  func captures(_ question: Question) -> [Capture]? {
    guard let answer = answers[question.place], answer.question == question else { return nil }
    return answer.captures
  }

  /// Keeps the parts of a match that begins at token 0.
  mutating func keep(_ captures: [Capture], _ question: Question) {
    answers[question.place] = Answer(question: question, captures: captures)
  }
}
