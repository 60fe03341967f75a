import PlanModel
import PlanText

/// The bodies of the head: what is left of it in capitals once its other parts are told.
extension PlanReader {
  /// The bodies that issue the document: what is left of the head in capitals.
  mutating func bodies(from: Int, to end: Int, before limit: Int, _ parts: [HeadPart]) {
    var names: [HeadBody] = []
    var plain: [HeadBody] = []
    let joint = isJoint()
    // Whether the last half of a motto is still to come, in the lines below its first.
    var isMottoCut = false
    // Where the kind does not begin its line, the whole head was poured into running lines.
    let poured = plan.header.kind.span.map { kind in
      !lines[from..<end].contains { $0.tabs > 0 || opensBehindScraps($0, kind) }
    }
    // What a row of the head holds was parted already.
    let isParted = plan.furniture.contains {
      $0.kind == .separator && $0.span.start >= lines[from].raw.start && $0.span.end <= limit
    }
    let runs =
      poured == true && !isParted
      ? [ByteSpan(lines[from].content.start, limit)]
      : lines[from..<end].map { ByteSpan($0.content.start, $0.raw.end) }
    for (index, run) in runs.enumerated() where run.start < limit {
      // What the head says on a line is told already.
      let isFree = !parts.contains { run.contains($0.span) }
      if runs.count > 1, isFree, isStamped(from + index) || isSealed(from + index) {
        addFurniture(.stamp, Blank.trim(bytes, run))
        continue
      }
      let wasCut = isMottoCut
      for var chunk in chunks(run, before: limit, parts)
        .flatMap({ partMotto($0, isCut: wasCut) })
      {
        if isRule(chunk) || bytes[chunk.start..<chunk.end].allSatisfy({ $0 == 0x7C }) {
          addFurniture(.separator, chunk)
          continue
        }
        var tokens = allTokens(chunk)
        if let glued = gluedBody(tokens) {
          let start = Int(tokens[glued].start)
          addFurniture(.portal, ByteSpan(chunk.start, start))
          chunk.start = start
          tokens.removeSubrange(..<glued)
        }
        guard tokens.contains(where: { $0.kind != .mark }), !names.isEmpty || !isScrap(tokens),
          !isDrawnAsWord(chunk)
        else {
          addFurniture(isDrawn(chunk) ? .separator : .noise, chunk)
          continue
        }
        // A page number or the number of pages stands above the head.
        if names.isEmpty, tokens.count == 1, tokens[0].kind == .number {
          addFurniture(.pageNumber, chunk)
          continue
        }
        if let kind = chunkFurniture(tokens) ?? chunkFurniture(withoutMarks(tokens)) {
          addFurniture(kind, chunk)
          continue
        }
        if plan.header.number.status == .absent, !names.isEmpty,
          let match = lineMatch(.bareNumber, tokens)
        {
          number(HeadPart(match: match, meaning: .number, span: chunk), tokens)
          continue
        }
        if let half = lineMatch(.mottoCut, tokens),
          let isFirst = value("part", of: half).map({ $0 == "first" }), isFirst || isMottoCut
        {
          isMottoCut = isFirst
          addFurniture(.motto, chunk, rule: half.rule)
          continue
        }
        let words = tokens.count { $0.kind == .syllable }
        let capitals = words > 0 && tokens.count { $0.shape.contains(.upper) } * 2 > words
        let isCell = runs.count > 1 && isBesideMotto(run, parts)
        if !capitals, isLetterhead(tokens, chunk, asField: isCell) {
          let bodies = letterheads(tokens, chunk)
          if isCell || isRightBelow(names, from + index) {
            names += bodies
          } else {
            plain += bodies
          }
          continue
        }
        if joint, !names.isEmpty, let next = jointStart(tokens) {
          // "SỞ Y TẾ HOÀI LAM" / "VÀ CÔNG AN TỈNH": of a joint document the word parts two bodies.
          addFurniture(.separator, ByteSpan(chunk.start, Int(tokens[0].end)))
          chunk.start = next
          tokens.removeFirst()
        }
        let pieces = bodyPieces(
          tokens, joint: joint, isCell: !names.isEmpty && isBesideMotto(run, parts))
        guard capitals else {
          addFurniture(.noise, chunk)
          continue
        }
        take(pieces, tokens, joint: joint, &names)
      }
    }
    let mottos = names.filter { isMotto($0) }
    for piece in mottos.flatMap(\.pieces) { addFurniture(.motto, piece) }
    names.removeAll { isMotto($0) }
    dropAssociation(from: &names)
    names = namingUnion(joiningWords(names))
    dropSites(from: &names)
    // Above a letterhead in capitals the name of a body is the path of a web page.
    if !names.isEmpty { for piece in plain.flatMap(\.pieces) { addFurniture(.noise, piece) } }
    tell(bodies: names.isEmpty ? plain : names)
  }

