import PlanModel
import PlanText
import Testing

@testable import PlanParser

@Suite("References")
struct ReferenceTests {
  /// The references of a body of one paragraph under a preamble.
  static func references(_ text: String, preamble: String = "") throws -> [Reference] {
    try plan(text, preamble: preamble).references
  }

  static func plan(_ text: String, preamble: String = "") throws -> Plan {
    try ParsedPlan.of(
      """
      ỦY BAN NHÂN DÂN XÃ NÀ KHOAI
      Số: 77/KH-UBND
      KẾ HOẠCH
      Trồng sen
      \(preamble)
      I. NỘI DUNG
      - \(text)
      """)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: [String]
    var testDescription: String { text }

    init(_ text: String, _ expected: String...) {
      self.text = text
      self.expected = expected
    }
  }

  /// Kind, number, date and issuer of each, in order.
  static func told(_ references: [Reference]) -> [String] {
    references.map { reference in
      [reference.kind, reference.number, reference.date, reference.issuer].map { $0 ?? "-" }
        .joined(separator: " | ")
    }
  }

  static let cases: [Case] = [
    Case(
      "Theo Kế hoạch số 31/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân tỉnh Hoài Lam về trồng sen",
      "Kế hoạch | 31/KH-UBND | 2026-01-12 | Ủy ban nhân dân tỉnh Hoài Lam"),
    Case(
      "Đề án số 18-ĐA/TU, ngày 16 tháng 12 năm 2025 của Tỉnh ủy Hoài Lam",
      "Đề án | 18-ĐA/TU | 2025-12-16 | Tỉnh ủy Hoài Lam"),
    Case(
      "các Nghị quyết số 57-NQ/TW, 59-NQ/TW và 66-NQ/TW của Bộ Chính trị",
      "Nghị quyết | 57-NQ/TW | - | Bộ Chính trị", "Nghị quyết | 59-NQ/TW | - | Bộ Chính trị",
      "Nghị quyết | 66-NQ/TW | - | Bộ Chính trị"),
    Case(
      "Theo Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ",
      "Nghị quyết | 30c/NQ-CP | 2011-11-08 | Chính phủ"),
    Case(
      "Theo Kế hoạch số 36/KH-UBATGTQG ngày 10/01/2026 của Ủy ban An toàn giao thông (ATGT) Quốc gia về đê",
      "Kế hoạch | 36/KH-UBATGTQG | 2026-01-10 | Ủy ban An toàn giao thông (ATGT) Quốc gia"),
    Case(
      "Theo Hướng dẫn số 5/HD-STC ngày 10/01/2026 của Sở Tài chính và Sở Xây dựng về làm chợ",
      "Hướng dẫn | 5/HD-STC | 2026-01-10 | Sở Tài chính và Sở Xây dựng"),
    Case(
      "Theo Nghị quyết số 12-NQ/TU của Tỉnh ủy và Ủy ban nhân dân tỉnh chỉ đạo mở chợ",
      "Nghị quyết | 12-NQ/TU | - | Tỉnh ủy"),
    Case(
      "Lộ trình đã được Thủ tướng Chính phủ phê duyệt tại Quyết định số 876/QĐ-TTg ngày 22/7/2022",
      "Quyết định | 876/QĐ-TTg | 2022-07-22 | Thủ tướng Chính phủ"),
    Case(
      "Theo Công văn số 293/SYT-TCCB ngày 20 tháng 02 năm 2017. của Sở Y tế về chợ sạch",
      "Công văn | 293/SYT-TCCB | 2017-02-20 | Sở Y tế"),
    Case("Thực hiện Nghị quyết 06-NQ/TU", "Nghị quyết | 06-NQ/TU | - | -"),
    Case("Theo Kế hoạch số 117/KH- UBND của xã", "Kế hoạch | 117/KH-UBND | - | -"),
    Case("Theo Kế hoạch số 395 /KH-STTTT", "Kế hoạch | 395/KH-STTTT | - | -"),
    Case("Theo Quyết định số 5969/QĐ-\nUBND", "Quyết định | 5969/QĐ-UBND | - | -"),
    Case(
      "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ Quy định về công tác văn thư",
      "Nghị định | 30/2020/NĐ-CP | 2020-03-05 | Chính phủ"),
    Case(
      "Luật số 47/2025/QH15 và Nghị định số 118/2025/NĐ-CP của Chính phủ",
      "Luật | 47/2025/QH15 | - | -", "Nghị định | 118/2025/NĐ-CP | - | Chính phủ"),
    Case(
      "Theo Luật Đất đai năm 2024 số 31/2024/QH15 ngày 18/01/2024",
      "Luật | 31/2024/QH15 | 2024-01-18 | -"),
    Case(
      "Luật Cán bộ, công chức, Luật Đầu tư công và Bộ luật Hình sự được rà soát",
      "Luật | - | - | -", "Luật | - | - | -", "Bộ luật | - | - | -"),
    Case(
      "Chỉ thị của Thủ tướng Chính phủ số 12/CT-TTg về an toàn",
      "Chỉ thị | 12/CT-TTg | - | Thủ tướng Chính phủ"),
    Case(
      "Xem xét đề nghị của Sở Nội vụ tại Tờ trình số 15/TTr-SNV ngày 02/3/2026",
      "Tờ trình | 15/TTr-SNV | 2026-03-02 | Sở Nội vụ"),
    Case(
      "Ngày 22/12/2024, Bộ Chính trị đã ban hành Nghị quyết số 57-NQ/TW về đột phá",
      "Nghị quyết | 57-NQ/TW | 2024-12-22 | Bộ Chính trị"),
    Case(
      "Thông tư 19/2010/TTLT-BTC-BTP hướng dẫn lập dự toán do Bộ Tài chính ban hành",
      "Thông tư | 19/2010/TTLT-BTC-BTP | - | Bộ Tài chính"),
    Case(
      "của Bộ Thông tin và Truyền thông và Kế hoạch số 9/KH-STTTT của Sở Thông tin và Truyền thông",
      "Kế hoạch | 9/KH-STTTT | - | Sở Thông tin và Truyền thông"),
    Case("Văn bản số 02 ngày 21/4/2026", "Văn bản | 02 | 2026-04-21 | -"),
    Case(
      "Nghị quyết Đại hội đại biểu Đảng bộ xã Nà Khoai lần thứ I, nhiệm kỳ 2025 - 2030",
      "Nghị quyết | - | - | Đại hội đại biểu Đảng bộ xã Nà Khoai lần thứ I"),
    Case(
      "lồng ghép Chương trình mục tiêu quốc gia xây dựng nông thôn mới",
      "Chương trình mục tiêu quốc gia | - | - | -"),
    Case(
      "Trên đây là Kế hoạch thực hiện Nghị quyết số 33-NQ/TU của Ủy ban nhân dân xã Nà Khoai",
      "Nghị quyết | 33-NQ/TU | - | -"),
    Case(
      "Kế hoạch thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị",
      "Nghị quyết | 57-NQ/TW | - | Bộ Chính trị"),
    Case("Thực hiện Đề án số 18-ĐA/TU năm 2026", "Đề án | 18-ĐA/TU | - | -"),
    Case(
      "Kế hoạch số 203/KH-UBND ngày 2l tháng 7 năm 2025", "Kế hoạch | 203/KH-UBND | 2025-07-21 | -"),
    Case("Kế hoạch số 8/KHUBND, Kế hoạch số 8/KH-UBND", "Kế hoạch | 8/KH-UBND | - | -"),
    Case("thực hiện số 45/QĐ-UBND về đất", "Quyết định | 45/QĐ-UBND | - | -"),
  ]

