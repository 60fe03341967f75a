import PlanText

/// The marks and labels at the beginning of recognised lines.
enum RecognizedBeginnings {
  /// Mends those of the lines of which `isRecognized` tells that they were recognised.
  static func mend(_ lines: inout [PageLine], isRecognized: (PageLine) -> Bool) {
    var labels: [(line: Int, label: LabelReading)] = []
    for (index, line) in lines.enumerated()
    where !line.isRow && line.style.zone == .body && isRecognized(line) {
      lines[index].text = RecognizedBullets.plain(line.text)
      if let label = LabelReading.first(in: lines[index].text) { labels.append((index, label)) }
    }
    for (place, token) in zip(labels, RecognizedLabels.settle(labels.map(\.label))) {
      guard let token else { continue }
      lines[place.line].text = "\(token)\(place.label.endMark) \(place.label.rest)"
    }
  }
}
