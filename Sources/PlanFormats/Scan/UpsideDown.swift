import PlanText

/// Tells pages that were scanned or photographed upside down: what recognition reads there is no
/// Vietnamese.
enum UpsideDown {
  /// Whether next to none of the words on a page are syllables.
  static func isLikely(_ words: [PlacedWord]) -> Bool {
    let long = words.filter { $0.text.count >= 2 && $0.text.allSatisfy(\.isLetter) }
    let syllables = long.count { $0.text.count > 2 && Syllables.isOne($0.text) }
    return long.count >= 8 && syllables * 4 < long.count
  }
}
