/// What is looked for in a catalog.
package struct FindQuery: Sendable {
  /// Words that must stand one after the other; all phrases must be there.
  let phrases: [[SearchText.Phrase]]
  /// The question to the full-text index.
  let match: String
  /// The question to the index of a catalog of version 1, which does not know the marks of words.
  let matchWithoutMarks: String
  /// The days within which work must be due.
  let due: DueRange?

  /// The kinds of facts that may be asked for: the tables of the catalog.
  package static let kinds = FactTable.allCases.filter { $0 != .diagnostics }.map(\.name)

  /// A query.
  ///
  /// - Parameters:
  ///   - words: Phrases; words with marks must have these, words without may have any.
  ///   - due: A date or interval in EDTF: "2026", "2026-05", "2026-04/2026-06".
  ///   - kinds: Tables of the catalog; all when there are none.
  package init(words: [String], due: String?, kinds: [String]) throws(ArchiveError) {
    var parts: [String] = []
    var marks: [String] = []
    var phrases: [[SearchText.Phrase]] = []
    for phrase in words {
      let found = SearchText.words(phrase)
      guard !found.isEmpty else { continue }
      let phrase = found.map { SearchText.Phrase($0) }
      phrases.append(phrase)
      // Words with marks that stand beside each other.
      for run in phrase.split(whereSeparator: { $0.code.isEmpty }) {
        let codes = run.map { String(decoding: $0.code, as: UTF8.self) }
        marks.append("marked : \"\(codes.joined(separator: " "))\"")
      }
      let folded = found.map { String(decoding: SearchText.indexed(String($0)), as: UTF8.self) }
      parts.append("words : \"\(folded.joined(separator: " "))\"")
    }
    for kind in kinds where !Self.kinds.contains(kind) {
      throw .argument(
        "\(kind): no kind of fact; there is \(Self.kinds.joined(separator: ", "))")
    }
    if !kinds.isEmpty { parts.append("tags : (\(kinds.joined(separator: " OR ")))") }
    self.due = try due.map { value throws(ArchiveError) in
      let range = DueRange(value)
      guard let from = range.starts, let to = range.ends, from <= to else {
        throw .argument(
          "\(value): no date such as 2026, 2026-05 or 2026-05-31, and no interval such as "
            + "2026-04/2026-06")
      }
      let years = DueRange.years(from: from, to: to)
      parts.append("tags : (\((years + ["always"]).joined(separator: " OR ")))")
      return range
    }
    guard !parts.isEmpty else {
      throw .argument("nothing is looked for; give words, --kind or --due")
    }
    self.phrases = phrases
    matchWithoutMarks = parts.joined(separator: " AND ")
    match = (marks + parts).joined(separator: " AND ")
  }

  /// Whether a fact is due within the days that were asked for.
  func takes(_ time: DueRange, recurs: Bool) -> Bool {
    guard let due else { return true }
    return time.isDue(within: due, recurs: recurs)
  }

  /// Whether a text has the words with the marks that they were typed with.
  func takes(_ text: String) -> Bool {
    phrases.allSatisfy { SearchText.contains(text, phrase: $0) }
  }
}
