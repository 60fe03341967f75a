import PlanText

/// Finds what pages have at their top and bottom: numbers and lines that come again.
enum PageFurniture {
  /// Whether a row at the top or bottom of a page is its number, perhaps between dashes or with
  /// the number of pages.
  static func isPageNumber(_ row: WordRow, _ page: PlacedPage) -> Bool {
    guard row.centre < 0.12 * page.height || row.centre > 0.88 * page.height else { return false }
    if row.centre > 0.92 * page.height, namesPage(row, page) { return true }
    let text = row.words.map(\.text).joined()
    guard text.utf8.count <= 12 else { return false }
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "|"), 0xE2, 0x80, 0x93, 0x94: break
      default: return false
      }
    }
    // "2026" may be the last line of a title; pages have smaller numbers.
    return (1...3).contains(digits)
      || (digits > 3 && digits <= 6 && text.utf8.contains(UInt8(ascii: "/")))
  }

  /// Whether a row is a word and the number of its page: "Trang 2", "Trang 2/5".
  private static func namesPage(_ row: WordRow, _ page: PlacedPage) -> Bool {
    guard row.words.count <= 4, row.words[0].text.first?.isLetter == true,
      row.words.dropFirst().allSatisfy({ !$0.text.contains(where: \.isLetter) })
    else { return false }
    let text = row.words.map(\.text).joined(separator: " ")
    guard text.utf8.count <= 20, text.last?.isNumber == true else { return false }
    let number = text.drop { !$0.isNumber }.prefix { $0.isNumber }
    return Int(number) == page.number
  }

  /// Marks the lines that stand at the top or bottom of most pages with the same words, whatever their
  /// numbers; of two pages, with the same numbers at the same place.
  static func mark(_ lines: inout [PageLine], pages: [PlacedPage]) {
    guard pages.count >= 2 else { return }
    let isShort = pages.count == 2
    var ends: [String: [Int]] = [:]
    var firstOfPage: [Int: [Int]] = [:]
    // What stands in columns at the top of two pages is the head of a document, and of another.
    for (index, line) in lines.enumerated()
    where line.style.table == 0 && !PageAside.zones.contains(line.style.zone)
      && (!isShort || line.column == 0)
    {
      firstOfPage[line.page, default: []].append(index)
    }
    for page in pages {
      guard let own = firstOfPage[page.number] else { continue }
      for index in Set(own.prefix(3) + own.suffix(3)) {
        let line = lines[index]
        guard line.bottom < 0.12 * page.height || line.top > 0.88 * page.height else { continue }
        ends[isShort ? "\(Int(line.top)) " + line.text : key(line), default: []].append(index)
      }
    }
    for indices in ends.values {
      let count = Set(indices.map { lines[$0].page }).count
      guard count >= min(3, pages.count), count * 2 >= pages.count else { continue }
      for index in indices {
        let isTop = lines[index].top < 0.5 * pages[lines[index].page - 1].height
        lines[index].style.zone = isTop ? .pageHeader : .pageFooter
        lines[index].isRow = true
      }
    }
  }

  /// The words of a line with all numbers alike.
  private static func key(_ line: PageLine) -> String {
    String(line.text.filter { !$0.isNumber && !$0.isWhitespace })
  }
}
