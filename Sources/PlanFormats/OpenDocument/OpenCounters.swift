/// Counts the items of the lists of an ODT file and writes their labels.
struct OpenCounters {
  /// How deep lists are counted.
  static let deepest = 10

  private var counts: [String: [Int?]] = [:]

  /// No list was counted.
  init() {}

  /// Counts an item of a list and gives its label; `nil` when it has none.
  ///
  /// - Parameters:
  ///   - list: What tells the list from others.
  ///   - level: Its level, from 1.
  ///   - style: How the list is written.
  ///   - start: The number that the item itself demands.
  mutating func next(
    _ list: String, level: Int, _ style: OpenListStyle, start: Int? = nil
  ) -> FlowLabel? {
    guard 1...OpenCounters.deepest ~= level else { return nil }
    var counts = self.counts[list] ?? Array(repeating: nil, count: OpenCounters.deepest + 1)
    let form = style.levels[level] ?? OpenListStyle.Level()
    counts[level] =
      start ?? counts[level].map { $0 < Int(Int32.max) ? $0 + 1 : $0 } ?? form.start
    for index in (level + 1)..<(OpenCounters.deepest + 1) where level < OpenCounters.deepest {
      counts[index] = nil
    }
    self.counts[list] = counts
    func number(_ index: Int) -> String {
      guard let form = style.levels[index] else { return "" }
      return form.format.text(counts[index] ?? form.start)
    }
    switch form.format {
    case .none:
      let text = form.pattern.map { label($0, number) } ?? (form.prefix + form.suffix)
      return text.allSatisfy { $0 == " " } ? nil : FlowLabel(text: text, gap: !form.isGlued)
    case .bullet:
      let mark = SymbolFont.bullet(form.bullet, font: "")
      guard !mark.isEmpty else { return nil }
      return FlowLabel(
        text: form.prefix + (mark == "o" ? "\u{25E6}" : mark) + form.suffix, gap: !form.isGlued)
    default: break
    }
    let text: String
    if let pattern = form.pattern {
      text = label(pattern, number)
    } else {
      let first = max(1, level - max(1, form.shown) + 1)
      let numbers = (first...level).map(number).filter { !$0.isEmpty }
      text = form.prefix + numbers.joined(separator: ".") + form.suffix
    }
    return FlowLabel(text: text, gap: !form.isGlued)
  }

  /// A label with the numbers of levels in it: "%1%.%2%.".
  private func label(_ pattern: String, _ number: (Int) -> String) -> String {
    var text = ""
    for (index, piece) in pattern.split(separator: "%", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index % 2 == 1, let level = Int(piece), 1...OpenCounters.deepest ~= level {
        text += number(level)
      } else {
        text += piece
      }
    }
    return text
  }
}
