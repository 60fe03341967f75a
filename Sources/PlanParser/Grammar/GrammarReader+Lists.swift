extension GrammarReader {
  /// Reads a file that is one list, named as the file.
  mutating func readListFile() {
    let stem = files[file].stem
    guard stem.utf8.allSatisfy(ByteCursor.isName), stem.utf8.first ?? 0 >= UInt8(ascii: "a") else {
      report(
        0, "\"\(stem)\" is no name for a list; write small letters, digits and hyphens")
      return
    }
    addList(stem, offset: 0, linesDeeperThan: -1)
  }

  /// Reads a list inside a grammar file: one entry on each indented line.
  mutating func readList(_ text: ByteCursor) {
    var text = text
    let start = text.index
    guard let name = takeName("list", &text) else {
      skipIndented()
      return
    }
    text.skipBlanks()
    if text.index < text.end {
      report(text.index, "nothing may follow a list's name; its entries stand indented under it")
    }
    addList(name, offset: start, linesDeeperThan: 0)
  }

  /// Adds the list whose entries are the lines from here on that are indented deeper.
  private mutating func addList(_ name: String, offset: Int, linesDeeperThan indent: Int) {
    var hasLines = false
    var entries: [WordList.Entry] = []
    var all: [WordList.Word] = []
    while let line = takeLine(deeperThan: indent) {
      hasLines = true
      let (text, value) = split(line)
      cut(text)
      guard !words.isEmpty, !value.isEmpty else {
        report(line.start, "write an entry as \"words\" or \"words = value\"")
        continue
      }
      let first = all.count
      all += words
      entries.append(
        WordList.Entry(words: first..<all.count, offset: line.start, value: value))
    }
    if !hasLines { report(offset, "list \"\(name)\" has no entry") }
    var clashes: [(WordList.Entry, WordList.Entry)] = []
    lists.append(
      WordList(
        name: names.number(of: name), file: file, offset: offset, entries: entries, words: all
      ) { clashes.append(($0, $1)) })
    for (first, second) in clashes {
      let text = ByteCursor(bytes: bytes, index: 0, end: bytes.count)
      report(
        second.offset,
        "this entry stands here already, with the value \"\(text.text(first.value))\"")
    }
  }

  /// The words of an entry, and its value: what follows a TAB or " = ", else the words themselves.
  private func split(_ line: Line) -> (text: Range<Int>, value: Range<Int>) {
    var end = line.end
    // "tỉnh = province   # a comment"
    for index in line.start..<line.end
    where bytes[index] == UInt8(ascii: "#") && bytes[index - 1] <= UInt8(ascii: " ") {
      end = trimmed(line.start..<index).upperBound
      break
    }
    for index in line.start..<end {
      if bytes[index] == UInt8(ascii: "\t") {
        return (trimmed(line.start..<index), trimmed(index..<end))
      }
      if bytes[index] == UInt8(ascii: "="), index > line.start,
        bytes[index - 1] == UInt8(ascii: " "), index + 1 >= end || bytes[index + 1] <= 0x20
      {
        return (trimmed(line.start..<index), trimmed((index + 1)..<end))
      }
    }
    return (line.start..<end, line.start..<end)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] <= UInt8(ascii: " ") { start += 1 }
    while start < end, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }
}
