import PlanModel

/// Where bullets stand.
extension Outline {
  /// Places a bullet by the order in which kinds of bullets nest.
  mutating func placeBullet(
    _ marker: Marker, draft: Int, announced: Bool, headed: Bool, indent: Int?
  ) -> Placement {
    if !announced, !headed, goesOnOutside(marker, draft) { levels.removeLast() }
    let first = (levels.lastIndex { $0.family != .bullet } ?? -1) + 1
    defer { levels[levels.count - 1].indent = indent ?? 0 }
    noteBullet(marker.style, under: first - 1)
    if let index = beside(marker, from: first, indent) {
      // "- Tuyên truyền:" / "  - Loa xã." in markdown: the deeper of one kind stands inside.
      let inside = indent.map { levels[index].indent + 2 <= $0 } ?? false
      let stays = { (level: Level) in inside && level.indent + 1 < indent ?? 0 }
      levels.removeSubrange((levels[index...].firstIndex { !stays($0) } ?? levels.count)...)
    } else if let index = levels[..<first].lastIndex(where: {
      $0.family == .bullet && $0.style == marker.style
    }), rank(levels[index + 1]) >= 11 || endsList(in: index) {
      // "- Về thủy lợi:" / "a) …" / "- Về giao thông:": the bullet that holds the letters goes on.
      levels.removeSubrange(index...)
    } else if marker.style == BulletOrder.star, !headed, !bulletOrder.nestsStars,
      levels.count > first, levels[first].style == BulletOrder.dash
    {
      // "- Phiếu đăng ký." / "* Lưu ý: …": what is closed holds no note.
      levels.removeSubrange(first...)
    } else if !announced || levels.last?.draft != draft - 1 {
      let order = bulletOrder.place(of: marker.style)
      // The kind that opens a list is its outermost: "* Cấp tỉnh" heads the dashes after it.
      while levels.count > first + 1, let last = levels.last,
        bulletOrder.place(of: last.style) > order
      {
        levels.removeLast()
      }
    }
    let parent = levels.last?.draft ?? -1
    push(marker, draft: draft, suspect: false)
    return Placement(parent: parent, marker: marker, fault: nil)
  }

  /// Whether a bullet goes on with those that stood right under a unit before a list in brackets,
  /// the last entry of which is a sentence or stands right above, and no entry of which has bullets.
  ///
  /// "2.1. Mở hội dệt." / "- Nơi mở: …" / "(1) …." / "(2) …." / "- Đơn vị chủ trì: …"
  private func goesOnOutside(_ marker: Marker, _ draft: Int) -> Bool {
    guard levels.count > 1, let last = levels.last, last.family == .number, last.value > 1,
      last.style == Self.bracket, last.ended || last.draft == draft - 1
    else { return false }
    let outer = levels[levels.count - 2]
    return outer.bullets == marker.style && !outer.holdsInnerBullets
  }

  /// The mark behind the numbers of a list in brackets.
  private static var bracket: UInt32 { 0x28 }

  /// Notes a kind of bullets under the unit at an index.
  private mutating func noteBullet(_ kind: UInt32, under index: Int) {
    guard index >= 0 else { return }
    levels[index].bullets = kind
    for outer in levels.indices.prefix(index) { levels[outer].holdsInnerBullets = true }
  }

  /// Whether the bullet of a level announced a list of numbers, the last of which is a sentence.
  ///
  /// "- Tuyên truyền:" / "1. Luật Lúa;" / "2. Luật Gốm." / "- Kiểm tra."
  private func endsList(in index: Int) -> Bool {
    index == levels.count - 2 && levels[index + 1].family == .number && levels[index + 1].ended
  }

  /// The innermost open bullet of a kind that stands no deeper than `indent`, else the outermost.
  private func beside(_ marker: Marker, from first: Int, _ indent: Int?) -> Int? {
    let isSame = { (level: Level) in level.style == marker.style }
    guard let indent else { return levels[first...].lastIndex(where: isSame) }
    return levels[first...].lastIndex { isSame($0) && $0.indent < indent + 2 }
      ?? levels[first...].firstIndex(where: isSame)
  }

  /// The kind of the outermost open bullet under the innermost numbered unit; `nil` without one.
  var outermostBullet: UInt32? {
    let first = (levels.lastIndex { $0.family != .bullet } ?? -1) + 1
    return first < levels.count ? levels[first].style : nil
  }

  /// The open bullet of a kind under the innermost unit that is no number.
  func openBullet(_ style: UInt32) -> Int? {
    let first = (levels.lastIndex { $0.family != .bullet && $0.family != .number } ?? -1) + 1
    return levels[first...].lastIndex { $0.family == .bullet && $0.style == style }
  }

  /// Whether the innermost open unit is the bullet with a draft.
  func isUnderBullet(_ draft: Int) -> Bool {
    levels.last.map { $0.family == .bullet && $0.draft == draft } ?? false
  }
}
