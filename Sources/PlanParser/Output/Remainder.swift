import PlanModel
import PlanText

/// What no zone has claimed: gives each character that is left to the part it belongs to.
///
/// Marks go to the leaf that they touch or that stands on their line: the comma after a place, the
/// stars around a heading. A line of marks alone is a separator. Words that are left stand as
/// noise, with a diagnostic: nothing is lost.
struct Remainder {
  /// A leaf of the plan, and how to find it again.
  private struct Leaf {
    var span: ByteSpan
    var part: Part
  }

  private enum Part {
    /// A field of the header.
    case header(Int)
    /// A node, counted from the first one of the preamble.
    case node(Int)
    case signature(Int)
    case recipient(Int)
    /// What stands before the body of an appendix.
    case appendix(Int)
    case other
  }

  private let bytes: [UInt8]
  private var leaves: [Leaf] = []
  private var nodes = 0
  private var headerSpans: [ByteSpan?] = []
  private var nodeSpans: [Int: ByteSpan] = [:]
  private var found: [Furniture] = []

  /// Claims what is left of the text under `plan`.
  static func claim(_ plan: inout Plan, _ bytes: [UInt8]) {
    var remainder = Remainder(bytes: bytes)
    remainder.gather(plan)
    remainder.sweep(&plan)
    remainder.apply(&plan)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  // MARK: Gathering

  private mutating func gather(_ plan: Plan) {
    headerSpans = Remainder.spans(plan.header)
    for (index, span) in headerSpans.enumerated() { add(span, .header(index)) }
    for issuer in plan.header.joint { add(issuer.span, .other) }
    for zone in [plan.preamble, plan.body, plan.closing] { add(zone) }
    for (index, appendix) in plan.appendices.enumerated() {
      let body = appendix.body.map(\.span.start).min().map(lineStart) ?? appendix.span.end
      add(ByteSpan(appendix.span.start, max(body, appendix.span.start)), .appendix(index))
      add(appendix.body)
    }
    for (index, one) in plan.signatures.enumerated() { add(one.span, .signature(index)) }
    for (index, one) in plan.recipients.enumerated() { add(one.span, .recipient(index)) }
    for one in plan.furniture { add(one.span, .other) }
    for one in plan.footnotes { add(one.span, .other) }
    leaves.sort { $0.span.start < $1.span.start }
  }

  /// Where a node begins, with the marks of markdown that stand before it on its line ("## II").
  private func lineStart(_ start: Int) -> Int {
    var place = start
    while place > 0, [0x23, 0x2A, 0x5F, 0x20].contains(bytes[place - 1]) { place -= 1 }
    return place > 0 && bytes[place - 1] == 0x0A ? place - 1 : start
  }

  private mutating func add(_ span: ByteSpan?, _ part: Part) {
    guard let span, span.count > 0 else { return }
    leaves.append(Leaf(span: span, part: part))
  }

  private mutating func add(_ zone: [Node]) {
    for node in zone {
      add(node.span, .node(nodes))
      nodes += 1
      add(node.children)
    }
  }

  // MARK: Sweeping

  /// Goes over the gaps between leaves.
  private mutating func sweep(_ plan: inout Plan) {
    var covered = 0
    var before: Int?
    for index in leaves.indices {
      if leaves[index].span.start > covered {
        gap(ByteSpan(covered, leaves[index].span.start), before, index, &plan)
      } else if let before, isFurniture(index), leaves[index].span.end > covered,
        leaves[index].span.start < covered, extend(before, to: leaves[index].span, &plan)
      {
        // A repeated column row in bold ends after its table, which ends before the stars.
        covered = leaves[before].span.end
      }
      if leaves[index].span.end >= covered {
        covered = leaves[index].span.end
        before = index
      }
    }
    if covered < bytes.count { gap(ByteSpan(covered, bytes.count), before, nil, &plan) }
  }

  private func isFurniture(_ index: Int) -> Bool {
    if case .other = leaves[index].part { true } else { false }
  }

  /// Gives away what stands in a gap, line by line.
  private mutating func gap(
    _ gap: ByteSpan, _ before: Int?, _ after: Int?, _ plan: inout Plan
  ) {
    var start = gap.start
    while start < gap.end {
      let lineEnd = bytes[start..<gap.end].firstIndex(of: 0x0A) ?? gap.end
      let rest = Blank.trim(bytes, ByteSpan(start, lineEnd))
      if rest.count > 0 {
        // The leaf before stands on this line when the gap begins here, and the one after when the
        // gap ends here.
        let left = start == gap.start ? before : nil
        let right = lineEnd == gap.end && lineEnd < bytes.count ? after : nil
        claim(rest, left, right, &plan)
      }
      start = lineEnd + 1
    }
  }

  private mutating func claim(
    _ rest: ByteSpan, _ left: Int?, _ right: Int?, _ plan: inout Plan
  ) {
    if hasWord(rest) {
      if isTitle(rest, plan) { return }
      found.append(Furniture(kind: .noise, text: text(rest), span: rest))
      plan.diagnostics.append(
        Diagnostic(
          .ocrSuspect, .parser, .warning,
          "no rule knows what this is, it stands as noise; read it and add a rule", span: rest))
      return
    }
    let touchesLeft = left.map { leaves[$0].span.end == rest.start } ?? false
    if touchesLeft || right == nil, let left, extend(left, to: rest, &plan) { return }
    if let right, extend(right, to: rest, &plan) { return }
    if let left, extend(left, to: rest, &plan) { return }
    found.append(Furniture(kind: .separator, text: text(rest), span: rest))
  }

  /// Whether an appendix tells these words in its title or note, which may stand below its first
  /// lines.
  private func isTitle(_ rest: ByteSpan, _ plan: Plan) -> Bool {
    var start = rest.start
    // "# (Kèm theo …)": the mark of a heading is no word.
    while start < rest.end, bytes[start] == UInt8(ascii: "#") { start += 1 }
    // Of markdown the title is told without its marks and line breaks.
    let forms = [true, false].map { markdown in
      letters(TextFolder(bytes: bytes, markdown: markdown).fold(ByteSpan(start, rest.end)))
    }
    return plan.appendices.contains { appendix in
      guard appendix.span.contains(rest) else { return false }
      return [appendix.title, appendix.note].compactMap { $0.map(letters) }.contains { told in
        forms.contains { told.contains($0) }
      }
    }
  }

  /// A text without its blanks.
  private func letters(_ text: String) -> String {
    String(decoding: text.utf8.filter { $0 > 0x20 }, as: UTF8.self)
  }

  /// Makes a leaf longer; returns whether it can be.
  private mutating func extend(_ index: Int, to rest: ByteSpan, _ plan: inout Plan) -> Bool {
    let span = leaves[index].span.union(rest)
    switch leaves[index].part {
    case .header(let field): headerSpans[field] = span
    case .node(let node): nodeSpans[node] = span
    case .signature(let signature): plan.signatures[signature].span = span
    case .recipient(let recipient): plan.recipients[recipient].span = span
    case .appendix(let appendix):
      plan.appendices[appendix].span = plan.appendices[appendix].span.union(rest)
    case .other: return false
    }
    leaves[index].span = span
    return true
  }

  private func hasWord(_ span: ByteSpan) -> Bool {
    var offset = span.start
    while offset < span.end {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      // Letters beyond those of Vietnamese are words too: better told as noise than hidden.
      if scalar.isDigit || LetterCase(scalar) != .none || scalar >= 0x2E80
        || Remainder.isFigure(scalar)
      {
        return true
      }
      offset += length
    }
    return false
  }

  /// Whether a character is a figure or letter set high, low, in a fraction or in a circle: "¹".
  static func isFigure(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xBC...0xBE, 0x2070...0x209C, 0x2150...0x218B,
      0x2460...0x249B:
      true
    default: false
    }
  }

