import PlanModel
import PlanText

/// The labels of a text that somebody recognised, read as one series.
///
/// "H. NHIỆM VỤ" after "I." is II, "I Mục đích" before "2. Yêu cầu" is 1. The text stays as it is.
extension PlanReader {
  /// How much of a line is looked at for its label, in bytes.
  private static let labelReach = 80
  /// The most labels that are read as one series, which bounds memory: no outline has so many.
  private static let mostLabels = 4_000

  /// Finds the labels from line `start` on that recognition gave other strokes.
  mutating func settleLabels(from start: Int) {
    guard mayBeRecognized(from: start) else { return }
    var places: [(line: Line, length: Int, label: LabelReading)] = []
    for line in lines[min(start, lines.count)...] where line.tabs == 0 && !line.pipe {
      guard Self.mayBeLabel(bytes[line.content.start]) else { continue }
      let beginning = beginning(of: line.content)
      if let label = LabelReading.first(in: beginning) {
        places.append((line, beginning.utf8.count, label))
      }
      if places.count > Self.mostLabels { return }
    }
    let tokens = RecognizedLabels.settle(places.map(\.label))
    // Who numbers amiss is told as he writes: only strokes that nobody writes tell of recognition,
    // and a numeral on which a number goes on.
    let labels = zip(places, tokens).map { $1 ?? $0.label.token }
    let isRecognized = places.indices.contains { index in
      if places[index].label.isDamaged { return true }
      guard !places[index].label.isNumber, let number = Int(labels[index]) else { return false }
      return labels[(index + 1)...].lazy.compactMap { Int($0) }.first == number + 1
    }
    guard isRecognized else { return }
    for (place, token) in zip(places, tokens) {
      guard let token, token != place.label.token else { continue }
      let text = place.line.content.start + place.length - place.label.rest.utf8.count
      if let marker = marker(token, of: place.label, at: place.line.content.start, before: text) {
        settled[place.line.content.start] = marker
      }
    }
  }

  /// Whether the text has what only recognition makes: labels with other strokes, words with other
  /// marks, letters in numbers.
  var showsRecognition: Bool {
    !misread.isEmpty || !misreadDigits.places.isEmpty || settled.values.contains { $0.suspect }
  }

  /// Whether some label looks as nobody writes it, or a numeral begins anew: most texts have
  /// neither, and are asked no more.
  private func mayBeRecognized(from start: Int) -> Bool {
    var firsts = 0
    for line in lines[min(start, lines.count)...] where line.tabs == 0 && !line.pipe {
      guard Self.mayBeStrokes(bytes[line.content.start]),
        let label = LabelReading.first(in: beginning(of: line.content)), !label.isNumber
      else { continue }
      if label.token == "I" { firsts += 1 }
      if label.isDamaged || firsts > 1 { return true }
    }
    return false
  }

  private static func mayBeStrokes(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x48, 0x49, 0x4C, 0x56, 0x58, 0x69, 0x6C, 0x7C, 0x21, 0x31, 0xC3: true
    default: false
    }
  }

  private static func mayBeLabel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x49, 0x4C, 0x56, 0x58, 0x69, 0x6C, 0x7C, 0x21, 0xC3: true
    case 0x22...0x2F, 0x3A, 0x60: true
    default: false
    }
  }

  /// The first bytes of a line, up to a whole character.
  private func beginning(of content: ByteSpan) -> String {
    var end = min(content.end, content.start + Self.labelReach)
    while end < content.end, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return raw(ByteSpan(content.start, end))
  }

  /// The marker of a label that is printed as `token`; its line begins at `start`, its text at
  /// `text`.
  private func marker(
    _ token: String, of label: LabelReading, at start: Int, before text: Int
  ) -> Marker? {
    let span = Blank.trim(bytes, ByteSpan(start, text))
    var end = span.end
    let size = label.token.utf8.count
    while end - size >= span.start, !bytes[(end - size)..<end].elementsEqual(label.token.utf8) {
      end -= 1
    }
    guard end - size >= span.start else { return nil }
    let family: Marker.Family
    let values: LabelNumbers
    if let value = Letters.roman(Array(token.utf8)[...]) {
      (family, values) = (.roman, [value])
    } else {
      values = LabelNumbers(token.split(separator: ".").compactMap { Int($0) })
      family = values.count == 1 ? .number : .dotted
    }
    guard !values.isEmpty, let style = label.endMark.asciiValue else { return nil }
    var marker = Marker(
      family: family, style: UInt32(style), values: values, span: span,
      label: ByteSpan(end - size, end), textStart: text)
    marker.suspect = true
    marker.isSettled = true
    return marker
  }
}
