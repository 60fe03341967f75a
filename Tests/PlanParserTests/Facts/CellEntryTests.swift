import PlanModel
import PlanText
import Testing

@testable import PlanParser

/// What stands on paragraphs of its own in a cell, as formats other than text tell.
@Suite struct CellEntryTests {
  /// The plan of a table; "¶" ends a paragraph of a cell, "↑" is a cell that goes on from above.
  private func plan(_ rows: [String]) throws -> Plan {
    var lines = StyledLines()
    lines.append("III. NHIỆM VỤ")
    for row in rows {
      var style = LineStyle()
      style.table = 1
      var blanks = 0
      for character in row where character == " " || character == "¶" {
        blanks += 1
        if character == "¶" { style.paragraphs.append(blanks) }
      }
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      style.merged = cells.indices.filter { cells[$0] == "↑" }
      lines.append(row.replacing("¶", with: " ").replacing("↑", with: ""), style)
    }
    let source = Source(
      name: "x", mediaType: "x", encoding: "UTF-8", bytes: 0, sha256: "", pages: nil)
    return try PlanSample.grammar.get().parse(
      CanonicalText(lines, encoding: "UTF-8"), source: source)
  }

  @Test func aCellThatGoesOnHoldsForAllItsRows() throws {
    let plan = try plan([
      "TT\tCông việc\tChủ trì\tPhối hợp\tThời gian\tSản phẩm",
      "1\tSửa cầu\tSở Xây dựng¶Sở Y tế\tCác thôn\tQuý II/2027\tBiên bản",
      "2\tSơn cầu\t↑\t↑\t↑\t↑", "I\tViệc khác\t\t\t\t", "3\tLàm biển\t\t\t\t",
      "4\tDọn rác\tCông an xã\tCác bản\tnt\t↑", "5\tChở rác\t↑\t\tQuý III/2027\t",
      "\tHọp bản\t↑\t\tQuý IV/2027\t",
    ])
    #expect(plan.tasks.map(\.ordinal) == ["1", "2", "3", "4", "5", nil])
    #expect(
      plan.tasks.map(\.lead) == [
        ["Sở Xây dựng", "Sở Y tế"], ["Sở Xây dựng", "Sở Y tế"], [], ["Công an xã"], ["Công an xã"],
        ["Công an xã"],
      ])
    #expect(plan.tasks.map(\.support) == [["Các thôn"], ["Các thôn"], [], ["Các bản"], [], []])
    #expect(
      plan.tasks.map(\.time?.value) == [
        "2027-04/2027-06", "2027-04/2027-06", nil, nil, "2027-07/2027-09", "2027-10/2027-12",
      ])
    #expect(plan.tasks.map(\.output) == ["Biên bản", "Biên bản", nil, nil, nil, nil])
    #expect(plan.body[0].children[0].table?.rows[1].cells == ["2", "Sơn cầu", "", "", "", ""])
  }

  /// Who leads the task of a cell; "¶" ends a paragraph.
  private func lead(_ cell: String) throws -> [String] {
    let plan = try plan([
      "TT\tCông việc\tĐơn vị chủ trì\tĐơn vị phối hợp", "1\tSửa cầu treo\t\(cell)\tCác thôn",
    ])
    #expect(plan.tasks.map(\.support) == [["Các thôn"]])
    return plan.tasks.first?.lead ?? []
  }

  @Test(arguments: [
    ("Phòng Văn hóa¶Phòng Kinh tế", ["Phòng Văn hóa", "Phòng Kinh tế"]),
    ("Công an xã¶Trạm Y tế¶và các thôn", ["Công an xã", "Trạm Y tế", "các thôn"]),
    ("Văn phòng¶Công an¶Công đoàn", ["Văn phòng", "Công an", "Công đoàn"]),
    ("Tổ Toán¶Tổ Lý", ["Tổ Toán", "Tổ Lý"]),
    ("BGH¶Công đoàn", ["BGH", "Công đoàn"]),
    ("GVCN 10A¶GVCN 10B", ["GVCN 10A", "GVCN 10B"]),
    ("C. Lan¶T. Bảo¶và 2 SV nam", ["C. Lan", "T. Bảo", "2 SV nam"]),
    ("Cô Lan¶Thầy Bảo", ["Cô Lan", "Thầy Bảo"]),
    ("Lò Văn Pá¶Vũ Thị Bình", ["Lò Văn Pá", "Vũ Thị Bình"]),
    ("- Lò Văn Pá¶- Vũ Bình", ["Lò Văn Pá", "Vũ Bình"]),
    ("Phòng Kinh tế¶Lò Văn Pá", ["Phòng Kinh tế", "Lò Văn Pá"]),
    ("Phòng Kinh tế¶EVN", ["Phòng Kinh tế", "EVN"]),
    ("Phòng Kinh tế.¶Công an xã.", ["Phòng Kinh tế", "Công an xã"]),
  ]) func paragraphsAreNames(_ cell: String, _ names: [String]) throws {
    #expect(try lead(cell) == names)
  }

  @Test(arguments: [
    "Phòng Văn hóa¶- Xã hội", "Phòng Văn hóa -¶Xã hội", "Sở Văn hóa,¶Thể thao và Du lịch",
    "Sở Khoa học¶và Công nghệ", "Các phòng, ban¶có liên quan", "UBND¶xã Nà Khoai",
    "UBND¶Thành phố Nà Khoai", "Chủ tịch¶UBND xã", "Thủ trưởng¶các phòng",
    "Ban Giám hiệu các trường¶Nà Khoai¶Nà Lịm",
    "Lò Văn Pá¶Phó Chủ tịch UBND xã", "Sở Nông nghiệp¶Phát triển nông thôn", "T.¶Lan",
  ]) func aNameMayRunOverParagraphs(_ cell: String) throws {
    #expect(try lead(cell) == [cell.replacing("¶", with: " ")])
  }
}
