/// Where a drawing hangs on its paragraph.
struct WordAnchor {
  /// How far below the top of the paragraph it begins; `nil` when it is not told so.
  var offset: Int?
  /// How high it is.
  var height = 0
  /// Whether no text stands beside it.
  var partsText = false

  /// Whether it stands above the text of the paragraph.
  var isAbove: Bool {
    guard let offset, abs(offset) < 1 << 40, abs(height) < 1 << 40 else { return false }
    return offset + height <= 0 || partsText && offset <= 0
  }
}

/// The ways to say a thing that Word offers with another beside it for programs that know less.
enum WordChoice {
  /// Whether Word knows all the namespaces that a choice needs, told by their usual prefixes.
  static func isKnown(_ prefixes: String?) -> Bool {
    guard let prefixes else { return true }
    return prefixes.split(separator: " ").allSatisfy { prefix in
      known.contains(prefix.prefix { !$0.isNumber })
    }
  }

  private static let known: Set<Substring> = [
    "w", "wp", "wps", "wpg", "wpc", "wpi", "wne", "a", "am", "aink", "c", "cx", "o", "v", "m", "r",
    "pic", "dgm", "sl", "oel",
  ]
}
