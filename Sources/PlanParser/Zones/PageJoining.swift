import PlanModel
import PlanText

/// Units that the end of a page cuts in two, where the second half begins with a capital.
extension PlanReader {
  /// How many lines may stand between the halves.
  private static let widestEdge = 12
  /// How far back the unit beside one is looked for.
  private static let farthestSibling = 40

  /// Whether a page ends between a unit and a line: its number stands there, or what each page
  /// repeats.
  func turnsPage(_ last: Draft, before line: Line) -> Bool {
    if line.pageBefore { return true }
    guard line.number > last.lastLine + 1, line.number <= last.lastLine + Self.widestEdge else {
      return false
    }
    return (last.lastLine + 1..<line.number).contains { pages.edges.contains($0) }
  }

  /// Whether a unit that has no closing mark goes on behind the end of its page: those beside it
  /// have one, or the line stands at the margin as the unit's last line does and its first does not.
  mutating func runsOverPage(_ last: Draft, to line: Line, _ tokens: [Token], _ zone: Zone) -> Bool
  {
    guard last.ending == .open, !last.capitals, !last.bold, !line.capitals, !line.bracketed,
      line.tabs == 0, !line.pipe, !line.gapped, line.ended, let piece = last.pieces.last,
      !isBareTitle(piece), !opensText(line, tokens)
    else { return false }
    if last.pieces.count > 1, line.indent == last.lastIndent, line.indent < last.indent {
      return true
    }
    guard let marker = last.marker else { return false }
    let beside = zone.drafts.dropLast().suffix(Self.farthestSibling).last {
      $0.parent == last.parent && $0.marker?.family == marker.family
    }
    return beside.map { $0.ending == .stop || $0.ending == .semicolon } ?? false
  }
}
