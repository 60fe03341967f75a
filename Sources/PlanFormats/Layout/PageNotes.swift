/// Footnotes (chú thích cuối trang) of pages, known by their place and type: small text at the foot of
/// a page that opens with a number which a raised figure in the text calls; text as large as that
/// above where several follow each other.
///
/// The figure and the number become "[1]", as in a document that tells its footnotes.
enum PageNotes {
  /// The most figures of a number.
  private static let longest = 2
  /// The most rows that go on with a note of the page before.
  private static let mostRows = 12

  /// Marks the words of footnotes, and the figures that call them.
  static func mark(_ pages: inout [PlacedPage]) {
    let usual = usualHeight(pages)
    guard usual > 0 else { return }
    var isOpen = false
    var last = 0
    for index in pages.indices {
      let page = pages[index]
      // A page without small text has no notes.
      guard page.words.contains(where: { $0.height < 0.92 * usual }) else {
        isOpen = false
        continue
      }
      var rows = WordRow.rows(of: page.words).map(\.words)
      var foot = foot(rows, page, usual: usual)
      if foot.isEmpty { foot = fullSizeFoot(rows[..<foot.upperBound], page, behind: last) }
      var calls = calls(in: rows[..<foot.lowerBound], opened: openings(of: rows[foot]))
      if calls.isEmpty, !isOpen, let smallest = smallestRows(of: foot, rows) {
        foot = smallest
        calls = self.calls(in: rows[..<foot.lowerBound], opened: openings(of: rows[foot]))
      }
      let called = Set(calls.map(\.label))
      let first = foot.first { opening(of: rows[$0], called) != nil }
      let start =
        isOpen && (first ?? foot.upperBound) - foot.lowerBound <= mostRows
        ? foot.lowerBound : first
      guard let start, start < foot.upperBound else {
        isOpen = false
        continue
      }
      var opened: Set<String> = []
      for row in start..<foot.upperBound {
        if let label = opening(of: rows[row], called), opened.insert(label).inserted {
          open(&rows[row], label)
          last = Int(label) ?? last
        }
        for word in rows[row].indices where rows[row][word].role == .text {
          rows[row][word].role = .note
        }
      }
      for call in calls where opened.contains(call.label) {
        let word = rows[call.row][call.word].text
        let figures = word.index(word.startIndex, offsetBy: call.before)
        rows[call.row][call.word].text =
          word[..<figures] + "[\(call.label)]" + word[figures...].dropFirst(call.label.count)
      }
      isOpen = !LineBegin.endsSentence(rows[foot.upperBound - 1].last?.text ?? "")
      pages[index].words = rows.flatMap(\.self)
    }
  }

  /// The height of most words.
  private static func usualHeight(_ pages: [PlacedPage]) -> Double {
    let heights = pages.lazy.flatMap(\.words).map(\.height).sorted()
    return heights.isEmpty ? 0 : heights[heights.count / 2]
  }

  /// The rows of small type that end a page; its number may stand below them.
  private static func foot(
    _ rows: [[PlacedWord]], _ page: PlacedPage, usual: Double
  ) -> Range<Int> {
    var end = rows.count
    while end > 0, let row = WordRow(rows[end - 1]), PageFurniture.isPageNumber(row, page) {
      end -= 1
    }
    var start = end
    while start > 0, let row = WordRow(rows[start - 1]), row.em < 0.92 * usual { start -= 1 }
    return start..<end
  }

  /// The rows of a foot in type as small as its last, where those above are larger: a table in small
  /// type may stand above notes.
  private static func smallestRows(of foot: Range<Int>, _ rows: [[PlacedWord]]) -> Range<Int>? {
    guard let last = rows[foot].last.flatMap(WordRow.init) else { return nil }
    var start = foot.upperBound
    while start > foot.lowerBound, let row = WordRow(rows[start - 1]), row.em < 1.1 * last.em {
      start -= 1
    }
    return start > foot.lowerBound ? start..<foot.upperBound : nil
  }

  /// The rows from the first note on where notes are set as large as the text: rows that open one
  /// after another with the numbers which raised figures call, down to the foot of the page.
  private static func fullSizeFoot(
    _ rows: ArraySlice<[PlacedWord]>, _ page: PlacedPage, behind last: Int
  ) -> Range<Int> {
    let none = rows.endIndex..<rows.endIndex
    let raised = calls(in: rows, opened: [])
    guard let first = raised.first, let bottom = rows.last.flatMap(WordRow.init)?.bottom,
      bottom > 0.85 * page.height
    else { return none }
    var labels = Set(raised.map(\.label))
    var start: Int?
    for row in rows.indices.dropFirst(first.row + 1) {
      guard let label = opening(of: rows[row], labels), start != nil || label == first.label else {
        continue
      }
      labels.remove(label)
      start = start ?? row
    }
    guard let start, raised.allSatisfy({ $0.row < start }) else { return none }
    let isSeries = labels.isEmpty && Set(raised.map(\.label)).count > 1
    return isSeries || isAlone(rows[start...], first, in: rows, behind: last)
      ? start..<rows.endIndex : none
  }

