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

  /// Where the title and the note begin of an appendix or document that opens behind the name of
  /// who signs ("… Trần Văn Sơn PHỤ LỤC …"); `nil` when none opens.
  mutating func attached(_ tokens: [Token], _ index: Int, _ window: [Token]) -> [Int]? {
    guard tokens[index].shape.contains(.upper), window.count > 2, window[1].shape.contains(.upper),
      tokens[index - 1].kind != .syllable || !tokens[index - 1].shape.contains(.upper)
        || tokens[index - 1].shape.contains(.single)
    else { return nil }
    let kind = phrases(window).first { $0.start == 0 && meaning($0) == .kind }
    let note = noteStart(tokens, index)
    // "… Trần Văn Sơn PHÂN CÔNG NHIỆM VỤ (Kèm theo Kế hoạch …)": a title in capitals and its note.
    let isTitled =
      note.map { note in
        tokens[index..<note].allSatisfy { $0.kind != .syllable || $0.shape.contains(.upper) }
      } ?? false
    guard kind != nil || isTitled || lineMatch(.appendix, window) != nil else { return nil }
    var parts = kind.map { [index + $0.end] } ?? []
    if let note { parts.append(note) }
    return parts
  }

  /// How many tokens the title of what is attached has at most.
  private static let titleReach = 120

  /// Where the note under a title begins that opens at a token; `nil` when there is none.
  private mutating func noteStart(_ tokens: [Token], _ index: Int) -> Int? {
    let reach = index..<min(tokens.count, index + PlanReader.titleReach)
    guard let open = reach.first(where: { markers.scalar(tokens[$0]) == 0x28 }) else { return nil }
    let behind = Array(tokens[open..<min(tokens.count, open + 40)])
    return lineMatch(.note, behind) != nil ? open : nil
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
