import PlanCorpus
import PlanModel
import PlanText
import Testing

/// The audit finds what a plan loses, tells twice or tells otherwise.
@Suite struct PlanAuditTests {
  private static let text = "I. Mục đích\n- Một **hai**\n2\nba.\n"

  /// A sound plan of `text`: a section with an item that a page number parts.
  private func plan() -> Plan {
    var plan = Plan(
      source: Source(name: "", mediaType: "", encoding: "", bytes: 0, sha256: ""),
      generator: Generator(name: "", version: "", grammar: ""))
    let item = Node(
      type: .item, id: "I.b1", label: "-", text: "Một hai ba.", span: ByteSpan(16, 37))
    plan.body = [
      Node(
        type: .section, id: "I", label: "I", text: "Mục đích", role: .purpose,
        span: ByteSpan(0, 15), extent: ByteSpan(0, 37), children: [item])
    ]
    plan.furniture = [Furniture(kind: .pageNumber, text: "2", span: ByteSpan(32, 33))]
    return plan
  }

  private func findings(_ change: (inout Plan) -> Void) throws -> [String] {
    var plan = plan()
    change(&plan)
    return PlanAudit(plan, of: try CanonicalText(decoding: Array(Self.text.utf8))).findings
  }

  @Test func aSoundPlanHasNone() throws {
    #expect(try findings { _ in } == [])
  }

  @Test func whatIsLostIsFound() throws {
    let found = try findings { plan in
      plan.furniture = []
      plan.body[0].children[0].span.end = 31
      plan.body[0].extent?.end = 31
    }
    #expect(found.contains("3:1: lies under no leaf: 2"))
    #expect(found.contains("4:1: lies under no leaf: ba."))
    let all = try findings {
      $0.body = []; $0.furniture = []
    }
    #expect(all.count == 4)
    #expect(all.first == "1:1: lies under no leaf: I.Mụcđích")
  }

  @Test func whatIsToldTwiceIsFound() throws {
    let found = try findings { plan in
      plan.closing = [
        Node(type: .paragraph, id: "C.p1", text: "ba.", span: ByteSpan(34, 37))
      ]
    }
    #expect(found.contains { $0.contains("C.p1 overlaps I.b1") })
  }

  @Test func whatIsToldOtherwiseIsFound() throws {
    for wrong in ["Một hai", "Một hai ba. bốn", "Một hai 2 ba.", "hai Một ba."] {
      let found = try findings { $0.body[0].children[0].text = wrong }
      #expect(found.count == 1, "\(wrong): \(found)")
      #expect(found.first?.contains("I.b1 tells") == true)
    }
  }

  @Test func aLabelIsPartOfTheSpanAndNotOfTheText() throws {
    #expect(try findings { $0.body[0].label = "II" }.count == 1)
    #expect(try findings { $0.body[0].text = "I. Mục đích" } == [])
  }

  @Test func theOutlineIsChecked() throws {
    #expect(try findings { $0.body[0].extent = nil } == ["I: has children and no extent"])
    #expect(try findings { $0.body[0].extent?.end = 36 }.count == 1)
    #expect(try findings { $0.body[0].role = nil } == ["I: has no role"])
    #expect(try findings { $0.body[0].children[0].id = "I" } == ["I: the id stands twice"])
    #expect(try findings { $0.body[0].children[0].span = ByteSpan(16, 99) }.count >= 1)
    #expect(try findings { $0.body[0].children[0].span = ByteSpan(16, 20) }.count >= 1)
    #expect(try findings { $0.body[0].span = ByteSpan(9, 3) }.count >= 1)
  }

  @Test func factsNameNodes() throws {
    let found = try findings { plan in
      plan.funding = [Funding(text: "", sources: [], node: "IX", span: ByteSpan(0, 1))]
    }
    #expect(found == ["funding: there is no node IX"])
  }

  @Test func aTableTellsItsCellsInAnyOrder() throws {
    let text = "STT\tViệc\n1\tTrồng\n\tcây\n"
    var plan = plan()
    plan.furniture = []
    let span = ByteSpan(0, text.utf8.count - 1)
    var table = Table(
      columns: ["STT", "Việc"],
      rows: [
        TableRow(cells: ["1", "Trồng cây"], spans: [ByteSpan(11, 12), ByteSpan(13, 26)])
      ])
    let audit = { (table: Table) throws -> [String] in
      plan.body = [Node(type: .table, id: "t1", table: table, span: span)]
      return PlanAudit(plan, of: try CanonicalText(decoding: Array(text.utf8))).findings
    }
    #expect(try audit(table) == [])
    table.rows[0].cells[1] = "Trồng"
    #expect(try audit(table).count == 1)
    table.rows[0].cells[1] = "Trồng cây cây"
    #expect(try audit(table).count == 1)
  }
}
