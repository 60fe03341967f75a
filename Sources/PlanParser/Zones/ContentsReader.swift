import PlanModel
import PlanText

/// A table of contents (mục lục): it repeats the headings, and is furniture.
extension PlanReader {
  /// How many lines a table of contents may have.
  private static let contentsLines = 400
  /// How many lines a table of contents that no line names is looked for in, and its headings below.
  private static let headingReach = 2_000

  /// The line after the table of contents that begins at line `start`; `nil` when none does.
  mutating func contents(from start: Int) -> Int? {
    guard !readsContents else { return nil }
    let next: Int?
    if lines[start].width < 40, lineMatch(.contents, tokens(lines[start].content)) != nil {
      readsContents = true
      next = numberedEntries(from: start + 1, named: true) ?? repeatedLabel(from: start)
    } else {
      next = unnamedContents(from: start)
    }
    guard let next else { return nil }
    for line in lines[start..<next] {
      addFurniture(isPageNumber(line) ? .pageNumber : .label, trimmedRaw(line))
    }
    return next
  }

  // MARK: Entries with their pages

  /// The line after the last entry that tells its page: text and headings follow without one.
  private mutating func numberedEntries(from start: Int, named: Bool) -> Int? {
    var end: Int?
    var count = 0
    var unnumbered = 0
    var first: ByteSpan?
    for index in start..<min(lines.count, start + PlanReader.contentsLines) {
      let line = lines[index]
      if let entry = contentsEntry(line, named: named) {
        if first == nil { first = entry }
        (count, end, unnumbered) = (count + 1, index + 1, 0)
        continue
      }
      if furniture(of: line) != nil { continue }
      unnumbered += 1
      // A long heading stands on two lines, the last of which tells the page.
      if unnumbered > 2 || line.table > 0 || line.ending == .colon || line.ending == .semicolon
        || line.pageBefore && count > 0 || lineMatch(.preamble, tokens(line.content)) != nil
        || first.map({ isHeading(line, of: $0) }) ?? false
      {
        break
      }
    }
    return count >= 2 ? end : nil
  }

  /// The heading of a line that tells at its end, behind a TAB or dots, on which page it stands;
  /// below the name of a table of contents a blank is enough.
  private mutating func contentsEntry(_ line: Line, named: Bool) -> ByteSpan? {
    let (start, end) = (line.content.start, line.content.end)
    guard line.table == 0, !line.pipe, end - start >= 6 else { return nil }
    var digits = end
    while digits > start, bytes[digits - 1].isDigit { digits -= 1 }
    guard digits < end, end - digits <= 3, bytes[digits] != 48 else { return nil }
    var leader = digits
    var dots = 0
    var blanks = 0
    var hasTab = false
    while leader > start {
      switch bytes[leader - 1] {
      case 0x2E, 0x5F: dots += 1
      case 0xA6 where leader > start + 2 && bytes[leader - 3] == 0xE2 && bytes[leader - 2] == 0x80:
        dots += 3
        leader -= 2
      case 0x20: blanks += 1
      case 0x09: hasTab = true
      default:
        guard
          hasTab || dots > 2 || blanks > 2
            || named && blanks > 0 && marker(tokens(line.content)) != nil
        else { return nil }
        return ByteSpan(start, leader)
      }
      leader -= 1
    }
    return nil
  }

  /// Whether a line is the heading that an entry repeats.
  private func isHeading(_ line: Line, of entry: ByteSpan) -> Bool {
    line.content.count < entry.count + 8
      && foldedKey(bytes[line.content.start..<line.content.end])
        == foldedKey(bytes[entry.start..<entry.end])
  }

  /// The line after entries that no line names: two or more with their pages, the first of which
  /// stands again as a heading below.
  private mutating func unnamedContents(from start: Int) -> Int? {
    guard start + 1 < lines.count, start < PlanReader.headingReach, lines[start].table == 0,
      let entry = contentsEntry(lines[start], named: false),
      contentsEntry(lines[start + 1], named: false) != nil
    else { return nil }
    readsContents = true
    guard let end = numberedEntries(from: start, named: false),
      lines[end...].prefix(PlanReader.headingReach).contains(where: { isHeading($0, of: entry) })
    else { return nil }
    return end
  }

  // MARK: Entries without pages

  /// The line at which the label of the first entry stands again, or that of the legal basis above
  /// it: there the text begins.
  private mutating func repeatedLabel(from start: Int) -> Int? {
    let limit = min(lines.count, start + PlanReader.contentsLines)
    var first: (family: Marker.Family, label: [UInt8])?
    var basis: Int?
    for index in (start + 1)..<max(limit, start + 1) {
      let tokens = tokens(lines[index].content)
      guard let marker = marker(tokens), marker.family != .bullet else {
        if basis == nil, first != nil, lineMatch(.preamble, tokens) != nil { basis = index }
        continue
      }
      let label = bytes[marker.label.start..<marker.label.end]
      let entry = (family: marker.family, label: foldedKey(label))
      guard let known = first else {
        first = entry
        continue
      }
      if known == entry { return basis ?? index }
      basis = nil
    }
    return nil
  }
}
