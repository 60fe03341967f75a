import PlanText

/// Counts the lines of a text that grows, and keeps what is known of the cells of some.
struct LineCounter {
  /// How many lines have ended, and up to where they were counted.
  private var lines = 0
  private var offset = 0

  /// Keeps the styles of rows that are appended to a text next, by the numbers of their lines.
  mutating func take(
    _ rows: ArraySlice<LineStyle>, below text: [UInt8], into styles: inout [Int: LineStyle]
  ) {
    // Ends of lines before a page mark may have been taken off.
    if offset > text.count {
      lines -= offset - text.count
      offset = text.count
    }
    for place in offset..<text.count where text[place] == 0x0A || isAlone(text, place) {
      lines += 1
    }
    offset = text.count
    for (index, style) in rows.enumerated()
    where !style.paragraphs.isEmpty || !style.merged.isEmpty {
      styles[lines + index] = style
    }
  }

  /// Whether a carriage return ends a line by itself.
  private func isAlone(_ text: [UInt8], _ place: Int) -> Bool {
    text[place] == 0x0D && (place + 1 == text.count || text[place + 1] != 0x0A)
  }
}
