import TestSupport
import Testing

@testable import PlanText

/// Text of the years before Unicode is told in Unicode; good Unicode text stays as it is.
@Suite struct EncodingTests {
  static let plan = """
    Ủy ban nhân dân xã Nà Khoai
    Số: 12/KH-UBND
    Kế hoạch trồng rừng và bảo vệ nguồn nước năm 2004
    I. Mục đích, yêu cầu
    1. Nâng cao nhận thức của người dân về giữ gìn rừng đầu nguồn; bảo đảm đủ nước tưới.
    2. Các tổ chức, đoàn thể phối hợp chặt chẽ, thực hiện đúng tiến độ được giao.
    - Mỗi hộ nhận 300 cây giống, trồng dặm 15% số cây chết trước ngày 30/9/2004.
    + Quỹ hỗ trợ: 12,5 triệu đồng/thôn, kể cả chi phí vận chuyển giống.

    """

  private func text(_ bytes: [UInt8]) throws -> CanonicalText {
    try CanonicalText(decoding: bytes)
  }

  @Test(arguments: LegacyEncoding.allCases.filter { $0 != .utf8 })
  func bytesAreRead(_ encoding: LegacyEncoding) throws {
    let found = try text(LegacyEncoder(encoding).bytes(Self.plan))
    // TCVN3 has no capital with a hook.
    let expected = encoding == .tcvn3 ? Self.plan.replacing("Ủy", with: "ủy") : Self.plan
    #expect(String(decoding: found.bytes, as: UTF8.self) == expected)
    #expect(found.encoding == encoding.rawValue)
    #expect(found.encodingGuessed)
    #expect(found.encodingConfidence > 0.95)
  }

  @Test(arguments: LegacyEncoding.allCases) func charactersAreRead(_ encoding: LegacyEncoding)
    throws
  {
    let found = try text(Array(LegacyEncoder(encoding).western(Self.plan).utf8))
    let expected = encoding == .tcvn3 ? Self.plan.replacing("Ủy", with: "ủy") : Self.plan
    #expect(String(decoding: found.bytes, as: UTF8.self) == expected)
    #expect(found.encoding == "UTF-8 (\(encoding.rawValue))")
    #expect(found.encodingGuessed)
  }

  @Test func eachLineHasItsEncoding() throws {
    // "Soá" is a syllable of Unicode, too: no line to judge by.
    let lines = Self.plan.split(separator: "\n").map(String.init).filter { $0.count > 30 }
    let encoders = [LegacyEncoding.tcvn3, .vni].map(LegacyEncoder.init)
    var mixed = ""
    for round in 0..<9 {
      for (index, line) in lines.enumerated() {
        mixed += [encoders[0].western(line), encoders[1].western(line), line][(index + round) % 3]
        mixed += "\n"
      }
    }
    let found = try text(Array(mixed.utf8))
    let expected = Array(repeating: lines, count: 9).flatMap { $0 }
    #expect(
      String(decoding: found.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        == expected)
    #expect(Set(["UTF-8 (TCVN3, VNI)", "UTF-8 (VNI, TCVN3)"]).contains(found.encoding))
  }

