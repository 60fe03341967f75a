import PlanModel
import PlanText

/// A position and the name of who holds it, on one line: "Phó Giám đốc TS.BS Trần Văn Sơn".
extension PlanReader {
  /// The parts of such a cell of line `index`; `nil` for a position that runs on with its body, and
  /// where the name stands below.
  mutating func namedPosition(_ tokens: [Token], at index: Int)
    -> (position: ByteSpan, name: ByteSpan, rule: Int)?
  {
    guard let match = lineMatch(.namedPosition, tokens),
      let position = capture("position", of: match, tokens),
      let name = capture("signer", of: match, tokens)
    else { return nil }
    let words = Array(tokens[name])
    // "BÍ THƯ ĐOÀN TRƯỜNG" names a body.
    if words.allSatisfy({ $0.shape.contains(.upper) || $0.kind == .mark }) {
      let namesBody = phrases(words).contains {
        meaning($0) == .organisation && $0.start == 0 && value("head", of: $0) != "no"
      }
      // "TRƯỞNG TRẠM Y TẾ": a letter alone begins no name in capitals.
      let isLetter = words.first?.shape.contains(.single) == true
      if namesBody || isLetter || namesPerson(below: index) { return nil }
    }
    return (span(tokens, position), span(tokens, name), match.rule)
  }
}
