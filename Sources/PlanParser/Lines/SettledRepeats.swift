import PlanModel
import PlanText

/// Numerals of headings in capitals that lost a stroke, so that they stand twice: "I.", "II.", "II.",
/// "IV.".
///
/// Who types may number so, too: only a text that shows recognition elsewhere is read so, and only the
/// one numeral that is wanting between two others. The text stays as it is.
extension PlanReader {
  /// A heading with the numeral that it is read by.
  private struct Known {
    var line: Int
    var label: HeadingNumeral
    var value: Int
  }

  /// Finds the headings from line `start` on whose numeral is the next one with the stroke it lost.
  mutating func settleRepeats(from start: Int) {
    guard showsRecognition || misreadCount >= Self.fewestMisread else { return }
    var known: [Known] = []
    for index in lines.indices.dropFirst(start) {
      let line = lines[index]
      guard line.capitals, line.tabs == 0, !line.pipe, line.table == 0,
        let label = HeadingNumeral.readings(bytes, line.content).first, !label.isBare
      else { continue }
      let settled = settled[line.content.start]
      guard settled == nil || settled?.family == .roman,
        let value = settled?.value ?? label.exact
      else { continue }
      known.append(Known(line: index, label: label, value: value))
    }
    for (index, own) in known.enumerated().dropFirst().dropLast() {
      let before = known[index - 1].value
      guard own.value <= before, known[index + 1].value == before + 2,
        settled[lines[own.line].content.start] == nil,
        Self.lacksStroke(Letters.numeral(own.value), of: Letters.numeral(before + 1))
      else { continue }
      settle(own.label, at: own.line, as: before + 1)
      known[index].value = before + 1
    }
  }

  /// How many words are misread at least: a typist mistakes one.
  private static let fewestMisread = 2

  /// Whether a numeral is another one without some of its letters: "II" of "III", "I" of "IV".
  private static func lacksStroke(_ short: String, of whole: String) -> Bool {
    var rest = Substring(whole)
    for letter in short {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return short.utf8.count < whole.utf8.count
  }
}