  /// Takes the names of bodies that a line holds, of which the first may go on with the last.
  private mutating func take(
    _ pieces: [(range: Range<Int>, heads: Bool)], _ tokens: [Token], joint: Bool,
    _ names: inout [HeadBody]
  ) {
    for (index, piece) in pieces.enumerated() {
      let span = span(tokens, withoutSpecks(tokens, piece.range))
      // "14 ỦY BAN NHÂN DÂN": a head poured behind the number of pages.
      if names.isEmpty, pieces.count > 1, piece.range.count == 1,
        tokens[piece.range.lowerBound].kind == .number
      {
        addFurniture(.pageNumber, span)
        continue
      }
      if index == 0, let last = names.last, isCut(last, before: tokens) {
        names[names.count - 1].pieces.append(span)  // "ỦY" / "BAN NHÂN DÂN"
      } else if index == 0, let last = names.indices.last,
        !piece.heads
          || !joint && needsName(names[last]) && lineMatch(.association, tokens) == nil
          || !joint && goesOn(names[last])
      {
        // "BỘ NÔNG NGHIỆP" / "VÀ PHÁT TRIỂN NÔNG THÔN", "BAN CHẤP HÀNH" / "HỘI NÔNG DÂN XÃ …".
        join(span, to: &names[last])
      } else {
        names.append(HeadBody(pieces: [span], heads: piece.heads))
      }
    }
  }

  /// Whether a single letter is all that stands above the bodies, with marks of the page: "Ỷ `".
  private func isScrap(_ tokens: [Token]) -> Bool {
    let words = tokens.filter { $0.kind != .mark }
    return words.count == 1 && words[0].kind == .syllable && words[0].shape.contains(.single)
  }

  /// Whether the motto stands on a line: what its other column holds is the letterhead, whatever
  /// its case ("Liên đội trường THCS Nà Khoai   Độc lập - Tự do - Hạnh phúc").
  private func isBesideMotto(_ line: ByteSpan, _ parts: [HeadPart]) -> Bool {
    parts.contains { $0.meaning == .motto && line.contains($0.span) }
  }

  /// Where the name of a body begins that is glued to the end of the title of a page: "… năm học
  /// 2030-2031PHÒNG GD&ĐT SƠN HÀ".
  private mutating func gluedBody(_ tokens: [Token]) -> Int? {
    let names = phrases(tokens).filter { meaning($0) == .organisation }
    return tokens.indices.dropFirst().first { index in
      tokens[index - 1].kind == .number && tokens[index - 1].end == tokens[index].start
        && tokens[index].shape.contains(.upper) && names.contains { $0.start == index }
    }
  }

  /// The bodies that some words name, though not in capitals: one, or two poured into one another
  /// ("UBND huyện Hoài Lam UBND xã Sơn Hà").
  private mutating func letterheads(_ tokens: [Token], _ chunk: ByteSpan) -> [HeadBody] {
    // "Đơn vị: Trường TH Nà Khoai" is one.
    if holdsColon(tokens) {
      return [HeadBody(pieces: [chunk], heads: true)]
    }
    let pieces = bodyPieces(tokens, joint: false).map { span(tokens, $0.range) }
    let areBodies = pieces.count == 2 && pieces.allSatisfy { isLetterhead(allTokens($0), $0) }
    return (areBodies ? pieces : [chunk]).map { HeadBody(pieces: [$0], heads: true) }
  }

  /// Whether some words name a body, though not in capitals: "Phòng GD&ĐT Sơn Hà"; beside the motto
  /// `asField` they may, too, that begin with what the body is and a colon.
  private mutating func isLetterhead(
    _ tokens: [Token], _ span: ByteSpan, asField: Bool = false
  ) -> Bool {
    guard LineReader.ending(bytes, span) == .open,
      let match = lineMatches(tokens).first(where: {
        meaning($0) == .letterhead && (value("form", of: $0) == "field") == holdsColon(tokens)
      })
    else { return false }
    if value("form", of: match) == "field" { return asField || value("unit", of: match) == "yes" }
    return tokens.allSatisfy { $0.kind != .mark || ![0x3A, 0x2F].contains(markers.scalar($0)) }
  }

