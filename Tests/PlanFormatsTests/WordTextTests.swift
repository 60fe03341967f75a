import PlanFormats
import PlanText
import Testing

/// The text of DOCX files: what is printed, and nothing else.
@Suite struct WordTextTests {
  private func lines(_ body: String) throws -> [String] { try WordSample(body: body).lines() }

  @Test func eachParagraphIsALine() throws {
    let body = WordSample.paragraph("KẾ HOẠCH") + "<w:p/>" + WordSample.paragraph("a &amp; b")
    #expect(try lines(body) == ["KẾ HOẠCH", "", "a & b"])
    #expect(try OpenedDocument(WordSample(body: body).bytes).format == .docx)
  }

  @Test(arguments: [
    ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", ["a\tb"]),
    ("<w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t>", ["a", "b", "c"]),
    ("<w:t>2026</w:t><w:noBreakHyphen/><w:t>2030</w:t>", ["2026-2030"]),
    ("<w:t>công</w:t><w:softHyphen/><w:t> tác</w:t>", ["công tác"]),
    ("<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t> 5</w:t>", ["≥ 5"]),
    ("<w:rPr><w:vanish/></w:rPr><w:t>giấu</w:t>", []),
    ("<w:rPr><w:caps/></w:rPr><w:t>đề án</w:t>", ["ĐỀ ÁN"]),
    ("<w:delText>xóa</w:delText><w:t>còn</w:t>", ["còn"]),
    ("<w:t>a</w:t><w:br w:type=\"page\"/><w:t>b</w:t>", ["a", "\u{C}b"]),
  ])
  func whatARunPrints(_ run: String, _ expected: [String]) throws {
    let printed = try lines("<w:p><w:r>\(run)</w:r></w:p>")
    #expect(printed.filter { !$0.isEmpty } == expected)
  }

  @Test(arguments: [
    ("1. Các thôn cùng nhau sửa lại các con đường đi Mường ", "Lai trong năm nay.", true),
    ("1. Các thôn cùng nhau sửa lại các con đường đi Mường", "Lai trong năm nay.", false),
    ("1. Các thôn cùng nhau sửa lại các con đường đi Mường. ", "Lai là xã bên.", false),
    ("1. Các thôn cùng nhau sửa lại các con đường đi Mường ", "- Lai và Nà Bó.", false),
    ("KẾ HOẠCH CÁC THÔN CÙNG NHAU SỬA CÁC CON ĐƯỜNG MƯỜNG ", "Lai trong năm nay", false),
  ])
  func aLineBrokenWithinASentenceGoesOn(_ text: String, _ rest: String, isOne: Bool) throws {
    let body =
      "<w:p><w:r><w:t xml:space=\"preserve\">\(text)</w:t><w:br/><w:t>\(rest)</w:t></w:r></w:p>"
    #expect(try lines(body).filter { !$0.isEmpty }.count == (isOne ? 1 : 2))
  }

  @Test func trackedChangesGiveTheFinalText() throws {
    func text(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }
    let body =
      "<w:p><w:ins>\(text("mới "))</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
      + "<w:moveFrom>\(text("đi"))</w:moveFrom><w:moveTo>\(text("đến"))</w:moveTo></w:p>"
    #expect(try lines(body) == ["mới đến"])
    let joined =
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(text("Căn cứ "))</w:p><w:p>\(text("Luật"))</w:p>"
    #expect(try lines(joined + WordSample.paragraph("sau")) == ["Căn cứ Luật", "sau"])
    let gone =
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>x</w:delText></w:r>"
      + "</w:del></w:p>"
    #expect(try lines(gone + WordSample.paragraph("sau")) == ["sau"])
    let moved =
      "<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFrom>\(text("đi"))</w:moveFrom></w:p>"
    #expect(try lines(moved + WordSample.paragraph("sau")) == ["sau"])
  }

  @Test(arguments: [
    ("drop", ["Rà soát", "b"]), ("margin", ["Rà soát", "b"]), ("none", ["R", "à soát", "b"]),
  ])
  func aDropCapBeginsTheParagraphBehindIt(_ kind: String, _ expected: [String]) throws {
    let body =
      WordSample.paragraph("R", "<w:framePr w:dropCap=\"\(kind)\" w:lines=\"3\"/>")
      + WordSample.paragraph("à soát") + WordSample.paragraph("b")
    #expect(try lines(body) == expected)
  }

  @Test func ofAFieldTheResultIsPrinted() throws {
    let body =
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText>"
      + "<w:t>không in</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
      + "<w:r><w:t>01/01/2026</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
      + "<w:fldSimple w:instr=\"REF x\"><w:r><w:t> III</w:t></w:r></w:fldSimple></w:p>"
    #expect(try lines(body) == ["01/01/2026 III"])
  }

