import PlanModel
import PlanText

/// Appendices (phụ lục): their label, title and note, with and without a line that says so.
extension PlanReader {
  /// Whether an appendix begins at line `index`; `zone` is the zone that would end there.
  mutating func startsAppendix(at index: Int, _ zone: Zone?) -> Bool {
    let line = lines[index]
    if labelBesideBody(at: index) != nil { return true }
    guard line.width < 200, line.tabs == 0, !line.pipe else { return false }
    if let zone, !zone.drafts.isEmpty {
      if isNotedTitle(at: index, zone) || isFormWithNote(at: index, zone) { return true }
      if zone.isForm, opensForm(with: line), isOneOfForms(line) || noteFollows(index) {
        return true
      }
    }
    if zone == nil || line.pageBefore, labelUnderFields(at: index) != nil { return true }
    let tokens = wordsBehindSpecks(of: line)
    guard let first = tokens.first, first.shape.contains(.capitalized),
      let match = lineMatch(.appendix, tokens)
    else { return false }
    // "Phụ lục III: Tổng hợp …" behind the plan's end: the label is closed.
    let end = capture("title", of: match, tokens)?.lowerBound ?? match.end
    if end < tokens.count, zone != nil, isListed(index) { return false }
    if zone?.isAppendix != false || headsTable(index), end < tokens.count,
      tokens[end - 1].kind == .mark, beginsTitle(tokens, at: end)
    {
      return true
    }
    // "Phụ lục I kèm theo Kế hoạch này." goes on with a sentence.
    if let last = zone?.drafts.last, last.open, line.blanksBefore == 0,
      last.ending == .open || last.ending == .comma, !line.capitals,
      !(zone?.isAppendix == true && match.end >= tokens.count && isTitleBelow(index))
    {
      return false
    }
    return line.capitals || match.end >= tokens.count || first.shape.contains(.upper)
  }

  /// Whether a title may begin at a token, with a bracket too: "[MẪU] BÁO CÁO".
  private func beginsTitle(_ tokens: [Token], at place: Int) -> Bool {
    let first = isMark(tokens[place], 0x5B) ? place + 1 : place
    return first < tokens.count && tokens[first].shape.contains(.capitalized)
  }

  /// Whether a title in capitals stands right below line `index`.
  private mutating func isTitleBelow(_ index: Int) -> Bool {
    guard index + 1 < lines.count, case let title = lines[index + 1] else { return false }
    return title.blanksBefore == 0 && title.capitals && !title.ended && title.tabs == 0
      && title.width > 8 && marker(tokens(title.content)) == nil
  }

  /// Whether line `index` stands apart and right above a table, which no sentence does that names an
  /// appendix.
  private func headsTable(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.blanksBefore > 0, !line.ended, index + 1 < lines.count else { return false }
    return lines[index + 1].tabs > 1 || lines[index + 1].bars > 2
  }

  /// The words of a line, of a recognised one without the specks before them.
  ///
  /// "`. PHỤ LỤC".
  private mutating func wordsBehindSpecks(of line: Line) -> [Token] {
    let tokens = tokens(line.content)
    guard wrap.isFlush, let first = tokens.firstIndex(where: { $0.kind == .syllable }), first > 0,
      first <= 3, tokens[first].shape.contains(.upper),
      tokens[..<first].allSatisfy({ $0.kind == .mark })
    else { return tokens }
    return Array(tokens[first...])
  }

  /// The line with the label of an appendix that a letterhead at line `index` stands right above:
  /// the bodies that issue it, in capitals.
  ///
  /// "ỦY BAN NHÂN DÂN XÃ SƠN HÀ" / "PHỤ LỤC II".
  mutating func letterhead(at index: Int) -> Int? {
    var next = index
    while next < lines.count, next < index + 2, namesBody(lines[next]) { next += 1 }
    guard next > index, next < lines.count, lines[next].capitals || lines[next].width < 24,
      lineMatch(.appendix, tokens(lines[next].content)) != nil
    else { return nil }
    return next
  }

  /// Whether a body stands alone in capitals at line `index`, and parted from it the title of an
  /// appendix in capitals with its note: "SỞ CÔNG THƯƠNG" / "DANH MỤC CHỢ" / "(Kèm theo …)".
  private mutating func titleUnderBody(at index: Int) -> Bool {
    guard index + 2 < lines.count, namesBody(lines[index]) else { return false }
    let title = lines[index + 1]
    return title.blanksBefore > 0 && title.capitals && !title.ended && !namesBody(title)
      && noteFollows(index + 1)
  }

