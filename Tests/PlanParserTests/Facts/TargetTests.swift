import PlanModel
import PlanText
import Testing

@testable import PlanParser

@Suite("Targets")
struct TargetTests {
  static let grammar: Result<Grammar, GrammarErrors> = Result { () throws(GrammarErrors) in
    try Grammar.embedded()
  }

  static func plan(_ text: String) throws -> Plan {
    let source = Source(
      name: "t", mediaType: "text/plain", encoding: "UTF-8", bytes: text.utf8.count, sha256: "")
    return try grammar.get().parse(CanonicalText(decoding: Array(text.utf8)), source: source)
  }

  /// Each target on a line: indicator, comparator, value, unit, then what else it has.
  static func told(_ text: String) throws -> [String] {
    try plan(text).targets.map { target in
      var line = "\(target.indicator) \(target.comparator)"
      if target.approximate { line += "~" }
      line += " \(target.value)"
      if let upper = target.upper { line += "..\(upper)" }
      line += " \(target.unit)"
      if let action = target.action { line += " action=\(action)" }
      if let subject = target.subject { line += " subject=\(subject)" }
      if let direction = target.direction { line += " \(direction)" }
      if let by = target.by { line += " by=\(by)" }
      if let period = target.period { line += " period=\(period)" }
      return line
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var targets: [String]
    var testDescription: String { text }

    init(_ text: String, _ targets: String...) {
      self.text = text
      self.targets = targets
    }
  }

  @Test(
    "a clause of the objectives",
    arguments: [
      Case("Tỷ lệ cây sống đạt từ 92% trở lên.", "Tỷ lệ cây sống ge 92 %"),
      Case("Phấn đấu tỷ lệ hộ ký hợp đồng tối thiểu 70%.", "tỷ lệ hộ ký hợp đồng ge 70 %"),
      Case("Sản lượng mật đạt 2.864,5 tấn/năm.", "Sản lượng mật eq 2864.5 tấn/năm"),
      Case("Mức tiết kiệm điện đạt khoảng 5 - 8%.", "Mức tiết kiệm điện eq~ 5..8 %"),
      Case("Độ sâu luồng đạt từ 4,5 đến 5,2 m.", "Độ sâu luồng eq 4.5..5.2 m"),
      Case(
        "Phấn đấu giảm tai nạn đuối nước từ 5%-10%.",
        "tai nạn đuối nước eq 5..10 % decrease"),
      Case(
        "Tỷ lệ thất thoát giảm từ 38% xuống dưới 20%.", "Tỷ lệ thất thoát lt 20 % decrease"),
      Case("Tỷ lệ hộ nghèo giảm bình quân từ 3%/năm.", "Tỷ lệ hộ nghèo ge 3 %/năm decrease"),
      Case("Tốc độ tăng trưởng bình quân 12%/năm.", "Tốc độ tăng trưởng bình quân eq 12 %/năm"),
      Case("Tỷ lệ tăng dân số tự nhiên 1%.", "Tỷ lệ tăng dân số tự nhiên eq 1 %"),
      Case("Duy trì tỷ lệ che phủ rừng đạt 61%.", "tỷ lệ che phủ rừng eq 61 %"),
      Case("Tối thiểu 60% số thôn có tổ tự quản.", "số thôn có tổ tự quản ge 60 %"),
      Case("Bảo đảm 100% học sinh có sách.", "học sinh có sách eq 100 %"),
      Case("Giảm 30% thời gian giải quyết hồ sơ.", "thời gian giải quyết hồ sơ eq 30 % decrease"),
      Case(
        "Xây mới 04 phòng học mầm non.", "phòng học mầm non eq 4 phòng học action=Xây mới"),
      Case(
        "Quản lý, bảo vệ 9.438,7 ha rừng.", "rừng eq 9438.7 ha action=Quản lý, bảo vệ"),
      Case(
        "Phấn đấu có trên 150 hợp tác xã kiểu mới.", "hợp tác xã kiểu mới gt 150 hợp tác xã"),
      Case("Phấn đấu 12/15 xã đạt chuẩn.", "xã đạt chuẩn eq 12 xã"),
      Case("Bảo đảm tỷ lệ 01 bác sỹ/1.000 dân.", "bác sỹ eq 1 bác sỹ/1.000 dân"),
      Case("Ít nhất một mô hình điểm.", "mô hình điểm ge 1 mô hình điểm"),
      Case("Thời gian giải quyết hồ sơ < 20 ngày.", "Thời gian giải quyết hồ sơ lt 20 ngày"),
      Case(
        "Thu nhập đạt 62 triệu đồng/người/năm.", "Thu nhập eq 62 triệu đồng/người/năm"),
    ])
  func objective(_ item: Case) throws {
    #expect(try Self.told("I. MỤC TIÊU\n- \(item.text)\n") == item.targets)
  }

  @Test(
    "several quantities of a sentence",
    arguments: [
      Case(
        "Tỷ lệ lao động qua đào tạo đạt 74%, trong đó lao động có bằng cấp, chứng chỉ đạt 41%.",
        "Tỷ lệ lao động qua đào tạo eq 74 %", "lao động có bằng cấp, chứng chỉ eq 41 %"),
      Case(
        "Thành lập mới 01 hợp tác xã, 03 tổ hợp tác.",
        "hợp tác xã eq 1 hợp tác xã action=Thành lập mới",
        "tổ hợp tác eq 3 tổ hợp tác action=Thành lập mới"),
      Case(
        "Diện tích gieo trồng cây hạt đạt 605,9 ha (lúa 284,4 ha, ngô 321,5 ha).",
        "Diện tích gieo trồng cây hạt eq 605.9 ha", "lúa eq 284.4 ha", "ngô eq 321.5 ha"),
      Case(
        "Chăn nuôi dê: Tổng đàn đạt 2.150 con, tăng 15% so với năm 2025.",
        "Tổng đàn eq 2150 con subject=Chăn nuôi dê",
        "Tổng đàn eq 15 % increase"),
      Case(
        "Kim ngạch xuất khẩu đạt 28 tỷ USD, chiếm 31% tổng kim ngạch.",
        "Kim ngạch xuất khẩu eq 28 tỷ USD", "Kim ngạch xuất khẩu eq 31 %"),
      Case(
        "Quy mô dân số 83,2 triệu người, tăng 1,4%.",
        "Quy mô dân số eq 83.2 triệu người", "Quy mô dân số eq 1.4 % increase"),
      Case(
        "Tỷ lệ tích lũy tăng từ 33% năm 2025 lên khoảng 34% năm 2026.",
        "Tỷ lệ tích lũy eq~ 34 % increase by=2026"),
      Case("Cấp xã: 60% hồ sơ được xử lý.", "hồ sơ được xử lý eq 60 %"),
      Case("Số lớp: 12 lớp.", "Số lớp eq 12 lớp"),
      Case(
        "Tỷ lệ trẻ em dưới 05 tuổi được tiêm chủng đạt 95%; tỷ lệ hộ nghèo 2%.",
        "Tỷ lệ trẻ em dưới 05 tuổi được tiêm chủng eq 95 %", "tỷ lệ hộ nghèo eq 2 %"),
      Case(
        "80% hồ sơ cấp tỉnh; 70% hồ sơ cấp huyện và 60% hồ sơ cấp xã được xử lý trực tuyến.",
        "hồ sơ cấp tỉnh eq 80 %", "hồ sơ cấp huyện eq 70 %",
        "hồ sơ cấp xã được xử lý trực tuyến eq 60 %"),
    ])
  func sentence(_ item: Case) throws {
    #expect(try Self.told("I. MỤC TIÊU\n- \(item.text)\n") == item.targets)
  }

  @Test("a quantity to reach is a target in a task too")
  func task() throws {
    let text = """
      I. NHIỆM VỤ
      1. Hạ tầng
      - Trải nhựa 3,4 km đường trục xã trong năm 2027.
      - Mỗi buổi học không quá 90 phút để bảo đảm sức khỏe.
      """
    #expect(
      try Self.told(text) == [
        "đường trục xã eq 3.4 km action=Trải nhựa by=2027", "Mỗi buổi học le 90 phút",
      ])
  }

