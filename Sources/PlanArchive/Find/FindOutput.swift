package import PlanCorpus
import PlanExport

/// Writes findings for people, spreadsheets and programs.
package struct FindOutput {
  /// A form in which findings are written.
  package enum Form: String, CaseIterable, Sendable {
    case table
    case csv
    case json
  }

  private let form: Form
  private let stream: ByteStream
  private var gathered: [UInt8] = []
  private var count = 0

  /// An output in a form.
  package init(_ form: Form, to stream: ByteStream = .standardOutput) {
    self.form = form
    self.stream = stream
  }

  /// Writes what a query finds, at most `limit` of it; whether there was more.
  package mutating func write(
    _ query: FindQuery, in finder: Finder, limit: Int?
  ) throws(ArchiveError) -> (count: Int, isMore: Bool) {
    if form == .csv { CSVRow.write(Finding.columns.map { Array($0.utf8) }, into: &gathered) }
    if form == .json { gathered += Array("[".utf8) }
    var isMore = false
    try finder.find(query) { finding throws(ArchiveError) in
      if let limit, count >= limit {
        isMore = true
        return false
      }
      add(finding)
      count += 1
      if gathered.count >= 1 << 16 { try flush() }
      return true
    }
    if form == .json { gathered += Array(count == 0 ? "]\n".utf8 : "\n]\n".utf8) }
    try flush()
    return (count, isMore)
  }

  private mutating func add(_ finding: Finding) {
    switch form {
    case .csv: CSVRow.write(finding.common.map(\.cell), into: &gathered)
    case .json: json(finding)
    case .table: table(finding)
    }
  }

  private mutating func json(_ finding: Finding) {
    var fields = zip(Finding.columns.prefix(4), finding.common).map { ($0, $1) }
    fields += [("span_start", finding.span[0]), ("span_end", finding.span[1])]
    fields += finding.own
    let parts = fields.map { name, value in
      StreamAnswer.spelled(name) + ": " + Self.spelled(value)
    }
    let text = (count == 0 ? "\n  {" : ",\n  {") + parts.joined(separator: ", ") + "}"
    gathered += Array(text.utf8)
  }

  private static func spelled(_ value: CatalogValue) -> String {
    switch value {
    case .null: "null"
    case .integer(let number): String(number)
    case .real(let number): CatalogValue.spelled(number)
    case .text(let text), .blob(let text):
      StreamAnswer.spelled(String(decoding: text, as: UTF8.self))
    }
  }

  /// The text of a fact, and under it who, when and where.
  private mutating func table(_ finding: Finding) {
    func text(_ index: Int) -> String? {
      guard case .text(let text) = finding.common[index] else { return nil }
      return Self.printable(String(decoding: text, as: UTF8.self))
    }
    var facts = [text(4), text(5).map { "with " + $0 }, text(6)].compactMap { $0 }
    let place = [text(0), text(2)].compactMap { $0 }.joined(separator: " ")
    facts.append("\(place) [\(text(1) ?? "")]")
    gathered += Array("\(text(3) ?? "")\n    \(facts.joined(separator: " | "))\n".utf8)
  }

  /// Without what a terminal would obey.
  private static func printable(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let isDirection =
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      output.append(isControl || isDirection ? " " : scalar)
    }
    return String(output)
  }

  private mutating func flush() throws(ArchiveError) {
    do throws(CorpusError) { try stream.write(gathered) } catch { throw .file(error) }
    gathered.removeAll(keepingCapacity: true)
  }
}
