import PlanModel
import PlanText

/// Words in capitals that recognition or a typist gave other marks: "QUYÉT ĐỊNH", "TỎ CHỨC".
///
/// A word is read as another with the same letters only where the line then says what the document
/// is or what a section is for: in capitals nothing else is written so. In a heading it is a word
/// that no rule knows. The text stays as it is.
extension PlanReader {
  /// How many lines may have the kind of the document in capitals, and the words of such a line.
  private static let kindLines = 120
  private static let kindWords = 2...5
  /// The words of a heading in capitals at most, and how many readings of one are tried.
  private static let capitalWords = 14
  private static let mostReadings = 24
  /// The words of a heading in small letters at most, and how wide it is.
  private static let titleWords = 8
  private static let titleWidth = 60

  /// Reads a line such as "QUYÉT ĐỊNH" as the kind that it names, where no line above names one.
  mutating func mendKind() {
    var candidates: [[Token]] = []
    for line in lines.prefix(PlanReader.kindLines) where line.width < 60 {
      let words = kindWords(line)
      guard PlanReader.kindWords.contains(words.count) else { continue }
      if isKind(words) { break }
      candidates.append(words)
    }
    for words in candidates {
      for reading in readings(of: words, { _ in true }) where isKind(reading) {
        take(reading, over: words)
        return
      }
    }
  }

  /// The words in capitals that make a line, or stand on it behind a stamp: "|HỎA Tốc| KẾ HOẠCH";
  /// none when others do.
  private mutating func kindWords(_ line: Line) -> [Token] {
    let tokens = tokens(line.content)
    let words = tokens.split { markers.scalar($0) == 0x7C }.last?.filter { $0.kind != .mark } ?? []
    return words.allSatisfy { $0.shape.contains(.upper) } ? words : []
  }

  private mutating func isKind(_ words: [Token]) -> Bool {
    phrases(words).contains {
      $0.start == 0 && $0.end == words.count && meaning($0) == .kind
    }
  }

  /// Reads headings such as "TỎ CHỨC THỰC HIỆN" as the titles that they are.
  mutating func mendHeadings(from start: Int) {
    for line in lines[start...] where line.width < (line.capitals ? 120 : Self.titleWidth) {
      let tokens = tokens(line.content)
      guard let marker = marker(tokens), marker.family != .bullet else { continue }
      var words = tokens.filter { Int($0.start) >= marker.textStart }
      while let last = words.last, last.kind == .mark { words.removeLast() }
      guard words.count <= (line.capitals ? PlanReader.capitalWords : Self.titleWords) else {
        continue
      }
      let others = line.capitals ? readings(of: words) { !$0.isKnown } : []
      let role = role(of: words)
      if !line.capitals, role != nil { continue }
      for reading in others + [written(words)].compactMap(\.self) {
        guard let other = self.role(of: reading), other != role else { continue }
        take(reading, over: words)
        break
      }
    }
  }

  /// The words with those that are written in one way only read as these, though rules know them
  /// as others: "THỤC HIỆN"; `nil` when there are none.
  private func written(_ words: [Token]) -> [Token]? {
    guard words.count > 1 else { return nil }
    let keys = words.map { word in
      word.kind == .syllable
        ? SyllableKey(bytes, from: Int(word.start), to: Int(word.end)) : nil
    }
    var reading = words
    var isMended = false
    for second in words.indices.dropFirst() {
      let first = second - 1
      guard let one = keys[first], let two = keys[second],
        WrittenWords.shared.isDoubtful(one, two),
        let word = WrittenWords.shared.mended(
          syllable(words, first), syllable(words, second), before: syllable(words, first - 1),
          after: syllable(words, second + 1), isHeading: true)
      else { continue }
      for (index, text) in [(first, word.first), (second, word.second)] {
        let key = grammar.vocabulary.key(of: text.utf8)
        guard key != Vocabulary.unknown, key != words[index].key else { continue }
        reading[index].key = key
        isMended = true
      }
    }
    return isMended ? reading : nil
  }

  /// The syllable at an index; empty where none stands.
  private func syllable(_ words: [Token], _ index: Int) -> String {
    guard words.indices.contains(index), words[index].kind == .syllable else { return "" }
    return Scalars.string(bytes, ByteSpan(Int(words[index].start), Int(words[index].end)))
  }

  private mutating func role(of words: [Token]) -> String? {
    lineMatch(.role, words).flatMap { value("role", of: $0) }
  }

  private mutating func take(_ reading: [Token], over words: [Token]) {
    for (word, known) in zip(words, reading) where word.key != known.key {
      read(word, as: known.key)
    }
  }

  /// The words with some of them read as words of the same letters, in every way; empty when there
  /// is no such word.
  private func readings(of words: [Token], _ isDoubtful: (Token) -> Bool) -> [[Token]] {
    var readings = [words]
    for index in words.indices where words[index].kind == .syllable && isDoubtful(words[index]) {
      let keys = grammar.vocabulary.keys(
        withLettersOf: bytes, from: Int(words[index].start), to: Int(words[index].end))
      guard keys.contains(where: { $0 != words[index].key }),
        readings.count * keys.count <= PlanReader.mostReadings
      else { continue }
      readings = readings.flatMap { reading in
        keys.map { key in
          var other = reading
          other[index].key = key
          return other
        }
      }
    }
    return readings.filter { $0 != words }
  }
}