  private func holdsColon(_ tokens: [Token]) -> Bool {
    tokens.contains { markers.scalar($0) == 0x3A }
  }

  /// Whether the pieces of a body are a motto that a narrow cell cut: "ĐOÀN TNCS HỒ" / "CHÍ MINH".
  private mutating func isMotto(_ body: HeadBody) -> Bool {
    body.pieces.count > 1 && lineMatch(.motto, body.pieces.flatMap { allTokens($0) }) != nil
  }

  /// The part of a range without the specks at its ends ("SỞ NỘI VỤ _"), which are noise.
  private mutating func withoutSpecks(_ tokens: [Token], _ range: Range<Int>) -> Range<Int> {
    // "KHU PHỐ [TÊN KHU PHỐ]": what a template leaves to be filled in.
    let isBracketed = [0x5B, 0x5D].allSatisfy { mark in
      tokens[range].contains { markers.scalar($0) == mark }
    }
    let isSpeck = { (reader: borrowing PlanReader, index: Int) in
      tokens[index].kind == .mark
        && ![0x28, 0x29, 0x22, 0x2A].contains(reader.markers.scalar(tokens[index]))
        && !(isBracketed && [0x5B, 0x5D].contains(reader.markers.scalar(tokens[index])))
    }
    var words = range
    // "ỦY BAN NHÂN DÂN** | **": a bar ends the cell, whatever marks of type stand around it.
    let marks = words.reversed().prefix { tokens[$0].kind == .mark }
    if let bar = marks.last(where: { markers.scalar(tokens[$0]) == 0x7C }), bar > range.lowerBound {
      words = range.lowerBound..<bar
    }
    // "TỈNH ỦY SƠN HÀ *": the star that Party documents print below the body.
    if words.count > 1, case let star = tokens[words.upperBound - 1], star.shape.contains(.spaced),
      markers.scalar(star) == 0x2A
    {
      words = words.dropLast()
    }
    while words.count > 1, isSpeck(self, words.lowerBound) { words = words.dropFirst() }
    while words.count > 1, isSpeck(self, words.upperBound - 1) { words = words.dropLast() }
    for rest in [range.lowerBound..<words.lowerBound, words.upperBound..<range.upperBound]
    where !rest.isEmpty {
      let isBar = rest.allSatisfy { [0x2A, 0x7C].contains(markers.scalar(tokens[$0])) }
      addFurniture(isBar ? .separator : .noise, span(tokens, rest))
    }
    return words
  }

  /// What kind of furniture a run of the head is as a whole; `nil` for a body and for noise.
  private mutating func chunkFurniture(_ tokens: [Token]) -> FurnitureKind? {
    for match in lineMatches(tokens) {
      switch meaning(match) {
      case .stamp where value("form", of: match) != "number": return .stamp
      case .portal where value("zone", of: match) == nil: return .portal
      case .draftMark: return .draftMark
      case .motto: return .motto
      default: continue
      }
    }
    return nil
  }

  /// The runs of a line that no part covers, cut at TABs and wide gaps.
  private func chunks(_ line: ByteSpan, before limit: Int, _ parts: [HeadPart]) -> [ByteSpan] {
    var runs: [ByteSpan] = []
    var start = line.start
    let end = min(line.end, limit)
    var offset = start
    var blanks = 0
    func close(_ stop: Int) {
      let run = Blank.trim(bytes, ByteSpan(start, max(start, stop)))
      if !run.isEmpty { runs.append(run) }
    }
    // Parts stand in order, and a head may be nothing but parts.
    var (next, last) = (0, parts.count)
    while next < last {
      let middle = (next + last) / 2
      if parts[middle].span.end <= start { next = middle + 1 } else { last = middle }
    }
    while offset < end {
      while next < parts.count, parts[next].span.end <= offset { next += 1 }
      if next < parts.count, parts[next].span.start <= offset {
        close(offset)
        offset = min(parts[next].span.end, end)
        start = offset
        blanks = 0
        continue
      }
      if bytes[offset] == 0x09 || (bytes[offset] == 0x20 && blanks >= 3) {
        close(offset)
        start = offset + 1
      }
      blanks = bytes[offset] == 0x20 ? blanks + 1 : 0
      offset += 1
    }
    close(end)
    return runs.flatMap { splitRules($0) }
  }

