import PlanText

/// Tells how sure recognition is of pages and of their words.
enum RecognitionReport {
  /// The most words of a page that are told.
  private static let most = 12

  /// What recognition says of pages, whose lines are in their final order.
  static func recognition(of pages: [PlacedPage], _ lines: [PageLine]) -> Recognition {
    var recognition = Recognition()
    recognition.replaced = Set(pages.lazy.filter { $0.layer == .replaced }.map(\.number))
    recognition.unreadable = pages.filter { $0.layer == .unreadable }.map(\.number)
    for page in pages where page.isRecognized {
      let words = page.words.filter { $0.text.contains { $0.isLetter || $0.isNumber } }
      guard !words.isEmpty else { continue }
      let sum = words.reduce(0) { $0 + max(0, $1.confidence) }
      recognition.pages.append(
        .init(number: page.number, confidence: Int(sum / Double(words.count))))
    }
    var open: [Int: [Recognition.Doubt]] = [:]
    for (index, line) in lines.enumerated() where !line.doubts.isEmpty {
      open[line.page, default: []] += line.doubts.map {
        Recognition.Doubt(line: index, word: $0.word, confidence: $0.confidence)
      }
    }
    for (_, doubts) in open.sorted(by: { $0.key < $1.key }) {
      let limit = doubts.map(\.confidence).sorted().prefix(most).last ?? 0
      recognition.doubts += doubts.filter { $0.confidence <= limit }.prefix(most)
    }
    return recognition
  }
}
