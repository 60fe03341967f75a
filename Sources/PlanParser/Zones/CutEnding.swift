import PlanModel
import PlanText

/// Lines of an ending that a narrow cell cut: "KT." / "BỘ TRƯỞNG", "PHÓ" / "CHỦ TỊCH", "NGƯỜI LẬP KẾ" /
/// "HOẠCH", "Nơi" / "nhận:".
extension PlanReader {
  /// How many characters the first half of such a line has at most.
  private static let halfWidth = 24
  private static let wordWidth = 4
  /// How many characters a line has at most that says for whom one signs, and is cut.
  private static let bodyWidth = 40
  /// How many words of a broken name stand on its first line.
  private static let brokenName = 2...3

  /// Joins line `index` to the next where both are one line of an ending, which neither is alone; the
  /// next line holds both then.
  mutating func isCutEnding(at index: Int) -> Bool {
    isCutLabel(at: index) || isCutSignature(at: index) || isCutBody(at: index)
      || isCutPosition(at: index)
  }

  /// Whether two words on two lines name the recipients.
  private mutating func isCutLabel(at index: Int) -> Bool {
    let line = lines[index]
    guard line.width <= PlanReader.wordWidth, line.tabs == 0, index + 1 < lines.count,
      lines[index + 1].blanksBefore == 0, lines[index + 1].startsLower
    else { return false }
    let joined = ByteSpan(line.content.start, lines[index + 1].content.end)
    let words = tokens(joined).prefix { $0.kind == .syllable }
    guard words.count == 2, lineMatch(.recipients, tokens(joined)) != nil else { return false }
    join(index, joined)
    return true
  }

  /// Whether a line says for whom one signs, and the line below has the last word of its name.
  ///
  /// The word is in capitals, alone above the position: "TM. BCH ĐOÀN" / "PHƯỜNG" / "BÍ THƯ".
  private mutating func isCutBody(at index: Int) -> Bool {
    let line = lines[index]
    guard index + 2 < lines.count, line.capitals, line.width <= PlanReader.bodyWidth,
      line.tabs == 0
    else { return false }
    let (rest, below) = (lines[index + 1], lines[index + 2])
    guard rest.capitals, rest.blanksBefore == 0, rest.tabs == 0, below.capitals,
      below.blanksBefore == 0
    else { return false }
    let words = tokens(rest.content)
    guard words.count == 1, words[0].kind == .syllable,
      // "PHÓ" / "CHỦ TỊCH" is cut itself.
      lineMatch(.cutSignature, words) == nil, lineMatch(.authority, tokens(line.content)) != nil,
      lineMatch(.position, tokens(line.content)) == nil, endMeaning(rest) == nil
    else { return false }
    let meaning = endMeaning(below)
    guard meaning == .position || meaning == .authority else { return false }
    join(index, ByteSpan(line.content.start, rest.content.end))
    return true
  }

  /// Whether two lines above a person's name are one position, and neither says anything alone.
  private mutating func isCutPosition(at index: Int) -> Bool {
    let line = lines[index]
    guard index + 2 < lines.count, line.capitals, line.width <= PlanReader.halfWidth,
      isOneCell(line), !line.pipe
    else { return false }
    let rest = lines[index + 1]
    guard rest.capitals, rest.blanksBefore == 0, rest.width <= PlanReader.halfWidth,
      isOneCell(rest), !rest.pipe, endMeaning(line) == nil, endMeaning(rest) == nil
    else { return false }
    let joined = ByteSpan(line.content.start, rest.content.end)
    guard lineMatch(.position, tokens(joined)) != nil, isPerson(lines[index + 2].content) else {
      return false
    }
    join(index, joined)
    return true
  }

  /// Whether a cell is the last word of a name that the line right above it broke off: "Phùng Văn" /
  /// "Khiêm".
  mutating func endsName(_ cell: ByteSpan, _ tokens: [Token], _ ending: inout Ending) -> Bool {
    guard tokens.count == 1, tokens[0].kind == .syllable, tokens[0].shape.contains(.capitalized),
      let place = ending.signers.indices.last, ending.signers[place].finished == nil,
      let name = ending.signers[place].name, name.end < cell.start,
      lines[ending.line].blanksBefore == 0, isOneCell(lines[ending.line]),
      Blank.trim(bytes, ByteSpan(name.end, cell.start)).isEmpty,
      PlanReader.brokenName.contains(self.tokens(name).count)
    else { return false }
    ending.signers[place].name = name.union(cell)
    return true
  }

  /// Lets the line below line `index` hold both.
  private mutating func join(_ index: Int, _ joined: ByteSpan) {
    let blanks = lines[index].blanksBefore
    lines[index + 1] = LineReader.piece(
      of: lines[index + 1], from: joined.start, to: joined.end, bytes)
    lines[index + 1].blanksBefore = blanks
  }

  private mutating func isCutSignature(at index: Int) -> Bool {
    let line = lines[index]
    guard line.width <= PlanReader.halfWidth, index + 1 < lines.count, line.tabs == 0,
      lines[index + 1].blanksBefore == 0, lines[index + 1].capitals, lines[index + 1].tabs == 0,
      let half = lineMatch(.cutSignature, tokens(line.content)),
      lineMatch(.authority, tokens(lines[index + 1].content)) == nil
    else { return false }
    // "TM. HỘI ĐỒNG" / "CHỦ TỊCH": whom one signs for, and as what.
    if value("form", of: half) == "body",
      lineMatch(.position, tokens(lines[index + 1].content)) != nil
    {
      return false
    }
    let joined = ByteSpan(line.content.start, lines[index + 1].content.end)
    let words = tokens(joined)
    guard lineMatch(.authority, words) != nil || lineMatch(.position, words) != nil else {
      return false
    }
    join(index, joined)
    return true
  }
}
