package import PlanModel
package import PlanText

/// Prints diagnostics for a person: the place, the message, the line and a caret under it.
package struct DiagnosticReport: Sendable {
  /// Whether to colour the severity and the caret.
  package var colour: Bool
  /// Whether to print notes beside warnings and errors.
  package var notes: Bool

  /// A report for a terminal or a file.
  package init(colour: Bool, notes: Bool) {
    self.colour = colour
    self.notes = notes
  }

  /// How many characters of a source line are shown.
  private static let width = 100

  /// Every diagnostic of a plan that is to be shown, in document order as the plan has them.
  package func text(_ plan: Plan, of text: CanonicalText, path: String) -> String {
    var output: [UInt8] = []
    for diagnostic in plan.diagnostics where notes || diagnostic.severity != .note {
      append(diagnostic, text, path, to: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func append(
    _ diagnostic: Diagnostic, _ text: CanonicalText, _ path: String, to output: inout [UInt8]
  ) {
    func add(_ parts: String...) {
      for part in parts { output += part.utf8 }
    }
    add(path)
    var excerpt: (line: String, caret: String)?
    if let span = diagnostic.span, span.start >= 0, span.start <= text.bytes.count {
      let (line, column) = text.line(at: span.start)
      add(":", String(line), ":", String(column))
      excerpt = Self.excerpt(text, line: line, column: column)
    }
    let severity = paint(diagnostic.severity.rawValue, Self.colour(of: diagnostic.severity))
    add(": ", severity, ": ", Self.printable(diagnostic.message))
    add(" [", diagnostic.code.rawValue, "]\n")
    if let excerpt {
      add("  ", excerpt.line, "\n  ", paint(excerpt.caret, "32"), "\n")
    }
  }

  /// The line with the column in sight, and a caret under that column.
  private static func excerpt(
    _ text: CanonicalText, line: Int, column: Int
  ) -> (line: String, caret: String)? {
    guard line >= 1, line <= text.lines.count else { return nil }
    let scalars = window(text, text.lines[line - 1], column: column)
    guard !scalars.line.allSatisfy({ $0 == " " }) else { return nil }
    let caret = [UInt8](repeating: 0x20, count: scalars.before) + [UInt8(ascii: "^")]
    return (scalars.line, String(decoding: caret, as: UTF8.self))
  }

  /// At most `width` characters of a line around a column; never the whole of a huge line.
  private static func window(
    _ text: CanonicalText, _ span: ByteSpan, column: Int
  ) -> (line: String, before: Int) {
    let skipped = column - 1 > width * 3 / 4 ? column - 1 - width / 2 : 0
    var shown = ""
    var seen = 0
    var start = span.start
    // Count characters by their first bytes: no String of a line that may be megabytes long.
    while start < span.end, seen < skipped {
      start += 1
      while start < span.end, text.bytes[start] & 0xC0 == 0x80 { start += 1 }
      seen += 1
    }
    var end = start
    var count = 0
    while end < span.end, count < width {
      end += 1
      while end < span.end, text.bytes[end] & 0xC0 == 0x80 { end += 1 }
      count += 1
    }
    shown = printable(String(decoding: text.bytes[start..<end], as: UTF8.self))
    if skipped > 0 { shown = "…" + shown }
    if end < span.end { shown += "…" }
    return (shown, column - 1 - skipped + (skipped > 0 ? 1 : 0))
  }

  /// A document's text without what a terminal would obey: control characters become spaces.
  private static func printable(_ text: String) -> String {
    guard text.utf8.contains(where: mayBeObeyed), text.unicodeScalars.contains(where: isObeyed)
    else { return text }
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { output.append(isObeyed(scalar) ? " " : scalar) }
    return String(output)
  }

  /// Whether a character is a control, or turns the writing direction, the message's too.
  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether such a character may begin with a byte.
  private static func mayBeObeyed(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2
  }

  private static func colour(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;35"
    case .note: "1;36"
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
