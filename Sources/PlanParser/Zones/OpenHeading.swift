import PlanModel
import PlanText

/// Headings that the margin cut before a capital.
extension PlanReader {
  /// How many lines of a heading stand below its first at most.
  private static let headingLines = 4

  /// Whether line `index` goes on with the heading above it, though it begins with a capital.
  ///
  /// "2. Mở rộng các nguồn thu, xây dựng và phát triển" / "Quỹ khuyến đọc để …" / "- Vận động …":
  /// the heading reaches the margin, no mark ends it or what stands below, and a list follows. What
  /// leads into a list ends in a mark.
  mutating func endsHeading(at index: Int, _ zone: Zone) -> Bool {
    if endsPart(at: index, zone) { return true }
    guard wrap.isHard, let last = zone.drafts.last, last.open, let marker = last.marker,
      marker.family != .bullet, last.ending == .open, !last.capitals, !last.bold,
      last.lastRight * 10 >= wrap.margin * 8, lines[index].blanksBefore == 0,
      last.lastLine + 1 == lines[index].number
    else { return false }
    var next = index
    while next < lines.count, next < index + PlanReader.headingLines {
      let line = lines[next]
      guard line.blanksBefore == 0, !line.pageBefore, line.tabs == 0, !line.pipe, !line.bare,
        line.heading == 0, !line.capitals, !line.bold
      else { return false }
      if next > index, isListed(line) { return true }
      guard line.ending == .open || line.ending == .comma, self.marker(tokens(line.content)) == nil
      else { return false }
      next += 1
    }
    return next < lines.count && isListed(lines[next])
  }

  /// Whether line `index` ends a heading that was cut far from the margin, in a text that parts its
  /// units by blank lines.
  ///
  /// "2. Cán bộ" / "Văn phòng Hội", a blank line and a bullet: text under a heading ends in a mark.
  private mutating func endsPart(at index: Int, _ zone: Zone) -> Bool {
    guard wrap.isParted, let last = zone.drafts.last, last.open, let marker = last.marker,
      marker.family != .bullet, last.ending == .open, !last.capitals, last.pieces.count == 1,
      let title = last.pieces.first, !isBareTitle(title)
    else { return false }
    let line = lines[index]
    guard line.blanksBefore == 0, last.lastLine + 1 == line.number, line.ending == .open,
      !line.capitals, line.tabs == 0, !line.pipe, !line.bare, index + 1 < lines.count
    else { return false }
    let next = lines[index + 1]
    return next.blanksBefore > 0 && self.marker(tokens(next.content)) != nil
  }

  /// Whether a title has only begun on its line, and the one right below goes on with it.
  ///
  /// "1. Sở" / "Tài chính", "2. UBND" / "các xã".
  mutating func isBegun(_ last: Draft, before line: Line) -> Bool {
    guard let marker = last.marker, marker.family != .bullet, last.ending == .open,
      last.pieces.count == 1, let title = last.pieces.first, title.count <= PlanReader.begunBytes,
      !line.capitals, line.tabs == 0, !line.pipe, !line.bare,
      let match = lineMatch(.begunTitle, tokens(title))
    else { return false }
    return line.startsLower || value("next", of: match) != "lower"
  }

  /// How many bytes a title has at most that has only begun.
  private static let begunBytes = 40

  /// Whether a line begins with a bullet.
  private func isListed(_ line: Line) -> Bool {
    line.blanksBefore == 0 && begins(bullet: line.content)
  }
}
