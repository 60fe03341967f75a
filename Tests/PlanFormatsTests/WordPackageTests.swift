import PlanFormats
import PlanText
import TestSupport
import Testing

/// DOCX files whose parts have other names than Word gives them, or stand in one XML file.
@Suite struct WordPackageTests {
  private static let main = WordSample.root(
    "document", "<w:body>\(WordSample.paragraph("KẾ HOẠCH"))</w:body>")

  private static func relations(_ target: String) -> String {
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + "<Relationship Id=\"a\" Target=\"\(target)\" Type=\"http://schemas.openxmlformats.org/"
      + "officeDocument/2006/relationships/officeDocument\"/></Relationships>"
  }

  private func lines(_ bytes: [UInt8]) throws -> [String] {
    let opened = try OpenedDocument(bytes)
    #expect(opened.format == .docx)
    return opened.text.lines.map { opened.text.string($0) }
  }

  private func file(_ name: String, _ target: String, _ main: String) -> [UInt8] {
    PackedSample.zip([
      ("[Content_Types].xml", Array("<Types/>".utf8)),
      ("_rels/.rels", Array(Self.relations(target).utf8)), (name, Array(main.utf8)),
    ])
  }

  @Test(arguments: [
    ("content/main2.xml", "/content/main2.xml"), ("/word/document.xml", "word/document.xml"),
    ("word\\document.xml", "word/document.xml"), ("Word/Document.xml", "word/document.xml"),
  ])
  func theTextIsFoundByTheRelations(_ name: String, _ target: String) throws {
    #expect(try lines(file(name, target, Self.main)) == ["KẾ HOẠCH"])
  }

  @Test func anotherPackageIsNoDocument() {
    #expect(throws: FormatError.text(.binary(.zip, offset: 0))) {
      _ = try OpenedDocument(file("a/drawing.xml", "a/drawing.xml", "<drawing/>"))
    }
  }

  @Test func partsInOneFileAreRead() throws {
    func part(_ name: String, _ xml: String) -> String {
      let xml = xml.replacing("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", with: "")
      return "<pkg:part pkg:name=\"\(name)\"><pkg:xmlData>\(xml)</pkg:xmlData></pkg:part>"
    }
    let flat =
      "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>"
      + "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">"
      + part("/_rels/.rels", Self.relations("word/document.xml"))
      + part("/word/document.xml", Self.main) + "</pkg:package>"
    #expect(try lines(Array(flat.utf8)) == ["KẾ HOẠCH"])
    #expect(throws: FormatError.self) { _ = try OpenedDocument(Array(flat.utf8.dropLast(60))) }
  }
}
