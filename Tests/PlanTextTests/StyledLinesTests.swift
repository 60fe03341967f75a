import PlanText
import Testing

@Suite struct StyledLinesTests {
  @Test func eachLineHasItsStyle() throws {
    var bold = LineStyle()
    bold.bold = true
    var lines = StyledLines()
    lines.append("KE\u{302}\u{301} HOẠCH", bold)
    lines.append("")
    lines.append("1\tmột\nhai\u{7}")
    lines.append([0x61, 0xFF])
    let text = try CanonicalText(lines, encoding: "UTF-8")
    #expect(text.lines.map { text.string($0) } == ["KẾ HOẠCH", "", "1\tmột hai", "a\u{FFFD}"])
    #expect(text.styles == [bold, LineStyle(), LineStyle(), LineStyle()])
  }
}
