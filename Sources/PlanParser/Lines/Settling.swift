import PlanText

/// In which order the labels of units are settled that another hand than the writer's changed, and in
/// which texts.
///
/// What is settled first is known to those behind it: numerals before the letters and numbers under
/// them, and what lost a stroke last, when it is known whether the text shows recognition.
extension PlanReader {
  /// Settles the labels from line `start` on.
  mutating func settle(from start: Int) {
    // A text in one line has its units inside of lines.
    let isPlain = !isPoured && mayBeRecognisedElsewhere
    // So recognition writes a page: no line is indented.
    let isFlush = isPlain && wrap.isFlush
    if isFlush { settleLabels(from: start) }
    if isPlain { settleHeadings(from: start) }
    if !isPoured { settleRecased(from: start) }
    if isPlain { settleLetters(from: start) }
    if isFlush { settleParts(from: start) }
    settleListMarks(from: start)
    if isPlain {
      settleNumbers(from: start)
      settleBullets(from: start)
    }
    mendHeadings(from: start)
    if isFlush { settleRepeats(from: start) }
  }

  /// Whether somebody else may have recognised the text: of plain text only its form tells it, and
  /// the labels of pages that are recognised here are set right as they are read.
  private var mayBeRecognisedElsewhere: Bool {
    text.recognition == nil && text.styles.isEmpty
  }
}
