import PlanModel
import PlanParser
import PlanText
import Testing

/// What the parser makes of styles that formats tell.
@Suite struct StyleTests {
  private func plan(_ lines: [(String, (inout LineStyle) -> Void)]) throws -> Plan {
    var styled = StyledLines()
    for (text, set) in lines {
      var style = LineStyle()
      set(&style)
      styled.append(text, style)
    }
    let text = try CanonicalText(styled, encoding: "UTF-8")
    let source = Source(
      name: "x", mediaType: "x", encoding: "UTF-8", bytes: 0, sha256: "", pages: nil)
    return Repository.grammar.parse(text, source: source)
  }

  private func plain(_ style: inout LineStyle) {}

  @Test func headersAndFootersAreFurniture() throws {
    let plan = try plan([
      ("UBND xã Nà Khoai", { $0.zone = .pageHeader }), ("I. MỤC ĐÍCH", plain),
      ("Trồng cây.", plain), ("Trang 2", { $0.zone = .pageFooter }),
    ])
    #expect(plan.body.map(\.id) == ["I"])
    #expect(plan.furniture.map(\.text) == ["UBND xã Nà Khoai", "Trang 2"])
    #expect(plan.furniture.first?.kind == .runningHeader)
  }

  @Test func marksBesideTheTextAreFurniture() throws {
    let plan = try plan([
      ("I. MỤC ĐÍCH", plain), ("Trồng cây", plain), ("DỰ THẢO", { $0.zone = .aside }),
      ("2. lan.vt", { $0.zone = .aside }), ("Trần Văn Sơn", { $0.zone = .stamp }),
      ("mắc ca.", plain),
    ])
    #expect(plan.body.map(\.id) == ["I"])
    #expect(plan.furniture.map(\.text) == ["DỰ THẢO", "2. lan.vt", "Trần Văn Sơn"])
    #expect(plan.furniture.map(\.kind) == [.draftMark, .noise, .stamp])
  }

  @Test func pagesWhoseTextLayerIsNoVietnameseAreTold() throws {
    var styled = StyledLines()
    for page in 1...2 {
      var style = LineStyle()
      style.page = page
      styled.append("I. MỤC ĐÍCH", style, beginsPage: page > 1)
    }
    var recognition = Recognition()
    recognition.pages = [.init(number: 1, confidence: 95)]
    recognition.replaced = [1]
    recognition.unreadable = [2]
    styled.recognition = recognition
    let source = Source(
      name: "x", mediaType: "x", encoding: "UTF-8", bytes: 0, sha256: "", pages: 2)
    let plan = Repository.grammar.parse(
      try CanonicalText(styled, encoding: "UTF-8"), source: source)
    let told = plan.diagnostics.filter { $0.code == .ocrConfidence }
    #expect(told.map(\.severity) == [.note, .error])
    #expect(told.first?.message.contains("its text layer is no Vietnamese") == true)
    #expect(told.last?.message.contains("page 2 is no Vietnamese") == true)
  }

  @Test func footnotesAreTold() throws {
    let plan = try plan([
      ("I. MỤC ĐÍCH", plain), ("Trồng cây[i].", plain),
      ("[i] Cây mắc ca;", { $0.zone = .footnote }),
      ("cây hồi.", { $0.zone = .footnote }),
    ])
    #expect(plan.footnotes.map(\.label) == ["i"])
    #expect(plan.footnotes.map(\.text) == ["Cây mắc ca; cây hồi."])
  }

  @Test func rowsOfTwoTablesAreTwoTables() throws {
    let row = { (style: inout LineStyle) in style.table = 1 }
    let other = { (style: inout LineStyle) in style.table = 2 }
    let plan = try plan([
      ("I. NỘI DUNG", plain), ("TT\tNội dung", row), ("1\tTrồng cây", row),
      ("Đơn vị\tSố cây", other), ("Thôn Một\t200", other),
    ])
    #expect(plan.body.first?.children.map(\.id) == ["I.t1", "I.t2"])
  }