  /// Cuts rows of marks ("-----", "*") off the ends and out of the middle of a run.
  private func splitRules(_ run: ByteSpan) -> [ByteSpan] {
    var pieces: [ByteSpan] = []
    var start = run.start
    var offset = run.start
    while offset < run.end {
      var stop = offset
      while stop < run.end, isRuleByte(bytes[stop]) { stop += 1 }
      if stop - offset >= 3 {
        let before = Blank.trim(bytes, ByteSpan(start, offset))
        if !before.isEmpty { pieces.append(before) }
        pieces.append(ByteSpan(offset, stop))
        start = stop
      }
      offset = max(stop, offset + 1)
    }
    let rest = Blank.trim(bytes, ByteSpan(start, run.end))
    if !rest.isEmpty { pieces.append(rest) }
    return pieces
  }

  private func isRuleByte(_ byte: UInt8) -> Bool {
    [0x2D, 0x5F, 0x2A, 0x3D, 0x7E, 0x60].contains(byte)
  }

  private func isRule(_ span: ByteSpan) -> Bool {
    bytes[span.start..<span.end].allSatisfy { isRuleByte($0) || $0 == 0x20 }
  }

  private func isSpacedDash(_ token: Token) -> Bool {
    token.shape.contains(.spaced) && MarkerReader.bulletKind(markers.scalar(token)) == 0x2D
  }

  /// Cuts a run at the words that begin a body's name.
  ///
  /// Where other words begin a line of the letterhead beside the motto, they go on with the line above
  /// it, and so does the body that they lead to: "BAN TỔ CHỨC GIẢI" / "VIỆT DÃ BÁO ĐẠI LÂM".
  private mutating func bodyPieces(_ tokens: [Token], joint: Bool, isCell: Bool = false)
    -> [(range: Range<Int>, heads: Bool)]
  {
    var starts: [Int] = []
    var end = 0
    var heads = false
    // Where words end that are a part of a name: the last of "MÔI TRƯỜNG" joins nothing to it.
    var inside = 0
    for match in phrases(tokens) where meaning(match) == .organisation {
      if match.start < end { continue }
      let head = value("head", of: match)
      // "UBND XÃ SƠN HÀ HỘI CHỮ THẬP ĐỎ": behind a body with its place another one may begin.
      if let last = starts.last, head != "first", head != "no", match.start > last,
        match.end < tokens.count || match.end - match.start > 1,
        endsWithPlace(Array(tokens[last..<match.start]))
      {
        end = match.end
        heads = true
        starts.append(match.start)
        continue
      }
      // "CÔNG ĐOÀN TRƯỜNG …", "PHÒNG THANH TRA": the first would be a body without a name.
      let isOf = heads && match.start == end && isOnLine(tokens[end - 1], tokens[end])
      end = match.end
      // "BCH HỘI SINH VIÊN TRƯỜNG …": the body that another is of may be of a third.
      let isFirst = head == "first" || head == "behind"
      let isInner = isOf && isFirst
      heads =
        value("alone", of: match) != "yes" && (head == nil || match.start == 0 || isInner)
      if head == "no" { inside = match.end }
      if isOf { continue }
      // "SỞ VĂN HÓA - LIÊN ĐOÀN LAO ĐỘNG TỈNH" of a joint document.
      let isParted = joint && match.start > 0 && isSpacedDash(tokens[match.start - 1])
      if head == "no" || (isFirst && match.start > 0 && !isParted) { continue }
      heads = heads || isParted
      // "TRƯỜNG TIỂU HỌC HOA BAN": a word that nothing follows names no body.
      if match.start > 0, match.end == tokens.count, match.end == match.start + 1, heads {
        continue
      }
      // "VÀ", "-" and "CỦA" join what follows to the name before.
      if match.start > 0 {
        let before = tokens[match.start - 1]
        if before.kind == .mark {
          // "HỘI PHỤ NỮ XÃ - CÔNG AN XÃ": of a joint document the dash parts two bodies.
          let parts = joint && MarkerReader.bulletKind(markers.scalar(before)) == 0x2D
          guard parts, before.shape.contains(.spaced) else { continue }
        }
        if inside < match.start, lineMatch(.joiner, [before]) != nil { continue }
      }
      starts.append(match.start)
    }
    guard let first = starts.first else { return [(0..<tokens.count, false)] }
    if first > 0, isCell { return [(0..<tokens.count, false)] }
    var pieces: [(range: Range<Int>, heads: Bool)] = []
    if first > 0 { pieces.append((0..<first, false)) }
    for (index, start) in starts.enumerated() {
      var end = index + 1 < starts.count ? starts[index + 1] : tokens.count
      while end > start + 1, tokens[end - 1].kind == .mark, end < tokens.count { end -= 1 }
      pieces.append((start..<end, true))
    }
    return pieces
  }
}