  @Test func ofAlternativesTheFirstCounts() throws {
    let box = "<w:txbxContent>\(WordSample.paragraph("DỰ THẢO"))</w:txbxContent>"
    let body =
      "<w:p><w:r><w:t>trước</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">\(box)"
      + "</mc:Choice><mc:Fallback><w:pict>\(box)</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
      + "<w:r><w:t> sau</w:t></w:r></w:p>"
    #expect(try lines(body) == ["trước sau", "DỰ THẢO"])
  }

  @Test func notesStandAtTheEnd() throws {
    let sample = WordSample(
      body: "<w:p><w:r><w:t>Quỹ</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
      parts: [
        (
          "word/footnotes.xml",
          WordSample.root(
            "footnotes",
            "<w:footnote w:id=\"0\">\(WordSample.paragraph(""))</w:footnote>"
              + "<w:footnote w:id=\"2\">\(WordSample.paragraph("Quỹ của xã."))</w:footnote>")
        )
      ])
    #expect(try sample.lines() == ["Quỹ[1]", "[1] Quỹ của xã."])
    #expect(try sample.lineStyles().map(\.zone) == [.body, .footnote])
  }

  @Test func headersAndFootersStandAroundTheText() throws {
    let page =
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> PAGE </w:instrText>"
      + "<w:fldChar w:fldCharType=\"separate\"/><w:t>2</w:t><w:fldChar w:fldCharType=\"end\"/>"
      + "</w:r></w:p>"
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let sample = WordSample(
      body: WordSample.paragraph("KẾ HOẠCH")
        + "<w:sectPr><w:headerReference r:id=\"a\"/><w:footerReference r:id=\"b\"/></w:sectPr>",
      parts: [
        ("word/header1.xml", WordSample.root("hdr", page + WordSample.paragraph("DỰ THẢO"))),
        ("word/footer1.xml", WordSample.root("ftr", page)),
      ],
      relations: "<Relationship Id=\"a\" Type=\"\(kind)header\" Target=\"header1.xml\"/>"
        + "<Relationship Id=\"b\" Type=\"\(kind)footer\" Target=\"/word/footer1.xml\"/>")
    #expect(try sample.lines() == ["DỰ THẢO", "KẾ HOẠCH"])
    #expect(try sample.lineStyles().map(\.zone) == [.pageHeader, .body])
  }

  @Test func stylesAreInherited() throws {
    let sample = WordSample(
      body: WordSample.paragraph("Một", "<w:pStyle w:val=\"b\"/>")
        + "<w:p><w:pPr><w:pStyle w:val=\"b\"/><w:jc w:val=\"left\"/></w:pPr>"
        + "<w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>Hai</w:t></w:r></w:p>"
        + WordSample.paragraph("Ba"),
      styles: "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"24\"/></w:rPr></w:rPrDefault>"
        + "</w:docDefaults><w:style w:type=\"paragraph\" w:styleId=\"a\"><w:pPr>"
        + "<w:jc w:val=\"center\"/><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/>"
        + "<w:rPr><w:b/><w:sz w:val=\"28\"/></w:rPr></w:style>")
    let styles = try sample.lineStyles()
    #expect(styles.map(\.bold) == [true, false, false])
    #expect(styles.map(\.centred) == [true, false, false])
    #expect(styles.map(\.headingLevel) == [2, 2, 0])
    #expect(styles.map(\.size) == [28, 28, 24])
  }

  @Test func stylesInACircleEnd() throws {
    let sample = WordSample(
      body: WordSample.paragraph("Một", "<w:pStyle w:val=\"a\"/>"),
      styles: "<w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style>"
        + "<w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>")
    #expect(try sample.lines() == ["Một"])
  }

