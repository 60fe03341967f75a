import PlanModel
import PlanText

/// Where the endings of poured text begin, and what is attached behind them.
extension PlanReader {
  /// Whether the recipients, or those who sign, open at a token.
  mutating func opensEnding(_ tokens: [Token], _ index: Int, _ window: [Token]) -> Bool {
    // "GIÁM ĐỐC Trần Văn Sơn Nơi nhận: - …"
    if window.count > 2, markers.scalar(window[2]) == 0x3A, lineMatch(.recipients, window) != nil {
      return true
    }
    guard tokens[index - 1].kind == .mark || tokens[index].shape.contains(.upper) else {
      return false
    }
    if isDateOfSigner(window) { return true }
    // "TM. BAN THƯỜNG TRỰC CHỦ TỊCH (Ký tên)": the position goes on with its capitals.
    if !tokens[index - 1].shape.contains(.upper), !isDeputed(tokens, index), isSigned(window) {
      return true
    }
    if endsPlan(tokens, index), opensPosition(window) { return true }
    return lineMatches(window).contains { match in
      switch meaning(match) {
      case .recipients: true
      case .authority: window.count > 2 && tokens[index].shape.contains(.upper)
      default: false
      }
    }
  }

  /// Whether the letters that say for whom is signed stand before a position.
  ///
  /// "KT. GIÁM ĐỐC".
  private mutating func isDeputed(_ tokens: [Token], _ index: Int) -> Bool {
    guard index > 1, tokens[index - 2].shape.contains(.upper) else { return false }
    let window = Array(tokens[(index - 2)..<min(tokens.count, index + 6)])
    return lineMatch(.authority, window) != nil
  }

  /// Whether the label of the recipients and its colon stand at a token, whatever stands before.
  mutating func namesRecipients(_ tokens: [Token], _ index: Int) -> Bool {
    index > 0 && index + 2 < tokens.count && tokens[index].shape.contains(.capitalized)
      && markers.scalar(tokens[index + 2]) == 0x3A
      && lineMatch(.recipients, Array(tokens[index...(index + 2)])) != nil
  }

  /// Whether a group of recipients opens at a token: "Gửi bản giấy: - Các thôn".
  mutating func opensGroup(_ tokens: [Token], _ index: Int) -> Bool {
    guard tokens[index - 1].kind == .mark,
      let colon = (index..<min(tokens.count, index + 8)).first(where: {
        markers.scalar(tokens[$0]) == 0x3A
      })
    else { return false }
    return lineMatch(.recipientGroup, Array(tokens[index...colon])) != nil
  }

  /// Whether place and date open a window, and the position of who signs stands below them.
  private mutating func isDateOfSigner(_ window: [Token]) -> Bool {
    guard plan.header.date.status == .absent,
      let date = phrases(window).first(where: { $0.start == 0 && meaning($0) == .placeDate }),
      capture("place", of: date, window) != nil, date.end < window.count,
      window[date.end].shape.contains(.upper)
    else { return false }
    let rest = Array(window[date.end...])
    return opensPosition(rest) || lineMatch(.authority, rest) != nil
  }

  /// Whether an appendix or document opens behind the name of who signs ("… Trần Văn Sơn PHỤ LỤC
  /// …"); where its title, note and text begin is kept.
  mutating func attached(
    _ tokens: [Token], _ index: Int, _ window: [Token], _ cutter: inout PouredCutter
  ) -> Bool {
    guard beginsCapitals(tokens, index), window.count > 2, window[1].shape.contains(.upper) else {
      return false
    }
    let kind = phrases(window).first { $0.start == 0 && meaning($0) == .kind }
    let note = noteStart(tokens, index)
    // "… Trần Văn Sơn PHÂN CÔNG NHIỆM VỤ (Kèm theo Kế hoạch …)": a title in capitals and its note.
    let isTitled =
      note.map { note in
        tokens[index..<note].allSatisfy { $0.kind != .syllable || $0.shape.contains(.upper) }
      } ?? false
    guard kind != nil || isTitled || lineMatch(.appendix, window) != nil else { return false }
    cutter.restart()
    cutter.titleParts = kind.map { [index + $0.end] } ?? []
    cutter.textStart = note.flatMap { noteEnd(tokens, $0) }
    cutter.titleParts += [note, cutter.textStart].compactMap { $0 }
    return true
  }

