/// The declarations of a style attribute that change how a text is read.
struct HTMLStyle {
  /// Each property with its value, in small letters.
  private var values: [String: String] = [:]
  /// The fonts as they are written.
  private var fonts: String?

  init(_ text: String?) {
    guard let text else { return }
    for declaration in text.utf8.split(separator: UInt8(ascii: ";")).prefix(64) {
      let parts = declaration.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = Self.word(parts[0])
      values[name] = Self.word(parts[1])
      if name == "font-family" { fonts = String(decoding: Array(parts[1]), as: UTF8.self) }
    }
  }

  /// The value of a property, in small letters.
  subscript(property: String) -> String? { values[property] }

  /// Whether nothing is shown.
  var isHidden: Bool {
    values["display"] == "none" || values["visibility"] == "hidden" || values["mso-hide"] == "all"
  }

  /// Whether letters are bold; `nil` when it does not say.
  var bold: Bool? {
    guard let weight = values["font-weight"] else { return nil }
    return weight == "bold" || weight == "bolder" || (Int(weight) ?? 0) >= 600
  }

  /// Whether letters are italic; `nil` when it does not say.
  var italic: Bool? { values["font-style"].map { $0 == "italic" || $0 == "oblique" } }

  /// Whether lines are centred; `nil` when it does not say.
  var centred: Bool? { values["text-align"].map { $0 == "center" } }

  /// The size of letters in half-points; `nil` when it does not say.
  var size: Int? {
    guard let text = values["font-size"] else { return nil }
    for (unit, halfPoints) in [("pt", 2.0), ("px", 1.5)] where text.hasSuffix(unit) {
      guard let number = Double(text.dropLast(2)), number > 0, number < 1000 else { return nil }
      return Int(number * halfPoints + 0.5)
    }
    return nil
  }

  /// The first font that it names.
  var font: String? { fonts.flatMap(Self.firstFont) }

  /// Whether lines are drawn around a table or cell; `nil` when it does not say.
  var isRuled: Bool? {
    var isRuled: Bool?
    for (name, value) in values where name.hasPrefix("border") {
      guard !name.hasPrefix("border-collapse"), !name.hasPrefix("border-spacing") else { continue }
      let isNone =
        value.contains("none") || value == "0" || value.hasPrefix("0 ")
        || value.hasPrefix("0p")
      // A line on one side is enough.
      isRuled = (isRuled ?? false) || !isNone
    }
    return isRuled
  }

  /// The first name of a list of fonts, without quotes.
  static func firstFont(_ list: String) -> String? {
    let first = list.utf8.split(separator: UInt8(ascii: ",")).first.map(trimmed)
    return first.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A word without blanks and quotes around it, in small letters.
  private static func word(_ text: some Sequence<UInt8>) -> String { trimmed(text).lowercased() }

  /// A word without blanks and quotes around it.
  private static func trimmed(_ text: some Sequence<UInt8>) -> String {
    func isEdge(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x22 || byte == 0x27 }
    let kept = Array(text.drop(while: isEdge)).reversed().drop(while: isEdge).reversed()
    return String(decoding: Array(kept), as: UTF8.self)
  }
}
