import PlanModel
import PlanText

/// Where the ending of a document begins: its recipients (nơi nhận) or signatures (chữ ký).
extension PlanReader {
  /// What of the ending a line begins with; `nil` when it is none of it.
  mutating func endMeaning(_ line: Line) -> Meaning? {
    guard !line.pipe || isLoneCell(line) else { return nil }
    var found: Meaning?
    if isOneCell(line) { return endMeaning(of: unmarked(line.content), line, &found) ?? found }
    let cells = endCells(line)
    if namesColumns(of: cells) { return nil }
    for cell in cells {
      if let sure = endMeaning(of: cell, line, &found) { return sure }
    }
    return found
  }

  /// Whether cells name the columns of a table, the first of which numbers its rows: "TT | Tên hàng |
  /// Nơi nhận".
  private mutating func namesColumns(of cells: [ByteSpan]) -> Bool {
    guard cells.count > 2, cells[0].count < 16 else { return false }
    // "TUẦN | THỜI GIAN | NỘI DUNG | NGƯỜI THỰC HIỆN": most cells name columns and sign nothing.
    let named = cells.count { columnCount([$0]) > 0 && !signs(tokens($0)) }
    if named > 1, named * 2 >= cells.count { return true }
    return lineMatches(tokens(cells[0])).contains {
      meaning($0) == .column && value("column", of: $0) == "ordinal"
    }
  }

  /// Whether the cells of line `index` stand above rows of a table, in whose first cells numbers
  /// stand and nobody's name: "NỘI DUNG CÔNG VIỆC | NGƯỜI THỰC HIỆN | THỜI GIAN".
  private mutating func headsRows(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.tabs > 0, index + 1 < lines.count else { return false }
    let next = lines[index + 1]
    guard next.blanksBefore == 0, next.tabs > 0 || line.table > 0, next.table == line.table else {
      return false
    }
    let cells = endCells(next)
    guard let first = cells.first else { return false }
    let words = tokens(first)
    // "I. CÔNG TÁC CHUẨN BỊ" heads rows.
    if let marker = marker(words) { return [.roman, .number, .dotted].contains(marker.family) }
    guard !isSignature(first) else { return false }
    if words.count == 1, markers.number(words) == 1 { return true }
    return line.table > 0 && index + 2 < lines.count && lines[index + 2].table == line.table
      && !cells.contains { isPerson($0) || signs(tokens($0)) }
  }

  /// What of the ending a cell surely begins with; what it may be is `found` where none was before.
  private mutating func endMeaning(
    of cell: ByteSpan, _ line: Line, _ found: inout Meaning?
  ) -> Meaning? {
    let tokens = tokens(cell)
    for match in lineMatches(tokens) {
      switch meaning(match) {
      case .recipients: return .recipients
      case .authority: return .authority
      case .position where found == nil: found = .position
      default: continue
      }
    }
    if found == nil, isSigned(tokens) { found = .position }
    // "… (để báo cáo); KT. GIÁM ĐỐC": the left column and the right on one line.
    if found == nil, line.width < 160, !line.capitals, let last = tokens.last,
      last.shape.contains(.upper), signatureStart(tokens) != nil
    {
      found = .authority
    }
    return nil
  }

  /// Whether a zone ends before line `index`: the ending, or an appendix, begins there.
  mutating func endsZone(at index: Int, _ zone: Zone, appendix: Bool) -> Bool {
    let line = lines[index]
    guard line.width < 400 || line.tabs > 0 || namesRecipients(line) else { return false }
    // An appendix may stand alone.
    let alone = plan.header.kind.status == .absent && plan.header.number.status == .absent
    if !zone.drafts.isEmpty || appendix || alone, startsAppendix(at: index, zone) { return true }
    // A page that begins with the recipients.
    guard let last = zone.drafts.indices.last else {
      return !appendix && alone && namesRecipients(line)
    }
    if isMarkedLabel(at: index) || !appendix && signsInTable(at: index) { return true }
    if !appendix, signsBelow(index) || signsPlainly(at: index) { return true }
    if zone.drafts[last].ending == .stop
      || zone.drafts[last].marker == nil && closes(plan: zone.drafts[last]),
      listsRecipients(at: index)
        || (!appendix && (signsByForm(at: index) || signsSideBySide(index)))
    {
      return true
    }
    if !appendix, zone.drafts[last].ending == .stop, signsAlone(at: index) { return true }
    switch endMeaning(line) {
    case .recipients, .authority: return !appendix || !isEndOfForm(at: index)
    case .position: return !appendix && !headsRows(index) && namesSigner(after: index)
    default: return false
    }
  }

  /// Whether a line opens with the label of the recipients and its colon; all of them may follow.
  private mutating func namesRecipients(_ line: Line) -> Bool {
    let tokens = tokens(line.content).drop { $0.kind == .mark }
    guard let colon = tokens.prefix(4).firstIndex(where: { markers.scalar($0) == 0x3A }) else {
      return false
    }
    return lineMatch(.recipients, Array(tokens[...colon])) != nil
  }

  /// Whether a draft without a marker begins as the last paragraph of a plan does.
  private mutating func closes(plan draft: Draft) -> Bool {
    guard let first = draft.pieces.first else { return false }
    return lineMatch(.closing, tokens(first)) != nil
  }

  /// Whether a person's name follows a position: the line is a signature.
  mutating func namesSigner(after index: Int) -> Bool {
    let line = lines[index]
    if line.tabs > 0 { return true }
    // "HIỆU TRƯỞNG Trần Văn Sơn": position and name on one line.
    let words = tokens(line.content)
    // "CHỦ TỊCH (Đã ký) Trần Văn Sơn".
    if isSigned(words) || phrases(words).contains(where: { meaning($0) == .signed }) { return true }
    if let first = words.firstIndex(where: { !$0.shape.contains(.upper) }), first > 0,
      words[first...].count <= 6, !line.ended, isName(Array(words[first...]))
    {
      return true
    }
    for next in lines[(index + 1)...].prefix(3) {
      if furniture(of: next) != nil { continue }
      let tokens = tokens(next.content)
      if isRank(tokens) { continue }
      // "PHÊ DUYỆT CỦA SỞ TÀI" / "CHÍNH" / "TRƯỞNG PHÒNG": the last words take a line of their own.
      if next.number == line.number + 1, line.capitals, next.capitals, next.blanksBefore == 0,
        isOneCell(next), tokens.count <= 4, endMeaning(next) == nil
      {
        continue
      }
      if lineMatch(.signed, tokens) != nil { return true }
      if endMeaning(next) != nil { return true }
      return isSigner(tokens)
    }
    return false
  }

  /// How many lines the last paragraph of an appendix has at most.
  private static let lastLines = 8

  /// Whether line `index` opens the paragraph that closes a plan which is an appendix: "Trong quá
  /// trình thực hiện …" with no unit below it.
  mutating func appendix(_ zone: Zone, closesAt index: Int, _ tokens: [Token]) -> Bool {
    guard zone.isAppendix, !zone.outline.isEmpty, lineMatch(.closing, tokens) != nil else {
      return false
    }
    for next in lines.indices[(index + 1)...].prefix(PlanReader.lastLines) {
      let line = lines[next]
      if furniture(of: line) != nil { continue }
      if endsZone(at: next, zone, appendix: true) { return true }
      if line.tabs > 0 || marker(self.tokens(line.content)) != nil { return false }
    }
    return index + PlanReader.lastLines >= lines.count - 1
  }
}
