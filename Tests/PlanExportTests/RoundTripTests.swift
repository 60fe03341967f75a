import PlanExport
import PlanModel
import Testing

@Suite("What is written is read back")
struct RoundTripTests {
  @Test("The sample plan, through JSON", arguments: [true, false])
  func json(pretty: Bool) throws {
    var bytes: [UInt8] = []
    PlanJSON.write(SamplePlan.whole, trace: true, pretty: pretty, into: &bytes)
    #expect(try PlanJSON.read(bytes) == SamplePlan.whole)
  }

  @Test("The sample plan, through XML", arguments: [true, false])
  func xml(pretty: Bool) throws {
    var bytes: [UInt8] = []
    PlanXML.write(SamplePlan.whole, trace: true, pretty: pretty, into: &bytes)
    #expect(try PlanXML.read(bytes) == SamplePlan.whole)
  }

  @Test("2,000 plans drawn by chance, through JSON and XML", arguments: 0..<20)
  func random(block: UInt64) throws {
    for seed in block * 100..<(block + 1) * 100 {
      let trace = seed % 2 == 0
      let pretty = seed % 3 == 0
      var random = RandomPlan(seed: seed)
      let plan = random.plan(trace: trace)

      var json: [UInt8] = []
      PlanJSON.write(plan, trace: trace, pretty: pretty, into: &json)
      #expect(try PlanJSON.read(json) == plan, "JSON of seed \(seed)")

      var xml: [UInt8] = []
      PlanXML.write(plan, trace: trace, pretty: pretty, into: &xml)
      #expect(try PlanXML.read(xml) == plan, "XML of seed \(seed)")
      if seed % 10 == 0 {
        #expect(throws: Never.self, "XSD of seed \(seed)") { try PlanXML.validate(xml) }
      }
    }
  }

  @Test("Without trace the rules are gone and nothing else is")
  func withoutTrace() throws {
    var plan = SamplePlan.whole
    var json: [UInt8] = []
    PlanJSON.write(plan, into: &json)
    var xml: [UInt8] = []
    PlanXML.write(plan, into: &xml)
    let fromJSON = try PlanJSON.read(json)
    #expect(fromJSON != plan)
    #expect(try PlanXML.read(xml) == fromJSON)
    plan = fromJSON
    #expect(PlanTree.write(plan, trace: true) == PlanTree.write(SamplePlan.whole))
  }

  @Test("An outline of 240 levels, and none that is deeper than the readers go")
  func deep() throws {
    func nested(_ levels: Int) -> Plan {
      var plan = SamplePlan.empty
      for _ in 0..<levels {
        let span = ByteSpan(0, 1)
        plan.body = [
          Node(
            type: .item, id: "b", label: "-", text: "x", span: span,
            extent: plan.body.isEmpty ? nil : span, children: plan.body)
        ]
      }
      return plan
    }
    for levels in [240, 300] {
      var json: [UInt8] = []
      PlanJSON.write(nested(levels), into: &json)
      var xml: [UInt8] = []
      PlanXML.write(nested(levels), into: &xml)
      if levels == 240 {
        #expect(try PlanJSON.read(json) == nested(levels))
        #expect(try PlanXML.read(xml) == nested(levels))
        #expect(throws: Never.self) { try PlanXML.validate(xml) }
      } else {
        #expect(throws: ExportError.self) { try PlanJSON.read(json) }
        #expect(throws: ExportError.self) { try PlanXML.read(xml) }
      }
    }
  }
}
