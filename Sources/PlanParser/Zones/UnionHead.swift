import PlanModel
import PlanText

/// The Youth Union, whose name stands where the motto would: above a place it is the issuer's.
extension PlanReader {
  /// The bodies of a head, with the union's name before a lone place that stands right below it:
  /// "ĐOÀN TNCS HỒ CHÍ MINH" / "XÃ SƠN HÀ".
  mutating func namingUnion(_ names: [HeadBody]) -> [HeadBody] {
    guard names.count == 1, let place = names[0].pieces.first, !names[0].heads else { return names }
    let above = plan.furniture.firstIndex { motto in
      motto.kind == .motto && motto.span.end <= place.start
        && isUnion(motto.span) && isRightBelow(place, motto.span)
    }
    guard let above else { return names }
    var body = names[0]
    body.pieces.insert(plan.furniture.remove(at: above).span, at: 0)
    body.heads = true
    return [body]
  }

  private mutating func isUnion(_ motto: ByteSpan) -> Bool {
    lineMatches(allTokens(motto)).contains {
      meaning($0) == .motto && value("form", of: $0) == "union"
    }
  }

  /// Whether nothing but the other column stands between two lines.
  private func isRightBelow(_ place: ByteSpan, _ motto: ByteSpan) -> Bool {
    bytes[motto.end..<place.start].count { $0 == 0x0A } == 1
  }
}
