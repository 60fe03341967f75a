import PlanModel
import Testing

@testable import PlanParser

/// Places of the plan that it names itself.
@Suite struct LinkTests {
  private static func plan(_ text: String, rest: String = "") throws -> Plan {
    try PlanSample.plan(
      """
      I. MỤC TIÊU
      1. Mục tiêu chung
      - Chợ sạch.
      2. Mục tiêu cụ thể
      2.1. Về chợ
      - Xây chợ.
      2.2. Về đường
      - Làm đường.
      II. NHIỆM VỤ
      1. Xây chợ
      a) Chọn chỗ
      - Đo đất.
      b) San nền
      - \(text)
      \(rest)
      """)
  }

  @Test(arguments: [
    ("Thực hiện nhiệm vụ tại mục 2; Phần I", ["I.2"]),
    ("Đạt mục tiêu nêu tại mục 2.1 phần I của Kế hoạch này", ["I.2.1"]),
    ("Theo Mục I.2.2 kèm số liệu", ["I.2.2"]),
    ("Sau khi xong điểm a mục 1 Phần II", ["II.1.a"]),
    ("Như đã nêu ở điểm a", ["II.1.a"]),
    ("Theo mục 1, mục 2 Phần I", ["I.1", "I.2"]),
  ])
  func placesAreFound(_ text: String, _ expected: [String]) throws {
    let plan = try Self.plan(text)
    #expect(plan.links.map(\.to) == [expected])
    #expect(plan.links.first?.node == "II.1.b.b1")
    #expect(plan.diagnostics.filter { $0.code == .referenceUnresolved }.isEmpty)
  }

  @Test(arguments: [
    "Theo khoản 2 Điều 9 Nghị định số 12/2024/NĐ-CP", "Theo điểm a khoản 1 Điều 5 Luật Giá",
    "Mở tài khoản 2 chữ số", "Lập danh mục 2 dự án", "Đạt mục 1", "Theo khoản 2 Điều 7 nêu trên",
    "Theo Nghị định số 30/2020/NĐ-CP (Phụ lục I)",
  ])
  func otherDocumentsAreNotMeant(_ text: String) throws {
    let plan = try Self.plan(text)
    #expect(plan.links.isEmpty)
    #expect(plan.diagnostics.filter { $0.code == .referenceUnresolved }.isEmpty)
  }

  @Test func whatIsNotThereIsTold() throws {
    for text in ["Theo mục 7, Phần I", "Theo điểm k mục 1 Phần II của Kế hoạch này"] {
      let told = try Self.plan(text).diagnostics.filter { $0.code == .referenceUnresolved }
      #expect(told.count == 1)
      #expect(told.first?.node == "II.1.b.b1")
    }
  }

  @Test func appendicesAreFound() throws {
    let plan = try PlanSample.plan(
      """
      I. NỘI DUNG
      - Phân công tại Phụ lục II.
      Nơi nhận:
      - Lưu: VT.
      TM. ỦY BAN NHÂN DÂN
      CHỦ TỊCH
      Lò Văn Dúa

      PHỤ LỤC I
      DANH SÁCH CHỢ
      - Chợ Bản Cài.

      PHỤ LỤC II
      PHÂN CÔNG
      - Các thôn dọn chợ.
      """)
    #expect(plan.appendices.count == 2)
    #expect(plan.links.map(\.to) == [["A2"]])
  }
}
