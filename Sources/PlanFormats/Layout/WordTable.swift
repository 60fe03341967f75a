/// The table of words that `tesseract … tsv` prints: a line per page, block, line and word with its
/// box.
enum WordTable {
  private enum Column: Int {
    case level, page, block, paragraph, line, word, left, top, width, height, confidence, text
  }

  /// Reads the pages of a table.
  ///
  /// - Parameters:
  ///   - bytes: What the program printed.
  ///   - scale: Points per unit of the table.
  static func pages(_ bytes: [UInt8], scale: Double = 1) -> [PlacedPage] {
    var pages: [PlacedPage] = []
    var line = 0
    for row in bytes.split(separator: 0x0A) {
      let cells = row.split(
        separator: 0x09, maxSplits: Column.text.rawValue, omittingEmptySubsequences: false)
      guard cells.count == Column.text.rawValue + 1 else { continue }
      func number(_ column: Column) -> Double? {
        guard
          let value = Double(String(decoding: cells[column.rawValue], as: UTF8.self)),
          value.isFinite, abs(value) < 1e7
        else { return nil }
        return value * scale
      }
      guard
        let left = number(.left), let top = number(.top),
        let width = number(.width), let height = number(.height)
      else { continue }
      switch cells[Column.level.rawValue].first {
      case UInt8(ascii: "1"):
        pages.append(PlacedPage(number: pages.count + 1, width: width, height: height))
      case UInt8(ascii: "4"): line += 1
      case UInt8(ascii: "5"):
        guard let page = pages.indices.last else { continue }
        let text = cells[Column.text.rawValue].filter { $0 > 0x20 && $0 != 0x7F }
        guard !text.isEmpty, width >= 0, height > 0 else { continue }
        var word = PlacedWord(
          left: left, top: top, right: left + width, bottom: top + height,
          text: String(decoding: text, as: UTF8.self))
        word.line = line
        word.confidence = (number(.confidence) ?? 100 * scale) / scale
        guard !word.text.allSatisfy(\.isWhitespace) else { continue }
        pages[page].words.append(word)
      default: break
      }
    }
    return pages
  }
}
