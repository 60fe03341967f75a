/// The form in which texts of gold and of a plan are compared.
enum ComparisonForm {
  /// One space, plain dashes and quotes, no markdown marks, no closing full stop, semicolon or colon.
  ///
  /// Texts that Unicode holds for the same are equal, composed or not.
  static func fold(_ text: String) -> String {
    var scalars = text.unicodeScalars.map(plain)[...]
    while let first = scalars.first, isBlank(first) { scalars = scalars.dropFirst() }
    scalars = withoutHeadingMarks(scalars)
    var folded = String.UnicodeScalarView()
    var isGap = false
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = index + 1 < scalars.endIndex ? scalars[index + 1] : nil
      if scalar == next, scalar == "*" || scalar == "_" {
        index += 2
        continue
      }
      index += 1
      if isBlank(scalar) {
        isGap = true
        continue
      }
      if isGap, !folded.isEmpty { folded.append(" ") }
      isGap = false
      folded.append(scalar)
    }
    while let last = folded.last, last == " " || last == ";" || last == "." || last == ":" {
      folded.removeLast()
    }
    return String(folded)
  }

  /// As `fold`, in small letters.
  static func key(_ text: String) -> String { fold(text).lowercased() }

  /// The words of a key.
  static func words(_ key: String) -> [Substring] { key.split(separator: " ") }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2010...0x2014, 0x2212: "-"
    case 0x201C, 0x201D: "\""
    case 0x2018, 0x2019: "'"
    default: scalar
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
  }

  private static func withoutHeadingMarks(
    _ scalars: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    let rest = scalars.drop { $0 == "#" }
    guard rest.count < scalars.count, let gap = rest.first, isBlank(gap) else { return scalars }
    return rest
  }
}
