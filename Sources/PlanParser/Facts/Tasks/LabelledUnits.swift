import PlanModel
import PlanText

/// The labelled lines of a plan and the units that they belong to, as places among the leaves.
struct LabelledUnits {
  /// What labels say of each unit.
  private(set) var fields: [Int: TaskFields] = [:]
  /// The units under which nothing stands but lines that tell where and how: "+ Địa điểm: …".
  private(set) var detailed: Set<Int> = []
  /// The lines that only label, and the text of a section that lines label.
  private(set) var lines: Set<Int> = []
  /// The lines that say who works on the unit above them, when, or what comes of it.
  private(set) var labels: Set<Int> = []

  /// A line and the unit beside it that it may belong to.
  private struct Line {
    var fields: TaskFields
    var place: Int
    var sibling: Int?
    /// Whether the line is a label only beside one that says who works.
    var isLoose: Bool
    /// Whether a title of its own says what it labels, beside those of the unit's other parts.
    var isTitled: Bool
    /// Whether it is a bracket, which adds to what stands right above it.
    var isAside: Bool
  }

  /// The units and lines under one parent.
  private struct Family {
    var parent: Int?
    var lines: [Line] = []
    var units = 0
    var labels = 0
    var last: Int?
    /// Whether a line says who works, so that the shorter titles are labels too.
    var hands = false
  }

  /// The place of the first leaf that may be one.
  private let first: Int
  /// In the order in which they were met.
  private var families: [Family] = []
  /// The place of each parent's among them, behind that of those without; -1 where there is none.
  private var places: [Int] = []

  /// None yet, of leaves that begin at a place.
  init(from first: Int) { self.first = first }

  /// Notes a unit that is no line.
  mutating func add(unit place: Int, under parent: Int?, _ own: TaskFields?) {
    let family = family(of: parent)
    families[family].units += 1
    families[family].last = place
    if let own { fields[place] = own }
  }

  /// Notes a line that labels, and what it says; one that says nothing is only left out.
  ///
  /// `loose` says that it is a label only beside one that says who works: "Thời gian" alone is that
  /// of a meeting; `titled`, that a part of the unit is headed by the label; `aside`, that it is a bracket.
  mutating func add(
    line place: Int, under parent: Int?, _ said: TaskFields?, loose: Bool = false,
    titled: Bool = false, aside: Bool = false
  ) {
    lines.insert(place)
    let family = family(of: parent)
    families[family].labels += 1
    guard let said else { return }
    if !said.lead.isEmpty || !said.support.isEmpty { families[family].hands = true }
    if said.isLabel { labels.insert(place) }
    families[family].lines.append(
      Line(
        fields: said, place: place, sibling: families[family].last, isLoose: loose,
        isTitled: titled, isAside: aside))
  }

  private mutating func family(of parent: Int?) -> Int {
    // Units under one parent mostly follow one another.
    if let last = families.last, last.parent == parent { return families.count - 1 }
    let place = parent.map { $0 - first + 1 } ?? 0
    while places.count <= place { places.append(-1) }
    if places[place] >= 0 { return places[place] }
    places[place] = families.count
    families.append(Family(parent: parent))
    return families.count - 1
  }

  /// Gives each line to its unit; `kind` tells what the leaf at a place is, and `isTitle` whether
  /// it is a title with something below, `isNumbered` whether it has a number.
  mutating func settle(
    kind: (Int) -> FactLeaf.Kind, isNumbered: (Int) -> Bool, isTitle: (Int) -> Bool
  ) {
    for family in families where family.units == 0 && family.labels > 0 {
      if let parent = family.parent { detailed.insert(parent) }
    }
    for family in families where family.lines.contains(where: { $0.fields.content == nil }) {
      // "1.1. Nội dung: Kiểm kê …" / "- Thời gian: …": what labels stand under is a unit.
      if let parent = family.parent { lines.remove(parent) }
      let siblings = Set(family.lines.map { $0.sibling ?? -1 })
      // One set of labels behind several bullets or behind the text of a section tells of the
      // section; labels that come again tell of the bullets above them.
      let sibling = family.lines[0].sibling
      let prose = sibling.map { kind($0) == .paragraph } ?? true
      // "- Mở tủ sách." / "Chủ trì: Thư viện." / "- …": those between bullets of the one above.
      let isBetween =
        sibling != family.last && kind(family.lines[0].place) == .paragraph
        && sibling.map { kind($0) == .item } ?? false
        && family.last.map { kind($0) != .paragraph } ?? false
      // "a) Mua phao" / "b) Chủ trì: Công an xã": a numbered unit alone is the task.
      let isAlone = family.units == 1 && sibling.map { kind($0) == .heading } ?? false
      let whole = siblings.count == 1 && (!isAlone && !isBetween || prose)
      if whole, prose, family.parent != nil, let sibling { lines.insert(sibling) }
      for line in family.lines where !line.isLoose || family.hands {
        var unit = line.sibling ?? family.parent
        // Beside other titled parts ("a) Mục đích: …") it tells of the whole.
        let isPart = line.isTitled && line.sibling.map(isTitle) ?? true
        // "1. Rà soát quy chế." / "(Văn phòng chủ trì)": of one bullet alone, or of a numbered unit.
        let isOwn =
          line.isAside
          && line.sibling.map { kind($0) == .item && (isNumbered($0) || family.units == 1) }
            ?? false
        if let parent = family.parent, !isOwn, whole || isPart || kind(parent) == .item {
          unit = parent
        }
        guard let unit else { continue }
        fields[unit, default: TaskFields()].add(line.fields)
      }
    }
    families = []
    places = []
  }
}

extension LabelledUnits {
  /// A label whose bodies stand below it: "Cơ quan phối hợp:" over "+ Công an xã;".
  struct OpenLabel {
    var place: Int
    var parent: Int?
    var field: String
    var rule: Int
    /// Whether it is a paragraph, with the bullets beside it.
    var isLine: Bool
  }
}

extension PlanReader {
  /// What a unit below such a label says, where it names bodies and nothing else; `nil` otherwise.
  mutating func listed(
    _ leaf: FactLeaf, under label: LabelledUnits.OpenLabel, at parent: Int?
  ) -> TaskFields? {
    guard leaf.kind == .item, leaf.isLowest,
      parent == label.place || label.isLine && parent == label.parent
    else { return nil }
    let words = bodyWords(leaf)
    guard let list = bodyList(at: 0, before: leaf.tokens.count, leaf.tokens, words), !list.stopped,
      leaf.tokens[list.end...].allSatisfy({ $0.kind == .mark })
    else { return nil }
    let names = list.bodies.map { text($0, leaf.tokens) }
    var fields = TaskFields()
    if label.field == "lead" { fields.lead = names } else { fields.support = names }
    (fields.rule, fields.isLabel) = (label.rule, true)
    return fields
  }

  /// Whether a label begins with a digit or a letter, and is no bullet.
  static func isDigitOrLetter(_ byte: UInt8) -> Bool {
    byte.isDigit || (0x61...0x7A).contains(byte | 0x20)
  }
}
