import PlanModel
import PlanText

/// Lines "words: value" that the label lines beside them tell to be labels of the same unit:
/// "- Chủ trì: …" / "- Báo cáo viên: …" / "- Thời hạn trình: …".
struct NearLabels {
  /// What such a line labels ("lead", "support", "time", "output", "other"), and where its value
  /// begins.
  struct Label {
    var field: String
    var start: Int
    var rule: Int
  }

  /// A line of a run.
  struct Line {
    var place: Int
    /// What it labels for sure; `nil` where only its neighbours can tell.
    var field: String?
    /// What it is taken for beside labels; `nil` for a label by its own words.
    var label: Label?
    /// Whether it may be a unit of its own.
    var maybeUnit = false

    /// Whether it says who does the work.
    var hands: Bool { field == "lead" || field == "support" }
  }

  /// The lines that stand behind one another under one parent, of one kind.
  struct Run {
    var lines: [Line] = []
    /// Whether nothing stands above them under their parent, and that is a unit itself.
    var opens: Bool
  }

  /// The lines that are labels, by their places.
  private(set) var labels: [Int: Label] = [:]

  /// Takes a run of lines in.
  mutating func settle(_ run: Run) {
    var behind = Set<String>()
    guard isOfLabels(run.lines) else { return }
    var next = run.lines.indices.reversed().reduce(into: [String?]()) { next, index in
      next.append(run.lines[index].field ?? next.last ?? nil)
    }
    next.reverse()
    for (index, line) in run.lines.enumerated() {
      if let field = line.field {
        behind.insert(field)
        if let label = line.label { labels[line.place] = label }
        continue
      }
      guard let label = line.label else { continue }
      let repeats = next[index].map(behind.contains) ?? false
      // "- Tập huấn nghiệp vụ: 02 lớp." / "- Chủ trì: …": what labels stand under is no label.
      if line.maybeUnit || repeats || behind.isEmpty && !run.opens {
        behind = []
      } else {
        labels[line.place] = label
      }
    }
  }

  /// Whether lines that label for sure are among some: one that says who works, or two kinds.
  private func isOfLabels(_ lines: [Line]) -> Bool {
    guard lines.count > 1, lines.contains(where: { $0.label != nil }) else { return false }
    let kinds = Set(lines.compactMap(\.field)).subtracting(["other"])
    return lines.contains(where: \.hands) || kinds.count > 1
  }
}

extension PlanReader {
  /// How long the value of such a line may be, in tokens.
  private static var longestValue: Int { 60 }

  /// The lines among labels that are labels too.
  mutating func nearLabels(_ leaves: FactLeaves, year: Int?) -> NearLabels {
    var labels = NearLabels()
    var runs: [Int: NearLabels.Run] = [:]
    var parents: Set<Int> = []
    for index in leaves.indices where mayLabel(leaves[index]) {
      let leaf = leaves[index]
      let parent = leaf.ancestors.last ?? -1
      let line = leaf.kind == .heading ? nil : self.line(leaf, at: index, year: year)
      if let last = runs[parent]?.lines.last.map({ leaves[$0.place] }),
        line == nil || last.kind != leaf.kind || last.source?.label != leaf.source?.label
      {
        if let run = runs.removeValue(forKey: parent) { labels.settle(run) }
      }
      if let line {
        let isUnit = parent >= 0 && !leaves[parent].ancestors.isEmpty
        runs[parent, default: NearLabels.Run(opens: isUnit && !parents.contains(parent))]
          .lines.append(line)
      }
      parents.insert(parent)
    }
    for run in runs.values { labels.settle(run) }
    return labels
  }

  /// A line that is a label or may be one.
  private mutating func line(
    _ leaf: FactLeaf, at place: Int, year: Int?
  ) -> NearLabels.Line? {
    if let field = labelField(leaf) { return NearLabels.Line(place: place, field: field) }
    guard leaf.tells(.nearLabel), leaf.isLowest, lists(leaf.role) || leaf.role == .content,
      let match = leaf.matches.first(where: { meaning($0) == .nearLabel }),
      let colon = capture("colon", of: match, leaf.tokens)?.lowerBound,
      leaf.tokens.count - colon <= Self.longestValue
    else { return nil }
    let value = trimmed(colon + 1..<leaf.tokens.count, leaf.tokens, .none)
    guard !value.isEmpty else { return nil }
    let words = bodyWords(leaf)
    let kinds = labelKinds(leaf, before: colon)
    var label = NearLabels.Label(field: "other", start: colon + 1, rule: match.rule)
    var line = NearLabels.Line(place: place)
    // "Đơn vị cử người phụ trách: mỗi thôn một người." names nobody.
    if words.heads[value.lowerBound] != nil,
      leaf.tokens[value.lowerBound].shape.contains(.capitalized),
      let field = ["lead", "support", "doing"].first(where: kinds.contains)
    {
      label.field = field == "doing" ? "lead" : field
      line.field = label.field
    } else if kinds.contains("time"), let time = time(leaf, in: value, year: year),
      time.value != nil || time.repeat != nil
    {
      label.field = "time"
      line.field = "time"
    } else {
      if kinds.contains("output") { label.field = "output" }
      line.maybeUnit =
        words.heads[0] != nil || opensWithVerb(leaf) && !kinds.contains("noun")
    }
    line.label = label
    return line
  }

  /// What the words before a colon tell of what stands behind it.
  private func labelKinds(_ leaf: FactLeaf, before colon: Int) -> Set<String> {
    guard let list = grammar.list("label-words") else { return [] }
    return Set(
      (0..<colon).compactMap { place in
        grammar.entry(in: list, leaf.tokens, at: place).flatMap {
          $0.end <= colon ? $0.value : nil
        }
      })
  }
}
