import Testing

@testable import PlanText

/// Runs of text whose font is known.
@Suite struct LegacyRunTests {
  @Test(arguments: [
    (".VnTime", "KÕ ho¹ch", "Kế hoạch", LegacyEncoding.tcvn3),
    (".VnTimeH", "KÕ ho¹ch", "KẾ HOẠCH", .tcvn3),
    ("ABCDEF+.VnArialH,Bold", "môc tiªu", "MỤC TIÊU", .tcvn3),
    (".vntime", "cã", "có", .tcvn3),
    ("VNI-Times", "UÛY BAN NHAÂN DAÂN", "ỦY BAN NHÂN DÂN", .vni),
    ("VNI-Times", "nhieäm vuï", "nhiệm vụ", .vni),
    (".VnTime", "ho¹", "hoạ", .tcvn3),
  ]) func theFontDecides(_ font: String, _ run: String, _ text: String, _ encoding: LegacyEncoding)
  {
    let found = LegacyRun(run, font: font)
    #expect(found.text == text)
    #expect(found.encoding == encoding)
    #expect(found.confidence > 0.4)
  }

  @Test func aFontOfCapitalsShowsPlainLettersAsCapitals() {
    #expect(LegacyRun("ban chi huy", font: ".VnTimeH").text == "BAN CHI HUY")
    #expect(LegacyRun("ban chi huy", font: ".VnTime").text == "ban chi huy")
    #expect(LegacyRun("kÕ ho¹ch", font: "VNSTCVN3").text == "kÕ ho¹ch")
    #expect(LegacyRun("Chieác maùy", font: ".VnTime").text == "Chieác maùy")
  }

  @Test func unicodeInAnOldFontStays() {
    for text in ["Kế hoạch", "được", "các bé", "12/KH-UBND", ""] {
      let found = LegacyRun(text, font: "VNI-Times")
      #expect(found.text == text)
      #expect(found.encoding == nil)
    }
  }

  @Test func withoutAFontTheTextDecides() {
    #expect(LegacyRun("c«ng t¸c ®µo t¹o", font: nil).text == "công tác đào tạo")
    #expect(LegacyRun("façade", font: "Times New Roman").text == "façade")
  }
}
