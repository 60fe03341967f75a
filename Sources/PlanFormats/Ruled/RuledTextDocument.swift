import PlanText

/// Plain text whose tables are drawn with marks, as pandoc writes them: grid tables
/// ("+-----+-----+" above and below each row) and tables of which rulers of dashes tell the columns
/// ("-----  -----"), with one or several lines to a row.
///
/// The tables become rows with a TAB between cells, the head and foot lines, as tables of other
/// formats do; all else stays as it is.
enum RuledTextDocument {
  /// Takes the tables out of such a text; `nil` when it holds none.
  static func open(_ bytes: [UInt8]) throws(FormatError) -> OpenedDocument? {
    guard mayHoldTable(bytes), String(validating: bytes, as: UTF8.self) != nil else { return nil }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(RuledLine.init)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var found = false
    var filled = 0
    var index = 0
    while index < lines.count {
      if lines[index].mayBeginTable,
        let (table, next) = GridTable.read(lines, from: index)
          ?? RulerTable.read(lines, from: index)
      {
        for line in table.lines(atHead: !found && filled <= headLines) {
          text += line.bytes
          text.append(0x0A)
        }
        found = true
        index = next
      } else {
        if !lines[index].isBlank { filled += 1 }
        text += lines[index].bytes
        if index + 1 < lines.count { text.append(0x0A) }
        index += 1
      }
    }
    guard found else { return nil }
    do {
      return OpenedDocument(text: try CanonicalText(decoding: text), format: .text)
    } catch {
      throw .text(error)
    }
  }

  /// How many lines of text may stand above the table that sets the head of a document.
  private static let headLines = 2

  /// Whether three dashes stand in a row: no table is drawn without.
  private static func mayHoldTable(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    var index = 2
    while index < span.count {
      if span[index] == 0x2D {
        var start = index
        while start > 0, span[start - 1] == 0x2D { start -= 1 }
        var end = index
        while end < span.count, span[end] == 0x2D { end += 1 }
        if end - start >= 3 { return true }
        index = end
      }
      index += 3
    }
    return false
  }
}

extension RuledTextDocument {
  /// A table as it is drawn: its rows, each cell with its lines.
  struct Drawn {
    /// The rows, from top to bottom.
    var rows: [FlowTable.Row]

    /// The lines that it gives; `atHead` says that it stands where the head of a document is set.
    consuming func lines(atHead: Bool) -> [FlowLine] {
      var table = FlowTable()
      table.rows = rows
      table.isRuled = holdsData(atHead: atHead)
      // A last column without any text is an edge that a cell was moved to.
      for row in table.rows.indices {
        guard let last = table.rows[row].cells.indices.last else { continue }
        if table.rows[row].cells[last].lines.allSatisfy(\.isBlank) {
          table.rows[row].cells[last].isRuled = false
        }
      }
      return table.lines()
    }

    /// Whether it holds data, by its form alone: no lines are drawn that the document has not.
    ///
    /// The head and the signatures stand in two columns and few rows.
    private func holdsData(atHead: Bool) -> Bool {
      var used: Set<Int> = []
      var full = 0
      for row in rows {
        var column = 0
        var count = 0
        for cell in row.cells {
          if cell.lines.contains(where: { !$0.isBlank }) {
            used.insert(column)
            count += 1
          }
          column += cell.span
        }
        if count > 1 { full += 1 }
      }
      if used.count > 2 { return rows.count > 1 }
      return rows.count > (atHead ? 5 : 2) && full * 4 >= rows.count * 3
    }
  }
}
