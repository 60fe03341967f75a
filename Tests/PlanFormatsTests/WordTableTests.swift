import PlanFormats
import PlanText
import Testing

/// Tables of DOCX files: rows of data, and cells that only place their text.
@Suite struct WordTableTests {
  private func cell(_ texts: String...) -> String {
    texts.map { WordSample.paragraph($0) }.joined()
  }

  @Test func aTableWithLinesIsData() throws {
    let table = WordSample.table(
      [[cell("TT"), cell("Nhiệm vụ")], [cell("1"), cell("Rà soát", "hồ sơ")]], ruled: true)
    let sample = WordSample(body: WordSample.paragraph("a") + table + table)
    let row = ["TT\tNhiệm vụ", "1\tRà soát hồ sơ"]
    #expect(try sample.lines() == ["a"] + row + row)
    #expect(try sample.lineStyles().map(\.table) == [0, 1, 1, 2, 2])
  }

  @Test func aTableThatTouchesAHeadAloneGoesOnWithIt() throws {
    let head = WordSample.table([[cell("TT"), cell("Nhiệm vụ")]], ruled: true)
    let rows = WordSample.table(
      [[cell("1"), cell("Đan lưới")], [cell("2"), cell("Vá thuyền")]], ruled: true)
    #expect(try WordSample(body: head + rows).lineStyles().map(\.table) == [1, 1, 1])
    #expect(
      try WordSample(body: head + WordSample.paragraph("") + rows).lineStyles().map(\.table)
        == [1, 0, 2, 2])
    #expect(try WordSample(body: rows + rows).lineStyles().map(\.table) == [1, 1, 2, 2])
  }

  @Test func rowsThatTouchATableOfAsManyColumnsAreItsRows() throws {
    let table = WordSample.table(
      [[cell("TT"), cell("Việc")], [cell("1"), cell("Đan lưới")]], ruled: true)
    let rows = WordSample.table(
      [[cell("II"), cell("Bến")], [cell("2"), cell("Vá")]], ruled: true)
    let wide = WordSample.table(
      [[cell("3"), cell("Vá"), cell("Tổ")], [cell("4"), cell("Neo"), cell("Tổ")]], ruled: true)
    func tables(_ body: String) throws -> [Int] {
      try WordSample(body: body).lineStyles().map(\.table).filter { $0 > 0 }
    }
    #expect(try tables(table + rows + rows + table) == [1, 1, 1, 1, 1, 1, 2, 2])
    #expect(try tables(table + wide) == [1, 1, 2, 2])
    #expect(try tables(table + WordSample.paragraph("a") + rows) == [1, 1, 2, 2])
  }

  @Test func paragraphsAndLinesOfACellAreTold() throws {
    let lines = "<w:p><w:r><w:t>Cô Lan</w:t><w:br/><w:t>Thầy Bảo</w:t></w:r></w:p>"
    let table = WordSample.table(
      [
        [cell("TT"), cell("Việc  gì"), cell("Ai")],
        [cell("1"), cell("Rà soát", "", "hồ sơ  cũ"), lines],
        [cell("2"), cell("Kê bàn"), cell("Cô Lan")],
      ], ruled: true)
    let sample = WordSample(body: table)
    #expect(
      try sample.lines() == [
        "TT\tViệc  gì\tAi", "1\tRà soát hồ sơ  cũ\tCô Lan Thầy Bảo", "2\tKê bàn\tCô Lan",
      ])
    #expect(try sample.lineStyles().map(\.paragraphs) == [[], [2, 7], []])
  }

  @Test func aTableWithoutLinesPlacesItsText() throws {
    let head = WordSample.table(
      [
        [cell("ỦY BAN NHÂN DÂN", "XÃ NÀ KHOAI"), cell("CỘNG HÒA", "Độc lập")],
        [cell("Số: /KH-UBND"), cell("Nà Khoai, ngày")],
      ], ruled: false)
    #expect(
      try WordSample(body: head).lines() == [
        "ỦY BAN NHÂN DÂN", "XÃ NÀ KHOAI", "CỘNG HÒA", "Độc lập", "Số: /KH-UBND", "Nà Khoai, ngày",
      ])
  }

  @Test func signersSideBySideAreReadColumnByColumn() throws {
    let posts = [cell("TM. BAN TỔ CHỨC", "TRƯỞNG BAN"), cell("CHỦ NHIỆM")]
    let names = [cell("(Ký tên)", "Lò Văn Khuyn"), cell("ThS. Lường Thị Piêng")]
    let expected = [
      "TM. BAN TỔ CHỨC", "TRƯỞNG BAN", "(Ký tên)", "Lò Văn Khuyn", "CHỦ NHIỆM",
      "ThS. Lường Thị Piêng",
    ]
    func lines(_ rows: [[String]]) throws -> [String] {
      try WordSample(body: WordSample.table(rows, ruled: false)).lines().filter { !$0.isEmpty }
    }
    #expect(try lines([posts, names]) == expected)
    #expect(try lines([posts, [cell(""), cell("")], names]) == expected)
    // Recipients in a column of their own.
    let list = cell("Nơi gửi:", "- Xã;")
    #expect(
      try lines([[list] + posts, [cell("")] + names]) == ["Nơi gửi:", "- Xã;"] + expected)
    // One name alone, or names below what is no post.
    #expect(
      try lines([posts, [cell("Lò Văn Khuyn"), cell("Số: 7")]]).suffix(3)
        == ["CHỦ NHIỆM", "Lò Văn Khuyn", "Số: 7"])
    #expect(
      try lines([
        [cell("Bản Nà Khoai"), cell("Bản Đông")], [cell("Lò Văn Khuyn"), cell("Vì Thị Lả")],
      ])
        == ["Bản Nà Khoai", "Bản Đông", "Lò Văn Khuyn", "Vì Thị Lả"])
  }

  @Test func signersSideBySideAreReadColumnByColumnWithinLines() throws {
    let list = cell("Nơi gửi:", "- Xã;")
    let signers = [
      cell("HỘI NÔNG DÂN", "CHỦ TỊCH", "", "Lò Văn Khuyn"), cell("BÍ THƯ", "", "Vì Thị Lả"),
    ]
    func lines(_ row: [String]) throws -> [String] {
      try WordSample(body: WordSample.table([row], ruled: true)).lines().filter { !$0.isEmpty }
    }
    #expect(
      try lines([list] + signers) == [
        "Nơi gửi:", "- Xã;", "HỘI NÔNG DÂN", "CHỦ TỊCH", "Lò Văn Khuyn", "BÍ THƯ", "Vì Thị Lả",
      ])
    // Work and who does it.
    let work = cell("Kê bàn", "Kê ghế", "Quét sân", "Treo cờ")
    #expect(try lines([cell("SÂN"), work, cell("Lò Văn Khuyn", "Vì Thị Lả")]).count == 1)
    #expect(try lines([cell("SÂN", "Lò Văn Khuyn"), work, cell("Cô Lan")]).count == 1)
  }

  @Test func manyRowsWithoutLinesAreData() throws {
    let rows = (1...6).map { [cell("\($0)h00"), cell("Buổi \($0)")] }
    let lines = try WordSample(body: WordSample.table(rows, ruled: false)).lines()
    #expect(lines == (1...6).map { "\($0)h00\tBuổi \($0)" })
  }

  @Test func mergedCellsAreEmpty() throws {
    func merged(_ property: String, _ text: String) -> String {
      "<w:tcPr>\(property)</w:tcPr>" + cell(text)
    }
    let table = WordSample.table(
      [
        [merged("<w:vMerge w:val=\"restart\"/>", "TT"), merged("<w:gridSpan w:val=\"2\"/>", "Ai")],
        [merged("<w:vMerge/>", ""), cell("Chính"), cell("Phụ")],
        [cell("1"), cell("A"), cell("B")],
      ], ruled: true)
    let sample = WordSample(body: table)
    #expect(try sample.lines() == ["TT\tAi\t", "\tChính\tPhụ", "1\tA\tB"])
    #expect(try sample.lineStyles().map(\.merged) == [[], [0], []])
  }

  @Test func columnsInWhichNoCellBeginsAreNone() throws {
    func spanned(_ text: String) -> String {
      "<w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr>" + cell(text)
    }
    let table = WordSample.table(
      [[cell("a"), spanned("b"), cell("c")], [spanned("d"), cell("đ")], [spanned("e")]], ruled: true
    )
    #expect(try WordSample(body: table).lines() == ["a\tb\t\tc", "d\t\tđ", "e\t"])
    let even = WordSample.table(
      [[cell("a"), spanned("b")], [spanned("c"), cell("d")]], ruled: true)
    #expect(try WordSample(body: even).lines() == ["a\tb", "c\td"])
  }

  @Test func aColumnTooNarrowForLettersIsNone() throws {
    func wide(_ width: Int, _ text: String, _ span: Int = 1) -> String {
      "<w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/><w:gridSpan w:val=\"\(span)\"/></w:tcPr>"
        + cell(text)
    }
    let table = WordSample.table(
      [
        [wide(900, "Giờ"), wide(3000, "Việc"), wide(10, "")], [wide(3910, "Buổi sáng", 3)],
        [wide(900, "7h00"), wide(3000, "Quét sân"), wide(10, "")],
      ], ruled: true)
    #expect(try WordSample(body: table).lines() == ["Giờ\tViệc", "Buổi sáng\t", "7h00\tQuét sân"])
  }

  @Test func tablesStandInCells() throws {
    let inner = WordSample.table([[cell("1"), cell("2")], [cell("3"), cell("4")]], ruled: true)
    let placed = WordSample.table([[cell("trái") + inner, cell("phải")]], ruled: false)
    #expect(try WordSample(body: placed).lines() == ["trái", "1\t2", "3\t4", "phải"])
    let data = WordSample.table([[cell("TT"), cell("Việc")], [cell("1"), inner]], ruled: true)
    #expect(try WordSample(body: data).lines() == ["TT\tViệc", "1\t1 2 3 4"])
  }

  @Test func aDeletedRowIsNone() throws {
    let gone =
      "<w:tr><w:trPr><w:del/></w:trPr><w:tc>\(cell("x"))</w:tc><w:tc>\(cell("y"))</w:tc></w:tr>"
    let table = WordSample.table([[cell("a"), cell("b")]], ruled: true)
      .replacing("</w:tbl>", with: gone + "</w:tbl>")
    #expect(try WordSample(body: table).lines() == ["a\tb"])
  }
}
