import PlanModel
import Testing

@testable import PlanText

@Suite struct CanonicalTextTests {
  @Test func composedTextIsTheFileByteForByte() throws {
    let raw = Array("KẾ HOẠCH\nSố: 12/KH-UBND\n\n\tcuối".utf8)
    let text = try CanonicalText(decoding: raw)
    #expect(text.bytes == raw)
    #expect(text.encoding == "UTF-8")
    #expect(!text.encodingGuessed)
    #expect(text.lines.map(text.string) == ["KẾ HOẠCH", "Số: 12/KH-UBND", "", "\tcuối"])
  }

  @Test(arguments: [
    ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\n\n", ["a", ""]),
    ("a\u{C}b\nc", ["a\u{C}b", "c"]), ("\r\n\r\r\n", ["", "", ""]),
    ("a\rb\r\nc\n\rd", ["a", "b", "c", "", "d"]),
    ("a\u{2028}b\u{85}c\u{B}d", ["a\u{2028}b\u{85}c\u{B}d"]),
  ])
  func lines(_ raw: String, _ lines: [String]) throws {
    let text = try CanonicalText(decoding: Array(raw.utf8))
    #expect(text.lines.map(text.string) == lines)
  }

  @Test func aByteOrderMarkIsNoText() throws {
    let text = try CanonicalText(decoding: [0xEF, 0xBB, 0xBF] + Array("a\u{FEFF}\r\n".utf8))
    #expect(text.bytes == Array("a\u{FEFF}\n".utf8))
    #expect(try CanonicalText(decoding: [0xEF, 0xBB, 0xBF]).lines.isEmpty)
  }

  @Test func decomposedTextIsComposed() throws {
    let plain = "Ủy ban nhân dân xã; Đảng ủy, phấn đấu đến năm 2030 đạt từ 72% trở lên\n"
    for raw in [nfd(plain), nfd(plain) + plain + nfd(plain), plain + "o\u{323}\u{302}\n"] {
      let text = try CanonicalText(decoding: Array(raw.utf8))
      #expect(text.bytes == Array(nfc(raw).utf8))
    }
  }

  @Test func utf16RoundTrips() throws {
    let plain = "ỦY BAN\r\nsố 12 😀 – đ\u{301}\n"
    let expected = Array(nfc("ỦY BAN\nsố 12 😀 – đ\u{301}\n").utf8)
    for (bigEndian, name) in [(false, "UTF-16LE"), (true, "UTF-16BE")] {
      for mark in [true, false] {
        let raw = utf16((mark ? "\u{FEFF}" : "") + plain, bigEndian: bigEndian)
        let text = try CanonicalText(decoding: raw)
        #expect(text.bytes == expected)
        #expect(text.encoding == name)
        #expect(text.encodingGuessed == !mark)
      }
    }
  }

  @Test func linesAndColumnsCountCharactersFromOne() throws {
    let text = try CanonicalText(decoding: Array("Đề án\n\nxã 😀!".utf8))
    let expected = [
      (0, 1, 1), (1, 1, 1), (2, 1, 2), (3, 1, 2), (4, 1, 2), (5, 1, 3), (6, 1, 4), (9, 1, 6),
      (10, 2, 1), (11, 3, 1), (12, 3, 2), (15, 3, 4), (18, 3, 4), (19, 3, 5), (20, 3, 6),
      (99, 3, 6), (-1, 1, 1),
    ]
    for (offset, line, column) in expected {
      let found = text.line(at: offset)
      #expect(found.line == line && found.column == column, "offset \(offset)")
    }
    let ended = try CanonicalText(decoding: Array("a\n".utf8))
    #expect(ended.line(at: 2) == (2, 1))
    #expect(try CanonicalText(decoding: []).line(at: 0) == (1, 1))
  }

  @Test func columnsOfLongLines() throws {
    let text = try CanonicalText(decoding: Array(String(repeating: "ế", count: 10_000).utf8))
    for column in [1, 1365, 1366, 1367, 2731, 9_999, 10_000, 10_001] {
      #expect(text.line(at: (column - 1) * 3) == (1, column))
    }
  }

  @Test func spansBeyondTheTextAreCut() throws {
    let text = try CanonicalText(decoding: Array("abc".utf8))
    #expect(text.string(ByteSpan(-5, 2)) == "ab")
    #expect(text.string(ByteSpan(2, 99)) == "c")
    #expect(text.string(ByteSpan(2, 1)) == "")
    #expect(text.string(ByteSpan(7, 9)) == "")
  }

  @Test func blanks() {
    for blank in [" ", "\t", "\u{A0}", "\u{3000}", "\u{200B}", "\u{AD}", "\u{FEFF}"]
      as [Unicode.Scalar]
    {
      #expect(CanonicalText.isBlank(blank))
    }
    for mark in ["a", "…", "•", "\u{301}", "\u{F0B7}", "😀", "\u{1}"] as [Unicode.Scalar] {
      #expect(!CanonicalText.isBlank(mark))
    }
  }
}

/// The bytes of a text in UTF-16.
func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return bigEndian ? [high, low] : [low, high]
  }
}
