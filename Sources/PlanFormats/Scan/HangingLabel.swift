/// The label that hangs at the left of a line, apart from its text: a number in the margin, as
/// automatic numbering sets it.
///
/// Recognition takes it for a part of a picture or for a speck, or is misled by the room behind it.
/// Drawn to the text it is read as any label.
struct HangingLabel {
  /// Where the label begins, in points of the image.
  let start: Int
  /// Where it ends.
  let end: Int
  /// Where the text begins.
  let text: Int

  /// How far from its text a label may hang, and how wide it may be, in heights of the line.
  private static let reach = (gap: 4.0, label: 3.5)
  /// How much room parts two words at most, in heights of the line.
  private static let blank = 0.55
  /// How much room is left between the label and its text.
  private static let room = 0.42

  /// Finds the label of a line.
  ///
  /// - Parameters:
  ///   - image: The text of the page.
  ///   - rows: The rows of the line.
  ///   - left: Where its first word begins.
  ///   - height: How high the line is.
  ///   - isSure: Whether recognition is sure of what it read there.
  ///   - isOpen: Whether no word of another line stands between two places.
  init?(
    _ image: GrayImage, rows: Range<Int>, from left: Int, height: Int, isSure: Bool,
    isOpen: (_ start: Int, _ end: Int) -> Bool
  ) {
    func hasInk(_ x: Int) -> Bool { rows.contains { image.isDark(x, $0) } }
    let (widest, gap) = (
      Int(Self.reach.label * Double(height)), Int(Self.reach.gap * Double(height))
    )
    let blank = max(2, Int(Self.blank * Double(height)))
    // A label that was read begins the line itself.
    if !isSure, let end = Self.end(of: left, in: image, blank, widest, hasInk),
      let text = (end..<min(image.width, end + gap)).first(where: hasInk)
    {
      (start, self.end, self.text) = (left, end, text)
      return
    }
    guard left > 2 else { return nil }
    let far = max(0, left - gap)
    guard let end = (far..<left - 2).last(where: hasInk) else { return nil }
    var start = end
    var x = end
    while x > 0, start - x < blank, end - start <= widest {
      x -= 1
      if hasInk(x) { start = x }
    }
    guard x > 0, end - start <= widest, end - start >= height / 8, isOpen(start, end) else {
      return nil
    }
    (self.start, self.end, self.text) = (start, end + 1, left)
  }

  /// Where the ink ends that begins a line, when it is no wider than a label and stands apart.
  private static func end(
    of left: Int, in image: GrayImage, _ blank: Int, _ widest: Int, _ hasInk: (Int) -> Bool
  ) -> Int? {
    var end = left
    for x in left..<min(image.width, left + widest + blank) {
      if hasInk(x) {
        end = x + 1
      } else if end > left, x - end >= blank {
        return end - left <= widest ? end : nil
      }
    }
    return nil
  }

  /// How much of the room behind the label is taken away.
  func cut(_ height: Int) -> Int {
    max(0, text - end - max(2, Int(Self.room * Double(height))))
  }

  /// The label that stands in the first word of a reading before the first word of a line, which
  /// may have been joined to it: "I.MU".
  static func label(in read: PlacedWord, before first: PlacedWord) -> PlacedWord? {
    var label = read
    label.line = first.line
    if read.right > first.left {
      guard read.left < first.left - 4, read.text.hasSuffix(first.text) else { return nil }
      label.text.removeLast(first.text.count)
      label.right = first.left - 2
    }
    return isLabel(label) ? label : nil
  }

  /// Whether what was read looks like a label: a number or a letter with its mark, or a dash.
  static func isLabel(_ word: PlacedWord) -> Bool {
    if ["-", "\u{2013}", "+"].contains(word.text) { return word.confidence >= 60 }
    let isNumber = word.text.count < 4 && word.text.allSatisfy { $0.isASCII && $0.isNumber }
    if isNumber, word.confidence >= 90 { return true }
    guard word.confidence >= 30, let mark = word.text.last, ".)".contains(mark) else {
      return false
    }
    let token = word.text.dropLast()
    guard (1...6).contains(token.count) else { return false }
    return token.count == 1
      ? token.allSatisfy { $0.isLetter || $0.isNumber }
      : token.allSatisfy { "IVXHLl.".contains($0) || $0.isNumber }
  }
}
