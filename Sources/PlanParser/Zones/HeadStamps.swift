import PlanModel
import PlanText

/// Lines of the head that stamps and electronic signatures print above it.
extension PlanReader {
  /// Within how many lines below an incoming stamp the letterhead begins.
  private static let letterheadReach = 8

  /// Whether a line names the body that stamped the document when it came in: "ĐẾN Số: 98" stands
  /// below it, and a gap above it or the letterhead below.
  mutating func isStamped(_ index: Int) -> Bool {
    guard index + 1 < lines.count, lines[index + 1].blanksBefore == 0,
      lineMatches(tokens(lines[index + 1].content)).contains(where: {
        meaning($0) == .stamp && value("form", of: $0) == "incoming"
      })
    else { return false }
    if index > 0, lines[index].blanksBefore > 0 { return true }
    return letterheadBegins(below: index + 1)
  }

  /// Takes a line of an incoming stamp that stands between the kind and the title, if it is one:
  /// "Lưu hồ sơ số: …".
  mutating func takeStampInTitle(_ line: Line) -> Bool {
    let found = lineMatches(tokens(line.content)).first {
      meaning($0) == .stamp && value("zone", of: $0) == "head"
    }
    guard let found else { return false }
    addFurniture(.stamp, line.content, rule: found.rule)
    return true
  }

  /// Whether a whole letterhead stands below a line: a body beside the motto, or two bodies in
  /// capitals.
  private mutating func letterheadBegins(below index: Int) -> Bool {
    var bodies = 0
    for line in lines[(index + 1)...].prefix(PlanReader.letterheadReach) {
      let tokens = tokens(line.content)
      if let motto = phrases(tokens).first(where: { meaning($0) == .motto }) {
        return motto.start > 0 && tokens[..<motto.start].contains { $0.shape.contains(.upper) }
          || bodies > 1
      }
      if namesBody(line) { bodies += 1 }
    }
    return bodies > 1
  }

  /// Whether a line goes on with the electronic signature above the head: "Cơ quan: CÔNG ĐOÀN" /
  /// "KHỐI DOANH NGHIỆP" / "Thời gian ký: …".
  mutating func isSealed(_ index: Int) -> Bool {
    var above = index - 1
    while above > max(0, index - PlanReader.sealLines), !isSeal(above) { above -= 1 }
    var below = index + 1
    while below < min(lines.count - 1, index + PlanReader.sealLines), !isSeal(below) { below += 1 }
    return above >= 0 && below < lines.count && isSeal(above) && isSeal(below)
  }

  /// How many lines an entry of an electronic signature has at most.
  private static let sealLines = 3

  private mutating func isSeal(_ index: Int) -> Bool {
    lineMatches(tokens(lines[index].content)).contains {
      meaning($0) == .stamp && value("form", of: $0) == "seal"
    }
  }
}
