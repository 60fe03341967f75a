/// Numbers and units that recognition writes as formulas of LaTeX: "$98\\%$", "$\\geq 80$",
/// "$1.200 \\mathrm{ha}$".
enum FormulaText {
  /// How long such a formula is at most, in bytes.
  private static let longest = 120
  private static let dollar = UInt8(ascii: "$")
  private static let backslash = UInt8(ascii: "\\")

  /// The text with the formulas as they are printed; one without stays as it is.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = place(in: bytes, from: 0) else { return bytes }
    var plain: [UInt8] = []
    var isUsed = false
    var copied = 0
    var next: Int? = first
    while let start = next {
      guard let formula = formula(at: start, in: bytes) else {
        next = place(in: bytes, from: start + 1)
        continue
      }
      isUsed = isUsed || formula.commands
      plain += bytes[copied..<start]
      plain += formula.text
      copied = formula.end
      next = place(in: bytes, from: copied)
    }
    guard isUsed else { return bytes }
    plain += bytes[copied...]
    return plain
  }

  /// The next place where a formula may begin.
  private static func place(in bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    var end = bytes.count
    if let sign = bytes.firstPlace(of: dollar, in: start..<end) { end = sign }
    var offset = start
    while let sign = bytes.firstPlace(of: backslash, in: offset..<end) {
      if sign + 1 < bytes.count, bytes[sign + 1] == UInt8(ascii: "(") { return sign }
      offset = sign + 1
    }
    return end < bytes.count ? end : nil
  }

  /// The formula that begins at an offset: its text, where it ends, and whether it holds commands.
  private static func formula(
    at start: Int, in bytes: [UInt8]
  ) -> (text: [UInt8], end: Int, commands: Bool)? {
    let isBracketed = bytes[start] == backslash
    let opening = start + (isBracketed ? 2 : 1)
    let limit = min(bytes.count, opening + longest)
    var end = opening
    while end < limit, !closes(end, bytes, isBracketed) {
      if bytes[end] == 0x0A { return nil }
      end += bytes[end] == backslash ? 2 : 1
    }
    guard end < limit, end > opening else { return nil }
    var reader = FormulaReader(bytes[opening..<end])
    guard let text = reader.read() else { return nil }
    return (text, end + (isBracketed ? 2 : 1), reader.holdsCommands)
  }

  private static func closes(_ offset: Int, _ bytes: [UInt8], _ isBracketed: Bool) -> Bool {
    isBracketed
      ? bytes[offset...].starts(with: "\\)".utf8) : bytes[offset] == dollar
  }
}
