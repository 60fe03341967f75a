import Testing

@testable import PlanText

@Suite struct TextErrorTests {
  private func error(_ raw: [UInt8]) -> TextError? {
    do throws(TextError) {
      _ = try CanonicalText(decoding: raw)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ([0x41, 0xFF, 0x42], .undecodable(encoding: "UTF-8", offset: 1, byte: 0xFF)),
      ([0x41, 0xC0, 0x80], .undecodable(encoding: "UTF-8", offset: 1, byte: 0xC0)),
      ([0xED, 0xA0, 0x80], .undecodable(encoding: "UTF-8", offset: 0, byte: 0xED)),
      ([0xE0, 0x80, 0x80, 0x41], .undecodable(encoding: "UTF-8", offset: 0, byte: 0xE0)),
      ([0xF4, 0x90, 0x80, 0x80], .undecodable(encoding: "UTF-8", offset: 0, byte: 0xF4)),
      ([0xF5, 0x41], .undecodable(encoding: "UTF-8", offset: 0, byte: 0xF5)),
      ([0x80], .undecodable(encoding: "UTF-8", offset: 0, byte: 0x80)),
      // windows-1258 "kÕ ho¹ch" and its like.
      ([0x4B, 0xD5, 0x20, 0x68], .undecodable(encoding: "UTF-8", offset: 1, byte: 0xD5)),
      ([0x41, 0xE1, 0xBB], .truncated(encoding: "UTF-8", offset: 1)),
      ([0xF0, 0x9F, 0x98], .truncated(encoding: "UTF-8", offset: 0)),
      ([0x41, 0xC4], .truncated(encoding: "UTF-8", offset: 1)),
      ([0xFF, 0xFE, 0x41, 0x00, 0x42], .truncated(encoding: "UTF-16LE", offset: 4)),
      ([0xFE, 0xFF, 0xD8, 0x3D], .truncated(encoding: "UTF-16BE", offset: 2)),
      (
        [0xFF, 0xFE, 0x00, 0xDC, 0x41, 0x00],
        .undecodable(encoding: "UTF-16LE", offset: 2, byte: 0x00)
      ),
      (
        [0xFE, 0xFF, 0xD8, 0x3D, 0x00, 0x41],
        .undecodable(encoding: "UTF-16BE", offset: 2, byte: 0xD8)
      ),
      (Array("a b c d e f g\0h".utf8), .binary(.unknown, offset: 13)),
      ([0xFF, 0xFE, 0x41, 0x00, 0x00, 0x00], .binary(.unknown, offset: 4)),
      ([0x41, 0x01, 0xFF, 0x02], .binary(.unknown, offset: 1)),
      ([0x41, 0x42, 0x01, 0x02, 0x03, 0x04], .binary(.unknown, offset: 2)),
      (Array("%PDF-1.7\n".utf8), .binary(.pdf, offset: 0)),
      ([0x50, 0x4B, 0x03, 0x04, 0x14], .binary(.zip, offset: 0)),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00], .binary(.ole, offset: 0)),
      (Array("{\\rtf1".utf8), .binary(.rtf, offset: 0)),
      ([0xFF, 0xD8, 0xFF, 0xE0], .binary(.jpeg, offset: 0)),
    ] as [([UInt8], TextError)])
  func refuses(_ raw: [UInt8], _ expected: TextError) {
    #expect(error(raw) == expected)
  }

  @Test func aFewControlCharactersAreText() throws {
    let raw = Array("một ô của bảng Word\u{7}và ô sau nó\u{1F}".utf8)
    #expect(try CanonicalText(decoding: raw).bytes == raw)
  }

  @Test func descriptionsSayTheFactThenTheRemedy() {
    #expect(
      TextError.undecodable(encoding: "UTF-8", offset: 7, byte: 0x0B).description
        == "byte 0x0B at offset 7 is not UTF-8; save the document as UTF-8 (older files are often "
        + "windows-1258, TCVN3 or VNI)")
    #expect(
      TextError.binary(.pdf, offset: 0).description
        == "a file of the format PDF, not text; save the document as plain text in UTF-8")
    #expect(
      TextError.binary(.unknown, offset: 9).description
        == "a binary file, not text (control bytes at offset 9); "
        + "save the document as plain text in UTF-8")
    #expect(
      TextError.truncated(encoding: "UTF-16LE", offset: 4).description
        == "the UTF-16LE text ends inside the character at offset 4; fetch the whole file again")
    #expect(
      TextError.tooLarge(bytes: 3_000_000_000).description
        == "3000000000 bytes are more than the 2147483647 of one document; "
        + "split the file into its documents")
  }
}
