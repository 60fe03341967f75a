import PlanModel
import PlanText

/// Headings run together with text: "… như sau: I. MỤC ĐÍCH, YÊU CẦU 1. Mục đích - Huy động …".
///
/// A document whose paragraphs were poured into one another has lines that mean nothing; its
/// units are cut out at the markers that continue a sequence, and its lines join.
extension PlanReader {
  /// Cuts the lines from `start` on at the units inside them, when the document is poured.
  mutating func cutPoured(from start: Int) {
    guard start < lines.count else { return }
    // Lines that hold a run of labels are poured, be they short; their ends mean something then.
    let hasRuns = !mayBePoured(from: start)
    if hasRuns, !holdsLabelRun(from: start) { return }
    var cutter = PouredCutter()
    var cuts = 0
    // Those of them that stand inside of lines.
    var inner: [Int] = []
    var window = TokenWindow(
      ByteSpan(lines[start].content.start, lines[lines.count - 1].content.end))
    var index = window.move(to: 0, &self)
    cutter.names = dashedNames(window)
    var row = start
    while true {
      let left = window.move(to: index, &self)
      index -= left
      cutter.leave(left)
      guard index < window.tokens.count else { break }
      defer { index += 1 }
      let tokens = window.tokens
      let offset = Int(tokens[index].start)
      while row + 1 < lines.count, lines[row + 1].content.start <= offset { row += 1 }
      // The cells of a table are no running text.
      if isRow(lines[row]) { continue }
      let begins = lines[row].content.start == offset
      if let next = cutter.titleParts.first {
        // "PHỤ LỤC I DANH MỤC": within a title no unit opens.
        if index < next { continue }
        cuts += 1
        if !begins { inner.append(offset) }
        cutter.lastCut = index
        cutter.titleParts.removeFirst()
        // The text behind a note may begin with a unit.
        if index == cutter.textStart { _ = opens(tokens, index, begins: true, &cutter) }
        continue
      }
      guard tokens[index].shape.contains(.spaced), offset >= cutter.labelEnd,
        begins || closes(tokens, index, cutter) || breaksOff(tokens, index)
          || repeats(tokens, index, cutter) || headsListBehindTitle(tokens, index, cutter)
          || isBesides(tokens, index, cutter) || decides(tokens, index)
          || opensAppendix(tokens, index) || namesRecipients(tokens, index)
      else { continue }
      if begins || mayOpen(tokens, index), opens(tokens, index, begins: begins, &cutter) {
        // The ending of a short document has as many lines as its text.
        if !hasRuns || !cutter.hasEnded || !begins { cuts += 1 }
        if !begins { inner.append(offset) }
        cutter.lastCut = index
        cutter.isBullet = isBullet(tokens[index])
        cutter.opening = opening(tokens, behind: index)
      }
    }
    let isShort = lines.count - start <= 3
    guard inner.count >= 3 || (inner.count > 0 && isShort),
      inner.count * 2 > cuts || isShort && inner.count * 2 == cuts
    else {
      if hasRuns {
        lines = lines.enumerated().flatMap { row, line in
          row >= start && holdsLabelRun(line) ? cut(line, at: inner) : [line]
        }
      }
      return
    }
    isPoured = !hasRuns
    lines = Array(lines[..<start]) + lines[start...].flatMap { cut($0, at: inner) }
  }

  /// Whether lines or head suggest a poured document; most documents are told by this alone.
  private func mayBePoured(from start: Int) -> Bool {
    if let kind = plan.header.kind.span, !lines.contains(where: { $0.content.start == kind.start }),
      lines[..<min(lines.count, start + 2)].allSatisfy({ $0.tabs == 0 })
    {
      return true
    }
    var markers = 0
    var long = 0
    for line in lines[start...] {
      if line.width > 1_500 { long += 1 }
      let first = bytes[line.content.start]
      let numbered =
        first < 0x80
        && bytes[line.content.start..<min(line.content.end, line.content.start + 6)]
          .contains { $0 == 0x2E || $0 == 0x29 }
      if numbered || begins(bullet: line.content) { markers += 1 }
    }
    return long > 0 || (markers < 3 && lines.count - start < 400)
  }

