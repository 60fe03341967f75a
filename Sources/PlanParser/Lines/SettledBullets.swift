import PlanModel
import PlanText

/// Bullets that recognition took for other marks, or set a speck beside: "© Không gây phiền hà",
/// "-_ Lập danh sách", "~- Các xã".
///
/// Only a line that begins a unit, near lines with bullets, is read so; the text stays as it is.
extension PlanReader {
  /// How many lines above and below are looked at for a bullet.
  private static let bulletReach = 8
  /// What a round mark stands for where no bullet is near that was read.
  private static let round: UInt32 = 0x2022

  /// Finds the lines from line `start` on that such a mark opens.
  mutating func settleBullets(from start: Int) {
    for index in lines.indices.dropFirst(start) {
      let line = lines[index]
      guard line.tabs == 0, !line.pipe, line.table == 0, line.bars < 2,
        settled[line.content.start] == nil,
        let mark = MisreadBullet(bytes, line.content),
        mark.kind == .rights || furniture(of: line) == nil
      else { continue }
      let (above, below) = (bullet(above: index, from: start), bullet(below: index))
      switch mark.kind {
      case .dashed: break
      case .mark:
        guard above ?? below != nil else { continue }
      case .rights:
        guard above != nil, below != nil else { continue }
      case .speck:
        guard above != nil, below != nil, begins(at: index) else { continue }
      case .quote:
        guard above != nil, begins(at: index) else { continue }
      }
      let isRound = mark.isRound && (above ?? below).map { $0 != BulletOrder.dash } == true
      var marker = Marker(
        family: .bullet, style: isRound ? above ?? below ?? BulletOrder.dash : BulletOrder.dash,
        values: [], span: mark.span, label: mark.label, textStart: mark.text)
      marker.isSettled = true
      settled[line.content.start] = marker
    }
  }

  private func begins(at index: Int) -> Bool {
    index == 0 || lines[index].blanksBefore > 0 || lines[index - 1].ended
  }

  private func bullet(above index: Int, from start: Int) -> UInt32? {
    for line in lines[max(start, index - Self.bulletReach)..<index].reversed() {
      if let kind = plainBullet(line) { return kind }
    }
    return nil
  }

  private func bullet(below index: Int) -> UInt32? {
    for line in lines[(index + 1)...].prefix(Self.bulletReach) {
      if let kind = plainBullet(line) { return kind }
    }
    return nil
  }

  /// The kind of bullet that opens a line: as it is printed, or a dash for a mark that nobody else
  /// writes there.
  private func plainBullet(_ line: Line) -> UInt32? {
    let (scalar, length) = Scalars.decode(bytes, at: line.content.start)
    let next = line.content.start + length
    if let kind = MarkerReader.bulletKind(scalar), next < line.content.end, bytes[next] == 0x20 {
      return kind
    }
    guard let mark = MisreadBullet(bytes, line.content), mark.kind == .mark || mark.kind == .dashed
    else { return nil }
    // What stands for a bullet already is of its kind.
    return settled[line.content.start]?.style ?? (mark.isRound ? Self.round : BulletOrder.dash)
  }
}
