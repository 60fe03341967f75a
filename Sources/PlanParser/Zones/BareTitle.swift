import PlanModel
import PlanText

/// The title of a document in which no line names the kind: portals leave it out, and the symbol
/// of the number tells it, or the document is of no kind ("LỊCH KIỂM TRA").
extension PlanReader {
  /// How many characters a line in capitals has at least that is a title.
  private static let leastTitle = 12

  /// Reads the title between the number and the text; the result is the line after it.
  mutating func bareTitle(from start: Int) -> Int {
    let header = plan.header
    let isNumbered = header.number.status != .absent
    guard isNumbered || header.date.status != .absent, header.title.status == .absent else {
      return start
    }
    var first = start
    while first < lines.count, furniture(of: lines[first]) != nil { first += 1 }
    // Under a date alone only capitals tell a title: "LỊCH KIỂM TRA ĐỊNH KỲ".
    guard first < lines.count, isNumbered || lines[first].capitals, isBareTitle(at: first) else {
      return start
    }
    for line in lines[start..<first] { take(furniture: line) }
    var pieces: [ByteSpan] = []
    let next = titleLines(from: first, &pieces)
    take(title: pieces)
    return lateHead(from: note(from: next))
  }

  /// Whether line `index` is a title: a line in capitals that names no body and opens no unit, or
  /// one without end mark right above the text.
  private mutating func isBareTitle(at index: Int) -> Bool {
    let line = lines[index]
    guard line.tabs == 0, !line.pipe, !line.ended, !line.startsLower, line.width < 400,
      line.width >= PlanReader.leastTitle, line.capitals || !opensPreamble(at: index)
    else { return false }
    let tokens = tokens(line.content)
    guard marker(tokens) == nil, lineMatch(.decision, tokens) == nil, !isLatePart(line),
      !isLateBody(line), endMeaning(line) == nil, lineMatch(.closing, tokens) == nil
    else { return false }
    if line.capitals { return true }
    guard line.width < 200, let next = titleEnd(from: index) else { return false }
    return opensPreamble(at: next)
  }

  /// The line after a title whose lines stand one under another; `nil` at the end of the text.
  ///
  /// "Tham mưu triển khai" / "Kế hoạch số 83-KH/TU của" / "Ban Thường vụ Tỉnh ủy" / "Kính gửi:".
  private mutating func titleEnd(from index: Int) -> Int? {
    var next = index + 1
    while next < lines.count, next < index + PlanReader.titleLines, lines[next].blanksBefore == 0,
      lines[next].width < 60, !lines[next].ended, !opensPreamble(at: next),
      marker(tokens(lines[next].content)) == nil
    {
      next += 1
    }
    guard next < lines.count, next == index + 1 || lines[next].blanksBefore > 0 else { return nil }
    return next
  }

  /// How many lines a title under the number has at most.
  private static let titleLines = 6

  /// How many words may stand in a title before a kind that it names.
  private static let titleWords = 40

  /// Whether a kind is a word of a title, which opens its line as titles do: "VỀ VIỆC BAN HÀNH KẾ
  /// HOẠCH …", "PHÊ DUYỆT ĐỀ ÁN …".
  mutating func isInTitle(_ match: RuleMatch, _ tokens: [Token]) -> Bool {
    var start = match.start
    while start > 0, isOnLine(tokens[start - 1], tokens[start]) {
      start -= 1
      if match.start - start > PlanReader.titleWords { return false }
    }
    guard start < match.start else { return false }
    return lineMatch(.titleOpener, Array(tokens[start..<match.start])) != nil
  }

  /// Whether two tokens stand on one line and in one cell.
  func isOnLine(_ left: Token, _ right: Token) -> Bool {
    left.end <= right.start && left.kind == .syllable
      && bytes[Int(left.end)..<Int(right.start)].allSatisfy { $0 == 0x20 }
      && right.start - left.end < 3
  }
}
