import PlanModel
import PlanText

/// Labels behind the dash of a markdown list: "- a) Có 02 chợ;" / "- b) Có kho.".
///
/// Converters write each item of a list behind a dash, its own label after it. A label that goes on
/// from the one before, or that the next goes on from, is the unit's; the dash is a mark.
extension PlanReader {
  /// Finds the items from line `start` on whose dash the converter wrote.
  mutating func settleListMarks(from start: Int) {
    guard folder.markdown, lines.contains(where: { $0.heading > 0 }) else { return }
    var last: (start: Int, marker: Marker)?
    for line in lines.dropFirst(start) where line.tabs == 0 && !line.pipe && line.table == 0 {
      guard let marker = listed(line) else {
        if line.heading > 0 { last = nil }
        continue
      }
      if let before = last, before.marker.family == marker.family,
        before.marker.style == marker.style,
        marker.family == .lower
          ? Letters.follows(before.marker.value, marker.value)
          : before.marker.value + 1 == marker.value
      {
        settled[before.start] = before.marker
        settled[line.content.start] = marker
      }
      last = (line.content.start, marker)
    }
  }

  /// The label behind the dash that opens a line, its span from the dash on; `nil` without one.
  private mutating func listed(_ line: Line) -> Marker? {
    let (start, end) = (line.content.start, line.content.end)
    guard start + 4 < end, bytes[start + 1] == 0x20,
      [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(bytes[start])
    else { return nil }
    let tokens = tokens(line.content)
    guard tokens.count > 2, var marker = markers.read(tokens, from: 1),
      marker.family == .lower || marker.family == .number || marker.family == .roman,
      marker.style != 0
    else { return nil }
    marker.span = ByteSpan(start, marker.span.end)
    return marker
  }
}