  private func text(_ span: ByteSpan) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  // MARK: Applying

  private func apply(_ plan: inout Plan) {
    Remainder.set(headerSpans, &plan.header)
    if !found.isEmpty {
      plan.furniture += found
      plan.furniture.sort { $0.span.start < $1.span.start }
    }
    if nodeSpans.isEmpty { return }
    var count = 0
    apply(&plan.preamble, &count)
    apply(&plan.body, &count)
    apply(&plan.closing, &count)
    for index in plan.appendices.indices {
      apply(&plan.appendices[index].body, &count)
      for node in plan.appendices[index].body {
        let span = plan.appendices[index].span.union(node.extent ?? node.span)
        plan.appendices[index].span = span
      }
    }
  }

  private func apply(_ zone: inout [Node], _ count: inout Int) {
    for index in zone.indices {
      if let span = nodeSpans[count] { zone[index].span = span }
      count += 1
      if zone[index].children.isEmpty { continue }
      apply(&zone[index].children, &count)
      guard let last = zone[index].children.last else { continue }
      let end = max(zone[index].span.end, last.extent?.end ?? last.span.end)
      zone[index].extent = ByteSpan(zone[index].span.start, end)
    }
  }

  private static func spans(_ header: Header) -> [ByteSpan?] {
    [
      header.superior.span, header.issuer.span, header.number.span, header.place.span,
      header.date.span, header.kind.span, header.title.span, header.note.span,
    ]
  }

  private static func set(_ spans: [ByteSpan?], _ header: inout Header) {
    header.superior.span = spans[0]
    header.issuer.span = spans[1]
    header.number.span = spans[2]
    header.place.span = spans[3]
    header.date.span = spans[4]
    header.kind.span = spans[5]
    header.title.span = spans[6]
    header.note.span = spans[7]
  }
}
