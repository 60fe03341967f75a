import PlanText
import Testing

@testable import PlanFormats

/// What the place and the type of words tell: footnotes, edges of pages, tables without borders.
@Suite struct PlacedPageTests {
  /// The words of a line, set in a type of one height.
  private func line(
    _ text: String, _ left: Double, _ top: Double, height: Double = 14
  ) -> [PlacedWord] {
    var words: [PlacedWord] = []
    var x = left
    for word in text.split(separator: " ") {
      let width = 0.43 * height * Double(word.count)
      words.append(
        PlacedWord(left: x, top: top, right: x + width, bottom: top + height, text: String(word)))
      x += width + 0.22 * height
    }
    return words
  }

  private func lines(_ pages: [[PlacedWord]]) -> StyledLines {
    var placed = pages.enumerated().map {
      PlacedPage(number: $0 + 1, width: 595, height: 842, words: $1)
    }
    PageNotes.mark(&placed)
    for index in placed.indices { placed[index].words = TouchingWords.join(placed[index].words) }
    return LaidOutText.lines(placed)
  }

  private func text(_ pages: [PlacedWord]...) -> [String] {
    String(decoding: lines(pages).bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private let full = "Xã giữ gìn các con đường đã làm và trồng thêm cây bên đường từ đầu năm nay"

  /// A page whose first line calls note 1 behind a word.
  private func called(_ notes: [PlacedWord]) -> [PlacedWord] {
    let words = line(full, 85, 60) + line("Giao Phòng Kinh tế", 85, 78)
    let end = words.last?.right ?? 0
    return words + [PlacedWord(left: end, top: 77, right: end + 5, bottom: 86, text: "1;")]
      + line("các thôn cùng làm.", end + 9, 78) + line(full, 85, 96) + notes
  }

  @Test func smallTextThatARaisedFigureCallsIsAFootnote() {
    let found = lines([
      called(
        line("1Nay là Phòng Kinh tế và Hạ tầng của xã, theo", 85, 770, height: 10)
          + line("Nghị quyết của hội đồng.", 85, 782, height: 10))
    ])
    #expect(
      String(decoding: found.bytes, as: UTF8.self).split(separator: "\n").suffix(3) == [
        "\(full) Giao Phòng Kinh tế[1]; các thôn cùng làm.", Substring(full),
        "[1] Nay là Phòng Kinh tế và Hạ tầng của xã, theo Nghị quyết của hội đồng.",
      ])
    #expect(found.styles.last?.zone == .footnote)
  }

  @Test func aFootnoteStandsBelowSmallTextOfATable() {
    let body = (0..<6).flatMap { line(full, 85, 60 + 18 * Double($0)) }
    let cell = line("Đắp bờ kênh", 85, 60, height: 12)
    let end = cell.last?.right ?? 0
    let call = PlacedWord(left: end, top: 60, right: end + 4, bottom: 68, text: "1")
    let note = line("1 Theo danh mục của xã.", 85, 770, height: 10)
    let found = text(body, cell + [call] + line("Thôn Hạ", 85, 78, height: 12) + note)
    #expect(found.contains { $0.contains("Đắp bờ kênh[1]") })
    #expect(found.last == "[1] Theo danh mục của xã.")
  }

  @Test func oneNoteAsLargeAsTheTextIsAFootnoteAtTheFootOfItsPage() {
    let note = line("1 Theo danh mục của xã.", 85, 770)
    #expect(text(called(note)).last == "[1] Theo danh mục của xã.")
    #expect(text(called(line("1 theo danh mục của xã.", 85, 770))).last?.first == "1")
    #expect(text(called(line("1 Theo danh mục của xã.", 85, 300))).last?.first == "1")
    #expect(text(called(line("2 Theo danh mục của xã.", 85, 770))).last?.first == "2")
  }

  @Test func aFootnoteGoesOnAtTheFootOfTheNextPage() {
    let next = line(full, 85, 60) + line("làm xong trong năm.", 85, 780, height: 10)
    #expect(
      text(called(line("1 Việc này do các thôn", 85, 780, height: 10)), next).suffix(2) == [
        "[1] Việc này do các thôn làm xong trong năm.", "\u{0C}" + full,
      ])
  }

