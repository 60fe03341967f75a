import PlanModel
import PlanText

/// A label in a leaf: what it labels, and the tokens up to the next.
struct TaskLabel {
  /// What it labels.
  var field: String
  /// Where its words begin.
  var start: Int
  /// What stands behind its words, up to the next label.
  var content: Range<Int>
  /// The rule that found it.
  var rule: Int
  /// Whether it hands a duty out, as "Giao: …" does.
  var handsOut = false
}

/// Reading what stands behind the labels of a plan's lines.
extension PlanReader {
  /// "(đơn vị chủ trì: Phòng Kinh tế)": the bracket that closes the labels belongs to none.
  private func withoutClosing(_ content: Range<Int>, _ tokens: [Token]) -> Range<Int> {
    guard let last = content.last, isMark(tokens[last], 0x29) || isMark(tokens[last], 0x5D),
      !content.contains(where: { isMark(tokens[$0], 0x28) || isMark(tokens[$0], 0x5B) })
    else { return content }
    return content.lowerBound..<last
  }

  /// What a label says with the quotation marks at its ends that were trimmed: "Dữ liệu “đúng, đủ”".
  private func withQuotes(
    _ content: Range<Int>, within whole: Range<Int>, _ tokens: [Token]
  ) -> Range<Int> {
    var (start, end) = (content.lowerBound, content.upperBound)
    if start > whole.lowerBound, isMark(tokens[start - 1], 0x201C) { start -= 1 }
    let open = (start..<end).last { isMark(tokens[$0], 0x201C) || isMark(tokens[$0], 0x201D) }
    if let open, isMark(tokens[open], 0x201C), end < whole.upperBound,
      let close = (end..<whole.upperBound).first(where: { isMark(tokens[$0], 0x201D) })
    {
      end = close + 1
    }
    return start..<end
  }

  /// What the labels of such a line say: "(Chủ trì: Phòng Kinh tế; thời gian: Quý II/2026)"; `nil`
  /// when it does not begin with one.
  mutating func bracketedLabels(
    _ leaf: FactLeaf, _ labels: [TaskLabel], year: Int?
  ) -> TaskFields? {
    let opening = asideOpening(leaf.tokens)
    guard opening > 0, labels.first?.start == opening,
      var fields = fields(of: labels, leaf, year: year)
    else { return nil }
    fields.textEnd = nil
    fields.isLabel = labels.first?.handsOut == false
    return fields
  }

  /// What such a line says of the unit above it: "(Phòng Kinh tế chủ trì, phối hợp với các thôn;
  /// thời gian: Quý II/2026)"; `nil` when it charges nobody.
  mutating func bracketedCharge(
    _ leaf: FactLeaf, _ labels: [TaskLabel], year: Int?
  ) -> TaskFields? {
    let tokens = leaf.tokens
    let opening = asideOpening(tokens)
    guard opening > 0, labels.first?.start != opening else { return nil }
    let words = bodyWords(leaf)
    guard let charge = words.charges.first, charge.role == .lead,
      let list = bodyList(at: opening, before: tokens.count, tokens, words),
      list.end == charge.range.lowerBound
    else {
      // "(Công an xã thực hiện)"
      let handed = handedInBracket(leaf, words)
      guard labels.isEmpty, !handed.lead.isEmpty else { return nil }
      return TaskFields(
        lead: handed.lead.map { text($0, tokens) },
        support: handed.support.map { text($0, tokens) },
        time: dueInText(leaf, year: year) ?? dueInBracket(leaf))
    }
    var end = labels.first?.start ?? tokens.count
    if let stop = tokens[..<end].firstIndex(where: {
      isMark($0, 0x3B) || isMark($0, 0x29) || isMark($0, 0x5D)
    }) {
      end = stop
    }
    var fields = fields(of: labels, leaf, year: year) ?? TaskFields()
    fields.textEnd = nil
    (fields.lead, fields.support) = bodies(of: leaf, in: opening..<end, words)
    fields.time = fields.time ?? dueInText(leaf, year: year) ?? dueInBracket(leaf)
    fields.rule = fields.rule ?? charge.rule
    return fields
  }

  /// Whether a label says with its own words that it is one of work: "Thời hạn hoàn thành: …".
  private func isOfWork(_ label: TaskLabel, _ tokens: [Token]) -> Bool {
    guard label.field == "time" || label.field == "output",
      let words = grammar.list("work-label-words")
    else { return false }
    return (label.start..<label.content.lowerBound).contains {
      grammar.entry(in: words, tokens, at: $0) != nil
    }
  }

  /// What labels say; `nil` when they say nothing of a task.
  mutating func fields(of labels: [TaskLabel], _ leaf: FactLeaf, year: Int?) -> TaskFields? {
    guard labels.contains(where: { $0.field != "other" }) else { return nil }
    var fields = TaskFields()
    var says = false
    let words = bodyWords(leaf)
    for label in labels {
      let content = withoutClosing(trimmed(label.content, leaf.tokens, .none), leaf.tokens)
      guard !content.isEmpty, label.field != "other" else { continue }
      switch label.field {
      case "lead":
        let (lead, support) = bodies(of: leaf, in: content, words)
        fields.lead += lead
        fields.support += support
      case "support":
        let (lead, support) = bodies(of: leaf, in: content, words)
        fields.support += lead + support
      case "time": fields.time = fields.time ?? time(leaf, in: content, year: year)
      case "start": fields.start = fields.start ?? time(leaf, in: content, year: year)
      case "output":
        let whole = withQuotes(content, within: label.content, leaf.tokens)
        fields.output = fields.output ?? text(whole, leaf.tokens)
      default: break
      }
      fields.rule = fields.rule ?? label.rule
      says = true
    }
    if let first = labels.first {
      if first.start > 0 { fields.textEnd = first.start }
      fields.isLabel = first.start == 0 && !first.handsOut
      fields.isOfWork = first.start == 0 && labels.contains { isOfWork($0, leaf.tokens) }
    }
    return says ? fields : nil
  }
}