  /// Whether a title in capitals stands at line `index` and under it a note such as
  /// "(Kèm theo Kế hoạch số …)": the head of an appendix without a label, behind another or behind
  /// the articles of a decision whose signature was left out.
  private mutating func isNotedTitle(at index: Int, _ zone: Zone) -> Bool {
    // Most lines are no title.
    guard lines[index].capitals, lines[index].tabs == 0, let last = zone.drafts.last else {
      return false
    }
    let unit = last.marker == nil && last.parent >= 0 ? zone.drafts[last.parent] : last
    guard zone.isAppendix || unit.marker?.family == .article && last.ending == .stop else {
      return false
    }
    var next = index
    while next < lines.count, next < index + 4, lines[next].capitals, lines[next].tabs == 0,
      next == index || lines[next].blanksBefore <= 1
    {
      next += 1
    }
    guard next > index, next < lines.count, lines[next].blanksBefore <= 1 else { return false }
    return markers.read(tokens(lines[index].content)) == nil
      && lineMatch(.note, tokens(lines[next].content)) != nil
  }

  /// Whether the label of a form stands alone at line `index`, and under it a title in capitals with a
  /// note: "Biểu số 01" / "DANH MỤC CÔNG TRÌNH" / "(Kèm theo Kế hoạch số …)" behind a plan that is
  /// itself an appendix.
  private mutating func isFormWithNote(at index: Int, _ zone: Zone) -> Bool {
    let line = lines[index]
    guard line.width < 24, index + 1 < lines.count, lines[index + 1].capitals,
      isNotedTitle(at: index + 1, zone)
    else { return false }
    return opensForm(with: line)
  }

  /// Reads the appendix that begins at line `start`; the result is the line after it.
  mutating func appendix(from start: Int) -> Int {
    var appendix = Appendix(span: lines[start].content)
    var title: [ByteSpan] = []
    // "ĐƠN VỊ:" / "BÁO CÁO …": what a form asks for may stand above its label and its title.
    var asked: [Line] = []
    var first = start
    if let label = labelUnderFields(at: start) {
      asked = Array(lines[start..<label])
      first = label
    }
    var index = label(of: &appendix, from: first, &title)
    let labelled = index > first || !title.isEmpty || appendix.label != nil
    if !labelled && titleUnderBody(at: index) || tableUnderBody(at: index) {
      addFurniture(.runningHeader, lines[index].content)
      index += 1
    }
    while labelled, title.isEmpty, index < lines.count, asked.count < 4, asks(lines[index]) {
      asked.append(lines[index])
      index += 1
    }
    index = appendixTitle(from: index, &appendix, &title, labelled: labelled)
    if let first = title.first, let last = title.last {
      appendix.title = folder.fold(title)
      appendix.span = appendix.span.union(ByteSpan(first.start, last.end))
    }
    let form = index > first && opensForm(with: lines[first])
    let (zone, next) = zone(from: index, appendix: true, form: form, after: asked)
    let number = plan.appendices.count + 1
    appendix.body = nodes(of: zone, in: 0..<zone.drafts.count, prefix: "A\(number)")
    for node in appendix.body { appendix.span = appendix.span.union(node.extent ?? node.span) }
    plan.appendices.append(appendix)
    appendixTitles.append(title)
    return max(next, start + 1)
  }

  /// Reads the line that names the appendix; what stands after the label begins the title.
  private mutating func label(
    of appendix: inout Appendix, from start: Int, _ title: inout [ByteSpan]
  ) -> Int {
    if let label = labelBesideBody(at: start) {
      return self.label(of: &appendix, beside: label, at: start)
    }
    let line = lines[start]
    let tokens = wordsBehindSpecks(of: line)
    guard let match = lineMatch(.appendix, tokens) else {
      return label(ofForm: start, &appendix, &title) ?? labelAtEnd(of: &appendix, start, tokens)
    }
    appendix.rule = traced(match.rule)
    var end = match.end
    if let label = capture("label", of: match, tokens) {
      appendix.label = folder.fold(span(tokens, label))
      end = max(end, label.upperBound)
    }
    if let title = capture("title", of: match, tokens) { end = title.lowerBound }
    while end < tokens.count, tokens[end].kind == .mark,
      markers.scalar(tokens[end]) != 0x28, markers.scalar(tokens[end]) != 0x22,
      markers.scalar(tokens[end]) != 0x201C, markers.scalar(tokens[end]) != 0x5B
    {
      end += 1
    }
    addFurniture(
      .label, ByteSpan(line.content.start, Int(tokens[max(end, 1) - 1].end)), rule: match.rule)
    if end < tokens.count {
      let rest = ByteSpan(Int(tokens[end].start), line.content.end)
      // "PHỤ LỤC KÈM THEO KẾ HOẠCH SỐ 12/KH-UBND": the note stands behind the label.
      if lineMatch(.note, Array(tokens[end...])) != nil {
        appendix.note = folder.fold(rest)
        appendix.span = appendix.span.union(rest)
      } else {
        title.append(rest)
      }
    }
    return start + 1
  }

