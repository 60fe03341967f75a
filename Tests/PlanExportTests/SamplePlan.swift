import PlanModel

/// A plan, written by hand, in which every field of the format has a value somewhere.
enum SamplePlan {
  static var empty: Plan {
    Plan(
      source: Source(
        name: "15-kh.txt", mediaType: "text/plain", encoding: "UTF-8", bytes: 4096,
        sha256: String(repeating: "0a", count: 32), pages: 3,
        producer: "Writer \"7\" & <more>"),
      generator: Generator(name: "kehoach", version: "0.1.0", grammar: "vi/1 sha256:00"))
  }

  static var whole: Plan {
    var plan = empty
    plan.header = header
    plan.preamble = [
      Node(
        type: .paragraph, id: "P.p1", text: "Căn cứ \"Luật\" số 1/2026/QH16;",
        span: ByteSpan(300, 340), rule: "basis")
    ]
    plan.body = body
    plan.closing = [
      Node(
        type: .paragraph, id: "C.p1", text: "Trên đây là Kế hoạch./.", span: ByteSpan(900, 930))
    ]
    endings(&plan)
    facts(&plan)
    plan.diagnostics = [
      Diagnostic(
        .numberingGap, .document, .warning, "number 2 is missing, look before \"3\"", node: "II.3",
        span: ByteSpan(700, 701), rule: "gap"),
      Diagnostic(.notAPlan, .parser, .error, "no heading", node: nil, span: nil),
      Diagnostic(.ocrSuspect, .recognition, .note, "likely KẾ", node: "header"),
      Diagnostic(.encodingGuessed, .format, .note, "read as windows-1258"),
    ]
    return plan
  }

  private static var header: Header {
    var header = Header()
    header.superior = HeaderField(
      text: "UBND TỈNH LAM HÀ", status: .present, span: ByteSpan(0, 20), rule: "superior")
    header.issuer = IssuerField(
      text: "UBND XÃ AN SƠN", name: "Ủy ban nhân dân xã An Sơn", status: .present,
      span: ByteSpan(21, 40), rule: "issuer")
    header.number = NumberField(
      text: "Số: 12/KH-UBND", sequence: "12", symbol: "KH-UBND", status: .present,
      span: ByteSpan(41, 60), rule: "number")
    header.place = HeaderField(text: "An Sơn", status: .present, span: ByteSpan(61, 70))
    header.date = DateField(
      text: "ngày 07 tháng 4 năm 2026", value: "2026-04-07", status: .present,
      span: ByteSpan(72, 100), rule: "date")
    header.kind = KindField(
      text: "KẾ HOẠCH", code: "KH", status: .present, span: ByteSpan(101, 113))
    header.title = HeaderField(
      text: "Phát triển nghề mây tre <đan> & dệt", status: .present, span: ByteSpan(114, 150))
    header.note = HeaderField(text: "(Kèm theo …)", status: .blank, span: ByteSpan(161, 170))
    header.joint = [JointIssuer(text: "XÃ ĐOÀN", name: "Xã đoàn An Sơn", span: ByteSpan(151, 160))]
    return header
  }

  private static var body: [Node] {
    let table = Table(
      columns: ["STT", "Nội dung", "Phân công: Chủ trì"],
      rows: [
        TableRow(
          cells: ["I", "Các việc | chung", ""],
          spans: [ByteSpan(600, 601), ByteSpan(602, 615), ByteSpan(616, 616)], group: true),
        TableRow(
          cells: ["1", "Mở lớp", "Phòng Kinh tế"],
          spans: [ByteSpan(617, 618), ByteSpan(619, 627), ByteSpan(628, 643)]),
      ])
    let bullet = Node(
      type: .item, id: "I.1.b1", label: "-", text: "Nêu rõ việc:", span: ByteSpan(400, 420),
      extent: ByteSpan(400, 450),
      children: [
        Node(type: .item, id: "I.1.b1.b1", label: "+", text: "Một", span: ByteSpan(430, 450))
      ], rule: "bullet")
    return [
      Node(
        type: .section, id: "I", label: "I", text: "MỤC ĐÍCH, YÊU CẦU", role: .purposeRequirements,
        span: ByteSpan(350, 370), extent: ByteSpan(350, 643),
        children: [
          Node(
            type: .section, id: "I.1", label: "1", text: "Mục đích", role: .purpose,
            span: ByteSpan(371, 390), extent: ByteSpan(371, 450), children: [bullet]),
          Node(type: .table, id: "I.t1", table: table, span: ByteSpan(580, 643), rule: "grid"),
        ], rule: "roman"),
      Node(
        type: .section, id: "II", label: nil, text: "Khác", role: .other, span: ByteSpan(650, 655)),
    ]
  }

