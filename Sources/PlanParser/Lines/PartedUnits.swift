import PlanModel

/// Whether a text parts its units by blank lines and breaks its lines inside them.
extension Wrap {
  /// How many labels stand behind a blank line at least.
  private static let leastParted = 3
  /// How many characters a line has that nobody wraps by hand.
  private static let widest = 120

  /// Whether a blank line stands before each unit and lines inside of units go on without one, as
  /// in pages that a word processor saved: there the lines between two blank lines are one unit.
  static func partsUnits(_ lines: [Line], _ bytes: [UInt8]) -> Bool {
    var parted = 0
    var glued = 0
    var goesOn = 0
    var goesOnBehindBlank = 0
    var wide = 0
    for (index, line) in lines.enumerated() where line.tabs == 0 && !line.pipe && !line.bare {
      let isParted = index == 0 || line.blanksBefore > 0
      if line.width > widest { wide += 1 }
      if line.startsLower, !isLabelled(line, bytes) {
        if isParted { goesOnBehindBlank += 1 } else { goesOn += 1 }
      } else if isLabelled(line, bytes) {
        if isParted { parted += 1 } else { glued += 1 }
      }
    }
    return parted >= leastParted && glued * 4 <= parted && goesOn > goesOnBehindBlank * 4
      && goesOn * 8 >= parted && wide * 10 <= lines.count
  }

  /// Whether a line opens with what may be a label: a bullet, or a few letters or digits that a dot,
  /// a bracket or a slash closes.
  static func isLabelled(_ line: Line, _ bytes: [UInt8]) -> Bool {
    let (first, length) = Scalars.decode(bytes, at: line.content.start)
    let end = line.content.end
    if MarkerReader.bulletKind(first) != nil {
      let next = line.content.start + length
      return next == end || Blank.length(bytes, at: next, end: end) > 0
    }
    var offset = line.content.start
    while offset < end, offset - line.content.start < 6 {
      switch bytes[offset] {
      case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "/"):
        let next = offset + 1
        return offset > line.content.start
          && (next == end || Blank.length(bytes, at: next, end: end) > 0)
      case 0x30...0x39, UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"): offset += 1
      case 0x61...0x7A where offset == line.content.start: offset += 1
      case UInt8(ascii: "A")...UInt8(ascii: "H") where offset == line.content.start: offset += 1
      default: return false
      }
    }
    return false
  }
}
