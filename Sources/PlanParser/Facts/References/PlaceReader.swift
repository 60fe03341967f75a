import PlanModel
import PlanText

/// Reads the places of the plan that it names itself ("mục 5, Phần III") and finds their nodes.
extension PlanReader {
  /// One word and number of a place: "khoản 2".
  struct PlacePart {
    /// What sort of unit the word is for, from outside in.
    enum Kind: String, CaseIterable {
      case appendix
      case part
      case chapter
      case section
      case article
      case subsection
      case clause
      case point
      case item

      /// Whether plans have such units, and not laws only.
      var isOfOutline: Bool {
        switch self {
        case .part, .chapter, .section, .subsection: true
        case .appendix, .article, .clause, .point, .item: false
        }
      }

      /// How far inside the unit stands.
      var depth: Int {
        switch self {
        case .appendix: 0
        case .part, .chapter: 1
        case .section, .article: 2
        case .subsection, .clause: 3
        case .point: 4
        case .item: 5
        }
      }
    }

    /// What sort of unit it is.
    var kind: Kind
    /// The word in small letters.
    var word: String
    /// The number in small letters.
    var label: String
  }

  /// Adds the links of a leaf.
  mutating func readPlaces(_ leaf: FactLeaf, _ leaves: FactLeaves, _ index: inout PlaceIndex?) {
    for match in leaf.matches where meaning(match) == .place && value("kind", of: match) == nil {
      guard leaf.zone != .header, !isInsideWord(match, leaf.tokens) else { continue }
      let own = leaf.matches(from: match.end, to: match.end + 1).first {
        meaning($0) == .place && value("kind", of: $0) == "own"
      }
      if own == nil, !mayBeOwn(match, leaf) { continue }
      let parts = placeParts(match, leaf.tokens)
      guard let outer = parts.first, own != nil || parts.count > 1 || isLedTo(match, leaf) else {
        continue
      }
      let known = index ?? PlaceIndex(plan)
      index = known
      let to = places(parts, from: leaf, leaves, known)
      let range = match.start..<(own?.end ?? match.end)
      let place = span(leaf.tokens, range)
      if to.isEmpty {
        // An appendix that is missing is told where it is announced.
        let isNumbered = parts.count > 1 && parts.allSatisfy(\.kind.isOfOutline)
        guard own != nil || isNumbered, outer.kind != .appendix else { continue }
        diagnose(
          .referenceUnresolved, .document, .warning,
          "\"\(folder.fold(place))\" is no part of this plan, see whether its number is right",
          place, node: leaf.node)
        if own == nil { continue }
      }
      plan.links.append(
        Link(
          text: folder.fold(place), to: to, node: leaf.node, span: place,
          rule: traced(match.rule)))
    }
  }

  // MARK: What names a place of this plan

  /// "danh mục 5 dự án": the word is the end of another.
  private func isInsideWord(_ match: RuleMatch, _ tokens: [Token]) -> Bool {
    guard match.start > 0, let words = grammar.list("place-not") else { return false }
    return grammar.entry(in: words, tokens, at: match.start - 1) != nil
  }

  /// Whether no other document is named beside a place.
  private func mayBeOwn(_ match: RuleMatch, _ leaf: FactLeaf) -> Bool {
    var after = match.end
    while after < leaf.tokens.count, leaf.tokens[after].kind == .mark,
      bytes[Int(leaf.tokens[after].start)] != UInt8(ascii: ";"), after < match.end + 2
    {
      after += 1
    }
    if let ofs = grammar.list("place-ofs"),
      let of = grammar.entry(in: ofs, leaf.tokens, at: after)
    {
      after = of.end
    }
    for other in leaf.matches(from: match.start - 16, to: match.end + 8) {
      switch meaning(other) {
      case .documentKind:
        if other.start == after || other.end == match.start { return false }
      case .documentPart:
        let part = value("part", of: other)
        if part == "law", other.start == after { return false }
        // "Nghị định số 30/2020/NĐ-CP (Phụ lục I)": what stands behind a number is its part.
        if part == "number", other.end < leaf.tokens.count,
          leaf.tokens[other.end].kind == .number,
          other.start >= match.end || match.start - other.end < 14
        {
          return false
        }
      default: continue
      }
    }
    return true
  }

