import PlanModel
import PlanText

/// The name of a body that the head writes on several lines.
extension PlanReader {
  /// Adds a line to the name of a body, with the dash that stands between the two or the comma that
  /// ends the first: "PHÒNG TÀI CHÍNH -" / "KẾ HOẠCH".
  mutating func join(_ line: ByteSpan, to body: inout HeadBody) {
    var start = line.start
    let last = body.pieces.count - 1
    // The specks between the two lines were told last.
    for index in plan.furniture.indices.suffix(16).reversed() {
      let speck = plan.furniture[index]
      guard speck.kind == .noise, let dash = allTokens(speck.span).first,
        dash.end == speck.span.end, case let isComma = markers.scalar(dash) == 0x2C,
        isComma && dash.start == body.pieces[last].end
          || MarkerReader.bulletKind(markers.scalar(dash)) == 0x2D
      else { continue }
      if isBlank(from: body.pieces[last].end, to: speck.span.start) {
        body.pieces[last].end = speck.span.end
      } else if isBlank(from: speck.span.end, to: line.start) {
        start = speck.span.start
      } else {
        continue
      }
      plan.furniture.remove(at: index)
    }
    body.pieces.append(ByteSpan(start, line.end))
  }

  /// How many lines the name of a body takes at most.
  private static let bodyLines = 8

  private func isBlank(from start: Int, to end: Int) -> Bool {
    start <= end && Blank.trim(bytes, ByteSpan(start, end)).isEmpty
  }

  /// Whether a body is told by what it is alone: of whom stands on the next line.
  mutating func needsName(_ body: HeadBody) -> Bool {
    guard body.pieces.count < PlanReader.bodyLines else { return false }
    let words = body.pieces.flatMap { allTokens($0) }
    return phrases(words).contains {
      $0.start == 0 && $0.end == words.count && value("needs", of: $0) == "name"
    }
  }

  /// Whether a body's name ends its line in a word that joins the next to it: "VĂN PHÒNG ĐOÀN ĐBQH
  /// VÀ" / "HĐND TỈNH".
  mutating func goesOn(_ body: HeadBody) -> Bool {
    guard body.pieces.count < PlanReader.bodyLines, let last = body.pieces.last,
      let word = allTokens(last).last
    else { return false }
    return isStrongJoiner(word)
  }

  /// Whether the first word of a body's name was cut off the words of the next line.
  mutating func isCut(_ body: HeadBody, before next: [Token]) -> Bool {
    guard !body.heads, body.pieces.count == 1 else { return false }
    let first = allTokens(body.pieces[0])
    guard first.count == 1 else { return false }
    return phrases(first + next).contains {
      $0.start == 0 && $0.end > 1 && meaning($0) == .organisation && value("head", of: $0) != "no"
    }
  }
}
