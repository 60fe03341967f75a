import PlanModel

/// Whether a document uses markdown.
enum Markdown {
  /// Whether heading marks, table bars or marks of bold type stand in some line.
  static func isUsed(_ lines: [Line], _ bytes: [UInt8]) -> Bool {
    if lines.contains(where: { $0.heading > 0 || $0.bold || $0.pipe || $0.escaped }) { return true }
    if lines.lazy.filter({ isEmphasised($0, bytes) }).prefix(2).count > 1 { return true }
    let marks = marks(in: bytes)
    if marks.contains(.bracket), holdsLink(bytes) { return true }
    if marks.contains(.backslash), holdsEscape(bytes) { return true }
    if marks.contains(.less), holdsBreak(bytes) { return true }
    return marks.contains(.star) && lines.contains { !$0.bare && hasBold($0.raw, bytes) }
  }

  /// Whether one star opens a line and one closes it.
  private static func isEmphasised(_ line: Line, _ bytes: [UInt8]) -> Bool {
    let span = line.content
    return span.start > line.raw.start && span.end < line.raw.end
      && bytes[span.start - 1] == UInt8(ascii: "*") && bytes[span.end] == UInt8(ascii: "*")
  }

  /// The marks of markdown inside lines.
  private struct Marks: OptionSet {
    var rawValue: UInt8
    static let bracket = Marks(rawValue: 1)
    static let backslash = Marks(rawValue: 2)
    static let less = Marks(rawValue: 4)
    static let star = Marks(rawValue: 8)
  }

  /// The marks that stand somewhere in a text, found in one pass: most texts hold none.
  private static func marks(in bytes: [UInt8]) -> Marks {
    var marks: Marks = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "]"): marks.insert(.bracket)
      case UInt8(ascii: "\\"): marks.insert(.backslash)
      case UInt8(ascii: "<"): marks.insert(.less)
      case UInt8(ascii: "*"): marks.insert(.star)
      default: continue
      }
    }
    return marks
  }

  /// Whether a mark is escaped somewhere: "16 \\- 18%".
  private static func holdsEscape(_ bytes: [UInt8]) -> Bool {
    bytes.indices.dropLast().contains {
      bytes[$0] == UInt8(ascii: "\\") && mayEscape(bytes[$0 + 1])
        && bytes[$0 + 1] != UInt8(ascii: "\\")
    }
  }

  /// Whether a web page left the break of a line in a text: "<br>".
  private static func holdsBreak(_ bytes: [UInt8]) -> Bool {
    let mark = [UInt8(ascii: "<"), UInt8(ascii: "b"), UInt8(ascii: "r")]
    return bytes.indices.dropLast(3).contains { offset in
      bytes[offset] == mark[0] && bytes[offset + 1] == mark[1] && bytes[offset + 2] == mark[2]
        && [UInt8(ascii: ">"), UInt8(ascii: "/"), 0x20].contains(bytes[offset + 3])
    }
  }

  /// Whether a link stands in a text: "[12/2024/NĐ-CP](https://…)".
  private static func holdsLink(_ bytes: [UInt8]) -> Bool {
    var offset = 0
    while let close = bytes[offset...].firstIndex(of: UInt8(ascii: "]")) {
      if linkEnd(bytes, at: close) != nil { return true }
      offset = close + 1
    }
    return false
  }

  /// Whether a backslash before a byte is a mark of markdown: before punctuation.
  static func mayEscape(_ byte: UInt8) -> Bool {
    (byte >= 33 && byte <= 47) || (byte >= 58 && byte <= 64) || (byte >= 91 && byte <= 96)
      || (byte >= 123 && byte <= 126)
  }

  /// How far the address of a link is looked for.
  private static let longestAddress = 2_000

  /// Where the address of a link ends whose words end with the bracket at `close`; `nil` when that
  /// ends no link: "](https://… "title")".
  static func linkEnd(_ bytes: [UInt8], at close: Int) -> Int? {
    let end = bytes.count
    guard close + 3 < end, bytes[close + 1] == UInt8(ascii: "(") else { return nil }
    var isAddress = false
    var quoted = false
    for offset in (close + 2)..<min(end, close + 2 + longestAddress) {
      switch bytes[offset] {
      // A bracket more begins another link: no byte is looked at for two of them.
      case UInt8(ascii: "\n"), UInt8(ascii: "]"): return nil
      case UInt8(ascii: "\""): quoted = isAddress
      case UInt8(ascii: ")") where isAddress: return offset + 1
      case UInt8(ascii: ")"): return nil
      case UInt8(ascii: " "):
        // Behind the address only a title stands.
        guard quoted || offset + 1 < end && bytes[offset + 1] == UInt8(ascii: "\"") else {
          return nil
        }
      case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "."):
        isAddress = true
      default: continue
      }
    }
    return nil
  }

  /// Whether a link's words begin with the bracket at `open`.
  static func opensLink(_ bytes: [UInt8], at open: Int) -> Bool {
    var inner = 0
    for offset in (open + 1)..<min(bytes.count, open + 1 + longestAddress) {
      switch bytes[offset] {
      case UInt8(ascii: "]"): return linkEnd(bytes, at: offset) != nil
      case UInt8(ascii: "["):
        // A picture may stand inside a link, and nothing deeper.
        if inner > 0 { return false }
        inner += 1
      default: continue
      }
    }
    return false
  }

  /// Whether two stars, and no more, stand next to a word.
  ///
  /// "**KT. CHỦ TỊCH" opens bold type.
  private static func hasBold(_ span: ByteSpan, _ bytes: [UInt8]) -> Bool {
    var run = 0
    var before: UInt8 = 0x20
    for offset in span.start..<span.end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "*") {
        if run == 0 { before = offset > span.start ? bytes[offset - 1] : 0x20 }
        run += 1
      } else {
        if run == 2, byte > 0x20 || before > 0x20 { return true }
        run = 0
      }
    }
    return run == 2 && before > 0x20
  }
}