  @Test func aLineMayChangeItsEncoding() throws {
    let tcvn3 = LegacyEncoder(.tcvn3).western("Căn cứ Quyết định của Ủy ban nhân dân tỉnh về việc")
    let vni = LegacyEncoder(.vni).western("phê duyệt Kế hoạch phát triển rừng bền vững")
    let found = try text(Array("\(tcvn3) \(vni)\n".utf8))
    #expect(
      String(decoding: found.bytes, as: UTF8.self)
        == "Căn cứ Quyết định của ủy ban nhân dân tỉnh về việc phê duyệt Kế hoạch phát triển rừng "
        + "bền vững\n")
  }

  @Test func capitalsOfTCVN3AreToldByTheirLine() throws {
    let typed = "KÕ HO¹CH PH¸T TRIÓN Së, BAN, NGµNH Vµ HUYÖN\nSë N«ng nghiÖp vµ Ph¸t triÓn\n"
    let found = try text(Array(typed.utf8))
    #expect(
      String(decoding: found.bytes, as: UTF8.self)
        == "KẾ HOẠCH PHÁT TRIỂN SỞ, BAN, NGÀNH VÀ HUYỆN\nSở Nông nghiệp và Phát triển\n")
  }

  @Test func lostSoftHyphensArePutBackWhereOnePlaceIsRight() throws {
    var typed = LegacyEncoder(.tcvn3).western(
      String(
        repeating:
          "mục tiêu trước mắt: được hưởng đủ chế độ như nhau, những người thương binh, chưa\n",
        count: 100)
    )
    typed.removeAll { $0 == "\u{AD}" }
    let found = String(decoding: try text(Array(typed.utf8)).bytes, as: UTF8.self)
    // "ngời" and "cha" are syllables, too.
    #expect(
      found.hasPrefix(
        "mục tiêu trước mắt: được hưởng đủ chế độ như nhau, những ngời thương binh, cha\n"))
  }

  // MARK: What stays

  static let good = [
    "Kế hoạch số 12/KH-UBND của Ủy ban nhân dân xã Nà Khoai.",
    "Café Noël, façade, naïveté, garçon, hôtel, Élysée, cœur, Loïc, maïs, Citroën, où, ça.",
    "Für Übung: Größe, Straße, Mädchen, schön, Köln, Düsseldorf, Jürgen Müller, Böhm.",
    "på gården där små grå hästar går, så då får två nå må gå, Åse Ødegård, smørrebrød, æble.",
    "Señor Muñoz, mañana, niño, año, ¿qué?, ¡sí!, português: ação, não, coração, avó.",
    "Windows® 11, Word™, © 2024, 5 µm, 12 m², 30 °C, ±5%, ½ giờ, § 5, 10 ¥, £3, 3 × 4 ÷ 2 ≠ 5",
    "let x = \"ä\" + '\\u00F6'; // ÄÖÜ äöü ß; regex [À-ÿ]+ and [¡-¿]; s/é/e/g",
    "Ñandú, façade, Ångström, Schrödinger, Gödel, Erdős, Łódź, Kraków, naïve Bayes",
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý ĂăĐđĨĩŨũƠơƯư",
    "«Kế hoạch» – “mục tiêu” · ‘chỉ tiêu’ … • ● ◦ → 100 ‰",
    "Trần Đình Ôn, Ung Văn Õ; ÐIỀU 1; Ð; ð; Þór; Hagström",
  ]

  @Test(arguments: good) func goodTextStays(_ line: String) throws {
    for whole in [line, String(repeating: line + "\n", count: 50), line + "\n" + Self.plan] {
      let found = try text(Array(whole.utf8))
      #expect(found.bytes == Array(whole.utf8))
      #expect(found.encoding == "UTF-8")
    }
  }

  @Test func allGoodTextTogetherStays() throws {
    let whole = Self.good.joined(separator: "\n") + "\n" + Self.plan
    let found = try text(Array(whole.utf8))
    #expect(found.bytes == Array(whole.utf8))
  }

  @Test func randomWordsOfGoodTextStay() throws {
    let words = (Self.good.joined(separator: " ") + " " + Self.plan)
      .split { $0 == " " || $0 == "\n" }.map(String.init)
    var random = SeededRandom(seed: 6)
    for _ in 0..<500 {
      var line = ""
      for _ in 0..<Int(random.next() % UInt64(60)) + 1 {
        line +=
          words[Int(random.next() % UInt64(words.count))]
          + (Int(random.next() % UInt64(9)) == 0 ? "\n" : " ")
      }
      let found = try text(Array(line.utf8))
      #expect(found.bytes == Array(line.utf8))
    }
  }

  @Test func bytesOfNoVietnameseStayAnError() {
    for bytes: [UInt8] in [
      Array("caf".utf8) + [0xE9], [0x80, 0x81, 0xFE, 0xFF], Array("K".utf8) + [0xD5],
      Array(
        "R\u{E9}sum\u{E9} f\u{FC}r M\u{FC}ller, Gr\u{F6}\u{DF}e".unicodeScalars.map {
          UInt8($0.value)
        }),
    ] {
      #expect(throws: TextError.self) { _ = try CanonicalText(decoding: bytes) }
    }
    // A good text that is cut off is that, and no text of another encoding.
    let cut = Array(Self.plan.utf8.prefix { $0 != 0x0A }) + [0xE1, 0xBA]
    #expect(throws: TextError.truncated(encoding: "UTF-8", offset: cut.count - 2)) {
      _ = try CanonicalText(decoding: cut)
    }
  }
}
