import PlanModel
import PlanText
import Testing

@testable import PlanParser

/// What is told of totals, years and damaged words.
@Suite struct CheckTests {
  private static func told(_ code: Diagnostic.Code, _ plan: Plan) -> [String] {
    plan.diagnostics.filter { $0.code == code }.map(\.message)
  }

  private static func table(_ numbers: String...) throws -> Plan {
    let rows = numbers.enumerated().map { index, number in
      index == numbers.count - 1
        ? "\tTổng cộng\t\(number)" : "\(index + 1)\tThôn \(index)\t\(number)"
    }
    return try PlanSample.plan(
      "I. CHỈ TIÊU\nSTT\tThôn\tDiện tích (ha)\n" + rows.joined(separator: "\n"))
  }

  @Test func aTotalThatIsNoSumIsTold() throws {
    let plan = try Self.table("10,5", "20", "1.030,25", "1.061,75")
    let message = try #require(Self.told(.totalMismatch, plan).first)
    #expect(message.contains("1061.75"))
    #expect(message.contains("1060.75"))
  }

  @Test func sumsRoundingAndMeansAreNoSlips() throws {
    for numbers in [
      ["10,5", "20", "1.030,25", "1.060,75"], ["33,3", "33,3", "33,3", "100"],
      ["80", "90", "100", "90"], ["10", "nhiều", "20", "31"], ["10", "20", "", ""],
    ] {
      let plan = try Self.table(numbers[0], numbers[1], numbers[2], numbers[3])
      #expect(Self.told(.totalMismatch, plan).isEmpty, "\(numbers)")
    }
  }

  @Test func deadlinesLieWithinThePlan() throws {
    func plan(_ time: String) throws -> Plan {
      try PlanSample.plan(
        """
        II. NHIỆM VỤ
        TT\tNhiệm vụ\tChủ trì\tThời gian
        1\tSửa chợ\tPhòng Kinh tế\t\(time)
        """)
    }
    #expect(try Self.told(.dateOutsidePeriod, plan("Tháng 6/2027")).isEmpty)
    #expect(try Self.told(.dateOutsidePeriod, plan("Tháng 01/2028")).isEmpty)
    #expect(try Self.told(.dateOutsidePeriod, plan("Hằng năm")).isEmpty)
    #expect(try Self.told(.dateOutsidePeriod, plan("Tháng 6/2026")).count == 1)
    #expect(try Self.told(.dateOutsidePeriod, plan("Quý II/2037")).count == 1)
  }

  @Test func damagedWordsHaveALikelyReading() throws {
    let plan = try PlanSample.plan(
      """
      I. MỤC TIÊU
      - Phân đầu mở chợ; phân đầu sửa đường.
      - Xã câp giấy, đúng nghành.
      - Chợ Krông Păc, thực phẩm, chuyện, chợ phiên, internet, ngành nghề.
      """)
    let told = Self.told(.ocrSuspect, plan)
    #expect(told.count == 3)
    #expect(told[0].hasPrefix("\"Phân đầu\" may be \"phấn đấu\""))
    #expect(told[1].hasPrefix("\"câp\" is no Vietnamese syllable"))
    #expect(told[2].hasPrefix("\"nghành\" is no Vietnamese syllable"))
    #expect(plan.body.first?.children.first?.text == "Phân đầu mở chợ; phân đầu sửa đường.")
  }
}
