/// Dashes at the beginning of lines that recognition took for other marks, or read twice.
enum RecognizedBullets {
  /// A line with its dash.
  ///
  /// "~ Tre", "\u{AC} Tre", "- - Tre" and "-. Tre" are "- Tre".
  static func plain(_ line: String) -> String {
    guard let first = line.first else { return line }
    if "~\u{AC}\u{2039}\u{AB}=_\u{2C6}".contains(first) {
      let rest = line.dropFirst().drop { $0.isWhitespace || ".,".contains($0) }
      return rest.first?.isLetter == true ? "- \(rest)" : line
    }
    guard "-\u{2013}".contains(first) else { return line }
    let rest = line.dropFirst().drop(while: \.isWhitespace)
    let marks = rest.prefix { "-\u{2013}.:,'`".contains($0) }
    let text = rest[marks.endIndex...]
    guard (1...2).contains(marks.count), text.first?.isWhitespace == true else { return line }
    let begin = text.drop(while: \.isWhitespace)
    return begin.first?.isLetter == true ? "\(first) \(begin)" : line
  }
}
