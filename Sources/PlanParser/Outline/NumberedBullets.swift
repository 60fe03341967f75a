import PlanModel
import PlanText

/// Bullets that head the parts of one numbered list: "- Về kinh tế:" / "(1) …" / "(2) …" / "- Về văn
/// hóa:" / "(3) …".
struct NumberedBullets {
  /// The lines of such bullets, and of the first number behind each.
  private(set) var lines: Set<Int> = []

  /// A numbered list that began right below a bullet.
  private struct Run {
    var kind: UInt32
    var style: UInt8
    var last: Int
    /// The lines of its bullets and of the numbers right below them.
    var heads: [Int]
    /// Whether a bullet heads several numbers.
    var isList = false
  }

  private var run: Run?
  /// The bullet on the line before.
  private var bullet: (kind: UInt32, line: Int)?

  /// Finds them among the lines of a document.
  static func read(_ lines: [Line], _ bytes: [UInt8]) -> Set<Int> {
    var found = NumberedBullets()
    for line in lines where !line.pipe && line.tabs == 0 {
      let (scalar, length) = Scalars.decode(bytes, at: line.content.start)
      if let kind = MarkerReader.bulletKind(scalar), line.content.count > length + 1 {
        found.take(bullet: kind, line)
      } else if let number = number(line, bytes) {
        found.take(number.value, number.style, line)
      } else {
        found.bullet = nil
        if line.capitals { found.close() }
      }
    }
    found.close()
    return found.lines
  }

  private mutating func take(bullet kind: UInt32, _ line: Line) {
    // Of two bullets in a row none heads numbers.
    if let run, run.kind == kind, bullet != nil || line.ended && line.ending != .colon { close() }
    bullet = (kind, line.number)
    if line.ending == .stop || line.ending == .semicolon || line.ending == .comma { bullet = nil }
  }

  private mutating func take(_ value: Int, _ style: UInt8, _ line: Line) {
    defer { bullet = nil }
    if let bullet {
      if value == 1 {
        close()
        run = Run(kind: bullet.kind, style: style, last: 1, heads: [bullet.line, line.number])
      } else if let known = run, known.kind == bullet.kind, known.style == style,
        value == known.last + 1
      {
        run?.heads += [bullet.line, line.number]
        run?.last = value
      } else {
        close()
      }
    } else if let known = run, known.style == style {
      guard value == known.last + 1 else { return close() }
      run?.last = value
      run?.isList = true
    }
  }

  /// Takes the lines of a list that at least two bullets part.
  private mutating func close() {
    if let run, run.heads.count > 2, run.isList { lines.formUnion(run.heads) }
    run = nil
    bullet = nil
  }

  /// The number that a line opens with, "(3)", "3)" or "3.", and the mark that tells its style.
  static func number(_ line: Line, _ bytes: [UInt8]) -> (value: Int, style: UInt8)? {
    var offset = line.content.start
    let isBracketed = bytes[offset] == UInt8(ascii: "(")
    if isBracketed { offset += 1 }
    var value = 0
    let first = offset
    while offset < line.content.end, offset - first < 3, bytes[offset].isDigit {
      value = value * 10 + Int(bytes[offset] - 48)
      offset += 1
    }
    guard offset > first, offset + 1 < line.content.end else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: ")"): return (value, isBracketed ? UInt8(ascii: "(") : UInt8(ascii: ")"))
    case UInt8(ascii: ".") where !isBracketed && bytes[offset + 1] == UInt8(ascii: " "):
      return (value, UInt8(ascii: "."))
    default: return nil
    }
  }
}

/// Placing them.
extension Outline {
  /// Places a bullet that heads a part of a numbered list beside the one before it, and the first
  /// number behind it under it; `nil` where the outline has no place for them.
  mutating func placeParted(_ marker: Marker, draft: Int) -> Placement? {
    if marker.family == .bullet {
      guard let index = openBullet(marker.style) else { return nil }
      close(from: index)
    } else if !isUnderBullet(draft - 1) {
      return nil
    }
    let parent = top
    open(marker, draft: draft)
    return Placement(parent: parent, marker: marker, fault: nil)
  }
}
