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
      isIncoming(tokens(lines[index + 1].content))
    else { return false }
    if index > 0, lines[index].blanksBefore > 0 { return true }
    return letterheadBegins(below: index + 1)
  }

  /// Takes a line of an incoming stamp that stands between the kind and the title, if it is one:
  /// "Lưu hồ sơ số: …".
  mutating func takeStampInTitle(_ line: Line) -> Bool {
    let found = lineMatches(tokens(line.content)).first {
      meaning($0) == .stamp && value("zone", of: $0) == "head" && value("form", of: $0) == nil
    }
    guard let found else { return false }
    addFurniture(.stamp, line.content, rule: found.rule)
    return true
  }

  /// Within how many lines below the head an incoming stamp stands.
  private static let stampReach = 12

  /// Takes the lines of an incoming stamp between the head, which ends above line `start`, and the
  /// address: "TRƯỜNG …" / "ĐẾN Số: 98" / "Ngày: 12/3/2030" / "Chuyển: …".
  mutating func takeStamp(from start: Int) {
    var index = start
    while index < min(lines.count, start + PlanReader.stampReach) {
      let tokens = tokens(lines[index].content)
      if lineMatch(.preamble, tokens) != nil || marker(tokens) != nil { return }
      if isIncoming(tokens) { break }
      index += 1
    }
    guard index < min(lines.count, start + PlanReader.stampReach) else { return }
    var end = index + 1
    while end < lines.count, lines[end].blanksBefore < 2,
      isStampLine(tokens(lines[end].content))
    {
      end += 1
    }
    guard end > index + 1 else { return }
    var first = index
    if index > start, lines[index - 1].capitals, lines[index].blanksBefore == 0,
      index - 1 == start || lines[index - 1].blanksBefore > 0
    {
      first = index - 1
    }
    for line in lines[first..<end] { addFurniture(.stamp, trimmedRaw(line)) }
    lines.removeSubrange(first..<end)
  }

  /// Whether a line holds the word of an incoming stamp: "ĐẾN Số: 98".
  private mutating func isIncoming(_ tokens: [Token]) -> Bool {
    lineMatches(tokens).contains {
      meaning($0) == .stamp && value("form", of: $0) == "incoming"
    }
  }

  /// Whether a line stands in an incoming stamp below its word.
  private mutating func isStampLine(_ tokens: [Token]) -> Bool {
    lineMatches(tokens).contains { meaning($0) == .stamp && value("zone", of: $0) == "head" }
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

  /// Whether a line is or goes on with the electronic signature above the head: "Cơ quan: CÔNG ĐOÀN" /
  /// "KHỐI DOANH NGHIỆP" / "Thời gian ký: …".
  mutating func isSealed(_ index: Int) -> Bool {
    if isSeal(index), index + 2 < lines.count,
      namesBody(lines[index + 1]) || namesBody(lines[index + 2])
    {
      return true
    }
    var above = index - 1
    while above > max(0, index - PlanReader.sealLines), !isSeal(above) { above -= 1 }
    var below = index + 1
    while below < min(lines.count - 1, index + PlanReader.sealLines), !isSeal(below) { below += 1 }
    return above >= 0 && below < lines.count && isSeal(above) && isSeal(below)
  }

  /// How many lines an entry of an electronic signature has at most.
  private static let sealLines = 3

  /// Whether a line is of an electronic signature: "Ký bởi: CÔNG ĐOÀN".
  mutating func isSeal(_ index: Int) -> Bool {
    lineMatches(tokens(lines[index].content)).contains {
      meaning($0) == .stamp && value("form", of: $0) == "seal"
    }
  }
}