  @Test(
    "what describes, is past, helps or only names is no target",
    arguments: [
      "Hồ Tả Suối có diện tích 3,2 ha.", "Đối tượng là người từ 60 tuổi trở lên.",
      "Thực hiện phương châm \"4 tại chỗ\".", "Thời gian tập huấn 05 ngày.",
      "Toàn xã hiện có 12 hợp tác xã. Tổng đàn bò là 450 con.", "Xã đã thành lập 04 hợp tác xã.",
      "Hỗ trợ 50% kinh phí mua giống.", "Mức hỗ trợ 30 triệu đồng/mô hình.",
      "Cử 02 cán bộ tham gia.", "Điều 5 Quyết định số 12 ngày 05/6/2026.",
      "Lắp phao cách bờ 50 m.", "Bảo đảm an toàn theo mô hình 4 lớp.",
      "Trường THCS mở lớp 9 trường học.", "Kế hoạch 5 năm 2026 - 2030 của xã.",
      "Thực hiện 05 nhiệm vụ sau đây.", "Triển khai dự án trồng mới 5 triệu ha rừng.",
      "50% dành cho thiết bị.", "Hỗ trợ 100% giá cây giống.",
      "Vận động doanh nghiệp tại 03 khu phố.", "Phủ sóng di động 5G đến các thôn.",
    ])
  func none(_ text: String) throws {
    #expect(try Self.told("I. NHIỆM VỤ\n1. Nội dung\n- \(text)\n") == [])
  }

