import PlanModel
import PlanText

/// Reads the numerals of Vietnamese documents, in which the point groups and the comma divides.
enum Numeral {
  /// The number that bytes spell: "3.007" is 3007, "85,08" is 85.08, "10.8" is 10.8.
  static func read(_ bytes: ArraySlice<UInt8>) -> ExactDecimal? {
    if !bytes.isEmpty, bytes.allSatisfy({ $0.isDigit }) {
      return ExactDecimal(String(decoding: bytes, as: UTF8.self))
    }
    var groups: [ArraySlice<UInt8>] = []
    var marks: [UInt8] = []
    var start = bytes.startIndex
    for index in bytes.indices where !bytes[index].isDigit {
      guard bytes[index] == 0x2E || bytes[index] == 0x2C else { return nil }
      groups.append(bytes[start..<index])
      marks.append(bytes[index])
      start = index + 1
    }
    groups.append(bytes[start...])
    guard groups.allSatisfy({ !$0.isEmpty }) else { return nil }
    let fraction = fractionStart(groups, marks)
    // Groups before the fraction have three digits each, but for the first.
    if fraction > 1, groups[1..<fraction].contains(where: { $0.count != 3 }) { return nil }
    if fraction > 1, groups[0].count > 3 { return nil }
    var spelling: [UInt8] = []
    for group in groups[..<fraction] { spelling += group }
    if fraction < groups.count {
      spelling.append(0x2E)
      for group in groups[fraction...] { spelling += group }
    }
    return ExactDecimal(String(decoding: spelling, as: UTF8.self))
  }

  /// The index of the group behind the decimal mark; the number of groups when there is none.
  private static func fractionStart(_ groups: [ArraySlice<UInt8>], _ marks: [UInt8]) -> Int {
    guard let last = marks.last else { return groups.count }
    if marks.count == 1 {
      let whole = groups[0]
      let rest = groups[1]
      let groupsThousands = rest.count == 3 && whole.count <= 3 && whole.first != 0x30
      // "5,000" is five thousand after all; "1,234" is not.
      let isRound = rest.allSatisfy { $0 == 0x30 }
      if last == 0x2E { return groupsThousands ? 2 : 1 }
      return groupsThousands && isRound ? 2 : 1
    }
    // "1.234.567" and "500,000,000" only group; of "11.261,6" the last mark divides.
    return marks.dropLast().contains(last) ? groups.count : groups.count - 1
  }
}
