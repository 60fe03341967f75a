import PlanText

/// Tells the first lines of paragraphs from lines in the middle of the page: where lines are not spread
/// to the margin, one may leave as much room on the right as its indent.
enum IndentedLines {
  /// How many other lines begin at a place that is an indent, and how wide a line is there at least, as
  /// a part of the width of the text.
  private static let least = 3
  private static let width = 0.6
  /// What a line in the middle has more on one side than on the other at most, in points.
  private static let uneven = 1.5

  /// Takes lines that begin at the indent of paragraphs for lines of paragraphs.
  static func mend(_ lines: inout [PageLine]) {
    var counts: [Int: Int] = [:]
    for line in lines where isText(line) && !line.style.centred {
      counts[Int(indent(line).rounded()), default: 0] += 1
    }
    for index in lines.indices where lines[index].style.centred && isText(lines[index]) {
      let line = lines[index]
      let measure = line.margins.right - line.margins.left
      let own = indent(line)
      guard line.right - line.left > width * measure,
        abs(own - (line.margins.right - line.right)) > uneven || goesOn(lines, behind: index)
      else { continue }
      let place = Int(own.rounded())
      let others = (place - 1...place + 1).reduce(0) { $0 + (counts[$1] ?? 0) }
      if others >= least { lines[index].style.centred = false }
    }
  }

  /// Whether the line behind another begins at the margin.
  private static func goesOn(_ lines: [PageLine], behind index: Int) -> Bool {
    guard index + 1 < lines.count else { return false }
    let next = lines[index + 1]
    return isText(next) && !next.style.centred && next.page == lines[index].page
      && abs(indent(next)) < uneven
  }

  private static func isText(_ line: PageLine) -> Bool {
    line.column == 0 && !line.isRow && line.style.zone == .body
  }

  private static func indent(_ line: PageLine) -> Double { line.left - line.margins.left }
}
