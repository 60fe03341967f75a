import PlanModel
import Testing

@testable import PlanParser

@Suite("Reports")
struct ReportTests {
  /// A sentence of a section on reports, and what is told of it: who, whom, how often, by when.
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var told: [String]
    var testDescription: String { text }

    init(_ text: String, _ told: String...) {
      self.text = text
      self.told = told
    }
  }

  static let cases: [Case] = [
    Case(
      "Các thôn báo cáo kết quả về Phòng Kinh tế trước ngày 18 hằng tháng.",
      "Các thôn > Phòng Kinh tế | FREQ=MONTHLY | ---18"),
    Case(
      "Phòng Kinh tế định kỳ trước ngày 15 tháng 12 hằng năm báo cáo Ủy ban nhân dân xã kết quả.",
      "Phòng Kinh tế > Ủy ban nhân dân xã | FREQ=YEARLY | --12-15"),
    Case(
      "Công an xã gửi báo cáo kết quả (kèm số liệu) về Sở Xây dựng trước ngày 05 tháng 10 năm 2027.",
      "Công an xã > Sở Xây dựng |  | 2027-10-05"),
    Case(
      "Phòng Kinh tế tổng hợp, báo cáo UBND xã và Sở Công Thương định kỳ 6 tháng, hằng năm.",
      "Phòng Kinh tế > UBND xã, Sở Công Thương | FREQ=MONTHLY;INTERVAL=6, FREQ=YEARLY | "),
    Case(
      "Các trường học định kỳ hằng quý gửi Phòng Văn hóa - Xã hội để tổng hợp, báo cáo UBND xã.",
      "Các trường học > Phòng Văn hóa - Xã hội | FREQ=MONTHLY;INTERVAL=3 | ",
      "Phòng Văn hóa - Xã hội > UBND xã |  | "),
    Case(
      "Trạm Y tế xã báo cáo Ban Giám đốc Sở Y tế tháo gỡ vướng mắc.",
      "Trạm Y tế xã > Ban Giám đốc Sở Y tế |  | "),
    Case(
      "Hằng tháng, các thôn báo cáo UBND xã (qua Phòng Kinh tế) để giải quyết.",
      "các thôn > UBND xã | FREQ=MONTHLY | "),
    Case("Nếu có vướng mắc, các thôn báo cáo UBND xã (qua Phòng Kinh tế) để giải quyết."),
    Case("Các thôn mời báo cáo viên nói chuyện với Hội Nông dân xã."),
    Case("Xây dựng báo cáo đánh giá tác động môi trường của chợ."),
  ]

  static func told(_ report: Report) -> String {
    let names = "\(report.by.joined(separator: ", ")) > \(report.to.joined(separator: ", "))"
    return "\(names) | \(report.repeat.joined(separator: ", ")) | \(report.before ?? "")"
  }

  @Test("who tells whom, how often and by when", arguments: cases)
  func sentence(_ item: Case) throws {
    let plan = try PlanSample.plan("V. CHẾ ĐỘ BÁO CÁO\n1. \(item.text)\n2. Hết.")
    #expect(plan.reports.map(Self.told) == item.told)
  }

  @Test("who reports may stand in the heading, and only the clause is told")
  func heading() throws {
    let plan = try PlanSample.plan(
      """
      IV. PHÂN CÔNG NHIỆM VỤ
      1. Phòng Kinh tế
      - Sửa mái chợ; tổng hợp, báo cáo UBND xã trước ngày 20 hằng tháng.
      """)
    #expect(
      plan.reports.map(Self.told) == ["Phòng Kinh tế > UBND xã | FREQ=MONTHLY | ---20"])
    #expect(plan.reports.first?.text == "tổng hợp, báo cáo UBND xã trước ngày 20 hằng tháng")
    #expect(plan.reports.first?.node == "IV.1.b1")
  }

  @Test("what was reported in the past is no duty")
  func past() throws {
    let plan = try PlanSample.plan(
      """
      I. KẾT QUẢ THỰC HIỆN NĂM 2026
      1. Các thôn báo cáo UBND xã đúng hạn.
      """)
    #expect(plan.reports.isEmpty)
  }
}
