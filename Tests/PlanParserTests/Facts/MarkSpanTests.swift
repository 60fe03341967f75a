import PlanModel
import PlanText
import Testing

@testable import PlanParser

/// The marks of markdown before a heading stand under the span of its section.
@Suite struct MarkSpanTests {
  @Test func headingMarksOfTheFirstSectionOfAnAppendixAreItsOwn() throws {
    let text = """
      QUYẾT ĐỊNH:
      **Điều 1.** Ban hành kèm theo Quyết định này Kế hoạch mở chợ.

      Nơi nhận:
      - Lưu: VT.

      CHỦ TỊCH
      Lò Văn Khuyn

      # KẾ HOẠCH
      # MỞ CHỢ NĂM 2026

      ## I. MỤC TIÊU
      Mở chợ.

      ## II. NỘI DUNG
      Quét chợ.
      """
    let bytes = Array(text.utf8)
    let sections = try #require(ParsedPlan.of(text).appendices.first).body
    #expect(sections.map(\.id) == ["A1.I", "A1.II"])
    for section in sections {
      #expect(bytes[section.span.start..<section.span.end].starts(with: Array("## I".utf8)))
    }
  }
}
