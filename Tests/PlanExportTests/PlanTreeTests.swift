import PlanExport
import PlanModel
import Testing

@Suite("The tree of a plan")
struct PlanTreeTests {
  @Test("An empty plan has an empty tree")
  func empty() {
    #expect(PlanTree.write(SamplePlan.empty) == "")
  }

  @Test("Every fact has its line")
  func whole() throws {
    #expect(try PlanTree.write(SamplePlan.whole) == Expected.text("sample.tree"))
  }

  @Test("Texts are shortened to the terminal, origins are not")
  func width() {
    let tree = PlanTree.write(SamplePlan.whole, width: 40, spans: true, trace: true)
    let lines = tree.split(separator: "\n")
    #expect(lines.contains { $0 == "    ▦ I.t1 3 columns, … @580..643 {grid}" })
    #expect(lines.allSatisfy { $0.count <= 40 || $0.contains("… @") })
  }

  @Test("A text with line ends, quotation marks and controls stays on one line")
  func escapes() {
    var plan = SamplePlan.empty
    plan.body = [
      Node(
        type: .item, id: "a\u{1}", label: "]\n", text: "x\n\"\\\t\u{2028}\u{85}",
        span: ByteSpan(0, 1))
    ]
    #expect(
      PlanTree.write(plan)
        == "body\n  • a\\u{1} []\\n] \"x\\n\\\"\\\\\\t\\u{2028}\\u{85}\"\n")
  }
}
