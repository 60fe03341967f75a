import PlanFormats
import PlanText
import Testing

@Suite struct OpenedDocumentTests {
  @Test func textIsItsOwnText() throws {
    let opened = try OpenedDocument(Array("KẾ HOẠCH\n".utf8))
    #expect(opened.format == .text)
    #expect(opened.text.bytes == Array("KẾ HOẠCH\n".utf8))
    #expect(opened.text.styles.isEmpty)
    #expect(opened.pages == nil)
  }

  @Test func whatIsNoTextIsAnError() {
    #expect(throws: FormatError.text(.binary(.gzip, offset: 0))) {
      _ = try OpenedDocument([0x1F, 0x8B, 0x08, 0x00])
    }
  }
}
