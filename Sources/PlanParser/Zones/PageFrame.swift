import PlanModel
import PlanText

/// What stands around the text of a page: lines printed on every page, and what a web portal puts
/// before, between and after the lines of a document.
extension PlanReader {
  /// Takes the lines that belong to no part of the document off its lines.
  mutating func takeFrame() {
    takeCellBars()
    takePageComments()
    takeAttributes()
    takeRunningLines()
    takePrintedEdges()
    takeEdgeLines()
    takePrintedLines()
    takePortalLines()
  }

  // MARK: Pages

  /// Takes the comments in which programs keep what a page prints above or below its text: "<!--
  /// PageHeader="…" -->".
  private mutating func takePageComments() {
    take { _, line, reader in
      guard reader.bytes[line.content.start] == UInt8(ascii: "<") else { return nil }
      let comment = reader.bytes[line.content.start..<line.content.end]
      guard comment.starts(with: "<!--".utf8), comment.suffix(3).elementsEqual("-->".utf8) else {
        return nil
      }
      let words = comment.dropFirst(4).drop { $0 == 0x20 }
      if words.starts(with: "PageHeader=".utf8) { return .runningHeader }
      return words.starts(with: "PageFooter=".utf8) ? .runningFooter : nil
    }
  }

  /// Takes the lines that stand beside the page number of several pages and nowhere else.
  private mutating func takeRunningLines() {
    // Which number each line stands beside, and whether it follows it.
    var beside: [Int: (number: Int, follows: Bool)] = [:]
    let isPaged = lines.dropFirst().contains { $0.pageBefore }
    for index in lines.indices
    where isNumberOfPage(lines[index]) && (!isPaged || isNearPageEnd(index)) {
      if index > 0 { beside[index - 1] = beside[index - 1] ?? (index, false) }
      if index + 1 < lines.count { beside[index + 1] = (index, true) }
    }
    guard beside.count > 3 else { return }
    // Below the names of columns, one to a line, numbers stand close together that count rows.
    let cells = lines.indices.first { opensStack($0) } ?? lines.count
    var places: [String: [Int]] = [:]
    for index in beside.keys.sorted() where mayRun(lines[index]) {
      places[folder.fold(lines[index].content), default: []].append(index)
    }
    for (text, group) in places {
      let numbers = group.compactMap { beside[$0]?.number }
      if group.count < 2 || !countsPages(numbers, cells: cells) { places[text] = nil }
    }
    guard !places.isEmpty else { return }
    let widths = Set(places.keys.map(\.unicodeScalars.count))
    for (index, line) in lines.enumerated()
    where beside[index] == nil && widths.contains(line.width) {
      places[folder.fold(line.content)] = nil  // the text has it too
    }
    take { index, line, reader in
      guard let place = beside[index], reader.mayRun(line),
        places[reader.folder.fold(line.content)] != nil
      else { return nil }
      return place.follows ? .runningHeader : .runningFooter
    }
  }

  /// Whether the numbers on some lines are those of pages: each greater than the one before it, and
  /// a page away where line `cells`, behind which a table has one cell to a line, stands before it.
  private mutating func countsPages(_ numbers: [Int], cells: Int) -> Bool {
    var last: (line: Int, value: Int)?
    for line in numbers {
      guard let value = pageValue(of: lines[line]) else { continue }
      if let last, line != last.line,
        value <= last.value || line > cells && line < last.line + PlanReader.leastPage
          || line > cells
            && bytesBetween(last.line, line) < PlanReader.leastPageBytes * (value - last.value)
      {
        return false
      }
      last = (line, value)
    }
    return true
  }

  /// How many bytes lie between two lines.
  func bytesBetween(_ first: Int, _ next: Int) -> Int {
    lines[next].content.start - lines[first].content.end
  }

  /// The number on a line that is the number of a page, whatever stands around it.
  mutating func pageValue(of line: Line) -> Int? {
    for token in tokens(line.content) {
      if let value = markers.number(token) { return value }
    }
    return nil
  }

  /// How many lines stand between the number of a page and its edge at most.
  private static let linesAtEdge = 2

