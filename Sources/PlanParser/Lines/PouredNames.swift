import PlanModel
import PlanText

/// Names with a dash in poured text, which are no bullets.
extension PlanReader {
  /// Whether a dash stands within quotation marks or brackets that close near by: "“Văn minh - Hiện
  /// đại”".
  func isQuoted(_ tokens: [Token], _ index: Int, after last: Int) -> Bool {
    var open: UInt32 = 0
    for token in tokens[max(last, index - 24)..<index] where token.kind == .mark {
      let scalar = markers.scalar(token)
      switch scalar {
      case 0x201C, 0x28: open = scalar
      case 0x22: open = open == 0x22 ? 0 : 0x22
      case 0x201D, 0x29: open = 0
      default: continue
      }
    }
    let close: UInt32? =
      switch open {
      case 0x201C: 0x201D
      case 0x28: 0x29
      case 0x22: 0x22
      default: nil
      }
    guard let close else { return false }
    return tokens[index..<min(tokens.count, index + 24)].contains { markers.scalar($0) == close }
  }

  /// Whether a dash stands within the name of a body: "Phòng Kinh tế - Hạ tầng huyện", but not
  /// "Sở Tài chính - Bố trí kinh phí".
  mutating func isInName(_ tokens: [Token], _ index: Int, after last: Int) -> Bool {
    var start = index
    while start > last, index - start < 12,
      tokens[start - 1].kind != .mark || isBullet(tokens[start - 1])
    {
      start -= 1
    }
    guard start < index else { return false }
    // "TM. ỦY BAN NHÂN DÂN - Sở Công Thương": the capitals of a name do not end in its middle.
    if tokens[index - 1].shape.contains(.upper), !tokens[index - 1].shape.contains(.single),
      index - start > 1, tokens[index - 2].shape.contains(.upper), index + 1 < tokens.count,
      !tokens[index + 1].shape.contains(.upper)
    {
      return false
    }
    let name = phrases(Array(tokens[start..<index])).contains {
      meaning($0) == .actor && value("kind", of: $0) == "named"
    }
    guard name else { return false }
    let after = Array(tokens[(index + 1)..<min(tokens.count, index + 8)])
    // "Địa điểm: Văn phòng - Thời gian: …" and "Văn phòng - Tham mưu …" begin anew.
    return !phrases(after).contains {
      $0.start == 0 && (opensDuty($0) || meaning($0) == .taskLabel)
    }
  }

  /// How many words of the name of a body, of what stands behind its dash, and of the first bullet
  /// are looked at.
  private static let (nameReach, verbReach, bulletReach, longTitle) = (14, 8, 90, 60)

  /// Whether a dash behind the name of a body, which is the whole title of a unit, opens a list.
  ///
  /// "3. Tổ Công nghệ - Quản trị hệ thống; hỗ trợ lớp học. - Theo dõi sự cố.": a sentence stands
  /// between it and the next dash, and no further part of the name.
  func headsList(_ tokens: [Token], _ index: Int, _ cutter: PouredCutter) -> Bool {
    guard !cutter.isBullet, index - cutter.lastCut <= PlanReader.nameReach,
      tokens[cutter.lastCut].kind == .number, index + 2 < tokens.count,
      tokens[index + 1].shape.contains(.capitalized)
    else { return false }
    let title = tokens[cutter.lastCut..<index].drop { Int($0.start) < cutter.labelEnd }
    let verb = tokens[(index + 2)...].prefix(PlanReader.verbReach)
    guard title.allSatisfy({ $0.kind == .syllable || markers.scalar($0) == 0x2C }),
      !verb.contains(where: { $0.shape.contains(.capitalized) })
    else { return false }
    let reach = (index + 1)..<min(tokens.count, index + PlanReader.bulletReach)
    guard
      let next = reach.first(where: { isBullet(tokens[$0]) && tokens[$0].shape.contains(.spaced) })
    else { return false }
    return [0x2E, 0x3B].contains(markers.scalar(tokens[next - 1]))
  }

