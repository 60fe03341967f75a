import PlanModel

/// Where a series begins inside another one.
extension Outline {
  /// Whether a series that begins with `marker` may stand inside the unit that is open.
  func nests(_ marker: Marker) -> Bool {
    guard let last = levels.last else { return true }
    if last.family == .bullet {
      return marker.rank >= 11 || !levels.contains { $0.family == .number }
    }
    return last.family != marker.family
  }

  /// Whether "1)" opens a series inside the letter that stands before it: the outer numbers are
  /// written otherwise.
  func nestsInLetter(_ marker: Marker, _ draft: Int) -> Bool {
    guard marker.family == .number, isFirst(marker), let last = levels.last else { return false }
    // "Bước 1: Chuẩn bị" / "1. Lập danh sách": no such numbers stand above.
    if last.family == .step {
      return last.draft == draft - 1
        && !levels.contains { $0.family == .number && $0.style == marker.style }
    }
    // "b) Tập huấn" / "1. Lớp cho hộ mới": no numbers stood above letters so far.
    if marker.rank <= 7 {
      return last.family == .lower && last.draft == draft - 1 && !last.ended
        && closed[Numbering(marker)] == nil
    }
    return last.family == .lower && last.draft == draft - 1
      && levels.contains { $0.family == .number && $0.style != marker.style }
  }

  /// Whether a series of numbers begins right under the title of a step.
  ///
  /// "Bước 2: Thẩm định" / "(1) Họp hội đồng."
  func nestsInStep(_ marker: Marker, _ draft: Int) -> Bool {
    guard marker.family == .number, isFirst(marker), let last = levels.last else { return false }
    return last.family == .step && last.draft == draft - 1 && !last.ended && !holds(marker)
  }

  /// Whether a list begins inside the heading with a dotted number that stands right above it.
  ///
  /// "2.1. Nhiệm vụ" / "1. Mở lớp dệt." / "2. Sửa đường." / "2.2. Giải pháp".
  func nestsInDotted(_ marker: Marker, _ capitals: Bool, under: Int?) -> Bool {
    guard marker.family == .number, isFirst(marker), let last = levels.last, last.draft == under
    else { return false }
    return last.family == .dotted && !last.ended && (!capitals || last.capitals)
  }

  /// Whether a series in brackets that counts on through all headings goes on inside the one right
  /// above it, which is numbered in another way.
  ///
  /// "1. Về kinh tế" / "(1) Trồng 5 ha chè." / "2. Về xã hội" / "(2) Sửa 3 nhà."
  func goesOnInside(_ marker: Marker, under: Int?) -> Bool {
    guard marker.family == .number, marker.style == 0x28, !isFirst(marker),
      closed[Numbering(marker)] == marker.value - 1, let last = levels.last, last.draft == under
    else { return false }
    return last.family != .bullet && !last.ended
      && !levels.contains { $0.family == .number && $0.style == marker.style }
  }
}