  @Test func rowsOfAFormKeepTheirPlace() throws {
    let row = { (style: inout LineStyle) in style.table = 1 }
    let plan = try plan([
      ("I. NỘI DUNG", plain), ("TT\tNội dung\tAi làm", row), ("\t\t", row),
      ("1\tTrồng cây\tThôn Một", row), ("\t\t", row), ("Trồng vụ xuân.", plain),
    ])
    let table = plan.body.first?.children.first?.table
    let rows = table?.rows.map { $0.cells.joined(separator: "|") }
    #expect(rows == ["||", "1|Trồng cây|Thôn Một", "||"])
  }

  @Test func rowsThatAPageRepeatsAreFurniture() throws {
    let row = { (style: inout LineStyle) in style.table = 1 }
    let again = { (style: inout LineStyle) in
      style.table = 1
      style.repeated = true
    }
    let plan = try plan([
      ("I. NỘI DUNG", plain), ("Thời gian\tNội dung\tAi làm", row), ("Buổi sáng\t\t", row),
      ("7h00\tTrồng cây\tThôn Một", row), ("Thời gian\tNội dung\tAi làm", again),
      ("Buổi sáng\t\t", again), ("8h00\tTưới cây\tThôn Hai", row),
    ])
    let table = plan.body.first?.children.first?.table
    #expect(table?.rows.map(\.cells[0]) == ["Buổi sáng", "7h00", "8h00"])
    #expect(plan.furniture.map(\.kind) == [.columns, .columns])
  }

  @Test func marksOfMarkdownAreTextWhereStylesAreTold() throws {
    let plan = try plan([("I. NỘI DUNG", plain), ("Giá **: 5.000 đồng**.", plain)])
    #expect(plan.body.first?.children.first?.text == "Giá **: 5.000 đồng**.")
  }

  @Test func theHeadInTheHeaderOfThePageIsTheHead() throws {
    let header = { (style: inout LineStyle) in style.zone = .pageHeader }
    let plan = try plan([
      ("UBND XÃ NÀ KHOAI", header), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", header),
      ("Độc lập - Tự do - Hạnh phúc", header), ("Số: 7/KH-UBND", header),
      ("KẾ HOẠCH", plain), ("Trồng cây năm 2026", plain), ("I. MỤC ĐÍCH", plain),
      ("Phủ xanh đồi.", plain),
    ])
    #expect(plan.header.issuer.text == "UBND XÃ NÀ KHOAI")
    #expect(plan.header.number.sequence == "7")
  }

  @Test func aTableThatABreakPartsIsOneTable() throws {
    let row = { (style: inout LineStyle) in style.table = 1 }
    let other = { (style: inout LineStyle) in style.table = 2 }
    func rows(_ further: [String]) throws -> [[String]] {
      let plan = try plan(
        [
          ("I. NỘI DUNG", plain), ("TT\tViệc\tAi làm", row), ("1\tTrồng cây\tThôn Một", row),
          ("2\tTưới cây\tThôn Hai", row),
        ] + further.map { ($0, other) })
      return plan.body.first?.children.map { $0.table?.rows.map(\.cells[0]) ?? [] } ?? []
    }
    #expect(try rows(["TT\tViệc\tAi làm", "3\tLàm cỏ\tThôn Ba"]) == [["1", "2", "3"]])
    #expect(try rows(["3\tLàm cỏ\tThôn Ba"]) == [["1", "2", "3"]])
    #expect(try rows(["TT\tViệc\tAi làm", "1\tLàm cỏ\tThôn Ba"]) == [["1", "2"], ["1"]])
  }

  @Test(arguments: [2, 3]) func aTableThatABreakPartsAtAGroupIsOneTable(_ cut: Int) throws {
    let rows = [
      "TT\tNhiệm vụ\tChủ trì\tThời gian", "I\tĐường thôn\t\t", "1\tLát gạch\tThôn Nà Pán\tQuý II",
      "II\tMương nước\t\t", "1\tNạo vét\tThôn Bản Lim\tQuý III", "2\tKè đá\tThôn Bản Lim\tQuý IV",
    ]
    let plan = try plan(
      [("I. NHIỆM VỤ", plain)]
        + rows.enumerated().map { index, row in (row, { $0.table = index > cut ? 2 : 1 }) })
    let tables = plan.body[0].children.compactMap(\.table)
    #expect(tables.count == 1)
    #expect(tables.first?.rows.count == 5)
    #expect(plan.tasks.count == 3)
  }

