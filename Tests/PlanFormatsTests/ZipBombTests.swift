import PlanFormats
import Testing

/// Files that unpack to far more than they are.
@Suite struct ZipBombTests {
  /// `count` zero bytes by deflate with fixed codes: one literal, then runs of 258.
  private func deflatedZeros(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits: UInt64 = 0
    var filled = 0
    func put(_ value: UInt64, _ width: Int) {
      bits |= value << UInt64(filled)
      filled += width
      while filled >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        filled -= 8
      }
    }
    // The last block, fixed codes; codes stand with their first bit first.
    put(0b011, 3)
    put(0b0000_1100, 8)
    for _ in 0..<(count / 258) { put(0b0_0000_1010_0011, 13) }
    put(0, 7)
    put(0, 7)
    return bytes
  }

  /// A DOCX file whose text is what some bytes unpack to.
  private func file(_ packed: [UInt8], stated: UInt32) -> [UInt8] {
    func little(_ value: UInt32) -> [UInt8] {
      (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    let name = Array("word/document.xml".utf8)
    let facts: [UInt8] =
      [20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0x5C, 0, 0, 0, 0] + little(UInt32(packed.count))
      + little(stated) + [UInt8(name.count), 0, 0, 0]
    let entry = [0x50, 0x4B, 3, 4] + facts + name + packed
    let directory =
      [0x50, 0x4B, 1, 2, 20, 0] + facts + [UInt8](repeating: 0, count: 14) + name
    return entry + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0]
      + little(UInt32(directory.count)) + little(UInt32(entry.count)) + [0, 0]
  }

  @Test(arguments: [40, 4_000_000_000] as [UInt32])
  func whatUnpacksTooFarIsRefused(_ stated: UInt32) {
    let bomb = file(deflatedZeros(200 << 20), stated: stated)
    #expect(bomb.count < 2 << 20)
    #expect {
      _ = try OpenedDocument(bomb)
    } throws: { error in
      switch error as? FormatError {
      case .tooLarge(.docx, _), .damaged(.docx, _): true
      default: false
      }
    }
  }
}
