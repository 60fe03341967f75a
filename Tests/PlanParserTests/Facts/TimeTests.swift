import PlanModel
import PlanText
import Testing

@testable import PlanParser

@Suite("Times")
struct TimeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var value: String?
    var repeats: [String]
    var testDescription: String { text }

    init(_ text: String, _ value: String? = nil, _ repeats: [String] = []) {
      self.text = text
      self.value = value
      self.repeats = repeats
    }
  }

  static let grammar: Result<Grammar, GrammarErrors> = Result { () throws(GrammarErrors) in
    try Grammar.embedded()
  }

  /// The times in a text, read as a leaf is.
  static func times(_ text: String, year: Int? = nil) throws -> [LeafTime] {
    var read = try leaf(text)
    return read.reader.times(read.leaf.tokens, read.leaf.matches, year: year)
  }

  /// A text as one leaf.
  struct Read: ~Copyable {
    var reader: PlanReader
    let leaf: FactLeaf
  }

  static func leaf(_ text: String) throws -> Read {
    let canonical = try CanonicalText(decoding: Array(text.utf8))
    let grammar = try grammar.get()
    let source = Source(
      name: "t", mediaType: "text/plain", encoding: "UTF-8", bytes: text.utf8.count, sha256: "")
    let generator = Generator(name: "t", version: "0", grammar: grammar.identity)
    var reader = PlanReader(
      canonical, grammar: grammar, plan: Plan(source: source, generator: generator), trace: false)
    let tokens = reader.allTokens(ByteSpan(0, canonical.bytes.count))
    let matches = reader.phrases(tokens)
    let leaf = FactLeaf(
      kind: .paragraph, zone: .body, node: "p1", source: nil, role: nil, ancestors: [],
      tokens: tokens, matches: matches, meanings: reader.meanings(of: matches),
      times: reader.times(tokens, matches, year: Int?.none))
    return Read(reader: reader, leaf: leaf)
  }

  static let cases: [Case] = [
    Case("ngày 07 tháng 4 năm 2026", "2026-04-07"),
    Case("ngày 05/6/2026", "2026-06-05"),
    Case("ngày05 /6/2026", "2026-06-05"),
    Case("trước ngày 01/01/2030", "../2030-01-01"),
    Case("xong trước 31/3/2027", "../2027-03-31"),
    Case("chậm nhất là ngày 20/12/2026", "../2026-12-20"),
    Case("Từ ngày 16-18/01/2027", "2027-01-16/2027-01-18"),
    Case("ngày 24, 25 tháng 8 năm 2026", "2026-08-24/2026-08-25"),
    Case("từ ngày 11/9/2026 đến ngày 20/9/2026", "2026-09-11/2026-09-20"),
    Case("từ ngày 11/9 đến ngày 20/9/2026", "2026-09-11/2026-09-20"),
    Case("từ ngày 11 đến ngày 20/9/2026", "2026-09-11/2026-09-20"),
    Case("Tháng 3/2027", "2027-03"),
    Case("tháng 12 năm 2026", "2026-12"),
    Case("2/2027", "2027-02"),
    Case("Tháng 01", "XXXX-01"),
    Case("Từ tháng 8/2026 đến hết tháng 11/2026", "2026-08/2026-11"),
    Case("tháng 3 - tháng 5/2026", "2026-03/2026-05"),
    Case("Tháng 6, 7/2026", "2026-06/2026-07"),
    Case("từ tháng 10 đến tháng 3/2027", nil),
    Case("Quý II/2026", "2026-04/2026-06"),
    Case("Xong trong Quý 4 năm 2026", "2026-10/2026-12"),
    Case("Quý I, II/2026", "2026-01/2026-06"),
    Case("từ quý I đến quý III/2026", "2026-01/2026-09"),
    Case("6 tháng đầu năm 2026", "2026-01/2026-06"),
    Case("06 tháng cuối năm 2026", "2026-07/2026-12"),
    Case("Trong năm 2026", "2026"),
    Case("từ năm 2026", "2026/.."),
    Case("đến năm 2030", "../2030"),
    Case("đến hết năm 2027", "../2027"),
    Case("2026-2030", "2026/2030"),
    Case("Giai đoạn 2026 – 2030", "2026/2030"),
    Case("từ năm 2026 đến năm 2030", "2026/2030"),
    Case("năm học 2026 - 2027", "2026/2027"),
    Case("Hằng năm", nil, ["FREQ=YEARLY"]),
    Case("hàng tháng", nil, ["FREQ=MONTHLY"]),
    Case("hàng quý", nil, ["FREQ=MONTHLY;INTERVAL=3"]),
    Case("định kỳ 6 tháng", nil, ["FREQ=MONTHLY;INTERVAL=6"]),
    Case("định kỳ 6 tháng, hằng năm", nil, ["FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY"]),
    Case(
      "Định kỳ hàng quý, 6 tháng và năm", nil,
      ["FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY"]),
    Case("03 tháng một lần", nil, ["FREQ=MONTHLY;INTERVAL=3"]),
    Case("ngày 31/02/2026", nil),
  ]

  @Test("one time", arguments: cases)
  func one(_ item: Case) throws {
    let times = try Self.times(item.text)
    #expect(times.count == 1)
    #expect(times.first?.value == item.value)
    #expect(times.first?.repeats == item.repeats)
  }

  @Test(
    "numbers that are no time",
    arguments: [
      "Nghị định số 05/2025/NĐ-CP", "tỷ lệ 1/2000", "5 tháng", "12/KH-UBND", "1.5/2026", "15/2026",
      "2030-2026", "báo cáo định kỳ theo quy định", "năm 20261", "ngày 18", "hàng hóa",
      "khoản 3/2026-QĐ",
    ])
  func none(_ text: String) throws {
    #expect(try Self.times(text) == [])
  }

  @Test("a year outside completes a month, not a date that has its own")
  func context() throws {
    #expect(try Self.times("Tháng 01", year: 2027).map(\.value) == ["2027-01"])
    #expect(try Self.times("Quý III", year: 2027).map(\.value) == ["2027-07/2027-09"])
    #expect(try Self.times("Tháng 01/2026", year: 2027).map(\.value) == ["2026-01"])
  }

  @Test("days by which something is due")
  func deadlines() throws {
    let yearly = try Self.times("trước ngày 15 tháng 12 hằng năm")
    #expect(yearly.map(\.deadline) == ["--12-15"])
    #expect(yearly.map(\.repeats) == [["FREQ=YEARLY"]])
    #expect(yearly.map(\.bound) == [.before])
    let monthly = try Self.times("trước ngày 18 hằng tháng")
    #expect(monthly.map(\.deadline) == ["---18"])
    #expect(monthly.map(\.repeats) == [["FREQ=MONTHLY"]])
    #expect(try Self.times("trước ngày 16/12/2026").map(\.deadline) == ["2026-12-16"])
  }

  @Test("several times of one text stand in order")
  func several() throws {
    let times = try Self.times(
      "Từ năm 2026 trồng 5 ha, đến năm 2030 đạt 20 ha; hằng năm, năm 2028 sơ kết")
    #expect(times.map(\.value) == ["2026/..", "../2030", nil, "2028"])
    #expect(times.map(\.bound) == [.from, .until, .again, .within])
  }

  @Test("an impossible date is told and has no value")
  func impossible() throws {
    #expect(try Self.times("ngày 31/02/2026").map(\.isInvalid) == [true])
    #expect(try Self.times("ngày 29/02/2028").map(\.isInvalid) == [false])
    #expect(try Self.times("tháng 13/2026").map(\.isInvalid) == [true])
  }

  @Test("the time of a cell is all its words")
  func cell() throws {
    func time(_ text: String) throws -> TimeExpression? {
      var read = try Self.leaf(text)
      return read.reader.time(read.leaf, in: 0..<read.leaf.tokens.count, year: nil)
    }
    #expect(try time("Thường xuyên, liên tục") == TimeExpression(text: "Thường xuyên, liên tục"))
    #expect(try time("2027") == TimeExpression(text: "2027", value: "2027"))
    #expect(
      try time("Hằng năm (từ 2026 đến 2030)")
        == TimeExpression(
          text: "Hằng năm (từ 2026 đến 2030)", value: "2026/2030", repeat: "FREQ=YEARLY"))
    #expect(try time("Năm 2026; năm 2028")?.value == nil)
  }
}
