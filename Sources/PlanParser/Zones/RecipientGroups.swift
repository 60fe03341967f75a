import PlanModel
import PlanText

/// Groups of recipients whose names stand on one line with their members: "Gửi bản giấy: - UBND tỉnh;
/// - Các trạm; Gửi bản điện tử: - Sở Y tế".
extension PlanReader {
  /// Adds a recipient, or the group of those that follow on its line: "Gửi bản giấy: - UBND tỉnh;".
  mutating func receive(
    one text: ByteSpan, from start: Int, before others: Bool, _ ending: inout Ending
  ) {
    var text = text
    let group = others ? groupInLine(text) : nil
    if let group {
      text = Blank.trim(bytes, ByteSpan(text.start, max(text.start, group.start)))
    }
    if !text.isEmpty {
      // The line of a group lies under its first member.
      let start = ending.groupStart ?? start
      ending.emptyGroup = nil
      ending.receivers.append(Receiver(group: ending.group, pieces: [text], start: start))
    }
    if let group { open(group: group, in: group, &ending) }
  }

  /// The name of a group that a colon ends before the bullets of its members, whole or behind the
  /// mark that closes the recipient before.
  private mutating func groupInLine(_ text: ByteSpan) -> ByteSpan? {
    let tokens = allTokens(text)
    guard let last = tokens.last, markers.scalar(last) == 0x3A else { return nil }
    let close = tokens.lastIndex { [0x3B, 0x2E].contains(markers.scalar($0)) }
    let start = close.map { $0 + 1 } ?? 0
    guard start + 1 < tokens.count, lineMatch(.recipientGroup, Array(tokens[start...])) != nil
    else { return nil }
    return span(tokens, start..<tokens.count)
  }
}