  /// Whether what stands before a token can end a unit: a closing mark, or a short heading.
  private func closes(_ tokens: [Token], _ index: Int, _ cutter: PouredCutter) -> Bool {
    guard index > 0 else { return true }
    let before = tokens[index - 1]
    if before.kind == .mark {
      switch markers.scalar(before) {
      case 0x2E, 0x3B, 0x3A, 0x2F, 0x201D, 0x22, 0x29, 0x5D, 0x2026, 0x21, 0x3F: return true
      default: return false
      }
    }
    if before.shape.contains(.upper), tokens[max(0, index - 2)].shape.contains(.upper) {
      return true
    }
    // "… năm 2026 CHỦ TỊCH": a position below the date.
    if isYear(tokens, before: index), tokens[index].shape.contains(.upper) { return true }
    return index - cutter.lastCut <= 16
  }

  /// Whether a number or letter may open a unit although no mark that ends a sentence stands
  /// before it.
  ///
  /// "… tại các thôn II. PHẠM VI", "… ngày 28/12/2031 b) Đào tạo".
  private func breaksOff(_ tokens: [Token], _ index: Int) -> Bool {
    let token = tokens[index]
    guard index > 0,
      token.kind == .number || token.shape.contains(.roman)
        || token.shape.contains(.single)
    else { return false }
    let window = Array(tokens[index..<min(tokens.count, index + 8)])
    guard let marker = markers.read(window),
      marker.style == 0x2E || (marker.family == .lower && marker.style == 0x29)
        || marker.family == .dotted && marker.style == 0,
      let text = window.first(where: { Int($0.start) >= marker.textStart }),
      text.shape.contains([.spaced, .capitalized])
    else { return false }
    let before = tokens[index - 1]
    switch before.kind {
    case .mark: return markers.scalar(before) == 0x25
    case .number:
      // Behind a count a number may be one of a sum; behind a year it is not.
      return marker.family != .number || isYear(tokens, before: index)
    case .syllable: return true
    }
  }

  /// Whether a number belongs to the word before it.
  ///
  /// "Hạng mục 1: Mua sắm …", "khoản 2. Việc …"; but "… của các lớp III. TỔ CHỨC THỰC HIỆN":
  /// nobody counts in capitals.
  private mutating func isCounted(
    _ tokens: [Token], _ index: Int, _ marker: Marker, _ text: Token?
  ) -> Bool {
    guard index > 0, tokens[index - 1].kind == .syllable, marker.rule == nil,
      marker.family != .bullet
    else { return false }
    if marker.style == 0x3A { return true }
    // "… em/30 lớp 1/ Thuận lợi", "… triệu đồng/năm 3. Tỷ lệ …": no number follows such a word.
    if marker.style == 0x2F, text?.shape.contains(.capitalized) == true { return false }
    if index > 1, markers.scalar(tokens[index - 2]) == 0x2F { return false }
    if marker.family == .roman, let text, text.shape.contains(.upper),
      !text.shape.contains(.single), !tokens[index - 1].shape.contains(.upper)
    {
      return false
    }
    return lineMatch(.counted, [tokens[index - 1]]) != nil
  }

  /// Whether a mark ends a clause before a token: "…: - 100% thôn", but not "giai đoạn 2021 - 2025".
  private func endsClause(_ tokens: [Token], before index: Int) -> Bool {
    guard index > 0, tokens[index - 1].kind == .mark else { return false }
    switch markers.scalar(tokens[index - 1]) {
    case 0x2E, 0x3A, 0x3B, 0x2026, 0x21, 0x3F: return true
    default: return false
    }
  }

  /// Whether the second of some dotted numbers follows the first one.
  ///
  /// "2.1. …" before "2.2. …".
  private func goesOn(_ marker: Marker, _ tokens: [Token], _ index: Int) -> Bool {
    guard marker.family == .dotted, marker.values.count == 2, marker.value == 1 else {
      return false
    }
    let reach = (index + 3)..<max(index + 3, min(tokens.count - 2, index + Self.siblingReach))
    return reach.contains { place in
      tokens[place].kind == .number && tokens[place].shape.contains(.spaced)
        && markers.number(tokens[place]) == marker.values[0]
        && markers.scalar(tokens[place + 1]) == 0x2E && markers.number(tokens[place + 2]) == 2
        && !tokens[place + 2].shape.contains(.spaced)
    }
  }

