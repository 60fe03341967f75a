import PlanFormats
import PlanText
import Testing

/// Plain text may draw its tables with marks.
@Suite struct RuledTextTests {
  private func text(_ plain: String) throws -> String {
    let opened = try OpenedDocument(Array(plain.utf8))
    #expect(opened.format == .text)
    return String(decoding: opened.text.bytes, as: UTF8.self)
  }

  @Test func aGridGivesItsRows() throws {
    #expect(
      try text(
        """
        II. NHIỆM VỤ

        +-----+----------------------+----------+
        | TT  | Nội dung             | Chủ trì  |
        +=====+======================+==========+
        | 1   | Nạo vét kênh mương   | Các thôn |
        |     | nội đồng             |          |
        |     |                      | Đoàn xã  |
        +-----+----------------------+----------+
        | 2   | Trồng cây bóng mát   | Hội Phụ  |
        |     |                      | nữ xã    |
        +-----+----------------------+----------+

        III. KINH PHÍ
        """)
          == """
          II. NHIỆM VỤ

          TT\tNội dung\tChủ trì
          1\tNạo vét kênh mương nội đồng\tCác thôn Đoàn xã
          2\tTrồng cây bóng mát\tHội Phụ nữ xã

          III. KINH PHÍ
          """)
  }

  @Test func cellsReachOverColumnsAndRows() throws {
    #expect(
      try text(
        """
        +----+-----------+---------+
        | TT | Nội dung  | Chủ trì |
        +====+===========+=========+
        | I. Đào tạo     |         |
        +----+-----------+---------+
        | 1  | Mở lớp    | Phòng   |
        +----+-----------+ Văn hóa |
        | 2  | Thi       |         |
        +----+-----------+---------+
        """)
          == """
          TT\tNội dung\tChủ trì
          I. Đào tạo\t\t
          1\tMở lớp\tPhòng Văn hóa
          2\tThi\t

          """)
  }

  @Test func rulersTellColumns() throws {
    #expect(
      try text(
        """
        I. PHÂN CÔNG

        Lịch trực:

        Trực ba ca.

          Ca        Người trực
          --------- ------------
          Sáng      Tổ bảo vệ
          Chiều     Dân quân
          Tối       Công an

        Ghi chú.
        """)
          == """
          I. PHÂN CÔNG

          Lịch trực:

          Trực ba ca.

          Ca\tNgười trực
          Sáng\tTổ bảo vệ
          Chiều\tDân quân
          Tối\tCông an

          Ghi chú.
          """)
  }

  @Test func blankLinesPartRowsOfSeveralLines() throws {
    #expect(
      try text(
        """
          ----------------------------------
          Thời      Nội dung     Phụ trách
          gian
          --------- ------------ -----------
          7h00 -    Khai mạc     Ban Tổ
          7h30                   chức

          7h30 -    Thi đấu      Trọng tài
          11h00
          ----------------------------------
        """)
          == """
          Thời gian\tNội dung\tPhụ trách
          7h00 - 7h30\tKhai mạc\tBan Tổ chức
          7h30 - 11h00\tThi đấu\tTrọng tài

          """)
  }

  @Test func whatOnlyPlacesItsTextIsGivenCellByCell() throws {
    #expect(
      try text(
        """
        +-----------------+----------------------+
        | UBND XÃ SƠN HÀ  | CỘNG HÒA XÃ HỘI CHỦ  |
        |                 | NGHĨA VIỆT NAM       |
        | Số: 12/KH-UBND  |                      |
        +-----------------+----------------------+

        KẾ HOẠCH

          ------------------ ------------
          Nơi nhận:          CHỦ TỊCH
          - Các thôn;        Lê Thị Na
          - Lưu: VT.

          ------------------ ------------
        """)
          == """
          UBND XÃ SƠN HÀ

          Số: 12/KH-UBND
          CỘNG HÒA XÃ HỘI CHỦ
          NGHĨA VIỆT NAM

          KẾ HOẠCH

          Nơi nhận:
          - Các thôn;
          - Lưu: VT.
          CHỦ TỊCH
          Lê Thị Na

          """)
  }

  @Test(arguments: [
    "UBND XÃ SƠN HÀ       CỘNG HÒA XÃ HỘI\n   --------             -----------\nSố: 1/KH-UBND    Sơn Hà\n",
    "+---+---+\n| a | b |\n",
    "+---+---+\n| a | b |\n+---+\n",
    "+---+\n| a |\n+---+\n",
    "-----\nKẾ HOẠCH\n-----\n",
    "  a    b\n  ---- ----\n\n",
    "  --- ---\n  one two three\n  --- ---\n  lies across\n",
    "  --- ---\n  một hai\n\n",
    "- Một\n--- ---\n",
  ])
  func whatIsNoWholeTableIsItsOwnText(plain: String) throws {
    #expect(try text(plain) == plain)
  }

  @Test func hostileTablesEnd() throws {
    let wide = String(repeating: "+---", count: 5000) + "+\n"
    #expect(try text(wide + wide) == wide + wide)
    let open = String(repeating: "+---+---+\n| a | b |\n\n", count: 5000)
    #expect(try text(open).utf8.count == open.utf8.count)
    let rules = String(repeating: "----- ----\n\n", count: 5000)
    #expect(try text(rules).utf8.count <= rules.utf8.count)
  }
}
