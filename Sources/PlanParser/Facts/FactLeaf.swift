import PlanModel
import PlanText

/// A leaf of the plan as facts are read from it: its tokens and every phrase that matched.
///
/// Headings, items, paragraphs and the cells of tables are leaves; so is the title. Furniture
/// that stands inside a leaf, and its label, have no tokens here. A class, since every reader of
/// facts walks over all leaves: none copies them.
final class FactLeaf {
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
    case footnote
  }

  /// What the leaf is.
  let kind: Kind
  /// Where it stands.
  let zone: Zone
  /// The id of its node, or `header`.
  let node: String
  /// The node, for its label, role and children; `nil` for the title.
  let source: SharedNode?
  /// The role of the section it stands in, its own for a heading.
  let role: Role?
  /// The headings and item texts it stands under, as places among the leaves, outermost first.
  ///
  /// They are of its own part of the plan.
  let ancestors: [Int]
  /// Where it stands; `nil` for one that was put together from others.
  let span: ByteSpan?
  /// Its tokens.
  let tokens: [Token]
  /// Every phrase match in its tokens, by start, then longer first, then by rule.
  let matches: [RuleMatch]
  /// What they tell.
  let meanings: MeaningSet
  /// Every time that stands in its tokens, in order.
  let times: [LeafTime]
  /// The leaf as duties are read from it, once that was asked for.
  var unit: DutyUnit?
  /// The quantities in it, once they were asked for.
  var quantities: [Quantity]?
  /// Whether it is an order outside of the sections that hand duties out, or stands among orders.
  var isOrdered = false
  /// Whether it is a line that opens a list of orders.
  var opensOrders = false

  init(
    kind: Kind, zone: Zone, node: String, source: SharedNode?, role: Role?, ancestors: [Int],
    span: ByteSpan? = nil, tokens: [Token], matches: [RuleMatch], meanings: MeaningSet,
    times: [LeafTime]
  ) {
    self.kind = kind
    self.zone = zone
    self.node = node
    self.source = source
    self.role = role
    self.ancestors = ancestors
    self.span = span
    self.tokens = tokens
    self.matches = matches
    self.meanings = meanings
    self.times = times
  }

  /// Whether no unit stands under it: nothing, or paragraphs that go on where an item ended.
  var isLowest: Bool {
    guard let source, !source.children.isEmpty else { return true }
    return kind == .item && source.excerpt.utf8.last != UInt8(ascii: ":")
      && source.children.allSatisfy { $0.type == .paragraph && $0.children.isEmpty }
  }

  /// Whether it is a heading that is a sentence, with nothing but paragraphs under it.
  var isSentenceHeading: Bool {
    guard kind == .heading, let source, source.excerpt.utf8.last == UInt8(ascii: ".") else {
      return false
    }
    return source.children.allSatisfy { $0.type == .paragraph && $0.children.isEmpty }
  }

  /// Whether one of its matches tells this.
  func tells(_ meaning: Meaning) -> Bool { meanings.contains(meaning) }
}

/// A node as the leaves that stand in it know it: where it stands among its siblings, so that none
/// of them copies it.
struct SharedNode {
  private let nodes: [Node]
  private let place: Int

  /// The node at a place among its siblings.
  init(_ nodes: [Node], at place: Int) {
    self.nodes = nodes
    self.place = place
  }

  var type: NodeType { nodes[place].type }
  var id: String { nodes[place].id }
  var label: String? { nodes[place].label }
  var text: String { nodes[place].text }
  /// The text as it stands in the document.
  var excerpt: Excerpt { nodes[place].$text }
  var role: Role? { nodes[place].role }
  var table: Table? { nodes[place].table }
  var span: ByteSpan { nodes[place].span }
  var children: [Node] { nodes[place].children }
  var rule: String? { nodes[place].rule }
}

extension FactLeaf {
  /// The times whose dates begin at some tokens.
  func times(in range: Range<Int>) -> ArraySlice<LeafTime> {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      let isBefore = times[middle].core.lowerBound < range.lowerBound
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return times[low...].prefix { $0.core.lowerBound < range.upperBound }
  }

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
