import PlanModel
import Testing

@testable import PlanParser

@Suite("Tasks")
struct TaskTests {
  static func rows(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
  }

  static func appendix(_ rows: [[String]]) throws -> Plan {
    try PlanSample.plan(
      """
      I. NỘI DUNG
      1. Thực hiện theo Phụ lục kèm theo Kế hoạch này.

      Nơi nhận:
      - Như trên;
      - Lưu: VT.

      TM. ỦY BAN NHÂN DÂN
      CHỦ TỊCH

      Nguyễn Văn An

      PHỤ LỤC
      DANH MỤC NHIỆM VỤ NĂM 2027

      """ + Self.rows(rows))
  }

  @Test("rows in any order of columns")
  func columns() throws {
    let plan = try Self.appendix([
      ["STT", "Thời gian hoàn thành", "Nhiệm vụ", "Sản phẩm", "Đơn vị phối hợp", "Đơn vị chủ trì"],
      [
        "1.", "Quý II/2027", "Lát lại sân chợ", "Biên bản nghiệm thu",
        "Công an xã, Đoàn Thanh niên xã và các đơn vị liên quan", "Phòng Kinh tế",
      ],
      [
        "2.", "Hàng năm", "Mở phiên chợ xuân", "", "Các phòng, ban, ngành",
        "Phòng Văn hóa - Xã hội; Phòng Kinh tế",
      ],
    ])
    let tasks = plan.tasks.filter { $0.origin == .appendix }
    #expect(tasks.map(\.ordinal) == ["1", "2"])
    #expect(tasks.map(\.text) == ["Lát lại sân chợ", "Mở phiên chợ xuân"])
    #expect(tasks.map(\.lead) == [["Phòng Kinh tế"], ["Phòng Văn hóa - Xã hội", "Phòng Kinh tế"]])
    #expect(
      tasks.map(\.support) == [
        ["Công an xã", "Đoàn Thanh niên xã", "các đơn vị liên quan"], ["Các phòng, ban, ngành"],
      ])
    #expect(tasks.map(\.time?.value) == ["2027-04/2027-06", nil])
    #expect(tasks.map(\.time?.repeat) == [nil, "FREQ=YEARLY"])
    #expect(tasks.map(\.output) == ["Biên bản nghiệm thu", nil])
  }

  @Test("groups by numbering, a head of two rows, a start and an end column")
  func groups() throws {
    let plan = try Self.appendix([
      ["STT", "Nội dung công việc", "Phân công", "", "Thời gian", ""],
      ["", "", "Đơn vị chủ trì", "Đơn vị phối hợp", "Bắt đầu", "Hoàn thành"],
      ["I", "CHUẨN BỊ", "", "", "", ""],
      ["1", "Khảo sát chợ", "Phòng Kinh tế", "", "2/2027", "5/2027"],
      ["2", "Thiết kế", "", "", "", ""],
      ["2.1", "Vẽ sơ đồ", "Phòng Kinh tế", "Các thôn", "6/2027", "6/2027"],
      ["3", "Xin ý kiến", "Văn phòng", "", "", "7/2027"],
      ["II", "THI CÔNG", "", "", "", ""],
      ["1", "Lợp mái", "Công ty Hà An", "", "8/2027", "12/2027"],
      ["", "Tổng cộng", "4", "", "", ""],
    ])
    let tasks = plan.tasks.filter { $0.origin == .appendix }
    #expect(tasks.map(\.ordinal) == ["1", "2.1", "3", "1"])
    #expect(tasks.map(\.group) == ["CHUẨN BỊ", "Thiết kế", "CHUẨN BỊ", "THI CÔNG"])
    #expect(
      tasks.map(\.time?.value) == ["2027-02/2027-05", "2027-06", "2027-07", "2027-08/2027-12"])
    #expect(tasks[1].support == ["Các thôn"])
  }

  @Test("a table of figures lists no tasks")
  func figures() throws {
    let plan = try Self.appendix([
      ["STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026", "Năm 2027"],
      ["1", "Số phiên chợ", "phiên", "10", "12"],
      ["2", "Số gian hàng", "gian", "40", "60"],
    ])
    #expect(plan.tasks.allSatisfy { $0.origin == .body })
  }

  @Test("names of people that line ends set apart are people each")
  func people() throws {
    let plan = try Self.appendix([
      ["TT", "Công việc", "Người thực hiện"],
      ["1", "Kê bàn ghế", "Đỗ Văn Bình Vũ Thị Cúc Nguyễn An"],
      ["2", "Đón khách", "Lê Hồ Dung"],
    ])
    #expect(
      plan.tasks.filter { $0.origin == .appendix }.map(\.lead) == [
        ["Đỗ Văn Bình", "Vũ Thị Cúc", "Nguyễn An"], ["Lê Hồ Dung"],
      ])
  }

  @Test("labelled lines make a task of the unit above them")
  func labels() throws {
    let plan = try PlanSample.plan(
      """
      II. NỘI DUNG
      1. Sửa chợ
      - Lát lại sân chợ:
      + Cơ quan chủ trì: Phòng Kinh tế.
      + Đơn vị phối hợp: Công an xã; Hội Nông dân xã.
      + Thời gian thực hiện: Quý III/2027.
      - Treo biển chỉ đường; đơn vị thực hiện: Đoàn Thanh niên xã; thời hạn: tháng 5/2027.
      - Trồng thêm cây.
      III. TỔ CHỨC THỰC HIỆN
      1. Các thôn chủ động thực hiện.
      """)
    #expect(plan.tasks.map(\.text) == ["Lát lại sân chợ:", "Treo biển chỉ đường"])
    #expect(plan.tasks.map(\.lead) == [["Phòng Kinh tế"], ["Đoàn Thanh niên xã"]])
    #expect(plan.tasks.map(\.support) == [["Công an xã", "Hội Nông dân xã"], []])
    #expect(plan.tasks.map(\.time?.value) == ["2027-07/2027-09", "2027-05"])
    #expect(plan.tasks[0].node == "II.1.b1")
  }

  @Test("labels behind the text of a section tell of the section")
  func labelledSection() throws {
    let plan = try PlanSample.plan(
      """
      II. NHIỆM VỤ
      1. Sửa bến đò
      Đóng lại cọc, làm bậc lên xuống, treo phao cứu sinh.
      + Cơ quan chủ trì: Phòng Kinh tế.
      + Sản phẩm: Bến đò mới.
      2. Mua phao
      a) Mua 20 phao
      b) Cơ quan chủ trì:
      Công an xã
      """)
    #expect(plan.tasks.map(\.text) == ["Sửa bến đò", "Mua 20 phao"])
    #expect(plan.tasks.map(\.lead) == [["Phòng Kinh tế"], ["Công an xã"]])
    #expect(plan.tasks[0].output == "Bến đò mới")
  }

  @Test("the lowest units of a section of tasks are tasks")
  func lowest() throws {
    let plan = try PlanSample.plan(
      """
      II. NHIỆM VỤ VÀ GIẢI PHÁP
      1. Hạ tầng
      - Mở rộng chợ trung tâm, hoàn thành trong Quý II/2027.
      - Sở Công Thương chủ trì, phối hợp với Sở Xây dựng lập quy hoạch chợ.
      2. Tuyên truyền, cụ thể như sau:
      - Phát tờ rơi.
      """)
    #expect(plan.tasks.map(\.node) == ["II.1.b1", "II.1.b2", "II.2.b1"])
    #expect(plan.tasks.map(\.origin) == [.body, .body, .body])
    #expect(plan.tasks[0].time?.value == "2027-04/2027-06")
    #expect(plan.tasks[1].lead == ["Sở Công Thương"])
    #expect(plan.tasks[1].support == ["Sở Xây dựng"])
  }
}