  /// The most rows of a note that is as large as the text and stands alone.
  private static let mostRowsAlone = 3

  /// Whether rows at the end of a page are one note with the number that comes next, and no unit
  /// without a dot: a sentence from its capital to its stop, and its call is no measure ("m2").
  private static func isAlone(
    _ note: ArraySlice<[PlacedWord]>, _ call: Call, in rows: ArraySlice<[PlacedWord]>,
    behind last: Int
  ) -> Bool {
    guard note.count <= mostRowsAlone, call.label == "1" || Int(call.label) == last + 1,
      let words = note.first, let word = words.first, let end = note.last?.last,
      LineBegin.endsSentence(end.text)
    else { return false }
    let rest = word.text.dropFirst(call.label.count)
    let begin = rest.first ?? words.dropFirst().first?.text.first
    return begin?.isUppercase == true && rows[call.row][call.word - 1].text.last != "m"
  }

  /// A raised figure behind a word.
  private struct Call {
    var row: Int
    var word: Int
    var label: String
    /// How many letters of the word stand before it.
    var before = 0
  }

  /// The numbers that rows of a foot open with, in their order from the first that is there.
  private static func openings(of rows: ArraySlice<[PlacedWord]>) -> Set<String> {
    var labels: Set<String> = []
    var next: Int?
    for row in rows {
      guard let first = row.first, let label = figures(first.text), let number = Int(label),
        opening(of: row, [label]) != nil, next == nil || next == number
      else { continue }
      labels.insert(label)
      next = number + 1
    }
    return labels
  }

  private static func calls(
    in rows: ArraySlice<[PlacedWord]>, opened: Set<String>
  ) -> [Call] {
    var calls: [Call] = []
    for row in rows.indices {
      let words = rows[row]
      for index in words.indices {
        guard let (label, before) = glued(words[index].text), opened.contains(label) else {
          continue
        }
        calls.append(Call(row: row, word: index, label: label, before: before))
      }
      for index in words.indices.dropFirst() {
        let (before, word) = (words[index - 1], words[index])
        guard word.height < 0.8 * before.height, word.centre < before.centre + 0.05 * before.height,
          word.left - before.right < 0.4 * before.height,
          let label = figures(word.text),
          !word.text.dropFirst(label.count).contains(where: { $0.isLetter || $0.isNumber })
        else { continue }
        calls.append(Call(row: row, word: index, label: label))
      }
    }
    return calls
  }

  /// The figures that end a word of Vietnamese letters, and how many letters stand before them.
  ///
  /// A raised figure that stands close is one word with it; "m2" calls nothing.
  private static func glued(_ word: String) -> (label: String, before: Int)? {
    let letters = word.prefix { !$0.isNumber }
    guard let last = letters.last, last.isLetter || ".,;:)”\"".contains(last),
      letters.contains(where: { !$0.isASCII && $0.isLetter }) || letters.count > 3,
      letters.contains(where: \.isLowercase),
      let label = figures(String(word.dropFirst(letters.count)))
    else { return nil }
    let rest = word.dropFirst(letters.count + label.count)
    return rest.contains { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "-" }
      ? nil : (label, letters.count)
  }

  /// The number with which a row opens a note that the text calls: "1 Theo", "1Theo".
  private static func opening(of row: [PlacedWord], _ called: Set<String>) -> String? {
    guard let first = row.first, let label = figures(first.text), called.contains(label) else {
      return nil
    }
    let rest = first.text.dropFirst(label.count)
    return rest.isEmpty && row.count > 1 || rest.first?.isLetter == true ? label : nil
  }

  /// Sets the number of a note in brackets, apart from its first word.
  private static func open(_ row: inout [PlacedWord], _ label: String) {
    let first = row[0]
    var number = first
    number.text = "[\(label)]"
    number.role = .noteBegin
    let rest = String(first.text.dropFirst(label.count))
    guard !rest.isEmpty else {
      row[0] = number
      return
    }
    var word = first
    word.text = rest
    word.role = .note
    word.left += (first.right - first.left) * Double(label.count) / Double(first.text.count)
    number.right = word.left
    row.replaceSubrange(0...0, with: [number, word])
  }

  /// The figures that a text begins with, if they may be the number of a note.
  private static func figures(_ text: String) -> String? {
    let figures = text.prefix { $0.isASCII && $0.isNumber }
    guard !figures.isEmpty, figures.count <= longest, figures.first != "0" else { return nil }
    return String(figures)
  }
}
