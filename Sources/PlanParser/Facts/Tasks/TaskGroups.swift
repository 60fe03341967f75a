import PlanModel
import PlanText

/// The group rows that a row of a table stands under, by their numbering.
struct TaskGroups {
  private struct Group {
    var ordinal: [UInt8]
    var kind: Kind
    var text: String
  }

  /// How a group row is numbered.
  private enum Kind {
    case none
    case roman
    case capital
    case letter
    case number
  }

  private var groups: [Group] = []

  /// Takes a group row in.
  mutating func add(ordinal: [UInt8], text: String) {
    let kind = TaskGroups.kind(ordinal)
    if kind == .number {
      leave(ordinal)
    } else if let same = groups.firstIndex(where: { $0.kind == kind }) {
      // "II" ends what "I" heads, and what stands under it.
      groups.removeSubrange(same...)
    }
    groups.append(Group(ordinal: ordinal, kind: kind, text: text))
    // Numbers nest only a few deep; what is deeper is no numbering.
    if groups.count > 8 { groups.removeFirst() }
  }

  /// The text of the nearest group row that a row with this ordinal stands under.
  mutating func group(of ordinal: [UInt8]) -> String? {
    let kind = TaskGroups.kind(ordinal)
    if kind == .number { leave(ordinal) }
    // "B" that is work of its own ends what "A" heads, and "b" what "a" does.
    if kind != .number, kind != .none, let same = groups.firstIndex(where: { $0.kind == kind }) {
      groups.removeSubrange(same...)
    }
    return groups.last?.text
  }

  /// Leaves the numbered groups that a number does not stand under, and what stands under those:
  /// "4" leaves "3" and its "b", "3.2" does not.
  private mutating func leave(_ ordinal: [UInt8]) {
    let left = groups.firstIndex {
      $0.kind == .number && !ordinal.starts(with: $0.ordinal + [0x2E])
    }
    guard let left else { return }
    groups[left...].removeAll { $0.kind == .number || $0.kind == .letter }
  }

  private static func kind(_ ordinal: [UInt8]) -> Kind {
    guard let first = ordinal.first else { return .none }
    if first.isDigit { return .number }
    if ordinal.count <= 6, Letters.roman(ordinal[...]) != nil { return .roman }
    guard ordinal.count <= 2, first >= 65 else { return .none }
    return first < 97 ? .capital : .letter
  }
}
