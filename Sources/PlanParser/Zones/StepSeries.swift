import PlanModel
import PlanText

/// Series of steps whose titles end as sentences do: "Bước 1: Thành lập tổ." above its bullets.
extension PlanReader {
  /// How many lines further on the next step is looked for, and how many the title of one has.
  private static let (stepReach, stepLines) = (80, 4)

  /// Whether the first of a series of steps heads what stands below it: bullets stand right below
  /// one of the series, behind which the next begins, or below one that no full stop ends.
  ///
  /// What only stands behind the last of a series may tell of all of it.
  mutating func opensSteps(_ marker: Marker, at index: Int, _ zone: Zone) -> Bool {
    guard marker.family == .step, marker.value == 1 else { return false }
    let word = label(of: marker).split(separator: " ").dropLast()
    var value = 0
    var isHead = false
    for next in lines.indices[index...].prefix(Self.stepReach) {
      guard let other = self.marker(tokens(lines[next].content)) else { continue }
      if other.family != .step {
        if other.family != .bullet, zone.outline.holds(other) { return false }
        continue
      }
      guard other.style == marker.style, other.value == value + 1,
        label(of: other).split(separator: " ").dropLast() == word
      else { return false }
      if isHead { return true }
      value += 1
      switch endingAboveList(next, zone) {
      case .open, .colon: return true
      case .stop: isHead = true
      default: break
      }
    }
    return false
  }

  /// How the title that begins on a line ends, when a list stands right below it.
  private mutating func endingAboveList(_ index: Int, _ zone: Zone) -> Line.Ending? {
    var last = index
    while last + 1 < lines.count, last - index < Self.stepLines, !lines[last].ended,
      lines[last + 1].blanksBefore == 0, marker(tokens(lines[last + 1].content)) == nil
    {
      last += 1
    }
    guard last + 1 < lines.count,
      let below = markers.read(tokens(lines[last + 1].content)),
      below.family == .bullet || below.family == .lower,
      !isInside(bullet: below, zone)
    else { return nil }
    // A line that goes on below is no whole title.
    return last > index && lines[last].ending == .open ? nil : lines[last].ending
  }

  /// Whether a bullet of this kind announced what follows, so that the next goes on with it.
  private func isInside(bullet marker: Marker, _ zone: Zone) -> Bool {
    guard let last = zone.drafts.last, last.ending == .colon else { return false }
    return last.marker?.family == .bullet && last.marker?.style == marker.style
  }
}
