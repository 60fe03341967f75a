import Foundation
import PlanCorpus
import PlanExport
import PlanModel
import Testing

/// One document in several formats gives one plan, but for its source and its spans.
@Suite struct TwinTests {
  /// The formats that are compared with the text.
  static let formats = ["docx", "odt", "html"]
  static let names: [String] = {
    let folder = Repository.folder + "/corpus/twins"
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/plan.txt") }.sorted()
  }()

  private static let hasPoppler: Bool = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return ["pdftotext", "pdftoppm"].allSatisfy { program in
      path.split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
      }
    }
  }()

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"), arguments: names)
  func printedTwinsAreEqual(_ name: String) throws {
    try compare(name, "pdf")
  }

  @Test func thereAreTwins() {
    #expect(Self.names.count >= 10)
  }

  /// The plan of a file as JSON without what may differ: the source, the spans, and the furniture
  /// that pages have and texts have not.
  private func plan(_ path: String) throws -> [String: AnyHashable] {
    let file = URL(fileURLWithPath: Repository.folder + "/" + path)
    return try plan(Array(Data(contentsOf: file)), path)
  }

  private func plan(_ bytes: [UInt8], _ path: String) throws -> [String: AnyHashable] {
    let reader = DocumentReader(grammar: Repository.grammar)
    let (plan, text) = try reader.read(bytes, name: path)
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
    // Pages break lines, and each seam is told.
    let diagnostics = fields["diagnostics"] as? [[String: AnyHashable]] ?? []
    fields["diagnostics"] = diagnostics.filter { $0["code"] != AnyHashable("paragraph-joined") }
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

  /// The page of a twin in a message, as word processors save it.
  @Test(arguments: names) func twinsInMessagesAreEqual(_ name: String) throws {
    let page = try Data(
      contentsOf: URL(fileURLWithPath: Repository.folder + "/corpus/twins/\(name)/plan.html"))
    var message =
      "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=\"=_x\"\r\n\r\n"
    message += "--=_x\r\nContent-Type: text/html; charset=utf-8\r\n"
    message += "Content-Transfer-Encoding: base64\r\n\r\n"
    message += page.base64EncodedString(options: .lineLength76Characters) + "\r\n--=_x--\r\n"
    try compare(plan(Array(message.utf8), "plan.doc"), "\(name) in a message", name)
  }

  @Test(arguments: names, formats) func twinsAreEqual(_ name: String, _ format: String) throws {
    try compare(name, format)
  }

  private func compare(_ name: String, _ format: String) throws {
    try compare(plan("corpus/twins/\(name)/plan.\(format)"), "\(name).\(format)", name)
  }

  private func compare(_ found: [String: AnyHashable], _ what: String, _ name: String) throws {
    let expected = try plan("corpus/twins/\(name)/plan.txt")
    for key in expected.keys.sorted() { #expect(found[key] == expected[key], "\(what): \(key)") }
  }
}