  /// Within how many words the second of two dotted numbers is looked for.
  private static var siblingReach: Int { 600 }

  /// Whether a year or date stands before a token.
  ///
  /// "Thời gian: ngày 26/12/2031 2. Hướng dẫn".
  private func isYear(_ tokens: [Token], before index: Int) -> Bool {
    index > 0 && tokens[index - 1].kind == .number
      && tokens[index - 1].end - tokens[index - 1].start == 4
  }

  /// Whether the word of a decision may stand at a token: "…, QUYẾT NGHỊ:".
  private func decides(_ tokens: [Token], _ index: Int) -> Bool {
    index > 0 && index + 2 < tokens.count && tokens[index].shape.contains(.upper)
      && tokens[index + 1].shape.contains(.upper) && markers.scalar(tokens[index + 2]) == 0x3A
      && !tokens[index - 1].shape.contains(.upper)
  }

  /// Whether a paragraph opens below a list: "… 500.000 đồng; Ngoài ra, …" behind a bullet, but
  /// not as the second sentence of it.
  private mutating func isBesides(_ tokens: [Token], _ index: Int, _ cutter: PouredCutter) -> Bool {
    cutter.isBullet && index > 0 && tokens[index].shape.contains(.capitalized)
      && ![0x2E, 0x3A].contains(markers.scalar(tokens[index - 1]))
      && lineMatch(.besides, Array(tokens[index..<min(tokens.count, index + 8)])) != nil
  }

  func isBullet(_ token: Token) -> Bool {
    token.kind == .mark && MarkerReader.bulletKind(markers.scalar(token)) != nil
  }

  /// Whether a bullet opens like the one before it: "- Đối với ảnh: … - Đối với bài viết: …".
  private func repeats(_ tokens: [Token], _ index: Int, _ cutter: PouredCutter) -> Bool {
    guard tokens[index].kind == .mark, let before = cutter.opening,
      let here = opening(tokens, behind: index)
    else { return false }
    return before == here
  }

  /// The two known words behind a bullet; `nil` when there are none.
  private func opening(_ tokens: [Token], behind index: Int) -> PouredCutter.Opening? {
    guard index + 2 < tokens.count, isBullet(tokens[index]),
      tokens[index + 1].shape.contains(.capitalized), tokens[index + 1].key != 0,
      tokens[index + 2].key != 0
    else { return nil }
    return PouredCutter.Opening(first: tokens[index + 1].key, second: tokens[index + 2].key)
  }

  private func mayOpen(_ tokens: [Token], _ index: Int) -> Bool {
    let token = tokens[index]
    return token.kind != .syllable || token.shape.contains(.capitalized)
      || token.shape.contains(.single)
  }

