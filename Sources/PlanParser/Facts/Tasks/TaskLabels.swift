import PlanModel
import PlanText

/// Finding the labels of a plan's lines and the units that they belong to.
extension PlanReader {
  /// A title that is a label: "a) Cơ quan chủ trì"; `isLoose` says that it is one only beside one
  /// that says who works.
  private struct TitleLabel {
    var field: String
    var rule: Int
    var isLoose: Bool
  }

  /// How many labels one unit may hold.
  private static var mostLabels: Int { 12 }

  /// The labelled lines of the leaves and the units that they belong to.
  mutating func labelledUnits(_ leaves: FactLeaves, year: Int?) -> LabelledUnits {
    var units = LabelledUnits(from: leaves.first)
    /// The titles that are labels ("a) Cơ quan chủ trì"), by place.
    var titles: [Int: TitleLabel] = [:]
    /// The titles that end with a label ("Lắp camera - Đơn vị thực hiện"), by place.
    var tails: [Int: TaskLabel] = [:]
    let near = nearLabels(leaves, year: year)
    /// The label above, with nothing behind its colon, whose bodies stand below it.
    var open: LabelledUnits.OpenLabel?
    for index in leaves.indices where mayLabel(leaves[index]) {
      let leaf = leaves[index]
      var parent = leaf.ancestors.last
      if let line = parent, leaf.kind == .paragraph, units.labels.contains(line) {
        // "- Phối hợp: các thôn." / "Thời gian: tháng 6/2026.": a label behind others that are bullets.
        parent = leaves[line].ancestors.last
      }
      if let label = open {
        if let fields = listed(leaf, under: label, at: parent) {
          units.add(line: index, under: label.parent, fields)
          continue
        }
        open = nil
      }
      if let parent, let title = titles[parent],
        title.field != "text" || leaf.kind == .paragraph
      {
        // "c) Chủ trì: Ban Pháp chế; phối hợp: Thanh tra xã": what it says ends where another begins.
        let further = title.field == "text" ? [] : labels(leaf).filter { $0.start > 0 }
        let end = further.first?.start ?? leaf.tokens.count
        let label = TaskLabel(field: title.field, start: 0, content: 0..<end, rule: title.rule)
        var fields = fields(of: [label] + further, leaf, year: year)
        if title.field == "text" { fields?.content = index }
        // "1. Mở lớp" / "a) Nội dung" / "b) Cơ quan chủ trì": parts of one task.
        let unit = leaves[parent].ancestors.last
        units.add(
          line: index, under: unit, fields, loose: title.isLoose,
          titled: unit.map { !leaves[$0].ancestors.isEmpty } ?? false)
        continue
      }
      let above = parent.map { leaves[$0].role } ?? nil
      if leaf.kind == .heading, let title = labelTitle(leaf, under: above) {
        titles[index] = title
        units.add(line: index, under: parent, nil)
        continue
      }
      if leaf.kind == .heading, let tail = labelTail(leaf) {
        tails[index] = tail
        units.add(unit: index, under: parent, TaskFields(textEnd: tail.start, rule: tail.rule))
        continue
      }
      var labels = labels(leaf)
      if let own = near.labels[index] {
        labels.removeAll { $0.start < own.start }
        let end = labels.first?.start ?? leaf.tokens.count
        labels.insert(
          TaskLabel(field: own.field, start: 0, content: own.start..<end, rule: own.rule), at: 0)
      }
      if let parent, leaf.kind == .paragraph, let tail = tails.removeValue(forKey: parent) {
        let end = labels.first?.start ?? leaf.tokens.count
        let first = TaskLabel(field: tail.field, start: 0, content: 0..<end, rule: tail.rule)
        labels.insert(first, at: 0)
      }
      if leaf.kind == .paragraph,
        let charge = bracketedLabels(leaf, labels, year: year)
          ?? bracketedCharge(leaf, labels, year: year)
      {
        units.add(line: index, under: parent, charge, aside: true)
        continue
      }
      if let first = labels.first, first.start == 0 {
        if labels.count == 1, first.field == "lead" || first.field == "support",
          leaf.tokens[first.content].allSatisfy({ $0.kind == .mark })
        {
          open = LabelledUnits.OpenLabel(
            place: index, parent: parent, field: first.field, rule: first.rule,
            isLine: leaf.kind == .paragraph)
        }
        units.add(line: index, under: parent, fields(of: labels, leaf, year: year))
      } else {
        units.add(unit: index, under: parent, fields(of: labels, leaf, year: year))
      }
    }
    units.settle(
      kind: { leaves[$0].kind },
      isNumbered: { leaves[$0].source?.label?.utf8.first.map(Self.isDigitOrLetter) ?? false },
      isTitle: { leaves[$0].kind == .heading && !leaves[$0].isLowest })
    return units
  }

