import PlanModel
import PlanText

/// What lines and cells begin with, asked by readers of every stage.
extension PlanReader {
  /// Whether a piece of text begins with a bullet.
  func begins(bullet span: ByteSpan) -> Bool {
    MarkerReader.bulletKind(Scalars.decode(bytes, at: span.start).scalar) != nil
  }

  /// Whether the name of a body begins a line.
  mutating func begins(withBody tokens: [Token]) -> Bool {
    phrases(tokens, startingBefore: 1).contains { meaning($0) == .organisation }
  }

  /// Whether the motto of the state stands on a line.
  mutating func holdsMotto(_ line: Line) -> Bool {
    phrases(tokens(line.content)).contains { meaning($0) == .motto }
  }
}
