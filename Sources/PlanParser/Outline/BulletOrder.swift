import PlanModel

/// The order in which a document nests its bullet kinds.
struct BulletOrder {
  /// The star, which opens a part of a dash or a note below all of them.
  static let star: UInt32 = 0x2A
  /// The dash.
  static let dash: UInt32 = 0x2D

  /// The kinds from outside in.
  private let kinds: [UInt32]
  /// Whether stars stand below dashes somewhere, as their colons, blanks and further dashes show.
  let nestsStars: Bool

  /// The order in `lines`.
  init(_ lines: [Line], _ bytes: [UInt8]) {
    kinds = Self.read(lines, bytes)
    nestsStars = kinds.contains(Self.star) && Self.nestsStars(lines, bytes)
  }

  /// The place of a kind from outside in; of a kind that is not known behind all others.
  func place(of kind: UInt32) -> Int { kinds.firstIndex(of: kind) ?? Int.max }

  /// The kinds in `lines` from outside in: a kind that follows a colon of another stands below
  /// it, a kind that opens a numbered unit stands above.
  private static func read(_ lines: [Line], _ bytes: [UInt8]) -> [UInt32] {
    var kinds: [UInt32] = []
    var weight: [Int] = []
    var previous: UInt32?
    var announced = false
    for line in lines where !line.pipe {
      guard let kind = kind(line, bytes) else {
        if line.tabs == 0, beginsNumbered(line, bytes) { previous = nil }
        continue
      }
      let place = kinds.firstIndex(of: kind) ?? kinds.count
      if place == kinds.count {
        kinds.append(kind)
        weight.append(0)
      }
      if let before = previous {
        if before != kind, announced { weight[place] -= 1 }
      } else {
        weight[place] += 1
      }
      previous = kind
      announced = line.ending == .colon
    }
    let order = kinds.indices.sorted {
      weight[$0] != weight[$1] ? weight[$0] > weight[$1] : $0 < $1
    }
    return order.map { kinds[$0] }
  }

  /// Whether a star follows a dash that nothing closes or that stands further left, or stands
  /// between dashes of one list and heads none.
  private static func nestsStars(_ lines: [Line], _ bytes: [UInt8]) -> Bool {
    var opener: UInt32?
    var dashed: Int?
    var starred = false
    var ending = Line.Ending.stop
    for line in lines where !line.pipe {
      let kind = kind(line, bytes)
      // "* Trong xã" / "- Cán bộ;": what opens a list stands above all in it.
      opener = opener ?? kind
      switch kind {
      case star:
        if let dashed {
          let isOpen = !starred && ending != .stop && ending != .semicolon
          if isOpen || line.indent >= dashed + 2 { return true }
          starred = line.ending != .colon
        }
      case dash where opener == dash:
        if starred { return true }
        dashed = line.indent
      case nil where line.tabs == 0 && beginsNumbered(line, bytes) || beginsAfter(ending, line):
        (opener, dashed, starred) = (nil, nil, false)
      default: break
      }
      ending = line.ending
    }
    return false
  }

  /// Whether a line without a bullet opens a paragraph behind a sentence that ended so.
  private static func beginsAfter(_ ending: Line.Ending, _ line: Line) -> Bool {
    ending == .stop && !line.startsLower
  }

  private static func kind(_ line: Line, _ bytes: [UInt8]) -> UInt32? {
    let (scalar, length) = Scalars.decode(bytes, at: line.content.start)
    guard let kind = MarkerReader.bulletKind(scalar), line.content.count > length + 1 else {
      return nil
    }
    return kind
  }

  private static func beginsNumbered(_ line: Line, _ bytes: [UInt8]) -> Bool {
    let end = min(line.content.end, line.content.start + 8)
    let close = bytes[line.content.start..<end].firstIndex {
      $0 == 0x2E || $0 == 0x29 || $0 == 0x2F
    }
    return close.map { $0 > line.content.start } ?? false
  }
}
