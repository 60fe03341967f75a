/// Dashes at the beginning of lines that recognition took for other marks.
enum RecognizedBullets {
  /// A line with its dash: "~ Trồng cây", "¬ Trồng cây" are "- Trồng cây".
  static func plain(_ line: String) -> String {
    guard let first = line.first, "~¬‹«=_ˆ".contains(first) else { return line }
    let rest = line.dropFirst().drop { $0.isWhitespace || ".,".contains($0) }
    guard let letter = rest.first, letter.isLetter else { return line }
    return "- \(rest)"
  }
}
