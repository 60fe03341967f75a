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
    #expect(throws: FormatError.text(.binary(.png, offset: 0))) {
      _ = try OpenedDocument([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    }
  }
}
