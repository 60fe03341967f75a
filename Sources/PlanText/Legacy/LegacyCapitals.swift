/// Gives TCVN3 its capitals: its fonts have none with a tone, so that a heading is typed "KÕ HO¹CH"
/// and shown by a font of capitals, whose name the text does not tell.
enum LegacyCapitals {
  /// How the letters of a word are written.
  private enum Case {
    /// Capitals of ASCII beside small letters of the font: typed for a font of capitals.
    case capitals
    /// Small letters of ASCII.
    case small
    /// One capital before letters of the font: "Së" is either.
    case either
    /// Nothing to be told from.
    case none
  }

  /// Turns the small letters of words in capitals into capitals.
  static func mend(_ words: inout [LegacyWord]) {
    guard words.contains(where: { $0.encoding == .tcvn3 }) else { return }
    let cases = words.map(writing)
    // The clear word before and after each.
    var before = Case.none
    var isBefore: [Case] = []
    for one in cases {
      isBefore.append(before)
      if one == .capitals || one == .small { before = one }
    }
    var after = Case.none
    for index in words.indices.reversed() {
      let one = cases[index]
      let isUpper =
        one == .capitals
        || (one == .either && isBefore[index] != .small && after != .small
          && (isBefore[index] == .capitals || after == .capitals))
      if isUpper, words[index].encoding == .tcvn3 {
        words[index].scalars = words[index].scalars.map(capital)
      }
      if one == .capitals || one == .small { after = one }
    }
  }

  private static func writing(_ word: LegacyWord) -> Case {
    var capitals = 0
    var small = 0
    var ofFont = 0
    for scalar in word.scalars {
      let entry = ScalarFolding.shared.entry(scalar)
      guard entry.is(.letter) else { continue }
      if scalar >= 0x80 {
        if entry.isIn(FoldedScalar.lower) { ofFont += 1 } else { capitals += 1 }
      } else if entry.isIn(FoldedScalar.lower) {
        small += 1
      } else {
        capitals += 1
      }
    }
    if small > 0 { return .small }
    guard word.encoding == .tcvn3, ofFont > 0 else { return .none }
    return capitals >= 2 ? .capitals : .either
  }

  /// The capital of a letter.
  static func capital(_ scalar: UInt32) -> UInt32 {
    let mapped = Unicode.Scalar(scalar)?.properties.uppercaseMapping.unicodeScalars
    guard let mapped, mapped.count == 1 else { return scalar }
    return mapped.first?.value ?? scalar
  }
}
