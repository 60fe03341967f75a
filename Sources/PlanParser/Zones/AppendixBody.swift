import PlanModel
import PlanText

/// The body that stands above the title of an appendix without a label.
extension PlanReader {
  /// How many lines such a title may have.
  private static var longestTitle: Int { 4 }

  /// Whether a body stands alone at line `index`, and right below it a title in capitals over a table:
  /// "Đơn vị: TRẠM Y TẾ" / "BẢNG ĐỐI CHIẾU" / "NHU CẦU THUỐC".
  mutating func tableUnderBody(at index: Int) -> Bool {
    guard index + 2 < lines.count, namesBody(lines[index]) || tellsOffice(lines[index]) else {
      return false
    }
    var next = index + 1
    while next < lines.count, next - index <= Self.longestTitle, isTitle(lines[next]) { next += 1 }
    guard next > index + 1, next < lines.count else { return false }
    return lines[next].tabs > 0 || lines[next].pipe || lines[next].table > 0
  }

  /// Whether a line in capitals may be part of a title, and names no body.
  private mutating func isTitle(_ line: Line) -> Bool {
    line.capitals && !line.ended && line.tabs == 0 && !line.pipe && line.blanksBefore <= 1
      && markers.read(tokens(line.content)) == nil && !namesBody(line)
  }

  /// Whether a line is a word for an office, a colon and the office: "Đơn vị: TRẠM Y TẾ XÃ SƠN HÀ".
  private mutating func tellsOffice(_ line: Line) -> Bool {
    guard line.tabs == 0, !line.pipe, line.width < 100, !line.ended,
      let words = grammar.list("office-labels")
    else { return false }
    let tokens = tokens(line.content)
    guard let end = grammar.entry(in: words, tokens, at: 0)?.end, end + 1 < tokens.count else {
      return false
    }
    return isMark(tokens[end], 0x3A) && tokens[end + 1].shape.contains(.capitalized)
  }
}
