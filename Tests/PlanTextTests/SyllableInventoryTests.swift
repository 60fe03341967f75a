import Testing

@testable import PlanText

@Suite struct SyllableInventoryTests {
  private func isSyllable(_ word: String) -> Bool {
    let scalars = word.unicodeScalars.map(\.value)
    return Syllables.shared.contains(scalars.span)
  }

  @Test(arguments: [
    "kế", "hoạch", "ủy", "uỷ", "quyết", "quý", "nghiêng", "giếng", "gìn", "gì", "khuỷu", "ngoèo",
    "được", "Đường", "NGƯỜI", "xoong", "thuở", "quốc", "yếu", "ỷ", "oẹ", "huỳnh", "quỳnh",
  ]) func isOne(_ word: String) { #expect(isSyllable(word)) }

  @Test(arguments: [
    "nớc", "được̣", "các̀", "càc", "ngê", "ghà", "for", "façade", "nuoi2", "", "đđ", "trươc",
    "hoáà", "strong", "aaaaaaaaaaaaaa",
  ]) func isNone(_ word: String) { #expect(!isSyllable(word)) }
}