  private static func endings(_ plan: inout Plan) {
    plan.signatures = [
      Signature(
        authority: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], position: "PHÓ CHỦ TỊCH",
        name: "Lò Văn Tính", span: ByteSpan(940, 1000), rule: "signature"),
      Signature(span: ByteSpan(1001, 1002)),
    ]
    plan.recipients = [
      Recipient(
        group: "Gửi bản điện tử", text: "Đảng ủy", purpose: "b/c", span: ByteSpan(1010, 1020),
        rule: "recipient"),
      Recipient(text: "VT, KT", archive: true, span: ByteSpan(1021, 1030)),
    ]
    plan.appendices = [
      Appendix(
        label: "01", title: "Danh mục", note: "(Kèm theo Kế hoạch)",
        body: [Node(type: .paragraph, id: "A1.p1", text: "Hết", span: ByteSpan(1060, 1063))],
        span: ByteSpan(1040, 1063), rule: "appendix"),
      Appendix(span: ByteSpan(1070, 1080)),
    ]
    plan.footnotes = [Footnote(label: "1", text: "Theo báo cáo", span: ByteSpan(1090, 1100))]
    plan.furniture = FurnitureKind.allCases.enumerated().map { index, kind in
      Furniture(
        kind: kind, text: "\(index)", span: ByteSpan(1200 + index, 1201 + index),
        rule: index == 0 ? "motto" : nil)
    }
  }

  private static func facts(_ plan: inout Plan) {
    let span = ByteSpan(400, 420)
    plan.references = [
      Reference(
        kind: "Đề án", number: "12-ĐA/TU", date: "2025-12-10", issuer: "Tỉnh ủy Lam Hà",
        subject: "về nghề", relation: .basis, aliases: ["12ĐA/TU"],
        mentions: [Mention(node: "P.p1", span: span)], node: "P.p1", span: span, rule: "citation"),
      Reference(kind: "Luật", number: nil, node: "header", span: span),
    ]
    plan.targets = Comparator.allCases.map {
      Target(
        indicator: "Tỷ lệ hộ", comparator: $0, value: ExactDecimal(digits: 8508, scale: 2),
        unit: "%", text: "…", node: "I.1.b1", span: span)
    }
    plan.targets += Direction.allCases.map {
      Target(
        indicator: "Tổng đàn", subject: "Chăn nuôi", action: "Thành lập", approximate: true,
        value: ExactDecimal(digits: -5), upper: ExactDecimal(digits: 8), unit: "", direction: $0,
        by: "2030", period: "2026/2030", text: "…", node: "I.1.b1", span: span, rule: "range")
    }
    plan.tasks = [
      PlanTask(
        origin: .appendix, ordinal: "1", group: "Các việc chung", text: "Mở lớp",
        lead: ["Phòng Kinh tế"], support: ["Các thôn", "Trường học"],
        time: TimeExpression(text: "Hằng năm", value: "2026/2027", repeat: "FREQ=YEARLY"),
        output: "Lớp học", node: "I.t1", span: span, rule: "row"),
      PlanTask(
        origin: .body, text: "Làm", time: TimeExpression(text: "Sớm"), node: "I", span: span),
      PlanTask(origin: .body, text: "Nữa", node: "I", span: span),
    ]
    plan.assignments = AssignmentRole.allCases.map {
      Assignment(
        body: "Phòng Kinh tế", role: $0, duty: "theo dõi", node: "I", span: span, rule: "charge")
    }
    plan.funding = [
      Funding(
        text: "Ngân sách xã 1,5 tỷ đồng", sources: ["ngân sách xã"],
        amount: Amount(value: ExactDecimal(digits: 15, scale: 1), unit: "tỷ đồng"), node: "II",
        span: span, rule: "money"),
      Funding(text: "Xã hội hóa", sources: [], node: "II", span: span),
    ]
    plan.reports = [
      Report(
        by: ["Các thôn"], to: ["Đảng ủy", "HĐND"], repeat: ["FREQ=MONTHLY;INTERVAL=6"],
        before: "--12-15", text: "định kỳ", node: "II", span: span, rule: "report"),
      Report(by: [], to: [], repeat: [], text: "theo quy định", node: "II", span: span),
    ]
    plan.links = [
      Link(text: "mục 1, Phần I", to: ["I.1", "I.2"], node: "II", span: span, rule: "place"),
      Link(text: "mục 9", to: [], node: "II", span: span),
    ]
  }
}
