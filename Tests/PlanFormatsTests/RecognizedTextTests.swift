import PlanText
import Testing

@testable import PlanFormats

/// What is made of the words and labels that recognition read.
@Suite struct RecognizedTextTests {
  private func words(_ texts: [String], gap: Double = 3) -> [PlacedWord] {
    var left = 80.0
    return texts.map { text in
      let width = 6 * Double(text.count)
      defer { left += width + gap }
      return PlacedWord(left: left, top: 100, right: left + width, bottom: 114, text: text)
    }
  }

  private func mended(_ lines: [String]) -> [String] {
    var pageLines = lines.compactMap { line in
      WordRow(words(line.split(separator: " ").map(String.init))).map {
        PageLine($0, page: 1, margins: (80, 520), column: 0)
      }
    }
    RecognizedBeginnings.mend(&pageLines) { _ in true }
    return pageLines.map(\.text)
  }

  @Test func strokesAreNumbersAndNumeralsByTheirPlace() {
    #expect(
      mended([
        "I. MỤC ĐÍCH, YÊU CẦU", "I. Mục đích", "2. Yêu cầu", "I.MỤC TIÊU", "l. Về diện tích",
        "2. Về giống", "HI. NHIỆM VỤ", "1. Rà soát quỹ đất", "IV. KINH PHÍ", "VL TỔ CHỨC",
      ]) == [
        "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "II. MỤC TIÊU", "1. Về diện tích",
        "2. Về giống", "III. NHIỆM VỤ", "1. Rà soát quỹ đất", "IV. KINH PHÍ", "VI. TỔ CHỨC",
      ])
  }

  @Test func labelsThatCountOnStayAsTheyAre() {
    let numbered = ["1. MỤC TIÊU", "2. NHIỆM VỤ", "2.1. Đội tàu", "3. KINH PHÍ", "X. Lò Văn Mán"]
    #expect(mended(numbered) == numbered)
    let parts = [
      "I. KẾT QUẢ", "II. TỒN TẠI", "I. MỤC TIÊU", "II. NHIỆM VỤ", "III. KINH PHÍ", "IV. TỔ CHỨC",
    ]
    #expect(mended(parts) == parts)
    let letters = ["A. TÌNH HÌNH", "I. Thuận lợi", "II. Khó khăn", "B. NỘI DUNG", "I. Mục tiêu"]
    #expect(mended(letters) == letters)
  }

  @Test func numeralsThatWereReadAsOthers() {
    #expect(
      mended([
        "1. Thuận lợi", "II. Khó khăn", "1. Chưa có chòi", "L. Mục tiêu", "1. Không để xảy ra",
        "II. Nhiệm vụ", "1. Cứu hộ", "2. Vệ sinh", "11. Kinh phí", "IV. Tổ chức", "1. Công an xã",
      ]) == [
        "I. Thuận lợi", "II. Khó khăn", "1. Chưa có chòi", "I. Mục tiêu", "1. Không để xảy ra",
        "II. Nhiệm vụ", "1. Cứu hộ", "2. Vệ sinh", "III. Kinh phí", "IV. Tổ chức",
        "1. Công an xã",
      ])
    let single = ["I. MỤC TIÊU", "II. NHIỆM VỤ", "10. Một", "11. Hai", "III. KINH PHÍ"]
    #expect(mended(single) == single)
  }

  @Test func seriesAreReadAsAWhole() {
    // Under letters, with what was read wrong at their beginning.
    #expect(
      mended([
        "A. TÌNH HÌNH CHUNG", "1. Thuận lợi", "I. Khó khăn", "1. Chưa có kho", "2. Thiếu xe",
        "B. NỘI DUNG KẾ HOẠCH", "L. Mục tiêu", "1. Trồng rừng", "II. Nhiệm vụ", "1. Giao đất",
      ]) == [
        "A. TÌNH HÌNH CHUNG", "I. Thuận lợi", "II. Khó khăn", "1. Chưa có kho", "2. Thiếu xe",
        "B. NỘI DUNG KẾ HOẠCH", "I. Mục tiêu", "1. Trồng rừng", "II. Nhiệm vụ", "1. Giao đất",
      ])
    // A label whose dot is read as a comma or is lost.
    #expect(
      mended([
        ".1 MỤC ĐÍCH, YÊU CẦU", "1. Trồng rừng", "2, Giao đất", "3. Trả công", "II. KINH PHÍ",
      ]) == [
        "I. MỤC ĐÍCH, YÊU CẦU", "1. Trồng rừng", "2. Giao đất", "3. Trả công", "II. KINH PHÍ",
      ])
    // What only looks like one stays.
    let words = ["I. MỤC ĐÍCH", "1. Trồng rừng", "7, Tổ Đá Bạc", "2. Giao đất"]
    #expect(mended(words) == words)
  }

  @Test func partsOfNumbersAndSpecksBeforeThem() {
    #expect(
      mended(["I. VIỆC", "l.1. Việc đầu", "1.2. Việc sau", "-2. VIỆC KHÁC", "~ Trồng cây"]) == [
        "1. VIỆC", "1.1. Việc đầu", "1.2. Việc sau", "2. VIỆC KHÁC", "- Trồng cây",
      ])
  }

  @Test func aDashReadTwiceIsOne() {
    #expect(
      mended(["- - Trồng cây", "-. Nuôi ong", "-: Làm vườn", "- Đào ao", "-- Đào ao", "- -5 độ"])
        == [
          "- Trồng cây", "- Nuôi ong", "- Làm vườn", "- Đào ao", "- Đào ao", "- -5 độ",
        ])
  }

  @Test func spellingsThatNobodyPrints() {
    let read = [
      "giỜ", "vỀ", "Ø7-ĐA/TU", "I6h00", "2l", "1O", "I%", "§ở", "12/QÐ", "IH/2026;",
      "12/QĐĐ-UBND", "(1/GĐÐN-TH", "I1/2026", "lV/2027", "17\u{2044}4/2026", "I\u{2215}2026",
    ]
    #expect(
      read.map(RecognizedSpelling.plain) == [
        "giờ", "về", "07-ĐA/TU", "16h00", "21", "10", "1%", "Sở", "12/QĐ",
        "III/2026;", "12/QĐ-UBND", "(1/GĐN-TH", "II/2026", "IV/2027", "17/4/2026", "I/2026",
      ])
    for good in [
      "Sở", "UBND", "TƯ", "kW", "III", "Il", "Đắk", "QH15", "5G", "l/s", "PCCC&CNCH", "H/20",
      "15/BC-ĐĐBQH", "11/2026", "IV/2026", "V/2026", "HII/2026",
    ] {
      #expect(RecognizedSpelling.plain(good) == good)
    }
  }

  @Test func ordinalsOfRowsAreReadByTheirSeries() {
    func mended(_ cells: [String]) -> [String] {
      var lines = cells.enumerated().map { index, cell in
        var line = PageLine(
          "\(cell)\tTrồng cây\t\(cell.isEmpty || cell == "II" ? "" : "Quý I")", page: 1,
          top: 20 * Double(index), bottom: 20 * Double(index) + 14)
        line.style.table = 1
        return line
      }
      RecognizedOrdinals.mend(&lines) { _ in true }
      return lines.map { String($0.text.prefix { $0 != "\t" }) }
    }
    #expect(mended(["TT", "I.", "2. —", "3", "4. ."]) == ["TT", "1.", "2.", "3", "4."])
    #expect(mended(["l", "2", "", "7", "S"]) == ["1", "2", "", "7", "8"])
    // Numbers that leave just room for what was misread between them.
    #expect(mended(["1.", "\"", "A.", "", "5."]) == ["1.", "2", "3.", "", "5."])
    for good in [
      ["1", "A.", "4"], ["1", "a", "b", "4"], ["1", "A."],
      ["I", "1", "2", "II", "1"], ["5", "S"], ["A", "1", "B", "1"], ["", "l"], ["10", "II"],
    ] {
      #expect(mended(good) == good)
    }
  }

  @Test func blanksThatWereLostOrStandWithinWords() {
    func mended(_ texts: [String]) -> [String] { RecognizedGaps.mend(words(texts)).map(\.text) }
    #expect(mended(["bảo", "tồntưliệu,"]) == ["bảo", "tồn", "tư", "liệu,"])
    #expect(mended(["SởXây", "dựng"]) == ["Sở", "Xây", "dựng"])
    #expect(mended(["58/KH-", "UBND"]) == ["58/KH-UBND"])
    for good in [["Đắk", "Lắk"], ["Facebook"], ["giai", "đoạn", "2026-", "2030"], ["A", "Lưới"]] {
      #expect(mended(good) == good)
    }
  }

  @Test func lowWordsStandOnTheirLine() {
    var line = words(["-", "nghề", "y", "tế", "—", "xã"])
    for (index, box) in [(107, 109), (100, 118), (108, 122), (99, 114), (108, 109), (101, 114)]
      .enumerated()
    { (line[index].top, line[index].bottom) = (Double(box.0), Double(box.1)) }
    #expect(WordRow.rows(of: line).count > 1)
    let rows = WordRow.rows(of: RecognizedLines.even(line))
    #expect(rows.map(PageLine.text) == ["- nghề y tế — xã"])
  }

  @Test func columnsOnOneLineKeepTheirHeights() {
    var line = words(["Nơi", "nhận:"]) + words(["TRƯỞNG", "PHÒNG"])
    for index in 2..<4 {
      line[index].left += 250
      line[index].right += 250
      line[index].top += 6
      line[index].bottom += 6
    }
    #expect(RecognizedLines.even(line) == line)
  }

  @Test func marksThatRecognitionLostArePutBack() {
    func read(_ text: String) -> String {
      RecognizedMarks.mend(words(text.split(separator: " ").map(String.init))).map(\.text)
        .joined(separator: " ")
    }
    let damaged = [
      "KÉ HOẠCH", "III. TÓ CHỨC THỰC HIỆN", "YÊU CẢU", "Kê hoạch này", "(sô liệu,", "tiền hành",
      "Giám độc sở", "cụ thê:", "PHÓ GIÁM ĐÓC",
    ]
    let printed = [
      "KẾ HOẠCH", "III. TỔ CHỨC THỰC HIỆN", "YÊU CẦU", "Kế hoạch này", "(số liệu,", "tiến hành",
      "Giám đốc sở", "cụ thể:", "PHÓ GIÁM ĐỐC",
    ]
    #expect(damaged.map(read) == printed)
    let good = [
      "hệ thông tin", "hình thực tế", "bắt đầu từ ngày", "có quan hệ", "chi tiêu", "công nhân",
      "chi bộ Trường Mầm non", "đi đôi với", "THỨ TRƯỞNG", "kê, hoạch", "giám hiệu trường",
      "quan trong", "Ủy ban", "Uỷ ban", "hàng hoá",
    ]
    #expect(good.map(read) == good)
  }

  @Test func wordsThatRecognitionIsHardlySureOfAreTold() {
    var read = words(["Trồng", "mâc", "ca", "mâc"])
    for (index, confidence) in [95.0, 41, 90, 30].enumerated() {
      read[index].confidence = confidence
    }
    var page = PlacedPage(number: 3, width: 595, height: 842, words: read)
    #expect(LaidOutText.lines([page]).recognition == nil)
    page.isRecognized = true
    let recognition = LaidOutText.lines([page]).recognition
    #expect(recognition?.pages == [.init(number: 3, confidence: 64)])
    #expect(
      recognition?.doubts == [
        .init(line: 0, word: "mâc", confidence: 41), .init(line: 0, word: "mâc", confidence: 30),
      ])
  }

  @Test func noMoreThanSomeWordsOfAPageAreTold() {
    var read: [PlacedWord] = []
    for row in 0..<40 {
      for var word in words(["mâc", "ca"]) {
        (word.top, word.bottom) = (word.top + 16 * Double(row), word.bottom + 16 * Double(row))
        word.confidence = Double(row)
        read.append(word)
      }
    }
    var page = PlacedPage(number: 1, width: 595, height: 842, words: read)
    page.isRecognized = true
    let doubts = LaidOutText.lines([page]).recognition?.doubts ?? []
    #expect(doubts.count == 12)
    #expect(doubts.allSatisfy { $0.confidence < 6 })
  }
}
