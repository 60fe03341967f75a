/// The titles of one who signs, of which a narrow column breaks some.
///
/// Lines of one title stand closer than titles do, and a line was broken where the first word of the
/// next would have found no room in the column.
enum SignerTitle {
  /// How much closer lines of one title stand than two titles, and how far their distances differ.
  private static let closer = 1.2
  private static let even = 1.08

  /// The lines of a column with broken titles whole.
  static func join(_ lines: [PageLine]) -> [PageLine] {
    let pitches = zip(lines, lines.dropFirst()).compactMap(pitch)
    guard let least = pitches.min(), let most = pitches.max(), most >= closer * least else {
      return lines
    }
    let width = lines.map { $0.right - $0.left }.max() ?? 0
    var joined: [PageLine] = []
    for (index, line) in lines.enumerated() {
      if index > 0, let pitch = pitch(lines[index - 1], line), pitch <= even * least,
        isFull(lines[index - 1], before: line, width: width)
      {
        joined[joined.count - 1].text += " " + line.text
        joined[joined.count - 1].bottom = line.bottom
      } else {
        joined.append(line)
      }
    }
    return joined
  }

  /// How far two neighbours in capitals stand apart.
  private static func pitch(_ line: PageLine, _ next: PageLine) -> Double? {
    guard isCapital(line), isCapital(next), next.bottom > line.bottom else { return nil }
    return next.bottom - line.bottom
  }

  private static func isCapital(_ line: PageLine) -> Bool {
    !LineBegin.hasSmallLetters(line.text) && line.text.contains(where: \.isUppercase)
  }

  private static func isFull(_ line: PageLine, before next: PageLine, width: Double) -> Bool {
    line.right - line.left + 0.22 * line.em + next.firstWidth > width - 0.3 * line.em
  }
}
