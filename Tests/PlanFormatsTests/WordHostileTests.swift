import PlanFormats
import TestSupport
import Testing

/// DOCX files that strangers made: a clear error, or what can be read.
@Suite struct WordHostileTests {
  private func error(_ bytes: [UInt8]) -> FormatError? {
    do {
      _ = try OpenedDocument(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func declarationsAreRefused() {
    let xml =
      "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
      + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
      + "<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
    let file = PackedSample.zip([("word/document.xml", Array(xml.utf8))])
    #expect(
      error(file)
        == .damaged(
          .docx,
          what: "word/document.xml, line 1: a document type declaration is not allowed here"))
  }

  @Test func nestingHasALimit() {
    let deep = String(repeating: "<w:tbl><w:tr><w:tc>", count: 400)
    let ends = String(repeating: "</w:tc></w:tr></w:tbl>", count: 400)
    #expect(
      error(WordSample(body: deep + ends).bytes)
        == .damaged(.docx, what: "word/document.xml, line 1: elements are nested too deep"))
  }

  @Test func aTableOfAMillionCellsHasALimit() {
    let row = "<w:tr>" + String(repeating: "<w:tc><w:p/></w:tc>", count: 2_000) + "</w:tr>"
    let table = "<w:tbl>" + String(repeating: row, count: 700) + "</w:tbl>"
    #expect(
      error(WordSample(body: table).bytes)
        == .tooLarge(.docx, what: "more than 2000000 lines and cells"))
  }

  @Test func wideSpansHaveALimit() throws {
    let wide = "<w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr>"
    let row = "<w:trPr><w:gridBefore w:val=\"2000000000\"/></w:trPr>"
    let body =
      "<w:tbl><w:tblPr><w:tblBorders><w:insideH/></w:tblBorders></w:tblPr>"
      + "<w:tr>\(row)<w:tc>\(wide)\(WordSample.paragraph("a"))</w:tc><w:tc><w:p/></w:tc></w:tr>"
      + "<w:tr><w:tc>\(WordSample.paragraph("b"))</w:tc></w:tr></w:tbl>"
    #expect(try WordSample(body: body).lines().count == 2)
  }

  @Test func aFileWithoutItsEndIsDamaged() {
    let file = WordSample(body: WordSample.paragraph("Kế hoạch")).bytes
    for length in stride(from: 40, to: file.count, by: 97) {
      if let error = error(Array(file[..<length])) {
        switch error {
        case .damaged, .text: break
        default: Issue.record("\(error)")
        }
      }
    }
  }

  @Test func aFileWithoutItsTextIsDamaged() {
    let file = PackedSample.zip([("word/document2.xml", [])])
    #expect(error(file) == .damaged(.docx, what: "the part word/document.xml is missing"))
  }

  @Test func namesThatLeaveTheFileAreOnlyNames() throws {
    let relations =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + "<Relationship Id=\"a\" Target=\"../../../etc/passwd\" Type=\"x/officeDocument\"/>"
      + "</Relationships>"
    let file = PackedSample.zip([
      ("_rels/.rels", Array(relations.utf8)), ("../../word/document.xml", [60]),
    ])
    #expect(error(file) == .damaged(.docx, what: "the part etc/passwd is missing"))
  }
}
