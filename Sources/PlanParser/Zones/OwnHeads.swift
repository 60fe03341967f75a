import PlanModel
import PlanText

/// Running heads that repeat the head of the document: its number or its title, above the pages
/// behind the first.
extension PlanReader {
  /// Takes the lines from `start` on that are nothing but the number or the title of the document
  /// and stand where a page begins or ends.
  mutating func takeOwnHeads(from start: Int) {
    let title = plan.header.title.text
    let whole = plan.header.kind.text.flatMap { kind in title.map { kind + " " + $0 } }
    let own = [ownNumber, title, whole].compactMap { $0?.lowercased() }
    let lengths = own.map(\.utf8.count)
    guard let least = lengths.min(), let most = lengths.max(), least > 3 else { return }
    let openings = own.map { Self.opening($0.utf8) }
    var found: Set<Int> = []
    for index in lines.indices.dropFirst(start + 1)
    where lines[index].content.count >= least && lines[index].content.count <= most + 8 {
      let content = lines[index].content
      let opening = Self.opening(bytes[content.start..<content.end])
      let mayBeOwn = openings.contains {
        opening.starts(with: $0) || $0.starts(with: opening)
      }
      guard mayBeOwn else { continue }
      let line = lines[index]
      guard !line.pipe, line.table == 0, line.tabs <= 1, line.leadingTabs == 0 else { continue }
      let (words, isNumbered) = withoutPage(line)
      guard own.contains(folder.fold(words).lowercased()),
        isAtPageEnd(index, numbered: isNumbered)
      else { continue }
      found.insert(index)
    }
    guard !found.isEmpty else { return }
    take { index, _, _ in found.contains(index) ? .runningHeader : nil }
  }

  /// The first letters of a line, in small ones, up to one that is not ASCII: they tell most lines from
  /// others at little cost.
  private static func opening(_ text: some Sequence<UInt8>) -> [UInt8] {
    text.lazy.filter { $0 != 0x2A }.prefix(3).prefix { $0 < 0x80 }.map { byte in
      byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
  }

  /// The number of the document with its symbol: "45/KH-SCT".
  private var ownNumber: String? {
    guard let sequence = plan.header.number.sequence, let symbol = plan.header.number.symbol,
      let text = plan.header.number.text
    else { return nil }
    return ["/", "-"].map { sequence + $0 + symbol }.first { text.hasSuffix($0) }
  }

  /// The words of a line before the number of a page that a TAB or a wide gap sets off.
  private func withoutPage(_ line: Line) -> (words: ByteSpan, isNumbered: Bool) {
    var end = line.content.end
    while end > line.content.start, bytes[end - 1].isDigit { end -= 1 }
    guard (1...3).contains(line.content.end - end) else { return (line.content, false) }
    let words = Blank.trim(bytes, ByteSpan(line.content.start, end))
    let gap = bytes[words.end..<end]
    guard gap.contains(0x09) || gap.count > 2 else { return (line.content, false) }
    return (words, true)
  }

  /// Whether a line that repeats the head stands at the edge of a page: its number stands on the line
  /// or beside it, a form feed does, or a sentence breaks off above it and goes on below.
  private mutating func isAtPageEnd(_ index: Int, numbered: Bool) -> Bool {
    if numbered || lines[index].pageBefore { return true }
    guard index + 1 < lines.count else { return false }
    if lines[index + 1].pageBefore { return true }
    let isBeside = [index - 1, index + 1].contains { furniture(of: lines[$0])?.kind == .pageNumber }
    var (above, below) = (index - 1, index + 1)
    if isBeside {
      if lines[index].blanksBefore > 0 || lines[index + 1].blanksBefore > 0 { return true }
      while above > 0, furniture(of: lines[above])?.kind == .pageNumber { above -= 1 }
      while below + 1 < lines.count, furniture(of: lines[below])?.kind == .pageNumber { below += 1 }
    }
    let (before, after) = (lines[above], lines[below])
    // "… theo Kế hoạch số" / "45/KH-SCT" / "ngày …" names the plan itself.
    let last = Array(tokens(before.content).suffix(1))
    let goesOn =
      before.ending == .open && !before.capitals && after.startsLower && before.width >= 24
      && before.tabs == 0 && after.tabs == 0 && lineMatch(.counted, last) == nil
    return goesOn || isBeside && before.ending.endsUnit && marker(tokens(after.content)) != nil
  }
}
