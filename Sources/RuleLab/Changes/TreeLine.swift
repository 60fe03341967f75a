import PlanExport
import PlanModel

/// A line of a plan's tree with what is known of it.
struct TreeLine: Sendable {
  /// The zone it stands in: "body", "targets".
  let zone: String
  /// What kind of thing it tells: "section", "target".
  let kind: String
  /// The line without indentation and id, to be compared.
  let text: String
  /// The rule that made it.
  let rule: String?
  /// Where it stands in the document.
  let span: ByteSpan?

  /// The lines of a plan's tree that tell something.
  static func all(_ plan: Plan) -> [TreeLine] {
    let plain = lines(PlanTree.write(plan))
    let full = lines(PlanTree.write(plan, spans: true, trace: true))
    var zone = ""
    var lines: [TreeLine] = []
    for (line, traced) in zip(plain, full) {
      let content = line.drop { $0 == " " }
      if content.startIndex == line.startIndex {
        zone = String(line)
        continue
      }
      let origin = Origin(traced.dropFirst(line.count))
      let kind = kind(content, in: zone)
      lines.append(
        TreeLine(
          zone: zone, kind: kind, text: comparable(content, kind: kind), rule: origin.rule,
          span: origin.span))
    }
    return lines
  }

  private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

  private static let marks: [Character: String] = [
    "§": "section", "•": "item", "¶": "paragraph", "▦": "table",
  ]

  private static func kind(_ line: Substring, in zone: String) -> String {
    if let first = line.first, let kind = marks[first] { return kind }
    let word = line.prefix { $0 != " " }
    switch zone {
    case "header", "furniture", "signatures", "recipients", "appendices":
      return "\(zone) \(word)"
    case "preamble", "body", "closing": return "table \(word)"
    default: return zone
    }
  }

  /// Ids move when something before them changes; what they name does not.
  private static func comparable(_ line: Substring, kind: String) -> String {
    var words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    switch kind {
    case "section", "item", "paragraph", "table": if words.count > 2 { words.remove(at: 1) }
    case "references", "targets", "tasks", "assignments", "funding", "reports":
      if words.count > 1 { words.remove(at: 0) }
    default: break
    }
    return kind + " " + words.joined(separator: " ")
  }

  /// What the tree tells of a line's origin: ` @12..40 {rule}`.
  private struct Origin {
    var span: ByteSpan?
    var rule: String?

    init(_ text: Substring) {
      for part in text.split(separator: " ") {
        if part.hasPrefix("{"), part.hasSuffix("}") {
          rule = String(part.dropFirst().dropLast())
        } else if part.hasPrefix("@") {
          let ends = part.dropFirst().split(separator: ".").compactMap { Int($0) }
          if ends.count == 2 { span = ByteSpan(ends[0], ends[1]) }
        }
      }
    }
  }
}
