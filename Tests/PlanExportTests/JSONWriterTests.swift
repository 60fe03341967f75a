import PlanExport
import PlanModel
import Testing

@Suite("JSON writing")
struct JSONWriterTests {
  private func json(_ plan: Plan, trace: Bool = false, pretty: Bool = true) -> String {
    var bytes: [UInt8] = []
    PlanJSON.write(plan, trace: trace, pretty: pretty, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("Each node, row and fact has a line")
  func pretty() throws {
    #expect(try json(SamplePlan.whole) == Expected.text("sample.json"))
  }

  @Test("With trace each node and fact carries its rule")
  func trace() throws {
    #expect(try json(SamplePlan.whole, trace: true) == Expected.text("sample.trace.json"))
  }

  @Test("For JSON Lines a plan is one line without blanks between its parts")
  func oneLine() {
    let line = json(SamplePlan.whole, pretty: false)
    #expect(line.hasPrefix(#"{"format":"kehoach-plan/1","source":{"name":"15-kh.txt","#))
    #expect(line.contains(#""span":[300,340]}],"body":[{"type":"section","id":"I","#))
    #expect(line.hasSuffix("}]}\n"))
    #expect(line.split(separator: "\n").count == 1)
  }

  @Test("A subsection without a role has that of the section above, else other")
  func roles() {
    var plan = SamplePlan.empty
    let span = ByteSpan(0, 1)
    let inner = Node(type: .section, id: "I.1.1", span: span)
    let outer = Node(type: .section, id: "I.1", role: .tasks, span: span, children: [inner])
    plan.body = [
      Node(type: .section, id: "I", span: span, children: [outer]),
      Node(type: .section, id: "II", span: span),
    ]
    let roles = json(plan).split(separator: "\n").filter { $0.contains(#""role":"#) }
      .map { $0.contains(#""role": "tasks""#) ? "tasks" : "other" }
    #expect(roles == ["other", "tasks", "tasks", "other"])
  }

  @Test(
    "Every character that JSON forbids in a string is escaped",
    arguments: [
      ("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("\r", #"\r"#), ("\t", #"\t"#),
      ("\0", #"\u0000"#), ("\u{1F}", #"\u001F"#), ("\u{7F}", "\u{7F}"), ("𝒳ế", "𝒳ế"),
    ])
  func escapes(text: String, spelling: String) {
    var plan = SamplePlan.empty
    plan.source.name = "a\(text)z"
    #expect(json(plan).contains("\"name\": \"a\(spelling)z\""))
  }

  @Test(
    "Numbers are exact",
    arguments: [
      (ExactDecimal(digits: 0, scale: 5), "0"), (ExactDecimal(digits: -5), "-5"),
      (ExactDecimal(digits: 112_616, scale: 1), "11261.6"),
      (ExactDecimal(digits: -5, scale: 3), "-0.005"), (ExactDecimal(digits: 5, scale: 1), "0.5"),
      (ExactDecimal(digits: .min), "-9223372036854775808"),
      (ExactDecimal(digits: 7, scale: 900), "7e-900"), (ExactDecimal(digits: 7, scale: -3), "7e3"),
    ])
  func decimals(value: ExactDecimal, spelling: String) {
    var plan = SamplePlan.empty
    plan.funding = [
      Funding(
        text: "", sources: [], amount: Amount(value: value, unit: "u"), node: "I",
        span: ByteSpan(0, 0))
    ]
    #expect(json(plan).contains("\"amount\": {\"value\": \(spelling), \"unit\": \"u\"}"))
  }

  @Test("Pieces put together are the whole, and none is much longer than 64 KiB")
  func pieces() {
    var plan = SamplePlan.whole
    plan.body = (0..<3000).map {
      Node(type: .paragraph, id: "p\($0)", text: "Đoạn \($0)\n", span: ByteSpan($0, $0 + 1))
    }
    plan.body[7].text = String(repeating: "dài \"", count: 100_000)
    var whole: [UInt8] = Array("before ".utf8)
    PlanJSON.write(plan, into: &whole)
    var gathered: [UInt8] = Array("before ".utf8)
    var longest = 0
    PlanJSON.write(plan) { piece in
      gathered += piece
      longest = max(longest, piece.count)
    }
    #expect(gathered == whole)
    #expect(longest < 140_000)
  }

  @Test("What the sink throws ends the writing")
  func throwingSink() {
    struct Full: Error {}
    var plan = SamplePlan.whole
    plan.source.name = String(repeating: "n", count: 1_000_000)
    var pieces = 0
    #expect(throws: Full.self) {
      try PlanJSON.write(plan) { (_) throws(Full) in
        pieces += 1
        throw Full()
      }
    }
    #expect(pieces == 1)
  }

  @Test("An outline may go deeper than the stack")
  func deep() {
    var node = Node(type: .item, id: "b", label: "-", text: "x", span: ByteSpan(0, 1))
    for _ in 0..<5000 {
      node = Node(
        type: .item, id: "b", label: "-", text: "x", span: ByteSpan(0, 1), children: [node])
    }
    var plan = SamplePlan.empty
    plan.body = [node]
    #expect(json(plan, pretty: false).contains(String(repeating: "]}", count: 5000)))
    #expect(PlanTree.write(plan).split(separator: "\n").count == 5002)
  }
}
