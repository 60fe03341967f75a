import Foundation
import PlanExport
import PlanModel
import Testing

@Suite("The schemas")
struct SchemaTests {
  @Test("The schemas in the program are the files in the repository")
  func embedded() throws {
    let folder = Expected.folder.appending(path: "../../../schemas")
    #expect(
      try PlanJSON.schema
        == String(contentsOf: folder.appending(path: "plan.schema.json"), encoding: .utf8))
    #expect(
      try PlanXML.schema == String(contentsOf: folder.appending(path: "plan.xsd"), encoding: .utf8))
  }

  /// The closed lists of words of the model.
  static let words: [[String]] = [
    FieldStatus.allCases.map(\.rawValue), NodeType.allCases.map(\.rawValue),
    Role.allCases.map(\.rawValue), FurnitureKind.allCases.map(\.rawValue),
    Relation.allCases.map(\.rawValue), Comparator.allCases.map(\.rawValue),
    Direction.allCases.map(\.rawValue), TaskOrigin.allCases.map(\.rawValue),
    AssignmentRole.allCases.map(\.rawValue), Diagnostic.Code.allCases.map(\.rawValue),
    Diagnostic.Category.allCases.map(\.rawValue), Diagnostic.Severity.allCases.map(\.rawValue),
  ]

  @Test("Each closed list of words stands in the JSON Schema", arguments: words)
  func jsonWords(words: [String]) {
    let blanks = PlanJSON.schema.filter { !$0.isWhitespace }
    let list = words.map { "\"\($0)\"" }.joined(separator: ",")
    #expect(blanks.contains("\"enum\":[\(list)]") || blanks.contains("\"enum\":[\(list),null]"))
  }

  @Test("Each closed list of words stands in the XML Schema", arguments: words)
  func xmlWords(words: [String]) {
    let blanks = PlanXML.schema.filter { !$0.isWhitespace }
    let list = words.map { "<xs:enumerationvalue=\"\($0)\"/>" }.joined()
    // The types of nodes are elements.
    #expect(
      blanks.contains("<xs:restrictionbase=\"xs:string\">\(list)</xs:restriction>")
        || words == NodeType.allCases.map(\.rawValue))
  }

  @Test("JSON is valid by a validator that is not ours")
  func json() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kehoach-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var good: [UInt8] = []
    for seed in 0..<200 {
      var random = RandomPlan(seed: UInt64(seed))
      PlanJSON.write(
        random.plan(trace: seed % 2 == 0), trace: seed % 2 == 0, pretty: false, into: &good)
    }
    PlanJSON.write(SamplePlan.whole, pretty: false, into: &good)
    PlanJSON.write(SamplePlan.empty, pretty: false, into: &good)
    let goodFile = folder.appending(path: "good.jsonl")
    try Data(good).write(to: goodFile)
    let valid = try validate(goodFile)
    #expect(valid.code == 0, "\(valid.output)")

    // That the validator does find faults.
    let bad = try Expected.text("sample.json")
      .replacing("\"role\": \"purpose\"", with: "\"role\": \"aim\"")
      .replacing("\"status\": \"blank\", ", with: "")
    let badFile = folder.appending(path: "bad.json")
    try Data(bad.utf8).write(to: badFile)
    let invalid = try validate(badFile)
    #expect(invalid.code == 1)
    #expect(invalid.output.contains("body[0].children[0].role: 'aim' is not one of"))
    #expect(invalid.output.contains("header.note: 'status' is a required property"))
  }

  private func validate(_ file: URL) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", Expected.folder.appending(path: "../../../scripts/validate-json").path(),
      file.path(),
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  @Test("XML is valid by the XML Schema")
  func xml() throws {
    for plan in [SamplePlan.whole, SamplePlan.empty] {
      for trace in [true, false] {
        var bytes: [UInt8] = []
        PlanXML.write(plan, trace: trace, into: &bytes)
        #expect(throws: Never.self) { try PlanXML.validate(bytes) }
      }
    }
  }

  @Test(
    "The XML Schema finds faults and tells their lines",
    arguments: [
      ("role=\"purpose\"", "role=\"aim\"", "aim"),
      ("<preamble>", "<preamble><extra/>", "extra"),
      ("span=\"350 370\"", "span=\"350\"", "span"),
      ("archive=\"true\"", "", "archive"),
      ("<heading>Mục đích</heading>", "", "heading"),
      ("value=\"85.08\"", "value=\"85,08\"", "85,08"),
    ])
  func xmlFaults(from: String, to: String, told: String) throws {
    let good = try Expected.text("sample.xml")
    let bad = good.replacing(from, with: to, maxReplacements: 1)
    let line =
      good.prefix(upTo: try #require(good.firstRange(of: from)).lowerBound)
      .count { $0 == "\n" } + 1
    let error = #expect(throws: ExportError.self) { try PlanXML.validate(Array(bad.utf8)) }
    guard case .schema(let faults) = error else {
      Issue.record("expected faults of the schema, got \(String(describing: error))")
      return
    }
    #expect(faults.contains { $0.message.contains(told) && abs($0.line - line) <= 1 })
  }
}