  /// Whether a unit, the closing or the ending opens at a token.
  private mutating func opens(
    _ tokens: [Token], _ index: Int, begins: Bool, _ cutter: inout PouredCutter
  ) -> Bool {
    let window = Array(tokens[index..<min(tokens.count, index + 40)])
    if let marker = marker(window) {
      // The text of a unit begins with a capital.
      let text = window.first { Int($0.start) >= marker.textStart }
      guard
        text?.shape.contains(.capitalized) == true || text?.kind == .mark
          || marker.family == .number
          || marker.family == .bullet && text?.kind == .number && endsClause(tokens, before: index)
      else { return false }
      if marker.family == .bullet {
        if begins { return true }
        if isQuoted(tokens, index, after: cutter.lastCut)
          || isInName(tokens, index, after: cutter.lastCut) && !headsList(tokens, index, cutter)
          || isInSymbol(tokens, index)
        {
          return false
        }
        if let name = dashedName(tokens, index), cutter.names.contains(name) { return false }
      }
      if !begins, isCounted(tokens, index, marker, text) { return false }
      // "1. Giai đoạn 1: …": the step is the title of its unit.
      if marker.family == .step, Int(tokens[index].start) == cutter.labelEnd { return false }
      let taken = cutter.takes(
        marker, capitals: text?.shape.contains(.upper) == true,
        closed: endsClause(tokens, before: index) || isYear(tokens, before: index)
          || goesOn(marker, tokens, index))
      // "PHẦN II. NHIỆM VỤ": the number is the part's, and opens no unit of its own.
      if taken { cutter.labelEnd = marker.textStart }
      return taken
    }
    guard tokens[index].shape.contains(.capitalized) else { return false }
    if opensAppendix(tokens, index), attached(tokens, index, window, &cutter) { return true }
    guard index > 0 else { return false }
    if isBesides(tokens, index, cutter) { return true }
    if opensEnding(tokens, index, window) || cutter.hasEnded && opensGroup(tokens, index) {
      cutter.hasEnded = true
      return true
    }
    if cutter.hasEnded || endsPlan(tokens, index), attached(tokens, index, window, &cutter) {
      return true
    }
    // "ỦY BAN NHÂN DÂN XÃ SƠN HÀ" / "Căn cứ Luật …": who decides, and why.
    if !cutter.hasUnits, tokens[index - 1].shape.contains(.upper),
      !tokens[index].shape.contains(.upper), let match = lineMatch(.preamble, window),
      value("inline", of: match) == "yes"
    {
      return true
    }
    guard tokens[index - 1].kind == .mark || tokens[index].shape.contains(.upper) else {
      return false
    }
    if decides(tokens, index), lineMatch(.decision, Array(window[..<3])) != nil { return true }
    if opensTable(window) { return true }
    for match in lineMatches(window) {
      switch meaning(match) {
      // "… ngày 03/6/2020 của Thủ tướng Chính phủ; Căn cứ Nghị quyết …", above the first unit.
      case .preamble:
        let before = markers.scalar(tokens[index - 1])
        return !cutter.hasUnits
          && (before == 0x3B || before == 0x2E && value("inline", of: match) == "yes")
      // "5. Yêu cầu Thủ trưởng các đơn vị …": the mark of a label ends nothing.
      case .closing: return tokens[index - 1].kind == .mark && index > cutter.lastCut + 3
      default: continue
      }
    }
    return false
  }

  /// Whether the column row of a table opens: "NỘI DUNG TT Nhiệm vụ Đơn vị chủ trì …".
  private mutating func opensTable(_ window: [Token]) -> Bool {
    window.count > 2 && window[0].shape.contains(.upper) && window[0].end - window[0].start <= 3
      && window[1].shape.contains([.capitalized, .spaced]) && !window[1].shape.contains(.upper)
      && lineMatch(.column, Array(window[..<1])) != nil
  }

  /// Whether a phrase begins what somebody is to do: "Tham mưu", "Chủ trì", "Căn cứ chỉ đạo".
  func opensDuty(_ match: RuleMatch) -> Bool {
    switch meaning(match) {
    case .act: value("kind", of: match) != "no"
    case .charge, .opening: true
    default: false
    }
  }

  /// Whether a line is a row of a table: a document that was poured into one line is longer.
  private func isRow(_ line: Line) -> Bool {
    line.tabs > 0 || line.pipe || line.bars > 1 && line.width <= PlanReader.widestRow
  }

  /// How many characters a row has at most whose cells bars separate.
  private static let widestRow = 240

  /// The pieces of a line between the offsets at which units begin.
  private func cut(_ line: Line, at cuts: [Int]) -> [Line] {
    // A row of cells is one: each piece of it would have all of its cells.
    if isRow(line) { return [line] }
    var low = 0
    var high = cuts.count
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] <= line.content.start { low = middle + 1 } else { high = middle }
    }
    var pieces: [Line] = []
    var start = line.content.start
    while low < cuts.count, cuts[low] < line.content.end {
      pieces.append(LineReader.piece(of: line, from: start, to: cuts[low], bytes))
      start = cuts[low]
      low += 1
    }
    guard !pieces.isEmpty else { return [line] }
    pieces.append(
      LineReader.piece(of: line, from: start, to: line.content.end, bytes, poured: true))
    for index in pieces.indices.dropFirst() {
      pieces[index].blanksBefore = 0
      pieces[index].pageBefore = false
      pieces[index].cut = true
      pieces[index].indent = 0
      pieces[index].leadingTabs = 0
    }
    return pieces
  }
}
