import PlanModel

/// The labelled lines of a plan and the units that they belong to, as places among the leaves.
struct LabelledUnits {
  /// What labels say of each unit.
  private(set) var fields: [Int: TaskFields] = [:]
  /// The units under which nothing stands but lines that tell where and how: "+ Địa điểm: …".
  private(set) var detailed: Set<Int> = []
  /// The lines that only label.
  private(set) var lines: Set<Int> = []

  /// A line and the unit beside it that it may belong to.
  private struct Line {
    var fields: TaskFields
    var place: Int
    var sibling: Int?
    /// Whether a title of its own says what it labels, beside those of the unit's other parts.
    var isTitled = false
  }

  /// The units and lines under one parent.
  private struct Family {
    var parent: Int?
    var lines: [Line] = []
    var units = 0
    var labels = 0
    var last: Int?
  }

  /// In the order in which they were met.
  private var families: [Family] = []
  /// The place of each parent's among them; -1 is that of those without.
  private var places: [Int: Int] = [:]

  /// Notes a unit that is no line.
  mutating func add(unit place: Int, under parent: Int?, _ own: TaskFields?) {
    let family = family(of: parent)
    families[family].units += 1
    families[family].last = place
    if let own { fields[place] = own }
  }

  /// Notes a line that labels, and what it says; one that says nothing is only left out.
  ///
  /// `isTitled` says that a part of the unit is headed by the label.
  mutating func add(
    line place: Int, under parent: Int?, _ said: TaskFields?, isTitled: Bool = false
  ) {
    lines.insert(place)
    let family = family(of: parent)
    families[family].labels += 1
    guard let said else { return }
    families[family].lines.append(
      Line(fields: said, place: place, sibling: families[family].last, isTitled: isTitled))
  }

  private mutating func family(of parent: Int?) -> Int {
    // Units under one parent mostly follow one another.
    if let last = families.last, last.parent == parent { return families.count - 1 }
    if let known = places[parent ?? -1] { return known }
    places[parent ?? -1] = families.count
    families.append(Family(parent: parent))
    return families.count - 1
  }

  /// Gives each line to its unit; `kind` tells what the leaf at a place is.
  mutating func settle(kind: (Int) -> FactLeaf.Kind) {
    for family in families where family.units == 0 && family.labels > 0 {
      if let parent = family.parent { detailed.insert(parent) }
    }
    for family in families where !family.lines.isEmpty {
      let siblings = Set(family.lines.map { $0.sibling ?? -1 })
      // One set of labels behind several bullets or behind the text of a section tells of the
      // section; labels that come again tell of the bullets above them.
      let sibling = family.lines[0].sibling
      let prose = sibling.map { kind($0) == .paragraph } ?? true
      // "- Mở tủ sách." / "Chủ trì: Thư viện." / "- …": those between bullets of the one above.
      let isBetween =
        sibling != family.last && kind(family.lines[0].place) == .paragraph
        && [sibling, family.last].allSatisfy { $0.map { kind($0) == .item } ?? false }
      let whole = siblings.count == 1 && (family.units != 1 && !isBetween || prose)
      if whole, prose, family.parent != nil, let sibling { lines.insert(sibling) }
      for line in family.lines {
        var unit = line.sibling ?? family.parent
        if let parent = family.parent, whole || line.isTitled || kind(parent) == .item {
          unit = parent
        }
        guard let unit else { continue }
        fields[unit, default: TaskFields()].add(line.fields)
      }
    }
    families = []
    places = [:]
  }
}
