import PlanModel
import Testing

@testable import PlanParser

@Suite("Funding")
struct FundingTests {
  /// A sentence of a section on funding, its sources, and the amounts in đồng.
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var sources: [String]
    var amounts: [String]
    var testDescription: String { text }

    init(_ text: String, _ sources: [String], _ amounts: String...) {
      self.text = text
      self.sources = sources
      self.amounts = amounts
    }
  }

  static let cases: [Case] = [
    Case(
      "Kinh phí thực hiện từ nguồn ngân sách nhà nước; các nguồn đóng góp, tài trợ hợp pháp khác.",
      ["ngân sách nhà nước", "các nguồn đóng góp, tài trợ hợp pháp khác"]),
    Case(
      "Lồng ghép nguồn vốn các chương trình mục tiêu quốc gia, vốn xã hội hóa.",
      ["các chương trình mục tiêu quốc gia", "xã hội hóa"]),
    Case(
      "Từ các nguồn vốn ngân sách xã và vốn huy động từ các nguồn vốn hợp pháp khác.",
      ["ngân sách xã", "các nguồn vốn hợp pháp khác"]),
    Case("Dự kiến 12,4 tỷ đồng từ nguồn sự nghiệp.", ["sự nghiệp"], "12400000000"),
    Case(
      "Tổng kinh phí 950 triệu đồng, trong đó: ngân sách tỉnh 600 triệu đồng; "
        + "đóng góp của Nhân dân 350 triệu đồng.",
      ["ngân sách tỉnh", "đóng góp của Nhân dân"], "950000000", "600000000", "350000000"),
    Case(
      "Ngân sách xã 20.500.000 đồng, ngân sách thôn 1,5 triệu đồng.",
      ["Ngân sách xã", "ngân sách thôn"], "20500000", "1500000"),
    Case("Mức hỗ trợ 2 triệu đồng/hộ.", []),
    Case("Thực hiện theo quy định của Luật Ngân sách nhà nước.", []),
    Case("Kinh phí 999999999999999999 tỷ đồng.", []),
  ]

  @Test("sources as printed, amounts in full", arguments: cases)
  func sentence(_ item: Case) throws {
    let plan = try PlanSample.plan("IV. KINH PHÍ THỰC HIỆN\n1. \(item.text)\n2. Hết.")
    #expect(plan.funding.flatMap(\.sources) == item.sources)
    #expect(
      plan.funding.compactMap(\.amount).map(\.value.description) == item.amounts
    )
    #expect(plan.funding.compactMap(\.amount).allSatisfy { $0.unit == "đồng" })
  }

  @Test("only sections on funding tell of it")
  func elsewhere() throws {
    let plan = try PlanSample.plan("II. NHIỆM VỤ\n1. Xây chợ bằng ngân sách tỉnh, 2 tỷ đồng.")
    #expect(plan.funding.isEmpty)
  }
}
