import PlanExport
import PlanModel
import Testing

@Suite("Documents that mean harm or are broken")
struct HostileTests {
  private func json(_ text: String) -> ExportError? {
    do { _ = try PlanJSON.read(Array(text.utf8)) } catch { return error }
    return nil
  }

  private func xml(_ text: String) -> ExportError? {
    do { _ = try PlanXML.read(Array(text.utf8)) } catch { return error }
    return nil
  }

  @Test(
    "What is no JSON is told with its place",
    arguments: [
      ("", "expected a value, found the end at byte 0"),
      ("{", "expected a field's name, found the end at byte 1"),
      ("{} x", "expected the end of the document at byte 3"),
      ("[1,]", "expected a value at byte 3"),
      ("01", "a number that begins with 0 at byte 0"),
      ("-", "expected a digit, found the end at byte 1"),
      ("1.e", "expected a digit at byte 2"),
      ("tru", "expected true at byte 0"), ("\"\\x\"", "no escape of JSON at byte 2"),
      ("\"\\uD800\"", "half of a surrogate pair at byte 7"),
      ("\"\\uD800\\u0041\"", "half of a surrogate pair at byte 13"),
      ("\"\\u12", "expected four hexadecimal digits, found the end at byte 5"),
      ("\"\n\"", "a control character that is not escaped at byte 1"),
      ("\"abc", "a text without its closing quotation mark at byte 0"),
      ("{\"a\" 1}", "expected \":\" at byte 5"),
      ("{\"a\":1 2}", "expected \",\" or \"}\" at byte 7"),
      ("[1 2]", "expected \",\" or \"]\" at byte 3"),
      ("\"\\", "no escape of JSON, found the end at byte 2"),
    ])
  func jsonSyntax(text: String, message: String) {
    #expect(json(text)?.description == message)
  }

  @Test(
    "What is no plan is told with its path",
    arguments: [
      (
        "\"span\": [350, 370]", "\"span\": [350]",
        "body[0].span: expected two whole numbers at byte"
      ),
      (
        "\"span\": [350, 370]", "\"span\": [350, \"370\"]",
        "body[0].span: expected two whole numbers at byte"
      ),
      (
        "\"span\": [350, 370]", "\"span\": [350, 3e99]",
        "body[0].span: expected two whole numbers at byte"
      ),
      (
        "\"span\": [350, 370]", "\"span\": [350, 99999999999999999999]",
        "body[0].span: expected two whole numbers at byte"
      ),
      ("\"span\": [371, 390], ", "", "body[0].children[0]: field \"span\" is missing at byte"),
      (
        "\"archive\": true", "\"archive\": 1",
        "recipients[1].archive: expected true or false at byte"
      ),
      (
        "\"value\": 85.08", "\"value\": \"x\"",
        "targets[0].value: expected a number of at most 18 digits at byte"
      ),
      (
        "\"value\": 85.08", "\"value\": 1e-999999999999999999",
        "targets[0].value: expected a number"
      ),
      ("\"value\": 85.08", "\"value\": 1e500", "targets[0].value: expected a number"),
      ("\"value\": 85.08", "\"value\": true", "targets[0].value: expected a number at byte"),
      (
        "\"direction\": \"increase\"", "\"direction\": \"up\"",
        "targets[5].direction: expected increase or decrease at byte"
      ),
      (
        "kehoach-plan/1", "kehoach-plan/2",
        "format: expected \"kehoach-plan/1\", found \"kehoach-plan/2\" at byte"
      ),
      ("\"preamble\": [", "\"preamble\": [7, ", "preamble[0]: expected a record at byte"),
      ("\"closing\": [", "\"closing\": {}, \"more\": [", "closing: expected a list at byte"),
      (
        "\"cells\": [\"1\", ", "\"cells\": [",
        "body[0].children[1].rows[1].spans: expected a span for each of the 2 cells at byte"
      ),
      (
        "\"authority\": [\"", "\"authority\": [null, \"",
        "signatures[0].authority[0]: expected a text at byte"
      ),
    ])
  func jsonFields(from: String, to: String, message: String) throws {
    let text = try Expected.text("sample.json").replacing(from, with: to, maxReplacements: 1)
    #expect(json(text)?.description.hasPrefix(message) == true, "\(String(describing: json(text)))")
  }

  @Test("Unknown fields are passed over, and escapes that need not be are read")
  func lenient() throws {
    let text = try Expected.text("sample.trace.json")
      .replacing("{\"", with: "{\"new\": {\"a\": [1, {}, null, -0.5E+3]}, \"")
      .replacing("Mục đích", with: "M\\u1ee5c \\u0111\\u00edch")
      .replacing("noise", with: "\\u006eoise")
    #expect(try PlanJSON.read([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == SamplePlan.whole)
  }