  @Test func smallTextThatNothingCallsIsText() {
    let words = line(full, 85, 60) + line(full, 85, 78) + line("m2", 85, 96)
    #expect(
      text(words + line("2 Việc này do các thôn làm.", 85, 780, height: 10)).last
        == "2 Việc này do các thôn làm.")
    // Text of the usual size is no note.
    #expect(text(called(line("1 Việc làm", 85, 780))).last == "1 Việc làm")
  }

  @Test func whatTwoPagesHaveAtOnePlaceIsNoText() {
    let pages = [0, 1].map { page in
      line("Lần in 12/03/2027", 85, 57) + line(full, 85, 90) + line("Việc \(page).", 85, 108)
    }
    let found = lines(pages)
    #expect(found.styles.count { $0.zone == .pageHeader } == 2)
    let moved = lines([pages[0], line("Lần in 12/03/2027", 85, 75) + line(full, 85, 93)])
    #expect(moved.styles.allSatisfy { $0.zone == .body })
    let other = lines([pages[0], line("Lần in 13/03/2027", 85, 57) + line(full, 85, 90)])
    #expect(other.styles.allSatisfy { $0.zone == .body })
  }

  @Test func aTableWithoutBordersKeepsItsColumns() {
    func row(_ cells: [String], _ top: Double) -> [PlacedWord] {
      zip(cells, [85.0, 120, 330, 450]).flatMap { cell, left in line(cell, left, top) }
    }
    let table =
      row(["TT", "Nhiệm vụ", "Chủ trì", "Hạn"], 100)
      + row(["1", "Rà soát hộ nghèo theo chuẩn", "Phòng Kinh tế", "Quý I"], 118)
      + line("mới", 120, 134) + row(["2", "Sửa nhà", "Mặt trận", "Quý II"], 152)
      + row(["3", "Tổng kết", "Văn phòng", "Quý IV"], 170)
    #expect(
      text(line("I. NHIỆM VỤ", 85, 80) + table + line("II. TỔ CHỨC THỰC HIỆN", 85, 190)) == [
        "I. NHIỆM VỤ",
        "TT   Nhiệm vụ                      Chủ trì         Hạn",
        "1    Rà soát hộ nghèo theo chuẩn   Phòng Kinh tế   Quý I",
        "     mới",
        "2    Sửa nhà                       Mặt trận        Quý II",
        "3    Tổng kết                      Văn phòng       Quý IV",
        "II. TỔ CHỨC THỰC HIỆN",
      ])
  }

  @Test func aShortListOfRecipientsStandsBesideTheSignature() {
    let end =
      line("Nơi nhận:", 85, 100, height: 13) + line("TRƯỞNG PHÒNG", 340, 100)
      + line("- UBND xã;", 85, 116, height: 12) + line("- Lưu: VT.", 85, 130, height: 12)
      + line("Vàng Seo Dín", 348, 180)
    #expect(
      text(line("1. Công chức phòng chủ động thực hiện.", 120, 80) + end) == [
        "1. Công chức phòng chủ động thực hiện.", "Nơi nhận:", "- UBND xã;", "- Lưu: VT.",
        "TRƯỞNG PHÒNG", "Vàng Seo Dín",
      ])
  }

  @Test func notesAsLargeAsTheTextOpenOneAfterAnother() {
    let found = lines([
      called(
        line("Giao đội bảo vệ", 85, 400) + [
          PlacedWord(left: 166.5, top: 399, right: 171, bottom: 408, text: "2")
        ] + line("1 Nay là Phòng Kinh tế và Hạ tầng.", 85, 760)
          + line("2 Của ba thôn.", 85, 778))
    ])
    let printed = String(decoding: found.bytes, as: UTF8.self).split(separator: "\n")
    #expect(
      printed.suffix(2) == ["[1] Nay là Phòng Kinh tế và Hạ tầng.", "[2] Của ba thôn."])
    #expect(printed[0].contains("Phòng Kinh tế[1]; các thôn"))
    #expect(found.styles.last?.zone == .footnote)
  }

  @Test func aFigureThatIsOneWordWithItsWordCallsANote() {
    let found = lines([
      line(full, 85, 60) + line("Trồng cây trên 12 km2 đường công cộng1; tưới cây.", 85, 78)
        + line(full, 85, 96) + line("1 Theo sổ của xã.", 85, 770, height: 10)
    ])
    let printed = String(decoding: found.bytes, as: UTF8.self)
    #expect(printed.contains("12 km2 đường công cộng[1]; tưới"))
    #expect(printed.contains("\n[1] Theo sổ của xã."))
  }

  @Test func aWordAndTheNumberOfItsPageStandBelowNotes() {
    let found = lines([
      called(
        line("1 Nay là Phòng Kinh tế.", 85, 770, height: 10) + line("Trang 1/5", 280, 800))
    ])
    #expect(found.styles.suffix(2).map(\.zone) == [.footnote, .pageFooter])
  }
}
