/// A class of tokens that a pattern can ask for, as `<word>`.
enum TokenClass: Int32, CaseIterable {
  case word
  case upper
  case capitalized
  case digits
  case roman
  case letter
  case mark
  case any

  /// Its name in a grammar.
  var name: String {
    switch self {
    case .word: "word"
    case .upper: "upper"
    case .capitalized: "capitalized"
    case .digits: "digits"
    case .roman: "roman"
    case .letter: "letter"
    case .mark: "mark"
    case .any: "any"
    }
  }

  /// The class of a name.
  static func named(_ name: String) -> TokenClass? { allCases.first { $0.name == name } }

  /// The bits of a symbol that tell whether it is in the class.
  var mask: UInt32 {
    switch self {
    case .any: 0
    case .word, .digits, .mark: Symbol.kindMask
    case .upper: Symbol.kindMask | Symbol.upper
    case .capitalized: Symbol.kindMask | Symbol.capitalized
    case .roman: Symbol.kindMask | Symbol.roman
    case .letter: Symbol.kindMask | Symbol.single
    }
  }

  /// What those bits must be.
  var bits: UInt32 {
    switch self {
    case .any: 0
    case .word: Symbol.syllable
    case .upper: Symbol.syllable | Symbol.upper
    case .capitalized: Symbol.syllable | Symbol.capitalized
    case .roman: Symbol.syllable | Symbol.roman
    case .letter: Symbol.syllable | Symbol.single
    case .digits: Symbol.number
    case .mark: Symbol.mark
    }
  }

  /// `mask` and `bits` in one number, as the nodes of an automaton hold them.
  var test: Int32 { Int32(bitPattern: mask << Self.testShift | bits) }
  static let testShift: UInt32 = Symbol.keyShift
  static let testBits: UInt32 = 1 << testShift - 1
}
