import PlanModel

/// How a document breaks its lines: a paragraph on one line, or lines cut at a margin.
struct Wrap {
  /// Whether paragraphs are cut at a margin.
  let isHard: Bool
  /// The last column that the margin allows, in characters; 0 for paragraphs on one line.
  let margin: Int
  /// The column in which lines that go on begin.
  let left: Int
  /// Whether paragraphs begin further in than the lines that go on.
  let indents: Bool
  /// Whether all but a stray one do, so that a line at the margin begins none.
  let indentsAll: Bool
  /// Whether all lines that surely go on begin at the margin and first lines further in, so that a
  /// line further in begins a paragraph.
  let setsFirstIn: Bool

  /// How much shorter the first lines of paragraphs are than those that go on.
  ///
  /// It is their indent, where the text does not show it.
  let lead: Int

  /// Whether paragraphs are cut at a margin and every line begins in the first column.
  ///
  /// So recognition writes a page: neither paragraphs nor centred lines are indented.
  let isFlush: Bool

  /// Whether lines are cut far from the margin, too, as by one who typed over a narrow page.
  let isRagged: Bool

  /// Whether blank lines part all units, so that lines without one between them are one unit.
  let isParted: Bool

  /// The habit that `lines` show.
  init(_ lines: [Line], _ bytes: [UInt8]) {
    isParted = Wrap.partsUnits(lines, bytes)
    var long = 0
    var cut = 0
    var lower = 0
    var rights = [Int](repeating: 0, count: 512)
    var firsts = rights
    var ragged = rights
    var begun = 0
    var lefts = [Int](repeating: 0, count: 64)
    var listed = lefts
    // Lines of a table that blanks align tell nothing about the margin of the text.
    var gap = Wrap.reach + 1
    for index in lines.indices.dropLast() {
      if index + Wrap.reach < lines.count, lines[index + Wrap.reach].gapped { gap = -Wrap.reach }
      gap += 1
      guard gap > Wrap.reach else { continue }
      let line = lines[index]
      let next = lines[index + 1]
      // "b) Mục tiêu …" begins with a small letter, and a unit of its own.
      let goesOn = next.startsLower && !Wrap.isLabelled(next, bytes)
      if next.blanksBefore == 0, line.ending == .open, !line.capitals, line.tabs == 0,
        line.width >= Wrap.leastWidth, line.right < ragged.count
      {
        if goesOn {
          ragged[line.right] += 1
        } else if bytes[next.content.start] >= UInt8(ascii: "A") {
          begun += 1
        }
      }
      guard line.width >= 40, line.tabs == 0, !line.pipe else { continue }
      long += 1
      guard next.blanksBefore == 0, !line.ended || goesOn, next.tabs == 0,
        line.right < rights.count
      else { continue }
      if goesOn || line.ending == .open || line.ending == .comma {
        cut += goesOn ? 2 : 1
        lower += goesOn ? 1 : 0
        rights[line.right] += 1
        if goesOn, bytes[line.content.start] < UInt8(ascii: ".") {
          firsts[line.right] += 1  // "- Huy động …": a bullet
        }
        if goesOn, next.indent < lefts.count {
          lefts[next.indent] += 1
          if line.ended { listed[next.indent] += 1 }
        }
      }
    }
    // Half of the long lines must go on in the next: one in two of those in a small letter. The
    // cells of a table that stand one to a line, and items without closing mark, go on in capitals.
    let total = rights.reduce(0, +)
    // The cells of a table that stand one to a line mostly go on in capitals.
    let cuts = ragged.reduce(0, +)
    let short = ragged.prefix(Wrap.upper(ragged) * 7 / 10).reduce(0, +)
    isRagged = short >= 3 && short * 4 >= cuts && begun <= cuts
    let right = Wrap.upper(rights)
    isHard =
      total >= 3 && right <= Wrap.widestMargin && cut * 3 >= long && lower * 10 >= total * 3
      && !Wrap.isDisproved(right, by: lines, cuts: total)
    guard isHard else {
      margin = 0
      left = 0
      lead = 0
      indents = false
      indentsAll = false
      setsFirstIn = false
      isFlush = false
      return
    }
    margin = right
    lead = firsts.reduce(0, +) >= 8 ? min(16, max(0, margin - Wrap.upper(firsts))) : 0
    let left = lefts.indices.max { lefts[$0] < lefts[$1] } ?? 0
    self.left = left
    let (begins, indented) = Wrap.indents(lines, left: left)
    indents = begins >= 3 && indented * 3 >= begins * 2
    indentsAll = begins >= 6 && indented * 5 >= begins * 4
    let atMargin = lefts.indices.filter { $0 <= left + 1 }.reduce(0) { $0 + lefts[$1] }
    let inside = lefts.indices.filter { $0 > left + 1 }.reduce(0) { $0 + lefts[$1] - listed[$1] }
    setsFirstIn =
      atMargin >= Wrap.surelyGoingOn && inside * Wrap.surelyAtMargin <= atMargin
      && Wrap.setsIn(lines, left: left, parted: isParted)
    isFlush = lines.allSatisfy { $0.indent == 0 }
  }

