import Foundation
import PlanModel
import Testing

@testable import PlanExport

/// Facts as tables, comma-separated values and JSON.
@Suite struct FactListTests {
  private static func plan() -> Plan {
    var plan = Plan(
      source: Source(
        name: "a.txt", mediaType: "text/plain", encoding: "UTF-8", bytes: 9, sha256: ""),
      generator: Generator(name: "kehoach", version: "0", grammar: "vi/1"))
    plan.targets = [
      Target(
        indicator: "Tỷ lệ hộ, \"mới\"", comparator: .ge,
        value: ExactDecimal(digits: 8508, scale: 2),
        unit: "%", by: "2030", text: "=HYPERLINK(1)", node: "I.1", span: ByteSpan(3, 9)),
      Target(
        indicator: "- 5 con", subject: "Dê", action: "Nuôi", approximate: true,
        value: ExactDecimal(digits: -5), upper: ExactDecimal(digits: 8), unit: "", text: "x",
        node: "I.b1", span: ByteSpan(30, 40)),
    ]
    plan.reports = [
      Report(
        by: ["Các thôn", "Trường"], to: ["Xã"], repeat: [], before: "--12-15", text: "t",
        node: "II", span: ByteSpan(0, 1))
    ]
    return plan
  }

  @Test func valuesAreQuotedAndGuarded() {
    let head = String(decoding: FactCSV.head(.targets), as: UTF8.self)
    #expect(
      head == "file,line,node,indicator,subject,action,comparator,approximate,value,upper,unit,"
        + "direction,by,period,text\r\n")
    #expect(
      String(decoding: FactCSV.byteOrderMark, as: UTF8.self).unicodeScalars.map(\.value) == [0xFEFF]
    )
    let rows = FactCSV.write(Self.plan(), .targets, file: "a.txt") { $0 / 10 + 1 }
    #expect(
      String(decoding: rows, as: UTF8.self)
        == "a.txt,1,I.1,\"Tỷ lệ hộ, \"\"mới\"\"\",,,ge,false,85.08,,%,,2030,,'=HYPERLINK(1)\r\n"
        + "a.txt,4,I.b1,'- 5 con,Dê,Nuôi,eq,true,-5,8,,,,,x\r\n")
    let reports = FactCSV.write(Self.plan(), .reports, file: "-") { _ in 1 }
    #expect(
      String(decoding: reports, as: UTF8.self) == "'-,1,II,Các thôn; Trường,Xã,,'--12-15,t\r\n")
  }

  @Test(arguments: FactKind.allCases) func everyRowHasACellForEachColumn(_ kind: FactKind) {
    var random = RandomPlan(seed: 7)
    for _ in 0..<20 {
      for row in FactRow.rows(kind, of: random.plan(trace: false)) {
        #expect(row.cells.count == FactRow.columns(kind).count)
      }
    }
  }

  @Test func theObjectHasTheListsAskedFor() throws {
    let bytes = FactJSON.write(Self.plan(), [.targets, .funding], file: "a\"b.txt")
    let object = try JSONSerialization.jsonObject(with: Data(bytes))
    let facts = try #require(object as? [String: Any])
    #expect(Set(facts.keys) == ["file", "targets", "funding"])
    #expect(facts["file"] as? String == "a\"b.txt")
    #expect((facts["targets"] as? [Any])?.count == 2)
  }

  @Test func aTableFitsItsWidth() {
    var list = FactList(.targets, tellsFile: true)
    list.add(Self.plan(), file: "a.txt") { $0 / 10 + 1 }
    #expect(
      list.text(width: 100) == """
        targets (2)
        file   line  node  what              how much   when
        ─────  ────  ────  ────────────────  ─────────  ────
        a.txt  1     I.1   Tỷ lệ hộ, "mới"   ≥ 85.08 %  2030
        a.txt  4     I.b1  Dê: Nuôi - 5 con  ~ -5–8

        """)
    for line in list.text(width: 44).split(separator: "\n") {
      #expect(line.unicodeScalars.count <= 44)
    }
  }

  @Test func marksOverLettersTakeNoRoom() {
    let table = TextTable(["a", "b"], [["e\u{301}e", "1"], ["eee", "2\u{1B}"]])
    #expect(table.text(width: 40) == "a    b\n───  ──\ne\u{301}e   1\neee  2\u{FFFD}\n")
    #expect(TextTable(["a"], [["một từ dàiquátrời"]]).text(width: 8).contains("dàiquátr\nời"))
  }
}
