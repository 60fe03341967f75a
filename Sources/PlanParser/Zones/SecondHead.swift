import PlanModel
import PlanText

/// What stands behind the ending of a document: the head of an attached plan, an appendix without
/// a label, or no part of it.
extension PlanReader {
  /// How many lines of an attached document are looked at.
  private static let headReach = 12

  /// Takes the bodies, the motto, the number and the date that stand above an attached plan; the
  /// result is the line after them.
  mutating func secondHead(from start: Int) -> Int {
    let end = min(lines.count, start + PlanReader.headReach)
    var index = start
    var taken: [(FurnitureKind, ByteSpan)] = []
    var hasMotto = false
    var issuers: [String] = []
    while index < end {
      let line = lines[index]
      if let (kind, _) = furniture(of: line) {
        taken.append((kind, trimmedRaw(line)))
      } else if let motto = motto(at: index) {
        hasMotto = true
        taken += lines[motto].map { (.motto, $0.content) }
        index = motto.upperBound - 1
      } else if isIssuer(line) || isLetterhead(line) {
        taken.append((.runningHeader, line.content))
        if isIssuer(line) { issuers.append(folder.fold(line.content)) }
      } else {
        break
      }
      index += 1
    }
    // "UBND TỈNH HOÀI LAM" / "SỞ XÂY DỰNG" once more above the title of an appendix.
    let head = [plan.header.superior.text, plan.header.issuer.text].compactMap { $0 }
    let repeats = !head.isEmpty && issuers.joined(separator: " ") == head.joined(separator: " ")
    guard index < lines.count,
      hasMotto || repeats && taken.count >= head.count && !startsAppendix(at: index, nil)
    else { return start }
    for (kind, span) in taken { addFurniture(kind, span) }
    return index
  }

  /// How many lines the issuer has at most above the motto of an attached plan.
  private static let issuerLines = 3

  /// Whether the head of an attached plan opens at line `start`: the issuer again, and the motto
  /// below.
  mutating func opensSecondHead(at start: Int) -> Bool {
    var index = start
    while index < min(lines.count, start + PlanReader.issuerLines), isIssuer(lines[index]) {
      index += 1
    }
    guard index > start else { return false }
    while index < lines.count, lines[index].bare { index += 1 }
    return index < lines.count && motto(at: index, opening: true) != nil
  }

  /// The line or the two lines of the motto that stands at line `index`: a narrow column cuts its
  /// last word off.
  private mutating func motto(at index: Int, opening: Bool = false) -> Range<Int>? {
    let line = lines[index]
    guard line.width <= 160 else { return nil }
    let found = phrases(tokens(line.content), startingBefore: opening ? 1 : Int.max)
    if found.contains(where: { meaning($0) == .motto }) { return index..<index + 1 }
    guard index + 1 < lines.count, line.capitals, lines[index + 1].capitals,
      lines[index + 1].width < 16, lines[index + 1].blanksBefore == 0
    else { return nil }
    let whole = tokens(line.content.union(lines[index + 1].content))
    return phrases(whole, startingBefore: 1).contains { meaning($0) == .motto }
      ? index..<index + 2 : nil
  }

  /// Whether a line of an attached plan's own head names a body in capitals, or is its number or
  /// its date.
  private mutating func isLetterhead(_ line: Line) -> Bool {
    guard line.tabs == 0, !line.pipe, line.width < 60 else { return false }
    return phrases(tokens(line.content), startingBefore: 1).contains { match in
      switch meaning(match) {
      case .number, .placeDate: return true
      case .organisation: return line.capitals
      default: return false
      }
    }
  }

  /// Whether a line in capitals names a body of the document's head.
  private func isIssuer(_ line: Line) -> Bool {
    guard line.capitals, line.tabs == 0, line.width >= 4 else { return false }
    let text = folder.fold(line.content)
    let (superior, issuer) = (plan.header.superior.text, plan.header.issuer.text)
    if superior.map({ Self.holds($0, text) }) == true
      || issuer.map({ Self.holds($0, text) }) == true
    {
      return true
    }
    // "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …": the two on one line.
    return superior != nil && [superior, issuer].compactMap { $0 }.joined(separator: " ") == text
  }

  /// Whether a part stands in a text, byte by byte: both are canonical.
  private static func holds(_ text: String, _ part: String) -> Bool {
    let (text, part) = (text.utf8.span, part.utf8.span)
    guard !part.isEmpty, part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { start in
      part.indices.allSatisfy { text[start + $0] == part[$0] }
    }
  }

  /// Whether what begins at line `start` can be an appendix without a label: a title in capitals,
  /// a note, a numbered unit or a table stands there.
  mutating func mayBeAppendix(at start: Int) -> Bool {
    if !lines[start].capitals, isPerson(lines[start].content) { return false }
    for index in start..<min(lines.count, start + PlanReader.headReach) {
      let line = lines[index]
      if line.width > 160 || line.tabs > 1 || line.pipe { return true }
      if line.capitals || line.bold || line.heading > 0, line.width >= 8, !isWebPage { return true }
      let tokens = tokens(line.content)
      if let marker = marker(tokens), marker.family != .bullet { return true }
      if lineMatch(.note, tokens) != nil || spacedHead(at: index) != nil { return true }
      if phrases(tokens).contains(where: { meaning($0) == .kind }) { return true }
    }
    return false
  }
}
