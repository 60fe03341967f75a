/// How a run of text is set.
struct TextFace: Equatable {
  /// Whether it is bold.
  var bold = false
  /// Whether it is italic.
  var italic = false
  /// Whether small letters are printed as capitals.
  var capitals = false
  /// The size in half-points; 0 when not known.
  var size = 0
  /// The font whose characters are places of a legacy encoding; "" for Unicode.
  var legacyFont = ""
}
