import PlanText

/// Takes what an electronic signature prints on a page out of its words: few lines of small type below
/// each other, with the address of the signer or the time of signing, and a name beside them.
struct SignatureMarks {
  /// How large its letters are at most, in sizes of the text.
  private static let small = 0.92
  /// How many lines stand above and below the address or the time, and how many words on each.
  private static let reach = 3
  private static let mostWords = 8
  /// How far the lines stand apart at most, in sizes of letters, and their left sides in points.
  private static let pitch = 2.0
  private static let side = 2.0
  /// How many words a line of the name beside them has.
  private static let nameWords = 3

  /// The words of the page, and those behind them that were taken for a line over others.
  private let words: [PlacedWord]
  private let usual: Double
  private let grids: [RuledGrid]
  private var taken: Set<Int> = []
  private var lines: [[Int]] = []

  /// Takes such lines out of the words of a page.
  static func take(from page: inout PlacedPage) {
    let heights = page.words.map(\.height).sorted()
    guard heights.count > 8 else { return }
    let usual = heights[heights.count / 2]
    let overlaid = page.asides.filter(\.isOverlaid)
    guard heights[0] < small * usual || !overlaid.isEmpty else { return }
    var marks = SignatureMarks(
      words: page.words + overlaid.flatMap(\.words), usual: usual, grids: page.grids)
    marks.find()
    guard !marks.taken.isEmpty else { return }
    var next = page.words.count
    page.asides.removeAll { aside in
      guard aside.isOverlaid else { return false }
      defer { next += aside.words.count }
      return !marks.taken.isDisjoint(with: next..<next + aside.words.count)
    }
    page.words = page.words.indices.filter { !marks.taken.contains($0) }.map { page.words[$0] }
    page.asides += marks.lines.map { line in
      PageAside(words: line.map { marks.words[$0] }, zone: .stamp)
    }
  }

  private init(words: [PlacedWord], usual: Double, grids: [RuledGrid]) {
    (self.words, self.usual, self.grids) = (words, usual, grids)
  }

  private mutating func find() {
    for index in words.indices where !taken.contains(index) {
      let word = words[index]
      guard word.height < Self.small * usual, Self.isAddress(word.text) || Self.isClock(word.text),
        !grids.contains(where: { $0.contains(word) })
      else { continue }
      let line = OverlaidText.line(of: index, words)
      guard line.count <= (Self.isClock(word.text) ? Self.mostWords : 1) else { continue }
      var block = further(from: line, up: true)
      block = block.reversed() + [line] + further(from: line, up: false)
      block.removeAll { !taken.isDisjoint(with: $0) }
      lines += block
      taken.formUnion(block.joined())
      takeName(beside: block)
    }
  }

  /// The lines of the same type that stand above or below a line, one after the other.
  private func further(from line: [Int], up: Bool) -> [[Int]] {
    var lines: [[Int]] = []
    var last = words[line[0]]
    while lines.count < Self.reach {
      let next = words.indices.filter { index in
        let word = words[index]
        let step = up ? last.top - word.top : word.top - last.top
        return abs(word.height - last.height) < 0.05 && abs(word.left - last.left) < Self.side
          && step > 0.5 * last.height && step < Self.pitch * last.height
      }.min { abs(words[$0].top - last.top) < abs(words[$1].top - last.top) }
      guard let next else { break }
      let line = OverlaidText.line(of: next, words)
      // It begins there.
      guard line.first == next, line.count <= Self.mostWords else { break }
      lines.append(line)
      last = words[next]
    }
    return lines
  }

  /// Takes the name of the signer left of some lines, as some programs set it in larger type than
  /// them.
  private mutating func takeName(beside block: [[Int]]) {
    let words = self.words
    let own = block.joined().map { words[$0] }
    guard let left = own.map(\.left).min(), let right = own.map(\.right).max(),
      let top = own.map(\.top).min(), let bottom = own.map(\.bottom).max()
    else { return }
    func isBeside(_ index: Int) -> Bool {
      let word = words[index]
      return word.right < left + Self.side && word.left > left - (right - left)
        && word.centre > top - word.height && word.centre < bottom + word.height
        && abs(word.height - usual) > 0.1 * usual
    }
    for index in words.indices where !taken.contains(index) && isBeside(index) {
      let line = OverlaidText.line(of: index, words)
      guard line.count <= Self.nameWords, line.allSatisfy(isBeside),
        taken.isDisjoint(with: line)
      else { continue }
      lines.append(line)
      taken.formUnion(line)
    }
  }

  /// Whether a word is an address of electronic mail.
  private static func isAddress(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return false }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].count >= 2 && parts[1].count >= 4
      && parts[1].contains(".") && parts[1].first != "." && parts[1].last != "."
  }

  /// Whether a word is a time to the second: "15:10:02".
  private static func isClock(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: ":")) else { return false }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 3
      && parts.allSatisfy { part in
        (1...2).contains(part.utf8.count) && part.utf8.allSatisfy { 48...57 ~= $0 }
      }
  }
}
