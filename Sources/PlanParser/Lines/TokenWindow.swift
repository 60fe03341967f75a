import PlanModel
import PlanText

/// The tokens around a place of a long text, of which never all are held.
struct TokenWindow {
  /// How many tokens are held before and behind the one looked at: more than any look reaches.
  private static let reach = 1_024
  /// How many bytes of text are cut into tokens at a time, at the least.
  private static let step = 1 << 18

  /// The tokens.
  private(set) var tokens: [Token] = []
  /// What is not yet cut.
  private var rest: ByteSpan

  init(_ span: ByteSpan) { rest = span }

  /// Makes sure that all that a look at a token reaches is held; gives how many tokens were left
  /// behind, by which places among them change.
  mutating func move(to index: Int, _ reader: inout PlanReader) -> Int {
    var dropped = 0
    while index - dropped + Self.reach >= tokens.count, rest.count > 0 {
      let gone = max(0, index - dropped - Self.reach)
      tokens.removeFirst(gone)
      dropped += gone
      // No token goes on behind the end of a line.
      let end = reader.bytes[min(rest.start + Self.step, rest.end)..<rest.end].firstIndex(of: 0x0A)
      let piece = ByteSpan(rest.start, end ?? rest.end)
      tokens += reader.allTokens(piece)
      rest.start = piece.end
    }
    return dropped
  }
}
