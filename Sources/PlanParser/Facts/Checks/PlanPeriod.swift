import PlanModel
import PlanText

/// Deadlines that lie outside the years of the plan.
extension PlanReader {
  /// Tells of tasks and reports that are due before the document was dated, or years behind the
  /// `last`, the last year that the title names.
  mutating func diagnosePeriod(last: Int?) {
    let dated = plan.header.date.value
    guard dated != nil || last != nil else { return }
    var due: [(value: String, node: String, span: ByteSpan)] = []
    for task in plan.tasks {
      if let value = task.time?.value { due.append((value, task.node, task.span)) }
    }
    for report in plan.reports {
      if let value = report.before { due.append((value, report.node, report.span)) }
    }
    var told: [(value: String, why: String, node: String, span: ByteSpan)] = []
    for (value, node, span) in due {
      let parts = value.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .map { Substring($0) }
      if let dated, let end = parts.last, PlanReader.isBefore(String(end), dated) {
        told.append((value, "before the date of the document, \(dated)", node, span))
      } else if let last, let start = parts.first, let year = PlanReader.leadingYear(start),
        year > last + 1
      {
        told.append((value, "behind \(last), the last year of the plan", node, span))
      }
    }
    // A plan whose first steps are done, or that looks far ahead, says so more than once.
    guard told.count <= max(1, due.count / 4) else { return }
    for (value, why, node, span) in told {
      diagnose(
        .dateOutsidePeriod, .document, .note,
        "\(value) lies \(why), see whether the year is right", span, node: node)
    }
  }

  /// The last year that the title states, but for those of the documents it names.
  func lastYear(_ title: FactLeaf) -> Int? {
    title.times.filter { !isOfDocument($0, title.tokens) }.compactMap { $0.end?.year }.max()
  }

  /// Whether a date, as far as both tell it, lies before another.
  private static func isBefore(_ date: String, _ other: String) -> Bool {
    guard leadingYear(date[...]) != nil, leadingYear(other[...]) != nil else { return false }
    let length = min(date.utf8.count, other.utf8.count)
    return date.utf8.prefix(length).lexicographicallyPrecedes(other.utf8.prefix(length))
  }

  private static func leadingYear(_ date: Substring) -> Int? {
    date.utf8.count >= 4 ? Int(Substring(date.utf8.prefix(4))) : nil
  }
}
