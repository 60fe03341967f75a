package import PlanModel
package import PlanText

/// Holds a plan against the text it was read from: nothing lost, nothing told twice, spans true.
package struct PlanAudit {
  /// How many findings are kept; a broken plan would have one for every line.
  private static let limit = 50

  /// What is wrong, each with its place; nothing for a sound plan.
  package private(set) var findings: [String] = []

  private let plan: Plan
  let text: CanonicalText

  /// Audits a plan of a text.
  package init(_ plan: Plan, of text: CanonicalText) {
    self.plan = plan
    self.text = text
    var structure = StructureAudit(text: text)
    structure.run(plan)
    structure.findings.forEach { find($0) }
    // What follows reads the text under the spans: only when they lie in it.
    guard findings.isEmpty else { return }
    let leaves = Leaf.all(of: plan).filter { $0.span.count > 0 || !Ink($0.texts).scalars.isEmpty }
      .sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
    let owners = owners(leaves)
    findLost(owners)
    compareTexts(leaves, owners)
  }

  mutating func find(_ finding: String) {
    if findings.count < Self.limit { findings.append(finding) }
  }

  /// For each byte the index of the leaf that tells it, -1 for none.
  ///
  /// A leaf inside another one's span has its bytes to itself, when it may stand there.
  private mutating func owners(_ leaves: [Leaf]) -> [Int32] {
    var owners = [Int32](repeating: -1, count: text.bytes.count)
    var open: [Int] = []
    for (index, leaf) in leaves.enumerated() {
      while let last = open.last, leaves[last].span.end <= leaf.span.start { open.removeLast() }
      if let last = open.last { judge(leaf, inside: leaves[last]) }
      for byte in leaf.span.start..<leaf.span.end {
        owners[byte] = Int32(truncatingIfNeeded: index)
      }
      open.append(index)
    }
    return owners
  }

  private mutating func judge(_ inner: Leaf, inside outer: Leaf) {
    // An appendix has its body inside; it may be no more than its label, which is furniture.
    let isWhole =
      outer.span.contains(inner.span) && (outer.span != inner.span || outer.kind == .appendix)
    let mayStandInside =
      switch inner.kind {
      case .furniture, .footnote: true
      case .header: outer.kind == .header
      case .node, .table, .ending, .appendix: outer.kind == .appendix
      }
    if !isWhole || !mayStandInside {
      find("\(place(inner.span.start)): \(inner.name) overlaps \(outer.name)")
    }
  }

  private mutating func findLost(_ owners: [Int32]) {
    for line in text.lines {
      var lost = ""
      var start = line.start
      var offset = line.start
      for scalar in text.string(line).unicodeScalars {
        let end = offset + UTF8.width(scalar)
        if owners[offset] < 0, !Ink.isBlank(scalar) {
          if lost.isEmpty { start = offset }
          lost.unicodeScalars.append(scalar)
        }
        offset = end
      }
      if !lost.isEmpty { find("\(place(start)): lies under no leaf: \(lost.prefix(60))") }
    }
  }

  private mutating func compareTexts(_ leaves: [Leaf], _ owners: [Int32]) {
    for (index, leaf) in leaves.enumerated() {
      var own: [UInt8] = []
      for byte in leaf.span.start..<leaf.span.end {
        // A hole parts words: the half before a page number is not the half after it.
        own.append(owners[byte] == Int32(truncatingIfNeeded: index) ? text.bytes[byte] : 0x20)
      }
      let under = String(decoding: own, as: UTF8.self)
      // The note of an appendix may stand above its title.
      let isCells = [.table, .ending, .appendix].contains(leaf.kind)
      let isTrue = isCells ? tells(cells: leaf, under) : tells(leaf, under)
      if !isTrue {
        find(
          "\(place(leaf.span.start)): \(leaf.name) tells \(quote(leaf.texts.joined(separator: " ")))"
            + " where the text is \(quote(under))")
      }
    }
  }

  /// Whether a leaf's texts are what stands under its span, but for its label and outer marks.
  private func tells(_ leaf: Leaf, _ under: String) -> Bool {
    let all = Ink(under)
    let told = Ink(leaf.texts)
    if leaf.kind == .header {
      // Fields of a header in columns: the marks of one stand between the words of another.
      return all.words == told.words || all.words == Ink([leaf.label]).words + told.words
    }
    let label = Ink(leaf.label).words
    if told.scalars.isEmpty {
      return all.words.isEmpty || all.words == label || isMisread(leaf)
    }
    // "1. 1": the text is the last of the two.
    return all.ranges(of: told).contains { range in
      let before = all.scalars[..<range.lowerBound].filter { Ink.isWord($0) }
      let after = all.scalars[range.upperBound...].filter { Ink.isWord($0) }
      return after.isEmpty && (before.isEmpty || before == label || isMisread(leaf))
    }
  }

  /// Whether a label is not what is printed, and the plan says so: "ll." read as II.
  private func isMisread(_ leaf: Leaf) -> Bool {
    plan.diagnostics.contains { diagnostic in
      diagnostic.code == .ocrSuspect && diagnostic.span.map { leaf.span.contains($0) } == true
    }
  }

  /// Whether what stands in cells, in whatever order, is under the span and all else is its head.
  private func tells(cells leaf: Leaf, _ under: String) -> Bool {
    let told = leaf.texts.joined(separator: " ")
    let all = Self.words(under)
    var left = all
    var isThere = true
    for (word, count) in Self.words(told) {
      left[word, default: 0] -= count
      if left[word, default: 0] < 0 { isThere = false }
      if left[word] == 0 { left[word] = nil }
    }
    let heads = leaf.heads.joined(separator: " ")
    let known = Self.words(heads)
    // "T" / "T" in a narrow column is the head "TT".
    let cut = left.filter { known[$0.key] == nil }
    let whole = known.filter { all[$0.key] == nil }
    if isThere, cut.isEmpty || Self.letters(cut) == Self.letters(whole) { return true }
    // A cell may end within a word ("ỦY BAN NHÂN DÂN2."): then its letters must be there.
    let letters = Self.letters(under)
    return letters == Self.letters(told) || letters == Self.letters(told + heads)
  }

  private static func words(_ text: String) -> [String: Int] {
    var words: [String: Int] = [:]
    // A line end in a markdown table cell; marks of emphasis and what takes no room part no word.
    let plain = text.replacing("<br>", with: " ").replacing("*", with: "").unicodeScalars
      .filter { $0.properties.generalCategory != .format }
    for word in plain.split(whereSeparator: { !Ink.isWord($0) }) {
      words[String(String.UnicodeScalarView(word)), default: 0] += 1
    }
    return words
  }

  private static func letters(_ text: String) -> [Unicode.Scalar: Int] {
    Ink(text).words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private static func letters(_ words: [String: Int]) -> [Unicode.Scalar: Int] {
    words.reduce(into: [:]) { letters, word in
      for (letter, count) in Self.letters(word.key) {
        letters[letter, default: 0] += count * word.value
      }
    }
  }

  private func place(_ offset: Int) -> String {
    let (line, column) = text.line(at: min(offset, text.bytes.count))
    return "\(line):\(column)"
  }

  private func quote(_ text: String) -> String {
    "\"\(text.prefix(80))\(text.count > 80 ? "…" : "")\""
  }
}
