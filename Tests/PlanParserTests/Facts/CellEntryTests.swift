import PlanModel
import PlanText
import Testing

@testable import PlanParser

/// What stands on paragraphs of its own in a cell, as formats other than text tell.
@Suite struct CellEntryTests {
  /// Who leads the task of a cell; "¶" ends a paragraph.
  private func lead(_ cell: String) throws -> [String] {
    var lines = StyledLines()
    lines.append("III. NHIỆM VỤ")
    let rows = [
      "TT\tCông việc\tĐơn vị chủ trì\tĐơn vị phối hợp", "1\tSửa cầu treo\t\(cell)\tCác thôn",
    ]
    for row in rows {
      var style = LineStyle()
      style.table = 1
      var blanks = 0
      for character in row where character == " " || character == "¶" {
        blanks += 1
        if character == "¶" { style.paragraphs.append(blanks) }
      }
      lines.append(row.replacing("¶", with: " "), style)
    }
    let source = Source(
      name: "x", mediaType: "x", encoding: "UTF-8", bytes: 0, sha256: "", pages: nil)
    let plan = try PlanSample.grammar.get().parse(
      CanonicalText(lines, encoding: "UTF-8"), source: source)
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
