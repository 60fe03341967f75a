/// How a document breaks its lines: a paragraph on one line, or lines cut at a margin.
struct Wrap {
  /// Whether paragraphs are cut at a margin.
  let isHard: Bool
  /// The widest line that the margin allows, in characters; 0 for paragraphs on one line.
  let margin: Int

  /// The habit that `lines` show.
  init(_ lines: [Line]) {
    var long = 0
    var cut = 0
    var lower = 0
    var counts = [Int](repeating: 0, count: 512)
    for (line, next) in zip(lines, lines.dropFirst())
    where line.width >= 40 && line.tabs == 0 && !line.pipe {
      long += 1
      guard next.blanksBefore == 0, !line.ended || next.startsLower, next.tabs == 0,
        line.width < 512
      else { continue }
      if next.startsLower || line.ending == .open || line.ending == .comma {
        cut += next.startsLower ? 2 : 1
        lower += next.startsLower ? 1 : 0
        counts[line.width] += 1
      }
    }
    // The margin is where most cuts are: the upper decile, so that a stray long line is none.
    let total = counts.reduce(0, +)
    var left = total / 10
    var width = counts.count - 1
    while width > 0 {
      left -= counts[width]
      if left < 0 { break }
      width -= 1
    }
    // Half of the long lines must go on in the next: one in two of those in a small letter. The
    // cells of a table that stand one to a line, and items without closing mark, go on in capitals.
    isHard = total >= 3 && cut * 3 >= long && lower * 10 >= total * 3
    margin = isHard ? width : 0
  }

  /// Whether a line of this width was cut: the next word would not have fitted.
  func isFull(_ width: Int, nextWord: Int) -> Bool {
    isHard && width + nextWord + 1 > margin - max(4, margin / 16)
  }
}
