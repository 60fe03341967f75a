/// Spellings that recognition makes of letters that look alike, and that nobody prints.
enum RecognizedSpelling {
  /// The strokes that are no slash, and that recognition gives for one: "17⁄4/2026".
  private static let slashes: Set<Character> = ["\u{2044}", "\u{2215}", "\u{FF0F}"]

  /// A word as it is most likely printed.
  static func plain(_ read: String) -> String {
    let word = String(read.map { slashes.contains($0) ? "/" : $0 })
    if let quarter = quarter(word) { return quarter }
    var letters = Array(word)
    var isChanged = false
    func set(_ index: Int, _ letter: Character) {
      letters[index] = letter
      isChanged = true
    }
    let isNumber = letters.contains("/") && letters.contains(where: isDigit)
    let hasSmall = letters.contains(where: \.isLowercase)
    for index in letters.indices {
      let letter = letters[index]
      let before = index > 0 ? letters[index - 1] : " "
      let after = index + 1 < letters.count ? letters[index + 1] : " "
      let isByDigit = isDigit(before) || isDigit(after)
      switch letter {
      // "12/QĐĐ-UBND": the letter is often told twice.
      case "\u{110}", "\u{D0}":
        let isDouble =
          isNumber && before.isASCII && before.isUppercase
          && (after == "\u{110}" || after == "\u{D0}")
        if isDouble { set(index, "\u{0}") } else if letter != "\u{110}" { set(index, "\u{110}") }
      case "\u{D8}" where isByDigit, "O" where isDigit(before) && !after.isLetter: set(index, "0")
      case "\u{D8}" where after.isLowercase: set(index, "g")
      case "\u{A7}" where after.isLetter: set(index, "S")
      // "l2", "I6h00", "2l", "I%".
      case "I", "l", "|":
        if isDigit(after) && !before.isLetter || isDigit(before) && !after.isLetter
          || after == "%" && !before.isLetter
        {
          set(index, "1")
        }
      // "giỜ", "vỀ": capitals with marks do not stand behind small letters.
      case _ where hasSmall && index > 0 && letter.isUppercase && !letter.isASCII:
        if letters[..<index].allSatisfy({ $0.isLetter }), letters[index - 1].isLowercase,
          let small = letter.lowercased().first
        {
          set(index, small)
        }
      default: break
      }
    }
    return isChanged ? String(letters.filter { $0 != "\u{0}" }) : word
  }

  /// A numeral before a year, of which two strokes touch or one is told as another.
  ///
  /// "H/2026" and "I1/2026" are "II/2026". A number alone may be a month.
  private static func quarter(_ word: String) -> String? {
    let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].prefix(4).count == 4,
      parts[1].prefix(4).allSatisfy(isDigit), parts[1].dropFirst(4).first.map(isDigit) != true,
      parts[0].contains(where: { "IHV".contains($0) }),
      parts[0].allSatisfy({ "IHVl1|".contains($0) })
    else { return nil }
    let numeral = parts[0].replacing("H", with: "II").map { $0 == "V" ? "V" : "I" }.joined()
    return ["I", "II", "III", "IV"].contains(numeral) ? "\(numeral)/\(parts[1])" : nil
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}