  /// How many characters a line of text that was cut at the margin of a page has at most.
  private static let widestMargin = 200

  /// Whether lines that reach far beyond a supposed margin show that it is none: lines of the head
  /// or of a title may be as long as one another by chance.
  private static func isDisproved(_ margin: Int, by lines: [Line], cuts: Int) -> Bool {
    let beyond = lines.count { $0.right * 4 > margin * 5 && $0.tabs == 0 && !$0.pipe && !$0.gapped }
    return beyond >= 3 && beyond * 2 >= cuts
  }

  /// How wide a line is at least that tells whether lines are cut far from the margin.
  private static let leastWidth = 16

  /// The upper decile of some columns, so that a stray long line is none.
  private static func upper(_ columns: [Int]) -> Int {
    var rest = columns.reduce(0, +) / 10
    var column = columns.count - 1
    while column > 0 {
      rest -= columns[column]
      if rest < 0 { break }
      column -= 1
    }
    return column
  }

  /// How many lines around one that blanks cut in two are not looked at.
  private static let reach = 3

  /// How many lines that go on show where the margin is, and of how many one may stand further in.
  private static let surelyGoingOn = 3
  private static let surelyAtMargin = 40

  /// Whether nearly all lines behind the end of a sentence, of a member of a list or behind a colon
  /// begin further in than `left`, whether or not a label opens them.
  ///
  /// In a text that is `parted`, paragraphs stand behind blank lines.
  private static func setsIn(_ lines: [Line], left: Int, parted: Bool) -> Bool {
    var begun = 0
    var inside = 0
    for (line, next) in zip(lines, lines.dropFirst())
    where line.ended && (parted || next.blanksBefore == 0) && !next.startsLower && next.tabs == 0 {
      begun += 1
      if next.indent >= left + 3 { inside += 1 }
    }
    return inside >= 3 && inside * 5 >= begun * 4
  }

  /// How many lines follow the end of a sentence, and how many of them begin further in than
  /// `left`.
  private static func indents(_ lines: [Line], left: Int) -> (begins: Int, indented: Int) {
    var begins = 0
    var indented = 0
    for (line, next) in zip(lines, lines.dropFirst())
    where line.ending == .stop && next.blanksBefore == 0 && !next.startsLower {
      begins += 1
      if next.indent >= left + 3 { indented += 1 }
    }
    return (begins, indented)
  }

  /// Whether a line was cut: the next word would not have fitted.
  ///
  /// The line reaches to column `right`; `first` says that it is the first of its paragraph.
  func isFull(_ right: Int, nextWord: Int, first: Bool) -> Bool {
    isHard && right + nextWord + 1 > margin - max(4, margin / 16) - (first ? lead : 0)
  }
}
