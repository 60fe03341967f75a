import PlanModel
import PlanText

/// Headings whose number was lost (automatic numbers of a word processor), which stay paragraphs of
/// the plan: what they say of the text below them counts for its facts.
///
/// "TỔ CHỨC THỰC HIỆN" / "Phòng Kinh tế theo dõi."
struct UnnumberedHeading {
  /// What stands below it.
  var role: Role
  /// Its place among the leaves.
  var leaf: Int
}

extension PlanReader {
  /// How many words such a heading has at most in capitals, and in small letters.
  private static let wordsInCapitals = 15
  private static let wordsInSmall = 8
  /// No paragraph of more bytes is asked whether it is one.
  private static let longestHeading = 1_000

  /// Whether a line is such a heading in capitals.
  mutating func isUnnumberedHeading(_ line: Line, _ tokens: [Token]) -> Bool {
    line.capitals && line.tabs == 0 && !line.pipe && tokens.count <= PlanReader.wordsInCapitals
      && line.ending != .stop && lineMatch(.role, tokens) != nil
  }

  /// Whether a paragraph that is read is such a heading in capitals.
  mutating func isUnnumberedHeading(_ draft: Draft) -> Bool {
    guard draft.capitals, draft.marker == nil, draft.pieces.count == 1, draft.ending != .stop else {
      return false
    }
    return lineMatch(.role, tokens(draft.pieces[0])) != nil
  }

  /// The heading in force from a node on that stands in no section; `place` is its leaf.
  mutating func unnumberedHeading(
    _ node: Node, at place: Int, after last: UnnumberedHeading?
  ) -> UnnumberedHeading? {
    switch node.type {
    case .section: return node.label.map(Self.isTop) == true ? nil : last
    case .paragraph where node.span.count <= PlanReader.longestHeading: break
    default: return last
    }
    let tokens = allTokens(node.span)
    let words = tokens.count { $0.kind == .syllable }
    guard words > 0, words <= PlanReader.wordsInCapitals, let end = tokens.last,
      end.kind != .mark || markers.scalar(end) == 0x3A,
      tokens[0].shape.contains(.capitalized)
    else { return last }
    let isCapital = tokens.allSatisfy { $0.kind != .syllable || $0.shape.contains(.upper) }
    guard isCapital || words <= PlanReader.wordsInSmall else { return last }
    guard let match = lineMatches(tokens).first(where: { meaning($0) == .role }),
      let role = grammar.compiled.roles[match]
    else { return isCapital && words > 1 ? nil : last }
    return UnnumberedHeading(role: role, leaf: place)
  }

  /// Whether a label is one of the highest level: "II", "PHẦN A", "B".
  private static func isTop(_ label: String) -> Bool {
    label.allSatisfy { $0.isUppercase || $0.isWhitespace }
  }
}

extension Node {
  /// Whether it is a section whose heading or whose sections above tell its role.
  var hasOwnRole: Bool { type == .section && role != .other }
}
