import PlanModel
import PlanText

/// What an electronic signature prints below who signed: the organ in capitals, and the time.
extension PlanReader {
  /// Whether a line below signers who are all named is an organ in capitals above the time at which
  /// it signed: "ĐẢNG UỶ XÃ SƠN HÀ" / "13-10-2030 11:04:17 +07:00".
  mutating func isOrganStamp(at index: Int, _ ending: Ending) -> Bool {
    let line = lines[index]
    guard line.capitals, line.tabs == line.leadingTabs, index + 1 < lines.count,
      !ending.signers.isEmpty, ending.signers.allSatisfy({ $0.name != nil }),
      isSigningTime(lines[index + 1])
    else { return false }
    return phrases(tokens(line.content), startingBefore: 1).contains {
      $0.start == 0 && meaning($0) == .organisation
    }
  }

  /// Whether a line is the day and time of an electronic signature.
  private mutating func isSigningTime(_ line: Line) -> Bool {
    lineMatches(tokens(line.content)).contains {
      meaning($0) == .stamp && value("form", of: $0) == "time"
    }
  }
}
