import PlanModel
import PlanText

/// The table above a document in which a web page tells its attributes (thuộc tính văn bản): its
/// number, its day, who issued and who signed it.
extension PlanReader {
  /// How many lines the motto of the document is looked for in.
  private static let attributeReach = 60

  /// Takes the rows of such a table, and a name with the value below it ("Số hiệu:" / "12/KH-UBND").
  mutating func takeAttributes() {
    let opening = lines.prefix(Self.attributeReach)
    guard let motto = opening.indices.first(where: { holdsMotto(lines[$0]) }) else { return }
    var taken: Set<Int> = []
    var tables: Set<Int> = []
    for index in 0..<motto where isAttribute(lines[index]) {
      let line = lines[index]
      if line.tabs > 0 {
        taken.insert(line.number)
        if line.table > 0 { tables.insert(line.table) }
      } else if line.ending == .colon, index + 1 < motto, isValue(lines[index + 1]) {
        taken.formUnion([line.number, lines[index + 1].number])
      }
    }
    guard !taken.isEmpty else { return }
    let first = lines[motto].number
    take { _, line, _ in
      taken.contains(line.number) || line.number < first && tables.contains(line.table)
        ? .portal : nil
    }
  }

  /// Whether a line is the name of an attribute, or a row that begins with one.
  private mutating func isAttribute(_ line: Line) -> Bool {
    guard line.leadingTabs == 0, !line.capitals || line.tabs > 0 else { return false }
    var words = tokens(line.tabs > 0 ? tabCells(line)[0] : line.content)
    if let last = words.last, isMark(last, 0x3A) { words.removeLast() }
    return lineMatches(words).contains {
      meaning($0) == .portal && value("form", of: $0) == "attribute" && $0.end == words.count
    }
  }

  /// Whether a line can be what an attribute says.
  private mutating func isValue(_ line: Line) -> Bool {
    line.tabs == 0 && line.ending != .colon && !line.bare && !namesBody(line)
  }
}
