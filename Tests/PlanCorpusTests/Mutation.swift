import TestSupport

/// Damages documents at random, the same way for the same seed.
struct Mutation {
  private var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  /// What is put into a document: what the parser looks for, where it does not belong.
  private static let pieces: [String] = [
    "\t", "\t\t\t", "|", "| a | b |", "- ", "+ ", "* ", "• ", "# ", "#### ", "**", "I. ", "IV. ",
    "1. ", "3.1. ", "a) ", "đ) ", "(1) ", "Điều 1. ", "PHẦN I", "PHỤ LỤC", "PHỤ LỤC II\n",
    "KẾ HOẠCH", "Số: 12/KH-UBND", "Số: /KH-", "ngày tháng năm", "ngày 31 tháng 2 năm 2026",
    "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "QUYẾT ĐỊNH:",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Căn cứ ", "./.", "----",
    "STT\tNội dung\tThời gian", "(1)\t(2)\t(3)", "12", "99999999999999999999", "1.2.3.4.5.6.7.8",
    "100%", "\u{0C}", "\u{A0}", "\u{200B}", "\u{0301}", "\u{FFFD}", "\u{1F600}", "\n", "\n\n\n",
    "\r", "\r\n", "( ", ")", ":", ";", "…", "“", "```\n", "<br>", "\\", "[1] ", "¹", ". ", ", ",
    "– ",
    "/", "& ",
  ]

  /// A few lines of a document with one to four faults.
  mutating func damage(_ document: [UInt8]) -> [UInt8] {
    var bytes = piece(of: document)
    for _ in 0...random.below(4) { damageOnce(&bytes) }
    return bytes
  }

  /// Up to forty lines from anywhere.
  private mutating func piece(of document: [UInt8]) -> [UInt8] {
    let lines = document.split(separator: 0x0A, omittingEmptySubsequences: false)
    let start = random.below(lines.count)
    return Array(lines[start..<min(lines.count, start + 1 + random.below(40))].joined(by: 0x0A))
  }

  private mutating func damageOnce(_ bytes: inout [UInt8]) {
    let place = random.below(bytes.count + 1)
    switch random.below(10) {
    case 0: changeLines(&bytes) { lines, random in lines.remove(at: random.below(lines.count)) }
    case 1:
      changeLines(&bytes) { lines, random in
        lines.insert(lines[random.below(lines.count)], at: random.below(lines.count))
      }
    case 2:
      changeLines(&bytes) { lines, random in
        lines.swapAt(random.below(lines.count), random.below(lines.count))
      }
    case 3: bytes.removeSubrange(place...)
    case 4: bytes.removeSubrange(..<place)
    case 5: if place < bytes.count { bytes[place] = UInt8(random.below(256)) }
    case 6:
      changeLines(&bytes) { lines, random in
        let index = random.below(lines.count)
        lines[index] = ArraySlice(Self.piece(&random)) + lines[index]
      }
    case 7:
      let edges = bytes.indices.filter { bytes[$0] == 0x09 || bytes[$0] == 0x7C }
      guard !edges.isEmpty else { return }
      let edge = edges[random.below(edges.count)] + random.below(2)
      bytes.insert(contentsOf: Self.piece(&random), at: edge)
    default: bytes.insert(contentsOf: Self.piece(&random), at: boundary(bytes, place))
    }
  }

  /// The start of a character at or before a place.
  private func boundary(_ bytes: [UInt8], _ place: Int) -> Int {
    var place = place
    while place > 0, place < bytes.count, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  private static func piece(_ random: inout SeededRandom) -> [UInt8] {
    Array(pieces[random.below(pieces.count)].utf8)
  }

  private mutating func changeLines(
    _ bytes: inout [UInt8],
    _ change: (inout [ArraySlice<UInt8>], inout SeededRandom) -> Void
  ) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    change(&lines, &random)
    bytes = Array(lines.joined(by: 0x0A))
  }
}

extension [ArraySlice<UInt8>] {
  fileprivate func joined(by byte: UInt8) -> JoinedSequence<Self> { joined(separator: [byte]) }
}

extension ArraySlice<ArraySlice<UInt8>> {
  fileprivate func joined(by byte: UInt8) -> JoinedSequence<Self> { joined(separator: [byte]) }
}
