import PlanModel
import PlanText

/// Endings that stand in a form which other lines have too: a label behind a mark, a table of those
/// who sign; and what only looks like an ending, in a form that an appendix gives.
extension PlanReader {
  /// How many characters the label of the recipients has at most, marks and all.
  private static let markedLabelWidth = 24
  /// Within how many lines below their label the recipients end with the one that files.
  private static let filingReach = 30
  /// How many rows a table of those who sign has at most.
  private static let signingRows = 8
  /// How many rows without text stand above the first one of those who sign at most.
  private static let mostBareRows = 3
  /// How many lines below the label of the recipients a person signs at most.
  private static let signerReach = 40

  /// Whether line `index` is the label of the recipients behind a mark or numeral, which is taken
  /// off then.
  ///
  /// A list that ends with the one that files stands below: "* Nơi nhận:", "III. NƠI NHẬN".
  mutating func isMarkedLabel(at index: Int) -> Bool {
    let line = lines[index]
    guard line.width <= PlanReader.markedLabelWidth, line.tabs == 0, !line.pipe,
      index + 1 < lines.count
    else { return false }
    let words = tokens(line.content)
    var start = 0
    if let marker = marker(words) {
      start = words.firstIndex { Int($0.start) >= marker.textStart } ?? words.count
    }
    while start < words.count, words[start].kind == .mark { start += 1 }
    // A stroke before the label is the border of a cell.
    guard start > 0, start < words.count,
      !words[..<start].contains(where: { markers.scalar($0) == 0x7C })
    else { return false }
    var end = words.count
    while end > start, words[end - 1].kind == .mark, markers.scalar(words[end - 1]) != 0x3A {
      end -= 1
    }
    let label = Array(words[start..<end]).filter { markers.scalar($0) != 0x2A }
    guard label.count <= 3, lineMatch(.recipients, label) != nil, endsInFiling(below: index) else {
      return false
    }
    let place = Int(words[start].start)
    addFurniture(.label, Blank.trim(bytes, ByteSpan(line.content.start, place)))
    let blanks = line.blanksBefore
    lines[index] = LineReader.piece(of: line, from: place, to: line.content.end, bytes)
    lines[index].blanksBefore = blanks
    return true
  }

  private mutating func endsInFiling(below index: Int) -> Bool {
    for line in lines[(index + 1)...].prefix(PlanReader.filingReach) {
      if line.width > 160 { return false }
      for cell in endCells(line) where lineMatch(.archive, tokens(cell)) != nil { return true }
    }
    return false
  }

  /// Whether the rows of markdown from line `index` on are the last of the document and hold nobody
  /// but those who sign: positions in the first row, names in the last or behind the positions.
  mutating func signsInTable(at index: Int) -> Bool {
    guard lines[index].pipe, opensRows(at: index),
      lines.count - index <= PlanReader.signingRows * 2
    else { return false }
    var rows: [[ByteSpan]] = []
    for line in lines[index...] {
      if !line.pipe {
        guard furniture(of: line) != nil else { return false }
        continue
      }
      if !line.bare { rows.append(endCells(line)) }
    }
    guard let first = rows.first, !first.isEmpty, first.count <= 4,
      rows.count <= PlanReader.signingRows
    else { return false }
    // "HIỆU TRƯỞNG<br><br>Trần Văn Sơn" holds both.
    if rows.count == 1 {
      let signers = first.drop { namesReceivers($0) }
      return !signers.isEmpty && signers.allSatisfy { nameBehindPost(of: $0) != nil }
    }
    guard
      first.allSatisfy({ signs(tokens($0)) || lineMatch(.plainPosition, tokens($0)) != nil }),
      let last = rows.last, !last.isEmpty, last.count <= first.count
    else { return false }
    return last.allSatisfy { isSigner(tokens($0)) }
  }

  /// Whether no row of markdown with text stands right above line `index`: rules and a row without text
  /// may.
  private func opensRows(at index: Int) -> Bool {
    for place in stride(from: index, through: max(0, index - PlanReader.mostBareRows), by: -1) {
      if place == 0 || !lines[place - 1].pipe || lines[place].blanksBefore > 0 { return true }
      guard lines[place - 1].bare else { return false }
    }
    return false
  }

  /// Whether recipients or an authority at line `index` of an appendix belong to a form that it
  /// gives: the ending of the document was read and signed, and nobody's name stands below them.
  mutating func isEndOfForm(at index: Int) -> Bool {
    guard plan.signatures.contains(where: { $0.name != nil }) else { return false }
    for next in index..<min(lines.count, index + PlanReader.signerReach) {
      if next > index, startsAppendix(at: next, nil) || letterhead(at: next) != nil { break }
      for cell in endCells(lines[next]) {
        let words = tokens(cell)
        if isPerson(cell) || phrases(words).contains(where: { meaning($0) == .signed }) {
          return false
        }
        if let name = words.firstIndex(where: { $0.kind == .syllable && !$0.shape.contains(.upper) }
        ),
          name > 1, signs(words), isName(Array(words[name...]))
        {
          return false
        }
      }
    }
    return true
  }
}
