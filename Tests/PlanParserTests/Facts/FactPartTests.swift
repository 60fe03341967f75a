import PlanModel
import Testing

@testable import PlanParser

/// Facts of a plan so long that it is read in parts.
@Suite struct FactPartTests {
  /// A plan whose parts stand `bytes` bytes and more apart.
  private static func plan(apart bytes: Int) throws -> Plan {
    let filler = "Người dân các thôn trồng thêm tre quanh bến đò để giữ đất ven sông.\n"
    return try PlanSample.plan(
      """
      I. MỤC TIÊU
      - Phấn đấu đến năm 2030 tỷ lệ hộ nghèo giảm còn 2%.
      - Gắn với Kế hoạch chợ quê của xã.
      II. TÌNH HÌNH
      \(String(repeating: filler, count: max(1, bytes / filler.utf8.count + 1)))
      III. TỔ CHỨC THỰC HIỆN
      1. Phòng Kinh tế chủ trì, phối hợp với Công an xã rà soát các lò gạch theo Kế hoạch số \
      12/KH-UBND ngày 03/02/2026 của UBND xã (sau đây gọi là Kế hoạch chợ quê).
      2. Các thôn báo cáo UBND xã trước ngày 25 hằng tháng.
      """)
  }

  @Test func whatStandsFarApartIsReadAsWhatStandsTogether() throws {
    let near = try Self.plan(apart: 0)
    let far = try Self.plan(apart: FactLeaves.least)
    #expect(far.targets.map(\.indicator) == near.targets.map(\.indicator))
    #expect(far.assignments.map(\.body) == near.assignments.map(\.body))
    #expect(far.assignments.map(\.duty) == near.assignments.map(\.duty))
    #expect(far.reports.map(\.text) == near.reports.map(\.text))
    #expect(far.references.map(\.number) == near.references.map(\.number))
    #expect(!far.targets.isEmpty && !far.assignments.isEmpty && !far.reports.isEmpty)
  }

  @Test func aNameIsFoundInPartsBeforeTheOneThatDefinesIt() throws {
    let plan = try Self.plan(apart: FactLeaves.least)
    let mentions = try #require(plan.references.first { $0.number == "12/KH-UBND" }).mentions
    #expect(mentions.map(\.node) == ["I.b2", "III.1"])
  }
}
