import PlanFormats
import PlanText
import TestSupport

/// DOCX files made of the XML that a test is about.
struct WordSample {
  /// What stands in `w:body`.
  var body: String
  /// What stands in `w:styles`.
  var styles: String?
  /// What stands in `w:numbering`.
  var numbering: String?
  /// Further parts, whole.
  var parts: [(name: String, xml: String)] = []
  /// The relations of the body.
  var relations = ""

  private static let spaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    + "xmlns:v=\"urn:schemas-microsoft-com:vml\""

  /// A root element of WordprocessingML.
  static func root(_ name: String, _ content: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:\(name) \(spaces)>\(content)</w:\(name)>"
  }

  /// The file.
  var bytes: [UInt8] {
    var entries = [
      ("[Content_Types].xml", "<Types/>"),
      ("word/document.xml", Self.root("document", "<w:body>\(body)</w:body>")),
      (
        "word/_rels/document.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + relations + "</Relationships>"
      ),
    ]
    if let styles { entries.append(("word/styles.xml", Self.root("styles", styles))) }
    if let numbering { entries.append(("word/numbering.xml", Self.root("numbering", numbering))) }
    entries += parts.map { ($0.name, $0.xml) }
    return PackedSample.zip(entries.map { ($0.0, Array($0.1.utf8)) })
  }

  /// The lines that are read out of the file.
  func lines() throws -> [String] {
    let text = try OpenedDocument(bytes).text
    return text.lines.map { text.string($0) }
  }

  /// The styles of the lines that are read out of the file.
  func lineStyles() throws -> [LineStyle] { try OpenedDocument(bytes).text.styles }

  /// A paragraph with one run.
  static func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  /// A paragraph of a numbering.
  static func numbered(_ text: String, _ number: Int = 1, level: Int = 0) -> String {
    paragraph(
      text,
      "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(number)\"/></w:numPr>")
  }

  /// A table of rows of cells, each with the paragraphs given; `ruled` draws lines.
  static func table(_ rows: [[String]], ruled: Bool) -> String {
    let borders =
      ruled ? "<w:tblBorders><w:insideH w:val=\"single\"/></w:tblBorders>" : ""
    let content = rows.map { row in
      "<w:tr>" + row.map { "<w:tc>\($0)</w:tc>" }.joined() + "</w:tr>"
    }
    return "<w:tbl><w:tblPr>\(borders)</w:tblPr>\(content.joined())</w:tbl>"
  }
}
