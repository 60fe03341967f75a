import PlanModel
import PlanText

@testable import PlanParser

/// A small plan of an invented commune, made of the body's lines.
enum PlanSample {
  static let grammar: Result<Grammar, GrammarErrors> = Result { () throws(GrammarErrors) in
    try Grammar.embedded()
  }

  /// The plan whose body (and, behind a rule, appendix) is `text`.
  static func plan(_ text: String, title: String = "Phát triển chợ quê năm 2027") throws -> Plan {
    let head = """
      ỦY BAN NHÂN DÂN
      XÃ SƠN HÀ
      Số: 15/KH-UBND

      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc

      Sơn Hà, ngày 05 tháng 01 năm 2027

      KẾ HOẠCH
      \(title)

      """
    return try parse(head + "\n" + text + "\n")
  }

  /// The plan of a whole text.
  static func parse(_ text: String) throws -> Plan {
    let source = Source(
      name: "sample.txt", mediaType: "text/plain", encoding: "UTF-8", bytes: text.utf8.count,
      sha256: "")
    return try grammar.get().parse(try CanonicalText(decoding: Array(text.utf8)), source: source)
  }

  /// The text under a span of a plan made by `plan`.
  static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.map(String.init)
  }
}
