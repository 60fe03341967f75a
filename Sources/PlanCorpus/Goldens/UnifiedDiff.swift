/// The difference of two texts as people read it: `diff -u`.
package enum UnifiedDiff {
  /// How many equal lines are shown around a change.
  private static let context = 3
  /// How many lines of a difference are shown.
  private static let limit = 200

  /// The difference, "" when the texts are equal.
  package static func text(
    old: String, new: String, oldName: String, newName: String
  ) -> String {
    if old == new { return "" }
    let before = lines(old)
    let after = lines(new)
    let edits = LineDiff.edits(from: before, to: after)
    var output = ["--- \(oldName)", "+++ \(newName)"]
    for hunk in hunks(edits) {
      output.append(header(of: edits[hunk]))
      for edit in edits[hunk] {
        switch edit {
        case .keep(let line, _): output.append(" \(before[line])")
        case .delete(let line): output.append("-\(before[line])")
        case .insert(let line): output.append("+\(after[line])")
        }
      }
    }
    if output.count > limit {
      let more = output.count - limit
      output = output.prefix(limit) + ["… \(more) more lines"]
    }
    return output.joined(separator: "\n") + "\n"
  }

  /// The lines of a text; the one after a closing line end is none.
  private static func lines(_ text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// The ranges of edits around changes, each with its context.
  private static func hunks(_ edits: [LineDiff.Edit]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, edit) in edits.enumerated() {
      if case .keep = edit { continue }
      let range = max(0, index - context)..<min(edits.count, index + context + 1)
      if let last = hunks.last, range.lowerBound <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func header(of edits: ArraySlice<LineDiff.Edit>) -> String {
    var old: [Int] = []
    var new: [Int] = []
    for edit in edits {
      switch edit {
      case .keep(let before, let after):
        old.append(before)
        new.append(after)
      case .delete(let before): old.append(before)
      case .insert(let after): new.append(after)
      }
    }
    return "@@ -\(range(old)) +\(range(new)) @@"
  }

  private static func range(_ lines: [Int]) -> String {
    "\((lines.first ?? -1) + 1),\(lines.count)"
  }
}
