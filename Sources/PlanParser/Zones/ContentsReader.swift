import PlanModel
import PlanText

/// A table of contents (mục lục): it repeats the headings, and is furniture.
extension PlanReader {
  /// How many lines a table of contents may have.
  private static let contentsLines = 400

  /// The line after the table of contents that begins at line `start`; `nil` when none does.
  ///
  /// It ends where the label of its first entry stands again: there the text begins.
  mutating func contents(from start: Int) -> Int? {
    guard lines[start].width < 40, lineMatch(.contents, tokens(lines[start].content)) != nil,
      !readsContents
    else { return nil }
    readsContents = true
    let limit = min(lines.count, start + PlanReader.contentsLines)
    var first: (family: Marker.Family, label: [UInt8])?
    for index in (start + 1)..<max(limit, start + 1) {
      guard let marker = marker(tokens(lines[index].content)), marker.family != .bullet else {
        continue
      }
      let label = bytes[marker.label.start..<marker.label.end]
      let entry = (family: marker.family, label: foldedKey(label))
      guard let known = first else {
        first = entry
        continue
      }
      if known == entry {
        for line in lines[start..<index] { addFurniture(.label, trimmedRaw(line)) }
        return index
      }
    }
    return nil
  }
}
