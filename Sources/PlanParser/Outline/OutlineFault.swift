import PlanModel

extension Outline {
  /// What can be wrong with a number.
  enum Fault: Equatable {
    /// Numbers are missing before it.
    case gap(previous: Int)
    /// The number stood there already.
    case duplicate
    /// A damaged label was read as the sequence expects it.
    case read

    /// What is wrong with the number of a marker behind another of its series; `nil` when it follows.
    init?(behind previous: LabelNumbers, _ marker: Marker) {
      let last = previous.last ?? 0
      switch marker.family {
      // "Bước 3", "Nhiệm vụ 1": another word begins another series.
      case .step where marker.value == 1: return nil
      // "Biểu 1b", "Biểu 2a".
      case .form where marker.values.count > 1 && previous != marker.values: return nil
      case .upper, .lower:
        if Letters.follows(last, marker.value) { return nil }
      default:
        if marker.value == last + 1, previous.head == marker.values.head { return nil }
      }
      self = previous == marker.values ? .duplicate : .gap(previous: last)
    }
  }
}
