import PlanText
import TestSupport
import Testing

@testable import PlanFormats

/// Pages come from strangers.
@Suite struct HTMLHostileTests {
  @Test func nestingHasAnEnd() {
    let page = "<html>" + String(repeating: "<div>", count: 100_000)
    #expect(throws: FormatError.self) { _ = try OpenedDocument(Array(page.utf8)) }
  }

  @Test func spansAreKeptWithinLimits() throws {
    let cell = "<td colspan=999999999 rowspan=999999999>a"
    let page = "<table border=1>" + String(repeating: "<tr>\(cell)\(cell)", count: 300) + "</table>"
    let text = try OpenedDocument(Array("<html>\(page)".utf8)).text
    #expect(text.bytes.count < 300 * 1000)
  }

  @Test func manyElementsEnd() throws {
    let pages = [
      String(repeating: "<br>", count: 100_000), String(repeating: "<p>a", count: 50_000),
      String(repeating: "<table><tr><td>a</table>", count: 20_000),
      String(repeating: "<ol><li>a</ol>", count: 20_000),
      String(repeating: "</div>", count: 100_000),
      String(repeating: "&amp;", count: 100_000), String(repeating: "<![if x]>", count: 50_000),
      String(repeating: "<!--", count: 50_000),
      "<table border=1>" + String(repeating: "<tr><td>a<td>b", count: 50_000),
      String(repeating: "<b><i>", count: 400) + String(repeating: "</b>", count: 50_000),
      "<p " + String(repeating: "a=b ", count: 50_000) + ">",
      "<p style='" + String(repeating: "a:b;", count: 50_000) + "'>",
    ]
    for page in pages { _ = try? OpenedDocument(Array("<html>\(page)".utf8)) }
  }

  /// A small page with all that the reader knows.
  private static let seed = Array(
    """
    <!DOCTYPE html><html><head><meta charset=utf-8><title>x</title></head><body><nav>a</nav>
    <table border=1><tr><th rowspan=2>STT<th colspan=2>Việc<tr><td>1<td>b<table><tr><td>c</table></table>
    <ol type=i start=3><li>x<ul><li>y</ul><li value=9>z</ol><p align=center style="font-family:.VnTime;
    font-size:13pt;font-weight:bold">KÕ ho¹ch<br>n¨m<span style='mso-tab-count:2'>&nbsp;</span></p>
    <pre>a
     b</pre><![if x]>1.<![endif]><div style='mso-element:footnote'>n</div><h1>H</h1></body></html>
    """.utf8)

  @Test func damagedPagesGiveWholeLinesOrAnError() {
    var random = SeededRandom(seed: 20_06)
    let parts = [
      "<td>", "</table>", "<tr>", "<p>", "</p>", "<ol>", "</ol>", "<li>", "<", ">", "&", "\"",
      "<!--", "<pre>", "</div>", "<nav>", "</nav>", "<th rowspan=3>",
    ]
    for round in 0..<3000 {
      var page = Self.seed
      for _ in 0..<Int(random.next() % 12) + 1 {
        let place = Int(random.next() % UInt64(page.count))
        switch random.next() % 4 {
        case 0: page[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: page.removeSubrange(place..<min(page.count, place + Int(random.next() % 30)))
        case 2: page.insert(contentsOf: Array(random.pick(parts).utf8), at: place)
        default:
          let from = Int(random.next() % UInt64(page.count))
          page.insert(contentsOf: page[from..<min(page.count, from + 40)], at: place)
        }
        if page.isEmpty { page = Self.seed }
      }
      page = Array("<html>".utf8) + page
      guard let text = try? OpenedDocument(page).text else { continue }
      #expect(String(validating: text.bytes, as: UTF8.self) != nil, "round \(round)")
      #expect(text.styles.count == text.lines.count, "round \(round)")
    }
  }
}
