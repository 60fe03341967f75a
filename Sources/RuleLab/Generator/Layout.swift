/// How an invented plan is printed.
struct Layout: Sendable {
  /// How units are numbered.
  enum Numbering: String, CaseIterable, Sendable {
    /// I. 1. - +
    case roman
    /// I. 1. 1.1. -
    case nested
    /// 1. 1.1. -
    case decimal
    /// I- 1- - +
    case dashed
    /// A. I. 1. a)
    case lettered
  }

  let numbering: Numbering
  /// Whether headings are marked by `#` and `**`.
  let isMarkdown: Bool
  /// Whether the two columns of the head stand side by side, with a TAB.
  let hasColumns: Bool
  /// Whether a blank line stands between units.
  let isAiry: Bool
  /// Whether the signature stands before the recipients.
  let signsFirst: Bool
  /// Whether the signature stands beside the recipients, with a TAB.
  let endsInColumns: Bool

  /// A layout by chance.
  init(_ random: inout SeededRandom, isParty: Bool) {
    let all: [Numbering] = [.roman, .roman, .nested, .decimal, .lettered]
    numbering = isParty ? .dashed : random.pick(all) ?? .roman
    isMarkdown = !isParty && random.happens(0.15)
    hasColumns = random.happens(0.5)
    isAiry = isMarkdown || random.happens(0.3)
    signsFirst = random.happens(0.3)
    endsInColumns = !isMarkdown && random.happens(0.2)
  }

  /// The marker of the unit with an index from 0 at a level from 0; `above` is its section's.
  func marker(_ level: Int, _ index: Int, above: String) -> String {
    let number = index + 1
    switch (numbering, level) {
    case (.roman, 0), (.nested, 0): return Self.roman(number) + "."
    case (.dashed, 0): return Self.roman(number) + "-"
    case (.dashed, _): return "\(number)-"
    case (.lettered, 0): return Self.letter(number).uppercased() + "."
    case (.lettered, 1): return Self.roman(number) + "."
    case (.decimal, 0), (.roman, _), (.nested, 1), (.lettered, _): return "\(number)."
    case (.decimal, _), (.nested, _): return above + "\(number)."
    }
  }

  private static func roman(_ number: Int) -> String {
    let numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    return numerals[min(number, numerals.count) - 1]
  }

  private static func letter(_ number: Int) -> String {
    String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(min(number, 8) - 1)))
  }
}
