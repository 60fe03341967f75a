import Testing

@testable import PlanArchive

/// What days the times of a plan span, and when work is due.
@Suite struct DueRangeTests {
  @Test(
    arguments: [
      ("2026", "2026-01-01", "2026-12-31"), ("2026-02", "2026-02-01", "2026-02-28"),
      ("2028-02", "2028-02-01", "2028-02-29"), ("2026-04-07", "2026-04-07", "2026-04-07"),
      ("2026-04/2026-06", "2026-04-01", "2026-06-30"), ("../2030-01-01", nil, "2030-01-01"),
      ("2026/..", "2026-01-01", nil), ("XXXX-01", nil, nil), ("--12-15", nil, nil),
      ("2026-13", nil, nil), ("", nil, nil), ("2026/XXXX", nil, nil), ("a/b/c", nil, nil),
    ] as [(String, String?, String?)])
  func daysOfATime(_ value: String, _ starts: String?, _ ends: String?) {
    #expect(DueRange(value) == DueRange(starts: starts, ends: ends))
  }

  @Test(arguments: [
    ("2026", true), ("2025/2027", true), ("2025", false), ("2027-01", false), ("../2026-06", true),
    ("../2030", false), ("2025/..", true), ("2027/..", false), ("XXXX-01", false),
  ])
  func dueInAYear(_ value: String, _ isDue: Bool) {
    #expect(DueRange(value).isDue(within: DueRange("2026"), recurs: false) == isDue)
  }

  @Test func whatComesBackIsAlwaysDue() {
    #expect(DueRange(nil).isDue(within: DueRange("2026"), recurs: true))
    #expect(!DueRange("2020").isDue(within: DueRange("2026"), recurs: true))
  }

  @Test func theIndexHasAWordForEachYear() {
    #expect(DueRange("2026/2028").tags(recurs: false) == ["y2026", "y2027", "y2028"])
    #expect(DueRange("../2030").tags(recurs: false) == ["y2030"])
    #expect(DueRange("2026/..").tags(recurs: false) == ["always"])
    #expect(DueRange(nil).tags(recurs: false).isEmpty)
    #expect(DueRange("0001/9999").tags(recurs: false).count == 60)
  }
}