  @Test("documents as a plan names them", arguments: cases)
  func cited(_ item: Case) throws {
    #expect(try Self.told(Self.references(item.text)) == item.expected)
  }

  @Test(
    "what is no document",
    arguments: [
      "Thực hiện các việc tại mục 5, Phần III.", "Dự án số 1 và tiểu dự án 2", "Kế hoạch 5 năm",
      "Trồng 12/20 ha, đạt 60%", "theo quy định của pháp luật", "Kế hoạch năm 2026",
      "Ban hành kèm theo Kế hoạch số 77/KH-UBND", "Luật Việt Nam", "Kế hoạch số   /KH-UBND",
      "Biểu số 02, mẫu số 3", "Thông báo số 1", "kế hoạch 12 tháng",
    ])
  func none(_ text: String) throws {
    #expect(try Self.told(Self.references(text)) == [])
  }

  @Test("one document is told once, a basis when the preamble names it")
  func once() throws {
    let references = try Self.references(
      "Theo Kế hoạch số 31/KH-UBND và Quyết định số 19/2024/QĐ-UBND.",
      preamble: "Căn cứ Kế hoạch số 31/KH-UBND ngày 12/01/2026 của UBND tỉnh Hoài Lam;")
    #expect(references.map(\.number) == ["31/KH-UBND", "19/2024/QĐ-UBND"])
    #expect(references.map(\.relation) == [.basis, .mention])
    #expect(references.map(\.mentions.count) == [2, 1])
    #expect(references[0].date == "2026-01-12")
  }

