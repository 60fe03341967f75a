import PlanModel
import PlanText

/// The head of a document (thể thức): bodies, motto, number, place and date, kind, title, note.
///
/// The head is read as one run of tokens: recognition and flattened columns put its parts in any
/// order and on any line. Phrases are found first; what is left in capitals names the bodies.
extension PlanReader {
  /// Reads the head; the result is the line at which the preamble begins.
  mutating func head() -> Int {
    guard let (above, end) = headExtent() else { return plainHead() }
    let from = headStart(after: above, before: end)
    for line in lines[..<from] { addFurniture(.portal, trimmedRaw(line)) }
    guard from < end else { return end }
    let region = ByteSpan(lines[from].content.start, lines[end - 1].raw.end)
    let approval = approval(from: from, to: end)
    let tokens = allTokens(region).filter { token in
      !approval.contains { $0.span.start <= Int(token.start) && Int(token.end) <= $0.span.end }
    }
    var parts = (headParts(tokens) + approval).sorted { $0.span.start < $1.span.start }
    let kind = parts.firstIndex { $0.meaning == .kind }
    let plain = kind == nil ? plainKind(of: self.tokens(lines[end - 1].content)) : nil
    let kindStart = kind.map { parts[$0].span.start } ?? plain?.span?.start ?? region.end
    // What follows the kind is its title; phrases inside it tell nothing about the head, and a
    // stamp in a row of cells is one of these.
    parts.removeAll { part in
      part.span.start > kindStart
        && (part.meaning != .draftMark && part.meaning != .stamp
          || lines[from..<end].contains { $0.tabs > 0 && $0.content.contains(part.span) })
    }
    tell(parts, tokens)
    if let year = yearBelow(parts, tokens, before: kindStart) { parts.append(year) }
    parts.sort { $0.span.start < $1.span.start }
    if let plain { plan.header.kind = plain }
    bodies(from: from, to: end, before: kindStart, parts)
    tellPage()
    let subjects = parts.filter { $0.meaning == .subject }
    guard
      let kind = parts.first(where: { $0.meaning == .kind })?.span ?? plain?.span,
      kind.start == kindStart
    else {
      tell(subjects: subjects)
      if subjects.isEmpty { takeSubject(belowNumber: parts) }
      return subjects.isEmpty ? bareTitle(from: end) : end
    }
    let next = lateHead(from: title(after: kind))
    takeBack(parts, from: next)
    tell(subjects: subjects)
    return next
  }

  /// Takes back the stamps and marks of drafts that stand in the text from line `start` on, or reach
  /// into it, which was poured into the lines of the head; what ends such a line is cut off it.
  private mutating func takeBack(_ parts: [HeadPart], from start: Int) {
    guard start < lines.count else { return }
    for part in parts where part.span.end > lines[start].content.start {
      let index = lines[start...].firstIndex { $0.content.contains(part.span) }
      if let index, case let line = lines[index], line.content.end == part.span.end,
        line.content.start < part.span.start
      {
        lines[index] = LineReader.piece(
          of: line, from: line.content.start, to: part.span.start, bytes)
      } else {
        plan.furniture.removeAll { $0.span == part.span }
      }
    }
  }

  private mutating func tell(_ parts: [HeadPart], _ tokens: [Token]) {
    for part in parts {
      switch part.meaning {
      case .motto: addFurniture(.motto, part.span, rule: part.match.rule)
      case .stamp: addFurniture(.stamp, part.span, rule: part.match.rule)
      case .draftMark: addFurniture(.draftMark, part.span, rule: part.match.rule)
      case .subject: continue
      case .number: number(part, tokens)
      case .placeDate: placeDate(part, tokens)
      case .kind:
        plan.header.kind = KindField(
          text: folder.fold(part.span), code: value("code", of: part.match), status: .present,
          span: part.span, rule: traced(part.match.rule))
      default: continue
      }
    }
  }

  /// Tells the lines "V/v …": the first is the title of a document that prints no other.
  private mutating func tell(subjects: [HeadPart]) {
    for subject in subjects {
      if plan.header.title.status == .absent {
        plan.header.title = HeaderField(
          text: folder.fold(subject.span), status: .present, span: subject.span,
          rule: traced(subject.match.rule))
      } else {
        addFurniture(.label, subject.span, rule: subject.match.rule)
      }
    }
  }
}