  /// Whether a line stands at the edge of a page that a form feed tells, with what pages repeat there.
  private func isNearPageEnd(_ index: Int) -> Bool {
    let (above, below) = (index - Self.linesAtEdge, index + Self.linesAtEdge + 1)
    return below >= lines.count || lines[max(0, above)...below].contains { $0.pageBefore }
  }

  private mutating func isNumberOfPage(_ line: Line) -> Bool {
    guard line.width <= 16, line.tabs == 0, !line.pipe,
      bytes[line.content.start..<line.content.end].contains(where: { $0.isDigit })
    else { return false }
    return furniture(of: line)?.kind == .pageNumber
  }

  /// Whether a line can be printed on every page: some words, no cells.
  private func mayRun(_ line: Line) -> Bool {
    line.width >= 12 && line.width < 120 && line.tabs == 0 && !line.pipe && !line.spaced
      && !line.startsLower && line.ending == .open
  }

  // MARK: Portals

  /// How many links make a web page.
  private static let links = 6

  /// Takes what a portal repeats between the lines and what follows the document.
  private mutating func takePortalLines() {
    guard folder.markdown, lines.count(where: { hasLink($0) }) >= PlanReader.links else { return }
    isWebPage = true
    let repeated = repeatedLabels()
    take { _, line, reader in
      line.width <= PlanReader.labelWidth && repeated.contains(reader.folder.fold(line.content))
        ? .portal : nil
    }
    guard let end = documentEnd() else { return }
    take { index, _, _ in index >= end ? .portal : nil }
  }

  /// How many characters a label of a portal has at most.
  private static let labelWidth = 32

  /// The short lines that come again and again: the label of a button behind each paragraph.
  private func repeatedLabels() -> Set<String> {
    var counts: [String: Int] = [:]
    for line in lines
    where line.width <= PlanReader.labelWidth && line.tabs == 0 && !line.pipe && !line.bare
      && !line.capitals && line.ending == .open
    {
      counts[folder.fold(line.content), default: 0] += 1
    }
    return Set(counts.filter { $0.value >= 6 }.keys)
  }

  /// The line after the last of the document, where nothing but links follows; `nil` when the
  /// document goes on to the end.
  private mutating func documentEnd() -> Int? {
    var last = lines.count - 1
    while last >= 0 {
      let line = lines[last]
      if !hasLink(line), !line.bare {
        if let marker = marker(tokens(line.content)), marker.family != .bullet { break }
        if endMeaning(line) != nil { break }
      }
      last -= 1
    }
    guard last >= 0, var end = lines[(last + 1)...].firstIndex(where: { hasLink($0) }),
      lines[end...].count(where: { hasLink($0) }) * 4 >= lines.count - end
    else { return nil }
    // "**Bạn chưa đăng nhập.**" belongs to the link below it.
    while end - 1 > last, lines[end - 1].bold || lines[end - 1].heading > 0 { end -= 1 }
    return end
  }

  /// Whether a link of markdown stands in a line: "](".
  private func hasLink(_ line: Line) -> Bool {
    var before: UInt8 = 0
    for byte in bytes[line.content.start..<line.content.end] {
      if before == UInt8(ascii: "]"), byte == UInt8(ascii: "(") { return true }
      before = byte
    }
    return false
  }

  // MARK: Taking

  /// Takes each line that `kind` names off the lines and tells it as furniture; the line below one
  /// that a page began or that numbered it begins a page.
  mutating func take(_ kind: (Int, Line, borrowing PlanReader) -> FurnitureKind?) {
    var kept: [Line] = []
    kept.reserveCapacity(lines.count)
    var found: [(FurnitureKind, Line)] = []
    var beginsPage = false
    for (index, line) in lines.enumerated() {
      if let kind = kind(index, line, self) {
        found.append((kind, line))
        beginsPage = beginsPage || line.pageBefore || kind == .pageNumber
      } else {
        kept.append(line)
        if beginsPage { kept[kept.count - 1].pageBefore = true }
        beginsPage = false
      }
    }
    guard !found.isEmpty else { return }
    lines = kept
    for (kind, line) in found {
      if kind != .portal { pages.edges.insert(line.number) }
      addFurniture(kind, trimmedRaw(line))
    }
  }
}
