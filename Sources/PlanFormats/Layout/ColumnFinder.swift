/// Finds columns that stand side by side: those of the head, and recipients beside a signature.
struct ColumnFinder {
  /// Whether the rows begin a document, where the head stands.
  let isHead: Bool
  private let deepest = 3

  /// Rows that a blank from top to bottom divides.
  private struct Block {
    var rows: ClosedRange<Int>
    var gutter: (left: Double, right: Double)
    /// How many rows have words on both sides.
    var shared: Int
  }

  init(isHead: Bool = false) { self.isHead = isHead }

  /// Puts rows into regions in the order in which they are read.
  func regions(_ rows: [WordRow], depth: Int = 0) -> [PageRegion] {
    var regions: [PageRegion] = []
    var column: [WordRow] = []
    func flush() {
      if !column.isEmpty { regions.append(.column(column)) }
      column = []
    }
    var index = 0
    while index < rows.count {
      guard depth < deepest, let block = block(in: rows, from: index) else {
        column.append(rows[index])
        index += 1
        continue
      }
      var above: [WordRow] = []
      let place = (block.gutter.left + block.gutter.right) / 2
      let inside = Array(rows[block.rows])
      let left = inside.compactMap { $0.part(leftOf: place) }
      var right = inside.compactMap { $0.part(rightOf: place) }
      if reads(block, inside, left, right, first: index) {
        // A signature may begin higher than what stands beside it.
        while let last = column.last, last.left >= block.gutter.left, let next = right.first,
          next.top - last.bottom < 1.2 * last.em
        {
          right.insert(last, at: 0)
          above.append(column.removeLast())
        }
        flush()
        let inner = ColumnFinder()
        regions += inner.regions(left, depth: depth + 1)
        regions += inner.regions(right, depth: depth + 1)
      } else {
        flush()
        regions.append(.spaced(inside))
      }
      index = block.rows.upperBound + 1
    }
    flush()
    return regions
  }

  /// The block with most shared rows that begins with a row.
  private func block(in rows: [WordRow], from index: Int) -> Block? {
    var best: Block?
    for gap in rows[index].wideGaps {
      guard let block = grow(rows, from: index, gap) else { continue }
      if block.shared > best?.shared ?? 0 { best = block }
    }
    return best
  }

  private func grow(
    _ rows: [WordRow], from start: Int, _ gap: (left: Double, right: Double)
  ) -> Block? {
    var gutter = gap
    var shared = 1
    var end = start
    var lastLeft = rows[start].bottom
    var leftWidth = gap.left - rows[start].left
    var oneSided = 0
    let em = rows[start].em
    scan: for index in rows.indices.dropFirst(start + 1) {
      let row = rows[index]
      // A title below stands on neither side, however short it is.
      guard row.middle <= gutter.left || row.middle >= gutter.right || row.right > gutter.right
      else { break scan }
      if row.right <= gutter.right - 0.3 * em, row.left < gutter.left {
        // Words on the left alone go on only right below others.
        guard row.top - lastLeft < 1.6 * em else { break scan }
        gutter.left = max(gutter.left, row.right)
        leftWidth = max(leftWidth, row.right - row.left)
        lastLeft = row.bottom
        end = index
        oneSided += 1
      } else if row.left >= gutter.left + 0.3 * em, row.right > gutter.right {
        gutter.right = min(gutter.right, row.left)
        end = index
        oneSided += 1
      } else {
        let common = row.wideGaps.lazy
          .map { (left: max($0.left, gutter.left), right: min($0.right, gutter.right)) }
          .first { $0.right - $0.left >= 0.5 * em }
        guard let common, row.top - lastLeft < 8 * em else { break scan }
        gutter = common
        shared += 1
        leftWidth = max(leftWidth, common.left - row.left)
        lastLeft = row.bottom
        end = index
      }
    }
    // A bullet or a number before a tab is no column.
    guard leftWidth > 3.5 * em else { return nil }
    guard shared >= 2 || oneSided >= 2 else { return nil }
    return Block(rows: start...end, gutter: gutter, shared: shared)
  }

  /// Whether a block is read column by column, not row by row.
  private func reads(
    _ block: Block, _ inside: [WordRow], _ left: [WordRow], _ right: [WordRow], first: Int
  ) -> Bool {
    guard left.count >= 2 || right.count >= 2 else { return false }
    if isHead, first <= 3, right.count <= 8 { return true }
    let isLoose = block.shared * 10 < inside.count * 7 && left.count >= 2 && !right.isEmpty
    return Self.isCentred(right) || isLoose
  }

  /// Whether lines are centred under each other, as a signature is.
  static func isCentred(_ rows: [WordRow]) -> Bool {
    guard rows.count >= 2 else { return false }
    let em = rows[0].em
    let middles = rows.map(\.middle).sorted()
    let middle = middles[middles.count / 2]
    let centred = rows.filter { abs($0.middle - middle) < em }
    let lefts = centred.map(\.left)
    guard let least = lefts.min(), let most = lefts.max() else { return false }
    return centred.count * 10 >= rows.count * 6 && most - least > em
  }
}
