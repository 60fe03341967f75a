import PlanModel

extension PlanReader {
  /// Tells targets that measure the same thing at the same time with different values.
  mutating func diagnoseTargetConflicts(_ leaves: [FactLeaf], except continued: Set<Int>) {
    /// The roles of the sections that nodes stand in, once two targets are about the same.
    var roles: [String: Role?] = [:]
    // The places of the targets that may be about the same.
    var known: [UInt64: [Int]] = [:]
    for (place, target) in plan.targets.enumerated() where !continued.contains(place) {
      let key = roughKey(target)
      let alike = known[key] ?? []
      guard let earlier = alike.first(where: { isSame(plan.targets[$0], target) }) else {
        if alike.count < Self.mostAlike { known[key] = alike + [place] }
        continue
      }
      let first = plan.targets[earlier]
      guard first.value != target.value || first.upper != target.upper, !bound(first, target) else {
        continue
      }
      if roles.isEmpty { for leaf in leaves { roles[leaf.node] = leaf.role } }
      if roles[first.node] == roles[target.node], standApart(first.node, target.node) { continue }
      diagnose(
        .targetConflict, .document, .warning,
        "\"\(target.indicator)\" is set at \(first.value) and here at \(target.value) "
          + "\(target.unit); make the two agree",
        target.span, node: target.node)
    }
  }

  /// Whether one tells the least and the other the most: "tối thiểu 03, không quá 05 thành viên".
  private func bound(_ one: Target, _ other: Target) -> Bool {
    switch (one.comparator, other.comparator) {
    case (.ge, .le), (.ge, .lt), (.gt, .le), (.gt, .lt): true
    case (.le, .ge), (.le, .gt), (.lt, .ge), (.lt, .gt): true
    default: false
    }
  }

  /// Whether two nodes stand below different leads: "1. Cấp huyện" and "2. Cấp xã" each have a
  /// "Tổng số lớp" of their own.
  private func standApart(_ one: String, _ other: String) -> Bool {
    let (one, other) = (one.split(separator: "."), other.split(separator: "."))
    guard let place = zip(one, other).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
      return false
    }
    return place + 1 < one.count && place + 1 < other.count
  }

  /// How many targets of one rough key are compared; more differ in letters with marks alone.
  private static var mostAlike: Int { 16 }

  /// A number that is the same for targets whose texts differ only in capitals.
  private func roughKey(_ target: Target) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ text: String?) {
      for byte in (text ?? "").utf8 where byte < 0x80 {
        key = (key ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
      }
      key = (key ^ 0xFF) &* 0x100_0000_01B3
    }
    add(target.indicator)
    add(target.subject)
    add(target.action)
    add(target.unit)
    add(target.by)
    add(target.period)
    return key
  }

  /// Whether two targets are set for the same.
  private func isSame(_ one: Target, _ other: Target) -> Bool {
    func equal(_ one: String?, _ other: String?) -> Bool {
      one == other || one?.lowercased() == other?.lowercased()
    }
    return one.by == other.by && one.period == other.period && one.direction == other.direction
      && equal(one.unit, other.unit) && equal(one.subject, other.subject)
      && equal(one.action, other.action) && equal(one.indicator, other.indicator)
  }
}
