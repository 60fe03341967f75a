import PlanText

/// Text that stands on a page and belongs to none of its lines: a watermark, a mark in the margin, what
/// an electronic signature leaves.
struct PageAside: Equatable, Sendable {
  /// The words in the order in which they are read.
  var words: [PlacedWord]
  /// What it is told as.
  var zone = LineStyle.Zone.aside

  /// Whether it lies over or under the lines of the page.
  var isOverlaid = false

  /// The zones of such text.
  static let zones: Set<LineStyle.Zone> = [.aside, .stamp]

  /// The line that tells it.
  func line(page: Int) -> PageLine? {
    guard let first = words.first else { return nil }
    var line = PageLine(
      words.map(\.text).joined(separator: " "), page: page, top: first.top, bottom: first.bottom)
    line.style.zone = zone
    return line
  }
}
