/// A document whose characters are places in fonts of the years before Unicode, told in Unicode.
///
/// Good Unicode text is never changed: a line is read anew only when characters that Vietnamese
/// does not use make, read so, syllables that it does use, many times in the document.
struct LegacyText {
  /// The text in UTF-8, with as many lines as before.
  private(set) var bytes: [UInt8] = []
  /// The encodings that were met, the one with most words first.
  private(set) var encodings: [LegacyEncoding] = []
  /// The share of the converted words that are Vietnamese syllables.
  private(set) var confidence = 0.0

  /// The fewest suspicious characters for which a text is looked at.
  static let leastSuspicious = 3
  /// After how many words of TCVN3 without a soft hyphen they are taken for lost: one word in
  /// twenty has one.
  private static let enoughForSoftHyphens = 200

  /// Converts well-formed UTF-8; `nil` when there is nothing to convert.
  ///
  /// With `bytewise` each character stands for a byte of a file that is no UTF-8.
  init?(_ text: [UInt8], bytewise: Bool = false) {
    let candidates = LegacyEncoding.allCases.filter { !bytewise || $0 != .utf8 }
    var survey = LegacySurvey(candidates)
    Self.forEachLine(text) { line in
      guard !Self.isASCII(line) else { return }
      let pieces = TextPieces(line)
      if pieces.isSuspicious { survey.add(pieces) }
    }
    let found = survey.found
    guard !found.isEmpty else { return nil }

    let lacksSoftHyphens =
      survey.words(of: .tcvn3) >= Self.enoughForSoftHyphens && SoftHyphens.areMissing(text)
    var path = LegacyPath(found, lacksSoftHyphens: lacksSoftHyphens)
    bytes.reserveCapacity(text.count)
    var isFirst = true
    Self.forEachLine(text) { line in
      if !isFirst { bytes.append(0x0A) }
      isFirst = false
      if Self.isASCII(line), !path.mendsPlainLines {
        bytes += line
      } else {
        path.convert(line, into: &bytes)
      }
    }
    encodings = path.met
    confidence = path.confidence
    guard !encodings.isEmpty else { return nil }
  }

  private static func isASCII(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 < 0x80 }
  }

  private static func forEachLine(_ text: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
    var start = 0
    while let end = text[start...].firstIndex(of: 0x0A) {
      body(text[start..<end])
      start = end + 1
    }
    body(text[start...])
  }
}
