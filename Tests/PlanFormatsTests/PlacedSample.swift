@testable import PlanFormats

/// The words of a line as if set in a type of one width.
func line(_ text: String, _ left: Double, _ top: Double) -> [PlacedWord] {
  var words: [PlacedWord] = []
  var x = left
  for word in text.split(separator: " ") {
    let width = 6 * Double(word.count)
    words.append(
      PlacedWord(left: x, top: top, right: x + width, bottom: top + 14, text: String(word)))
    x += width + 3
  }
  return words
}
