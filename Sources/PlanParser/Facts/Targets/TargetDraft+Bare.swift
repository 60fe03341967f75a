import PlanModel
import PlanText

/// Reads counts whose noun only measures what stands before: "Kết nạp đoàn viên mới 12 em".
extension TargetDraft {
  /// What a verb takes of which the noun behind the number only tells how many: "Kết nạp đoàn viên
  /// mới 12 em".
  func objectOfBare(_ before: Range<Int>) -> Range<Int>? {
    guard let noun = quantity.bareNoun, noun != "label", let verb = quantity.action,
      verb.lowerBound == before.lowerBound, before.upperBound > verb.upperBound + 1,
      behind(percent: false).count <= quantity.unit.count
    else { return nil }
    // "Kết nạp đoàn viên mới hằng năm 12 em"
    let end = quantity.beside.map { min($0, before.upperBound) } ?? before.upperBound
    guard end > verb.upperBound + 1 else { return nil }
    let object = verb.upperBound..<end
    return object.allSatisfy { tokens[$0].kind == .syllable } ? object : nil
  }

  /// The words before the colon of which the noun behind the number only tells how many.
  var labelOfBare: Range<Int>? {
    guard quantity.bareNoun != nil, let lead, lead.count > 1,
      lead.upperBound + 1 == quantity.number, mark(lead.upperBound) == UInt8(ascii: ":"),
      behind(percent: false).count <= quantity.unit.count
    else { return nil }
    return lead
  }
}
