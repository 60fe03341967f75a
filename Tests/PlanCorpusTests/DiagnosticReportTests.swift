import PlanCorpus
import PlanModel
import PlanText
import Testing

/// Diagnostics as people read them.
@Suite struct DiagnosticReportTests {
  private func report(
    _ text: String, _ diagnostic: Diagnostic, colour: Bool = false, notes: Bool = false
  ) throws -> String {
    let canonical = try CanonicalText(decoding: Array(text.utf8))
    var plan = Plan(
      source: Source(name: "", mediaType: "", encoding: "", bytes: 0, sha256: ""),
      generator: Generator(name: "", version: "", grammar: ""))
    plan.diagnostics = [diagnostic]
    return DiagnosticReport(colour: colour, notes: notes)
      .text(plan, of: canonical, path: "plan.txt")
  }

  private func gap(_ span: ByteSpan?, _ severity: Diagnostic.Severity = .warning) -> Diagnostic {
    Diagnostic(.numberingGap, .document, severity, "2 is missing", span: span)
  }

  @Test func aCaretStandsUnderThePlace() throws {
    // "Mục " is four characters and six bytes.
    let shown = try report("I. Một\nMục 3. Ba\n", gap(ByteSpan(15, 17)))
    #expect(
      shown
        == """
        plan.txt:2:5: warning: 2 is missing [numbering-gap]
          Mục 3. Ba
              ^

        """)
  }

  @Test func withoutAPlaceThereIsNoLine() throws {
    #expect(try report("x\n", gap(nil)) == "plan.txt: warning: 2 is missing [numbering-gap]\n")
  }

  @Test func aPlaceOutsideTheTextDoesNotStopIt() throws {
    #expect(try report("x\n", gap(ByteSpan(900, 901))).hasPrefix("plan.txt: warning"))
    #expect(try report("", gap(ByteSpan(0, 0))).contains("2 is missing"))
  }

  @Test func notesAreForThoseWhoAsk() throws {
    #expect(try report("x\n", gap(ByteSpan(0, 1), .note)) == "")
    #expect(try report("x\n", gap(ByteSpan(0, 1), .note), notes: true).contains("note: 2 is"))
  }

  @Test func aLongLineIsShownAroundThePlace() throws {
    let text = String(repeating: "ê", count: 500) + "X" + String(repeating: "ô", count: 500)
    let lines = try report(text, gap(ByteSpan(1_000, 1_001))).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].count < 110)
    let column = lines[2].prefix { $0 == " " }.count
    #expect(lines[1].dropFirst(column).first == "X")
  }

  @Test func aDocumentCannotSpeakToTheTerminal() throws {
    let shown = try report("\u{9B}31mred\u{9B}x\u{202E}y\tz\n", gap(ByteSpan(0, 1)))
    #expect(!shown.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!shown.unicodeScalars.contains { $0 == "\u{9B}" || $0 == "\u{202E}" })
    #expect(try report("x\n", gap(ByteSpan(0, 1)), colour: true).contains("\u{1B}[1;35mwarning"))
  }
}
