import PlanText
import Testing

@testable import PlanFormats

/// Where a line that a page wraps goes on, and where another begins.
@Suite struct WrappedLinesTests {
  private let full = "Xã giữ gìn các con đường đã làm và trồng thêm cây bên đường từ đầu năm nay"

  private func centred(_ text: String, _ top: Double) -> [PlacedWord] {
    let words = line(text, 0, top)
    let left = (85 + right(line(full, 85, 0)) - right(words)) / 2
    return line(text, left, top)
  }

  private func right(_ words: [PlacedWord]) -> Double { words.map(\.right).max() ?? 0 }

  private func text(_ words: [PlacedWord]...) -> [String] {
    let pages = words.enumerated().map {
      PlacedPage(number: $0 + 1, width: 595, height: 842, words: $1)
    }
    return String(decoding: LaidOutText.lines(pages).bytes, as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  @Test func anIndentedLineThatLeavesAsMuchRoomIsNoTitle() {
    var words = line(full, 85, 60) + line(full, 85, 76)
    for top in [92.0, 108, 124] { words += line("Việc của thôn.", 121, top) }
    let indented = "Xã giữ gìn các con đường đã làm và trồng thêm cây ở bên Mường"
    words += line(indented, 121, 140) + line("Nghĩa, Nà Bó và các bản.", 85, 156)
    #expect(text(words).last == indented + " Nghĩa, Nà Bó và các bản.")
  }

  @Test func aNumberAtTheMarginWhereNoUnitBeginsGoesOn() {
    func spread(_ text: String, _ left: Double, _ top: Double) -> [PlacedWord] {
      var words = line(text, left, top)
      let rest = right(line(full, 85, 0)) - right(words)
      for index in words.indices.dropFirst() {
        let shift = rest * Double(index) / Double(words.count - 1)
        words[index].left += shift
        words[index].right += shift
      }
      return words
    }
    var words = line(full, 85, 60) + line(full, 85, 76) + line(full, 85, 92)
    words += line("nay xong.", 85, 108)
    words += spread("- Các trường trong xã học lại từ tháng này, các em từ lớp", 121, 124)
    words += line("12: học ở trường mới;", 85, 140) + line("- Việc khác.", 121, 156)
    #expect(
      text(words).suffix(2) == [
        "- Các trường trong xã học lại từ tháng này, các em từ lớp 12: học ở trường mới;",
        "- Việc khác.",
      ])
  }

  @Test func aNoteInTheMiddleGoesOnToItsBracket() {
    var words = centred("PHỤ LỤC", 60) + centred("KẾ HOẠCH Sửa đường của xã năm nay", 76)
    words += centred("(Ban hành kèm theo Quyết định số 4/QĐ-UBND ngày 5 tháng 6 của", 92)
    words += centred("Chủ tịch xã)", 108) + line(full, 85, 124) + line(full, 85, 140)
    #expect(
      text(words).prefix(3) == [
        "PHỤ LỤC", "KẾ HOẠCH Sửa đường của xã năm nay",
        "(Ban hành kèm theo Quyết định số 4/QĐ-UBND ngày 5 tháng 6 của Chủ tịch xã)",
      ])
  }

  @Test func moreRoomThanBetweenLinesPartsParagraphsWithoutIndent() {
    var words = line(full, 85, 60) + line("và cả năm sau.", 85, 75) + line(full, 85, 97)
    words += line("và năm sau nữa.", 85, 112) + line(full, 85, 134)
    words += line("PHẦN HAI. VIỆC CỦA CÁC THÔN", 85, 156) + line(full, 85, 178)
    words += line("ở xã.", 85, 193)
    #expect(text(words).contains("PHẦN HAI. VIỆC CỦA CÁC THÔN"))
  }
}
