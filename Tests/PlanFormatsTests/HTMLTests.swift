import PlanText
import Testing

@testable import PlanFormats

/// Pages are set as a browser prints them.
@Suite struct HTMLTests {
  private func lines(_ page: String) throws -> [String] {
    let opened = try OpenedDocument(Array(page.utf8))
    #expect(opened.format == .html)
    return String(decoding: opened.text.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().map(String.init)
  }

  @Test func blocksAreLines() throws {
    #expect(
      try lines(
        """
        <!DOCTYPE html>
        <html><head><title>Cổng</title><style>p { color: red }</style></head>
        <body><h2>I. MỤC ĐÍCH</h2><p>Nâng cao
         <b>nhận</b>   thức<span> .</span><script>alert("x")</script>
        <div>một<div>hai</div>ba</div><p style="display: none">giấu</p><p hidden>giấu</p>
        bốn<br>năm&nbsp;&amp; sáu</body></html>
        """) == [
          "I. MỤC ĐÍCH", "Nâng cao nhận thức .", "một", "hai", "ba", "bốn", "năm\u{A0}& sáu",
        ])
  }

  @Test func styleSheetsSetCapitals() throws {
    #expect(
      try lines(
        """
        <html><head><style><!-- /* p {text-transform: uppercase} */
        H1, p.MsoTitle { text-transform: uppercase } .b{text-transform:uppercase;color:red}
        @media print { p { text-transform: uppercase } } h1.plain { text-transform: none }
        --></style></head><body><h1>một</h1><p class=MsoTitle>hai</p><p class="a b">ba</p>
        <p>bốn</p><h1 class=plain>năm</h1><h1 style="text-transform: none">sáu</h1></body></html>
        """) == ["MỘT", "HAI", "BA", "bốn", "năm", "sáu"])
  }

  @Test func styleSheetsMarkTheItemsOfLists() throws {
    #expect(
      try lines(
        """
        <html><head><style>ol.r{list-style-type:upper-roman}.n{list-style:none}
        ol.k-0{list-style-type:none} .k-0>li:before{content:"" counter(c0,upper-roman) ". "}
        .k-1 > li::before { content: counter(c0,decimal) "." counter(c1,decimal) ") " }
        .d>li:before{content:"-  "}.c>li:before{content:"\\0025cf  "}</style></head>
        <ol class=r><li>a<li>b</ol><ul class=n><li>c</ul><ol class="x k-0"><li>d</ol>
        <ol class="k-0" start=2><li>e</ol><ol class=k-1><li>f<li>g</ol><ul class=d><li>h</ul>
        <ul class=c><li>i</ul><ol class=r style="list-style-type:decimal"><li>k</ol></html>
        """) == [
          "I. a", "II. b", "c", "I. d", "II. e", "2.1) f", "2.2) g", "- h", "● i", "1. k",
        ])
  }

  @Test func whatAStyleSheetHidesIsNotShown() throws {
    #expect(
      try lines(
        """
        <html><head><style>body{display:none} .h,p.v{display:none} i.w{visibility:hidden}
        @import url(a.css); @media print { b{display:none} .p{display:none} }
        @media screen { .s{display:none} } .t{display:none} .t.on{display:block}</style></head>
        <body><p class=h>a</p><p class="u v">b</p><div class=v>c<i class=w>d</i></div><b>e</b>
        <p class=p>f</p><p class=s>g</p><div class="t on">h</div>
        <p class=h style="display:block">i</p></body></html>
        """) == ["c", "e", "f", "h", "i"])
  }

  @Test func aListThatBeginsWithAListGoesOnWithTheOneBefore() throws {
    #expect(
      try lines(
        """
        <html><ol type=I><li>a<ol><li>b</ol></ol><ul><li>c</ul>
        <ol type=I><ol><li>d</ol></ol><ol type=I><ol start=7><li>e</ol><li>f<ol><li>g</ol></ol>
        <ol type=I><li>h<ol><li>i</ol></ol>
        """) == ["I. a", "1. b", "• c", "2. d", "7. e", "II. f", "1. g", "I. h", "1. i"])
  }

  @Test func aListOfOtherNumbersBetweenTwoPartsOfAListEndsNone() throws {
    #expect(
      try lines(
        """
        <html><ol type=I><li>a<ol><li>b</ol></ol><p>c</p><ol type=I><ol><li>d</ol></ol>
        <ol><li>e<li>f</ol><ol type=I><ol><li>g</ol></ol><ol type=I><ol><ol type=a><li>h</ol></ol></ol>
        """) == ["I. a", "1. b", "c", "2. d", "1. e", "2. f", "3. g", "a. h"])
  }

  @Test func aSkippedLevelOfAListEndsNoOther() throws {
    #expect(
      try lines(
        """
        <html><ol type=I><li>a<ol><li>b<ol type=a><UL class=x><li>c<li>d</UL></ol><li>e</ol><li>f</ol>
        <ul><ol><li>g</ol><li>h</ul>
        """) == ["I. a", "1. b", "• c", "• d", "2. e", "II. f", "1. g", "• h"])
  }

  @Test func raisedFiguresThatLeadToANoteAreItsMark() throws {
    #expect(
      try lines(
        """
        <html><p>12 đội<a href="#n1"><sup>1</sup></a>, 3 tổ<sup><a href="#n2">2</a></sup>, 40 m<sup>2</sup>,
        5 ha<sup>(1)</sup>, <a href="#n3"><sup>[3]</sup></a> <a href="#top">4</a></p>
        """) == ["12 đội[1], 3 tổ[2], 40 m2, 5 ha(1), [3] 4"])
  }

  @Test func listsHaveTheLabelsThatAreShown() throws {
    #expect(
      try lines(
        """
        <html><ol><li>a<li><p>b</p><p>c</p></ol><ol type=a start=3><li>c<li value=7>g</ol>
        <ol type="I"><li>I<ul><li>x<ul><li>y</ul></ul></ol>
        <ol style="list-style-type: lower-roman"><li>i</ol><ul style="list-style: none"><li>z</ul>
        """) == [
          "1. a", "2. b", "c", "c. c", "g. g", "I. I", "• x", "◦ y", "i. i", "z",
        ])
  }

  @Test func aMarkerThatWasTypedIsTheOneOfItsItem() throws {
    #expect(
      try lines(
        """
        <html><ul><li>- Rà soát<li><b>1.1. Khảo sát</b><li>+ Tập huấn<li>12 hộ<li>a</ul>
        <ol><li>1. Một<li>- Hai<li>Ba</ol>
        """) == [
          "- Rà soát", "1.1. Khảo sát", "+ Tập huấn", "• 12 hộ", "• a", "1. Một", "2. - Hai",
          "3. Ba",
        ])
  }

  @Test func aNumberMayBeAllThatACellHolds() throws {
    #expect(
      try lines(
        """
        <html><table border=1><tr><td>TT<td>Việc<tr><td><ol><li><p></p></ol><td>Quét sân
        <tr><td><ol start=2><li></ol><td><ul><li></ul>Kê bàn</table><ol><li></ol>
        """) == ["TT\tViệc", "1.\tQuét sân", "2.\tKê bàn"])
  }

  @Test func aPictureBesideAWordPartsNoWord() throws {
    #expect(
      try lines(
        """
        <html><p>S<img src="a.gif" align="left" width="9">
          <br clear="left"/>
        </img>
        ố: 12/KH-UBND</p><p>XÃ<img align=left>
         LƯƠNG</p><p>Hình <img src=b> bên</p>
        """) == ["Số: 12/KH-UBND", "XÃ LƯƠNG", "Hình bên"])
  }

  @Test func tablesOfDataAreRows() throws {
    #expect(
      try lines(
        """
        <html><table border=1><tr><th rowspan=2>STT<th rowspan=2>Việc<th colspan=2>Phân công
        <tr><td>Chủ trì<td>Phối hợp<tr><td>1<td>Rà soát<td><p>Phòng A</p><p>Phòng B</p><td></table>
        """) == [
          "STT\tViệc\tPhân công\t", "\t\tChủ trì\tPhối hợp", "1\tRà soát\tPhòng A Phòng B\t",
        ])
  }

  @Test func cellsOverSeveralRowsAreTold() throws {
    let page = """
      <html><table border=1><tr><td>1<td rowspan=2 colspan=2>A<td>x<tr><td>2<td>y<tr><td>3<td>B<td>
      <td>z</table>
      """
    let text = try OpenedDocument(Array(page.utf8)).text
    #expect(text.lines.map { text.string($0) } == ["1\tA\t\tx", "2\t\t\ty", "3\tB\t\tz"])
    #expect(text.styles.map(\.merged) == [[], [1, 2], []])
  }

  @Test func paragraphsOfACellAreTold() throws {
    let page = "<html><table border=1><tr><td>1<td>Cô Lan<br>Thầy Bảo<tr><td>2<td><p>A<p>B</table>"
    let text = try OpenedDocument(Array(page.utf8)).text
    #expect(text.styles.map(\.paragraphs) == [[2], [1]])
  }

  @Test func tablesThatPlaceTextAreReadCellByCell() throws {
    #expect(
      try lines(
        """
        <html><table><tr><td><p>UBND XÃ NÀ KHOAI</p><p>Số: 12/KH-UBND</p></td>
        <td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p></table>
        """) == [
          "UBND XÃ NÀ KHOAI", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
          "Độc lập - Tự do - Hạnh phúc",
        ])
  }

  @Test func whatWordSavesIsReadAsPrinted() throws {
    #expect(
      try lines(
        """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
        <!--[if gte mso 9]><xml><o:x>no</o:x></xml><![endif]-->
        <p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
        style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span>
        </span><![endif]>Rà soát<o:p></o:p></p>
        <p><span style='mso-tab-count:1'>&nbsp;&nbsp; </span>thụt</p>
        """) == ["1. Rà soát", "\tthụt"])
  }

  @Test func fontsTellTheirEncodings() throws {
    let page = """
      <html><p style="font-family:.VnTimeH">KÕ ho¹ch</p><p><font face="VNI-Times, serif">nhieäm vuï
      </font><font face="Arial">được</font></p>
      """
    let opened = try OpenedDocument(Array(page.utf8))
    #expect(String(decoding: opened.text.bytes, as: UTF8.self) == "KẾ HOẠCH\nnhiệm vụ được\n")
    #expect(opened.text.encoding == "UTF-8 (TCVN3, VNI)")
    #expect(!opened.text.encodingGuessed)
  }

  @Test func menusFrameAPage() throws {
    let page = """
      <html><div class="top menu"><span>Trang chủ</span><span>Tin</span></div><p>a
      <a href="/x">b</a><a href="/y">c</a><a href="#n">d</a></p><div class=share>In trang</div>
      <article><div class=menu>Thực đơn</div></article>
      """
    let text = try OpenedDocument(Array(page.utf8)).text
    #expect(text.styles.map(\.zone) == [.pageHeader, .body, .pageFooter, .body])
    #expect(try lines(page)[1] == "a b cd")
  }

  @Test func stylesAreTold() throws {
    let page = """
      <html><p align=center><b>KẾ HOẠCH</b></p><h3>I. X</h3><p style="text-align:center;
      font-size:14pt"><i>a</i></p><nav>Trang chủ</nav><p>b<table border=1><tr><td>1<td>2<tr><td>3
      <td>4</table><footer>Bản quyền</footer>
      """
    let text = try OpenedDocument(Array(page.utf8)).text
    let styles = text.styles
    try #require(styles.count == 8)
    #expect(styles[0].centred && styles[0].bold)
    #expect(styles[1].headingLevel == 3)
    #expect(styles[2].centred && styles[2].italic && styles[2].size == 28)
    #expect(styles[3].zone == .pageHeader)
    #expect(styles[4].zone == .body && !styles[4].bold)
    #expect(styles[5].table > 0 && styles[6].table == styles[5].table)
    #expect(styles[7].zone == .pageFooter)
  }

  // MARK: Encodings

  @Test func theEncodingIsThatOfTheMarkThePageOrTheBytes() throws {
    func text(_ head: String, _ bytes: [UInt8]) throws -> CanonicalText {
      try OpenedDocument(Array("<html>\(head)<p>".utf8) + bytes).text
    }
    let utf8 = Array("kế hoạch".utf8)
    #expect(try text("", utf8).encoding == "UTF-8")
    #expect(try text("<meta charset=utf-8>", utf8).bytes == Array("kế hoạch\n".utf8))
    // A page may be cut inside of a character, or say what is not so.
    #expect(
      try text("<meta charset=utf-8>", Array(repeating: utf8, count: 9).flatMap { $0 } + [0xE1])
        .encoding == "UTF-8")
    let western = try text(
      "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>",
      [0x66, 0xFC, 0x72])
    #expect(western.encoding == "windows-1252")
    #expect(western.bytes == Array("f\u{FC}r\n".utf8))
    let marks = try text("<meta charset='windows-1258'>", [0x6B, 0xEA, 0xEC, 0x20, 0xFD])
    #expect(marks.bytes == Array("k\u{1EBF} \u{1B0}\n".utf8))
    #expect(marks.encoding == "windows-1258")
    let wide = "\u{FEFF}<html><p>kế hoạch".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let opened = try OpenedDocument(wide)
    #expect(opened.format == .html)
    #expect(opened.text.bytes == Array("kế hoạch\n".utf8))
  }

  // MARK: What is a page

  @Test(arguments: [
    "<!DOCTYPE html><p>a", "\u{FEFF}<HTML><body>", "<!-- x -->\n<html>", "  <head><title>",
    "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC \"x\"><html>", "<meta charset=utf-8><p>",
    "<div><p>a</p></div>\n", "<table><tr><td>a</td></tr></table>",
  ]) func isAPage(_ text: String) { #expect(HTMLSignature.matches(Array(text.utf8))) }

  @Test(arguments: [
    "", "<", "KẾ HOẠCH\n<br>\n", "a < b > c", "<b>KẾ HOẠCH</b>",
    "<div align=center>\n\n# Kế hoạch\n",
    "<htmlx>", "# Kế hoạch<br>2024", "<p>dòng đầu\nKẾ HOẠCH", "<xml><a/></xml>", "1 <2",
    "< html>", "<!-- x -->", "```html\n<html>\n```\n",
  ]) func isNone(_ text: String) { #expect(!HTMLSignature.matches(Array(text.utf8))) }

  @Test func footnotesOfLibreOfficeAreFootnotes() throws {
    let page = """
      <html><p>Quỹ<sup><a class="sdfootnoteanc" href="#b"><sup>1</sup></a></sup> của xã.</p>
      <div id="sdfootnote1"><p><a class="sdfootnotesym" href="#a">1</a> Theo luật.</p></div>
      """
    let text = try OpenedDocument(Array(page.utf8)).text
    #expect(text.lines.map { text.string($0) } == ["Quỹ[1] của xã.", "[1] Theo luật."])
    #expect(text.styles.map(\.zone) == [.body, .footnote])
  }

  @Test func anOldFontIsReadOverItsSoftHyphens() throws {
    #expect(try lines("<html><p style='font-family:.VnTime'>tr&shy;íc m&shy;a") == ["trước mưa"])
  }
}
