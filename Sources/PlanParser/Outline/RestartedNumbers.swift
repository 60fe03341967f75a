import PlanModel
import PlanText

/// Bullets below which numbers begin anew.
///
/// "- Về kiểm tra: 02 cuộc" / "1. …" / "2. …" / "- Về giám sát: 01 cuộc" / "1. …"
struct RestartedNumbers {
  /// The lines of such bullets, of those above them, and of the first number below each.
  private(set) var lines: Set<Int> = []

  /// Lists that begin right below bullets, one after the other.
  private struct Run {
    var style: UInt8
    var last: Int
    var starts = 1
    var heads: [Int]
  }

  private var run: Run?
  /// The bullets since the last number.
  private var bullets: [Int] = []
  /// Whether the line before is a bullet that no mark closes.
  private var heads = false
  /// Whether numbers stand under the unit that is open and no bullet heads them.
  private var isNumbered = false

  /// Finds them among the lines of a document.
  static func read(_ lines: [Line], _ bytes: [UInt8]) -> Set<Int> {
    var found = RestartedNumbers()
    var before = Line.Ending.stop
    for line in lines where !line.pipe {
      let (scalar, length) = Scalars.decode(bytes, at: line.content.start)
      if MarkerReader.bulletKind(scalar) != nil, line.content.count > length + 1 {
        found.bullets.append(line.number)
        found.heads = line.ending == .open || line.ending == .colon
      } else if let number = NumberedBullets.number(line, bytes) {
        found.take(number.value, number.style, line)
      } else if goesOn(line, behind: before, bytes) {
        if line.ending.endsUnit { found.heads = false }
      } else {
        found.close()
      }
      before = line.ending
    }
    found.close()
    return found.lines
  }

  private mutating func take(_ value: Int, _ style: UInt8, _ line: Line) {
    defer {
      bullets = []
      heads = false
    }
    let isSame = run.map { $0.style == style } ?? !isNumbered
    if value == 1, heads, isSame {
      run = run ?? Run(style: style, last: 0, starts: 0, heads: [])
      run?.heads += bullets + [line.number]
      run?.starts += 1
      run?.last = 1
    } else if let known = run, known.style == style, bullets.isEmpty, value == known.last + 1 {
      run?.last = value
    } else {
      close()
      isNumbered = true
    }
  }

  /// Takes the lines of lists that began at least twice.
  private mutating func close() {
    if let run, run.starts > 1 { lines.formUnion(run.heads) }
    run = nil
    bullets = []
    (heads, isNumbered) = (false, false)
  }

  /// Whether a line without bullet and number goes on with the one before, which ends so.
  private static func goesOn(_ line: Line, behind before: Line.Ending, _ bytes: [UInt8]) -> Bool {
    guard before == .open || before == .comma, !line.capitals, line.blanksBefore == 0,
      line.heading == 0, !line.bold
    else { return false }
    return !opensLabel(bytes[line.content.start..<min(line.content.end, line.content.start + 6)])
  }

  /// Whether a line begins with a number, a numeral or a letter and a mark behind it: "IV.", "a)".
  private static func opensLabel(_ start: ArraySlice<UInt8>) -> Bool {
    let label = start.prefix { $0 != 0x2E && $0 != 0x29 && $0 != 0x2F && $0 != 0x20 }
    let mark = label.endIndex
    guard !label.isEmpty, mark < start.endIndex, start[mark] != 0x20,
      mark + 1 == start.endIndex || start[mark + 1] == 0x20
    else { return false }
    return label.count == 1 || label.allSatisfy { $0.isDigit }
      || label.allSatisfy { "IVXLC".utf8.contains($0) }
  }
}