  @Test("a mention's span holds kind and number")
  func spans() throws {
    let text = "KẾ HOẠCH\nTrồng sen\nI. NỘI DUNG\n- Theo Đề án  số 18-ĐA/TU của Tỉnh ủy."
    let plan = try ParsedPlan.of(text, trace: true)
    let span = try #require(plan.references.first?.mentions.first?.span)
    #expect(
      String(decoding: Array(text.utf8)[span.start..<span.end], as: UTF8.self)
        == "Đề án  số 18-ĐA/TU")
    #expect(plan.references.first?.node == "I.b1")
    #expect(plan.references.first?.rule == "document-kind")
  }

  @Test("a damaged spelling is the same document")
  func damaged() throws {
    let references = try Self.references(
      "Giao chỉ tiêu theo Kế hoạch số 52KH/ĐU.",
      preamble: "Thực hiện Kế hoạch số 52-KH/ĐU ngày 05/02/2026 của Đảng ủy xã;")
    #expect(references.map(\.number) == ["52-KH/ĐU"])
    #expect(references.map(\.aliases) == [["52KH/ĐU"]])
    #expect(references.map(\.mentions.count) == [2])
  }

  @Test("the clean spelling is the number, wherever it stands")
  func cleaned() throws {
    let references = try Self.references("Kế hoạch số 52KH/ĐU; Kế hoạch số 52-KH/ĐU.")
    #expect(references.map(\.number) == ["52-KH/ĐU"])
    #expect(references.map(\.aliases) == [["52KH/ĐU"]])
  }

  @Test("a number without its code is the one that has it, not one of another series")
  func shortened() throws {
    let joined = try Self.references("Nghị quyết 06/TU; Nghị quyết số 06-NQ/TU.")
    #expect(joined.map(\.number) == ["06-NQ/TU"])
    let apart = try Self.references("Quyết định số 12/QĐ-UBND; Quyết định số 12/2024/QĐ-UBND.")
    #expect(apart.map(\.number) == ["12/QĐ-UBND", "12/2024/QĐ-UBND"])
  }

  @Test("a short name that the text defines is a mention")
  func shortNames() throws {
    let references = try Self.references(
      "Bám sát Kế hoạch bưng biền; Nghị quyết 57.",
      preamble: """
        Thực hiện Kế hoạch số 34-KH/TU ngày 19/01/2026 của Tỉnh ủy về phát triển bưng biền (sau đây viết tắt là Kế hoạch bưng biền);
        Căn cứ Nghị quyết số 57-NQ/TW của Bộ Chính trị;
        """)
    #expect(references.map(\.number) == ["34-KH/TU", "57-NQ/TW"])
    #expect(references.map(\.aliases) == [["Kế hoạch bưng biền"], ["Nghị quyết 57"]])
    #expect(references.map(\.mentions.count) == [2, 2])
  }

  @Test("subjects end where the document's name ends")
  func subjects() throws {
    let references = try Self.references(
      "Triển khai.",
      preamble: """
        Căn cứ Nghị quyết số 5-NQ/TU của Tỉnh ủy về phát triển sen, súng giai đoạn 2026-2030 và Kế hoạch số 8/KH-UBND của UBND tỉnh thực hiện Nghị quyết số 5-NQ/TU;
        Thực hiện Kế hoạch số 9-KH/ĐU của Đảng ủy xã về bưng biền, Ủy ban nhân dân xã xây dựng Kế hoạch như sau:
        """)
    #expect(
      references.map(\.subject) == [
        "về phát triển sen, súng giai đoạn 2026-2030", "thực hiện Nghị quyết số 5-NQ/TU",
        "về bưng biền",
      ])
  }

  @Test("two dates of one number are a conflict, two names of one issuer are none")
  func conflicts() throws {
    func codes(_ one: String, _ other: String) throws -> [String] {
      try Self.plan("Theo \(other).", preamble: "Căn cứ \(one);").diagnostics
        .filter { $0.code == .referenceConflict }.map(\.message)
    }
    let date = try codes(
      "Kế hoạch số 31/KH-UBND ngày 12/01/2026", "Kế hoạch số 31/KH-UBND ngày 21/01/2026")
    #expect(
      date == [
        "\"31/KH-UBND\" has two dates, \"2026-01-12\" and \"2026-01-21\", find out which is right"
      ])
    #expect(
      try codes(
        "Kế hoạch số 31/KH-UBND của UBND tỉnh Hoài Lam", "Kế hoạch số 31/KH-UBND của Sở Y tế"
      ).count == 1)
    #expect(
      try codes(
        "Đề án số 18-ĐA/TU của Tỉnh ủy Hoài Lam",
        "Đề án số 18-ĐA/TU của Ban Chấp hành Đảng bộ tỉnh") == [])
    #expect(
      try codes(
        "Kế hoạch số 31/KH-UBND của Ủy ban nhân dân tỉnh",
        "Kế hoạch số 31/KH-UBND của UBND tỉnh Hoài Lam") == [])
  }

  @Test("an appendix that is announced and not there is told")
  func appendices() throws {
    func missing(_ text: String) throws -> Int {
      try Self.plan(text).diagnostics.filter { $0.code == .appendixMissing }.count
    }
    #expect(try missing("Nhiệm vụ cụ thể tại Phụ lục I kèm theo.") == 1)
    #expect(try missing("Chi tiết (có phụ lục kèm theo).") == 1)
    #expect(try missing("Theo Phụ lục II kèm theo Nghị định số 30/2020/NĐ-CP.") == 0)
    #expect(try missing("Theo danh mục của tỉnh.") == 0)
  }

  @Test("a date that the calendar does not have is told and left out")
  func impossibleDate() throws {
    let plan = try Self.plan("Theo Kế hoạch số 31/KH-UBND ngày 31/02/2026 của UBND tỉnh.")
    #expect(plan.references.map(\.date) == [nil])
    #expect(plan.diagnostics.filter { $0.code == .dateInvalid }.count == 1)
  }

  @Test("hostile text takes linear time")
  func hostile() throws {
    for piece in [
      "Kế hoạch số ", "1/", "Kế hoạch số 1/KH-UBND ngày 1/1/2026 của Sở, ", "số số số ",
      "(gọi tắt là Kế hoạch X) ", "Luật A, ", "12/KH-UBND, ", "tại Văn bản số 1/CV-A; ",
      "Nghị quyết 57 ", "do Bộ ", "“về ", "ngày 1/1/2026-",
    ] {
      let text = "I. NỘI DUNG\n- Kế hoạch số 7/KH-UBND " + String(repeating: piece, count: 3000)
      _ = try ParsedPlan.of(text)
    }
  }
}