  @Test func aTableOfContentsIsNoPartOfTheTitle() throws {
    let bold = { (style: inout LineStyle) in (style.bold, style.centred) = (true, true) }
    let plan = try plan([
      ("KẾ HOẠCH", bold), ("Giữ giống lúa nương năm 2031", bold), ("", plain),
      ("MỤC LỤC", bold), ("I. MỤC ĐÍCH\t1", plain), ("II. NHIỆM VỤ\t2", plain),
      ("I. MỤC ĐÍCH", bold), ("Giữ giống.", plain), ("II. NHIỆM VỤ", bold),
      ("Lập kho giống.", plain),
    ])
    #expect(plan.header.title.text == "Giữ giống lúa nương năm 2031")
    #expect(plan.body.map(\.id) == ["I", "II"])
  }

  @Test func anEndingDrawnIntoTheLastTableIsTheEnding() throws {
    let row = { (style: inout LineStyle) in style.table = 1 }
    let plan = try plan([
      ("KẾ HOẠCH", plain), ("Trồng cây năm 2026", plain), ("I. NỘI DUNG", plain),
      ("TT\tViệc\tAi làm", row), ("1\tTrồng cây\tThôn Một", row),
      (
        "Nơi nhận: - Thôn Một; - Lưu: VT.\t\tCHỦ TỊCH Lò Thị Mẩy",
        {
          $0.table = 1
          $0.paragraphs = [2, 5, 9]
        }
      ),
    ])
    #expect(plan.body.first?.children.first?.table?.rows.count == 1)
    #expect(plan.signatures.map(\.name) == ["Lò Thị Mẩy"])
    #expect(plan.recipients.map(\.text) == ["Thôn Một", "Lưu: VT"])
  }

  @Test(arguments: [
    "Căn cứ Luật Lâm nghiệp năm 2017, xã Nà Khoai lập kế hoạch như sau:", "_____",
    "giai đoạn hai",
  ])
  func aCentredTitleGoesOnInALineAsWideAsThePage(next: String) throws {
    let wide = "Nghị quyết Đại hội Đảng bộ xã Nà Khoai lần thứ hai về phủ xanh đồi trọc"
    let plan = try plan([
      ("Số: 12/KH-UBND", plain), ("KẾ HOẠCH", { $0.centred = true }),
      ("Triển khai trên địa bàn", { $0.centred = true }), (wide, plain),
      (next, { $0.centred = next.first?.isLowercase == true }), ("I. MỤC ĐÍCH", plain),
      ("Trồng cây.", plain),
    ])
    let title = try #require(plan.header.title.text)
    #expect(title.hasPrefix("Triển khai trên địa bàn " + wide))
  }

  @Test func aLineAsWideAsThePageThatEndsIsNoPartOfATitle() throws {
    let plan = try plan([
      ("Số: 12/KH-UBND", plain), ("KẾ HOẠCH", { $0.centred = true }),
      ("Triển khai trên địa bàn", { $0.centred = true }),
      ("Xã Nà Khoai phủ xanh đồi trọc trong hai năm và giữ nguồn nước của các thôn.", plain),
      ("I. MỤC ĐÍCH", plain), ("Trồng cây.", plain),
    ])
    #expect(plan.header.title.text == "Triển khai trên địa bàn")
  }

  @Test func aListUnderATitleInBoldBeginsAnew() throws {
    let bold = { (style: inout LineStyle) in style.bold = true }
    let plan = try plan([
      ("I. NỘI DUNG CUỘC THI", bold), ("1. Hình thức thi", bold),
      ("1. Đội nào chào hỏi thì chào trong 05 phút", plain),
      ("2. Đội nào trả lời thì bốc thăm câu hỏi", plain), ("2. Giải thưởng", bold),
      ("1. Giải tập thể do Ban Giám khảo chọn", plain), ("3. Kinh phí", bold),
    ])
    #expect(plan.body.first?.children.map(\.id) == ["I.1", "I.2", "I.3"])
    #expect(plan.body.first?.children.map(\.children.count) == [2, 1, 0])
  }
}
