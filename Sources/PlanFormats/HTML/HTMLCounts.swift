/// The numbered lists of a page that ended, by how deep they stood: word processors end them before
/// bullets and text, and go on with them in lists that begin with a list.
///
/// Lists that stand in one with other numbers ("I" and "1") are others: neither ends the other.
struct HTMLCounts {
  private typealias Ended = [HTMLList?]

  /// By the numbers of the list around all.
  private var families: [(format: NumberFormat, ended: Ended)] = []

  /// The list that ended last at a depth, if none above it had a further item.
  func list(depth: Int, in outermost: HTMLList) -> HTMLList? {
    let ended = families.first { $0.format == outermost.format }?.ended ?? []
    return ended.indices.contains(depth) ? ended[depth] : nil
  }

  /// Keeps a list that ends.
  mutating func keep(_ list: HTMLList, depth: Int, in outermost: HTMLList) {
    change(outermost) { if $0.indices.contains(depth) { $0[depth] = list } }
  }

  /// An item begins in a list: those below it begin anew.
  mutating func beginItem(depth: Int, in outermost: HTMLList) {
    change(outermost) { for below in $0.indices.dropFirst(depth + 1) { $0[below] = nil } }
  }

  private mutating func change(_ outermost: HTMLList, _ change: (inout Ended) -> Void) {
    if let family = families.firstIndex(where: { $0.format == outermost.format }) {
      change(&families[family].ended)
    } else {
      families.append((outermost.format, Ended(repeating: nil, count: 16)))
      change(&families[families.count - 1].ended)
    }
  }
}
