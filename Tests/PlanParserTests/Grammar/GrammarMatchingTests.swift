import Testing

@testable import PlanParser

@Suite("What patterns match")
struct GrammarMatchingTests {
  @Test("a line rule matches the whole line, whatever the case, tone place and dash")
  func wholeLine() throws {
    var bench = try GrammarBench(line: #""Ủy ban – hoà""#)
    #expect(bench.lines("ỦY BAN - HÒA") == ["a[ỦY BAN - HÒA]"])
    #expect(bench.lines("Uỷ   ban — hoà") == ["a[Uỷ   ban — hoà]"])
    #expect(bench.lines("ủy ban - hòa bình") == [])
    #expect(bench.lines("ủy ban -") == [])
    #expect(bench.lines("") == [])
  }

  @Test("a line pattern that ends in ... matches a line that begins so")
  func linePrefix() throws {
    var bench = try GrammarBench(line: "căn cứ {what: <word>}* ...", "căn cứ")
    #expect(bench.lines("Căn cứ Luật số 1") == ["a[Căn cứ Luật số] what=Luật what=số"])
    #expect(bench.lines("Căn cứ") == ["a[Căn cứ]", "b[Căn cứ]"])
    #expect(bench.lines("Theo căn cứ") == [])
  }

  @Test("alternatives, groups and repeats match as written")
  func repeats() throws {
    var bench = try GrammarBench(phrase: "a (b | c d)* e", "x{2,3}", "y+ z?")
    #expect(bench.phrases("a e, a b c d b e, a c e") == ["a[a e]", "a[a b c d b e]"])
    #expect(bench.phrases("x") == [])
    #expect(bench.phrases("x x") == ["b[x x]"])
    #expect(bench.phrases("x x x x x") == ["b[x x x]", "b[x x]"])
    #expect(bench.phrases("y y z y") == ["c[y y z]", "c[y]"])
  }

  @Test("a repeat of a repeat ends")
  func emptyLoops() throws {
    var bench = try GrammarBench(phrase: "(a?)* (b*)+ c")
    #expect(bench.phrases("a b b c c") == ["a[a b b c]", "a[c]"])
  }

  @Test("~ forbids white space, also before what is left out")
  func glue() throws {
    var bench = try GrammarBench(line: "<digits> ~ \"/\"? ~ <digits>?")
    #expect(bench.lines("1/2") == ["a[1/2]"])
    #expect(bench.lines("1 /2") == [])
    #expect(bench.lines("1/ 2") == [])
    #expect(bench.lines("1/") == ["a[1/]"])
    #expect(bench.lines("1 2") == [])
  }

  @Test("^ and $ are the ends of the block")
  func anchors() throws {
    var bench = try GrammarBench(phrase: "^ a", "b $", "(^ | x) c")
    #expect(bench.phrases("a b a b") == ["a[a]", "b[b]"])
    #expect(bench.phrases("b a") == [])
    #expect(bench.phrases("c c x c") == ["c[c]", "c[x c]"])
  }

  @Test("classes take the tokens they name")
  func classes() throws {
    var bench = try GrammarBench(
      line: "<word>", "<upper>", "<capitalized>", "<digits>", "<roman>", "<letter>", "<mark>",
      "<any>")
    func ids(_ text: String) -> String {
      bench.lines(text).map { String($0.prefix(1)) }.joined()
    }
    #expect(ids("xã") == "ah")
    #expect(ids("Xã") == "ach")
    #expect(ids("XÃ") == "abch")
    #expect(ids("IV") == "abceh")
    #expect(ids("đ") == "afh")
    #expect(ids("12") == "dh")
    #expect(ids(";") == "gh")
  }

  @Test("case upper asks all literals for capitals, case capital the first")
  func letterCase() throws {
    var bench = try GrammarBench(
      """
      list words
        kế hoạch
        đề án
      rule upper
        line <words> số 1 <word>
        case upper
        yields kind
        example "x"
      rule capital
        line "("? <words> ...
        case capital
        yields kind
        example "x"
      """)
    #expect(bench.lines("KẾ HOẠCH SỐ 1 năm") == ["upper[KẾ HOẠCH SỐ 1 năm]", "capital[KẾ HOẠCH]"])
    #expect(bench.lines("KẾ HOẠCH số 1 năm") == ["capital[KẾ HOẠCH]"])
    #expect(bench.lines("(Kế hoạch") == ["capital[(Kế hoạch]"])
    #expect(bench.lines("(kế Hoạch") == [])
  }

  @Test("phrases of one rule are leftmost and longest, those of two rules may overlap")
  func overlap() throws {
    var bench = try GrammarBench(phrase: "a b?", "b", "a b c")
    #expect(bench.phrases("a b c") == ["c[a b c]", "a[a b]", "b[b]"])
    var chain = try GrammarBench(phrase: "a b a?")
    #expect(chain.phrases("a b a b a b") == ["a[a b a]", "a[a b]"])
  }

  @Test("... takes as few tokens as will do, at most to the longest phrase")
  func gap() throws {
    var bench = try GrammarBench(phrase: "từ {from: ...} đến {to: <digits> \"%\"?}")
    #expect(
      bench.phrases("từ 1 x đến 2% và đến 3%") == ["a[từ 1 x đến 2%] from=1 x to=2%"])
    let long = "từ " + String(repeating: "x ", count: 252) + "đến 1"
    #expect(bench.phrases(long).count == 1)
    #expect(bench.phrases("từ x x " + long.dropFirst(3)).count == 0)
  }

