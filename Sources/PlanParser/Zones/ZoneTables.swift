import PlanModel
import PlanText

/// In which order the readers of tables are asked for the one that begins at a line of a zone.
///
/// A table of bars that stand alone on their lines (`barTable`) is asked for before all others, in
/// `zone(from:appendix:form:after:)`: furniture would take its bars.
extension PlanReader {
  /// Reads the table of any layout that begins at line `index`; `nil` when none does.
  ///
  /// The layouts whose heads say most come first; a table of plain lines is what no other is.
  mutating func anyTable(at index: Int, in zone: Zone) -> (table: TableDraft, next: Int)? {
    let line = lines[index]
    if let torn = tornTable(at: index) { return torn }
    if line.tabs > 0 || line.bars > 1 || line.table > 0, let table = table(at: index) {
      return table
    }
    if line.width <= PlanReader.widestFirstName, let stacked = stackedTable(at: index) {
      return stacked
    }
    if line.width <= PlanReader.widestStackedName, let filled = filledTable(at: index) {
      return filled
    }
    if line.spaced || line.indent >= 8, let spaced = spacedTable(at: index, in: zone.outline) {
      return spaced
    }
    if let wrapped = wrappedTable(at: index) { return wrapped }
    return line.width > PlanReader.widestFirstName ? runTable(at: index) : nil
  }
}
