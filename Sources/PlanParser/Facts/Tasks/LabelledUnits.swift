import PlanModel

/// The labelled lines of a plan and the units that they belong to, as places among the leaves.
struct LabelledUnits {
  /// What labels say of each unit.
  private(set) var fields: [Int: TaskFields] = [:]
  /// The lines that only label.
  private(set) var lines: Set<Int> = []

  /// A line and the unit beside it that it may belong to.
  private struct Line {
    var fields: TaskFields
    var sibling: Int?
  }

  /// The units and lines under one parent.
  private struct Family {
    var parent: Int?
    var lines: [Line] = []
    var units = 0
    var last: Int?
  }

  private var families: [Int: Family] = [:]
  private var order: [Int] = []

  /// Notes a unit that is no line.
  mutating func add(unit place: Int, under parent: Int?, _ own: TaskFields?) {
    let key = key(parent)
    families[key]?.units += 1
    families[key]?.last = place
    if let own { fields[place] = own }
  }

  /// Notes a line that labels, and what it says; one that says nothing is only left out.
  mutating func add(line place: Int, under parent: Int?, _ said: TaskFields?) {
    lines.insert(place)
    let key = key(parent)
    guard let said, let family = families[key] else { return }
    families[key]?.lines.append(Line(fields: said, sibling: family.last))
  }

  private mutating func key(_ parent: Int?) -> Int {
    let key = parent ?? -1
    if families[key] == nil {
      families[key] = Family(parent: parent)
      order.append(key)
    }
    return key
  }

  /// Gives each line to its unit; `kind` tells what the leaf at a place is.
  mutating func settle(kind: (Int) -> FactLeaf.Kind) {
    for key in order {
      guard let family = families[key], !family.lines.isEmpty else { continue }
      let siblings = Set(family.lines.map { $0.sibling ?? -1 })
      // One set of labels behind several bullets or behind the text of a section tells of the
      // section; labels that come again tell of the bullets above them.
      let sibling = family.lines[0].sibling
      let prose = sibling.map { kind($0) == .paragraph } ?? true
      let whole = siblings.count == 1 && (family.units != 1 || prose)
      if whole, prose, family.parent != nil, let sibling { lines.insert(sibling) }
      for line in family.lines {
        var unit = line.sibling ?? family.parent
        if let parent = family.parent, whole || kind(parent) == .item { unit = parent }
        guard let unit else { continue }
        fields[unit, default: TaskFields()].add(line.fields)
      }
    }
    families = [:]
    order = []
  }
}
