/// The numbered lists of a page that ended, by how deep they stood: word processors end them before
/// bullets and text, and go on with them in lists that begin with a list.
struct HTMLCounts {
  private var ended = [HTMLList?](repeating: nil, count: 16)

  /// The list that ended last at a depth, if none above it had a further item.
  subscript(depth: Int) -> HTMLList? { ended.indices.contains(depth) ? ended[depth] : nil }

  /// Keeps a list that ends.
  mutating func keep(_ list: HTMLList, depth: Int) {
    if ended.indices.contains(depth) { ended[depth] = list }
  }

  /// An item begins in a list: those below it begin anew.
  mutating func beginItem(depth: Int) {
    for below in ended.indices.dropFirst(depth + 1) { ended[below] = nil }
  }
}
