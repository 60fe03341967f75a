import PlanModel

/// The order in which a document nests its bullet kinds.
enum BulletOrder {
  /// The kinds in `lines` from outside in: a kind that follows a colon of another stands below
  /// it, a kind that opens a numbered unit stands above.
  static func read(_ lines: [Line], _ bytes: [UInt8]) -> [UInt32] {
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
