import PlanFormats
import PlanText
import Testing

/// Markdown may hold its tables as HTML.
@Suite struct MarkdownDocumentTests {
  private func text(_ markdown: String, _ format: DocumentFormat) throws -> String {
    let opened = try OpenedDocument(Array(markdown.utf8))
    #expect(opened.format == format)
    return String(decoding: opened.text.bytes, as: UTF8.self)
  }

  @Test func tablesBecomeRowsAndTheRestStays() throws {
    #expect(
      try text(
        """
        **I. NỘI DUNG**

        \\- Trồng <u>dừa nước</u>, 5 < 6.<br>
        <table>
        <thead><tr><th>STT</th><th>Nội dung</th><th>Chủ trì</th></tr></thead>
        <tbody><tr><td>1</td><td>Cắm cọc</td><td>Các thôn</td></tr>
        <tr><td>2</td><td>Trồng cây</td><td>Đoàn xã</td></tr></tbody>
        </table>

        **II. KINH PHÍ**
        """, .markdown)
          == """
          **I. NỘI DUNG**

          \\- Trồng dừa nước, 5 < 6.

          STT\tNội dung\tChủ trì
          1\tCắm cọc\tCác thôn
          2\tTrồng cây\tĐoàn xã


          **II. KINH PHÍ**
          """)
  }

  @Test func theHeadIsLines() throws {
    let lines = try text(
      """
      <table><tr><td><p>UBND TỈNH HOÀI LAM</p><p><strong>SỞ NỘI VỤ</strong></p></td>
      <td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p></td></tr></table>

      **KẾ HOẠCH**
      """, .markdown
    ).split(separator: "\n")
    #expect(
      lines == [
        "UBND TỈNH HOÀI LAM", "SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "**KẾ HOẠCH**",
      ])
  }

  @Test func tablesGoOnBehindThePage() throws {
    let rows =
      "<table><tr><th>TT</th><th>Việc</th><th>Ai</th></tr><tr><td>1</td><td>A</td><td>B</td></tr></table>"
    let rest = "<table><tr><td>2</td><td>C</td><td>D</td></tr></table>"
    #expect(
      try text("I. VIỆC\n" + rows + "\n\n---\n\n" + rest + "\n", .markdown)
        .contains("1\tA\tB\n2\tC\tD\n"))
    #expect(
      try !text("I. VIỆC\n" + rows + "\n\nBảng khác gồm có\n\n" + rest + "\n", .markdown)
        .contains("2\tC"))
  }

  @Test(arguments: [
    "Thẻ <table> mở bảng, </table> đóng bảng.\n",
    "<table><tr><td>chưa đóng\n\nI. NỘI DUNG\n",
    "</table>\nI. NỘI DUNG\n",
    "# KẾ HOẠCH\n\n<b>Đậm\n",
    "Ghi vào C:\\noi-dung, C:\\moi\\nam và C:\\tre.\n",
    "A & B, R&D; 3 < 5 > 2\n",
  ])
  func whatHoldsNoWholeTableIsItsOwnText(markdown: String) throws {
    #expect(try text(markdown, .text) == markdown)
  }

  @Test func tagsAndEntitiesInsideOfTextAreMarkup() throws {
    #expect(
      try text(
        """
        <b>- Mở 04 lớp<sup>12</sup>.</b>
        | 1 | Nhận<br>phát &lt;giống&gt; | VH&amp;TT |
        <u>Hết&nbsp;hạn</u> &khong; x<sup>n</sup>
        """, .markdown)
          == """
          - Mở 04 lớp¹².
          | 1 | Nhận<br>phát <giống> | VH&TT |
          Hết hạn &khong; xn
          """)
  }

  @Test func breaksOutsideOfTablesEndLines() throws {
    #expect(
      try text("1. Mở lớp<br>- Lái đò;<br/>\n- Đan lưới.\n| 1 | Nhận<br>phát |\n", .markdown)
        == "1. Mở lớp\n- Lái đò;\n- Đan lưới.\n| 1 | Nhận<br>phát |\n")
  }

  @Test(arguments: [
    (#"đạt từ $98\%$ trở lên"#, "đạt từ 98% trở lên"), (#"đạt $ 95 \% $."#, "đạt 95%."),
    (#"dưới $1,5\%$"#, "dưới 1,5%"), (#"đạt $\geq 80$ triệu đồng"#, "đạt ≥ 80 triệu đồng"),
    (#"$1.200 \mathrm{ha}$ rừng"#, "1.200 ha rừng"),
    (#"$50 \mathrm{~m}^{3}$/ngày"#, "50 m³/ngày"), (#"\(30^{\circ} \mathrm{C}\)"#, "30° C"),
    (#"$2 \times 3$ và $7$"#, "2 × 3 và 7"),
  ])
  func formulasOfNumbersAreText(formula: String, printed: String) throws {
    #expect(try text(formula, .text) == printed)
  }

  @Test(arguments: [
    "từ $5 đến $10", "giá $5$", #"$\alpha_1$ và $x$"#, #"$98\%"# + "\n$", #"C:\(moi) \( 5"#,
    #"$\frac{1}{2}$"#, #"$\mathrm{ha$"#, "$", #"\("#, #"$9^$"#,
  ])
  func whatIsNoFormulaOfNumbersStays(formula: String) throws {
    #expect(try text(formula, .text) == formula)
  }

  @Test func commentsAboveTheTextHideNoTable() throws {
    let table =
      "<table><tr><th>TT</th><th>Việc</th><th>Ai</th></tr>"
      + "<tr><td>1</td><td>Mở lớp</td><td>Đoàn xã</td></tr></table>"
    #expect(try text("<!-- image -->\n\nKẾ HOẠCH\n" + table, .markdown).contains("1\tMở lớp"))
    _ = try text("<!-- image -->\n" + table, .html)
    #expect(try text("<!-- trang", .text) == "<!-- trang")
  }

  @Test func whatOnlyProgramsReadAboveTheTextIsNone() throws {
    #expect(
      try text("---json\n{\n\"title\": \"Đua thuyền\"\n}\n---\nKẾ HOẠCH\n", .text)
        == "\n\n\n\n\nKẾ HOẠCH\n")
    #expect(
      try text("---\ntitle: Đua thuyền\ntags:\n- đò\n---\n<p>M&ugrave;a n&#432;ớc</p>\n", .html)
        .contains("Mùa nước"))
  }

  @Test(arguments: [
    "---\ntitle: Đua thuyền\n---\nKẾ HOẠCH\n", "---\nĐộc lập\n---\n<p>Có</p>\n",
    "---json\n{\n", "---", "---jsonp\n---\nKẾ HOẠCH\n",
  ])
  func otherLinesBetweenDashesStay(markdown: String) throws {
    #expect(try text(markdown, .text) == markdown)
  }

  @Test func escapedEndsOfLinesAreEndsOrBlanks() throws {
    #expect(
      try text(#"KẾ HOẠCH\nTrồng tre\r\nI. MỤC TIÊU\n- Có 20 ha.\tHết"#, .text)
        == "KẾ HOẠCH\nTrồng tre\nI. MỤC TIÊU\n- Có 20 ha. Hết")
    #expect(
      try text(#"Có\r\n20 ha\r\n tre."# + "\n" + #"Hết\r\n"# + "\n", .text)
        == "Có 20 ha  tre.\nHết \n")
  }

  @Test(arguments: [
    "<table><tr><td>KẾ HOẠCH</td></tr></table>",
    "<table><tr><td>KẾ HOẠCH</td></tr></table><p>I. NỘI DUNG</p>",
    "<html><body>KẾ HOẠCH<table><tr><td>1</td></tr></table>I. NỘI DUNG</body></html>",
  ])
  func aPageIsNoMarkdown(page: String) throws {
    _ = try text(page, .html)
  }

  @Test func paragraphsAndSpansOfItsCellsAreKnown() throws {
    let markdown = """
      KẾ HOẠCH
      <table border="1"><tr><th>Chủ trì</th><th>Việc</th></tr>
      <tr><td rowspan="2">Các thôn<br>Đoàn xã</td><td>Cắm cọc</td></tr>
      <tr><td>Trồng cây</td></tr></table>
      """
    let rows = try OpenedDocument(Array(markdown.utf8)).text.rows.values
    #expect(rows.contains { $0.paragraphs == [2] })
    #expect(rows.contains { $0.merged == [0] })
  }

  @Test func strokesThatEndLinesAreNotPrinted() throws {
    #expect(
      try text("**Nơi nhận:**\\\n\\- Các bản;\\\n\\- Lưu: VT.\n\nlẻ \\\n\\\\\n", .text)
        == "**Nơi nhận:**\n\\- Các bản;\n\\- Lưu: VT.\n\nlẻ \\\n\\\\\n")
  }

  @Test func hostileTablesEnd() throws {
    for pattern in ["<table>", "<table><tr><td>", "<", "<a ", "</table>"] {
      let markdown = "KẾ HOẠCH\n" + String(repeating: pattern, count: 100_000) + "\nXONG\n"
      _ = try? OpenedDocument(Array(markdown.utf8))
    }
    let deep =
      "KẾ HOẠCH\n" + String(repeating: "<table><tr><td>", count: 20_000)
      + String(repeating: "</td></tr></table>", count: 20_000) + "\nXONG\n"
    _ = try? OpenedDocument(Array(deep.utf8))
  }
}
