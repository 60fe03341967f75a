import PlanModel
import PlanText

/// The label of an appendix in the right column, beside the body that issues it: "UBND XÃ SƠN HÀ<TAB>Phụ
/// lục I".
extension PlanReader {
  /// How many characters a line with a body and a label has at most.
  private static let labelLineWidth = 120

  /// The two cells of a line of which the left names a body in capitals and the right is the label
  /// of an appendix or a form.
  mutating func labelBesideBody(at index: Int) -> (body: ByteSpan, label: ByteSpan)? {
    let line = lines[index]
    guard line.tabs == 1 || line.tabs == 0 && line.gapped, !line.pipe, line.table == 0,
      line.width < PlanReader.labelLineWidth, line.ending == .open
    else { return nil }
    let cells = endCells(line)
    guard cells.count == 2, isLabel(cells[1]) else { return nil }
    var body = LineReader.piece(of: line, from: cells[0].start, to: cells[0].end, bytes)
    body.tabs = 0
    return namesBody(body) ? (cells[0], cells[1]) : nil
  }

  /// How many appendices a list of them in the text may have.
  private static var mostListed: Int { 40 }

  /// Whether line `index` stands in a list of sentences that a colon opens.
  ///
  /// "… theo các phụ lục, gồm:" / "Phụ lục I - Đề án chợ cói." / "Phụ lục II - Đề án bến đò."
  mutating func isListed(_ index: Int) -> Bool {
    var place = index
    while place > 0, index - place < Self.mostListed {
      let line = lines[place]
      guard line.blanksBefore == 0, !line.pageBefore, line.ended, !line.capitals,
        lineMatch(.appendix, tokens(line.content)) != nil
      else { return false }
      if lines[place - 1].ending == .colon { return true }
      place -= 1
    }
    return false
  }

  /// Whether a cell is the label of an appendix or a form and nothing else.
  private mutating func isLabel(_ cell: ByteSpan) -> Bool {
    let tokens = allTokens(cell)
    if let match = lineMatch(.appendix, tokens) { return match.end >= tokens.count }
    guard let marker = marker(tokens), marker.family == .form else { return false }
    return marker.textStart >= cell.end
  }

  /// Tells the label that stands beside a body at line `index`, and the body as a running head; the
  /// result is the line below.
  mutating func label(
    of appendix: inout Appendix, beside found: (body: ByteSpan, label: ByteSpan), at index: Int
  ) -> Int {
    let tokens = allTokens(found.label)
    var rule: Int?
    if let match = lineMatch(.appendix, tokens) {
      appendix.label = capture("label", of: match, tokens).map { folder.fold(span(tokens, $0)) }
      rule = match.rule
    } else if let marker = marker(tokens) {
      appendix.label = label(of: marker).split(separator: " ").last.map(String.init)
      rule = marker.rule
      formWord = tokens.first?.key
    }
    appendix.rule = traced(rule)
    appendix.span = found.label
    addFurniture(.runningHeader, found.body)
    addFurniture(.label, found.label, rule: rule)
    return index + 1
  }
}
