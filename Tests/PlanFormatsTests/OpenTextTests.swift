import PlanFormats
import PlanText
import TestSupport
import Testing

/// The text of ODT files: what is printed, and nothing else.
@Suite struct OpenTextTests {
  private static let spaces =
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
    + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
    + "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
    + "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
    + "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""

  private func file(
    _ text: String, styles: String = "", outside: String? = nil, meta: String? = nil
  ) -> [UInt8] {
    let content =
      "<office:document-content \(Self.spaces)><office:automatic-styles>\(styles)"
      + "</office:automatic-styles><office:body><office:text>\(text)</office:text></office:body>"
      + "</office:document-content>"
    var entries = [
      (name: "mimetype", bytes: Array("application/vnd.oasis.opendocument.text".utf8)),
      (name: "content.xml", bytes: Array(content.utf8)),
    ]
    if let outside {
      let part =
        "<office:document-styles \(Self.spaces)>\(outside)</office:document-styles>"
      entries.append((name: "styles.xml", bytes: Array(part.utf8)))
    }
    if let meta { entries.append((name: "meta.xml", bytes: Array(meta.utf8))) }
    return PackedSample.zip(entries)
  }

  private func lines(
    _ text: String, styles: String = "", outside: String? = nil
  ) throws -> [String] {
    let opened = try OpenedDocument(file(text, styles: styles, outside: outside))
    #expect(opened.format == .odt)
    return opened.text.lines.map { opened.text.string($0) }
  }

  @Test(arguments: [
    ("<text:p>KẾ  HOẠCH\n năm</text:p><text:p/>", ["KẾ HOẠCH năm", ""]),
    (
      "<text:p>a<text:s text:c=\"3\"/>b<text:tab/>c<text:line-break/>d</text:p>", ["a   b\tc", "d"]
    ),
    (
      "<text:tracked-changes><text:p>xóa</text:p></text:tracked-changes><text:p>còn</text:p>",
      ["còn"]
    ),
    (
      "<text:p>Quỹ<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        + "<text:p>của xã</text:p></text:note-body></text:note> đủ</text:p>",
      ["Quỹ[1] đủ", "[1] của xã"]
    ),
    (
      "<text:p>a<draw:frame><draw:text-box><text:p>DỰ THẢO</text:p></draw:text-box></draw:frame>"
        + "</text:p>", ["a", "DỰ THẢO"]
    ),
    ("<text:p>a<office:annotation><text:p>ý kiến</text:p></office:annotation></text:p>", ["a"]),
  ])
  func whatIsPrinted(_ text: String, _ expected: [String]) throws {
    #expect(try lines(text) == expected)
  }

  private static let list =
    "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" "
    + "style:num-format=\"I\" style:num-suffix=\".\"/><text:list-level-style-number "
    + "text:level=\"2\" style:num-format=\"1\" style:num-suffix=\".\" text:display-levels=\"2\"/>"
    + "</text:list-style>"

