import PlanModel
import PlanText

extension PlanReader {
  /// A page of which recognition is less sure than this should be looked at, in percent.
  private static let leastSure = 80

  /// Says how sure recognition is of the pages, and which words it is hardly sure of.
  mutating func tellRecognition() {
    guard let recognition = text.recognition else { return }
    var spans: [Int: ByteSpan] = [:]
    for (line, style) in zip(text.lines, text.styles) {
      spans[style.page, default: line].end = line.end
    }
    for page in recognition.pages {
      diagnose(
        .ocrConfidence, .recognition, page.confidence < Self.leastSure ? .warning : .note,
        "page \(page.number) was recognised with \(page.confidence) % confidence"
          + (recognition.replaced.contains(page.number)
            ? ", for its text layer is no Vietnamese; " : "; ")
          + "compare it with the scan", spans[page.number])
    }
    for page in recognition.unreadable {
      diagnose(
        .ocrConfidence, .format, .error,
        "the text layer of page \(page) is no Vietnamese, and the page was not recognised; "
          + "install tesseract-ocr and tesseract-ocr-vie", spans[page])
    }
    var line = -1
    var from = 0
    for doubt in recognition.doubts where text.lines.indices.contains(doubt.line) {
      if doubt.line != line { (line, from) = (doubt.line, text.lines[doubt.line].start) }
      guard let span = place(of: Array(doubt.word.utf8), ByteSpan(from, text.lines[line].end))
      else { continue }
      from = span.end
      diagnose(
        .ocrConfidence, .recognition, .note,
        "recognition is \(doubt.confidence) % sure of \"\(doubt.word)\"; "
          + "compare it with the scan", span)
    }
  }

  /// Where a word stands first under a span.
  private func place(of word: [UInt8], _ span: ByteSpan) -> ByteSpan? {
    guard let first = word.first, span.count >= word.count else { return nil }
    for start in span.start...span.end - word.count where text.bytes[start] == first {
      if text.bytes[start..<start + word.count].elementsEqual(word) {
        return ByteSpan(start, start + word.count)
      }
    }
    return nil
  }
}
