import PlanModel

extension Corpus {
  /// A golden that differs from what the program makes now.
  package struct Difference: Sendable, CustomStringConvertible {
    /// The file, with the line of the case in a specification.
    package let place: String
    /// What differs, or what is wrong with the golden.
    package let detail: String
    /// The rules behind it, as `RulesBehind` tells them.
    package var rules = ""
    /// What to do.
    package let remedy: String

    /// All of it, for a terminal.
    package var description: String { "\(place)\n\(detail)\(rules)\(remedy)\n" }
  }

  /// The ending of a folder's name that is expected to differ.
  static let bugSuffix = ".bug"

  /// What differs under a name; nothing when all is as expected.
  package func check(_ entry: Entry) throws(CorpusError) -> [Difference] {
    switch entry.kind {
    case .specification: return try checkSpecification(entry)
    case .summary: return try checkSummary(entry)
    case .document:
      let differences = try checkDocument(entry)
      guard entry.name.hasSuffix(Self.bugSuffix) else { return differences }
      if !differences.isEmpty { return [] }
      return [
        Difference(
          place: path(of: entry), detail: "a known bug that is gone\n",
          remedy: "rename the folder to \(entry.name.dropLast(Self.bugSuffix.count))")
      ]
    }
  }

  private func checkSpecification(_ entry: Entry) throws(CorpusError) -> [Difference] {
    let golden = Golden(grammar: grammar)
    let path = path(of: entry)
    var differences: [Difference] = []
    for one in try specification(entry).cases where entry.line == nil || entry.line == one.line {
      let now = try golden.text(of: one, path: path)
      var found = difference(
        old: one.expected, new: now, place: "\(path):\(one.line)",
        accept: "\(entry.name):\(one.line)")
      if !found.isEmpty {
        let (tree, text) = try golden.traced(one)
        found[0].rules = RulesBehind(grammar: grammar).text(
          old: one.expected, now: now, traced: tree, of: text)
      }
      differences += found
    }
    return differences
  }

  private func checkDocument(_ entry: Entry) throws(CorpusError) -> [Difference] {
    let plan = try Golden(grammar: grammar).plan(of: input(of: entry)).plan
    var differences: [Difference] = []
    for file in Golden.files {
      let place = Path.join(path(of: entry), file.name)
      let old = try text(at: place)
      let now = String(decoding: file.format.bytes(plan), as: UTF8.self)
      var found = difference(old: old, new: now, place: place, accept: entry.name)
      if !found.isEmpty, file.format == .tree {
        let (tree, text) = try Golden(grammar: grammar).traced(input(of: entry))
        found[0].rules = RulesBehind(grammar: grammar).text(
          old: old, now: now, traced: tree, of: text)
      }
      differences += found
    }
    return try differences + checkOutline(entry, plan)
  }

  /// Compares with the outline that a person wrote down before any program read the document.
  private func checkOutline(_ entry: Entry, _ plan: Plan) throws(CorpusError) -> [Difference] {
    let place = Path.join(path(of: entry), "outline.txt")
    guard FileSystem.exists(place) else { return [] }
    let old = OutlineReading.text(byHand: try text(at: place))
    let new = OutlineReading.text(plan)
    if old == new { return [] }
    return [
      Difference(
        place: place,
        detail: UnifiedDiff.text(old: old, new: new, oldName: place, newName: "now"),
        remedy: "a person's reading: mend the rules, or the file where the person misread")
    ]
  }

  private func checkSummary(_ entry: Entry) throws(CorpusError) -> [Difference] {
    let place = path(of: entry)
    return difference(
      old: try text(at: place), new: try summary(), place: place, accept: entry.name)
  }

  private func difference(
    old: String, new: String, place: String, accept name: String
  ) -> [Difference] {
    // Bytes, not canonically equal strings: a golden is the same or it is not.
    if old.utf8.elementsEqual(new.utf8) { return [] }
    let detail = UnifiedDiff.text(old: old, new: new, oldName: place, newName: "now")
    return [
      Difference(
        place: place, detail: detail, remedy: "to accept: kehoach corpus accept \(name)")
    ]
  }

  /// The text of a golden, "" when there is none yet.
  func text(at path: String) throws(CorpusError) -> String {
    guard FileSystem.exists(path) else { return "" }
    return String(decoding: try FileSystem.read(path), as: UTF8.self)
  }

  /// One line of counts for each document.
  func summary() throws(CorpusError) -> String {
    var output = PlanCounts.columns.joined(separator: "\t") + "\n"
    let golden = Golden(grammar: grammar)
    for entry in try entries() where entry.kind == .document {
      let (plan, text) = try golden.plan(of: input(of: entry))
      output += PlanCounts.line(Path.name(entry.name), plan, text) + "\n"
    }
    return output
  }
}
