import PlanModel
import PlanText

/// Headings run together with text: "… như sau: I. MỤC ĐÍCH, YÊU CẦU 1. Mục đích - Huy động …".
///
/// A document whose paragraphs were poured into one another has lines that mean nothing; its
/// units are cut out at the markers that continue a sequence, and its lines join.
extension PlanReader {
  /// Cuts the lines from `start` on at the units inside them, when the document is poured.
  mutating func cutPoured(from start: Int) {
    guard start < lines.count, mayBePoured(from: start) else { return }
    var cutter = PouredCutter()
    var cuts: [Int] = []
    let tokens = allTokens(ByteSpan(lines[start].content.start, lines[lines.count - 1].content.end))
    var lineStarts = Set(lines[start...].map(\.content.start))
    var row = start
    for index in tokens.indices {
      let offset = Int(tokens[index].start)
      while row + 1 < lines.count, lines[row + 1].content.start <= offset { row += 1 }
      // The cells of a table are no running text.
      if lines[row].tabs > 0 || lines[row].pipe { continue }
      let begins = lineStarts.contains(offset)
      guard tokens[index].shape.contains(.spaced),
        begins || closes(tokens, index, cutter) || breaksOff(tokens, index)
          || repeats(tokens, index, cutter) || isBesides(tokens, index, cutter)
      else { continue }
      if begins || mayOpen(tokens, index), opens(tokens, index, begins: begins, &cutter) {
        cuts.append(offset)
        cutter.lastCut = index
        cutter.isBullet = isBullet(tokens[index])
        cutter.opening = opening(tokens, behind: index)
      }
    }
    let inner = cuts.filter { !lineStarts.contains($0) }
    guard inner.count >= 3 || (inner.count > 0 && lines.count - start <= 3),
      inner.count * 2 > cuts.count
    else { return }
    isPoured = true
    lineStarts.removeAll()
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
      if numbered
        || MarkerReader.bulletKind(Scalars.decode(bytes, at: line.content.start).scalar) != nil
      {
        markers += 1
      }
    }
    return long > 0 || (markers < 3 && lines.count - start < 400)
  }

  /// Whether what stands before a token can end a unit: a closing mark, or a short heading.
  private func closes(_ tokens: [Token], _ index: Int, _ cutter: PouredCutter) -> Bool {
    guard index > 0 else { return true }
    let before = tokens[index - 1]
    if before.kind == .mark {
      switch markers.scalar(before) {
      case 0x2E, 0x3B, 0x3A, 0x2F, 0x201D, 0x22, 0x29, 0x2026, 0x21, 0x3F: return true
      default: return false
      }
    }
    if before.shape.contains(.upper), tokens[max(0, index - 2)].shape.contains(.upper) {
      return true
    }
    return index - cutter.lastCut <= 16
  }

  /// Whether a number may open a unit although what stands before it ends in a plain word.
  ///
  /// "… tại các thôn II. PHẠM VI" does, "khoản 2. Việc …" does not.
  private mutating func breaksOff(_ tokens: [Token], _ index: Int) -> Bool {
    let token = tokens[index]
    guard token.shape.contains(.roman) || (token.kind == .number && token.end - token.start <= 2),
      index > 0, index + 2 < tokens.count, markers.scalar(tokens[index + 1]) == 0x2E,
      tokens[index + 2].shape.contains([.spaced, .capitalized])
    else { return false }
    let before = tokens[index - 1]
    if before.kind == .number { return token.shape.contains(.roman) }
    return before.kind == .syllable && !before.shape.contains(.upper)
      && lineMatch(.counted, Array(tokens[(index - 1)..<index])) == nil
  }

  /// Whether a mark ends a clause before a token: "…: - 100% thôn", but not "giai đoạn 2021 - 2025".
  private func endsClause(_ tokens: [Token], before index: Int) -> Bool {
    guard index > 0, tokens[index - 1].kind == .mark else { return false }
    switch markers.scalar(tokens[index - 1]) {
    case 0x2E, 0x3A, 0x3B: return true
    default: return false
    }
  }

  /// Whether the marks that end a plan stand before a token.
  private func endsPlan(_ tokens: [Token], _ index: Int) -> Bool {
    index > 1 && tokens[index].shape.contains(.upper)
      && [0x2E, 0x2F].contains(markers.scalar(tokens[index - 1]))
      && [0x2E, 0x2F].contains(markers.scalar(tokens[index - 2]))
  }

  /// Whether a paragraph opens below a list: "… 500.000 đồng; Ngoài ra, …" behind a bullet, but
  /// not as the second sentence of it.
  private mutating func isBesides(_ tokens: [Token], _ index: Int, _ cutter: PouredCutter) -> Bool {
    cutter.isBullet && index > 0 && tokens[index].shape.contains(.capitalized)
      && markers.scalar(tokens[index - 1]) != 0x2E
      && lineMatch(.besides, Array(tokens[index..<min(tokens.count, index + 8)])) != nil
  }

  private func isBullet(_ token: Token) -> Bool {
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
        if isInName(tokens, index, after: cutter.lastCut) { return false }
      }
      return cutter.takes(marker, capitals: text?.shape.contains(.upper) == true)
    }
    guard tokens[index].shape.contains(.capitalized), index > 0 else { return false }
    if isBesides(tokens, index, cutter) { return true }
    // "GIÁM ĐỐC Trần Văn Sơn Nơi nhận: - …"
    if window.count > 2, markers.scalar(window[2]) == 0x3A, lineMatch(.recipients, window) != nil {
      return true
    }
    guard tokens[index - 1].kind == .mark || tokens[index].shape.contains(.upper) else {
      return false
    }
    // "… ngày 19/11/2018; QUYẾT ĐỊNH: Điều 1. …"
    if !cutter.hasUnits, window.count > 3, lineMatch(.decision, Array(window.prefix(3))) != nil {
      return true
    }
    if endsPlan(tokens, index),
      phrases(window).contains(where: { $0.start == 0 && meaning($0) == .position })
    {
      return true
    }
    for match in lineMatches(window) {
      switch meaning(match) {
      case .recipients: return true
      // "… ngày 03/6/2020 của Thủ tướng Chính phủ; Căn cứ Nghị quyết …", above the first unit.
      case .preamble: return !cutter.hasUnits && markers.scalar(tokens[index - 1]) == 0x3B
      case .authority: return window.count > 2 && tokens[index].shape.contains(.upper)
      // "5. Yêu cầu Thủ trưởng các đơn vị …": the mark of a label ends nothing.
      case .closing: return tokens[index - 1].kind == .mark && index > cutter.lastCut + 3
      default: continue
      }
    }
    return false
  }

  /// Whether a dash stands within the name of a body: "Phòng Kinh tế - Hạ tầng huyện", but not
  /// "Sở Tài chính - Bố trí kinh phí".
  private mutating func isInName(_ tokens: [Token], _ index: Int, after last: Int) -> Bool {
    var start = index
    while start > last, index - start < 8, tokens[start - 1].kind != .mark { start -= 1 }
    guard start < index else { return false }
    let name = phrases(Array(tokens[start..<index])).contains {
      meaning($0) == .actor && value("kind", of: $0) == "named"
    }
    guard name else { return false }
    let after = Array(tokens[(index + 1)..<min(tokens.count, index + 8)])
    return !phrases(after).contains { $0.start == 0 && opensDuty($0) }
  }

  /// Whether a phrase begins what somebody is to do: "Tham mưu", "Chủ trì", "Căn cứ chỉ đạo".
  func opensDuty(_ match: RuleMatch) -> Bool {
    switch meaning(match) {
    case .act: value("kind", of: match) != "no"
    case .charge, .opening: true
    default: false
    }
  }

  /// The pieces of a line between the offsets at which units begin.
  private func cut(_ line: Line, at cuts: [Int]) -> [Line] {
    // A row of cells is one: each piece of it would have all of its cells.
    if line.tabs > 0 || line.pipe { return [line] }
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