  @Test func itemsAreCounted() throws {
    func item(_ content: String) -> String { "<text:list-item>\(content)</text:list-item>" }
    let inner = "<text:list>" + item("<text:p>b</text:p><text:p>c</text:p>") + "</text:list>"
    let text =
      "<text:list text:style-name=\"L\">" + item("<text:p>a</text:p>" + inner)
      + "</text:list><text:p>x</text:p><text:list text:style-name=\"L\" "
      + "text:continue-numbering=\"true\">" + item("<text:p>d</text:p>")
      + "</text:list><text:list text:style-name=\"L\">" + item("<text:p>e</text:p>")
      + "</text:list>"
    #expect(
      try lines(text, styles: Self.list) == ["I. a", "I.1. b", "c", "x", "II. d", "I. e"])
  }

  @Test func headersAreOfThePage() throws {
    let outside =
      "<office:master-styles><style:master-page style:name=\"Standard\"><style:header>"
      + "<text:p>DỰ THẢO</text:p><text:p><text:page-number>2</text:page-number></text:p>"
      + "</style:header></style:master-page></office:master-styles>"
    let opened = try OpenedDocument(file("<text:p>a</text:p>", outside: outside))
    #expect(opened.text.styles.map(\.zone) == [.pageHeader, .body])
  }

  @Test func cellsWithLinesAreData() throws {
    let styles =
      "<style:style style:name=\"C\" style:family=\"table-cell\"><style:table-cell-properties "
      + "fo:border=\"0.5pt solid #000000\"/></style:style>"
    func cell(_ text: String, _ more: String = "") -> String {
      "<table:table-cell table:style-name=\"C\" \(more)><text:p>\(text)</text:p></table:table-cell>"
    }
    let text =
      "<table:table><table:table-row>"
      + cell("Phân công", "table:number-columns-spanned=\"2\"") + "<table:covered-table-cell/>"
      + cell("Khi") + "</table:table-row><table:table-row>" + cell("A") + cell("B") + cell("C")
      + "</table:table-row></table:table>"
    #expect(try lines(text, styles: styles) == ["Phân công\t\tKhi", "A\tB\tC"])
    #expect(try lines(text) == ["Phân công", "Khi", "A", "B", "C"])
  }

  @Test func aLockedFileSaysSo() {
    let file = PackedSample.zip([
      ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)), ("content.xml", [1]),
      ("META-INF/manifest.xml", Array("<m:encryption-data/>".utf8)),
    ])
    #expect(throws: FormatError.damaged(.odt, what: "it is locked with a password")) {
      _ = try OpenedDocument(file)
    }
  }

  @Test func theFileTellsItsPagesAndItsProducer() throws {
    func opened(_ meta: String, _ text: String = "<text:p>a</text:p>") throws -> OpenedDocument {
      try OpenedDocument(
        file(
          text,
          meta:
            "<office:document-meta xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
            + " \(Self.spaces)><office:meta>\(meta)</office:meta></office:document-meta>"))
    }
    let count = "<meta:document-statistic meta:page-count=\"2\"/>"
    let told = try opened("<meta:generator>Writer/7.4\n Linux</meta:generator>" + count)
    #expect(told.pages == 2)
    #expect(told.producer == "Writer/7.4 Linux")
    let broken = "<text:p>a<text:soft-page-break/>b<text:soft-page-break/>c</text:p>"
    #expect(try opened(count, broken).pages == nil)
    #expect(try opened("<meta:generator> </meta:generator>").producer == nil)
    #expect(try opened("<meta:generator>Wri").producer == nil)
    #expect(try opened("").pages == nil)
  }

  @Test func cellsOverSeveralRowsAreTold() throws {
    func cell(_ text: String, _ more: String = "") -> String {
      "<table:table-cell\(more)>"
        + text.split(separator: "¶").map { "<text:p>\($0)</text:p>" }.joined()
        + "</table:table-cell>"
    }
    func row(_ cells: String) -> String { "<table:table-row>\(cells)</table:table-row>" }
    let covered = "<table:covered-table-cell/>"
    let table =
      row(cell("TT") + cell("Việc") + cell("Ai", " table:number-columns-spanned=\"2\"") + covered)
      + row(
        cell("1") + cell("Sơn cầu") + cell("A¶B", " table:number-rows-spanned=\"2\"") + cell("c"))
      + row(cell("2") + cell("Sửa cầu") + covered + cell("d"))
    let opened = try OpenedDocument(file("<table:table>\(table)</table:table>"))
    let text = opened.text
    #expect(
      text.lines.map { text.string($0) } == [
        "TT\tViệc\tAi\t", "1\tSơn cầu\tA B\tc", "2\tSửa cầu\t\td",
      ])
    #expect(text.styles.map(\.merged) == [[], [], [2]])
    #expect(text.styles.map(\.paragraphs) == [[], [2], []])
  }

  @Test func oneFileOfXMLIsReadAsItsParts() throws {
    let flat =
      "<?xml version=\"1.0\"?><office:document \(Self.spaces) "
      + "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:automatic-styles>"
      + "<style:style style:name=\"P1\" style:family=\"paragraph\"><style:paragraph-properties "
      + "fo:text-align=\"center\"/></style:style></office:automatic-styles><office:body>"
      + "<office:text><text:p text:style-name=\"P1\">KẾ HOẠCH</text:p></office:text></office:body>"
      + "</office:document>"
    let opened = try OpenedDocument(Array(flat.utf8))
    #expect(opened.format == .odt)
    #expect(opened.text.lines.map { opened.text.string($0) } == ["KẾ HOẠCH"])
    #expect(opened.text.styles.map(\.centred) == [true])
  }
}
