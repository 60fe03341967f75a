/// How the numbers of an automatic numbering are written.
enum NumberFormat: Equatable {
  /// 1, 2, 3; with zeros before it up to a width.
  case decimal(width: Int)
  /// a, b, c … z, aa, bb, or in capitals.
  case letters(upper: Bool)
  /// a, b, c … z, aa, ab, or in capitals.
  case columns(upper: Bool)
  /// i, ii, iii, or in capitals.
  case roman(upper: Bool)
  /// Texts in their order: a, b, c, d, đ, e as a document lists them.
  case listed([String])
  /// A mark that counts nothing.
  case bullet
  /// Nothing.
  case none

  /// A number as it is printed; as digits where the format cannot write it.
  func text(_ number: Int) -> String {
    switch self {
    case .decimal(let width):
      let digits = String(number)
      return String(repeating: "0", count: max(0, min(width, 8) - digits.utf8.count)) + digits
    case .letters(let upper): return repeated(number, upper: upper) ?? String(number)
    case .columns(let upper): return counted(number, upper: upper) ?? String(number)
    case .roman(let upper): return roman(number, upper: upper) ?? String(number)
    case .listed(let texts):
      return number >= 1 && number <= texts.count ? texts[number - 1] : String(number)
    case .bullet, .none: return ""
    }
  }

  private func letter(_ index: Int, upper: Bool) -> Character {
    Character(Unicode.Scalar(UInt8(index % 26) + (upper ? 65 : 97)))
  }

  private func repeated(_ number: Int, upper: Bool) -> String? {
    guard number >= 1, number <= 26 * 30 else { return nil }
    return String(
      repeating: letter((number - 1) % 26, upper: upper), count: (number - 1) / 26 + 1)
  }

  private func counted(_ number: Int, upper: Bool) -> String? {
    guard number >= 1, number <= 1_000_000 else { return nil }
    var text = ""
    var rest = number
    while rest > 0 {
      text.insert(letter((rest - 1) % 26, upper: upper), at: text.startIndex)
      rest = (rest - 1) / 26
    }
    return text
  }

  private func roman(_ number: Int, upper: Bool) -> String? {
    guard number >= 1, number < 4000 else { return nil }
    let values = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var text = ""
    var rest = number
    for (value, letters) in values {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return upper ? text.uppercased() : text
  }
}
