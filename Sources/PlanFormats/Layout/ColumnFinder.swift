/// Finds columns that stand side by side: those of the head, and recipients beside a signature.
struct ColumnFinder {
  /// Whether the rows begin a document, where the head stands.
  let isHead: Bool
  private let deepest = 3
  /// The most columns and rows of a table without borders on a page.
  private static let mostColumns = 16
  private static let mostRows = 150

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
      if !isHead || index > 0, let signers = SignerColumns(in: rows, from: index) {
        flush()
        regions += signers.columns.map { .signer($0) }
        index += signers.count
        continue
      }
      if !isHead || index > 0, depth == 0, let list = RecipientColumn(in: rows, from: index) {
        let above = Self.above(list.signature, in: &column, edge: list.gutter)
        flush()
        regions += [.beside(list.recipients), .signer(above + list.signature)]
        index += list.count
        continue
      }
      if let cells = table(in: rows, from: index) {
        flush()
        regions.append(.cells(Array(rows[index...].prefix(cells.count)), cells))
        index += cells.count
        continue
      }
      guard depth < deepest, let block = block(in: rows, from: index) else {
        column.append(rows[index])
        index += 1
        continue
      }
      let place = (block.gutter.left + block.gutter.right) / 2
      let inside = Array(rows[block.rows])
      let left = inside.compactMap { $0.part(leftOf: place) }
      let right = inside.compactMap { $0.part(rightOf: place) }
      if reads(block, inside, left, right, first: index) {
        let above = Self.above(right, in: &column, edge: block.gutter.left)
        flush()
        let inner = ColumnFinder()
        regions += inner.regions(left, depth: depth + 1)
        regions += inner.regions(above + right, depth: depth + 1)
      } else {
        flush()
        regions.append(.spaced(inside))
      }
      index = block.rows.upperBound + 1
    }
    flush()
    return regions
  }

  /// Takes from the end of a column the rows that stand right above others, behind their edge: a
  /// signature may begin higher than what stands beside it.
  private static func above(
    _ rows: [WordRow], in column: inout [WordRow], edge: Double
  ) -> [WordRow] {
    guard var next = rows.first else { return [] }
    var above: [WordRow] = []
    while let last = column.last, last.left >= edge, next.top - last.bottom < 1.2 * last.em {
      above.append(column.removeLast())
      next = last
    }
    return above.reversed()
  }

  /// The cells of a table without borders that begins with a row: three columns or more, apart by
  /// the same blanks on every row, of which most begin at one place.
  private func table(in rows: [WordRow], from start: Int) -> [[WordRow?]]? {
    // Names of columns may be one word each: what is wide does not show in one row.
    var gutters = rows[start].gaps.filter { $0.right - $0.left >= 0.9 * rows[start].em }
    guard (2..<Self.mostColumns).contains(gutters.count) else { return nil }
    var end = start
    for index in rows.indices.dropFirst(start + 1).prefix(Self.mostRows) {
      let row = rows[index]
      guard row.top - rows[index - 1].bottom < 1.5 * row.em,
        let common = Self.common(gutters, row)
      else { break }
      gutters = common
      end = index
    }
    guard end - start >= 2 else { return nil }
    let cells = rows[start...end].map { Self.cells($0, gutters) }
    let full = cells.filter { !$0.contains { $0 == nil } }
    guard full.count >= 3 else { return nil }
    // What is centred below each other are signatures.
    let aligned = (0...gutters.count).count { column in
      let lefts = full.compactMap { $0[column]?.left }.sorted()
      let middle = lefts[lefts.count / 2]
      return lefts.count { abs($0 - middle) < 0.3 * rows[start].em } * 10 >= lefts.count * 6
    }
    return aligned * 2 > gutters.count + 1 ? cells : nil
  }

  /// The blanks that remain between columns when a row stands in them, if all do.
  static func common(
    _ gutters: [(left: Double, right: Double)], _ row: WordRow
  ) -> [(left: Double, right: Double)]? {
    let blanks = [(-Double.infinity, row.left)] + row.gaps + [(row.right, Double.infinity)]
    var common: [(left: Double, right: Double)] = []
    for gutter in gutters {
      let blank = blanks.lazy
        .map { (left: max($0.0, gutter.left), right: min($0.1, gutter.right)) }
        .first { $0.right - $0.left >= 0.5 * row.em }
      guard let blank else { return nil }
      common.append(blank)
    }
    return common
  }

  /// What a row has between blanks, column by column.
  static func cells(
    _ row: WordRow, _ gutters: [(left: Double, right: Double)]
  ) -> [WordRow?] {
    var rest: WordRow? = row
    var cells: [WordRow?] = []
    for gutter in gutters {
      let place = (gutter.left + gutter.right) / 2
      cells.append(rest?.part(leftOf: place))
      rest = rest?.part(rightOf: place)
    }
    return cells + [rest]
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
    var leftAlone = 0
    let em = rows[start].em
    var stack = CentredStack(rows[start].part(leftOf: (gap.left + gap.right) / 2))
    scan: for index in rows.indices.dropFirst(start + 1) {
      let row = rows[index]
      // A title below stands on neither side, however short it is.
      guard row.middle <= gutter.left || row.middle >= gutter.right || row.right > gutter.right
      else { break scan }
      if row.right <= gutter.right - 0.3 * em, row.left < gutter.left {
        // Words on the left alone go on only right below others, but for the name of one who signs,
        // which has room above it; what stands below the name has nothing to do with it.
        let isStack = stack.isCentred(em)
        let room = isStack && stack.holds(row, em) ? 8 : 1.6
        guard row.top - lastLeft < room * em, !isStack || row.left > stack.left - em
        else { break scan }
        stack.add(row)
        gutter.left = max(gutter.left, row.right)
        leftWidth = max(leftWidth, row.right - row.left)
        lastLeft = row.bottom
        end = index
        oneSided += 1
        leftAlone += 1
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
        stack.add(row.part(leftOf: (common.left + common.right) / 2))
        shared += 1
        leftWidth = max(leftWidth, common.left - row.left)
        lastLeft = row.bottom
        end = index
      }
    }
    // A bullet or a number before a tab is no column; it seldom stands alone.
    guard leftWidth > (leftAlone >= 2 ? 2.5 : 3.5) * em else { return nil }
    guard shared >= 2 || oneSided >= 2 else { return nil }
    return Block(rows: start...end, gutter: gutter, shared: shared)
  }

  /// Whether a block is read column by column, not row by row.
  private func reads(
    _ block: Block, _ inside: [WordRow], _ left: [WordRow], _ right: [WordRow], first: Int
  ) -> Bool {
    guard left.count >= 2 || right.count >= 2 else { return false }
    if isHead, first <= 3, right.count <= 8 { return true }
    // Four cells beside each other are a table's.
    if inside.count(where: { $0.wideGaps.count >= 3 }) >= 2 { return false }
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
