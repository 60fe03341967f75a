import PlanText

/// The fonts of a document whose characters are places of a legacy encoding; each is looked up
/// once.
struct LegacyFonts {
  private var known: [String: Bool] = [:]

  /// The name of a font when its characters are such places; else empty.
  mutating func name(of font: String) -> String {
    if font.isEmpty { return "" }
    let told = known[font] ?? LegacyRun.isTold(byFont: font)
    known[font] = told
    return told ? font : ""
  }
}
