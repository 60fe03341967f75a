import PlanModel

extension PlanReader {
  /// Tells targets that measure the same thing at the same time with different values.
  mutating func diagnoseTargetConflicts(except continued: Set<Int>) {
    /// The roles of the sections that nodes stand in, once two targets are about the same.
    var roles: [String: Role?] = [:]
    // The places of the targets that may be about the same.
    var known: [UInt64: [Int]] = [:]
    for place in plan.targets.indices where !continued.contains(place) {
      let key = roughKey(place)
      let alike = known[key] ?? []
      guard let earlier = alike.first(where: { isSame($0, place) }) else {
        if alike.count < Self.mostAlike { known[key, default: []].append(place) }
        continue
      }
      let (first, target) = (plan.targets[earlier], plan.targets[place])
      guard first.value != target.value || first.upper != target.upper, !bound(first, target),
        !areParts(first, target), !standAtBullets(first, target), !areLedApart(first, target),
        !goOnApart(first, target)
      else { continue }
      if roles.isEmpty {
        for zone in [plan.body] + plan.appendices.map(\.body) {
          note(zone, under: nil, in: &roles)
        }
      }
      if roles[first.node] == roles[target.node], standApart(first.node, target.node) { continue }
      diagnose(
        .targetConflict, .document, .warning,
        "\"\(target.indicator)\" is set at \(first.value) and here at \(target.value) "
          + "\(target.unit); make the two agree",
        target.span, node: target.node)
    }
  }

  /// Notes the role of the section that each of some nodes stands in.
  private func note(_ nodes: [Node], under role: Role?, in roles: inout [String: Role?]) {
    for node in nodes {
      let own = node.type == .section ? node.role ?? role : role
      roles[node.id] = .some(own)
      note(node.children, under: own, in: &roles)
    }
  }

  /// How many bytes of a sentence stand between two of its parts at most.
  private static var partReach: Int { 120 }

  /// Whether two counts follow each other in a sentence, which tells behind them how they differ:
  /// "12 nhà cho hộ nghèo, 08 nhà cho hộ cận nghèo".
  private func areParts(_ one: Target, _ other: Target) -> Bool {
    guard one.node == other.node, one.span.end <= other.span.start,
      other.span.start - one.span.end < Self.partReach
    else { return false }
    return !bytes[one.span.end..<other.span.start].contains {
      [0x0A, 0x09, UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: ".")].contains($0)
    }
  }

  /// How many bytes stand between two bullets of a cell at most.
  private static var bulletReach: Int { 2_000 }

  /// Whether a bullet stands between two targets of one cell or paragraph, each below its own lead:
  /// "* Cấp tỉnh: … Tổng số: 12 * Cấp xã: … Tổng số: 30".
  private func standAtBullets(_ one: Target, _ other: Target) -> Bool {
    guard one.node == other.node, one.span.end <= other.span.start,
      other.span.start - one.span.end < Self.bulletReach
    else { return false }
    let between = bytes[one.span.end..<other.span.start]
    return between.indices.contains { place in
      between[place] == UInt8(ascii: "*") && bytes[place + 1] == 0x20
        && [0x20, 0x0A, 0x09].contains(bytes[place - 1])
    } && !between.contains { [0x0A, 0x09].contains($0) }
  }

  /// How many bytes a lead before a colon has at most.
  private static var leadReach: Int { 80 }

  /// Whether leads of one kind stand before both, each with a name of its own: "Khối Mầm non: …" and
  /// "Khối Tiểu học: …", "vụ Xuân: …; vụ Mùa: …".
  private mutating func areLedApart(_ one: Target, _ other: Target) -> Bool {
    guard let first = lead(of: one), let second = lead(of: other) else { return false }
    return first != second && first.first == second.first && first.count > 1 && second.count > 1
  }

  /// The words between a mark and the colon that a target stands right behind, in small letters.
  private mutating func lead(of target: Target) -> [Substring]? {
    var end = target.span.start
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    guard end > 0, bytes[end - 1] == UInt8(ascii: ":") else { return nil }
    end -= 1
    let reach = bytes[max(0, end - Self.leadReach)..<end]
    guard let mark = reach.lastIndex(where: { [0x0A, 0x09, 0x3B, 0x2E, 0x7C].contains($0) }) else {
      return nil
    }
    let words = raw(ByteSpan(mark + 1, end)).lowercased().split(separator: " ")
    return Array(words.drop { ["-", "+", "*", "•"].contains($0) })
  }

  /// Whether what is done so often goes on with other words behind what is counted: "02 lớp tập huấn
  /// cho cán bộ", "05 lớp tập huấn cho nông dân".
  private func goOnApart(_ one: Target, _ other: Target) -> Bool {
    guard one.action != nil, other.action != nil, let first = tail(of: one),
      let second = tail(of: other)
    else { return false }
    return !first.isEmpty && !second.isEmpty && first != second
  }

  /// What stands behind the indicator in the text of a target; `nil` where it is not printed there.
  private func tail(of target: Target) -> ArraySlice<UInt8>? {
    let text = bytes[target.span.start..<target.span.end]
    let name = Array(target.indicator.utf8)
    guard let start = text.indices.first(where: { text[$0...].starts(with: name) }) else {
      return nil
    }
    return text[(start + name.count)...].drop { $0 == 0x20 }
  }

  /// Whether one tells the least and the other the most: "tối thiểu 03, không quá 05 thành viên".
  private func bound(_ one: Target, _ other: Target) -> Bool {
    switch (one.comparator, other.comparator) {
    case (.ge, .le), (.ge, .lt), (.gt, .le), (.gt, .lt): true
    case (.le, .ge), (.le, .gt), (.lt, .ge), (.lt, .gt): true
    default: false
    }
  }

  /// Whether two nodes stand below different leads.
  ///
  /// "1. Cấp huyện" and "2. Cấp xã" each have a "Tổng số lớp" of their own.
  private func standApart(_ one: String, _ other: String) -> Bool {
    let (one, other) = (one.split(separator: "."), other.split(separator: "."))
    guard let place = zip(one, other).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
      return false
    }
    return place + 1 < one.count && place + 1 < other.count
  }

  /// How many targets of one rough key are compared; more differ in letters with marks alone.
  private static var mostAlike: Int { 16 }

  /// A number that is the same for targets whose texts differ only in capitals, of the target at a
  /// place.
  private func roughKey(_ place: Int) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ text: String?) {
      for byte in (text ?? "").utf8 where byte < 0x80 {
        key = (key ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
      }
      key = (key ^ 0xFF) &* 0x100_0000_01B3
    }
    add(plan.targets[place].indicator)
    add(plan.targets[place].subject)
    add(plan.targets[place].action)
    add(plan.targets[place].unit)
    add(plan.targets[place].by)
    add(plan.targets[place].period)
    return key
  }

  /// Whether the targets at two places are set for the same; texts are taken one by one, since a
  /// target has many and would be copied with all of them.
  private func isSame(_ one: Int, _ other: Int) -> Bool {
    func equal(_ one: String?, _ other: String?) -> Bool {
      one == other || one?.lowercased() == other?.lowercased()
    }
    let targets = plan.targets
    return targets[one].by == targets[other].by && targets[one].period == targets[other].period
      && targets[one].direction == targets[other].direction
      && equal(targets[one].unit, targets[other].unit)
      && equal(targets[one].subject, targets[other].subject)
      && equal(targets[one].action, targets[other].action)
      && equal(targets[one].indicator, targets[other].indicator)
  }
}