  /// Whether a dash behind a title of any length opens the first of a list: nothing ends a sentence
  /// before it, a verb or a body stands behind it, and the next dash stands behind a sentence.
  ///
  /// "1. Nâng cao năng lực …, đổi mới chương trình … tại các làng nghề - Mở lớp tại xã. - Thi …".
  mutating func headsListBehindTitle(
    _ tokens: [Token], _ index: Int, _ cutter: PouredCutter
  ) -> Bool {
    guard isBullet(tokens[index]), !cutter.isBullet, index > 1, index + 2 < tokens.count,
      index - cutter.lastCut <= PlanReader.longTitle, cutter.hasUnits,
      tokens[index - 1].kind == .syllable,
      tokens[index + 1].shape.contains([.spaced, .capitalized]),
      !tokens[index + 1].shape.contains(.upper),
      tokens[index + 2].kind == .syllable, !tokens[index + 2].shape.contains(.capitalized)
    else { return false }
    let title = tokens[cutter.lastCut..<index].drop { Int($0.start) < cutter.labelEnd }
    guard title.allSatisfy({ $0.kind != .mark || [0x2C, 0x28, 0x29].contains(markers.scalar($0)) })
    else { return false }
    let reach = (index + 1)..<min(tokens.count, index + PlanReader.bulletReach)
    guard
      let next = reach.first(where: { isBullet(tokens[$0]) && tokens[$0].shape.contains(.spaced) }),
      [0x2E, 0x3B].contains(markers.scalar(tokens[next - 1]))
    else { return false }
    let after = Array(tokens[(index + 1)..<min(tokens.count, index + 8)])
    // "… về đọc sách - Ủy ban nhân dân xã đưa …": no name with a dash has its first part small.
    let isSmall = tokens[(index - 2)..<index].allSatisfy { !$0.shape.contains(.capitalized) }
    return phrases(after).contains {
      $0.start == 0 && (opensDuty($0) || isSmall && meaning($0) == .actor)
    }
  }

  /// Whether a dash stands in the symbol of a document, which begins behind the stroke of its number:
  /// "số 13/2026/TTLT - BYT - BGDĐT".
  func isInSymbol(_ tokens: [Token], _ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].shape.contains(.upper) else { return false }
    var place = index - 1
    while place > 1, tokens[place].kind == .syllable, tokens[place].shape.contains(.upper) {
      let tie = tokens[place - 1]
      if markers.scalar(tie) == 0x2F { return tokens[place - 2].kind == .number }
      guard isBullet(tie) else { return false }
      place -= 2
    }
    return false
  }

  /// The names with a dash that a document writes more than once: "Thăng Long - Hà Nội".
  mutating func dashedNames(_ text: TokenWindow) -> Set<UInt64> {
    var window = text
    var met: Set<UInt64> = []
    var names: Set<UInt64> = []
    var index = 0
    while true {
      index -= window.move(to: index, &self)
      guard index < window.tokens.count else { return names }
      if isBullet(window.tokens[index]), let name = dashedName(window.tokens, index),
        !met.insert(name).inserted
      {
        names.insert(name)
      }
      index += 1
    }
  }

  /// The two words before a dash, of which one is capitalized, and the two behind it, as one
  /// number; `nil` where no name may hold the dash.
  func dashedName(_ tokens: [Token], _ index: Int) -> UInt64? {
    guard index > 1, index + 2 < tokens.count else { return nil }
    let words = [tokens[index - 2], tokens[index - 1], tokens[index + 1], tokens[index + 2]]
    guard words.allSatisfy({ $0.kind == .syllable }),
      words[0].shape.contains(.capitalized) || words[1].shape.contains(.capitalized),
      words[2].shape.contains(.capitalized)
    else { return nil }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in words {
      for byte in bytes[Int(word.start)..<Int(word.end)] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
      hash = (hash ^ 0x20) &* 0x100_0000_01B3
    }
    return hash
  }
}
