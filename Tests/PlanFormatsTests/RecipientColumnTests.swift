import PlanText
import Testing

@testable import PlanFormats

/// Recipients that stand beside a signature, in whatever rows, and lines that a page wraps.
@Suite struct RecipientColumnTests {
  private let closing = "Trên đây là kế hoạch của xã, các thôn và các đơn vị cùng làm cho tốt./."

  private func text(_ words: [PlacedWord]...) -> [String] {
    let pages = words.enumerated().map {
      PlacedPage(number: $0 + 1, width: 595, height: 842, words: $1)
    }
    return String(decoding: LaidOutText.lines(pages).bytes, as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  @Test func theRestOfALongRecipientIsNoName() {
    var words = line(closing, 85, 60) + line("Nơi nhận:", 85, 80) + line("TL. CHỦ TỊCH", 360, 80)
    words += line("- Như mục V;", 85, 98) + line("CHÁNH VĂN PHÒNG", 350, 104)
    words += line("- Hội Làm vườn và Trang trại tỉnh", 85, 116) + line("Hòa Lạc;", 85, 132)
    words += line("- Lưu: VT.", 85, 150) + line("Lò Thị Nhãn", 365, 158)
    #expect(
      text(words) == [
        closing, "Nơi nhận:", "- Như mục V;", "- Hội Làm vườn và Trang trại tỉnh Hòa Lạc;",
        "- Lưu: VT.", "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Lò Thị Nhãn",
      ])
  }

  @Test func aNameBesideTheRestOfARecipientIsNoPartOfIt() {
    var words = line(closing, 85, 60) + line("Nơi nhận:", 85, 80) + line("CHỦ TỊCH", 370, 80)
    words += line("- Các thôn và trường học trong xã (để", 85, 100)
    words += line("làm);", 85, 116) + line("Lò Thị Nhãn", 361, 116) + line("- Lưu: VT.", 85, 134)
    #expect(
      text(words) == [
        closing, "Nơi nhận:", "- Các thôn và trường học trong xã (để làm);", "- Lưu: VT.",
        "CHỦ TỊCH", "Lò Thị Nhãn",
      ])
  }

  @Test(arguments: [(16.0, true), (22.0, false)])
  func aTitleThatItsColumnBreaksIsWhole(pitch: Double, isOne: Bool) {
    var words = line(closing, 85, 40) + line("Nơi nhận:", 85, 80)
    words += line("KT. GIÁM ĐỐC SỞ", 350, 80) + line("- UBND xã;", 85, 96)
    words += line("CÔNG THƯƠNG", 362, 80 + pitch) + line("- Lưu: VT.", 85, 112)
    words += line("PHÓ GIÁM ĐỐC", 359, 102 + pitch) + line("Lò Thị Nhãn", 365, 170)
    let titles =
      isOne ? ["KT. GIÁM ĐỐC SỞ CÔNG THƯƠNG"] : ["KT. GIÁM ĐỐC SỞ", "CÔNG THƯƠNG"]
    #expect(text(words).suffix(titles.count + 2) == titles + ["PHÓ GIÁM ĐỐC", "Lò Thị Nhãn"])
  }

  @Test func aLeadWithBulletsHasNoSignatureBesideIt() {
    var words = line(closing, 85, 60) + line("Việc sau:", 85, 80)
    words += line("- Sửa đường thôn Hai", 85, 98) + line("- Trồng cây", 85, 116)
    words += line("năm 2026", 370, 134)
    #expect(
      text(words) == [
        closing, "Việc sau:", "- Sửa đường thôn Hai", "- Trồng cây", "năm 2026",
      ])
  }
}