  @Test("a line may have ... inside")
  func lineGap() throws {
    var bench = try GrammarBench(line: "từ {a: ...} đến {b: ...}")
    #expect(bench.lines("từ 1 đến 2 đến 3") == ["a[từ 1 đến 2 đến 3] a=1 b=2 đến 3"])
  }

  @Test("captures are greedy, nested and repeated")
  func captures() throws {
    var bench = try GrammarBench(
      phrase: "{date} (, {date})*",
      with: "pattern date = {day: <digits>} ~ \"/\" ~ {month: <digits>}")
    #expect(
      bench.phrases("1/2, 3/4") == [
        "a[1/2, 3/4] date=1/2 day=1 month=2 date=3/4 day=3 month=4"
      ])
    var greedy = try GrammarBench(line: "{a: <word>+} {b: <word>*}", "({a: x} | {b: <word>}) y")
    #expect(greedy.lines("x y") == ["a[x y] a=x y", "b[x y] a=x"])
  }

  @Test("quoted text holds captures and escaped marks")
  func quoted() throws {
    var bench = try GrammarBench(line: #""Số: {n: <digits>}? / \"{s: <word>}\" \{x\} ?""#)
    #expect(bench.lines(#"Số: 5 / "ab" {x} ?"#) == [#"a[Số: 5 / "ab" {x} ?] n=5 s=ab"#])
    #expect(bench.lines(#"số:/“ab”{x}?"#) == ["a[số:/“ab”{x}?] s=ab"])
  }

  @Test("a list takes its longest entry and gives its value")
  func lists() throws {
    var bench = try GrammarBench(
      phrase: "{unit}",
      with: "list unit\n  tỷ đồng = đồng\n  tỷ\n  triệu đồng\tđồng\n  ha # diện tích\n")
    #expect(
      bench.phrases("2 tỷ đồng, 3 Tỷ, 1 ha") == [
        "a[tỷ đồng] unit=tỷ đồng", "a[Tỷ] unit=Tỷ", "a[ha] unit=ha",
      ])
    func value(_ text: String) -> String? {
      let tokens = bench.tokens(text)
      return bench.grammar.value(list: "unit", tokens, from: 0, to: tokens.count)
    }
    #expect(value("TỶ ĐỒNG") == "đồng")
    #expect(value("tỷ") == "tỷ")
    #expect(value("triệu đồng") == "đồng")
    #expect(value("ha") == "ha")
    #expect(value("triệu") == nil)
    #expect(value("tỷ đồng Việt") == nil)
    #expect(bench.grammar.value(list: "none", [], from: 0, to: 0) == nil)
  }
}
