import PlanModel
import PlanText

/// What opens a letter: who it is sent to, what it goes back to, and what leads into its list.
extension PlanReader {
  /// The draft behind the one at `index`, and behind what an address there holds: its bullets, what
  /// the letter goes back to, and the lead-in to a list.
  mutating func addressEnd(at index: Int, _ zone: Zone) -> Int {
    let next = index + 1
    guard addresses(zone.drafts[index]) else { return next }
    let address = zone.drafts[index].ending == .colon ? bullets(from: next, zone) : next
    return leadEnd(from: address, zone) ?? address
  }

  /// Whether a draft says who a letter is sent to: "Kính gửi: …".
  private mutating func addresses(_ draft: Draft) -> Bool {
    guard let piece = draft.pieces.first, let match = lineMatch(.preamble, tokens(piece)) else {
      return false
    }
    return value("addresses", of: match) == "yes"
  }

  /// The first bullet of the list in which the one at `index` stands, below a paragraph that leads
  /// into it: "… yêu cầu:" / "- Giám đốc các sở … như sau:"; `nil` where it is in no such list.
  mutating func listStart(at index: Int, _ zone: Zone) -> Int? {
    var first = index
    while first >= 0, zone.drafts[first].marker?.family == .bullet {
      if opensPreamble(zone.drafts[first]) { return nil }
      first -= 1
    }
    guard first >= 0, first < index, zone.drafts[first].ending == .colon,
      !opensPreamble(zone.drafts[first]) || !addresses(zone.drafts[first])
    else { return nil }
    return first + 1
  }

  /// The draft behind the bullets that begin at `start`.
  private func bullets(from start: Int, _ zone: Zone) -> Int {
    zone.drafts[start...].firstIndex { $0.marker?.family != .bullet } ?? start
  }

  /// The draft behind the paragraph that leads into a list of bullets, below paragraphs that a
  /// semicolon ends or that open as a preamble does: "Tiếp nhận Báo cáo …;" / "… cụ thể gồm:".
  private mutating func leadEnd(from start: Int, _ zone: Zone) -> Int? {
    var index = start
    while index + 1 < zone.drafts.count, case .paragraph = zone.drafts[index].kind,
      zone.drafts[index].marker == nil
    {
      let draft = zone.drafts[index]
      if draft.ending == .colon { return zone.drafts[index + 1].marker == nil ? nil : index + 1 }
      guard draft.ending == .semicolon || opensPreamble(draft) else { return nil }
      index += 1
    }
    return nil
  }
}
