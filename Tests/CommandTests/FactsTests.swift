import Foundation
import TestSupport
import Testing

/// `kehoach facts` as a person runs it.
@Suite struct FactsTests {
  private static let plan = """
    ỦY BAN NHÂN DÂN XÃ SƠN HÀ
    Số: 12/KH-UBND
    KẾ HOẠCH
    Trồng cây năm 2026
    Căn cứ Kế hoạch số 31/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân tỉnh Hoài Lam;
    I. MỤC TIÊU
    - Tỷ lệ che phủ rừng đạt trên 61,5%.
    II. TỔ CHỨC THỰC HIỆN
    - Phòng Kinh tế chủ trì, phối hợp với các thôn trồng cây.

    """

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func factsAreTablesForAPerson() throws {
    let run = try Program.run(["facts", folder.file("a.txt", Self.plan)])
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("references (1)\nline  node"))
    #expect(run.output.contains("Kế hoạch 31/KH-UBND"))
    #expect(run.output.contains("> 61.5 %"))
    #expect(!run.output.contains("funding"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func oneKindIsListedThoughThereIsNone() throws {
    let run = try Program.run(["facts", "--kind", "funding", folder.file("a.txt", Self.plan)])
    #expect(run.code == 0)
    #expect(run.output == "funding (0)\n")
  }

  @Test func aSpreadsheetHasEveryFile() throws {
    let files = try ["a.txt", "b.txt"].map { try folder.file($0, Self.plan) }
    let run = try Program.run(
      ["facts", "--kind", "assignments", "--format", "csv", "--bom"] + files)
    #expect(run.code == 0)
    let lines = run.output.components(separatedBy: "\r\n")
    #expect(lines.count == 6)
    #expect(lines[0].hasSuffix("file,line,node,body,role,duty"))
    #expect(lines[1] == "\(files[0]),9,II.b1,Phòng Kinh tế,lead,trồng cây.")
    #expect(lines[4] == "\(files[1]),9,II.b1,các thôn,support,trồng cây.")
    #expect(lines[5].isEmpty)
  }

  @Test func jsonHasAnObjectForEachDocument() throws {
    let files = try ["a.txt", "b.txt"].map { try folder.file($0, Self.plan) }
    let run = try Program.run(
      ["facts", "--kind", "targets", "--kind", "reports", "--format", "json", files[0], "no.txt"]
        + files[1...])
    #expect(run.code == 2)
    #expect(run.errors.contains("no.txt: no such file"))
    let list = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let documents = try #require(list as? [[String: Any]])
    #expect(documents.map { $0["file"] as? String } == files)
    #expect(documents.allSatisfy { Set($0.keys) == ["file", "targets", "reports"] })
  }
}
