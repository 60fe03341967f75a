import PlanCorpus
import TestSupport
import Testing

/// Differences of goldens as people read them.
@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String) -> String {
    UnifiedDiff.text(old: old, new: new, oldName: "a", newName: "b")
  }

  @Test func equalTextsHaveNone() {
    #expect(diff("a\nb\n", "a\nb\n") == "")
  }

  @Test func aChangeStandsInItsContext() {
    let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n"
    let new = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"
    #expect(
      diff(old, new)
        == "--- a\n+++ b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n")
  }

  @Test func distantChangesAreHunksOfTheirOwn() {
    let old = (1...30).map { "\($0)\n" }.joined()
    let new = old.replacing("\n3\n", with: "\n").replacing("\n27\n", with: "\n27\nnew\n")
    let hunks = diff(old, new).split(separator: "\n").filter { $0.hasPrefix("@@") }
    #expect(hunks == ["@@ -1,6 +1,5 @@", "@@ -25,6 +24,7 @@"])
  }

  /// Applying the edits to the old text gives the new one, whatever the two are.
  @Test func editsLeadFromOldToNew() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<500 {
      let old = random.lines(), new = random.lines()
      let shown = UnifiedDiff.text(old: old, new: new, oldName: "a", newName: "b")
      let body = shown.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix("---") && !$0.hasPrefix("+++") && !$0.hasPrefix("@@") }
      let deleted = body.filter { $0.hasPrefix("-") }.count
      let inserted = body.filter { $0.hasPrefix("+") }.count
      let lines = { (text: String) in text.split(separator: "\n") }
      #expect(lines(old).count - deleted + inserted == lines(new).count)
      #expect(inserted <= lines(new).count - commonPrefix(lines(old), lines(new)))
      #expect(shown.isEmpty == (old == new))
      for line in body where line.hasPrefix("+") { #expect(lines(new).contains(line.dropFirst())) }
      for line in body where line.hasPrefix("-") { #expect(lines(old).contains(line.dropFirst())) }
    }
  }

  private func commonPrefix(_ old: [Substring], _ new: [Substring]) -> Int {
    zip(old, new).prefix { $0 == $1 }.count
  }

  @Test func textsFarApartAreReplacedWhole() {
    let old = (0..<2_000).map { "old \($0)\n" }.joined()
    let new = (0..<2_000).map { "new \($0)\n" }.joined()
    #expect(diff(old, new).hasSuffix("more lines\n"))
  }
}
