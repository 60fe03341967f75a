import PlanText
import Testing

@testable import PlanFormats

private let hasPoppler = PDFDocument.pdftotext.find() != nil

/// Fonts whose maps to characters tell letters as blanks.
@Suite struct FontMapTests {
  /// What a small generator of numbers makes of a few letters, as it was packed.
  private func letters(_ count: Int) -> [UInt8] {
    var state = 7
    return (0..<count).map { _ in
      state = (state * 1_103_515_245 + 12345) % (1 << 31)
      return Array("eeeeeeaaaannoost".utf8)[(state >> 16) % 16]
    }
  }

  @Test func packedDataIsUnpacked() {
    let fixed: [UInt8] = [120, 1, 75, 76, 74, 78, 132, 33, 0, 29, 224, 4, 153]
    #expect(Inflation.unpack(fixed[...], limit: 100) == Array("abcabcabcabc".utf8))
    #expect(Inflation.unpack(fixed[...], limit: 11) == nil)
    let stored: [UInt8] = [120, 1, 1, 3, 0, 252, 255, 97, 98, 99, 2, 77, 1, 39]
    #expect(Inflation.unpack(stored[...], limit: 100) == Array("abc".utf8))
    // A stored block that is empty between two that are coded.
    let flushed: [UInt8] = [
      120, 218, 74, 76, 74, 78, 76, 74, 6, 0, 0, 0, 255, 255, 171, 168, 172, 2, 0, 17, 199, 3, 184,
    ]
    #expect(Inflation.unpack(flushed[...], limit: 100) == Array("abcabcxyz".utf8))
    let own: [UInt8] = [
      120, 218, 29, 201, 49, 14, 0, 64, 16, 65, 209, 179, 254, 66, 75, 225, 254, 201, 154, 149, 120,
      5,
      169, 46, 51, 35, 130, 175, 87, 153, 77, 222, 11, 162, 73, 219, 7, 205, 135, 19, 75,
    ]
    #expect(Inflation.unpack(own[...], limit: 1000) == letters(47))
    for count in 0..<own.count - 6 { #expect(Inflation.unpack(own[..<count], limit: 1000) == nil) }
    for index in own.indices.dropFirst(2) {
      var damaged = own
      damaged[index] ^= 0x55
      _ = Inflation.unpack(damaged[...], limit: 1000)
    }
  }

  /// A font that has nothing but the characters of a few glyphs.
  private var font: [UInt8] {
    func half(_ value: Int) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xFF)] }
    // Glyph 3 is the blank, 36... are "A"..., 70 is "Ạ".
    let segments = [
      (0x20, 0x20, 3), (0x41, 0x5A, 36), (0xA0, 0xA0, 3), (0x1EA0, 0x1EA0, 70), (0xFFFF, 0xFFFF, 0),
    ]
    var table = half(4) + half(16 + 8 * segments.count) + half(0) + half(2 * segments.count)
    table += [UInt8](repeating: 0, count: 6)
    table += segments.flatMap { half($0.1) } + half(0) + segments.flatMap { half($0.0) }
    table += segments.flatMap { half(($0.2 - $0.0) & 0xFFFF) }
    table += segments.flatMap { _ in half(0) }
    let head = half(0) + half(1) + half(3) + half(1) + half(0) + half(12)
    var font: [UInt8] = [0, 1, 0, 0] + half(1) + [UInt8](repeating: 0, count: 6)
    font += Array("cmap".utf8) + half(0) + half(0) + half(0) + half(28) + half(0)
    return font + half(head.count + table.count) + head + table
  }

  @Test func aFontNamesItsGlyphs() throws {
    let characters = try #require(FontCharacters(font))
    #expect(characters.scalars[36] == 0x41)
    #expect(characters.scalars[70] == 0x1EA0)
    #expect(characters.scalars[3] == nil)
    #expect(FontCharacters([]) == nil)
    for count in font.indices { _ = FontCharacters(Array(font[..<count])) }
  }

  @Test func aMapTellsItsBlanks() {
    let map = CharacterMap(
      Array(
        """
        2 beginbfchar
        <0003> <0020>
        <0024> <0020>
        endbfchar
        2 beginbfrange
        <0025> <0030> <0042>
        <0046> <0047> [<0020> <1EA2>]
        endbfrange
        """.utf8))
    #expect(map.blanks == [3, 0x24, 0x46])
    #expect(map.shift == 29)
  }

  /// A file with a line of glyphs of a font, with its map to characters.
  private func file(_ map: String, font: [UInt8]) -> [UInt8] {
    func stream(_ data: [UInt8]) -> [UInt8] {
      Array("<< /Length \(data.count) >>\nstream\n".utf8) + data + Array("\nendstream".utf8)
    }
    let words = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R "
        + "/Resources << /Font << /F 4 0 R >> >> >>",
      "<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H "
        + "/DescendantFonts [5 0 R] /ToUnicode 8 0 R >>",
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /CIDToGIDMap /Identity /DW 700 "
        + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        + "/FontDescriptor 6 0 R >>",
      "<< /Type /FontDescriptor /FontName /Sample /Flags 4 /FontFile2 9 0 R >>",
    ]
    let text = "BT /F 12 Tf 1 0 0 1 80 700 Tm <002B0046003100270024> Tj ET"
    return PDFSample.file(
      words.map { Array($0.utf8) } + [
        stream(Array(text.utf8)), stream(Array(map.utf8)), stream(font),
      ])
  }

  /// A map that tells "A", "H" and "Ạ" as blanks.
  private let map = """
    /CIDInit /ProcSet findresource begin
    12 dict begin
    begincmap
    1 begincodespacerange
    <0000> <FFFF>
    endcodespacerange
    4 beginbfchar
    <0003> <0020>
    <0024> <0020>
    <002B> <0020>
    <0046> <0020>
    endbfchar
    2 beginbfrange
    <0025> <002A> <0042>
    <002C> <0030> <0049>
    endbfrange
    1 beginbfchar
    <0031> <004E>
    endbfchar
    endcmap
    end end
    """

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func lettersToldAsBlanksAreNamedByTheFont() throws {
    let opened = try OpenedDocument(file(map, font: font))
    #expect(String(decoding: opened.text.bytes, as: UTF8.self) == "HẠNDA\n")
  }

  @Test func lettersStandInTheOrderOfASCIIWhereTheFontNamesNone() throws {
    let mended = try #require(MendedFonts.mend(file(map, font: Array("no font".utf8))))
    let update = String(decoding: mended.suffix(1400), as: UTF8.self)
    #expect(
      update.contains("3 beginbfchar\n<0024> <0041>\n<002B> <0048>\n<0046> <0063>\nendbfchar\n"))
  }

  @Test func aSoundFileStaysAsItIs() {
    let sound = map.split(separator: "\n").filter {
      !$0.hasSuffix("<0020>") || $0.hasPrefix("<0003>")
    }
    #expect(MendedFonts.mend(file(sound.joined(separator: "\n"), font: font)) == nil)
    #expect(MendedFonts.mend(PDFSample(pages: [PDFSample.text("words", 80, 700)]).bytes) == nil)
    #expect(MendedFonts.mend([]) == nil)
  }

  @Test func damagedFilesAreMendedOrNot() {
    let whole = file(map, font: font)
    for count in stride(from: 0, to: whole.count, by: 7) {
      _ = MendedFonts.mend(Array(whole[..<count]))
    }
    for index in whole.indices {
      var damaged = whole
      damaged[index] ^= 0x15
      _ = MendedFonts.mend(damaged)
    }
  }
}
