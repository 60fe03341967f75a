import PlanCorpus
import PlanModel
import PlanParser
import PlanText
import Testing

/// Documents made to hurt: each ends in a plan, and what is small enough is audited whole.
@Suite struct HostileInputTests {
  /// A document that is one piece repeated.
  struct Shape: Sendable, CustomTestStringConvertible {
    var name: String
    /// What stands before the pieces.
    var opening = ""
    var piece: String
    /// How often the piece stands in the large document.
    var count: Int

    var testDescription: String { name }

    func bytes(_ count: Int) -> [UInt8] {
      Array(opening.utf8) + repeatElement(Array(piece.utf8), count: count).joined()
    }
  }

  static let shapes: [Shape] = [
    Shape(name: "a marker under each marker", piece: "I. 1. a) - + * ", count: 100_000),
    Shape(
      name: "lines of nested markers", piece: "I. A\n1. B\n1.1. C\na) D\n- E\n+ F\n", count: 20_000),
    Shape(name: "numbers with more and more parts", piece: "1.", count: 300_000),
    Shape(name: "one line of words", piece: "kế hoạch ", count: 1_600_000),
    Shape(name: "one word", piece: "ê", count: 500_000),
    Shape(name: "table rows", piece: "1\tViệc\tPhòng\tQuý I\n", count: 40_000),
    Shape(name: "one row of cells", piece: "a\t", count: 300_000),
    Shape(name: "pipe rows", piece: "| a | b |\n", count: 50_000),
    Shape(name: "bullets alone", piece: "- ", count: 300_000),
    Shape(name: "bullets on lines", piece: "-\n", count: 200_000),
    Shape(name: "kinds of bullets", piece: "- a\n+ b\n* c\n• d\n– e\no f\n", count: 20_000),
    Shape(name: "digits", piece: "7", count: 1_000_000),
    Shape(name: "tabs", piece: "\t", count: 1_000_000),
    Shape(name: "line ends", piece: "\n", count: 1_000_000),
    Shape(name: "headings without text", piece: "#", count: 1_000_000),
    Shape(name: "heading lines", piece: "# \n", count: 200_000),
    Shape(name: "brackets", piece: "(", count: 1_000_000),
    Shape(name: "stars", piece: "*", count: 500_000),
    Shape(name: "recipients", piece: "Nơi nhận:\n- A;\n", count: 20_000),
    Shape(name: "signatures", piece: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nA B\n", count: 20_000),
    Shape(name: "appendices", piece: "PHỤ LỤC\n", count: 50_000),
    Shape(name: "preambles", piece: "Căn cứ Luật;\n", count: 50_000),
    Shape(name: "heads", piece: "KẾ HOẠCH\nSố: 1/KH-UBND\n", count: 20_000),
    Shape(name: "kinds on one line", piece: "KẾ HOẠCH ", count: 30_000),
    Shape(name: "bodies and kinds on one line", piece: "TRƯỜNG A KẾ HOẠCH ", count: 20_000),
    Shape(name: "rules between words", piece: "===== ABC ", count: 30_000),
    Shape(name: "rows that hold a title", piece: "|KẾ HOẠCH*TRỒ*Độ.|\"\n||\n", count: 20_000),
    Shape(name: "mottos", piece: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", count: 10_000),
    Shape(
      name: "heads on one line",
      piece: "Số: /KH-A CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ",
      count: 15_000),
    Shape(
      name: "appendices on one line", piece: "PHỤ LỤC I (Kèm theo Kế hoạch số: /KH-UBND) ",
      count: 20_000),
    Shape(
      name: "labels that recognition read amiss",
      piece: "IH. NỘI DUNG\nI. Mục\nRác từ các thôn ven biển trôi ra ngoài luồng,\nlạch cạn.\n",
      count: 10_000),
    Shape(name: "dates", piece: "ngày 31 tháng 02 năm 2026 ", count: 30_000),
    Shape(name: "romans", piece: "IVXLC. ", count: 100_000),
    Shape(name: "full stops", piece: ".", count: 500_000),
    Shape(name: "zero-width marks", piece: "\u{200B}", count: 300_000),
    Shape(name: "composed marks", piece: "e\u{0323}\u{0302}", count: 200_000),
    Shape(
      name: "reports of one sentence", opening: "VI. CHẾ ĐỘ BÁO CÁO\n- ",
      piece: "Các thôn báo cáo UBND xã trước ngày 15/6 và 15/12 hằng năm, ", count: 10_000),
    Shape(
      name: "sources of one sentence", opening: "V. KINH PHÍ\n- ",
      piece: "ngân sách tỉnh 2 tỷ đồng, trong đó: quỹ xã 1 tỷ đồng; ", count: 20_000),
    Shape(name: "form feeds", piece: "\u{0C}", count: 100_000),
    Shape(name: "short lines in small letters", piece: "abc def ghi\n", count: 40_000),
    Shape(
      name: "pages with a head and a foot", piece: "Trang đầu\nabc def ghi\nđuôi trang\n\u{0C}",
      count: 10_000),
  ]

  @Test(arguments: shapes) func aLargeOneEnds(_ shape: Shape) throws {
    let (text, source) = try DocumentReader.document(shape.bytes(shape.count), name: "x.txt")
    let plan = Repository.grammar.parse(text, source: source)
    #expect(
      plan.source.bytes == shape.opening.utf8.count + shape.piece.utf8.count * shape.count)
    // Whatever depth and width the plan has, it can be written.
    #expect(!OutputFormat.json.bytes(plan).isEmpty)
  }

  @Test(arguments: shapes) func aSmallOneIsToldOnce(_ shape: Shape) throws {
    for count in [1, 2, 50, 400] {
      let (text, source) = try DocumentReader.document(shape.bytes(count), name: "x.txt")
      let plan = Repository.grammar.parse(text, source: source)
      for finding in PlanAudit(plan, of: text).findings.prefix(3) {
        Issue.record("\(count) times: \(finding)")
      }
    }
  }

  @Test func aLineOfTwentyMegabytesEnds() throws {
    let line = [UInt8](repeating: UInt8(ascii: "a"), count: 20_000_000)
    let (text, source) = try DocumentReader.document(line, name: "x.txt")
    #expect(Repository.grammar.parse(text, source: source).source.bytes == 20_000_000)
  }
}