  /// Whether capitals begin at a token that no word in capitals stands before.
  private func beginsCapitals(_ tokens: [Token], _ index: Int) -> Bool {
    guard tokens[index].shape.contains(.upper) else { return false }
    return index == 0 || tokens[index - 1].kind != .syllable
      || !tokens[index - 1].shape.contains(.upper) || tokens[index - 1].shape.contains(.single)
  }

  /// Whether an appendix opens at a token: its label and title in capitals, and a note under them
  /// ("PHỤ LỤC II DANH MỤC DỰ ÁN (Kèm theo Kế hoạch số …)").
  mutating func opensAppendix(_ tokens: [Token], _ index: Int) -> Bool {
    guard beginsCapitals(tokens, index), index + 2 < tokens.count,
      tokens[index + 1].shape.contains(.upper),
      lineMatch(.appendix, Array(tokens[index..<min(tokens.count, index + 8)])) != nil,
      let note = noteStart(tokens, index)
    else { return false }
    return tokens[index..<note].allSatisfy { $0.kind != .syllable || $0.shape.contains(.upper) }
  }

  /// How many tokens the title of what is attached has at most.
  private static let titleReach = 120

  /// Where the note under a title begins that opens at a token; `nil` when there is none.
  private mutating func noteStart(_ tokens: [Token], _ index: Int) -> Int? {
    let reach = index..<min(tokens.count, index + PlanReader.titleReach)
    guard let open = reach.first(where: { markers.scalar(tokens[$0]) == 0x28 }),
      !tokens[index..<open].indices.dropFirst().contains(where: { endsTitle(tokens, $0) })
    else { return nil }
    let behind = Array(tokens[open..<min(tokens.count, open + 40)])
    return lineMatch(.note, behind) != nil ? open : nil
  }

  /// Whether a mark ends what no title holds: a clause, or a label ("I.", "1.").
  private func endsTitle(_ tokens: [Token], _ index: Int) -> Bool {
    switch markers.scalar(tokens[index]) {
    case 0x3B: true
    case 0x2E:
      tokens[index - 1].kind == .number || tokens[index - 1].shape.contains(.roman)
    default: false
    }
  }

  /// Where the text behind a note begins whose bracket opens at a token; `nil` when none closes it.
  private func noteEnd(_ tokens: [Token], _ open: Int) -> Int? {
    var depth = 0
    for index in tokens[open...].indices.prefix(PlanReader.titleReach) {
      let mark = markers.scalar(tokens[index])
      if mark == 0x28 { depth += 1 }
      if mark == 0x29 { depth -= 1 }
      if depth == 0 { return index + 1 < tokens.count ? index + 1 : nil }
    }
    return nil
  }

  /// Whether the marks that end a plan stand before a token.
  func endsPlan(_ tokens: [Token], _ index: Int) -> Bool {
    index > 1 && tokens[index].shape.contains(.upper)
      && [0x2E, 0x2F].contains(markers.scalar(tokens[index - 1]))
      && [0x2E, 0x2F].contains(markers.scalar(tokens[index - 2]))
  }

  /// Whether a position in capitals opens a signature: "GIÁM ĐỐC (Đã ký) Phạm Văn Hòa".
  mutating func isSigned(_ window: [Token]) -> Bool {
    guard window.first?.shape.contains(.upper) == true,
      let bracket = window.prefix(8).firstIndex(where: { markers.scalar($0) == 0x28 }), bracket > 0,
      window[..<bracket].allSatisfy({ $0.shape.contains(.upper) }),
      lineMatch(.signed, Array(window[bracket..<min(window.count, bracket + 12)])) != nil
    else { return false }
    return opensPosition(window)
  }

  private mutating func opensPosition(_ window: [Token]) -> Bool {
    phrases(window).contains { $0.start == 0 && meaning($0) == .position }
  }
}
