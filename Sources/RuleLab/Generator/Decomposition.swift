/// Writes letters and their marks apart, by the list `decomposed` of a phrase book.
struct Decomposition {
  private var apart: [Unicode.Scalar: String] = [:]

  init(book: PhraseBook) {
    for entry in book.lists["decomposed"] ?? [] {
      guard case .text(let text) = entry.pieces.first else { continue }
      let parts = text.split(separator: " ")
      guard parts.count == 2, let letter = parts[0].unicodeScalars.first else { continue }
      apart[letter] = String(parts[1])
    }
  }

  /// A text with all its marks apart.
  func decomposed(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      if let marks = apart[scalar] {
        output += marks
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
