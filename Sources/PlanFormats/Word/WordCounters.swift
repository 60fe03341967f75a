/// Counts the paragraphs of automatic numberings as Word does, and writes their labels.
struct WordCounters {
  private let numbering: WordNumbering
  /// The numbers that levels stand at, by the definition that numberings share; `nil` before the
  /// first.
  private var counts: [Int: [Int?]] = [:]
  /// The levels of numberings whose own start was used.
  private var started: Set<[Int]> = []

  /// Counters that have counted nothing.
  init(_ numbering: WordNumbering) { self.numbering = numbering }

  /// Counts a paragraph and gives its label; `nil` when it has none.
  ///
  /// - Parameters:
  ///   - number: The id of its numbering.
  ///   - level: Its level, from 0.
  mutating func next(_ number: Int, level: Int) -> FlowLabel? {
    guard number != 0, let instance = numbering.instances[number],
      0...WordNumbering.deepest ~= level
    else { return nil }
    let definition = numbering.definition(of: instance)
    guard let abstract = numbering.abstracts[definition] else { return nil }
    func form(_ index: Int) -> WordNumbering.Level? {
      instance.levels[index] ?? abstract.levels[index]
    }
    guard let own = form(level) else { return nil }
    var counts =
      self.counts[definition] ?? Array(repeating: nil, count: WordNumbering.deepest + 1)
    for index in 0...level {
      guard let start = instance.starts[index], started.insert([number, index]).inserted else {
        continue
      }
      counts[index] = index == level ? start - 1 : start
    }
    counts[level] = counts[level].map { $0 < Int(Int32.max) ? $0 + 1 : $0 } ?? own.start
    // What stands below begins anew.
    if level < WordNumbering.deepest {
      for index in (level + 1)...WordNumbering.deepest {
        if let restart = form(index)?.restart, restart == 0 || restart < level + 1 { continue }
        counts[index] = nil
      }
    }
    self.counts[definition] = counts
    if own.format == .bullet {
      let mark = SymbolFont.bullet(own.text, font: own.font)
      guard !mark.isEmpty else { return nil }
      return FlowLabel(text: mark == "o" ? "\u{25E6}" : mark, gap: !own.isGlued)
    }
    let text = write(own.text) { index in
      guard let form = form(index), form.format != .bullet else { return "" }
      let count = counts[index] ?? form.start
      if own.isLegal, form.format != .none { return String(count) }
      return form.format.text(count)
    }
    return text.isEmpty ? nil : FlowLabel(text: text, gap: !own.isGlued)
  }

  /// A label with the numbers of levels in it: "%1.%2." for the first and the second.
  private func write(_ pattern: String, number: (Int) -> String) -> String {
    var text = ""
    var isPlace = false
    for scalar in pattern.unicodeScalars {
      if isPlace, scalar.value >= 49, scalar.value <= 57 {
        text += number(Int(scalar.value) - 49)
        isPlace = false
        continue
      }
      if isPlace { text += "%" }
      isPlace = scalar == "%"
      if !isPlace { text.unicodeScalars.append(scalar) }
    }
    if isPlace { text += "%" }
    return text
  }
}
