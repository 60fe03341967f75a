import Foundation
import PlanCorpus
import PlanExport
import PlanModel
import Testing

/// One document in several formats gives one plan, but for its source and its spans.
@Suite struct TwinTests {
  /// The formats that are compared with the text.
  static let formats = ["docx", "odt"]
  static let names: [String] = {
    let folder = Repository.folder + "/corpus/twins"
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/plan.txt") }.sorted()
  }()

  /// The twins that are compared as pages, too: LibreOffice begins automatic numbers anew in each
  /// list of a page, and shows what a tracked change struck out.
  static let pages: [String] = names.filter { name in
    let page = (try? Repository.text("corpus/twins/\(name)/plan.html")) ?? "<ol"
    let source = (try? Repository.text("corpus/twins/\(name)/plan.txt")) ?? ""
    return !page.contains("<ol") && !page.contains("<ul")
      && page.contains("x\u{F3}a") == source.contains("x\u{F3}a")
  }

  @Test(arguments: pages) func pagesAreEqual(_ name: String) throws {
    try compare(name, "html")
  }

  @Test func thereAreTwins() {
    #expect(Self.names.count >= 10)
  }

  /// The plan of a file as JSON without what may differ: the source, the spans, and the furniture
  /// that pages have and texts have not.
  private func plan(_ path: String) throws -> [String: AnyHashable] {
    let reader = DocumentReader(grammar: Repository.grammar)
    let (plan, text) = try reader.read(Repository.folder + "/" + path)
    for finding in PlanAudit(plan, of: text).findings { Issue.record("\(path):\(finding)") }
    var json: [UInt8] = []
    PlanJSON.write(plan, into: &json)
    let object = try JSONSerialization.jsonObject(with: Data(json))
    var fields = try #require(stripped(object) as? [String: AnyHashable])
    fields["source"] = nil
    let onPages: Set<AnyHashable> = [
      "page-number", "running-header", "running-footer", "separator",
    ]
    let furniture = fields["furniture"] as? [[String: AnyHashable]] ?? []
    fields["furniture"] = furniture.filter { $0["kind"].map { !onPages.contains($0) } ?? true }
    return fields
  }

  private func stripped(_ value: Any) -> AnyHashable {
    switch value {
    case let object as [String: Any]:
      object.filter { !["span", "spans", "extent"].contains($0.key) }.mapValues(stripped)
    case let list as [Any]: list.map(stripped)
    default: value as? AnyHashable ?? AnyHashable("?")
    }
  }

  @Test(arguments: names, formats) func twinsAreEqual(_ name: String, _ format: String) throws {
    try compare(name, format)
  }

  private func compare(_ name: String, _ format: String) throws {
    let expected = try plan("corpus/twins/\(name)/plan.txt")
    let found = try plan("corpus/twins/\(name)/plan.\(format)")
    for key in expected.keys.sorted() {
      #expect(found[key] == expected[key], "\(name).\(format): \(key)")
    }
  }
}
