import PlanModel
import PlanText

/// A leaf of the plan as facts are read from it: its tokens and every phrase that matched.
///
/// Headings, items, paragraphs and the cells of tables are leaves; so is the title. Furniture
/// that stands inside a leaf, and its label, have no tokens here.
struct FactLeaf {
  /// What the leaf is.
  enum Kind: Equatable {
    /// The title of the document; its node is `header`.
    case title
    /// The heading of a section.
    case heading
    /// The text of an item.
    case item
    /// A paragraph.
    case paragraph
    /// A cell of a table: its row among the rows under the head, and its column.
    case cell(row: Int, column: Int)
  }

  /// The zone of the document that a leaf stands in.
  enum Zone: Equatable {
    case header
    case preamble
    case body
    case closing
    case appendix
  }

  /// What the leaf is.
  var kind: Kind
  /// Where it stands.
  var zone: Zone
  /// The id of its node, or `header`.
  var node: String
  /// The node, for its label, role and children; `nil` for the title.
  var source: Node?
  /// The role of the section it stands in, its own for a heading.
  var role: Role?
  /// The headings and item texts it stands under, as places among the leaves, outermost first.
  var ancestors: [Int]
  /// Its tokens.
  var tokens: [Token]
  /// Every phrase match in its tokens, by start, then longer first, then by rule.
  var matches: [RuleMatch]
  /// Every time that stands in its tokens, in order.
  var times: [LeafTime] = []
}

extension FactLeaf {
  /// The matches that begin at some tokens.
  func matches(from start: Int, to end: Int) -> ArraySlice<RuleMatch> {
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if matches[middle].start < start { low = middle + 1 } else { high = middle }
    }
    var last = low
    while last < matches.count, matches[last].start < end { last += 1 }
    return matches[low..<last]
  }
}
