import PlanParser
import PlanText

/// Tells which rules stand behind the difference of two trees.
struct RulesBehind {
  /// How many rules are named of each kind.
  private static let most = 8

  let grammar: Grammar

  /// The rules that made the new lines, and those that match where the lost lines stood.
  func text(old: String, now: String, traced: String, of document: CanonicalText) -> String {
    let before = old.split(separator: "\n")
    let after = now.split(separator: "\n")
    let full = traced.split(separator: "\n")
    var made: [String] = []
    var lost: [Substring] = []
    for edit in LineDiff.edits(from: before, to: after) {
      switch edit {
      case .keep: break
      case .delete(let index): lost.append(before[index])
      case .insert(let index): if let rule = Self.rule(full, index, after) { made.append(rule) }
      }
    }
    var output = Self.line("made by", made)
    output += Self.line("where lines are lost, there match", readers(of: lost, in: document))
    return output
  }

  private static func line(_ title: String, _ rules: [String]) -> String {
    var known = Set<String>()
    let once = rules.filter { known.insert($0).inserted }
    if once.isEmpty { return "" }
    let more = once.count > most ? ", …" : ""
    return "\(title): \(once.prefix(most).joined(separator: ", "))\(more)\n"
  }

  /// The rule at the end of a traced line, when the lines of both trees go together.
  private static func rule(
    _ full: [Substring], _ index: Int, _ plain: [Substring]
  ) -> String? {
    guard full.count == plain.count, full[index].hasSuffix("}"),
      let open = full[index].lastIndex(of: "{")
    else { return nil }
    return String(full[index][full[index].index(after: open)...].dropLast())
  }

  /// The rules that match on the lines of the document that some tree lines quote.
  private func readers(of lost: [Substring], in document: CanonicalText) -> [String] {
    let lines = document.bytes.split(separator: UInt8(ascii: "\n"))
    return lost.prefix(Self.most).flatMap { line -> [String] in
      let quoted = line.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
      guard quoted.count > 1, let words = quoted[1].split(separator: "\\").first, !words.isEmpty,
        let source = lines.first(where: { $0.holds(Array(words.prefix(24).utf8)) })
      else { return [] }
      return grammar.findings(in: Array(source)).map { grammar.rules[$0.rule].id }
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether some bytes stand together somewhere in these.
  fileprivate func holds(_ other: [UInt8]) -> Bool {
    guard let first = other.first, count >= other.count else { return false }
    return (startIndex...(endIndex - other.count)).contains { start in
      self[start] == first && self[start..<(start + other.count)].elementsEqual(other)
    }
  }
}
