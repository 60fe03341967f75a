import Testing

@testable import PlanText

@Suite struct SyllableTests {
  private static func isImpossible(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return Syllable.isImpossible(bytes, from: 0, to: bytes.count)
  }

  @Test(arguments: ["kêt", "câp", "thưc", "đêch", "nghành", "ghạo", "cê", "quôc", "tỉêp"])
  func noSyllable(_ word: String) { #expect(Self.isImpossible(word)) }

  @Test(arguments: [
    "kết", "cấp", "thực", "đếch", "ngành", "gạo", "kê", "quốc", "nghề", "ghế", "giếng", "xã",
    "ích", "ạch", "thạch", "cat", "internet", "Đắk", "fấc", "ở", "ý", "", "nghiêng", "cây",
  ])
  func aSyllableOrAnotherLanguage(_ word: String) { #expect(!Self.isImpossible(word)) }
}