  @Test func fontsOfTheNinetiesAreToldInUnicode() throws {
    func run(_ font: String, _ content: String) -> String {
      "<w:r><w:rPr><w:rFonts w:ascii=\"\(font)\" w:hAnsi=\"\(font)\"/></w:rPr>\(content)</w:r>"
    }
    let body =
      "<w:p>" + run(".VnTimeH", "<w:t>kÕ ho¹ch</w:t>") + "</w:p><w:p>"
      + run(".VnTime", "<w:t>Trång c©y bªn ®</w:t><w:softHyphen/><w:t>êng</w:t>")
      + run("Times New Roman", "<w:t>, làm đường</w:t>") + "</w:p><w:p>"
      + run("VNI-Times", "<w:t>Keá hoaïch</w:t>") + "</w:p><w:p>"
      + run(".VnTime", "<w:t>Kế hoạch</w:t>") + "</w:p>"
    #expect(
      try WordSample(body: body).lines() == [
        "KẾ HOẠCH", "Trồng cây bên đường, làm đường", "Kế hoạch", "Kế hoạch",
      ])
  }

  @Test(arguments: [
    ("<Pages>1</Pages><Application>Writer</Application><AppVersion>7.4</AppVersion>", "Writer 7.4"),
    ("<Application> Writer\n 7</Application>", "Writer 7"), ("<AppVersion>7</AppVersion>", nil),
    ("<Application>Wri", nil),
  ]) func theFileTellsItsProducer(_ properties: String, _ producer: String?) throws {
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    let part = "<Properties xmlns=\"\(space)\">\(properties)</Properties>"
    let sample = WordSample(
      body: WordSample.paragraph("a"), parts: [(name: "docProps/app.xml", xml: part)])
    let opened = try OpenedDocument(sample.bytes)
    #expect(opened.producer == producer)
    #expect(opened.pages == (properties.contains("Pages") ? 1 : nil))
  }

  @Test(arguments: ["", "<w:del><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:del>"])
  func aFieldWithoutItsEndHidesItsParagraphAlone(_ end: String) throws {
    let body =
      "<w:p><w:r><w:t>Xem</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
      + "<w:r><w:instrText> REF a </w:instrText></w:r>\(end)</w:p>" + WordSample.paragraph("sau")
    #expect(try lines(body) == ["Xem", "sau"])
  }

  @Test func aFieldWhoseBeginningWasStruckOutIsText() throws {
    let body =
      "<w:p><w:del><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF a "
      + "</w:instrText></w:r></w:del><w:r><w:t>mục 1</w:t></w:r><w:r>"
      + "<w:fldChar w:fldCharType=\"end\"/></w:r></w:p>" + WordSample.paragraph("sau")
    #expect(try lines(body) == ["mục 1", "sau"])
    let moved =
      "<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:r><w:t>Một</w:t></w:r></w:p>"
      + WordSample.paragraph("Hai")
    #expect(try lines(moved) == ["Một", "Hai"])
  }

  @Test func aChoiceThatWordDoesNotKnowGivesWayToItsFallback() throws {
    let body =
      "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"zz9\"><w:t>lạ</w:t></mc:Choice>"
      + "<mc:Fallback><w:t>quen</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    #expect(try lines(body) == ["quen"])
  }

  @Test(arguments: [("0", ["UBND XÃ", "KẾ HOẠCH"]), ("90", ["KẾ HOẠCH", "UBND XÃ"])])
  func aBoxAboveItsParagraphStandsBeforeIt(_ offset: String, _ expected: [String]) throws {
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    let body =
      "<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r><w:r><w:drawing><wp:anchor xmlns:wp=\"\(drawing)\">"
      + "<wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>\(offset)</wp:posOffset>"
      + "</wp:positionV><wp:extent cx=\"9\" cy=\"50\"/><wp:wrapTopAndBottom/>"
      + "<w:txbxContent>\(WordSample.paragraph("UBND XÃ"))</w:txbxContent></wp:anchor></w:drawing>"
      + "</w:r></w:p>"
    #expect(try lines(body) == expected)
  }

  @Test func aNoteKeepsTheMarkThatItsTextHas() throws {
    let sample = WordSample(
      body: "<w:p><w:r><w:t>Quỹ</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows=\"1\" "
        + "w:id=\"2\"/><w:t>(*)</w:t></w:r></w:p>",
      parts: [
        (
          "word/footnotes.xml",
          WordSample.root(
            "footnotes",
            "<w:footnote w:id=\"2\">\(WordSample.paragraph("(*) Của xã."))</w:footnote>")
        )
      ])
    #expect(try sample.lines() == ["Quỹ(*)", "[*] Của xã."])
  }

  @Test func marksTypedInTheFontOfSymbolsAreWhatTheyShow() throws {
    let body =
      "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/></w:rPr><w:t>³ à</w:t>"
      + "</w:r><w:r><w:t>\u{F0B7} a\u{AD}b\u{200B}c</w:t></w:r></w:p>"
    #expect(try lines(body) == ["≥ à• abc"])
  }

  @Test func aColumnBreakEndsTheLine() throws {
    let body =
      "<w:p><w:r><w:br w:type=\"column\"/><w:t>a</w:t><w:br w:type=\"column\"/><w:t>b</w:t></w:r></w:p>"
    #expect(try lines(body) == ["a", "b"])
  }

  @Test(arguments: [
    ("", 1), ("<w:evenAndOddHeaders/>", 2), ("<w:evenAndOddHeaders w:val=\"0\"/>", 1),
  ])
  func headersOfEvenPagesCountWhereTheyArePrinted(_ settings: String, _ expected: Int) throws {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    let sample = WordSample(
      body: WordSample.paragraph("KẾ HOẠCH")
        + "<w:sectPr><w:headerReference w:type=\"even\" r:id=\"a\"/></w:sectPr>",
      parts: [
        ("word/header1.xml", WordSample.root("hdr", WordSample.paragraph("DỰ THẢO"))),
        ("word/settings.xml", WordSample.root("settings", settings)),
      ],
      relations: "<Relationship Id=\"a\" Type=\"\(kind)\" Target=\"header1.xml\"/>")
    #expect(try sample.lines().count == expected)
  }
}
