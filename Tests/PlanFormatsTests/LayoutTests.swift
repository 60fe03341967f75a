import PlanText
import Testing

@testable import PlanFormats

/// What words at places on a page are read as.
@Suite struct LayoutTests {
  private func text(_ words: [PlacedWord], grids: [RuledGrid] = []) -> [String] {
    let page = PlacedPage(number: 1, width: 595, height: 842, words: words, grids: grids)
    return String(decoding: LaidOutText.lines([page]).bytes, as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  @Test func theHeadIsReadColumnByColumn() {
    var words = line("UBND XÃ BẠCH ĐÀN", 90, 60) + line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 300, 60)
    words += line("Số: 7/KH-UBND", 100, 80) + line("Độc lập - Tự do - Hạnh phúc", 310, 80)
    words += line("Bạch Đàn, ngày 3 tháng 4 năm 2026", 290, 104)
    words += line("KẾ HOẠCH", 270, 140)
    #expect(
      text(words) == [
        "UBND XÃ BẠCH ĐÀN", "Số: 7/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
        "Độc lập - Tự do - Hạnh phúc", "Bạch Đàn, ngày 3 tháng 4 năm 2026", "KẾ HOẠCH",
      ])
  }

  @Test func linesThatTheMarginBrokeAreJoined() {
    let words =
      line("Xã giữ gìn các con đường đã làm và trồng thêm cây bên đường từ đầu năm", 130, 100)
      + line("đến cuối năm.", 85, 118) + line("- Một việc ngắn", 130, 136)
      + line("Xã trồng mới các loại cây ăn quả ở những vườn đã bỏ không nhiều năm qua", 130, 154)
      + line("- Việc khác", 130, 172)
    #expect(
      text(words) == [
        "Xã giữ gìn các con đường đã làm và trồng thêm cây bên đường từ đầu năm đến cuối năm.",
        "- Một việc ngắn",
        "Xã trồng mới các loại cây ăn quả ở những vườn đã bỏ không nhiều năm qua",
        "- Việc khác",
      ])
  }

  @Test(arguments: [(10.0, true), (14.0, false), (4.0, false)])
  func aLineNearlyAsWideAsThePageIsCentredWhereItsSidesAreEven(left: Double, isCentred: Bool) {
    let wide = "Xã giữ gìn các con đường đã làm và trồng thêm cây bên đường từ đầu năm"
    let words =
      line(wide + " nay", 85, 60) + line(wide, 85 + left, 90) + line(wide + " nay", 85, 120)
    let page = PlacedPage(number: 1, width: 595, height: 842, words: words)
    #expect(LaidOutText.lines([page]).styles.contains(where: \.centred) == isCentred)
  }

  @Test func aPageOfShortLinesHasTheMarginsOfTheOthers() {
    let full = "Xã giữ gìn các con đường đã làm và trồng thêm cây bên đường từ đầu năm nay"
    let pages = [
      line(full, 85, 60) + line(full, 85, 78) + line("Hết việc.", 85, 96),
      line("Kho dữ liệu", 85, 60) + line("Giao thôn Hai.", 85, 78) + line("Họp ba ca.", 85, 96)
        + line("Xong.", 85, 114),
    ].enumerated().map { PlacedPage(number: $0 + 1, width: 595, height: 842, words: $1) }
    let text = String(decoding: LaidOutText.lines(pages).bytes, as: UTF8.self)
    #expect(
      text.split(separator: "\n").suffix(4) == [
        "\u{0C}Kho dữ liệu", "Giao thôn Hai.", "Họp ba ca.", "Xong.",
      ])
  }

  @Test func aPageOfFewLinesHasTheMarginOfItsTable() {
    let grid = RuledGrid(rows: [150, 180], columns: [80, 300, 520], first: [0, 1])
    let words =
      line("Giữ nước đầu nguồn năm 2026", 120, 60) + line("Việc của các thôn như sau:", 120, 78)
      + line("Trồng cây", 85, 155) + line("Thôn Hai", 305, 155)
    #expect(
      text(words, grids: [grid]) == [
        "Giữ nước đầu nguồn năm 2026", "Việc của các thôn như sau:", "Trồng cây\tThôn Hai",
      ])
  }

  @Test func theLongestLineTellsTheMarginWhereNoOtherReachesIt() {
    let full = "- Các thôn và các đơn vị của xã chủ động việc của mình cho tốt, báo cáo"
    let words =
      line("1. Các tổ", 120, 60) + line("Họp tổ, giao việc cho từng nhóm.", 120, 78)
      + line("2. Nhà trường", 120, 96) + line("Dọn phòng họp, loa đài và nước uống.", 120, 114)
      + line(full, 120, 132) + line("xã để làm.", 85, 150)
    #expect(
      text(words) == [
        "1. Các tổ", "Họp tổ, giao việc cho từng nhóm.", "2. Nhà trường",
        "Dọn phòng họp, loa đài và nước uống.", full + " xã để làm.",
      ])
  }

  @Test func aNamedUnitBehindASentenceIsALineOfItsOwn() {
    let open = "Xã giữ gìn các con đường đã làm và trồng thêm cây bên đường từ đầu năm nay"
    let full = "xã giữ gìn các con đường đã làm và trồng thêm cây bên đường từ đầu năm."
    let words =
      line(open, 85, 100) + line(full, 85, 116) + line("Bước 3. Xong.", 85, 132)
    #expect(text(words) == [open + " " + full, "Bước 3. Xong."])
  }

  @Test func aBlankLinePartsParagraphs() {
    let full = "Xã giữ gìn các con đường đã làm và trồng thêm cây bên đường từ đầu năm nay"
    let words =
      line("Đường", 270, 82) + line(full, 85, 100) + line(full, 85, 132) + line("Xong.", 85, 148)
      + line("Ngày mới", 85, 164)
    #expect(text(words) == ["Đường", full, full + " Xong.", "Ngày mới"])
  }

  @Test func aBlockGoesOnBehindASemicolonWithASmallLetter() {
    let full = "Xã giữ gìn các con đường đã làm và trồng thêm cây bên đường từ đầu năm;"
    let words =
      line(full, 85, 100) + line("rồi làm tiếp.", 85, 116) + line(full, 85, 132)
      + line("Rồi làm tiếp các con đường khác mà xã chưa làm trong năm trước đây;", 85, 148)
      + line("Căn cứ vào đó, xã làm cho tốt.", 85, 164)
    #expect(
      text(words) == [
        full + " rồi làm tiếp.", full,
        "Rồi làm tiếp các con đường khác mà xã chưa làm trong năm trước đây;",
        "Căn cứ vào đó, xã làm cho tốt.",
      ])
  }

  @Test func aLineThatIsNotSpreadEndsItsParagraph() {
    /// A line spread from margin to margin.
    func spread(_ text: String, _ top: Double) -> [PlacedWord] {
      var words = line(text, 85, top)
      let rest = (500 - (words.last?.right ?? 0)) / Double(words.count - 1)
      for index in words.indices {
        words[index].left += rest * Double(index)
        words[index].right += rest * Double(index)
      }
      return words
    }
    let full = "Xã giữ gìn các con đường đã làm và trồng thêm cây bên đường từ nay"
    let last = "Các thôn làm cho tốt và báo cáo với xã trước khi hết tháng mười của năm nay."
    var words: [PlacedWord] = []
    let small = "xã giữ gìn các con đường đã làm và trồng thêm cây bên đường từ nay"
    words += spread(full, 100)
    for index in 1..<4 { words += spread(small, 100 + 16 * Double(index)) }
    words += line(last, 85, 164) + spread(full, 180) + spread(small, 196)
    #expect(
      text(words) == [
        [full, small, small, small, last].joined(separator: " "), full + " " + small,
      ])
  }

  @Test func recipientsStandBesideASignature() {
    var words = line(
      "Trên đây là kế hoạch của xã, các thôn và các đơn vị cùng làm cho tốt ./.", 85, 60)
    words += line("Nơi nhận:", 85, 100) + line("TM. ỦY BAN NHÂN DÂN", 350, 98)
    words += line("- Như trên;", 85, 114) + line("CHỦ TỊCH", 382, 116)
    words += line("- Lưu: VT.", 85, 128) + line("Lò Thị Nhãn", 374, 190)
    #expect(
      text(words).dropFirst() == [
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Thị Nhãn",
      ])
  }

  @Test func aNameUnderItsPositionStaysInItsColumn() {
    // The name on the right is lower, and on the next page it may be.
    var words = line("TM. CÔNG AN XÃ", 110, 100) + line("TM. BAN THƯỜNG VỤ XÃ", 330, 100)
    words += line("TRƯỞNG CÔNG AN", 104, 114) + line("ĐOÀN", 380, 114) + line("BÍ THƯ", 376, 128)
    words += line("Lò Văn Nhãn", 114, 190) + line("Vàng Thị Sáo", 358, 204)
    #expect(
      text(words) == [
        "TM. CÔNG AN XÃ", "TRƯỞNG CÔNG AN", "Lò Văn Nhãn", "TM. BAN THƯỜNG VỤ XÃ", "ĐOÀN", "BÍ THƯ",
        "Vàng Thị Sáo",
      ])
  }

  @Test func signersInThreeColumnsAreReadOneAfterTheOther() {
    let closing = "Trên đây là kế hoạch của xã, các thôn và các đơn vị cùng làm cho tốt ./."
    var words = line(closing, 85, 60) + line("HỘI LÀM VƯỜN XÃ", 90, 100)
    words += line("TRẠM Y TẾ XÃ", 262, 100)
    words += line("CÔNG AN XÃ NÀ BÓ", 420, 100)
    words += line("CHỦ TỊCH", 112, 114) + line("KT. TRƯỞNG TRẠM", 252, 114)
    words += line("TRƯỞNG CÔNG AN", 428, 114) + line("PHÓ TRƯỞNG TRẠM", 252, 128)
    words += line("Lò Văn Nhãn", 103, 190) + line("Đại úy Vàng Thị Sáo", 413, 190)
    words += line("Mùa Thị Sua", 266, 204)
    words += line("Nơi nhận:", 85, 218) + line("- Lưu: VT.", 85, 232)
    #expect(
      text(words).dropFirst() == [
        "HỘI LÀM VƯỜN XÃ", "CHỦ TỊCH", "Lò Văn Nhãn", "TRẠM Y TẾ XÃ", "KT. TRƯỞNG TRẠM",
        "PHÓ TRƯỞNG TRẠM", "Mùa Thị Sua", "CÔNG AN XÃ NÀ BÓ", "TRƯỞNG CÔNG AN",
        "Đại úy Vàng Thị Sáo", "Nơi nhận:", "- Lưu: VT.",
      ])
  }

  @Test func recipientsBesideTwoSignersAreTheFirstColumn() {
    let closing = "Trên đây là kế hoạch của xã, các thôn và các đơn vị cùng làm cho tốt ./."
    var words = line(closing, 85, 60) + line("Nơi nhận:", 85, 98) + line("TRẠM Y TẾ XÃ", 262, 100)
    words += line("CÔNG AN XÃ NÀ BÓ", 420, 100)
    words += line("- UBND xã (b/c);", 85, 114) + line("TRƯỞNG TRẠM", 266, 114)
    words += line("TRƯỞNG CÔNG AN", 428, 114) + line("- Lưu: VT.", 85, 128)
    words += line("Mùa Thị Sua", 266, 190) + line("Vàng Thị Sáo", 434, 190)
    #expect(
      text(words).dropFirst() == [
        "Nơi nhận:", "- UBND xã (b/c);", "- Lưu: VT.", "TRẠM Y TẾ XÃ", "TRƯỞNG TRẠM",
        "Mùa Thị Sua", "CÔNG AN XÃ NÀ BÓ", "TRƯỞNG CÔNG AN", "Vàng Thị Sáo",
      ])
  }

  @Test func recipientsBelowSignaturesAreInNoColumnOfThem() {
    var words = line("TM. CÔNG AN XÃ", 150, 100) + line("TM. ỦY BAN NHÂN DÂN", 350, 100)
    words += line("TRƯỞNG CÔNG AN", 146, 114) + line("CHỦ TỊCH", 388, 114)
    words += line("Lò Văn Nhãn", 154, 190) + line("Vàng Thị Sáo", 376, 190)
    words += line("Nơi nhận:", 85, 206) + line("- Lưu: VT.", 85, 220)
    #expect(
      text(words) == [
        "TM. CÔNG AN XÃ", "TRƯỞNG CÔNG AN", "Lò Văn Nhãn", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH",
        "Vàng Thị Sáo", "Nơi nhận:", "- Lưu: VT.",
      ])
  }

  @Test func aTitleBelowSignaturesIsOnNeitherSide() {
    var words = line("Nơi nhận:", 85, 100) + line("TM. ỦY BAN NHÂN DÂN", 390, 100)
    words += line("- Các cơ quan ở Điều 3 của Quyết định;", 85, 114) + line("CHỦ TỊCH", 422, 114)
    words += line("- Lưu: VT.", 85, 128) + line("Lò Thị Nhãn", 414, 128)
    words += line("KẾ HOẠCH", 279, 150) + line("SỬA CÁC CON ĐƯỜNG CỦA XÃ NĂM 2026", 180, 164)
    #expect(
      text(words).suffix(4) == [
        "CHỦ TỊCH", "Lò Thị Nhãn", "KẾ HOẠCH", "SỬA CÁC CON ĐƯỜNG CỦA XÃ NĂM 2026",
      ])
  }

  @Test func cellsBetweenBordersMakeRows() {
    let grid = RuledGrid(
      rows: [100, 120, 160], columns: [80, 120, 300, 500], first: [0, 1, 2, 3, 4, 4])
    let words =
      line("TT", 85, 103) + line("Việc", 125, 103) + line("Ai làm", 305, 103)
      + line("1", 85, 125) + line("Trồng cây bên", 125, 125) + line("đường", 125, 141)
    #expect(text(words, grids: [grid]) == ["TT\tViệc\tAi làm", "1\tTrồng cây bên đường\t"])
  }

  @Test func cellsOverSeveralRowsAreTold() throws {
    let first = PlacedPage(
      number: 1, width: 595, height: 842,
      words: line("TT", 85, 703) + line("Việc", 125, 703) + line("Ai làm", 255, 703)
        + line("1", 85, 723) + line("Trồng cây", 125, 723) + line("Cô Lan", 255, 733)
        + line("2", 85, 743) + line("Tưới cây", 125, 743),
      grids: [
        RuledGrid(
          rows: [700, 720, 740, 760], columns: [80, 120, 250, 400],
          first: [0, 1, 2, 3, 4, 5, 6, 7, 5])
      ])
    // A merged cell that a page broke has no text of its own.
    let second = PlacedPage(
      number: 2, width: 595, height: 842,
      words: line("3", 85, 63) + line("Tỉa cây", 125, 63) + line("4", 85, 83)
        + line("Hái quả", 125, 83) + line("5", 85, 103) + line("Bán quả", 125, 103),
      grids: [
        RuledGrid(
          rows: [60, 80, 100, 120], columns: [80, 120, 250, 400],
          first: [0, 1, 2, 3, 4, 2, 6, 7, 8])
      ])
    let text = try CanonicalText(LaidOutText.lines([first, second]), encoding: "UTF-8")
    #expect(text.styles.map(\.merged) == [[], [], [2], [2], [2], []])
    #expect(text.string(text.lines[1]) == "1\tTrồng cây\tCô Lan")
  }

  @Test(arguments: [
    (["S", "T", "T"], "STT"), (["Th", "ời", "gia", "n"], "Thời gian"), (["II", "I"], "III"),
    (["5/2", "026"], "5/2026"), (["1", "0"], "10"), (["3.0", "00"], "3.000"),
    (["3.", "000"], "3.000"), (["Sở", "Y", "tế"], "Sở Y tế"), (["Họp", "02", "ca"], "Họp 02 ca"),
    (["xã", "An"], "xã An"), (["dân", "cư"], "dân cư"),
  ]) func wordsThatANarrowCellBreaksAreWhole(_ rows: [String], _ expected: String) {
    let width = 6 * Double(rows.map(\.count).max() ?? 0) + 11
    let set = rows.enumerated().compactMap { WordRow(line($1, 80, 100 + 16 * Double($0))) }
    #expect(CellText(set, width: width).text == expected)
  }

  @Test func aSymbolCutBeforeItsDashIsWhole() {
    let grid = RuledGrid(rows: [100, 150], columns: [80, 230, 500], first: [0, 1])
    let words =
      line("Nghị định 104/2007/NĐ", 85, 103) + line("-CP về kho lúa", 85, 117)
      + line("- Họp tổ", 235, 103) + line("-Lập hồ sơ", 235, 117)
    #expect(
      text(words, grids: [grid]) == [
        "Nghị định 104/2007/NĐ-CP về kho lúa\t- Họp tổ -Lập hồ sơ"
      ])
    let full = "Xã giữ gìn các con đường đã làm và trồng cây theo Nghị định 104/2007/NĐ"
    #expect(
      text(line(full, 85, 60) + line("-CP về kho lúa của các thôn trong xã.", 85, 74)) == [
        full + "-CP về kho lúa của các thôn trong xã."
      ])
  }

  @Test func linesOfACellThatHadRoomAreParagraphs() throws {
    let grid = RuledGrid(
      rows: [100, 120, 180], columns: [80, 120, 250, 400], first: [0, 1, 2, 3, 4, 5])
    let words =
      line("TT", 85, 103) + line("Việc", 125, 103) + line("Ai làm", 255, 103)
      + line("1", 85, 125) + line("Trồng cây dọc theo", 125, 125) + line("đường", 125, 141)
      + line("Cô Lan", 255, 125) + line("Thầy Bảo", 255, 141)
    let page = PlacedPage(number: 1, width: 595, height: 842, words: words, grids: [grid])
    let text = try CanonicalText(LaidOutText.lines([page]), encoding: "UTF-8")
    #expect(text.styles.map(\.paragraphs) == [[], [6]])
    #expect(text.string(text.lines[1]) == "1\tTrồng cây dọc theo đường\tCô Lan Thầy Bảo")
  }

  @Test func aPageTurnedUprightIsRead() {
    var page = PlacedPage(number: 1, width: 595, height: 842)
    for (index, word) in ["Trồng", "thêm", "nhiều", "mắc", "ca"].enumerated() {
      let bottom = 700 - 60 * Double(index)
      page.words.append(
        PlacedWord(left: 100, top: bottom - 50, right: 114, bottom: bottom, text: word))
    }
    page.turnUpright()
    #expect(page.turn == .up)
    #expect(page.width == 842)
    let line = String(decoding: LaidOutText.lines([page]).bytes, as: UTF8.self)
    #expect(line == "Trồng thêm nhiều mắc ca\n")
  }

  @Test func aPageOnItsHeadIsTurned() {
    var page = PlacedPage(number: 1, width: 600, height: 800)
    for line in 0..<3 {
      for (index, word) in ["Trồng", "thêm", "nhiều", "mắc", "ca"].enumerated() {
        let (right, bottom) = (500 - 80 * Double(index), 700 - 20 * Double(line))
        page.words.append(
          PlacedWord(left: right - 60, top: bottom - 14, right: right, bottom: bottom, text: word))
      }
    }
    page.turnUpright()
    #expect(page.turn == .over)
    #expect(page.words.first?.left == 100)
    #expect(page.words.first?.top == 100)
    #expect(page.words.last?.left == 420)
    #expect(page.width == 600)
  }

  @Test func bordersAreFoundOnAnImage() throws {
    // A table of two rows; the cells of the last row are one.
    let (width, height) = (300, 200)
    var points = [UInt8](repeating: 255, count: width * height)
    for x in 40...240 { for y in [50, 80, 120] { points[y * width + x] = 0 } }
    for y in 50...120 {
      for x in [40, 100, 240] where x != 100 || y <= 80 { points[y * width + x] = 0 }
    }
    var offset = 0
    let image = try #require(
      GrayImage(Array("P5\n300 200\n255\n".utf8) + points, at: &offset))
    let grid = try #require(RulingFinder.grids(image, scale: 1).first)
    #expect(grid.columns.map { $0.rounded(.down) } == [40, 100, 240])
    #expect(grid.rows.map { $0.rounded(.down) } == [50, 80, 120])
    #expect(grid.first == [0, 1, 2, 2])
  }

  @Test func aTextLayerWithoutSomeLettersIsBroken() {
    func isBroken(_ text: String) -> Bool {
      TextLayer.isBroken([PlacedPage(number: 1, width: 595, height: 842, words: line(text, 0, 0))])
    }
    let whole = "K Ế HOẠCH của UBND xã về trồng cây bên đường trong năm nay và các năm sau này nữa"
    #expect(!isBroken(whole))
    #expect(!isBroken(whole + String(repeating: " 07 h 30 và 08 h 30", count: 9)))
    #expect(isBroken("K OA ÔNG NG Ệ T ÔNG T N T Ự P ẨM T P Ồ D ẠY NG Ề K Ỹ T UẬT V À N Ề"))
  }

  @Test func wordsThatTouchAreOne() {
    var words = line("H", 80, 100) + line("Ạ", 86, 100) + line("NH phúc", 92.2, 100)
    words[1].top -= 1
    #expect(TouchingWords.join(words).map(\.text) == ["HẠNH", "phúc"])
  }

  @Test func aConsonantApartFromItsSyllableIsPartOfIt() {
    let words = line("nhiệm", 80, 100) + line("v", 113, 100) + line("ụ", 120.6, 100)
    #expect(TouchingWords.join(words).map(\.text) == ["nhiệm", "vụ"])
    let measure = line("cao", 80, 100) + line("m", 101, 100) + line("ở", 110, 100)
    #expect(TouchingWords.join(measure).map(\.text) == ["cao", "m", "ở"])
  }

  @Test func whatIsSeenCompletesALayerThatLostLetters() {
    let layer = line("K OA", 80, 100) + line("trồng cây", 80, 120)
    var seen = line("KHOA", 80, 101) + line("trông cậy", 80, 121) + line("MỚI", 200, 100)
    for index in seen.indices { seen[index].confidence = 90 }
    let words = RecognizedWords.complete(layer, by: seen).map(\.text)
    #expect(Set(words) == ["KHOA", "MỚI", "trồng", "cây"])
  }

  @Test func endsOfALineFarApartAreTwoLines() {
    #expect(
      text(line("Đơn vị: Thôn Khe", 85, 60) + line("Mẫu số 1", 440, 60))
        == ["Đơn vị: Thôn Khe", "Mẫu số 1"])
  }

  @Test func closeLettersKeepTheirBlanks() {
    // Each letter is set closer by 1 than it is wide, blanks of 3 as well.
    var words: [PlacedWord] = []
    var x = 80.0
    for piece in ["UBND", " ", "T", "Ỉ", "NH", " ", "H", "Ậ", "U", " ", "VÀ", " ", "HUY", "Ệ", "N"]
    {
      if piece == " " {
        x += 3 - 1
        continue
      }
      let width = 8 * Double(piece.count) - Double(piece.count - 1)
      words.append(PlacedWord(left: x, top: 100, right: x + width, bottom: 114, text: piece))
      x += width - 1
    }
    #expect(TouchingWords.join(words).map(\.text) == ["UBND", "TỈNH", "HẬU", "VÀ", "HUYỆN"])
  }

  @Test func syllablesThatTouchAreTwoWords() {
    // One type throughout: nothing shows how close letters are set, and yet there was a blank.
    let words = line("TRUYỀN", 80, 100) + line("THÔNG", 116.1, 100) + line(",", 146.1, 100)
    #expect(TouchingWords.join(words).map(\.text) == ["TRUYỀN", "THÔNG,"])
  }

  @Test func wordsOfTwoCellsAreNotPutTogether() {
    let grid = RuledGrid(rows: [90, 120], columns: [70, 104.2, 200], first: [0, 1])
    let words = line("Luật", 80, 100) + line("mới", 104.3, 100)
    #expect(TouchingWords.join(words, between: [grid]).map(\.text) == ["Luật", "mới"])
    let pieces = line("quản", 80, 100) + line("đ", 104.2, 100) + line("ị", 110.2, 100)
    #expect(TouchingWords.join(pieces, between: [grid]).map(\.text) == ["quản", "đị"])
  }

  @Test func aLetterBetweenTwoLinesIsNoBorder() throws {
    // A letter that stands between two lines and touches both, in a table of two columns.
    let (width, height) = (300, 200)
    var points = [UInt8](repeating: 255, count: width * height)
    for x in 40...240 { for y in [50, 64, 78] { points[y * width + x] = 0 } }
    for y in 50...78 { for x in [40, 180, 240] { points[y * width + x] = 0 } }
    for y in 51...63 { points[y * width + 100] = 0 }
    var offset = 0
    let image = try #require(
      GrayImage(Array("P5\n300 200\n255\n".utf8) + points, at: &offset))
    let word = PlacedWord(left: 94, top: 50, right: 120, bottom: 64, text: "nhà")
    let grid = try #require(RulingFinder.grids(image, scale: 1, words: [word]).first)
    #expect(grid.columns.map { $0.rounded(.down) } == [40, 180, 240])
    #expect(grid.first == [0, 1, 2, 3])
  }

  /// Pages of one table in three columns.
  private func pages(_ tables: [[[String]]], below: [PlacedWord] = []) -> [String] {
    let pages = tables.enumerated().map { index, rows in
      var words: [PlacedWord] = []
      let lines = (0...rows.count).map { 100 + 30 * Double($0) }
      for (row, cells) in rows.enumerated() {
        for (cell, text) in cells.enumerated() {
          words += line(text, [85, 125, 305][cell], lines[row] + 8)
        }
      }
      let grid = RuledGrid(
        rows: lines, columns: [80, 120, 300, 500], first: Array(0..<3 * rows.count))
      return PlacedPage(
        number: index + 1, width: 595, height: 842, words: words + below, grids: [grid])
    }
    return String(decoding: LaidOutText.lines(pages).bytes, as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  @Test func aRowThatThePageCutIsOne() {
    let head = ["TT", "Việc", "Hạn"]
    let first = [head, ["1", "Quét sân", "2/9"], ["2", "Kê bàn ghế", "trước"]]
    #expect(
      pages([first, [["", "", "28/10"], ["3", "Dọn bếp", "5/9"]]])
        == [
          "TT\tViệc\tHạn", "1\tQuét sân\t2/9", "2\tKê bàn ghế\ttrước 28/10",
          "\u{0C}3\tDọn bếp\t5/9",
        ])
    // The end of a time that the cell had begun.
    #expect(
      pages([
        [head, ["7h30", "Quét sân", "Tổ 1"], ["8h30", "Kê bàn ghế ở", "Tổ 2"]],
        [["- 9h00", "nhà văn hóa", ""], ["9h30", "Dọn bếp", "Tổ 3"]],
      ])[2] == "8h30 - 9h00\tKê bàn ghế ở nhà văn hóa\tTổ 2")
    // A sentence that goes on in a table without numbers.
    let free = [["Việc", "Ai", "Hạn"], ["Tiết", "Ban văn hóa", "5/9"]]
    #expect(pages([free, [["kiệm", "xã", ""]]]).last == "Tiết kiệm\tBan văn hóa xã\t5/9")
    #expect(pages([free, [["a", "Tổ 2", ""]]]).last == "\u{0C}a\tTổ 2\t")
    let small = [["Nơi", "Ai", "Hạn"], ["thôn", "Tổ 1", "5/9"]]
    #expect(pages([small, [["xóm", "Tổ 2", ""]]]).last == "\u{0C}xóm\tTổ 2\t")
    // Below the column names that the page has again.
    #expect(
      pages([first, [head, ["", "ở nhà văn hóa", ""]]])
        == [
          "TT\tViệc\tHạn", "1\tQuét sân\t2/9", "2\tKê bàn ghế ở nhà văn hóa\ttrước",
          "\u{0C}TT\tViệc\tHạn",
        ])
  }

  @Test func recognitionMayReadRepeatedNamesOfColumnsInAnotherWay() {
    func zones(_ head: [String], isRecognized: Bool) -> Int {
      let pages = [["Việc cần làm", "Đơn vị phụ trách"], head].enumerated().map { index, cells in
        var page = PlacedPage(number: index + 1, width: 595, height: 842)
        page.words =
          line(cells[0], 85, 108) + line(cells[1], 305, 108)
          + line("Việc \(index)", 85, 138) + line("Thôn \(index)", 305, 138)
        page.grids = [
          RuledGrid(rows: [100, 130, 160], columns: [80, 300, 500], first: [0, 1, 2, 3])
        ]
        page.isRecognized = isRecognized
        return page
      }
      return LaidOutText.lines(pages).styles.count { $0.repeated }
    }
    #expect(zones(["Việc cần làm", "Đơn vÿ phụ trách"], isRecognized: true) == 1)
    #expect(zones(["Việc cần làm", "Đơn vÿ phụ trách"], isRecognized: false) == 0)
    #expect(zones(["Việc cần làm ngay", "Đơn vị phụ trách"], isRecognized: true) == 0)
    #expect(zones(["Quét nhà kho", "Đơn vị xóm dưới"], isRecognized: true) == 0)
  }

  @Test func aRowWithoutANumberIsOneOfItsOwnWhereOthersAre() {
    let first = [
      ["TT", "Việc", "Hạn"], ["1", "Quét sân", "2/9"], ["", "Rửa cốc", "3/9"],
      ["2", "Kê bàn", "4/9"],
    ]
    #expect(pages([first, [["", "Dọn bếp", "5/9"]]]).last == "\u{0C}\tDọn bếp\t5/9")
    // What the row before left blank cannot go on.
    let blank = [["TT", "Việc", "Hạn"], ["1", "Quét sân", "2/9"], ["2", "Kê bàn", ""]]
    #expect(pages([blank, [["", "", "5/9"]]]).last == "\u{0C}\t\t5/9")
  }

  @Test func whatStandsAtTheFootOfAPagePartsNoTable() {
    let first = [["TT", "Việc", "Hạn"], ["1", "Quét sân", "2/9"], ["2", "Kê bàn", "trước"]]
    let lines = pages(
      [first, [["", "", "5/9"]]], below: line("Thôn Khe, xã Bạch Đàn", 85, 815))
    #expect(lines[2] == "2\tKê bàn\ttrước 5/9")
  }

  @Test func aPictureIsNoTable() {
    let grid = RuledGrid(rows: [700, 720, 740], columns: [80, 120, 300], first: [0, 1, 2, 3])
    #expect(text(line("Một dòng chữ", 85, 100), grids: [grid]) == ["Một dòng chữ"])
  }

  @Test func aUnitUnderATitleIsALineOfItsOwn() {
    let words =
      line("KẾ HOẠCH", 270, 60) + line("Tổ chức hội thi năm 2027", 230, 80)
      + line("I. MỤC ĐÍCH", 85, 98) + line("Giữ sạch đường làng.", 85, 116)
      + line("Làm đẹp cổng thôn.", 85, 134)
    #expect(
      text(words).suffix(4) == [
        "Tổ chức hội thi năm 2027", "I. MỤC ĐÍCH", "Giữ sạch đường làng.", "Làm đẹp cổng thôn.",
      ])
  }

  @Test func aNoteUnderATitleInCapitalsIsALineOfItsOwn() {
    let words =
      line("Xã giữ gìn các con đường đã làm và trồng thêm cây bên đường từ đầu năm.", 85, 60)
      + line("Xã giữ gìn các con đường đã làm và trồng thêm cây bên đường từ cuối năm.", 85, 78)
      + line("BẢNG GIAO VIỆC CHO CÁC THÔN TRONG XÃ VÀ NHÀ TRƯỜNG", 120, 110)
      + line("(Kèm theo Kế hoạch số 7/KH-UBND của Ủy ban nhân dân xã)", 110, 128)
    #expect(
      text(words).suffix(2) == [
        "BẢNG GIAO VIỆC CHO CÁC THÔN TRONG XÃ VÀ NHÀ TRƯỜNG",
        "(Kèm theo Kế hoạch số 7/KH-UBND của Ủy ban nhân dân xã)",
      ])
    // The title may fill its line.
    let wide =
      line("BẢNG GIAO VIỆC CHO CÁC THÔN TRONG XÃ VÀ CÁC NHÀ TRƯỜNG CỦA XÃ NHÀ", 85, 60)
      + line("(Kèm theo Kế hoạch số 7/KH-UBND của Ủy ban nhân dân xã Bạch Đàn)", 90, 78)
      + line("Xã giữ gìn các con đường đã làm và trồng thêm cây bên đường từ cuối năm.", 85, 96)
    #expect(text(wide).first == "BẢNG GIAO VIỆC CHO CÁC THÔN TRONG XÃ VÀ CÁC NHÀ TRƯỜNG CỦA XÃ NHÀ")
  }

  @Test func aTitleAtTheTopOfAPageStandsApart() {
    let title = "BẢNG GIAO VIỆC CHO CÁC THÔN TRONG XÃ"
    let pages = [
      PlacedPage(number: 1, width: 595, height: 842, words: line("Lò Thị Nhãn", 350, 100)),
      PlacedPage(number: 2, width: 595, height: 842, words: line(title, 150, 100)),
    ]
    let text = String(decoding: LaidOutText.lines(pages).bytes, as: UTF8.self)
    #expect(text == "Lò Thị Nhãn\n\u{0C}\n\(title)\n")
  }

  @Test func partsOfALineAndNotesStandForThemselves() {
    #expect(
      text(
        line("XÁC NHẬN CỦA THÔN", 100, 60) + line("TRƯỞNG BAN", 420, 60)
          + line("(Ký, ghi rõ họ tên)", 415, 76))
        == ["XÁC NHẬN CỦA THÔN", "TRƯỞNG BAN", "(Ký, ghi rõ họ tên)"])
    #expect(LineBegin.isNote("(Ký, ghi rõ họ tên)"))
    #expect(!LineBegin.isNote("(Covid-19) năm 2026"))
    #expect(LineBegin.isCapital("DANH SÁCH"))
    #expect(!LineBegin.isCapital("Phụ lục II"))
  }

  @Test func aNameInTheRightHalfIsNoIndentedLine() {
    let full = "Xã giữ gìn các con đường đã làm và trồng thêm cây bên đường từ đầu năm nay"
    let words =
      line(full, 85, 60) + line(full, 85, 78) + line("Lò Thị Nhãn của xã nhà", 430, 96)
      + line("Nơi nhận:", 85, 114)
    #expect(text(words).suffix(2) == ["Lò Thị Nhãn của xã nhà", "Nơi nhận:"])
  }

  @Test func aDashAtTheMarginMayStandWithinAName() {
    let first = "Xã giữ gìn các con đường đã làm và trồng cây cùng với Phòng Văn hóa"
    let name = line(first, 130, 60) + line("- Xã hội của huyện trong năm nay.", 85, 78)
    #expect(text(name) == [first + " - Xã hội của huyện trong năm nay."])
    // Where bullets stand at the margin it is one of them.
    let bullets = name + line("- Một việc khác.", 85, 96) + line("- Một việc nữa.", 85, 114)
    #expect(text(bullets).first == first)
    // What goes on in small letters, and what follows a mark.
    let small = line(first, 130, 60) + line("- xã hội của huyện.", 85, 78)
    #expect(text(small).count == 2)
    let ended = line(first + ":", 130, 60) + line("- Xã hội của huyện.", 85, 78)
    #expect(text(ended).count == 2)
  }

  @Test func strokesOfLettersAreNoBorders() throws {
    // A stroke of 15 points stands on the border under it.
    let (width, height) = (300, 200)
    var points = [UInt8](repeating: 255, count: width * height)
    for x in 40...240 { for y in [50, 70, 120] { points[y * width + x] = 0 } }
    for y in 50...120 { for x in [40, 100, 240] { points[y * width + x] = 0 } }
    for y in 56...70 { points[y * width + 160] = 0 }
    var offset = 0
    let image = try #require(
      GrayImage(Array("P5\n300 200\n255\n".utf8) + points, at: &offset))
    let grid = try #require(RulingFinder.grids(image, scale: 1).first)
    #expect(grid.columns.count == 3)
  }
}
