import PlanModel

/// The bodies that headings and lead-ins charge with what stands under them.
struct AssignmentContext {
  /// Bodies that a heading or a lead-in names.
  struct Head {
    /// Their names.
    var bodies: [String]
    /// The names of those who help them with all that stands under it.
    var partners: [String] = []
    /// What they are charged to be, unless a unit says more.
    var role: AssignmentRole
    /// The rule that found the first of them.
    var rule: Int?
    /// Whether the heading is a sentence of its own: what is under it may be about others.
    var sentence: Bool
    /// Whether it is one person by name, whose office may open what stands under it.
    var isNamed = false
    /// What a bracket behind the name says it is: "Sở Y tế (Cơ quan phối hợp)".
    var charge: BodyWords.Charge.Role?

    /// What brackets behind the names of several say of each: "Phòng A (chủ trì), Phòng B (phối hợp)".
    var charges: [BodyWords.Charge.Role?]?
    /// Whether it names several bodies at once, and none in particular ("các cơ quan").
    var isSeveral = false

    /// What the bodies are where a unit does not say more.
    var otherwise: AssignmentRole { Self.role(charge) ?? (role == .lead ? .lead : .responsible) }

    /// What a bracket charges a body to be.
    static func role(_ charge: BodyWords.Charge.Role?) -> AssignmentRole? {
      switch charge {
      case .lead: .lead
      case .support: .support
      case .responsible: .responsible
      case nil: nil
      }
    }
  }

  /// The headings that no rule knows as bodies, and that stand among such.
  private(set) var unknown: Set<Int> = []
  private var heads: [Int: Head] = [:]
  /// The last line that is a heading without a number, and what it stands under.
  private var lineHead: Head?
  private var lineParents: [Int]?
  /// A line behind it that only says a role, for the bullets beside it.
  private var roleLine: (head: Head, parents: [Int])?

  /// Goes on with the next part of the plan, in which nothing stands under the heads before it.
  mutating func beginPart(unknown: Set<Int> = []) {
    self.unknown = unknown
    heads.removeAll(keepingCapacity: true)
    roleLine = nil
  }

  /// Notes the bodies that the leaf at a place names for what stands under it.
  mutating func head(_ place: Int, _ head: Head) { heads[place] = head }

  /// Notes a line that heads the leaves beside it; one without bodies ends the reach of another.
  mutating func line(_ leaf: FactLeaf, _ head: Head?) {
    lineHead = head
    lineParents = leaf.ancestors
    roleLine = nil
  }

  /// Notes a line that only says a role, for what stands under it or for the bullets beside it.
  mutating func roleLine(_ place: Int, _ leaf: FactLeaf, _ head: Head) {
    heads[place] = head
    if leaf.source?.children.isEmpty != false { roleLine = (head, leaf.ancestors) }
  }

  /// The bodies that a leaf stands under.
  func bodies(above leaf: FactLeaf) -> Head? {
    if let roleLine, roleLine.parents == leaf.ancestors, leaf.kind != .paragraph {
      return roleLine.head
    }
    if lineParents == leaf.ancestors { return lineHead }
    if let head = leaf.ancestors.last(where: { heads[$0] != nil }) { return heads[head] }
    // "1. Đếm thuyền: - Lập sổ" behind "Sở Nội vụ đề nghị các xã:"
    guard leaf.isOrdered, leaf.kind == .item, let roleLine,
      leaf.ancestors.dropLast() == roleLine.parents[...]
    else { return nil }
    return roleLine.head
  }

  /// The one body that is asked for all that stands under it or beside it, at any depth: "Đề nghị Phòng
  /// Kinh tế:"; `nil` for several at once.
  func addressee(above leaf: FactLeaf) -> Head? {
    var head = bodies(above: leaf)
    if head == nil, let roleLine, leaf.ancestors.starts(with: roleLine.parents) {
      head = roleLine.head
    }
    if head == nil, let lineParents, leaf.ancestors.starts(with: lineParents) { head = lineHead }
    return head.flatMap { $0.isSeveral || $0.sentence ? nil : $0 }
  }

  /// Whether a leaf stands under the heading of a body, whatever role a heading between has: "Công tác
  /// tài chính" under "Văn phòng".
  func charges(_ leaf: FactLeaf) -> Bool {
    leaf.kind != .heading
      && leaf.ancestors.contains { heads[$0].map { !$0.sentence && !$0.bodies.isEmpty } ?? false }
  }
}
