import PlanModel
import PlanText

/// Titles that name a report whose time alone stands behind them: "Báo cáo quý: Trước ngày 20 tháng
/// cuối quý".
extension PlanReader {
  /// How many tokens such a title may have.
  private static var longestReportTitle: Int { 8 }

  /// How many tokens may tell when the reports are due: "tháng (trước ngày 18), quý (trước ngày 18
  /// tháng cuối quý), năm (trước ngày 18/12)".
  private static var longestDue: Int { 36 }

  /// A paragraph read together with the title that it runs on from, where the title names a report
  /// and the paragraph only tells when it is due; `nil` for all others.
  mutating func titled(_ place: Int, _ leaves: FactLeaves) -> FactLeaf? {
    let leaf = leaves[place]
    guard place > leaves.first, leaf.kind == .paragraph, leaf.tells(.time),
      case let end = leaf.tokens.prefix(Self.longestDue + 1).firstIndex(where: { isMark($0, 0x3B) })
        ?? leaf.tokens.count, end <= Self.longestDue,
      // "Báo cáo quý: Trước ngày 20 tháng cuối quý; báo cáo năm: Trước ngày 20/12"
      !leaf.matches(from: 0, to: end).contains(where: { meaning($0) == .report })
    else { return nil }
    let title = leaves[place - 1]
    // "Báo cáo năm: gửi trước ngày 15/01", "Báo cáo năm: thời hạn gửi chậm nhất ngày 15/01"
    let sends = leaf.matches(from: 0, to: 3).contains { meaning($0) == .reportTo }
    // "Thời gian gửi báo cáo: chậm nhất ngày 20/11, về Thường trực HĐND xã"
    let dates = leaf.times.first?.range.lowerBound == 0
    guard sends || dates || !leaf.tells(.reportTo), title.tells(.report),
      title.tokens.count <= Self.longestReportTitle,
      runsInto(title, leaf)
    else { return nil }
    let tokens =
      title.tokens
      + allTokens(
        ByteSpan(
          Int(title.tokens[title.tokens.count - 1].end), Int(leaf.tokens[0].start)))
      + leaf.tokens
    let matches = phrases(tokens)
    return FactLeaf(
      kind: leaf.kind, zone: leaf.zone, node: leaf.node, source: leaf.source, role: leaf.role,
      ancestors: leaf.ancestors, tokens: tokens, matches: matches,
      meanings: meanings(of: matches), times: times(tokens, matches, year: nil))
  }

  /// Whether a paragraph stands on the line of a title, right behind its colon.
  func runsInto(_ title: FactLeaf, _ paragraph: FactLeaf) -> Bool {
    guard title.kind == .heading, paragraph.kind == .paragraph, let last = title.tokens.last,
      let first = paragraph.tokens.first, last.end <= first.start, first.start - last.end < 16
    else { return false }
    return (bytes[Int(last.start)..<Int(first.start)]).contains(UInt8(ascii: ":"))
      && !bytes[Int(last.end)..<Int(first.start)].contains(0x0A)
  }
}