  /// Reads a form with a note under its title, or one behind such a form, that stands where an
  /// appendix begins; `nil` where none does: "Biểu 1: Danh sách hộ" / "(Kèm theo Kế hoạch số …)".
  private mutating func label(
    ofForm index: Int, _ appendix: inout Appendix, _ title: inout [ByteSpan]
  ) -> Int? {
    let line = lines[index]
    guard let marker = marker(tokens(line.content)), marker.family == .form, !line.ended,
      isOneOfForms(line) || noteFollows(index) || opensForms(line)
    else { return nil }
    formWord = tokens(line.content).first?.key
    let label = label(of: marker)
    appendix.label = label.split(separator: " ").last.map(String.init)
    appendix.rule = traced(marker.rule)
    addFurniture(.label, marker.span, rule: marker.rule)
    if marker.textStart < line.content.end {
      title.append(ByteSpan(marker.textStart, line.content.end))
    }
    return index + 1
  }

  /// Whether a line is the label of a form that is no caption, over which no appendix stands:
  /// "BIỂU SỐ 01: DANH MỤC CHỢ" right behind the ending.
  private mutating func opensForms(_ line: Line) -> Bool {
    guard let match = lineMatch(.unit, tokens(line.content)) else { return false }
    return value("form", of: match) != "caption"
  }

  /// Whether a line opens with the label of a form and nothing names an appendix in it.
  private mutating func opensForm(with line: Line) -> Bool {
    let tokens = tokens(line.content)
    return marker(tokens)?.family == .form && lineMatch(.appendix, tokens) == nil
  }

  /// Whether a line opens with the word of the forms that are appendices: inside "Biểu số 01" the
  /// line "Bảng 1" is a caption.
  private mutating func isOneOfForms(_ line: Line) -> Bool {
    formWord != nil && tokens(line.content).first?.key == formWord
  }

  /// Reads a label that stands in the right column of the line ("ĐƠN VỊ:    Phụ lục I").
  ///
  /// The line keeps what stands before it.
  private mutating func labelAtEnd(of appendix: inout Appendix, _ index: Int, _ tokens: [Token])
    -> Int
  {
    guard lines[index].width < 80,
      let match = phrases(tokens).last(where: { meaning($0) == .appendix }), match.start > 0,
      match.end == tokens.count, tokens[match.start - 1].kind == .mark
    else { return index }
    appendix.rule = traced(match.rule)
    if let label = capture("label", of: match, tokens) {
      appendix.label = folder.fold(span(tokens, label))
    }
    addFurniture(.label, span(tokens, match.start..<match.end), rule: match.rule)
    lines[index] = LineReader.piece(
      of: lines[index], from: lines[index].content.start, to: Int(tokens[match.start].start), bytes)
    return index
  }

  /// The line with the label of an appendix under up to three fields of a form: "ĐƠN VỊ:", "KHOA:",
  /// "Phụ lục I".
  private mutating func labelUnderFields(at index: Int) -> Int? {
    var next = index
    while next < lines.count, next < index + 3, asks(lines[next]) { next += 1 }
    guard next > index, next < lines.count, lines[next].width < 40, lines[next].tabs == 0 else {
      return nil
    }
    let tokens = tokens(lines[next].content)
    return lineMatch(.appendix, tokens).map { $0.end >= tokens.count } == true ? next : nil
  }

  /// Whether a line is a field of a form that is still to be filled in: "ĐƠN VỊ:".
  private mutating func asks(_ line: Line) -> Bool {
    guard line.width < 40, line.tabs == 0, !line.bare else { return false }
    return (line.ending == .colon || isBlank(line)) && markers.read(tokens(line.content)) == nil
  }

  /// Whether a line is a word, a colon and dots to write on: "ĐƠN VỊ: ……".
  private mutating func isBlank(_ line: Line) -> Bool {
    var words = allTokens(line.content)
    var dots = 0
    while let last = words.last, [0x2E, 0x2026, 0x5F].contains(markers.scalar(last)) {
      words.removeLast()
      dots += 1
    }
    return dots > 1 && words.last.map { markers.scalar($0) == 0x3A } == true
  }

