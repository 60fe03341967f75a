/// A run of text in one font, told in Unicode.
///
/// Readers of formats with fonts call it for each run before they put lines together:
///
///     let run = LegacyRun(text, font: "VnTimeH")
///     line += run.text
///     if let encoding = run.encoding { lines.legacy.insert(encoding) }
///
/// What no font tells may be left as it is: `CanonicalText` looks at all lines once more.
package struct LegacyRun: Equatable, Sendable {
  /// The text in Unicode, as composed as its encoding has it.
  package var text: String
  /// The encoding it was in; `nil` when it was Unicode and stays as it is.
  package var encoding: LegacyEncoding?
  /// How sure the encoding is, 0...1: the share of its words that are Vietnamese syllables.
  package var confidence: Double

  /// Tells the text of a run in Unicode.
  ///
  /// - Parameters:
  ///   - text: The characters, each a place in the font or good Unicode already.
  ///   - font: The name of the font, when it is known; it decides unless the text says otherwise.
  package init(_ text: String, font: String?) {
    self.init(unchanged: text)
    guard text.utf8.contains(where: { $0 >= 0x80 }) || font != nil else { return }
    if let font, let known = FontEncoding(font) {
      if known.isSure { read(text, as: known) }
    } else if let converted = LegacyText(Array(text.utf8)) {
      self.text = String(decoding: converted.bytes, as: UTF8.self)
      encoding = converted.encodings.first
      confidence = converted.confidence
    }
  }

  /// Whether the name of a font tells a legacy encoding.
  package static func isTold(byFont font: String) -> Bool { FontEncoding(font) != nil }

  private init(unchanged text: String) {
    self.text = text
    encoding = nil
    confidence = 1
  }

  private mutating func read(_ text: String, as font: FontEncoding) {
    let reader = PieceReader()
    var result: [UInt32] = []
    var words = (all: 0, good: 0, unicode: 0)
    var isUnicode = false
    func take(_ piece: [UInt32]) {
      if !piece.contains(where: { $0 >= 0x80 }) {
        result += piece
        return
      }
      if !reader.isConvertible(piece) { isUnicode = true }
      let reading = reader.read(piece, as: font.encoding)
      words.all += 1
      if reading.quality == .good { words.good += 1 }
      if reader.asUnicode(piece).quality == .good { words.unicode += 1 }
      result += reading.quality == .bad && !reader.isConvertible(piece) ? piece : reading.scalars
    }
    var piece: [UInt32] = []
    for scalar in text.unicodeScalars.lazy.map(\.value) {
      if PieceReader.isPart(scalar) {
        piece.append(scalar)
        continue
      }
      if !piece.isEmpty { take(piece) }
      piece = []
      result.append(scalar)
    }
    if !piece.isEmpty { take(piece) }
    // The font is set, and the text was typed in Unicode all the same.
    if isUnicode || (words.all > 0 && words.good < words.unicode) { return }
    // The font is set, and the text is of another encoding, which its words will tell.
    if words.good * 2 < words.all { return }
    if font.capitals { result = result.map(LegacyCapitals.capital) }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: result.compactMap(Unicode.Scalar.init))
    self.text = String(scalars)
    encoding = words.all > 0 ? font.encoding : nil
    confidence = words.all > 0 ? Double(words.good) / Double(words.all) : 1
  }
}
