/// How wide a letter is printed (độ rộng chữ): what text faces with and without serifs have in
/// common, in hundredths of the height of the type.
enum LetterWidth {
  /// The width of a blank.
  static let blank = 26

  /// The width of a scalar of Vietnamese text; its marks above and below add none.
  static func of(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0x300...0x36F: 0
    case 0..<0x80: ascii[Int(scalar)]
    case 0x110, 0x1A0, 0x1AF: 72  // Đ, Ơ, Ư
    case 0x111, 0x1A1, 0x1B0: 53  // đ, ơ, ư
    case 0xA0: blank
    default: ascii[Int(base(scalar))]
    }
  }

  /// The letter that a vowel with marks is written with.
  private static func base(_ scalar: UInt32) -> UInt8 {
    let isUpper = LetterCase(scalar) == .upper
    let letter: UInt8 =
      switch scalar {
      case 0xC0...0xC5, 0xE0...0xE5, 0x102, 0x103, 0x1EA0...0x1EB7: UInt8(ascii: "a")
      case 0xC8...0xCB, 0xE8...0xEB, 0x1EB8...0x1EC7: UInt8(ascii: "e")
      case 0xCC...0xCF, 0xEC...0xEF, 0x128, 0x129, 0x1EC8...0x1ECB: UInt8(ascii: "i")
      case 0x2018, 0x2019: UInt8(ascii: "'")
      case 0x201C, 0x201D: UInt8(ascii: "\"")
      default: UInt8(ascii: "o")
      }
    return isUpper ? letter - 0x20 : letter
  }

  private static let ascii: [Int] = {
    var widths = [Int](repeating: 50, count: 128)
    func set(_ letters: String, _ width: Int) {
      for letter in letters.utf8 { widths[Int(letter)] = width }
    }
    set(" .,'", blank)
    set("ijl:;/|", 25)
    set("ft", 28)
    set("r()-I!", 32)
    set("\"*", 38)
    set("sz", 43)
    set("ackevxy", 47)
    set("m", 79)
    set("w", 70)
    set("FJLPST", 58)
    set("BEKVXYZ", 64)
    set("ACDHNRU", 69)
    set("GOQ", 73)
    set("MW%", 85)
    return widths
  }()
}