  /// Reads the lines of the title and the note under it.
  private mutating func appendixTitle(
    from start: Int, _ appendix: inout Appendix, _ title: inout [ByteSpan], labelled: Bool
  ) -> Int {
    var index = start
    var previous: Line?
    var parted = false
    var notedFirst = appendix.note != nil
    while index < lines.count {
      let line = lines[index]
      if line.width == 1, opensBarTable(index) { break }
      if furniture(of: line) != nil, !titlesTable(index, title, labelled: labelled) {
        take(furniture: line)
        // What recognition made of the edges of a table stands between title and table.
        parted = parted || !line.bare && !title.isEmpty
        index += 1
        continue
      }
      let tokens = tokens(line.content)
      if parted, !line.capitals, lineMatch(.note, tokens) == nil { break }
      if !title.isEmpty, !line.bracketed, lineMatch(.tableUnit, tokens) != nil { break }
      if appendix.note == nil,
        lineMatch(.note, tokens) != nil || !title.isEmpty && isOwnBracket(at: index)
      {
        let (pieces, next) =
          bytes[line.content.start] == 0x28 ? bracket(from: index) : ([line.content], index + 1)
        notedFirst = title.isEmpty
        if let first = pieces.first, let last = pieces.last {
          appendix.note = folder.fold(pieces)
          appendix.span = appendix.span.union(ByteSpan(first.start, last.end))
        }
        index = next
        previous = nil
        continue
      }
      // After its note an appendix has its body, unless the title is still to come or goes on.
      if appendix.note != nil, !title.isEmpty {
        guard notedFirst, line.capitals, previous?.capitals == true else { break }
      }
      if line.pipe || line.tabs > 0 || opensBarredRows(at: index) || tornHead(at: index) != nil {
        break
      }
      if stackedHead(at: index) != nil { break }
      if line.spaced || line.indent >= 8, opensSpacedTable(at: index) { break }
      if index > start, startsAppendix(at: index, nil) { break }
      if let marker = marker(tokens), marker.family != .bullet || !line.capitals { break }
      if lineMatch(.unit, tokens) != nil || !title.isEmpty && opensWithTime(line) { break }
      if !title.isEmpty, opensForm(at: index) { break }
      // What stands between a title and its note is title too, and so is "Danh sách đơn vị".
      guard
        isAppendixTitle(line, after: previous, title, labelled: labelled)
          || (!title.isEmpty || appendix.note == nil) && !line.ended && noteFollows(index)
      else { break }
      title.append(line.content)
      previous = line
      index += 1
    }
    return index
  }

  /// Whether a word in capitals that menus have too begins the title of an appendix or is all of it:
  /// right under the label, a row of cells or the rest of the title below it ("DANH MỤC").
  private mutating func titlesTable(_ index: Int, _ title: [ByteSpan], labelled: Bool) -> Bool {
    guard labelled, title.isEmpty, lines[index].capitals, index + 1 < lines.count,
      furniture(of: lines[index])?.kind == .portal
    else { return false }
    let next = lines[index + 1]
    return next.tabs > 0 || next.pipe || noteFollows(index)
      || next.blanksBefore == 0 && !next.ended && furniture(of: next) == nil
  }

  /// Whether a bracketed note stands within three lines after line `index`.
  private mutating func noteFollows(_ index: Int) -> Bool {
    for next in lines[(index + 1)...].prefix(3) {
      let tokens = tokens(next.content)
      if lineMatch(.note, tokens) != nil { return true }
      if let marker = marker(tokens), marker.family != .bullet { return false }
    }
    return false
  }

  /// Whether a line belongs to the title of an appendix.
  private func isAppendixTitle(
    _ line: Line, after previous: Line?, _ title: [ByteSpan], labelled: Bool
  ) -> Bool {
    guard let previous else {
      if !title.isEmpty {
        // The label's own line began the title.
        return line.blanksBefore == 0 && (line.capitals || line.startsLower)
      }
      return line.capitals || line.bold || line.heading > 0
        || (labelled && !line.ended && line.width < 200)
    }
    if line.blanksBefore > 0 || line.pageBefore {
      return line.capitals && previous.capitals && line.blanksBefore <= 1
        || line.startsLower && !previous.ended
        || line.blanksBefore <= 1 && (line.bold || line.heading > 0) && previous.bold
        || previous.capitals && previous.width < 24 && line.blanksBefore <= 1 && !line.ended
    }
    if previous.capitals {
      return line.capitals || line.startsLower || previous.width < 24 && !line.ended
    }
    return line.startsLower || (line.bold && previous.bold) || (!line.ended && line.width < 100)
  }
}