  @Test("a part that tells what was done has no targets, the one that plans has")
  func situation() throws {
    let text = """
      PHẦN I. KẾT QUẢ THỰC HIỆN NĂM 2025
      - Tỷ lệ hộ nghèo đạt 5%.
      PHẦN II. MỤC TIÊU NĂM 2026
      - Tỷ lệ hộ nghèo đạt 4%.
      """
    #expect(try Self.told(text) == ["Tỷ lệ hộ nghèo eq 4 % by=2026"])
  }

  @Test("a report tells of what was done unless it sets something out")
  func report() throws {
    let text = """
      BÁO CÁO
      Kết quả chuyển đổi số

      1. Hạ tầng
      - 100% cơ quan có mạng nội bộ.
      - Phấn đấu 100% hộ có Internet.
      """
    #expect(try Self.told(text) == ["hộ có Internet eq 100 %"])
  }

  @Test("the clause tells the time, else the sentence, else the nearest heading, never the title")
  func time() throws {
    let text = """
      KẾ HOẠCH
      Phát triển du lịch giai đoạn 2026 - 2030

      I. MỤC TIÊU ĐẾN NĂM 2030
      - Độ che phủ rừng đạt 61%.
      - Đến năm 2028, sản lượng mật đạt 5.200 lít; doanh thu đạt 2 tỷ đồng.
      - Tỷ lệ hộ nghèo giảm 5% (theo chuẩn giai đoạn 2021 - 2025).
      - Giá trị sản xuất giai đoạn 2026 - 2030 tăng 12%/năm so với năm 2025.
      II. CHỈ TIÊU CHỦ YẾU
      - Đón 40.000 lượt khách.
      """
    #expect(
      try Self.told(text) == [
        "Độ che phủ rừng eq 61 % by=2030", "sản lượng mật eq 5200 lít by=2028",
        "doanh thu eq 2 tỷ đồng by=2028", "Tỷ lệ hộ nghèo eq 5 % decrease by=2030",
        "Giá trị sản xuất eq 12 %/năm increase period=2026/2030",
        "lượt khách eq 40000 lượt khách action=Đón",
      ])
  }

  @Test("a table of targets is read by its columns")
  func table() throws {
    let text = """
      I. MỤC TIÊU
      TT\tChỉ tiêu\tĐVT\tThực hiện năm 2025\tKế hoạch năm 2026\tNăm 2030
      1\tThu nhập bình quân\ttriệu đồng/người\t38\t41,5\t62
      2\tTỷ lệ hộ nghèo\t%\t12\t≤ 10\t
      """
    #expect(
      try Self.told(text) == [
        "Thu nhập bình quân eq 41.5 triệu đồng/người by=2026",
        "Thu nhập bình quân eq 62 triệu đồng/người by=2030", "Tỷ lệ hộ nghèo le 10 % by=2026",
      ])
  }

  @Test("one indicator with two values at one time is a conflict; at two times it is none")
  func conflict() throws {
    let text = """
      I. MỤC TIÊU
      - Tổng đàn trâu đạt 1.200 con.
      - Đến năm 2030, tỷ lệ che phủ rừng đạt 61%.
      II. NHIỆM VỤ
      - Phát triển chăn nuôi; tổng đàn trâu đạt 1.500 con.
      - Tỷ lệ che phủ rừng đạt 60%.
      """
    let conflicts = try Self.plan(text).diagnostics.filter { $0.code == .targetConflict }
    #expect(conflicts.map(\.node) == ["II.b1"])
  }

  @Test("a target tells its node, its clause and where that stands")
  func place() throws {
    let text = "I. MỤC TIÊU\n- Đón khách; tỷ lệ hài lòng đạt 90%, doanh thu đạt 5 tỷ đồng.\n"
    let plan = try Self.plan(text)
    let bytes = Array(text.utf8)
    #expect(plan.targets.map(\.node) == ["I.b1", "I.b1"])
    #expect(plan.targets.map(\.text) == ["tỷ lệ hài lòng đạt 90%", "doanh thu đạt 5 tỷ đồng"])
    for target in plan.targets {
      let under = String(decoding: bytes[target.span.start..<target.span.end], as: UTF8.self)
      #expect(under == target.text)
    }
  }
}
