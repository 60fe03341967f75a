/// Reads a formula that is a number, its unit or a comparison as it is printed.
struct FormulaReader {
  /// Whether it holds commands or raised digits, which no price in dollars has.
  private(set) var holdsCommands = false
  private let formula: ArraySlice<UInt8>
  private var text: [UInt8] = []
  /// Whether letters stand in each group that is open.
  private var groups: [Bool] = []
  private var holdsNumber = false
  private var offset: Int

  private static let signs: [String: String] = [
    "geq": "≥", "ge": "≥", "geqslant": "≥", "leq": "≤", "le": "≤", "leqslant": "≤", "gt": ">",
    "lt": "<", "times": "×", "pm": "±", "sim": "~", "approx": "≈", "rightarrow": "→", "to": "→",
    "circ": "°", "ldots": "…", "dots": "…", "cdots": "…", "quad": " ", "cdot": ".", "left": "",
    "right": "", "div": ":",
  ]
  private static let letters: Set<String> = [
    "mathrm", "mathbf", "mathit", "mathsf", "text", "textbf", "textit", "textrm", "operatorname",
    "rm", "bf", "it",
  ]
  private static let plain = Set("0123456789.,+-/=<>()[]:;%* ".utf8)
  private static let raised = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  init(_ formula: ArraySlice<UInt8>) {
    self.formula = formula
    offset = formula.startIndex
  }

  /// The text; `nil` where the formula is another one.
  mutating func read() -> [UInt8]? {
    while offset < formula.endIndex {
      guard step() else { return nil }
    }
    guard groups.isEmpty, holdsNumber || holdsCommands else { return nil }
    while text.last == 0x20 { text.removeLast() }
    return Array(text.drop { $0 == 0x20 })
  }

  private mutating func step() -> Bool {
    let byte = formula[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\\"): return command()
    case UInt8(ascii: "^"): return raise()
    case UInt8(ascii: "{"): groups.append(groups.last ?? false)
    case UInt8(ascii: "}"): return groups.popLast() != nil
    case UInt8(ascii: "~"), 0x20: blank()
    case _ where groups.last == true: text.append(byte)
    case _ where Self.plain.contains(byte):
      holdsNumber = holdsNumber || (0x30...0x39).contains(byte)
      text.append(byte)
    default: return false
    }
    return true
  }

  /// A command behind its "\\".
  private mutating func command() -> Bool {
    guard offset < formula.endIndex else { return false }
    holdsCommands = true
    let name = formula[offset...].prefix { (0x41...0x5A).contains($0 & 0xDF) }
    guard !name.isEmpty else {
      let byte = formula[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "%"):
        while text.last == 0x20 { text.removeLast() }
        text.append(byte)
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), 0x20: blank()
      case UInt8(ascii: "&"), UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "_"):
        text.append(byte)
      default: return false
      }
      return true
    }
    offset = name.endIndex
    let word = String(decoding: name, as: UTF8.self)
    if let sign = Self.signs[word] {
      text += sign.utf8
      return true
    }
    guard Self.letters.contains(word) else { return false }
    while offset < formula.endIndex, formula[offset] == 0x20 { offset += 1 }
    guard offset < formula.endIndex, formula[offset] == UInt8(ascii: "{") else { return false }
    offset += 1
    groups.append(true)
    return true
  }

  /// Raised digits, or the sign of degrees, behind "^".
  private mutating func raise() -> Bool {
    holdsCommands = true
    var part = formula[offset...].prefix(1)
    if part.first == UInt8(ascii: "{") {
      part = formula[(offset + 1)...].prefix { $0 != UInt8(ascii: "}") }
      offset = min(part.endIndex + 1, formula.endIndex)
    } else if part.first == UInt8(ascii: "\\") {
      return true
    } else {
      offset = part.endIndex
    }
    let digits = part.filter { $0 != 0x20 }
    if digits.elementsEqual("\\circ".utf8) {
      text += "°".utf8
      return true
    }
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    for digit in digits { text += Self.raised[Int(digit) - 0x30].utf8 }
    return true
  }

  /// A blank: in a formula several are one.
  private mutating func blank() {
    if text.last != 0x20 { text.append(0x20) }
  }
}
