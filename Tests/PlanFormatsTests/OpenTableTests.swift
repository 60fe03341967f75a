import Testing

@testable import PlanFormats

/// Rows of tables that a page breaks.
@Suite struct OpenTableTests {
  private func cells(_ texts: [String]) -> [CellText] {
    texts.map { text in
      var left = 0.0
      let words = text.split(separator: " ").map { word in
        defer { left += 30 }
        return PlacedWord(left: left, top: 0, right: left + 20, bottom: 10, text: String(word))
      }
      return CellText([WordRow(words)].compactMap(\.self), width: 400)
    }
  }

  /// What a row at the top of a page makes of the last before it; the first cell is merged.
  private func completed(_ last: [String], _ rest: [String], merged: Bool) -> [String]? {
    let width = last.count
    let own = Array(0..<2 * width)
    let below = own.map { merged && $0 == width ? 0 : $0 }
    let grid = RuledGrid(
      rows: [0, 20, 40], columns: (0...width).map { 50 * Double($0) }, first: below)
    var table = OpenTable(grid)
    table.begin(grid, page: 1)
    table.add(cells(["A", "A1.1", "Trồng cây.", "Xã"]), 0, line: 0)
    table.add(cells(["B", "B1.1", "Dọn bến.", "Xã"]), 0, line: 1)
    table.add(cells(last), merged ? 1 : 0, line: 2)
    let next = RuledGrid(rows: [0, 20], columns: grid.columns, first: Array(0..<width))
    table.begin(next, page: 2)
    return table.completed(by: cells(rest), 0)?.map(\.text)
  }

  @Test func theRestOfARowBelowAMergedCellGoesOnWithIt() {
    #expect(
      completed(["", "A1.2", "Dọn bến đò và", "Xã"], ["", "", "bến phà", ""], merged: true)
        == ["", "A1.2", "Dọn bến đò và bến phà", "Xã"])
    #expect(
      completed(["", "A1.2", "Dọn bến đò.", "Xã"], ["", "", "Bến phà", ""], merged: true) == nil)
  }

  @Test func theRestOfATimeGoesOnWithItsWord() {
    let last = ["Tháng", "A1.2", "Dọn bến", "Xã"]
    #expect(
      completed(last, ["01/2031", "", "", ""], merged: false)
        == ["Tháng 01/2031", "A1.2", "Dọn bến", "Xã"])
    #expect(completed(last, ["12", "", "", ""], merged: false) == nil)
    #expect(completed(["Tháng 1", "", "Bến", ""], ["01/2031", "", "", ""], merged: false) == nil)
  }

  @Test func aRowWithACodeOfItsOwnIsNoRest() {
    #expect(
      completed(["A", "A1.2", "Dọn bến.", "Xã"], ["", "A1.3", "Sửa đò.", "Xã"], merged: false)
        == nil)
    #expect(
      completed(["A", "A1.2", "Dọn bến", "Xã"], ["", "", "Sông Bạc", "Nà"], merged: false)
        == ["A", "A1.2", "Dọn bến Sông Bạc", "Xã Nà"])
  }

  @Test(arguments: [("120", "1.030"), ("100%", "≥ 80%"), ("≤ 3", "46,5")])
  func aRowWithANumberBelowANumberIsNoRest(number: String, next: String) {
    let last = ["C", "Lớp may", "Xã Nà Bó", number]
    #expect(completed(last, ["", "Cộng:", "", next], merged: false) == nil)
  }

  @Test(arguments: [("07h30 - 08h00", "08h00 - 11h00"), ("01/8 – 9/8", "10/8 – 15/8")])
  func aRowWithASpanOfTimeBelowOneIsNoRest(span: String, next: String) {
    let last = ["C", span, "Đón khách", "Xã"]
    #expect(completed(last, ["", next, "Sông Bạc", "Nà"], merged: false) == nil)
  }

  @Test func theRestOfABracketGoesOn() {
    let last = ["C", "Dọn bến (Thông báo", "Xã", "2031"]
    #expect(
      completed(last, ["", "TB 7/TB-Xã) và bãi", "", ""], merged: false)
        == ["C", "Dọn bến (Thông báo TB 7/TB-Xã) và bãi", "Xã", "2031"])
    #expect(
      completed(["Bến (Nà", "", "Xã", ""], ["Bó)", "", "", ""], merged: false)
        == ["Bến (Nà Bó)", "", "Xã", ""])
    #expect(completed(["Bến (Nà", "", "Xã", ""], ["a) Bãi", "", "", ""], merged: false) == nil)
    #expect(completed(["Bến (Nà", "", "Xã", ""], ["Bãi (Bó)", "", "", ""], merged: false) == nil)
    #expect(completed(["Bến (Nà)", "", "Xã", ""], ["Bãi", "", "", ""], merged: false) == nil)
  }

  @Test func theRestOfASpanOfDaysGoesOn() {
    let last = ["C", "Dọn bến", "Xã", "01/8/2031 -"]
    #expect(
      completed(last, ["", "và bãi", "", "15/8/2031"], merged: false)
        == ["C", "Dọn bến và bãi", "Xã", "01/8/2031 - 15/8/2031"])
  }

  @Test func theRestOfARowAboveATableInOtherColumnsIsApart() {
    let before = RuledGrid(rows: [0, 20], columns: [0, 50, 100, 200], first: [0, 1, 2])
    var table = OpenTable(before)
    table.begin(before, page: 1)
    // The borders at 50, 100 end where those at 80 and 120 begin.
    let both = RuledGrid(
      rows: [0, 20, 40, 60], columns: [0, 50, 80, 100, 120, 200],
      first: [0, 1, 1, 3, 3, 5, 5, 7, 7, 9, 10, 10, 12, 12, 14])
    let parts = table.parted(both, page: 2)
    #expect(parts?.rest == before)
    #expect(
      parts?.next
        == RuledGrid(rows: [20, 40, 60], columns: [0, 80, 120, 200], first: [0, 1, 2, 3, 4, 5]))
    #expect(table.parted(both, page: 3) == nil)
    #expect(table.parted(before, page: 2) == nil)
  }

  @Test func aRowThatTheEndOfAPageCutsHasBorders() {
    func grid(_ places: [Double]) -> RuledGrid? {
      let rows = [0.0, 18].map { RulingFinder.Ruling(place: $0, start: 0, end: 400) }
      let columns = places.map { RulingFinder.Ruling(place: $0, start: 0, end: 28) }
      return RulingFinder.grids(rows, columns, words: [], least: 3).first
    }
    #expect(grid([0, 50, 150, 400])?.columns == [0, 50, 150, 400])
    #expect(grid([0, 50, 150, 400])?.rows == [0, 18, 28])
    // Strokes of letters below a line.
    #expect(grid([40, 50, 60, 70]) == nil)
  }
}