  @Test("Nesting of 100,000 levels is refused")
  func deep() {
    let many = 100_000
    #expect(json(String(repeating: "[", count: many))?.description.contains("512 levels") == true)
    #expect(
      json(String(repeating: "{\"a\":", count: many))?.description.contains("512 levels") == true)
    #expect(
      xml(String(repeating: "<a>", count: many))?.description
        == "elements are nested too deep at line 1")
    #expect(
      xml("<plan xmlns=\"urn:kehoach:plan:1\">" + String(repeating: "<body>", count: many)) != nil)
  }

  @Test("A document cut off anywhere, or with a byte changed, is an error or a plan, never a crash")
  func mutations() throws {
    var json = Array(try Expected.text("sample.trace.json").utf8)
    var xml = Array(try Expected.text("sample.trace.xml").utf8)
    for end in stride(from: 0, to: json.count - 2, by: 101) {
      #expect(throws: ExportError.self) { try PlanJSON.read(Array(json[..<end])) }
    }
    for end in stride(from: 0, to: xml.count - 2, by: 101) {
      #expect(throws: ExportError.self) { try PlanXML.read(Array(xml[..<end])) }
    }
    var state: UInt64 = 7
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    for _ in 0..<600 {
      let (jsonPlace, xmlPlace) = (next(json.count), next(xml.count))
      let before = (json[jsonPlace], xml[xmlPlace])
      json[jsonPlace] = UInt8(next(256))
      xml[xmlPlace] = UInt8(next(256))
      _ = try? PlanJSON.read(json)
      if (try? PlanXML.read(xml)) != nil { _ = try? PlanXML.validate(xml) }
      (json[jsonPlace], xml[xmlPlace]) = before
    }
    #expect(try PlanJSON.read(json) == SamplePlan.whole)
    #expect(try PlanXML.read(xml) == SamplePlan.whole)
  }

  @Test(
    "Document type declarations are refused, with what they would bring",
    arguments: [
      "<!DOCTYPE plan>",
      "<!DOCTYPE plan [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
      "<!DOCTYPE plan [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
      "<!DOCTYPE plan SYSTEM \"http://127.0.0.1:9/plan.dtd\">",
      "<!DOCTYPE plan [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>",
    ])
  func documentTypes(declaration: String) throws {
    let text = try Expected.text("sample.xml").replacing("<plan", with: declaration + "<plan")
      .replacing("Mục đích", with: "&b;&x;")
    let refusal = "a document type declaration is not allowed here at line 2"
    #expect(xml(text)?.description == refusal)
    let error = #expect(throws: ExportError.self) { try PlanXML.validate(Array(text.utf8)) }
    #expect(error?.description == refusal)
  }

  @Test(
    "What is no XML of a plan is told with its line",
    arguments: [
      ("<text>Một</text>", "<text>Một", "mismatch"),
      ("<text>Một</text>", "<text>&eacute;</text>", "eacute"),
      ("<text>Một</text>", "<text>␛00</text>", "expected four hexadecimal digits after ␛ at line"),
      (
        "<text>Một</text>", "<text>␛D800</text>", "expected four hexadecimal digits after ␛ at line"
      ),
      (
        "<text>Một</text>", "<text>␛+00C</text>", "expected four hexadecimal digits after ␛ at line"
      ),
      ("<text>Một</text>", "<text>\u{1}</text>", "at line"),
      ("<text>Một</text>", "<text><b>Một</b></text>", "text: expected a text at line"),
      ("<text>Một</text>", "", "field \"text\" is missing at line"),
      (
        "xmlns=\"urn:kehoach:plan:1\"", "xmlns=\"urn:x\"",
        "expected <plan xmlns=\"urn:kehoach:plan:1\"> at line 2"
      ),
      (
        "<preamble>", "<preamble><verse id=\"a\" span=\"1 2\"/>",
        "preamble[0]: expected section, item, paragraph or table at line"
      ),
      ("span=\"350 370\"", "span=\"350 x\"", "body[0].span: expected two whole numbers at line"),
    ])
  func xmlFaults(from: String, to: String, message: String) throws {
    let text = try Expected.text("sample.xml").replacing(from, with: to, maxReplacements: 1)
    #expect(xml(text)?.description.contains(message) == true, "\(String(describing: xml(text)))")
  }

  @Test("Nothing, blanks, and other files")
  func others() {
    for text in ["", " ", "\n", "kế hoạch", "<", "<plan>", "<?xml", "\0", "%PDF-1.7"] {
      #expect(json(text) != nil)
      #expect(xml(text) != nil)
      #expect(throws: ExportError.self) { try PlanXML.validate(Array(text.utf8)) }
    }
    #expect(throws: ExportError.self) { try PlanJSON.read([0x22, 0xFF, 0x22]) }
    #expect(throws: ExportError.self) { try PlanXML.read([0x3C, 0x61, 0x3E, 0xFF]) }
  }
}
