import PlanModel

/// Gathers the lines of a tree.
struct TreeWriter {
  private(set) var text = ""
  private let width: Int?
  private let spans: Bool
  private let trace: Bool

  init(width: Int?, spans: Bool, trace: Bool) {
    self.width = width
    self.spans = spans
    self.trace = trace
  }

  /// Adds a line at a depth: its parts, separated by spaces, those that are absent left out.
  mutating func line(
    _ depth: Int, _ parts: String?..., span: ByteSpan? = nil, rule: String? = nil
  ) {
    var line = String(repeating: "  ", count: min(depth, ByteOutput.deepestIndent))
    var first = true
    for part in parts {
      guard let part else { continue }
      if !first { line += " " }
      line += part
      first = false
    }
    var origin = ""
    if spans, let span { origin += " @\(span.start)..\(span.end)" }
    if trace, let rule { origin += " {\(rule)}" }
    text += shortened(line, room: origin.count)
    text += origin
    text += "\n"
  }

  /// The name of a zone that has something in it.
  mutating func zone(_ name: String, empty: Bool) {
    if !empty { line(0, name) }
  }

  private func shortened(_ line: String, room: Int) -> String {
    guard let width else { return line }
    // Where a word alone is longer than the terminal, a little of it is better than none.
    let limit = max(width - room, 20)
    guard let cut = line.index(line.startIndex, offsetBy: limit, limitedBy: line.endIndex),
      cut < line.endIndex
    else { return line }
    return line[..<line.index(before: cut)] + "…"
  }
}

extension String {
  /// The text in quotation marks, on one line.
  var quoted: String { "\"" + escaped(mark: "\"") + "\"" }

  /// An id or label, on one line.
  var unbroken: String { escaped(mark: "\\") }

  /// The text of a table cell, on one line.
  var cell: String { escaped(mark: "|") }

  /// `name=text`, in quotation marks when the text is more than a word.
  func named(_ name: String) -> String {
    let plain =
      !utf8.isEmpty
      && utf8.allSatisfy { $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: "\"") && $0 != 0x7F }
    return name + "=" + (plain ? self : quoted)
  }

  private func escaped(mark: Unicode.Scalar) -> String {
    guard unicodeScalars.contains(where: { $0 == mark || $0.breaksLine || $0 == "\\" }) else {
      return self
    }
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case mark, "\\": text += "\\" + String(scalar)
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case _ where scalar.breaksLine: text += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Whether a terminal or a text editor would not show it as a mark on the line.
  fileprivate var breaksLine: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension [String] {
  /// The names after a word, as `lead "…", "…"`; `nil` when there are none.
  func listed(_ name: String) -> String? {
    isEmpty ? nil : name + " " + map(\.quoted).joined(separator: ", ")
  }
}
