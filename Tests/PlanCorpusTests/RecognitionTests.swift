import PlanModel
import PlanParser
import PlanText
import Testing

/// What a plan tells of the recognition of its text.
@Suite struct RecognitionTests {
  private func diagnostics(_ recognition: Recognition?) throws -> [Diagnostic] {
    var lines = StyledLines()
    for (page, line) in [(1, "KẾ HOẠCH"), (1, "I. MỤC TIÊU"), (2, "- Trồng mâc ca, mâc khén.")] {
      var style = LineStyle()
      style.page = page
      lines.append(line, style)
    }
    lines.recognition = recognition
    let text = try CanonicalText(lines, encoding: "UTF-8")
    let source = Source(
      name: "x", mediaType: "x", encoding: "UTF-8", bytes: 0, sha256: "", pages: nil)
    let plan = Repository.grammar.parse(text, source: source)
    return plan.diagnostics.filter { $0.code == .ocrConfidence }
  }

  @Test func pagesAndDoubtfulWordsAreTold() throws {
    var recognition = Recognition()
    recognition.pages = [.init(number: 1, confidence: 93), .init(number: 2, confidence: 71)]
    recognition.doubts = [
      .init(line: 2, word: "mâc", confidence: 31), .init(line: 2, word: "mâc", confidence: 44),
      .init(line: 2, word: "khác", confidence: 12), .init(line: 9, word: "xa", confidence: 1),
    ]
    let told = try diagnostics(recognition)
    #expect(told.map(\.severity) == [.note, .warning, .note, .note])
    #expect(told.allSatisfy { $0.category == .recognition })
    #expect(told.first?.message.hasPrefix("page 1 was recognised with 93 % confidence") == true)
    let spans = told.compactMap(\.span)
    #expect(spans.count == 4)
    #expect(spans[3].start - spans[2].start == 9)
    #expect(try diagnostics(nil).isEmpty)
  }
}
