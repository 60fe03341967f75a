/// What a style sheet prints before the items of a list: `"" counter(a, upper-roman) ". "`.
struct HTMLLabel {
  private enum Part {
    case text(String)
    case counter(String, NumberFormat)
  }

  private var parts: [Part] = []
  /// The most parts that are read.
  private static let mostParts = 24

  /// The counter that counts the items themselves: the last.
  private var own: String? {
    for part in parts.reversed() { if case .counter(let name, _) = part { return name } }
    return nil
  }

  /// Reads the property "content" of some declarations; `nil` where nothing is printed.
  init?(_ declarations: ArraySlice<UInt8>) {
    guard let value = Self.value(declarations) else { return nil }
    var rest = value
    while let byte = rest.popFirst(), parts.count < Self.mostParts {
      if byte == 0x22 || byte == 0x27 {
        parts.append(.text(Self.plain(rest.prefix { $0 != byte })))
        rest = rest.drop { $0 != byte }.dropFirst()
      } else if byte == UInt8(ascii: "c"), rest.starts(with: "ounter(".utf8) {
        let inside = rest.dropFirst(7).prefix { $0 != UInt8(ascii: ")") }
        let words = inside.split { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
          .map { String(decoding: $0, as: UTF8.self) }
        guard let name = words.first else { return nil }
        parts.append(.counter(name, HTMLList.format(words.dropFirst().first ?? "decimal")))
        rest = rest.drop { $0 != UInt8(ascii: ")") }.dropFirst()
      }
    }
    if parts.isEmpty { return nil }
  }

  /// The label of the item of a number; `nil` when it is blank.
  func text(_ number: Int, _ counters: inout [String: Int]) -> FlowLabel? {
    if let own { counters[own] = number }
    var text = ""
    for part in parts {
      switch part {
      case .text(let plain): text += plain
      case .counter(let name, let format): text += format.text(counters[name] ?? 1)
      }
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.isEmpty
      ? nil : FlowLabel(text: words.joined(separator: " "), gap: true, yields: true)
  }

  private static func value(_ declarations: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for declaration in declarations.split(separator: UInt8(ascii: ";")) {
      let parts = declaration.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      let name = parts[0].filter { $0 > 0x20 }
      if parts.count == 2, name.elementsEqual("content".utf8) { return parts[1] }
    }
    return nil
  }

  /// A text of a sheet with its codes as characters: "\0025cf".
  private static func plain(_ text: ArraySlice<UInt8>) -> String {
    guard text.contains(UInt8(ascii: "\\")) else { return String(decoding: text, as: UTF8.self) }
    var result = ""
    for (index, piece) in text.split(
      separator: UInt8(ascii: "\\"), omittingEmptySubsequences: false
    ).enumerated() {
      let word = String(decoding: piece, as: UTF8.self)
      let digits = word.prefix(6).prefix { $0.isHexDigit }
      guard index > 0, let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code)
      else {
        result += word
        continue
      }
      result.unicodeScalars.append(scalar)
      result += word.dropFirst(digits.count)
    }
    return result
  }
}
