import PlanModel
import PlanText

extension Score {
  /// The words of each leaf must stand, in order, under its span.
  mutating func scoreSpans(_ text: CanonicalText) {
    for leaf in Self.leaves(plan) {
      let ends = leaf.span.entries.compactMap { $0.text.flatMap { Int($0) } }
      guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1], ends[1] <= text.bytes.count else {
        count(.spans) { $0.note(miss: 1, "\(leaf.name) has no span: \(leaf.text.prefix(60))") }
        continue
      }
      let under = Self.words(String(decoding: text.bytes[ends[0]..<ends[1]], as: UTF8.self))
      var next = 0
      let isThere = Self.words(leaf.text).allSatisfy { word in
        guard let place = under[next...].firstIndex(of: word) else { return false }
        next = place + 1
        return true
      }
      count(.spans) {
        $0.note(
          hit: isThere ? 1 : 0, miss: isThere ? 0 : 1, extra: isThere ? 0 : 1,
          "\(leaf.name) \(ends[0])..\(ends[1]): \(leaf.text.prefix(60))")
      }
    }
  }

  /// Every word of the document must be told as often as it stands there.
  mutating func scoreCoverage(_ text: CanonicalText) {
    let all = Self.words(String(decoding: text.bytes, as: UTF8.self))
    let told = Self.toldTexts(plan).flatMap { Self.words($0) }
    count(.coverage) { tally in
      tally.add(
        all.map { Fact(text: $0.lowercased()) }, told.map { Fact(text: $0.lowercased()) })
    }
  }

  /// The words of a text: letters, numbers and underscores that stand together.
  static func words(_ text: String) -> [Substring] {
    text.unicodeScalars.split { !$0.isWordPart }.map { Substring($0) }
  }

  private typealias Leaf = (name: String, text: String, span: Told)

  private static func leaves(_ plan: Told) -> [Leaf] {
    var leaves: [Leaf] = []
    for name in plan["header"].names {
      for field in plan["header"][name].several where !field["text"].isEmpty {
        leaves.append(("header." + name, field["text"].text ?? "", field["span"]))
      }
    }
    for part in ["preamble", "body", "closing"] { addLeaves(plan[part].entries, &leaves) }
    for appendix in plan["appendices"].entries { addLeaves(appendix["body"].entries, &leaves) }
    for one in plan["recipients"].entries {
      leaves.append(("recipient", one["text"].text ?? "", one["span"]))
    }
    return leaves
  }

  private static func addLeaves(_ nodes: [Told], _ leaves: inout [Leaf]) {
    for node in nodes {
      let id = node["id"].text ?? ""
      if node["type"].text == "table" {
        for row in node["rows"].entries {
          for (cell, span) in zip(row["cells"].entries, row["spans"].entries) where !cell.isEmpty {
            leaves.append((id, cell.text ?? "", span))
          }
        }
      } else {
        leaves.append((id, node["heading"].text ?? node["text"].text ?? "", node["span"]))
      }
      addLeaves(node["children"].entries, &leaves)
    }
  }

  private static func toldTexts(_ plan: Told) -> [String] {
    var texts: [Told] = []
    for name in plan["header"].names {
      texts += plan["header"][name].several.map { $0["text"] }
    }
    for part in ["preamble", "body", "closing"] { addTexts(plan[part].entries, &texts) }
    for appendix in plan["appendices"].entries {
      texts += ["label", "title", "note"].map { appendix[$0] }
      addTexts(appendix["body"].entries, &texts)
    }
    for signer in plan["signatures"].entries {
      texts += signer["authority"].entries + [signer["position"], signer["name"]]
    }
    for note in plan["footnotes"].entries { texts += [note["label"], note["text"]] }
    var groups = Set<String>()
    for one in plan["recipients"].entries {
      texts += [one["text"], one["purpose"]]
      if let group = one["group"].text, groups.insert(group).inserted {
        texts.append(one["group"])
      }
    }
    texts += plan["furniture"].entries.map { $0["text"] }
    return texts.compactMap(\.text)
  }

  private static func addTexts(_ nodes: [Told], _ texts: inout [Told]) {
    for node in nodes {
      texts += ["label", "heading", "text"].map { node[$0] } + node["columns"].entries
      for row in node["rows"].entries { texts += row["cells"].entries }
      addTexts(node["children"].entries, &texts)
    }
  }
}