  /// What a line is a label of by its own words; `nil` for another line.
  mutating func labelField(_ leaf: FactLeaf) -> String? {
    labels(leaf).first.flatMap { $0.start == 0 ? $0.field : nil }
  }

  /// Whether a leaf may be a label.
  func mayLabel(_ leaf: FactLeaf) -> Bool {
    guard leaf.zone == .body || leaf.zone == .appendix, leaf.role != .situation,
      !leaf.tokens.isEmpty
    else { return false }
    return leaf.kind == .item || leaf.kind == .paragraph || leaf.kind == .heading
  }

  /// What the title of a section labels, when it is nothing but a label.
  private mutating func labelTitle(_ leaf: FactLeaf, under role: Role?) -> TitleLabel? {
    // "IV. CƠ QUAN CHỦ TRÌ" stands beside the sections of the plan and tells of none of them.
    guard leaf.tokens.count < 12, !leaf.ancestors.isEmpty else { return nil }
    let isInner = leaf.ancestors.count > 1
    let match = lineMatches(leaf.tokens).first {
      meaning($0) == .taskHeading && (isInner || value("inner", of: $0) == nil)
    }
    guard let match, let field = value("field", of: match) else { return nil }
    // "c) Thời gian thực hiện:" has a role of its own.
    let isLoose =
      value("inner", of: match) != nil && !lists(leaf.role) && !lists(role)
    return TitleLabel(field: field, rule: match.rule, isLoose: isLoose)
  }

  /// The label that a title of a task ends with behind a dash: "Lắp camera - Đơn vị thực hiện".
  private mutating func labelTail(_ leaf: FactLeaf) -> TaskLabel? {
    guard lists(leaf.role), let dash = leaf.tokens.lastIndex(where: { isDash($0) }), dash > 1,
      leaf.tokens[dash].shape.contains(.spaced), leaf.tokens.count - dash <= 8
    else { return nil }
    let match = lineMatches(Array(leaf.tokens[(dash + 1)...])).first {
      meaning($0) == .taskHeading
    }
    guard let match, let field = value("field", of: match) else { return nil }
    return TaskLabel(field: field, start: dash, content: dash..<leaf.tokens.count, rule: match.rule)
  }

  /// Whether a section with a role lists tasks or solutions.
  func lists(_ role: Role?) -> Bool {
    role == .tasks || role == .solutions || role == .tasksSolutions
  }

  /// The labels of a leaf: at its beginning, or behind a mark.
  private mutating func labels(_ leaf: FactLeaf) -> [TaskLabel] {
    var labels: [TaskLabel] = []
    guard leaf.tells(.taskLabel) else { return labels }
    for match in leaf.matches where meaning(match) == .taskLabel {
      guard labels.count < Self.mostLabels, let field = value("field", of: match) else { continue }
      let first = match.start == 0
      guard first || separates(leaf.tokens[match.start - 1]), !isName(match, leaf) else {
        continue
      }
      // "… (Thực hiện: Thư viện xã)"; elsewhere inside a line the word is a verb.
      if value("within", of: match) != nil, first || !isMark(leaf.tokens[match.start - 1], 0x28) {
        continue
      }
      if let last = labels.last {
        // "Cơ quan chủ trì thực hiện:" holds "thực hiện:".
        guard match.start >= last.content.lowerBound else { continue }
        labels[labels.count - 1].content = last.content.lowerBound..<match.start
      }
      // "Thời gian hoàn thành trước ngày 30/6": a label without a colon ends before its words.
      let start = capture("when", of: match, leaf.tokens)?.lowerBound ?? match.end
      labels.append(
        TaskLabel(
          field: field, start: match.start, content: start..<leaf.tokens.count, rule: match.rule,
          handsOut: value("hands", of: match) != nil))
    }
    return labels
  }

  /// Whether the words before the colon are the name of a body that holds those of a label, with its
  /// duty behind it: "Phòng Tham mưu: Chủ trì tổng hợp".
  private func isName(_ match: RuleMatch, _ leaf: FactLeaf) -> Bool {
    let next = match.start + 1
    guard match.end - match.start > 2, leaf.tokens[next].shape.contains(.capitalized),
      let heads = grammar.list("field-heads"),
      grammar.entry(in: heads, leaf.tokens, at: match.start)?.end == next
    else { return false }
    return true
  }

  /// Whether a mark may stand before a label inside a unit.
  private func separates(_ token: Token) -> Bool {
    guard token.kind == .mark else { return false }
    switch markers.scalar(token) {
    case 0x3B, 0x2E, 0x2C, 0x28, 0x2D, 0x2013, 0x2B, 0x2A, 0x2022: return true
    default: return false
    }
  }
}
