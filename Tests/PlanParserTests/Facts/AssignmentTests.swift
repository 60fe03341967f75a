import PlanModel
import Testing

@testable import PlanParser

@Suite("Assignments")
struct AssignmentTests {
  /// A sentence of a section that hands duties out, and who is charged with what role.
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var charged: [String]
    var testDescription: String { text }

    init(_ text: String, _ charged: String...) {
      self.text = text
      self.charged = charged
    }
  }

  static let cases: [Case] = [
    Case(
      "Giao Phòng Kinh tế chủ trì, phối hợp với các phòng, ban, ngành triển khai Kế hoạch.",
      "lead Phòng Kinh tế", "support các phòng, ban, ngành"),
    Case(
      "Sở Tài chính và Sở Xây dựng có trách nhiệm hướng dẫn các xã.",
      "responsible Sở Tài chính", "responsible Sở Xây dựng"),
    Case("Sở Khoa học và Công nghệ chủ trì rà soát.", "lead Sở Khoa học và Công nghệ"),
    Case(
      "Công an xã phối hợp với Trạm Y tế xã kiểm tra hàng quán.",
      "responsible Công an xã", "support Trạm Y tế xã"),
    Case(
      "Đoàn Thanh niên xã phối hợp tuyên truyền đến từng hộ dân.",
      "support Đoàn Thanh niên xã"),
    Case(
      "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội xã "
        + "vận động Nhân dân.",
      "responsible Ủy ban Mặt trận Tổ quốc Việt Nam xã",
      "responsible các tổ chức chính trị - xã hội xã"),
    Case(
      "Căn cứ chức năng, nhiệm vụ được giao, các cơ quan, đơn vị chủ động tổ chức thực hiện.",
      "responsible các cơ quan, đơn vị"),
    Case(
      "Căn cứ nhiệm vụ được giao các thôn trên địa bàn xã chủ động thực hiện.",
      "responsible các thôn trên địa bàn xã"),
    Case(
      "Trên cơ sở đề nghị của các cơ quan, đơn vị, Phòng Tài chính thẩm định dự toán.",
      "responsible Phòng Tài chính"),
    Case(
      "UBND các xã, phường có trách nhiệm phối hợp tổ chức phiên chợ.",
      "support UBND các xã, phường"),
    Case(
      "Văn phòng HĐND và UBND xã chủ trì, phối hợp tham mưu lịch họp.",
      "lead Văn phòng HĐND và UBND xã"),
    Case(
      "Giao Phòng Kinh tế hướng dẫn thủ tục; giao Phòng Văn hóa - Xã hội tuyên truyền.",
      "responsible Phòng Kinh tế", "responsible Phòng Văn hóa - Xã hội"),
    Case(
      "Hội Nông dân xã, Hội Liên hiệp Phụ nữ xã vận động hội viên tham gia.",
      "responsible Hội Nông dân xã", "responsible Hội Liên hiệp Phụ nữ xã"),
    Case("Tổ chức hội nghị với các thôn, các hộ kinh doanh trong tháng 3."),
    Case("Phòng, chống cháy nổ tại chợ phải được coi trọng."),
    Case("(Kèm theo Phụ lục danh mục nhiệm vụ của các thôn)"),
  ]

  static func told(_ plan: Plan) -> [String] {
    plan.assignments.map { "\($0.role.rawValue) \($0.body)" }
  }

  @Test("who is charged in a sentence", arguments: cases)
  func sentence(_ item: Case) throws {
    let plan = try PlanSample.plan("I. TỔ CHỨC THỰC HIỆN\n1. \(item.text)\n2. Hết.")
    #expect(Self.told(plan) == item.charged)
  }

  @Test("a heading charges what stands under it, and the first role word decides")
  func headings() throws {
    let plan = try PlanSample.plan(
      """
      IV. PHÂN CÔNG NHIỆM VỤ
      1. Phòng Kinh tế
      - Chủ trì, phối hợp với Công an xã quản lý bến xe.
      - Hướng dẫn các hộ kinh doanh; phối hợp kiểm tra giá.
      - Phối hợp sắp xếp gian hàng.
      2. Giao Trung tâm Dịch vụ tổng hợp xã
      Quét dọn chợ sau mỗi phiên.
      """)
    #expect(
      Self.told(plan) == [
        "lead Phòng Kinh tế", "support Công an xã", "responsible Phòng Kinh tế",
        "support Phòng Kinh tế", "responsible Trung tâm Dịch vụ tổng hợp xã",
      ])
    #expect(plan.assignments[0].duty == "quản lý bến xe.")
    #expect(plan.assignments[0].node == "IV.1.b1")
    #expect(plan.assignments[4].duty == "Quét dọn chợ sau mỗi phiên.")
  }

  @Test("no duty is read where none is handed out")
  func elsewhere() throws {
    let plan = try PlanSample.plan(
      """
      I. KẾT QUẢ THỰC HIỆN NĂM 2026
      1. Phòng Kinh tế chủ trì, phối hợp với Công an xã mở 04 phiên chợ.
      II. NHIỆM VỤ
      1. Sở Công Thương chủ trì xây dựng quy hoạch chợ.
      """)
    #expect(plan.assignments.isEmpty)
  }

  @Test("a very long sentence without a verb is no name")
  func long() throws {
    let name = String(repeating: " Hà", count: 4_000)
    let plan = try PlanSample.plan("I. TỔ CHỨC THỰC HIỆN\n1. Sở\(name) chủ trì.\n2. Hết.")
    #expect(plan.assignments.isEmpty)
  }
}
