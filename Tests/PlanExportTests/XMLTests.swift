import PlanExport
import PlanModel
import Testing

@Suite("XML")
struct XMLTests {
  private func xml(_ plan: Plan, trace: Bool = false, pretty: Bool = true) -> String {
    var bytes: [UInt8] = []
    PlanXML.write(plan, trace: trace, pretty: pretty, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("Each element has a line")
  func pretty() throws {
    #expect(try xml(SamplePlan.whole) == Expected.text("sample.xml"))
    #expect(try xml(SamplePlan.whole, trace: true) == Expected.text("sample.trace.xml"))
  }

  @Test("On one line there is no blank between elements")
  func oneLine() throws {
    let line = xml(SamplePlan.whole, pretty: false)
    #expect(line.split(separator: "\n").count == 2)
    #expect(!line.contains("> <"))
  }

  @Test("The XML has every field of the JSON under the same name, but for types and spans")
  func names() throws {
    let json = try Expected.text("sample.trace.json")
    let xml = try Expected.text("sample.trace.xml")
    let names = json.matches(of: /"([A-Za-z0-9]+)":/).map { String($0.output.1) }
    for name in Set(names).subtracting(["type", "spans"]) {
      #expect(xml.contains(" \(name)=\"") || xml.contains("<\(name)"), "\(name)")
    }
  }

  @Test(
    "Characters that XML cannot hold have a spelling",
    arguments: [
      ("a\u{C}b", "a␛000Cb"), ("\u{0}", "␛0000"), ("␛", "␛241B"), ("␛000C", "␛241B000C"),
      ("\u{FFFE}\u{FFFF}", "␛FFFE␛FFFF"), ("\r", "&#13;"), ("<&>\"", "&lt;&amp;&gt;\""),
      ("\t\n", "\t\n"), ("…ￌ", "…ￌ"),
    ])
  func spelling(text: String, spelling: String) throws {
    var plan = SamplePlan.empty
    plan.header.title = HeaderField(text: text, status: .present, span: ByteSpan(0, 1))
    let written = xml(plan)
    #expect(written.contains("<text>\(spelling)</text>"))
    #expect(try PlanXML.read(Array(written.utf8)) == plan)
  }

  @Test("In an attribute line ends and tabs are spelled too")
  func attributes() throws {
    var plan = SamplePlan.empty
    plan.source.name = "a\t\n\r\"'\u{1}"
    let written = xml(plan)
    #expect(written.contains("name=\"a&#9;&#10;&#13;&quot;'␛0001\""))
    #expect(try PlanXML.read(Array(written.utf8)) == plan)
  }

  @Test("Pieces put together are the whole")
  func pieces() {
    var plan = SamplePlan.whole
    plan.body[0].text = String(repeating: "dài & ", count: 100_000)
    var gathered: [UInt8] = []
    var longest = 0
    PlanXML.write(plan) { piece in
      gathered += piece
      longest = max(longest, piece.count)
    }
    #expect(String(decoding: gathered, as: UTF8.self) == xml(plan))
    #expect(longest < 140_000)
  }

  @Test("Other spellings of a document read the same")
  func spellings() throws {
    let text = try Expected.text("sample.trace.xml")
    let prefixed = text.replacing(/<(\/?)([a-z])/) { "<\($0.output.1)k:\($0.output.2)" }
      .replacing("xmlns=", with: "xmlns:k=")
    #expect(try PlanXML.read(Array(prefixed.utf8)) == SamplePlan.whole)
    let foreign = text.replacing("<body>", with: "<body><!-- note --><?x y?>")
      .replacing("<header>", with: "<header new='1'><x:y xmlns:x='urn:x'><text>no</text></x:y>")
      .replacing("Mục đích<", with: "M&#x1EE5;c <![CDATA[đích]]><")
    #expect(try PlanXML.read(Array(foreign.utf8)) == SamplePlan.whole)
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.replacing("UTF-8", with: "UTF-16").utf16 {
      utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    var plan = SamplePlan.whole
    plan.source.encoding = "UTF-16"
    #expect(try PlanXML.read(utf16) == plan)
  }
}
