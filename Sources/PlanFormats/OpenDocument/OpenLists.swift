/// The lists of an ODT file that are open, and what they counted.
struct OpenLists {
  private struct List {
    var style: String?
    /// What tells the list from others that count for themselves.
    var identity: String
  }

  private struct Item {
    var depth: Int
    var start: Int?
    var counts: Bool
    var isLabelled = false
  }

  private var open: [List] = []
  private var items: [Item] = []
  /// The identities of lists by their ids.
  private var identities: [String: String] = [:]
  /// The identity of the last list of each style.
  private var latest: [String: String] = [:]
  private var number = 0
  private var counters = OpenCounters()

  /// A list begins.
  ///
  /// - Parameters:
  ///   - style: The name of its style.
  ///   - id: Its id.
  ///   - continues: The id of a list that it goes on with.
  ///   - goesOn: Whether it goes on with the last list of its style.
  mutating func begin(style: String?, id: String?, continues: String?, goesOn: Bool) {
    let style = style ?? open.last?.style
    let identity: String
    if let outer = open.last {
      identity = outer.identity
    } else if let continues, let known = identities[continues] {
      identity = known
    } else if goesOn, let known = latest[style ?? ""] {
      identity = known
    } else {
      number += 1
      identity = String(number)
    }
    if let id { identities[id] = identity }
    latest[style ?? ""] = identity
    open.append(List(style: style, identity: identity))
  }

  /// The list ends.
  mutating func end() { _ = open.popLast() }

  /// An item begins; the number that it demands, and whether it counts.
  mutating func beginItem(start: Int?, counts: Bool = true) {
    items.append(Item(depth: open.count, start: start, counts: counts))
  }

  /// The item ends.
  mutating func endItem() { _ = items.popLast() }

  /// The label of a paragraph that begins: the first of an item has one, and headings may.
  mutating func label(heading: Int, _ styles: OpenStyles) -> FlowLabel? {
    if let list = open.last, let item = items.last, item.depth == open.count {
      guard item.counts, !item.isLabelled else { return nil }
      items[items.count - 1].isLabelled = true
      guard let style = list.style.flatMap({ styles.lists[$0] }) else { return nil }
      return counters.next(list.identity, level: open.count, style, start: item.start)
    }
    guard heading > 0, open.isEmpty, let outline = styles.lists[""],
      let level = outline.levels[heading], level.format != .none
    else { return nil }
    return counters.next("", level: heading, outline)
  }
}