  /// "tại mục 5": one word alone is a place only where words lead to it.
  private func isLedTo(_ match: RuleMatch, _ leaf: FactLeaf) -> Bool {
    guard match.start > 0, let leads = grammar.list("place-leads") else { return false }
    var before = match.start - 1
    if bytes[Int(leaf.tokens[before].start)] == UInt8(ascii: "("), before > 0 { before -= 1 }
    return grammar.entry(in: leads, leaf.tokens, at: before) != nil
  }

  // MARK: The parts of a place

  /// The parts of a place from outside in: "Phần III, mục 5" and "mục 5, Phần III" are one.
  private func placeParts(_ match: RuleMatch, _ tokens: [Token]) -> [PlacePart] {
    guard let words = grammar.list("place-words") else { return [] }
    var parts: [PlacePart] = []
    var place = match.start
    while place < match.end {
      guard let word = grammar.entry(in: words, tokens, at: place), word.end < match.end,
        let kind = PlacePart.Kind(rawValue: word.value)
      else {
        place += 1
        continue
      }
      var end = word.end
      while end < match.end, tokens[end].kind == .syllable,
        tokens[end].end - tokens[end].start > 2,
        Letters.roman(bytes[Int(tokens[end].start)..<Int(tokens[end].end)].map { $0 & 0xDF }) == nil
      {
        end += 1
      }
      let start = end
      while end < match.end, end == start || !tokens[end].shape.contains(.spaced),
        tokens[end].kind != .mark || bytes[Int(tokens[end].start)] == UInt8(ascii: ".")
      {
        end += 1
      }
      guard start < end else { break }
      parts.append(
        PlacePart(
          kind: kind, word: folder.fold(span(tokens, place..<word.end)).lowercased(),
          label: raw(span(tokens, start..<end)).lowercased()))
      place = end
    }
    return parts.enumerated().sorted {
      ($0.element.kind.depth, $0.offset) < ($1.element.kind.depth, $1.offset)
    }.map(\.element)
  }

  // MARK: Finding the nodes

  /// The ids of the nodes that the parts name; several when the innermost are listed.
  private func places(
    _ parts: [PlacePart], from leaf: FactLeaf, _ leaves: FactLeaves, _ index: PlaceIndex
  ) -> [String] {
    var parts = parts[...]
    var parent: Int?
    if let first = parts.first, first.kind == .appendix {
      guard let number = appendix(first.label) else { return [] }
      parts.removeFirst()
      if parts.isEmpty { return ["A\(number)"] }
      parent = PlaceIndex.appendix(number)
    }
    var found: [String] = []
    while let part = parts.popFirst() {
      let isLast = parts.first.map { $0.kind.depth == part.kind.depth } ?? true
      let place =
        parent.map { index.child(part.word, part.label, under: $0) }
        ?? self.place(part, from: leaf, leaves, index)
      guard let place else { return found }
      if isLast { found.append(index.ids[place]) } else { parent = place }
    }
    return found
  }

  /// The unit that a first part names, seen from a leaf: one around it has it, or the whole plan.
  private func place(
    _ part: PlacePart, from leaf: FactLeaf, _ leaves: FactLeaves, _ index: PlaceIndex
  ) -> Int? {
    if part.kind == .article { return index.unit(named: part.word + " " + part.label) }
    var around =
      index.place(of: leaf.node)
      ?? leaf.ancestors.reversed().lazy.compactMap { index.place(of: leaves[$0].node) }.first
    while let place = around, place >= 0 {
      let parent = index.parent(of: place)
      if let found = index.child(part.word, part.label, under: parent) { return found }
      around = parent
    }
    return index.child(part.word, part.label, under: PlaceIndex.body)
      ?? index.unit(named: part.word + " " + part.label)
  }

  /// The number, counted from 1, of the appendix with a label.
  private func appendix(_ label: String) -> Int? {
    if let place = plan.appendices.firstIndex(where: { $0.label?.lowercased() == label }) {
      return place + 1
    }
    let value = Int(label) ?? Letters.roman(label.utf8.map { $0 & 0xDF })
    guard let value, value > 0 else { return nil }
    let labels = plan.appendices.map { appendix in
      appendix.label.flatMap { Int($0) ?? Letters.roman($0.utf8.map { $0 & 0xDF }) }
    }
    if let place = labels.firstIndex(of: value) { return place + 1 }
    // Appendices without labels of their own are counted.
    return value <= labels.count && labels.allSatisfy { $0 == nil } ? value : nil
  }
}
